//! Data that is part of the program.

use serde::de::DeserializeOwned;

/// Parses a TOML file that is compiled into the program; `file` is its path as the source code names it.
///
/// # Panics
///
/// If the file is not what the program was built for. An empty default would leave out advice without a word, so a
/// broken build has to fail at once. Unit tests read each file.
#[allow(clippy::panic, reason = "the file is part of the program; no input can cause this")]
pub(crate) fn toml<T: DeserializeOwned>(file: &str, text: &str) -> T {
    match toml::from_str(text) {
        Ok(data) => data,
        Err(error) => panic!("the program's own file {file} (crate plan) cannot be read: {error}"),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    #[should_panic(expected = "the program's own file ../advice/broken.toml (crate plan) cannot be read")]
    fn toml_of_a_broken_file_names_the_file() {
        super::toml::<Vec<String>>("../advice/broken.toml", "part =");
    }
}
