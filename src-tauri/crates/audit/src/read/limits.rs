//! What is too much: a hostile or broken file must not eat the computer.

/// Bounds of one reading. The defaults are far above every real export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file, and of what is unpacked from it.
    pub file: u64,
    /// Bytes of one row of a table, as it stands in the file.
    pub row: usize,
    /// Bytes of one cell. A longer one makes its row a skipped one.
    pub cell: usize,
    /// Cells of one row.
    pub columns: usize,
    /// Entries of the file, skipped ones included.
    pub entries: u64,
    /// Rows with a quote that is never closed before the file counts as broken: each makes the reader go back.
    pub unclosed: u32,
    /// KiB of memory that opening a protected file may take.
    pub kdf_memory_kib: u64,
    /// Blocks of 1 KiB that opening a protected file with Argon2 may fill: memory times passes.
    pub kdf_blocks: u64,
    /// Rounds that opening a protected file may take with AES or PBKDF2.
    pub kdf_rounds: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file: 512 << 20,
            row: 1 << 20,
            cell: 256 << 10,
            columns: 1_000,
            entries: 1_000_000,
            unclosed: 100,
            kdf_memory_kib: 1 << 20,
            kdf_blocks: 24 << 20,
            kdf_rounds: 100_000_000,
        }
    }
}
