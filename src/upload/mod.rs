//! Forms with a file in them (`multipart/form-data`, RFC 7578), as pages and programs hand them in.
//!
//! Both take the same: named values, and at most one file under the name `file`. One reader keeps one limit and one
//! account of what can be wrong; each side says it in its own form.

mod error;
#[expect(
    clippy::module_inception,
    reason = "the file is named for the type it holds"
)]
mod upload;

pub use error::UploadError;
pub use upload::{HandedFile, LARGEST, Upload};
