//! Keys of the data directory, and what is compared without telling by its time.
//!
//! A key is made once and stays: whoever opens the directory second must find the whole of it, also when the first was
//! killed while it wrote. The bytes of a comparison that fails must not tell how far it came.

mod key_file;
mod same;

pub use key_file::{KeyFileError, key_of};
pub use same::is_same;
