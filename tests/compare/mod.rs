//! Comparison against the annotated sets, by its properties, and through its doors.

mod doors;
mod properties;
mod sets;
