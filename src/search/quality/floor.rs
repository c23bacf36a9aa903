//! What the figures must not fall below.

use corpora::queries::CaseKind;

/// The least quality of one kind of cases.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Floor {
    /// The kind.
    pub kind: CaseKind,
    /// Share of cases whose record stands first.
    pub first: f64,
    /// Share of cases whose record is among the first ten.
    pub in_ten: f64,
    /// Mean reciprocal rank over the first ten.
    pub reciprocal: f64,
}

/// The floors, each a case or two below what was reached on 2026-11-25: room for a tie that turns, none for a loss.
pub const FLOORS: [Floor; 5] = [
    floor(CaseKind::Number, 0.97, 0.97, 0.97),
    floor(CaseKind::Zh, 0.82, 0.97, 0.89),
    floor(CaseKind::En, 0.57, 0.91, 0.74),
    floor(CaseKind::Cross, 0.76, 0.95, 0.85),
    floor(CaseKind::Product, 0.57, 0.71, 0.66),
];

const fn floor(kind: CaseKind, first: f64, in_ten: f64, reciprocal: f64) -> Floor {
    Floor {
        kind,
        first,
        in_ten,
        reciprocal,
    }
}
