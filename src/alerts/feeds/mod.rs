//! What happens as a feed, and its dates as a calendar.
//!
//! Both are written by hand in a hundred lines each: the crates for them bring a second library of dates and neither
//! says when a line is folded. They are read back by real readers in the tests.

mod atom;
mod calendar;
mod xml;

#[cfg(test)]
mod tests;

pub use atom::{Feed, FeedEntry};
pub use calendar::{Calendar, CalendarEntry, DateKind};
