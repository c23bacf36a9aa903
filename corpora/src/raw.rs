//! The tables that are also import files, as the bytes they are.
//!
//! A program that loads the starter records goes through its ordinary importer, so that embedded
//! facts and a user's own file take the same road and meet the same checks.

/// Products: one object a line, as [`crate::products::Product`].
pub const PRODUCTS: &str = include_str!("../data/products.jsonl");
/// Starter standards: one object a line, as [`crate::standards::StarterStandard`].
pub const STANDARDS: &str = include_str!("../data/standards.jsonl");
/// Starter regulations: one object a line, as [`crate::regulations::StarterRegulation`].
pub const REGULATIONS: &str = include_str!("../data/regulations.jsonl");
/// Starter indicators: one object a line, as [`crate::indicators::StarterIndicator`].
pub const INDICATORS: &str = include_str!("../data/indicators.jsonl");
