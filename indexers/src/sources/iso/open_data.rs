//! The source: what is asked for, and in which of its forms.

use super::committees::Committees;
use super::deliverable::{SHAPE, is_junk, read};
use super::lines::{entries, names};
use crate::page::{CrawlPlan, Cut, Named, Page, PageError, PageReading, PageSource, Request};
use crate::sources::shape::listed;

/// The source.
///
/// Settings: `format`, `jsonl` or `csv`; `committees = yes` reads the file of committees first and names them in full. There
/// is no delta: a file that has not changed since is answered with 304.
#[derive(Debug)]
pub(crate) struct OpenData;

pub(super) const ID: &str = "iso";
const CONTAINER: &str = "https://isopublicstorageprod.blob.core.windows.net/opendata/_latest";
const JSON_LINES: &str = "jsonl";
const CSV: &str = "csv";
/// The task of the file of committees; the form of the deliverables stands in its note.
const COMMITTEES: &str = "committees";

impl PageSource for OpenData {
    fn id(&self) -> &'static str {
        ID
    }

    fn hosts(&self) -> &'static [&'static str] {
        &["isopublicstorageprod.blob.core.windows.net"]
    }

    fn cut(&self, request: &Request) -> Cut {
        match request.task.as_str() {
            CSV => Cut::Table,
            COMMITTEES => Cut::Whole,
            _ => Cut::Lines,
        }
    }

    fn names(&self, page: &Page<'_>) -> Option<Vec<(u64, Named)>> {
        Some(names(page, page.request.task == CSV))
    }

    fn seeds(&self, plan: &CrawlPlan) -> Vec<Request> {
        let format = match plan.setting("format") {
            Some(CSV) => CSV,
            _ => JSON_LINES,
        };
        if plan.setting("committees") == Some("yes") {
            let file = "iso_technical_committees/json/iso_technical_committees.jsonl";
            let request = Request::get(COMMITTEES, format!("{CONTAINER}/{file}"));
            return vec![request.noted(format)];
        }
        vec![deliverables(format)]
    }

    fn read(&self, page: &Page<'_>) -> Result<PageReading, PageError> {
        if page.request.task == COMMITTEES {
            let (committees, bad) = Committees::read(page)?;
            let request = deliverables(&page.request.note).noted(committees.note());
            return Ok(PageReading {
                links: vec![request],
                bad,
                ..PageReading::default()
            });
        }
        let committees = Committees::of(page.request);
        let (mut items, bad) = entries(page, page.request.task == CSV)?;
        items.retain(|item| !is_junk(item));
        let reading = SHAPE.read(items, |fields| read(fields, page.names, &committees));
        // Nobody declares how many there are; a file that breaks off is noticed by the client.
        let mut reading = listed(reading, "deliverables", None, true);
        reading.bad.extend(bad);
        Ok(reading)
    }
}

fn deliverables(format: &str) -> Request {
    let file = format!("{format}/iso_deliverables_metadata.{format}");
    // The folder of the JSON lines is called `json`; `jsonl` is answered with 404.
    let file = file.replacen("jsonl/", "json/", 1);
    Request::get(
        format,
        format!("{CONTAINER}/iso_deliverables_metadata/{file}"),
    )
}

#[cfg(test)]
mod tests {
    use crate::page::PageReading;
    use crate::sources::testing::{read, read_recorded, record, seeds};
    use crate::{RawRecord, RelationKind};

    fn both() -> [PageReading; 2] {
        let lines = &seeds("iso", None, &[])[0];
        assert!(
            lines.url.ends_with("/json/iso_deliverables_metadata.jsonl"),
            "{}",
            lines.url
        );
        let table = &seeds("iso", None, &[("format", "csv")])[0];
        assert!(
            table.url.ends_with("/csv/iso_deliverables_metadata.csv"),
            "{}",
            table.url
        );
        [
            read_recorded("iso", lines, "iso/deliverables.jsonl"),
            read_recorded("iso", table, "iso-csv/deliverables.csv"),
        ]
    }

    fn targets(record: &RawRecord, kind: RelationKind) -> Vec<&str> {
        let edges = record.relations.iter().filter(|edge| edge.kind == kind);
        edges.map(|edge| edge.target.as_str()).collect()
    }

    #[test]
    fn deliverables_that_are_named_by_number_come_as_references() {
        for reading in both() {
            let quality = record(&reading, "62085");
            assert_eq!(quality.number, "ISO 9001:2015");
            assert_eq!(
                targets(quality, RelationKind::Supersedes),
                ["ISO 9001:2008", "ISO 9001:2008/Cor 1:2009"]
            );
            let of_2008 = record(&reading, "46486");
            assert_eq!(
                targets(of_2008, RelationKind::SupersededBy),
                ["ISO 9001:2015"]
            );
        }
    }

    #[test]
    fn a_draft_replaces_nothing_yet_and_a_number_without_a_reference_is_kept_as_a_number() {
        for reading in both() {
            let quality = record(&reading, "62085");
            assert_eq!(targets(quality, RelationKind::SupersededBy), [""; 0]);
            assert_eq!(quality.extra["revised_by"][0], "ISO/FDIS 9001");
            let draft = record(&reading, "88464");
            assert_eq!(draft.relations, []);
            assert_eq!(draft.extra["revises"][0], "ISO 9001:2015");
            assert_eq!(
                record(&reading, "15185").extra["replacedBy_unknown"][0],
                999_001
            );
        }
    }

    #[test]
    fn both_forms_say_the_same_and_junk_is_left_out() {
        let [lines, table] = both();
        assert_eq!(lines.records.len(), 9);
        for (one, other) in lines.records.iter().zip(&table.records) {
            let facts = |record: &RawRecord| {
                let RawRecord {
                    number,
                    titles,
                    dates,
                    status,
                    ics,
                    committees,
                    relations,
                    ..
                } = record.clone();
                (number, titles, dates, status, ics, committees, relations)
            };
            assert_eq!(facts(one), facts(other));
        }
        let draft = record(&lines, "999002");
        assert_eq!(draft.status.as_deref(), Some("00.20"));
        assert_eq!(
            record(&lines, "72509").titles.len(),
            0,
            "`Title missing` is no title"
        );
        let scope = &record(&lines, "62085").abstracts["en"];
        assert!(scope.starts_with("<p class"), "{scope}");
    }

    #[test]
    fn committees_are_named_in_full_where_that_is_asked_for() {
        let settings = &[("committees", "yes"), ("format", "csv")];
        let request = &seeds("iso", None, settings)[0];
        let table = &read_recorded("iso", request, "iso-csv/committees.jsonl").links[0];
        assert!(
            table.url.ends_with("/iso_deliverables_metadata.csv"),
            "{}",
            table.url
        );
        let reading = read_recorded("iso", table, "iso-csv/deliverables.csv");
        assert_eq!(
            record(&reading, "15185").committees,
            ["ISO/TC 181 Safety of toys"]
        );
        assert_eq!(record(&reading, "999002").committees, ["ISO/TMBG"]);
        assert!(
            read("iso", request, &[], b"\n").is_err(),
            "no committees are no names"
        );
    }

    #[test]
    fn a_line_that_is_broken_is_told_and_the_others_are_read() {
        let request = &seeds("iso", None, &[])[0];
        let lines = b"{\"id\":1,\"reference\":\"ISO 1:2022\",\"currentStage\":6060}\n{\"id\":2,\n\
            {\"id\":3,\"reference\":\"ISO 3:1973\",\"currentStage\":\"old\"}\n{\"id\":4,\"reference\":\"ISO 4:1997\",\"replaces\":[{}]}\n";
        let reading = read("iso", request, &[], lines).unwrap();
        assert_eq!(reading.records.len(), 1);
        let fields: Vec<&str> = reading.bad.iter().map(|bad| bad.field.as_str()).collect();
        assert_eq!(fields, ["currentStage", "replaces", "row"]);
        assert!(read("iso", request, &[], b"<html>busy</html>").is_err());
    }
}
