//! One data set: its index, and the documents that the index names.

use serde_json::Value;

use super::document;
use crate::RowError;
use crate::page::{CrawlPlan, Listing, Page, PageError, PageReading, PageSource, Request};
use crate::sources::parts::parts_of;
use crate::yaml;

/// A repository of Relaton.
///
/// Setting: `match`, parts of file names (`iso-8124, iso-9001`); without it every document is asked for, at one a second
/// nineteen hours for ISO, and a run that is stopped goes on where it was. An increment asks only for documents that are
/// not kept yet.
#[derive(Debug)]
pub(crate) struct DataSet {
    id: &'static str,
    repository: &'static str,
    body: &'static str,
}

/// The data sets that are crawled.
pub(crate) static DATA_SETS: [DataSet; 9] = [
    DataSet::new("relaton-iso", "relaton-data-iso", "ISO"),
    DataSet::new("relaton-iec", "relaton-data-iec", "IEC"),
    DataSet::new("relaton-jis", "relaton-data-jis", "JIS"),
    DataSet::new("relaton-itu", "relaton-data-itu", "ITU"),
    DataSet::new("relaton-etsi", "relaton-data-etsi", "ETSI"),
    DataSet::new("relaton-ieee", "relaton-data-ieee", "IEEE"),
    DataSet::new("relaton-oiml", "relaton-data-oiml", "OIML"),
    DataSet::new("relaton-ecma", "relaton-data-ecma", "ECMA"),
    DataSet::new("relaton-easc", "relaton-data-easc", "EASC"),
];

/// What stands in the note of an index of which only new documents are asked for.
const INCREMENT: &str = "new";

const HOST: &str = "https://raw.githubusercontent.com/relaton";

impl DataSet {
    const fn new(id: &'static str, repository: &'static str, body: &'static str) -> Self {
        Self {
            id,
            repository,
            body,
        }
    }

    fn address(&self, file: &str) -> String {
        format!("{HOST}/{}/main/{file}", self.repository)
    }

    fn read_index(&self, page: &Page<'_>) -> Result<PageReading, PageError> {
        let entries: Vec<Value> = yaml::read(page.text, "a YAML list of `:id` and `:file`")?;
        let (task, wanted) = page.request.note.split_once(' ').unwrap_or_default();
        let wanted: Vec<&str> = parts_of(wanted).collect();
        let mut reading = PageReading::default();
        let mut keys = Vec::with_capacity(entries.len());
        for entry in entries {
            let file = [":file", "file"]
                .iter()
                .find_map(|name| entry.get(name)?.as_str());
            let Some(file) = file.filter(|file| is_document(file)) else {
                reading.bad.push(RowError::missing(":file"));
                continue;
            };
            // Several identifiers of a document share its file.
            if keys.last().is_none_or(|last| last != file) {
                keys.push(file.to_owned());
            }
            if wanted.is_empty() || wanted.iter().any(|part| file.contains(part)) {
                let request = Request::get("document", self.address(file)).noted(file);
                reading.links.push(match task {
                    INCREMENT => request.spared(),
                    _ => request,
                });
            }
        }
        keys.sort_unstable();
        keys.dedup();
        reading.listing = Some(Listing {
            walk: "index".to_owned(),
            total: None,
            keys,
            last: true,
        });
        Ok(reading)
    }
}

impl PageSource for DataSet {
    fn id(&self) -> &'static str {
        self.id
    }

    fn hosts(&self) -> &'static [&'static str] {
        &["raw.githubusercontent.com"]
    }

    fn seeds(&self, plan: &CrawlPlan) -> Vec<Request> {
        let wanted = plan.setting("match").unwrap_or_default();
        let kind = plan.since.map_or("all", |_| INCREMENT);
        let note = format!("{kind} {wanted}");
        vec![Request::get("index", self.address("index-v1.yaml")).noted(note)]
    }

    fn read(&self, page: &Page<'_>) -> Result<PageReading, PageError> {
        if page.request.task == "index" {
            return self.read_index(page);
        }
        let document: Value = yaml::read(page.text, "a YAML document of Relaton")?;
        let Value::Object(document) = document else {
            return Err(PageError::new(
                "a YAML document of Relaton",
                "another YAML value",
            ));
        };
        let mut reading = PageReading::default();
        match document::read(&document, self.id, self.body, &page.request.note) {
            Ok(record) => reading.records.push(record),
            Err(error) => reading.bad.push(error),
        }
        Ok(reading)
    }
}

/// The path goes into an address, so it may lead nowhere else.
fn is_document(file: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_.+()".contains(&byte);
    file.to_ascii_lowercase().ends_with(".yaml")
        && file.len() < 300
        && !file.starts_with('/')
        && !file.contains("..")
        && file.bytes().all(allowed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::RelationKind;
    use crate::page::Renewal;
    use crate::sources::testing::{read, read_recorded, record, seeds};

    #[test]
    fn an_index_leads_to_its_documents_and_nowhere_else() {
        let seed = &seeds("relaton-iso", None, &[])[0];
        let index = read_recorded("relaton-iso", seed, "relaton-iso/index-v1.yaml");
        let files: Vec<&str> = index.links.iter().map(|link| link.note.as_str()).collect();
        assert_eq!(files[0], "data/iso-9001-2015.yaml");
        assert_eq!(files.len(), 4);
        let only = &seeds("relaton-iso", None, &[("match", "8124-1, cor")])[0];
        let some = read_recorded("relaton-iso", only, "relaton-iso/index-v1.yaml");
        assert_eq!(some.links.len(), 2);
        let increment = &seeds("relaton-iso", Some("2026-11-01"), &[])[0];
        let new = read_recorded("relaton-iso", increment, "relaton-iso/index-v1.yaml");
        assert!(new.links.iter().all(|link| link.renewal == Renewal::Spared));
        let hostile = "- :id: 1\n  :file: ../../../other/repo/main/data/a.yaml\n- :id: 2\n  :file: data/a.yaml?x=1\n";
        let reading = read("relaton-iso", seed, &[], hostile.as_bytes()).unwrap();
        assert_eq!((reading.links.len(), reading.bad.len()), (0, 2));
    }

    #[test]
    fn a_document_has_the_key_that_rows_of_the_data_set_have() {
        let seed = &seeds("relaton-iso", None, &[])[0];
        let index = read_recorded("relaton-iso", seed, "relaton-iso/index-v1.yaml");
        let reading = read_recorded(
            "relaton-iso",
            &index.links[0],
            "relaton-iso/iso-9001-2015.yaml",
        );
        let quality = record(&reading, "data/iso-9001-2015.yaml");
        assert_eq!(
            (quality.source.as_str(), quality.number.as_str()),
            ("relaton-iso", "ISO 9001:2015")
        );
        assert_eq!(
            quality.titles["en"],
            "Quality management systems - Requirements"
        );
        assert_eq!(quality.status.as_deref(), Some("90.92"));
        assert_eq!(quality.dates["published"], "2015-09");
        assert_eq!(quality.committees, ["ISO/TC 176/SC 2 Quality systems"]);
        assert_eq!(quality.ics, ["03.100.70", "03.120.10"]);
        assert_eq!(
            quality.url.as_deref(),
            Some("https://www.iso.org/standard/62085.html")
        );
        let replaced: Vec<&str> = quality
            .relations
            .iter()
            .filter(|edge| edge.kind == RelationKind::Supersedes)
            .map(|edge| edge.target.as_str())
            .collect();
        assert_eq!(replaced, ["ISO 9001:2008"]);
    }

    #[test]
    fn newer_documents_are_read_alike() {
        let request =
            Request::get("document", "https://x.example").noted("data/iso-8124-1-2000.yaml");
        let reading = read_recorded("relaton-iso", &request, "relaton-iso/iso-8124-1-2000.yaml");
        let toys = record(&reading, "data/iso-8124-1-2000.yaml");
        assert_eq!(toys.number, "ISO 8124-1:2000");
        assert_eq!(
            toys.titles["en"],
            "Safety of toys - Part 1: Safety aspects related to mechanical and physical properties"
        );
        assert_eq!(toys.status.as_deref(), Some("95.99"));
        assert_eq!(
            toys.document_type.as_deref(),
            Some("international-standard")
        );
    }
}
