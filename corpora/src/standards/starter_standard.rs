use serde::{Deserialize, Serialize};

use super::Adoption;
use crate::evidence::Evidence;

/// Level at which a standard is issued.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Chinese national standard.
    National,
    /// Chinese sector (industry) standard.
    Sector,
    /// Chinese local standard.
    Local,
    /// ISO, IEC, Codex and other international standard.
    International,
    /// Standard of a region, such as a European one.
    Regional,
    /// National standard of another country.
    Foreign,
}

/// Standing of an edition on the day of the row's `status_as_of`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// In force (现行).
    Current,
    /// Published, not yet in force (即将实施).
    Upcoming,
    /// Replaced by another (被代替).
    Superseded,
    /// Withdrawn (废止).
    Withdrawn,
    /// A newer edition may exist and none was seen.
    Unknown,
}

/// What a row as a whole rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum EvidenceClass {
    /// Seen in a public page.
    #[serde(rename = "seen")]
    Seen,
    /// Partly seen, partly known.
    #[serde(rename = "seen+knowledge")]
    SeenAndKnowledge,
    /// Taken from the body's catalogue.
    #[serde(rename = "catalogue")]
    Catalogue,
    /// Partly from a catalogue, partly known.
    #[serde(rename = "catalogue+knowledge")]
    CatalogueAndKnowledge,
    /// Known, with very few errors expected.
    #[serde(rename = "knowledge-high")]
    KnowledgeHigh,
    /// Known, with errors possible.
    #[serde(rename = "knowledge-medium")]
    KnowledgeMedium,
}

/// One edition of a standard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StarterStandard {
    /// Number in its canonical spelling.
    pub number: String,
    /// Level at which it is issued.
    pub kind: Kind,
    /// Issuing body, as written in the source.
    pub body: String,
    /// Code of the market, as in [`crate::markets`].
    pub market: String,
    /// Chinese title; official for Chinese standards only.
    pub title_zh: String,
    /// English title.
    pub title_en: String,
    /// Japanese title of a Japanese standard.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title_ja: Option<String>,
    /// Standing on the day of `status_as_of`.
    pub status: Status,
    /// Day, month or year of publication, as precisely as known.
    pub published: Option<String>,
    /// Day of entry into force.
    pub implemented: Option<String>,
    /// ICS codes, edition 7.
    pub ics: Vec<String>,
    /// Code of the Chinese Classification for Standards.
    pub ccs: Option<String>,
    /// Numbers that this edition replaces.
    pub replaces: Vec<String>,
    /// Numbers that replace this edition.
    pub replaced_by: Vec<String>,
    /// Foreign editions that it adopts or corresponds to.
    pub adopts: Vec<Adoption>,
    /// Ids of the products it concerns.
    pub products: Vec<String>,
    /// Whether it is mandatory in its market.
    pub mandatory: bool,
    /// One sentence on what it covers, our own words.
    pub scope_zh: String,
    /// Sources of the row.
    pub evidence: Vec<Evidence>,
    /// What the status rests on.
    pub status_basis: String,
    /// Day for which the status is stated.
    pub status_as_of: String,
    /// What the row as a whole rests on.
    pub evidence_class: EvidenceClass,
    /// Who made the Chinese title, where it is not official.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title_zh_basis: Option<String>,
    /// Page of the standard at its body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// What was changed in the row since it was first gathered, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrected: Option<String>,
}
