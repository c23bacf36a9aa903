//! One way to understand a text as a standard number, and the rule that led to it.

use std::fmt;

use super::Number;

/// The rule by which a text was read as a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Rule {
    /// The text follows the grammar of one body and of no other.
    Grammar,
    /// Several bodies share the prefix; the form of the rest speaks for this one.
    SharedPrefix,
    /// A hyphen stands where the body prints a colon: `ISO 9001-2015`.
    HyphenYear,
    /// Four digits after the hyphen or dot are a part, although they look like a year.
    YearLikePart,
    /// The letter of the nature is glued to the prefix: `GBT 19001`, `GBZ 20000`.
    GluedNature,
    /// The prefix is a word of everyday language: `国标19001`.
    SpokenPrefix,
    /// The prefix belongs to another body that also publishes it: `EN 300 328` of ETSI.
    SisterBody,
    /// A committee document: `100/3767/CD`.
    CommitteeDocument,
    /// The number leaves its body out: `D638-22`.
    OmittedBody,
    /// A list names the prefix once: `14001` in `ISO 9001 and 14001`.
    Continued,
    /// The body leaves the form of its numbers free: `Q/XXX …`.
    FreeForm,
}

impl fmt::Display for Rule {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Grammar => "the grammar of the body",
            Self::SharedPrefix => "a prefix shared by several bodies",
            Self::HyphenYear => "a hyphen in place of the colon before the year",
            Self::YearLikePart => "a part that looks like a year",
            Self::GluedNature => "the nature glued to the prefix",
            Self::SpokenPrefix => "a spoken prefix",
            Self::SisterBody => "a series that another body shares",
            Self::CommitteeDocument => "the grammar of committee documents",
            Self::OmittedBody => "a number without its body",
            Self::Continued => "a list that names the prefix once",
            Self::FreeForm => "the free form of the body",
        })
    }
}

/// A number, the rule that read it, and how sure that rule is.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The number as understood.
    pub number: Number,
    /// The rule that fired.
    pub rule: Rule,
    /// How sure the reading is, from 0 to 1; comparable between readings of one text only.
    pub confidence: f32,
}
