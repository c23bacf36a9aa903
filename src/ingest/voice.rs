//! Who is told of what a harvest changes.

/// Whether what a harvest changes is news.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Voice {
    /// It is, unless its source was never read before.
    #[default]
    News,
    /// It is not: a baseline, or kept pages that a better reader reads again.
    Silent,
}
