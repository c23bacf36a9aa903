//! The comment desk: which notifications can still be commented on, until when, and how a comment begins.
//!
//! Comments of enterprises go through the national enquiry point, which wants them some days before the member's
//! deadline. What is shown is the day by which they must be *handed in*, and beside it the member's own.

#[expect(
    clippy::module_inception,
    reason = "the folder is named for the type it is about"
)]
mod desk;
mod skeleton;

pub use desk::{Desk, OpenNotification};
pub use skeleton::{GapPoint, skeleton};
