//! One document, in the two shapes that the data sets have: `docid`, `link`, `docstatus.stage.value` of schema 1.2,
//! `docidentifier`, `source`, `status.stage.content` of later ones.

use std::collections::{BTreeMap, HashSet};

use serde_json::{Map, Value};

use super::catalogue::{relation_kind, role_of};
use crate::{RawRecord, RawRelation, RowError};

type Object = Map<String, Value>;

/// Reads a document; `file` is its path in the repository.
///
/// # Errors
///
/// [`RowError`] when it has no identifier.
pub(super) fn read(
    document: &Object,
    source: &str,
    body: &str,
    file: &str,
) -> Result<RawRecord, RowError> {
    let numbers = identifiers(document);
    let mut numbers = numbers.into_iter();
    let number = numbers.next().ok_or_else(|| RowError::missing("docid"))?;
    let own = items(document, &["ext"]);
    let extension = own.first().and_then(|own| own.as_object());
    let of_extension = |names: &[&str]| extension.map_or_else(Vec::new, |own| items(own, names));
    let mut record = RawRecord {
        source: source.to_owned(),
        key: file.to_owned(),
        number,
        also: numbers.collect(),
        titles: titles(document),
        abstracts: by_language(&items(document, &["abstract"])),
        dates: dates(document),
        status: status(document),
        body: Some(body.to_owned()),
        edition: items(document, &["edition"])
            .first()
            .and_then(|edition| text(edition)),
        document_type: of_extension(&["doctype"])
            .first()
            .and_then(|kind| text(kind)),
        committees: committees(&of_extension(&["editorialgroup"])),
        ics: of_extension(&["ics"])
            .into_iter()
            .filter_map(|code| field(code, &["code"]))
            .collect(),
        keywords: items(document, &["keyword"])
            .into_iter()
            .filter_map(text)
            .collect(),
        relations: relations(document),
        ..RawRecord::default()
    };
    let links = items(document, &["link", "source"]);
    let page = links
        .iter()
        .find(|link| field(link, &["type"]).as_deref() == Some("src"));
    record.url = page.or(links.first()).and_then(|link| text(link));
    if record.titles.is_empty() && record.dates.is_empty() {
        return Err(RowError::missing("title"));
    }
    Ok(record)
}

/// Returns a field as a list: absent is empty, one is a list of one.
fn items<'page>(object: &'page Object, names: &[&str]) -> Vec<&'page Value> {
    match names.iter().find_map(|name| object.get(*name)) {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Array(items)) => items.iter().collect(),
        Some(one) => vec![one],
    }
}

/// Returns the words of a value: a text, a number, or what stands under `content` or `type` in an object.
fn text(value: &Value) -> Option<String> {
    let words = match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Object(_) => return field(value, &["content", "type", "value", "name"]),
        _ => return None,
    };
    (!words.is_empty()).then_some(words)
}

/// Returns the words of the first field that has any.
fn field(value: &Value, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| match value.get(*name)? {
        Value::Object(_) => None,
        Value::Array(items) => items.first().and_then(text),
        plain => text(plain),
    })
}

/// Identifiers of a document that are looked at; none has more than a handful.
const MOST_IDENTIFIERS: usize = 50;

/// Returns the numbers of a document, the one it is known by first; URNs and file references are none.
fn identifiers(document: &Object) -> Vec<String> {
    let mut found: Vec<(bool, String)> = Vec::new();
    let identifiers = items(document, &["docid", "docidentifier"]);
    for identifier in identifiers.into_iter().take(MOST_IDENTIFIERS) {
        let kind = field(identifier, &["type"]).unwrap_or_default();
        let is_number =
            !["URN", "iso-reference", "iso-with-lang", "DOI", "ISBN"].contains(&kind.as_str());
        if let (true, Some(number)) = (is_number, field(identifier, &["id", "content"])) {
            let is_primary = identifier.get("primary") == Some(&Value::Bool(true));
            if !found.iter().any(|(_, known)| *known == number) {
                found.push((is_primary, number));
            }
        }
    }
    found.sort_by_key(|(is_primary, _)| !is_primary);
    found.into_iter().map(|(_, number)| number).collect()
}

fn language_of(item: &Value) -> String {
    let code = field(item, &["language"]).unwrap_or_else(|| "en".to_owned());
    code.to_ascii_lowercase()
}

fn by_language(items: &[&Value]) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for item in items {
        if let Some(words) = text(item) {
            found.entry(language_of(item)).or_insert(words);
        }
    }
    found
}

/// A title is whole under `main`, or in pieces: intro, main, part.
fn titles(document: &Object) -> BTreeMap<String, String> {
    let all = items(document, &["title"]);
    let of = |kind: &str| -> Vec<&Value> {
        let of_kind = all.iter().copied();
        of_kind
            .filter(|title| field(title, &["type"]).as_deref() == Some(kind))
            .collect()
    };
    let whole = by_language(&of("main"));
    if !whole.is_empty() {
        return whole;
    }
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    for kind in ["title-intro", "title-main", "title-part"] {
        for (language, words) in by_language(&of(kind)) {
            let title = found.entry(language).or_default();
            if !title.is_empty() {
                title.push_str(" - ");
            }
            title.push_str(&words);
        }
    }
    if found.is_empty() {
        return by_language(&all);
    }
    found
}

fn dates(document: &Object) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for date in items(document, &["date"]) {
        let kind = field(date, &["type"]).unwrap_or_default();
        let day = field(date, &["value", "at", "on", "from"]);
        if let (Some(role), Some(day)) = (role_of(&kind), day) {
            found.entry(role.to_owned()).or_insert(day);
        }
    }
    found
}

/// Joins stage and substage as `95.99`.
fn status(document: &Object) -> Option<String> {
    let status = *items(document, &["docstatus", "status"]).first()?;
    let part = |name: &str| {
        let part = status.get(name)?;
        field(part, &["value", "content"]).or_else(|| text(part))
    };
    let stage = part("stage")?;
    Some(match part("substage") {
        Some(substage) => format!("{stage}.{substage}"),
        None => stage,
    })
}

fn committees(groups: &[&Value]) -> Vec<String> {
    let lists = groups.iter().filter_map(|group| {
        let committees = group
            .get("technical_committee")
            .or_else(|| group.get("technical-committee"))?;
        Some(match committees {
            Value::Array(committees) => committees.iter().collect(),
            one => vec![one],
        })
    });
    let names = lists.flatten().filter_map(|committee: &Value| {
        let name = field(committee, &["name", "content"]);
        let number = field(committee, &["identifier"]);
        match (number, name) {
            (Some(number), Some(name)) => Some(format!("{number} {name}")),
            (number, name) => number.or(name),
        }
    });
    names.collect()
}

fn relations(document: &Object) -> Vec<RawRelation> {
    let mut found: Vec<RawRelation> = Vec::new();
    let mut seen = HashSet::new();
    for relation in items(document, &["relation"]) {
        let kind = field(relation, &["type"]).and_then(|kind| relation_kind(&kind));
        let (Some(kind), Some(item)) = (kind, relation.get("bibitem")) else {
            continue;
        };
        let target = item
            .as_object()
            .and_then(|item| identifiers(item).into_iter().next());
        let target = target.or_else(|| {
            let reference = item.get("formattedref")?;
            text(reference)
        });
        if let Some(target) = target
            && seen.insert((kind, target.clone()))
        {
            found.push(RawRelation {
                kind,
                target,
                degree: None,
            });
        }
    }
    found
}
