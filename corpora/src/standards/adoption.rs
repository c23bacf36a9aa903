use serde::{Deserialize, Serialize};

/// Degree of correspondence to another body's standard (GB/T 1.2-2020).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Degree {
    /// Identical: adopted without technical change.
    Idt,
    /// Modified: adopted, with differences that are marked and explained.
    Mod,
    /// Equivalent, a degree of before 2001 that maps to none of today's.
    Eqv,
    /// Not equivalent: corresponds, and is not an adoption.
    Neq,
}

impl Degree {
    /// Returns whether the degree counts as adoption.
    pub fn is_adoption(self) -> bool {
        !matches!(self, Self::Neq)
    }
}

/// A link from a standard to the dated foreign edition that it adopts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Adoption {
    /// Number of the foreign edition, with its year.
    pub number: String,
    /// Degree that the standard itself declares.
    pub degree: Degree,
    /// Whether the foreign edition was found in the catalogue of its body.
    pub target_in_catalogue: bool,
    /// What else is to be said of the link.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn correspondence_is_not_adoption() {
        assert!(!Degree::Neq.is_adoption());
        assert!(Degree::Idt.is_adoption() && Degree::Mod.is_adoption());
    }
}
