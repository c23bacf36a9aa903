//! ISO, IEC and their joint publications.
//!
//! The ending (edition, supplements, languages, product marks) serves CEN and most national bodies
//! too, because they took over the forms of ISO and IEC.

mod directives;
mod ending;
mod joint;
mod prefix;
mod standard;

pub(super) use ending::{finish, languages};
pub(super) use standard::{adopted, read};
