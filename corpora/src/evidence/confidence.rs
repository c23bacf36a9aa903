use serde::{Deserialize, Serialize};

/// How far a fact can be trusted.
///
/// The order is the order of trust: `Medium < High < Seen`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// General knowledge of the field in which an error would not surprise.
    Medium,
    /// General knowledge of the field in which very few errors are expected.
    High,
    /// The fact stood in a public page or catalogue.
    Seen,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seen_fact_outranks_knowledge() {
        assert!(Confidence::Seen > Confidence::High);
        assert!(Confidence::High > Confidence::Medium);
    }
}
