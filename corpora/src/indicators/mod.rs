//! Limits that standards and regulations set, in groups that can be compared.
//!
//! A limit is worth nothing without its condition and method, so both stay beside the number, and
//! the number stays as it was printed: conversion is the work of the comparison.

mod limit_value;
mod reference;
mod starter_indicator;

pub use limit_value::LimitValue;
pub use reference::Reference;
pub use starter_indicator::{Comparator, StarterIndicator};

use std::sync::LazyLock;

use crate::{raw, table};

static INDICATORS: LazyLock<Vec<StarterIndicator>> =
    LazyLock::new(|| table::embedded("indicators.jsonl", raw::INDICATORS));

/// Returns every starter indicator.
pub fn indicators() -> &'static [StarterIndicator] {
    &INDICATORS
}

#[cfg(test)]
mod tests;
