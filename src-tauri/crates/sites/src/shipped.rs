//! Data that is part of the program.

use std::fmt::Display;

use serde::de::DeserializeOwned;

/// What was read from a data file that is compiled into the program.
///
/// # Panics
///
/// If the file is not what the program was built for. An empty default would hide every finding that depends on the
/// data, so a broken build has to fail at once. Each file is read by a unit test.
#[allow(clippy::panic, reason = "the file is part of the program; no input can cause this")]
pub(crate) fn read<T, E: Display>(file: &str, outcome: Result<T, E>) -> T {
    match outcome {
        Ok(data) => data,
        Err(error) => panic!("the program's own file {file} cannot be read: {error}"),
    }
}

/// The same for JSON that is to be parsed first.
pub(crate) fn json<T: DeserializeOwned>(file: &str, text: &str) -> T {
    read(file, serde_json::from_str(text))
}

#[cfg(test)]
mod tests {
    #[test]
    #[should_panic(expected = "the program's own file data/broken.json cannot be read: EOF")]
    fn json_of_a_broken_file_names_the_file() {
        super::json::<Vec<String>>("data/broken.json", "[");
    }
}
