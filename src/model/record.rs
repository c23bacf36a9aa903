//! The record: one document as all sources together describe it.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{
    Evidence, Inherited, Kind, Lifecycle, Notification, Provenance, Relation, Rights, Texts,
};

/// The permanent identifier of a record, also its address under `/records/`.
///
/// For a standard or notification it is its canonical number with blanks and slashes written as `_` and `~`
/// (`ISO_9001:2015`); regulations and products keep the identifier of the corpus.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RecordId(String);

impl RecordId {
    /// Wraps an identifier.
    pub fn new(id: impl Into<String>) -> Self {
        Self(id.into())
    }

    /// Returns the identifier as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// One document, merged from what the sources say about it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// Permanent identifier.
    pub id: RecordId,
    /// What it is.
    pub kind: Kind,
    /// The number in canonical form where it could be read, verbatim otherwise; a product's or act's identifier.
    pub number: String,
    /// Every further number or symbol of the same document, and the verbatim form where it differs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// The number without year and supplement, which all editions share.
    pub family: String,
    /// Titles by language.
    pub titles: Texts,
    /// Abstracts by language, plain text.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub abstracts: Texts,
    /// Dates and status word.
    #[serde(default)]
    pub lifecycle: Lifecycle,
    /// Code of the issuing body (`ISO`, `GB`, `DB13`).
    pub body: String,
    /// Markets it holds for: ISO 3166-1 alpha-2 codes, `INT`, `EU` …; several for a joint notification.
    pub markets: Vec<String>,
    /// Edition as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<String>,
    /// Document type in the source's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document_type: Option<String>,
    /// Whether it is an amendment or corrigendum published by itself.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub supplement: bool,
    /// Whether the law makes it binding.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mandatory: Option<bool>,
    /// Committees.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub committees: Vec<String>,
    /// ICS codes, repaired to full form.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ics: Vec<String>,
    /// CCS codes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ccs: Vec<String>,
    /// HS codes, digits only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hs: Vec<String>,
    /// Products of the province it concerns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub products: Vec<String>,
    /// Other names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Keywords.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<String>,
    /// Edges to other documents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub relations: Vec<Relation>,
    /// The page of the publisher.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Where hand-gathered facts were seen; empty for catalogue records.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// What may be shown.
    pub rights: Rights,
    /// The boxes of a notification.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notification: Option<Notification>,
    /// What an addendum has from the notification it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inherited: Option<Inherited>,
    /// What sources say beyond these fields.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub extra: Map<String, Value>,
    /// Who says so.
    pub provenance: Provenance,
}

impl Record {
    /// Returns the day from which it takes the place of the edition before; nothing for amendments and for what has no
    /// editions.
    pub fn edition_from(&self) -> Option<Date> {
        let edition = self.kind == Kind::Standard && !self.supplement;
        edition.then(|| self.lifecycle.starts()).flatten()
    }

    /// Tells whether any part of the record rests on facts that were not taken from an official source.
    pub fn needs_official_check(&self) -> bool {
        !self.evidence.is_empty()
    }

    /// Iterates over the ICS codes under which it is found: its own, then those of its parent.
    pub fn all_ics(&self) -> impl Iterator<Item = &String> {
        let parent = self.inherited.iter().flat_map(|parent| &parent.ics);
        self.ics.iter().chain(parent)
    }

    /// Iterates over the HS codes under which it is found: its own, then those of its parent.
    pub fn all_hs(&self) -> impl Iterator<Item = &String> {
        let parent = self.inherited.iter().flat_map(|parent| &parent.hs);
        self.hs.iter().chain(parent)
    }

    /// Iterates over the products under which it is found: its own, then those of its parent.
    pub fn all_products(&self) -> impl Iterator<Item = &String> {
        let parent = self.inherited.iter().flat_map(|parent| &parent.products);
        self.products.iter().chain(parent)
    }

    /// Iterates over the markets under which it is found: its own, then those of its parent.
    pub fn all_markets(&self) -> impl Iterator<Item = &String> {
        let parent = self.inherited.iter().flat_map(|parent| &parent.markets);
        let parent = parent.filter(|market| !self.markets.contains(market));
        self.markets.iter().chain(parent)
    }
}
