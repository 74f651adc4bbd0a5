//! What is too much: a hostile or broken file must not eat the computer.

use super::{Cost, ReadError};

/// Bounds of one reading. The defaults are far above every real export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub file: u64,
    /// Bytes of a file that has to be in memory as a whole: a document (unpacked) or a database.
    pub document: u64,
    /// Bytes of one row of a table, as it stands in the file. It is in memory as a whole.
    pub row: usize,
    /// Bytes of one cell that is used. A longer one makes its row a skipped one; notes may be longer.
    pub cell: usize,
    /// Cells of one row.
    pub columns: usize,
    /// Entries of the file, skipped ones included.
    pub entries: u64,
    /// Bytes that may be split twice before the file counts as broken: a quote that is never closed makes the reader
    /// go back to the line after it.
    pub twice: u64,
    /// KiB of memory that opening a protected file may take.
    pub kdf_memory_kib: u64,
    /// Blocks of 1 KiB that opening a protected file with Argon2 may fill: memory times passes.
    pub kdf_blocks: u64,
    /// Rounds that opening a protected file may take with AES.
    pub kdf_rounds: u64,
    /// Rounds that opening a protected file may take with PBKDF2.
    pub pbkdf2_rounds: u64,
    /// Threads that opening a protected file may ask for.
    pub kdf_lanes: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file: 512 << 20,
            document: 128 << 20,
            row: 128 << 20,
            cell: 256 << 10,
            columns: 1_000,
            entries: 1_000_000,
            twice: 1 << 30,
            kdf_memory_kib: 1 << 20,
            kdf_blocks: 24 << 20,
            kdf_rounds: 300_000_000,
            pbkdf2_rounds: 10_000_000,
            kdf_lanes: 64,
        }
    }
}

impl Limits {
    /// Whether a key by Argon2 costs no more than may be.
    pub(super) fn allow_argon2(&self, memory_kib: u64, passes: u64, lanes: u32) -> Result<(), ReadError> {
        if memory_kib > self.kdf_memory_kib {
            return Err(ReadError::TooCostly { what: Cost::Memory });
        }
        if memory_kib.saturating_mul(passes) > self.kdf_blocks || lanes > self.kdf_lanes {
            return Err(ReadError::TooCostly { what: Cost::Time });
        }
        Ok(())
    }
}
