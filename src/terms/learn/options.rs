//! The settings of the learner.

/// Thresholds and rounds of the learner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LearnOptions {
    /// Rounds of expectation maximisation.
    pub rounds: usize,
    /// Least probability of an English word given a Chinese piece.
    pub probability: f32,
    /// Least number of title pairs that hold both.
    pub support: u32,
    /// Most English words kept for a Chinese piece.
    pub most: usize,
}

impl Default for LearnOptions {
    fn default() -> Self {
        Self {
            rounds: 8,
            probability: 0.2,
            support: 3,
            most: 4,
        }
    }
}
