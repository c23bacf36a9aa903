//! The raw record: what one source says about one document, in the source's own words.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// What kind of thing a raw record describes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RawKind {
    /// A standard or another numbered document of a standards body.
    #[default]
    Standard,
    /// A legal act or technical regulation of a market.
    Regulation,
    /// A WTO notification, or an addendum, corrigendum, revision or supplement to one.
    Notification,
    /// A product that is exported.
    Product,
    /// A limit value that a standard or regulation sets; it belongs to that document.
    Limit,
}

/// How much of a text may be shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rights {
    /// Number, title, dates and classification.
    #[default]
    Metadata,
    /// Single facts (limit values) with their evidence, but no running text.
    Facts,
    /// The whole text.
    Full,
}

impl Rights {
    /// Every degree, from the least.
    pub const ALL: [Self; 3] = [Self::Metadata, Self::Facts, Self::Full];

    /// Returns the word used in files and on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Self::Metadata => "metadata",
            Self::Facts => "facts",
            Self::Full => "full",
        }
    }

    /// Reads the word.
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rights| rights.code() == word)
    }

    /// Tells whether running text may be shown.
    pub fn shows_text(self) -> bool {
        self == Self::Full
    }

    /// Tells whether single facts may be shown.
    pub fn shows_facts(self) -> bool {
        self != Self::Metadata
    }
}

/// How one document is related to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RelationKind {
    /// The record replaces the target; its inverse is read from the same edge.
    Supersedes,
    /// The record is replaced by the target.
    SupersededBy,
    /// The record adopts the target (GB/T 1.2-2020).
    Adopts,
    /// The record amends or corrects the target.
    Amends,
    /// The record is amended or corrected by the target.
    AmendedBy,
    /// The record cites the target.
    Cites,
    /// The record is part of the target.
    PartOf,
}

/// The degree to which one standard adopts another (GB/T 1.2-2020, clause 4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Adoption {
    /// Identical.
    Idt,
    /// Modified.
    Mod,
    /// Not equivalent: a correspondence, not an adoption.
    Neq,
    /// 等效, the degree of before 2001; kept as it is because it is not the same as modified.
    Eqv,
}

impl Adoption {
    /// Returns the abbreviation that covers print.
    pub fn code(self) -> &'static str {
        match self {
            Self::Idt => "IDT",
            Self::Mod => "MOD",
            Self::Eqv => "EQV",
            Self::Neq => "NEQ",
        }
    }
}

impl Adoption {
    /// Reads the degree in any spelling sources use (`IDT`, `idt`, `MOD`, `eqv`, `=`, `≡`, `≠`).
    pub fn read(text: &str) -> Option<Self> {
        match text.trim().to_ascii_uppercase().as_str() {
            "IDT" | "≡" | "等同" => Some(Self::Idt),
            "MOD" | "修改" => Some(Self::Mod),
            "NEQ" | "≠" | "非等效" => Some(Self::Neq),
            "EQV" | "=" | "≈" | "等效" => Some(Self::Eqv),
            _ => None,
        }
    }
}

/// One edge from the record to another document, named as the source names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RawRelation {
    /// What the record is to the target.
    pub kind: RelationKind,
    /// The target's number, verbatim.
    pub target: String,
    /// The degree, for an adoption whose degree is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub degree: Option<Adoption>,
}

/// Where a fact was seen, or on whose knowledge it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// `seen`, `catalogue`, `notification`, `knowledge`.
    #[serde(rename = "type")]
    pub kind: String,
    /// An address or file where it can be looked up.
    #[serde(
        default,
        alias = "url_or_repo",
        alias = "file",
        skip_serializing_if = "Option::is_none"
    )]
    pub source: Option<String>,
    /// How sure its writer was (`high`, `medium`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<String>,
    /// A remark of its writer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The boxes of a WTO notification (SOURCES of the form G/TBT/N, items 1 to 11).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RawNotification {
    /// The member as written (`Bahrain, Kingdom of`).
    pub member: String,
    /// Regular, addendum … in the source's words.
    pub notification_type: String,
    /// The responsible agency.
    pub agency: String,
    /// Articles under which it is notified.
    pub articles: Vec<String>,
    /// Products covered, free text.
    pub products: String,
    /// Objectives as written.
    pub objectives: Vec<String>,
    /// The words beside the proposed date of adoption; the date itself has the role `proposed_adoption`.
    pub adoption_text: String,
    /// The words beside the proposed date of entry into force; the date has the role `proposed_entry`.
    pub entry_text: String,
    /// The words beside the final date for comments.
    pub deadline_text: String,
    /// Boxes of the addendum form that the source shows as ticked, each with its day or nothing.
    pub reasons: Vec<(String, Option<String>)>,
    /// Links to the notification and to the notified text.
    pub links: Vec<String>,
}

/// A limit value as a source gives it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Limit {
    /// The quantity that is limited, in Chinese.
    pub parameter_zh: String,
    /// The quantity that is limited, in English.
    pub parameter_en: String,
    /// `<=`, `>=`, `range` …, as in the source.
    pub comparator: String,
    /// The number, pair or word.
    pub value: Value,
    /// The unit as printed.
    #[serde(default)]
    pub unit: Option<String>,
    /// What the limit holds for (grade, size, age group).
    #[serde(default)]
    pub condition: Option<String>,
    /// The test method.
    #[serde(default)]
    pub method: Option<String>,
    /// The clause that sets it.
    #[serde(default)]
    pub clause: Option<String>,
    /// The product it belongs to.
    #[serde(default)]
    pub product: Option<String>,
}

/// What one source says about one document.
///
/// Texts are verbatim; dates are as the source writes them (`2018-10`, `1985`); lists keep the source's order. What has
/// no field of its own stays in `extra` under the source's name for it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RawRecord {
    /// The source's identifier in the registry.
    pub source: String,
    /// The source's own key for the document, stable from run to run.
    pub key: String,
    /// What it describes.
    pub kind: RawKind,
    /// The first number or symbol, verbatim; a limit names the document it belongs to.
    pub number: String,
    /// Further numbers of the same document.
    pub also: Vec<String>,
    /// Titles by language (`zh`, `en`, `fr`, `ja`, …).
    pub titles: BTreeMap<String, String>,
    /// Abstracts by language; may hold HTML.
    pub abstracts: BTreeMap<String, String>,
    /// Dates by role: `published`, `implemented`, `withdrawn`, `confirmed`, `comments_until`, `proposed_adoption`,
    /// `proposed_entry`.
    pub dates: BTreeMap<String, String>,
    /// The status word or stage of the source.
    pub status: Option<String>,
    /// Day for which the source vouches for the status.
    pub status_as_of: Option<String>,
    /// The issuing body as the source names it.
    pub body: Option<String>,
    /// The market as the source names it.
    pub market: Option<String>,
    /// The edition.
    pub edition: Option<String>,
    /// The document type (`technical-report`).
    pub document_type: Option<String>,
    /// Whether the law makes it binding, where the source says so.
    pub mandatory: Option<bool>,
    /// Committees.
    pub committees: Vec<String>,
    /// ICS codes.
    pub ics: Vec<String>,
    /// CCS codes.
    pub ccs: Vec<String>,
    /// HS codes.
    pub hs: Vec<String>,
    /// Products of the corpora, by identifier.
    pub products: Vec<String>,
    /// Other names (of a product).
    pub aliases: Vec<String>,
    /// Keywords.
    pub keywords: Vec<String>,
    /// Edges to other documents.
    pub relations: Vec<RawRelation>,
    /// The page for humans.
    pub url: Option<String>,
    /// Where the facts were seen.
    pub evidence: Vec<Evidence>,
    /// What may be shown.
    pub rights: Rights,
    /// The boxes of a notification.
    pub notification: Option<RawNotification>,
    /// The limit, for a record of that kind.
    pub limit: Option<Limit>,
    /// Whatever else the source says.
    pub extra: Map<String, Value>,
}
