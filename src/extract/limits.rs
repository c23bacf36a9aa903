//! What one document may cost.

use std::time::Duration;

/// Bounds on a document, its parts and the work on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub file_bytes: usize,
    /// Bytes of the text that comes out.
    pub text_bytes: usize,
    /// Parts of an archive (docx).
    pub archive_parts: usize,
    /// Bytes the read parts of an archive may unpack to, together.
    pub archive_bytes: u64,
    /// How many times its packed size a part may unpack to.
    pub archive_ratio: u64,
    /// Elements open at one place of a markup file.
    pub depth: usize,
    /// Cells of all tables together, merged ones counted as often as they are shown.
    pub cells: usize,
    /// Time a child process may take by the clock on the wall.
    pub child_wall: Duration,
    /// Seconds of processor a child process may use.
    pub child_seconds: u32,
    /// Bytes of memory a child process may ask for.
    pub child_memory: u64,
}

impl Default for Limits {
    /// Room for the largest standards (a thousand pages), and not for much more.
    fn default() -> Self {
        Self {
            file_bytes: 64 << 20,
            text_bytes: 16 << 20,
            archive_parts: 10_000,
            archive_bytes: 128 << 20,
            archive_ratio: 300,
            depth: 200,
            cells: 1_000_000,
            child_wall: Duration::from_secs(30),
            child_seconds: 20,
            child_memory: 1 << 30,
        }
    }
}
