//! A document of a report: what it is, on which side it stands, how it hangs together with the others.

use serde::{Deserialize, Serialize};

use crate::compare::adoption::Staleness;
use crate::model::{Adoption, Bilingual, Evidence, Kind, Rights, Status, Texts};

/// The side a document stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Chinese.
    Domestic,
    /// Of a market that was asked for.
    Foreign,
}

/// An adoption of a document, and how far it is behind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdoptionNote {
    /// The dated edition that is adopted.
    pub adopted: String,
    /// The degree, where one is stated.
    pub degree: Option<Adoption>,
    /// Whether it is the newest.
    #[serde(flatten)]
    pub staleness: Staleness,
    /// The same in words.
    pub sentence: Bilingual,
}

/// A document of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportDocument {
    /// Identifier of its record.
    pub id: String,
    /// Its number; an act's identifier.
    pub number: String,
    /// What its editions share.
    pub family: String,
    /// What it is.
    pub kind: Kind,
    /// Its titles.
    pub title: Texts,
    /// The market it holds in.
    pub market: String,
    /// The side it stands on.
    pub role: Role,
    /// Its status on the day of the report.
    pub status: Status,
    /// Whether the law makes it binding, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mandatory: Option<bool>,
    /// Day, month or year of publication.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// Day of entry into force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub implemented: Option<String>,
    /// The day it is withdrawn or replaced.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<String>,
    /// The publisher's page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// What may be shown of its text.
    pub rights: Rights,
    /// Limits that are held of it.
    pub limits: usize,
    /// What it adopts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub adopts: Vec<AdoptionNote>,
    /// Who says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}
