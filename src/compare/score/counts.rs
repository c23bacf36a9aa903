//! True and false positives.

use std::ops::AddAssign;

/// How many answers were right, wrong, or not given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Right answers.
    pub matched: usize,
    /// Answers that were not asked for.
    pub extra: usize,
    /// Answers that are lacking.
    pub missing: usize,
}

impl Counts {
    /// The share of given answers that are right; 1 when none was given.
    pub fn precision(&self) -> f64 {
        share(self.matched, self.matched + self.extra)
    }

    /// The share of wanted answers that were given; 1 when none was wanted.
    pub fn recall(&self) -> f64 {
        share(self.matched, self.matched + self.missing)
    }

    /// The harmonic mean of precision and recall.
    pub fn f1(&self) -> f64 {
        share(
            2 * self.matched,
            2 * self.matched + self.extra + self.missing,
        )
    }
}

/// A share of two counts, 1 when there is nothing to share.
pub(super) fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        return 1.0;
    }
    let exact = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    exact(part) / exact(whole)
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.matched += other.matched;
        self.extra += other.extra;
        self.missing += other.missing;
    }
}
