//! A window that does not say what it is for: its title, the name under its icon, and the icon.
//!
//! What this cannot change, and *Settings* says so: the name of the program in a list of running or installed ones, and
//! its entry in the system's menu.

use tauri::image::Image;
use tauri::{Manager as _, WebviewWindow};

/// Says nothing in any language.
const TITLE: &str = "Notes";
const OWN_TITLE: &str = "Selfcheck";
const SIZE: u32 = 64;

/// What the window is called.
pub(crate) fn title(neutral: bool) -> &'static str {
    if neutral { TITLE } else { OWN_TITLE }
}

/// The name by which a task bar sorts windows; it cannot be changed once there is a window.
pub(crate) fn before_the_window(neutral: bool) {
    #[cfg(target_os = "linux")]
    if neutral {
        glib::set_prgname(Some(&TITLE.to_lowercase()));
    }
    #[cfg(not(target_os = "linux"))]
    let _ = neutral;
}

/// Shows the neutral title and icon, or our own. A system that refuses an icon keeps the one it has.
pub(crate) fn show(window: &WebviewWindow, neutral: bool) {
    // The title is also the name under the icon.
    let _ = window.set_title(title(neutral));
    let icon = if neutral { Some(sheet()) } else { window.app_handle().default_window_icon().cloned() };
    if let Some(icon) = icon {
        let _ = window.set_icon(icon);
    }
}

/// An empty sheet of paper.
fn sheet() -> Image<'static> {
    let mut pixels = Vec::with_capacity((SIZE * SIZE * 4) as usize);
    for y in 0..SIZE {
        for x in 0..SIZE {
            let paper = (12..52).contains(&x) && (6..58).contains(&y);
            let inside = (14..50).contains(&x) && (8..56).contains(&y);
            pixels.extend_from_slice(match (paper, inside) {
                (_, true) => &[250, 250, 248, 255],
                (true, false) => &[110, 118, 122, 255],
                (false, false) => &[0, 0, 0, 0],
            });
        }
    }
    Image::new_owned(pixels, SIZE, SIZE)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_icon_has_as_many_pixels_as_it_says() {
        let icon = super::sheet();
        assert_eq!(icon.rgba().len(), (icon.width() * icon.height() * 4) as usize);
    }

    #[test]
    fn the_neutral_title_does_not_name_the_program() {
        assert!(!super::TITLE.to_lowercase().contains("check"));
    }
}
