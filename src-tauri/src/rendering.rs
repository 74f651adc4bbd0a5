//! How the web view draws where there is no graphics processor.
//!
//! The web view draws through the system's 3D library. Without a graphics processor that library compiles each shader
//! for the ordinary one, and the first frame of Home took 1.3 to 1.9 s instead of 10 ms (version 2.50 of the web view,
//! two busy cores, no `/dev/dri`). Old laptops and virtual machines are such machines. There it draws plainly instead.

use std::env;
use std::fs;
use std::path::Path;

/// The web view's own switch, read when its processes start. Whoever set it has a reason.
const SWITCH: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

/// Turns the 3D library off for the web view if nothing here could make it fast. To be called before any thread is started.
pub(crate) fn fit_to_this_machine() {
    if env::var_os(SWITCH).is_none() && !has_render_node(Path::new("/dev/dri")) {
        #[expect(unsafe_code, reason = "the web view reads its switches from the environment alone")]
        // SAFETY: this is the first thing that `main` does; no other thread reads the environment yet.
        unsafe {
            env::set_var(SWITCH, "1");
        }
    }
}

/// Whether the kernel offers a graphics processor to draw with (`renderD128` and so on).
fn has_render_node(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|nodes| {
        nodes.flatten().any(|node| node.file_name().as_encoded_bytes().starts_with(b"renderD"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_graphics_processor_is_a_render_node_and_a_bare_display_is_none() {
        let folder = tempfile::tempdir().unwrap();
        assert!(!has_render_node(&folder.path().join("missing")));
        fs::write(folder.path().join("card0"), "").unwrap();
        assert!(!has_render_node(folder.path()));
        fs::write(folder.path().join("renderD128"), "").unwrap();
        assert!(has_render_node(folder.path()));
    }
}
