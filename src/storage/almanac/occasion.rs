//! What happens to a document on a day.

/// What happens to a document on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Occasion {
    /// It is published, or circulated where it is a notification.
    Published,
    /// Comments on it close.
    CommentsClose,
    /// The measure is to be adopted.
    Adoption,
    /// It enters into force.
    InForce,
    /// It is withdrawn or replaced.
    Ends,
}

impl Occasion {
    /// The occasions that lie ahead and are waited for, in the order of one day.
    pub const AHEAD: [Self; 4] = [
        Self::CommentsClose,
        Self::Adoption,
        Self::InForce,
        Self::Ends,
    ];

    /// Returns the word under which it is stored and asked for.
    pub fn code(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::CommentsClose => "comments_close",
            Self::Adoption => "adoption",
            Self::InForce => "in_force",
            Self::Ends => "ends",
        }
    }

    /// Reads the word of an occasion that lies ahead.
    pub fn read(code: &str) -> Option<Self> {
        Self::AHEAD.into_iter().find(|one| one.code() == code)
    }
}
