//! Rows of the public lists of Chinese standards.

use serde_json::{Map, Value};

use super::relaton::adoptions;
use crate::fields::Fields;
use crate::registry::Source;
use crate::{Evidence, RawRecord, RawRelation, RelationKind, RowError};

/// The reader.
#[derive(Debug)]
pub(crate) struct List;

impl Source for List {
    fn recognises(&self, row: &Map<String, Value>) -> bool {
        ["number", "nature", "evidence"]
            .iter()
            .all(|name| row.contains_key(*name))
    }

    fn read(&self, row: Map<String, Value>) -> Result<RawRecord, RowError> {
        let mut fields = Fields::new(row);
        let number = fields.required("number")?;
        let key = fields.text("id")?.unwrap_or_else(|| number.clone());
        let nature = fields.text("nature")?;
        let mut relations = adoptions(fields.list("adopts")?)?;
        for (name, kind) in [
            ("replaces", RelationKind::Supersedes),
            ("replaced_by", RelationKind::SupersededBy),
        ] {
            let targets = fields.texts(name)?.into_iter();
            relations.extend(targets.map(|target| RawRelation {
                kind,
                target,
                degree: None,
            }));
        }
        let mut dates = Vec::new();
        for role in ["published", "implemented"] {
            dates.extend(fields.text(role)?.map(|date| (role.to_owned(), date)));
        }
        let evidence = fields.texts("evidence")?;
        for name in ["lang", "source_repo"] {
            fields.any(name);
        }
        Ok(RawRecord {
            source: "gb-seed".to_owned(),
            key,
            number,
            titles: fields.by_language("title")?.into_iter().collect(),
            dates: dates.into_iter().collect(),
            status: fields.text("status")?,
            market: Some("CN".to_owned()),
            mandatory: nature.as_deref().map(|nature| nature.contains("强制")),
            document_type: nature,
            ics: fields.texts("ics")?,
            relations,
            url: fields.text("url")?,
            evidence: evidence
                .into_iter()
                .map(|source| Evidence {
                    kind: "seen".to_owned(),
                    source: Some(source),
                    ..Evidence::default()
                })
                .collect(),
            extra: fields.rest(),
            ..RawRecord::default()
        })
    }
}
