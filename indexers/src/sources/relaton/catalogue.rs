//! Catalogue rows in the shape of the Relaton data sets: ISO, IEC, JIS, ITU, ETSI, IEEE, OIML, Ecma, EASC.

use serde_json::{Map, Value};

use crate::fields::Fields;
use crate::registry::Source;
use crate::{Adoption, RawRecord, RawRelation, RelationKind, RowError, source_info};

/// The reader.
#[derive(Debug)]
pub(crate) struct Catalogue;

impl Source for Catalogue {
    fn recognises(&self, row: &Map<String, Value>) -> bool {
        row.contains_key("number") && row.contains_key("source_repo") && row.contains_key("sdo")
    }

    fn read(&self, row: Map<String, Value>) -> Result<RawRecord, RowError> {
        let mut fields = Fields::new(row);
        let repository = fields.required("source_repo")?;
        let number = fields.required("number")?;
        let identifier = fields.text("id")?;
        let key = fields
            .text("source_path")?
            .or(identifier)
            .unwrap_or_else(|| number.clone());
        let mut relations = typed_relations(fields.object("relations")?);
        for (name, kind) in EDGES {
            relations.extend(edges(kind, fields.texts(name)?));
        }
        relations.extend(adoptions(fields.list("adopts")?)?);
        let mut dates: Vec<(String, String)> = Vec::new();
        for (role, value) in fields.object("dates")? {
            if let (Some(role), Some(date)) = (role_of(&role), value.as_str()) {
                dates.push((role.to_owned(), date.to_owned()));
            }
        }
        for role in ["published", "withdrawn"] {
            if let Some(date) = fields.text(role)? {
                dates.push((role.to_owned(), date));
            }
        }
        let status = fields.text("status")?;
        let stage = fields.text("stage")?;
        // Said by other fields, or of use to the data set alone.
        for name in ["lang", "ics_text", "other_ids", "is_supplement"] {
            fields.any(name);
        }
        Ok(RawRecord {
            source: source_of(&repository)?,
            key,
            titles: fields.by_language("title")?.into_iter().collect(),
            abstracts: fields.by_language("abstract")?.into_iter().collect(),
            dates: dates.into_iter().collect(),
            status: stage.or(status),
            body: fields.text("sdo")?,
            edition: fields.text("edition")?,
            document_type: fields.text("doctype")?,
            committees: fields.texts("tc")?,
            ics: fields.texts("ics")?,
            keywords: fields.texts("keywords")?,
            relations,
            url: fields.text("url")?,
            extra: fields.rest(),
            number,
            ..RawRecord::default()
        })
    }
}

/// Fields that are lists of numbers, and what the record is to them.
///
/// `amendments` of this data set names newer editions as well as amendments, so it is not read as an edge: the
/// amendment's own row names its base.
const EDGES: [(&str, RelationKind); 2] = [
    ("replaces", RelationKind::Supersedes),
    ("replaced_by", RelationKind::SupersededBy),
];

/// Typed edges of the data set; those not named here say nothing that another field does not.
const TYPED: [(&str, RelationKind); 6] = [
    ("obsoletes", RelationKind::Supersedes),
    ("obsoletedBy", RelationKind::SupersededBy),
    ("hasSuccessor", RelationKind::SupersededBy),
    ("partOf", RelationKind::PartOf),
    ("adoptedFrom", RelationKind::Adopts),
    ("amends", RelationKind::Amends),
];

/// Returns what an edge of the data set means to us.
pub(super) fn relation_kind(name: &str) -> Option<RelationKind> {
    let row = TYPED.iter().find(|(known, _)| *known == name);
    row.map(|(_, kind)| *kind)
}

fn typed_relations(relations: Map<String, Value>) -> Vec<RawRelation> {
    relations
        .into_iter()
        .filter_map(|(name, targets)| {
            let kind = relation_kind(&name)?;
            let Value::Array(targets) = targets else {
                return None;
            };
            Some(targets.into_iter().filter_map(move |target| {
                let target = target.as_str()?.to_owned();
                Some(RawRelation {
                    kind,
                    target,
                    degree: None,
                })
            }))
        })
        .flatten()
        .collect()
}

fn edges(kind: RelationKind, targets: Vec<String>) -> impl Iterator<Item = RawRelation> {
    targets.into_iter().map(move |target| RawRelation {
        kind,
        target,
        degree: None,
    })
}

/// Reads adoption edges: a number, or an object with number and degree.
pub(crate) fn adoptions(items: Vec<Value>) -> Result<Vec<RawRelation>, RowError> {
    items
        .into_iter()
        .map(|item| match item {
            Value::String(target) => Ok((target, None)),
            Value::Object(mut edge) => match edge.remove("number") {
                Some(Value::String(target)) => Ok((target, edge.remove("degree"))),
                _ => Err(RowError::new(
                    "adopts",
                    "expected an object with a `number`, found none",
                )),
            },
            _ => Err(RowError::new(
                "adopts",
                "expected a number or an object, found another value",
            )),
        })
        .map(|edge| {
            edge.map(|(target, degree)| RawRelation {
                kind: RelationKind::Adopts,
                target,
                degree: degree
                    .as_ref()
                    .and_then(Value::as_str)
                    .and_then(Adoption::read),
            })
        })
        .collect()
}

/// Names of dates in the data sets, and the role each has for us.
///
/// `created`, `updated` and `stable-until` are about the data set or a plan; `obsoleted` is the day of withdrawal.
pub(super) fn role_of(name: &str) -> Option<&'static str> {
    match name {
        "published" | "issued" => Some("published"),
        "implemented" => Some("implemented"),
        "obsoleted" | "withdrawn" => Some("withdrawn"),
        "confirmed" => Some("confirmed"),
        _ => None,
    }
}

fn source_of(repository: &str) -> Result<String, RowError> {
    let id = repository
        .rsplit('/')
        .next()
        .unwrap_or(repository)
        .replace("relaton-data-", "relaton-");
    match source_info(&id) {
        Some(info) => Ok(info.id.to_owned()),
        None => Err(RowError::new(
            "source_repo",
            format!("expected one of the known catalogues, found `{repository}`"),
        )),
    }
}

#[cfg(test)]
mod tests {
    use crate::read_row;
    use crate::sources::testing::row as read;

    const ROW: &str = r#"{"id":"ISO1-2","number":"ISO 10106:2018","title_en":"Cork stoppers","title_fr":"Bouchons",
        "published":"2018-10","dates":{"published":"2018-10"},"withdrawn":"2021-03-01","edition":"2","status":"withdrawn",
        "stage":"95.99","ics":["55.100"],"ics_text":["Bottles"],"replaces":["ISO 10106:2003"],
        "replaced_by":["ISO 10106:2021"],"lang":["en"],"source_repo":"relaton/relaton-data-iso",
        "source_path":"data/iso-10106-2018.yaml","sdo":"ISO","price_code":"A"}"#;

    #[test]
    fn a_catalogue_row_keeps_titles_dates_edges_and_what_it_does_not_know() {
        let record = read(ROW);
        assert_eq!(record.source, "relaton-iso");
        assert_eq!(record.key, "data/iso-10106-2018.yaml");
        assert_eq!(record.titles["fr"], "Bouchons");
        assert_eq!(record.dates["withdrawn"], "2021-03-01");
        assert_eq!(record.status.as_deref(), Some("95.99"));
        assert_eq!(record.relations.len(), 2);
        assert_eq!(record.extra["price_code"], "A");
        assert!(!record.extra.contains_key("lang"));
    }

    #[test]
    fn a_row_without_a_number_names_the_field() {
        let error = read_row(&ROW.replace("ISO 10106:2018\"", "\"")).unwrap_err();
        assert_eq!(error.to_string(), "field `number`: missing or empty");
    }

    #[test]
    fn an_unknown_catalogue_is_refused_by_name() {
        let error = read_row(&ROW.replace("data-iso\"", "data-xyz\"")).unwrap_err();
        assert!(error.to_string().contains("relaton-data-xyz"), "{error}");
    }
}
