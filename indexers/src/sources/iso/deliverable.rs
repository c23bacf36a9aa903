//! One deliverable.

use serde_json::{Map, Value};

use super::committees::Committees;
use super::open_data::ID;
use crate::fields::Fields;
use crate::page::Names;
use crate::sources::shape::Shape;
use crate::{RawRecord, RawRelation, RelationKind, RowError, json};

/// The first stage of a published document (ISO harmonised stage codes, 60.60).
pub(super) const PUBLISHED: u32 = 6060;

pub(super) const SHAPE: Shape = Shape {
    key: "id",
    always: &[
        "deliverableType",
        "reference",
        "publicationDate",
        "currentStage",
    ],
    sometimes: &[
        "supplementType",
        "title",
        "edition",
        "icsCode",
        "ownerCommittee",
        "replaces",
        "replacedBy",
        "languages",
        "pages",
        "scope",
    ],
};

/// What the codes of deliverables mean, in the words that other catalogues of ISO use.
const TYPES: [(&str, &str); 10] = [
    ("IS", "international-standard"),
    ("TR", "technical-report"),
    ("TS", "technical-specification"),
    ("PAS", "publicly-available-specification"),
    ("R", "recommendation"),
    ("GUIDE", "guide"),
    ("IWA", "international-workshop-agreement"),
    ("ISP", "international-standardized-profile"),
    ("DATA", "data"),
    ("TTA", "technology-trends-assessment"),
];

/// Tells a reference from what stands in its place for some withdrawn documents (`Withdrawn 1701/Add 1`).
pub(super) fn is_reference(reference: &str) -> bool {
    let reference = reference.trim();
    !reference.is_empty() && !reference.starts_with("Withdrawn")
}

/// Tells an entry whose reference is none.
pub(super) fn is_junk(item: &Value) -> bool {
    let reference = item.get("reference").and_then(Value::as_str);
    reference.is_some_and(|reference| !is_reference(reference))
}

/// Reads a deliverable; `names` tells what the others are called, `committees` what theirs are.
///
/// # Errors
///
/// [`RowError`] names the field that is missing or has the wrong shape.
pub(super) fn read(
    mut fields: Fields,
    names: Option<&Names>,
    committees: &Committees,
) -> Result<RawRecord, RowError> {
    let key = fields.required("id")?;
    let stage = stage(fields.text("currentStage")?)?;
    let is_draft = stage.is_some_and(|stage| stage < PUBLISHED);
    let mut titles = texts(fields.object("title")?);
    titles.retain(|(_, title)| title != "Title missing");
    let scope = texts(fields.object("scope")?);
    let mut edges = Edges::new(names, is_draft);
    edges.read(RelationKind::Supersedes, &fields.list("replaces")?)?;
    edges.read(RelationKind::SupersededBy, &fields.list("replacedBy")?)?;
    let kind = fields.text("deliverableType")?;
    let published = fields.text("publicationDate")?;
    let record = RawRecord {
        source: ID.to_owned(),
        number: fields.required("reference")?,
        titles: titles.into_iter().collect(),
        abstracts: scope
            .into_iter()
            .map(|(language, text)| (language, without_comments(&text)))
            .collect(),
        dates: published
            .map(|day| ("published".to_owned(), day))
            .into_iter()
            .collect(),
        status: stage.map(|stage| format!("{:02}.{:02}", stage / 100, stage % 100)),
        body: Some("ISO".to_owned()),
        edition: fields.text("edition")?,
        document_type: kind.map(|kind| match TYPES.iter().find(|(code, _)| *code == kind) {
            Some((_, name)) => (*name).to_owned(),
            None => kind,
        }),
        committees: fields
            .text("ownerCommittee")?
            .map(|reference| committees.named(reference))
            .into_iter()
            .collect(),
        ics: fields.texts("icsCode")?,
        relations: edges.found,
        url: Some(format!("https://www.iso.org/standard/{key}.html")),
        key,
        ..RawRecord::default()
    };
    let mut extra = fields.rest();
    extra.extend(edges.extra);
    Ok(RawRecord { extra, ..record })
}

/// Reads a stage, a number without its leading zeros (`20` is 00.20).
fn stage(text: Option<String>) -> Result<Option<u32>, RowError> {
    let Some(text) = text else {
        return Ok(None);
    };
    match text.parse::<u32>() {
        Ok(stage) if stage < 10_000 => Ok(Some(stage)),
        _ => {
            let shown: String = text.chars().take(20).collect();
            let reason = format!("expected a stage of four digits, found `{shown}`");
            Err(RowError::new("currentStage", reason))
        }
    }
}

fn texts(object: Map<String, Value>) -> Vec<(String, String)> {
    let texts = object.into_iter().filter_map(|(language, text)| {
        let text = text.as_str()?.trim().to_owned();
        (!text.is_empty()).then_some((language, text))
    });
    texts.collect()
}

/// Takes out `<!-- … -->`: scopes pasted from a word processor carry pages of style definitions there.
fn without_comments(html: &str) -> String {
    let mut kept = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, inside)) = rest.split_once("<!--") {
        kept.push_str(before);
        rest = inside.split_once("-->").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept
}

/// Edges to deliverables that are named by number.
struct Edges<'names> {
    names: Option<&'names Names>,
    is_draft: bool,
    found: Vec<RawRelation>,
    extra: Map<String, Value>,
}

impl<'names> Edges<'names> {
    fn new(names: Option<&'names Names>, is_draft: bool) -> Self {
        Self {
            names,
            is_draft,
            found: Vec::new(),
            extra: Map::new(),
        }
    }

    /// Reads one list; what is a draft on either side stays in `extra`, because an edge would call the other replaced.
    fn read(&mut self, kind: RelationKind, ids: &[Value]) -> Result<(), RowError> {
        let (field, of_drafts) = match kind {
            RelationKind::Supersedes => ("replaces", "revises"),
            _ => ("replacedBy", "revised_by"),
        };
        let mut drafts = Vec::new();
        let mut unknown = Vec::new();
        for id in ids {
            let id = json::count(id).ok_or_else(|| {
                RowError::new(
                    field,
                    "expected a list of numbers, found another value in it",
                )
            })?;
            match self.names.and_then(|names| names.get(id)) {
                Some(named) if named.is_published && !self.is_draft => {
                    self.found.push(RawRelation {
                        kind,
                        target: named.number.to_string(),
                        degree: None,
                    });
                }
                Some(named) => drafts.push(Value::from(named.number.as_ref())),
                None => unknown.push(Value::from(id)),
            }
        }
        for (name, values) in [
            (of_drafts.to_owned(), drafts),
            (format!("{field}_unknown"), unknown),
        ] {
            if !values.is_empty() {
                self.extra.insert(name, Value::Array(values));
            }
        }
        Ok(())
    }
}
