//! Saved passwords: reading exports, and every reason to change a password.
