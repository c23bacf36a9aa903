//! What a reading is.

use std::ops::Range;

use crate::compare::indicator::Limit;
use crate::compare::indicator::unit::Unit;

/// How a reading is worded; what counts as a limit depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Form {
    /// A comparing word before the number.
    Compared,
    /// A comparing word behind it.
    Suffixed,
    /// Two ends.
    Spread,
    /// Nominal and tolerance.
    Tolerance,
    /// A number alone.
    Bare,
}

/// A limit found in a sentence, with its place.
#[derive(Debug, Clone, PartialEq)]
pub(in super::super) struct Reading {
    pub(in super::super) limit: Limit,
    pub(in super::super) unit: Option<Unit>,
    pub(in super::super) form: Form,
    /// From the negation or comparing word to the end of the quantity.
    pub(in super::super) span: Range<usize>,
    /// The quantity a ratio refers to (`最大工作压力的 4 倍`).
    pub(in super::super) base: Option<Range<usize>>,
    /// Whether the words carry a recommendation of their own (不宜).
    pub(in super::super) is_recommended: bool,
    /// Tokens used.
    pub(in super::super) tokens: Range<usize>,
}
