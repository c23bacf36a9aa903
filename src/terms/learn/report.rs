//! What was learned and what was not.

/// A Chinese piece and an English word that go together.
#[derive(Debug, Clone, PartialEq)]
pub struct LearnedPair {
    /// The Chinese piece.
    pub chinese: String,
    /// The English word, lower case.
    pub english: String,
    /// Probability of the English word given the Chinese piece.
    pub probability: f32,
    /// Number of title pairs that hold both.
    pub support: u32,
}

/// The outcome of learning from titles.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LearnReport {
    /// Title pairs read; those with an empty side are not counted.
    pub titles: usize,
    /// Pairs that passed the thresholds, by Chinese piece, the most probable first.
    pub pairs: Vec<LearnedPair>,
    /// Pairs probable enough but seen in too few titles.
    pub too_rare: usize,
    /// Chinese pieces for which nothing passed.
    pub pieces_without_a_pair: usize,
}
