//! Comparison against the annotated sets and by its properties.

mod sets;
