//! Acts of EU law from Cellar, the repository behind EUR-Lex (SOURCES 4.1); EUR-Lex itself keeps programs out.

use std::collections::{BTreeMap, HashSet};

use serde_json::Value;

use super::parts::{address, dates, parts_of, texts};
use crate::page::{CrawlPlan, Listing, Page, PageError, PageReading, PageSource, Request};
use crate::{RawKind, RawRecord, RawRelation, RelationKind, RowError, json};

const ID: &str = "eu-cellar";
const SERVICE: &str = "https://publications.europa.eu/webapi/rdf/sparql";

/// Acts that products exported to the EU meet: toys, general safety, market surveillance, chemicals, machines, low voltage,
/// food contact, construction, tyres. The settings `celex` and `subjects` (numbers of `EuroVoc` concepts) name others.
const ACTS: &str = "32009L0048,32025R2509,32023R0988,32019R1020,32006R1907,32011L0065,32006L0042,32023R1230,32014L0035,\
    32004R1935,32011R0010,32011R0305,32024R3110,32020R0740,32019R2144";

/// Acts named in one query: the address stays short enough for any server.
const ACTS_AT_ONCE: usize = 50;
/// Rows of one page of a subject.
const ROWS: usize = 500;

/// The source.
#[derive(Debug)]
pub(crate) struct Cellar;

impl PageSource for Cellar {
    fn id(&self) -> &'static str {
        ID
    }

    fn hosts(&self) -> &'static [&'static str] {
        &["publications.europa.eu"]
    }

    fn seeds(&self, plan: &CrawlPlan) -> Vec<Request> {
        let subjects = plan.setting("subjects");
        let default = if subjects.is_some() { "" } else { ACTS };
        let acts = parts_of(plan.setting("celex").unwrap_or(default)).filter(|act| is_celex(act));
        let acts: Vec<&str> = acts.collect();
        let mut seeds: Vec<Request> = acts
            .chunks(ACTS_AT_ONCE)
            .map(|acts| Wish::Acts(acts.iter().map(|act| (*act).to_owned()).collect()).request())
            .collect();
        let since = plan.since.map(|since| since.to_string());
        let concepts = parts_of(subjects.unwrap_or_default());
        let concepts = concepts.filter(|concept| concept.bytes().all(|byte| byte.is_ascii_digit()));
        seeds.extend(concepts.map(|concept| {
            Wish::Subject {
                concept: concept.to_owned(),
                since: since.clone(),
                offset: 0,
            }
            .request()
        }));
        seeds
    }

    fn read(&self, page: &Page<'_>) -> Result<PageReading, PageError> {
        let wish: Wish = serde_json::from_str(&page.request.note)
            .map_err(|reason| PageError::new("a request of this source", reason.to_string()))?;
        let expected = "SPARQL results with `results.bindings`";
        let mut answer = json::object(page, expected)?;
        let Some(Value::Object(mut results)) = answer.remove("results") else {
            return Err(PageError::new(expected, "an object without them"));
        };
        let rows = json::take_list(&mut results, "bindings")?;
        let mut reading = PageReading::default();
        let mut acts: BTreeMap<String, Act> = BTreeMap::new();
        let mut keys = Vec::new();
        for row in &rows {
            let Some(celex) = text_of(row, "celex").filter(|celex| is_celex(celex)) else {
                reading.bad.push(RowError::missing("celex"));
                continue;
            };
            if !acts.contains_key(&celex) {
                keys.push(celex.clone());
            }
            acts.entry(celex).or_default().take(row);
        }
        for celex in &keys {
            let act = acts.remove(celex).unwrap_or_default();
            match act.record(celex) {
                Ok(record) => reading.records.push(record),
                Err(error) => reading.bad.push(error),
            }
        }
        let next = wish.next(rows.len());
        reading.listing = Some(Listing {
            walk: wish.walk(),
            total: None,
            keys,
            last: next.is_none(),
        });
        reading.links.extend(next.map(|wish| wish.request()));
        Ok(reading)
    }
}

/// What a query asks for, kept in its note.
#[derive(Debug, serde::Serialize, serde::Deserialize)]
enum Wish {
    Acts(Vec<String>),
    Subject {
        concept: String,
        since: Option<String>,
        offset: usize,
    },
}

impl Wish {
    fn walk(&self) -> String {
        match self {
            Self::Acts(acts) => format!("acts from {}", acts.first().map_or("", String::as_str)),
            Self::Subject { concept, since, .. } => {
                format!("subject {concept} {}", since.as_deref().unwrap_or_default())
            }
        }
    }

    /// A full page of a subject has another behind it.
    fn next(&self, rows: usize) -> Option<Self> {
        match self {
            Self::Subject {
                concept,
                since,
                offset,
            } if rows >= ROWS => Some(Self::Subject {
                concept: concept.clone(),
                since: since.clone(),
                offset: offset + ROWS,
            }),
            _ => None,
        }
    }

    fn request(&self) -> Request {
        let query = [
            ("query", self.query()),
            ("format", "application/sparql-results+json".to_owned()),
        ];
        let query: Vec<(&str, &str)> = query
            .iter()
            .map(|(name, text)| (*name, text.as_str()))
            .collect();
        Request::get("acts", address(SERVICE, &query))
            .header("accept", "application/sparql-results+json")
            .noted(serde_json::to_string(self).unwrap_or_default())
    }

    /// Identifiers are typed literals, so they are compared as strings.
    fn query(&self) -> String {
        let (filter, page) = match self {
            Self::Acts(acts) => {
                let list: Vec<String> = acts.iter().map(|act| format!("\"{act}\"")).collect();
                (
                    format!("FILTER(STR(?id) IN ({}))", list.join(", ")),
                    String::new(),
                )
            }
            Self::Subject {
                concept,
                since,
                offset,
            } => {
                let mut filter = format!(
                    "?work cdm:work_is_about_concept_eurovoc <http://eurovoc.europa.eu/{concept}> ."
                );
                if let Some(since) = since {
                    filter += " FILTER(STR(?day) >= \"";
                    filter += since;
                    filter += "\")";
                }
                (filter, format!(" LIMIT {ROWS} OFFSET {offset}"))
            }
        };
        let day = if matches!(self, Self::Subject { since: Some(_), .. }) {
            "?work cdm:work_date_document ?day ."
        } else {
            "OPTIONAL { ?work cdm:work_date_document ?day }"
        };
        let relations: Vec<String> = RELATIONS.iter().map(|(_, name, property)| {
            format!("OPTIONAL {{ ?work cdm:{property} ?{name}_ . ?{name}_ cdm:resource_legal_id_celex ?{name}_id }}")
        }).collect();
        let united: Vec<String> = RELATIONS
            .iter()
            .map(|(_, name, _)| {
                format!("(GROUP_CONCAT(DISTINCT STR(?{name}_id); separator=\" \") AS ?{name})")
            })
            .collect();
        format!(
            "PREFIX cdm: <http://publications.europa.eu/ontology/cdm#> \
             SELECT ?celex (SAMPLE(?name) AS ?title) (SAMPLE(?force) AS ?in_force) (MIN(?entry) AS ?entry_into_force) \
             (MAX(?end) AS ?end_of_validity) (MIN(?day) AS ?date) (SAMPLE(?link) AS ?eli) {} WHERE {{ \
             ?work cdm:resource_legal_id_celex ?id . BIND(STR(?id) AS ?celex) {filter} {day} \
             OPTIONAL {{ ?work cdm:resource_legal_in-force ?force }} \
             OPTIONAL {{ ?work cdm:resource_legal_date_entry-into-force ?entry }} \
             OPTIONAL {{ ?work cdm:resource_legal_date_end-of-validity ?end }} \
             OPTIONAL {{ ?work cdm:resource_legal_eli ?link }} \
             OPTIONAL {{ ?expression cdm:expression_belongs_to_work ?work ; cdm:expression_uses_language \
             <http://publications.europa.eu/resource/authority/language/ENG> ; cdm:expression_title ?name }} {} \
             }} GROUP BY ?celex ORDER BY ?celex{page}",
            united.join(" "),
            relations.join(" "),
        )
    }
}

/// What an act is to another, the variable of the query, the property of the ontology.
const RELATIONS: [(RelationKind, &str, &str); 5] = [
    (
        RelationKind::Amends,
        "amends",
        "resource_legal_amends_resource_legal",
    ),
    (
        RelationKind::Supersedes,
        "repeals",
        "resource_legal_repeals_resource_legal",
    ),
    (
        RelationKind::Amends,
        "corrects",
        "resource_legal_corrects_resource_legal",
    ),
    (
        RelationKind::Cites,
        "based_on",
        "resource_legal_based_on_resource_legal",
    ),
    (
        RelationKind::Cites,
        "consolidates",
        "act_consolidated_consolidates_resource_legal",
    ),
];

/// The day that stands for no end.
const NO_END: &str = "9999-12-31";

/// An act, united from its rows: a server that does not group gives one row for each pair of values.
#[derive(Debug, Default)]
struct Act {
    values: BTreeMap<&'static str, String>,
    relations: Vec<RawRelation>,
    seen: HashSet<(RelationKind, String)>,
}

const VALUES: [&str; 6] = [
    "title",
    "in_force",
    "entry_into_force",
    "end_of_validity",
    "date",
    "eli",
];

impl Act {
    fn take(&mut self, row: &Value) {
        for name in VALUES {
            if let Some(text) = text_of(row, name) {
                self.values.entry(name).or_insert(text);
            }
        }
        for (kind, name, _) in RELATIONS {
            let targets = text_of(row, name).unwrap_or_default();
            for target in targets.split_whitespace().filter(|target| is_celex(target)) {
                if self.seen.insert((kind, target.to_owned())) {
                    self.relations.push(RawRelation {
                        kind,
                        target: target.to_owned(),
                        degree: None,
                    });
                }
            }
        }
    }

    fn record(mut self, celex: &str) -> Result<RawRecord, RowError> {
        let mut take = |name: &str| self.values.remove(name);
        let status = match take("in_force").as_deref() {
            Some("1" | "true") => Some("in force"),
            Some("0" | "false") => Some("withdrawn"),
            None => None,
            Some(other) => {
                let shown: String = other.chars().take(20).collect();
                let reason = format!("expected 1 or 0, found `{shown}`");
                return Err(RowError::new("in_force", reason));
            }
        };
        let end = take("end_of_validity").filter(|day| !day.starts_with(NO_END));
        let eli = take("eli");
        Ok(RawRecord {
            source: ID.to_owned(),
            key: celex.to_owned(),
            kind: RawKind::Regulation,
            number: celex.to_owned(),
            also: short_number(celex).into_iter().collect(),
            titles: texts([("en", take("title"))]),
            dates: dates([
                ("published", take("date")),
                ("implemented", take("entry_into_force")),
                ("withdrawn", end),
            ]),
            status: status.map(str::to_owned),
            body: Some("European Union".to_owned()),
            market: Some("EU".to_owned()),
            document_type: kind_of(celex).map(str::to_owned),
            relations: self.relations,
            url: Some(eli.unwrap_or_else(|| {
                format!("https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:{celex}")
            })),
            ..RawRecord::default()
        })
    }
}

fn text_of(row: &Value, name: &str) -> Option<String> {
    let text = row.get(name)?.get("value")?.as_str()?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// A CELEX number is a sector, a year, one or two letters and a number; it goes into queries, so nothing else may pass.
fn is_celex(text: &str) -> bool {
    let bytes = text.as_bytes();
    (8..=24).contains(&bytes.len())
        && bytes[0].is_ascii_alphanumeric()
        && bytes[1..5].iter().all(u8::is_ascii_digit)
        && bytes[5].is_ascii_uppercase()
        && bytes
            .iter()
            .all(|byte| byte.is_ascii_alphanumeric() || b"()-/".contains(byte))
}

/// Writes `32011R0305` as people do: 305/2011 for a regulation of before 2015, 2019/1020 for everything else.
fn short_number(celex: &str) -> Option<String> {
    let year: u16 = celex.get(1..5)?.parse().ok()?;
    let number: u32 = celex.get(6..)?.parse().ok()?;
    let of_old = celex.get(5..6)? == "R" && year < 2015;
    Some(if of_old {
        format!("{number}/{year}")
    } else {
        format!("{year}/{number}")
    })
}

fn kind_of(celex: &str) -> Option<&'static str> {
    match celex.get(5..6)? {
        "R" => Some("regulation"),
        "L" => Some("directive"),
        "D" => Some("decision"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sources::testing::{read, read_recorded, record, seeds};

    #[test]
    fn an_act_has_its_dates_its_state_and_what_it_repeals() {
        let request = &seeds("eu-cellar", None, &[])[0];
        let reading = read_recorded("eu-cellar", request, "eu-cellar/acts.json");
        let products = record(&reading, "32011R0305");
        assert_eq!(products.also, ["305/2011"]);
        assert_eq!(products.dates["implemented"], "2011-04-24");
        assert!(
            !products.dates.contains_key("withdrawn"),
            "9999-12-31 is no end"
        );
        assert_eq!(products.status.as_deref(), Some("in force"));
        let repeals = |kind| {
            let edges = products
                .relations
                .iter()
                .filter(move |edge| edge.kind == kind);
            edges.map(|edge| edge.target.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(repeals(RelationKind::Supersedes), ["31989L0106"]);
        let directive = record(&reading, "32009L0048");
        assert_eq!(directive.also, ["2009/48"]);
        assert_eq!(directive.document_type.as_deref(), Some("directive"));
    }

    #[test]
    fn a_query_holds_only_what_is_an_identifier() {
        let hostile = "32011R0305\") } DROP,32009L0048";
        let request = &seeds("eu-cellar", None, &[("celex", hostile)])[0];
        assert!(request.url.contains("32009L0048") && !request.url.contains("DROP"));
        assert!(seeds("eu-cellar", None, &[("subjects", "x> <y")]).is_empty());
    }

    #[test]
    fn a_subject_goes_on_while_its_pages_are_full() {
        let request = &seeds("eu-cellar", Some("2026-11-01"), &[("subjects", "4488")])[0];
        assert!(
            request.url.contains("eurovoc.europa.eu%2F4488"),
            "{}",
            request.url
        );
        let row = |number: usize| {
            format!(r#"{{"celex":{{"type":"literal","value":"32020R{number:04}"}}}}"#)
        };
        let rows: Vec<String> = (1..=ROWS).map(row).collect();
        let body = format!(
            r#"{{"head":{{"vars":[]}},"results":{{"bindings":[{}]}}}}"#,
            rows.join(",")
        );
        let reading = read("eu-cellar", request, &[], body.as_bytes()).unwrap();
        assert!(
            reading.links[0].url.contains("OFFSET+500"),
            "{}",
            reading.links[0].url
        );
        assert!(!reading.listing.unwrap().last);
    }
}
