//! What changes an edition without replacing it.

use std::fmt;

/// The kind of a supplement to an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum SupplementKind {
    /// An amendment: `Amd 1`, `A1`, 修改单 `XG1`.
    Amendment,
    /// A technical corrigendum: `Cor 1`, `AC`.
    Corrigendum,
    /// An addendum: `Add 1`.
    Addendum,
    /// A supplement: `Suppl 1`.
    Supplement,
    /// An interpretation sheet: `ISH1`.
    Interpretation,
    /// An erratum: `Err. 1`.
    Erratum,
    /// A fragment of a publication that is under way: `FRAGC1`.
    Fragment,
    /// An editorial change that leaves the technical text alone: `e1` of ASTM.
    Editorial,
    /// A reapproval without change: `(2008)` of ASTM. The technical year stays.
    Reapproval,
}

/// Whether a supplement is a document of its own or part of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Binding {
    /// A document to be read beside the edition: `EN 60335-1:2012/A2:2019`.
    Separate,
    /// Already part of the text: `EN 196-3:2005+A1:2008`, `D638-22e1`.
    Incorporated,
}

/// One supplement of an edition.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Supplement {
    pub(super) kind: SupplementKind,
    pub(super) binding: Binding,
    pub(super) number: String,
    pub(super) year: Option<u16>,
    pub(super) text: String,
}

impl Supplement {
    /// What kind of supplement it is.
    pub fn kind(&self) -> SupplementKind {
        self.kind
    }

    /// Whether it is a document of its own.
    pub fn binding(&self) -> Binding {
        self.binding
    }

    /// Its number among those of its kind, empty where the body gives none (`/AC:2016`).
    pub fn number(&self) -> &str {
        &self.number
    }

    /// The year it was published, where printed.
    pub fn year(&self) -> Option<u16> {
        self.year
    }
}

impl fmt::Display for Supplement {
    /// Writes the supplement as the body prints it, with the sign that binds it: `/Amd 1:2024`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}
