//! Comparison against the annotated sets and by its properties.

mod properties;
mod sets;
