//! The link as a QR code, in one path of an SVG.

use std::fmt::Write as _;

use qrcode::{Color, EcLevel, QrCode};

/// The light margin that a reader needs, in modules.
const MARGIN: usize = 4;

/// A code as one path: a square for every dark module.
pub(super) struct Code {
    /// How many modules wide and high, margin included.
    pub(super) size: usize,
    /// The `d` of the path.
    pub(super) path: String,
}

/// The code of a text; `None` where it is too long for any.
pub(super) fn code(text: &str) -> Option<Code> {
    // The better the correction, the more a crease in a printed page may hide.
    let levels = [EcLevel::M, EcLevel::L];
    let code = levels.into_iter().find_map(|level| QrCode::with_error_correction_level(text, level).ok())?;
    let width = code.width();
    let mut path = String::new();
    for (n, color) in code.into_colors().into_iter().enumerate() {
        if color == Color::Dark {
            let (x, y) = (n % width + MARGIN, n / width + MARGIN);
            // Writing to a string cannot fail.
            let _ = write!(path, "M{x} {y}h1v1h-1z");
        }
    }
    Some(Code { size: width + 2 * MARGIN, path })
}
