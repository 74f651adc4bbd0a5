//! Addresses that staff type: of the folder on the web, and of a notice in it.

use url::Url;

use super::DeskError;

/// The address of a folder, in its one form: the host in small letters, the page's own name taken off, a slash at the
/// end.
///
/// # Errors
/// When it is no https address of a folder.
pub(super) fn folder(typed: &str) -> Result<String, DeskError> {
    let refused = || DeskError::Address(typed.to_owned());
    let mut url = Url::parse(typed.trim()).map_err(|_| refused())?;
    if url.scheme() != "https" {
        return Err(refused());
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err(DeskError::AddressNotAFolder(typed.to_owned()));
    }
    let last = url.path().rsplit('/').next().unwrap_or_default().to_owned();
    if matches!(last.to_ascii_lowercase().as_str(), "index.html" | "index.htm") {
        let path = url.path().strip_suffix(last.as_str()).unwrap_or("/").to_owned();
        url.set_path(&path);
    } else if [".notice", ".html", ".htm", ".json", ".svg", ".toml"]
        .iter()
        .any(|ending| last.ends_with(ending))
    {
        return Err(DeskError::AddressNotAFolder(typed.to_owned()));
    }
    let text = url.as_str();
    Ok(if text.ends_with('/') { text.to_owned() } else { format!("{text}/") })
}

/// The address of a file, its host in small letters.
///
/// # Errors
/// When it is no address.
pub(super) fn file(typed: &str) -> Result<String, DeskError> {
    let url = Url::parse(typed.trim()).map_err(|_| DeskError::Address(typed.to_owned()))?;
    let lower = typed.trim().get(..8).is_some_and(|start| start.eq_ignore_ascii_case("https://"));
    if url.scheme() == "https" && lower { Ok(url.into()) } else { Err(DeskError::Address(typed.to_owned())) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_has_one_form_however_it_was_typed() {
        for typed in [
            "https://forum.example/incident/",
            "https://forum.example/incident",
            " https://forum.example/incident/ ",
            "HTTPS://FORUM.Example/incident/",
            "https://forum.example/incident/index.html",
            "https://forum.example/incident/INDEX.HTM",
            "https://forum.example/other/../incident/",
        ] {
            assert_eq!(folder(typed).unwrap(), "https://forum.example/incident/", "{typed}");
        }
        assert_eq!(folder("https://forum.example").unwrap(), "https://forum.example/");
        assert_eq!(folder("https://forum.example/index.html").unwrap(), "https://forum.example/");
    }

    #[test]
    fn what_is_no_folder_is_refused() {
        for typed in [
            "https://forum.example/incident/?x=1",
            "https://forum.example/incident/#top",
            "https://forum.example/incident/2026-03.notice",
            "https://forum.example/incident/feed.json",
        ] {
            assert!(matches!(folder(typed), Err(DeskError::AddressNotAFolder(_))), "{typed}");
        }
        for typed in ["", "forum.example", "http://forum.example/", "ftp://forum.example/"] {
            assert!(matches!(folder(typed), Err(DeskError::Address(_))), "{typed}");
            assert!(file(typed).is_err(), "{typed}");
        }
        assert_eq!(file("https://FORUM.example/A.notice").unwrap(), "https://forum.example/A.notice");
    }
}
