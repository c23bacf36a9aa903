//! From bound values to a raw record.

use serde_json::Value;

use super::references::{adoptions, numbers, replaced_in_remark};
use super::{Cells, Field, day};
use crate::{Adoption, RawRecord, RawRelation, RelationKind, RowError};

impl Cells {
    /// Makes the record of one entry.
    ///
    /// Partial replacement stays in `extra` (`replaces_in_part`): an edge would retire a standard that is still in force.
    ///
    /// # Errors
    ///
    /// [`RowError`] when the number is missing or a date is no day.
    pub(crate) fn into_record(
        mut self,
        source: &str,
        key: Option<String>,
    ) -> Result<RawRecord, RowError> {
        let number = self
            .take(Field::Number)
            .ok_or_else(|| RowError::missing("number"))?;
        let mut record = RawRecord {
            source: source.to_owned(),
            key: key.unwrap_or_else(|| number.clone()),
            number,
            ..RawRecord::default()
        };
        if let Some(title) = self.take(Field::Title) {
            record.titles.insert(language_of(&title).to_owned(), title);
        }
        if let Some(title) = self.take(Field::TitleEn) {
            record.titles.insert("en".to_owned(), title);
        }
        for field in [Field::Published, Field::Implemented, Field::Withdrawn] {
            if let Some(text) = self.take(field) {
                let read = day(&text).ok_or_else(|| {
                    RowError::new(
                        field.name(),
                        format!("expected a day, found `{}`", short(&text)),
                    )
                })?;
                record.dates.insert(field.name().to_owned(), read);
            }
        }
        record.status = self.take(Field::Status);
        if let Some(nature) = self.take(Field::Nature) {
            record.mandatory = Some(nature.contains('强'));
            record.document_type = Some(nature);
        }
        record.ics = codes(self.take(Field::Ics));
        record.ccs = codes(self.take(Field::Ccs))
            .into_iter()
            .map(|code| code.replace(' ', ""))
            .collect();
        record.body = self.take(Field::Issuer);
        record.url = self.take(Field::Url);
        record
            .committees
            .extend(self.get(Field::Committee).map(str::to_owned));
        if let Some(scope) = self.take(Field::Scope) {
            record
                .abstracts
                .insert(language_of(&scope).to_owned(), scope);
        }
        self.relate(&mut record);
        for (field, value) in self.rest() {
            record
                .extra
                .insert(field.name().to_owned(), Value::String(value));
        }
        Ok(record)
    }

    fn relate(&mut self, record: &mut RawRecord) {
        let degree = self
            .take(Field::AdoptionDegree)
            .and_then(|word| Adoption::read(&word));
        for adopted in adoptions(&self.take(Field::Adopts).unwrap_or_default()) {
            record.relations.push(RawRelation {
                kind: RelationKind::Adopts,
                target: adopted.number,
                degree: adopted.degree.or(degree),
            });
        }
        let mut whole = numbers(&self.take(Field::Replaces).unwrap_or_default());
        let mut part = numbers(&self.take(Field::ReplacesInPart).unwrap_or_default());
        let (more_whole, more_part) =
            replaced_in_remark(self.get(Field::Remark).unwrap_or_default());
        whole.extend(more_whole);
        part.extend(more_part);
        let successors = numbers(&self.take(Field::ReplacedBy).unwrap_or_default());
        for (kind, targets) in [
            (RelationKind::Supersedes, whole),
            (RelationKind::SupersededBy, successors),
        ] {
            for target in targets {
                let edge = RawRelation {
                    kind,
                    target,
                    degree: None,
                };
                if !record.relations.contains(&edge) {
                    record.relations.push(edge);
                }
            }
        }
        if !part.is_empty() {
            record
                .extra
                .insert("replaces_in_part".to_owned(), part.into());
        }
    }
}

/// Reads a list of codes; a second group of two digits has lost its zero (`53.06` is 53.060).
fn codes(cell: Option<String>) -> Vec<String> {
    cell.unwrap_or_default()
        .split([',', '，', ';', '；', '、'])
        .map(str::trim)
        .filter(|code| !code.is_empty())
        .map(|code| match code.split_once('.') {
            Some((field, group))
                if group.len() == 2 && group.bytes().all(|byte| byte.is_ascii_digit()) =>
            {
                format!("{field}.{group}0")
            }
            _ => code.to_owned(),
        })
        .collect()
}

fn language_of(text: &str) -> &'static str {
    let han = |char: char| ('\u{4e00}'..='\u{9fff}').contains(&char);
    let kana = |char: char| ('\u{3040}'..='\u{30ff}').contains(&char);
    match (text.contains(kana), text.contains(han)) {
        (true, _) => "ja",
        (false, true) => "zh",
        (false, false) => "en",
    }
}

fn short(text: &str) -> String {
    text.chars().take(40).collect()
}
