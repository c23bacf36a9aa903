//! Rows gathered by hand for Hebei's export products: products, standards, regulations, limit values.

use serde_json::{Map, Value};

use super::relaton::adoptions;
use crate::fields::Fields;
use crate::registry::Source;
use crate::{Evidence, Limit, RawKind, RawRecord, RawRelation, RelationKind, Rights, RowError};

const SOURCE: &str = "starter";

fn has(row: &Map<String, Value>, names: &[&str]) -> bool {
    names.iter().all(|name| row.contains_key(*name))
}

fn evidence(fields: &mut Fields) -> Result<Vec<Evidence>, RowError> {
    fields
        .list("evidence")?
        .into_iter()
        .map(|item| {
            serde_json::from_value(item)
                .map_err(|reason| RowError::new("evidence", reason.to_string()))
        })
        .collect()
}

/// Reader of standards.
#[derive(Debug)]
pub(crate) struct Standards;

impl Source for Standards {
    fn recognises(&self, row: &Map<String, Value>) -> bool {
        has(row, &["number", "body", "market", "evidence_class"])
    }

    fn read(&self, row: Map<String, Value>) -> Result<RawRecord, RowError> {
        let mut fields = Fields::new(row);
        let number = fields.required("number")?;
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
        let abstracts = fields
            .text("scope_zh")?
            .map(|scope| ("zh".to_owned(), scope));
        Ok(RawRecord {
            source: SOURCE.to_owned(),
            key: format!("standard/{number}"),
            number,
            titles: fields.by_language("title")?.into_iter().collect(),
            abstracts: abstracts.into_iter().collect(),
            dates: dates.into_iter().collect(),
            status: fields.text("status")?,
            status_as_of: fields.text("status_as_of")?,
            body: fields.text("body")?,
            market: fields.text("market")?,
            document_type: fields.text("kind")?,
            mandatory: fields.flag("mandatory")?,
            ics: fields.texts("ics")?,
            ccs: fields.texts("ccs")?,
            products: fields.texts("products")?,
            relations,
            url: fields.text("url")?,
            evidence: evidence(&mut fields)?,
            rights: Rights::Facts,
            extra: fields.rest(),
            ..RawRecord::default()
        })
    }
}

/// Reader of regulations.
#[derive(Debug)]
pub(crate) struct Regulations;

impl Source for Regulations {
    fn recognises(&self, row: &Map<String, Value>) -> bool {
        has(row, &["id", "market", "citation", "evidence"])
    }

    fn read(&self, row: Map<String, Value>) -> Result<RawRecord, RowError> {
        let mut fields = Fields::new(row);
        let id = fields.required("id")?;
        let in_force = fields.text("in_force")?;
        let mut extra = Map::new();
        // `applies 2012-05-08`, `1984`: the words stay, the date is read by whoever knows dates.
        let dates = in_force.map(|date| ("implemented".to_owned(), date));
        for name in ["citation", "title_zh_basis"] {
            extra.extend(fields.any(name).map(|value| (name.to_owned(), value)));
        }
        Ok(RawRecord {
            source: SOURCE.to_owned(),
            kind: RawKind::Regulation,
            key: format!("regulation/{id}"),
            number: id,
            titles: fields.by_language("title")?.into_iter().collect(),
            dates: dates.into_iter().collect(),
            market: fields.text("market")?,
            mandatory: Some(true),
            hs: fields.texts("hs")?,
            products: fields.texts("products")?,
            evidence: evidence(&mut fields)?,
            rights: Rights::Facts,
            extra,
            ..RawRecord::default()
        })
    }
}

/// Reader of products.
#[derive(Debug)]
pub(crate) struct Products;

impl Source for Products {
    fn recognises(&self, row: &Map<String, Value>) -> bool {
        has(row, &["id", "name_zh", "name_en", "hs"])
    }

    fn read(&self, row: Map<String, Value>) -> Result<RawRecord, RowError> {
        let mut fields = Fields::new(row);
        let id = fields.required("id")?;
        let mut aliases = fields.texts("aliases_zh")?;
        aliases.extend(fields.texts("aliases_en")?);
        Ok(RawRecord {
            source: SOURCE.to_owned(),
            kind: RawKind::Product,
            key: format!("product/{id}"),
            products: vec![id.clone()],
            number: id,
            titles: fields.by_language("name")?.into_iter().collect(),
            aliases,
            ics: fields.texts("ics")?,
            ccs: fields.texts("ccs")?,
            hs: fields.texts("hs")?,
            rights: Rights::Facts,
            extra: fields.rest(),
            ..RawRecord::default()
        })
    }
}

/// Reader of limit values.
#[derive(Debug)]
pub(crate) struct Limits;

impl Source for Limits {
    fn recognises(&self, row: &Map<String, Value>) -> bool {
        has(row, &["standard", "parameter_zh", "comparator", "value"])
    }

    fn read(&self, row: Map<String, Value>) -> Result<RawRecord, RowError> {
        let mut fields = Fields::new(row);
        let id = fields.required("id")?;
        let named = fields.required("standard")?;
        let reference = fields.object("standard_ref")?;
        let target = ["number", "id"]
            .iter()
            .find_map(|name| reference.get(*name)?.as_str());
        // An act's identifier may read like a number (`UNECE-R117`), so what it is travels with it.
        let document_type = reference.get("type").and_then(Value::as_str);
        let document_type = document_type.map(str::to_owned);
        let product = fields.text("product")?;
        let limit = Limit {
            parameter_zh: fields.required("parameter_zh")?,
            parameter_en: fields.required("parameter_en")?,
            comparator: fields.required("comparator")?,
            value: fields
                .any("value")
                .ok_or_else(|| RowError::missing("value"))?,
            unit: fields.text("unit")?,
            condition: fields.text("condition")?,
            method: fields.text("method")?,
            clause: fields.text("clause")?,
            product: product.clone(),
        };
        Ok(RawRecord {
            source: SOURCE.to_owned(),
            kind: RawKind::Limit,
            key: format!("limit/{id}"),
            number: target.map_or(named, str::to_owned),
            document_type,
            products: product.into_iter().collect(),
            evidence: evidence(&mut fields)?,
            rights: Rights::Facts,
            limit: Some(limit),
            ..RawRecord::default()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sources::testing::row as read;

    #[test]
    fn each_starter_row_is_told_from_the_others_by_its_fields() {
        let product =
            read(r#"{"id":"pear","name_zh":"鲜梨","name_en":"Pears","hs":["080830"],"ics":[]}"#);
        assert_eq!(
            (product.kind, product.number.as_str()),
            (RawKind::Product, "pear")
        );
        let regulation = read(
            r#"{"id":"EU-305-2011-CPR","market":"EU","title_en":"CPR","citation":"OJ","evidence":[],"in_force":"2013-07-01"}"#,
        );
        assert_eq!(regulation.number, "EU-305-2011-CPR");
        assert_eq!(regulation.dates["implemented"], "2013-07-01");
        let standard = read(
            r#"{"number":"GB/T 1-2020","kind":"national","body":"SAC","market":"CN","title_zh":"甲","status":"current",
                "adopts":[{"number":"ISO 1:2019","degree":"MOD"}],"evidence":[{"type":"seen","url_or_repo":"u"}],
                "evidence_class":"seen"}"#,
        );
        assert_eq!(standard.relations[0].degree, Some(crate::Adoption::Mod));
        assert_eq!(standard.evidence[0].source.as_deref(), Some("u"));
        let limit = read(
            r#"{"id":"ind-1","standard":"A / B","product":"pear","parameter_zh":"铅","parameter_en":"lead",
                "comparator":"<=","value":0.1,"unit":"mg/kg","evidence":[],"standard_ref":{"number":"GB 2762-2022"}}"#,
        );
        assert_eq!(
            (limit.kind, limit.number.as_str()),
            (RawKind::Limit, "GB 2762-2022")
        );
    }
}
