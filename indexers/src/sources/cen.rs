//! CEN and CENELEC standards, looked up one at a time by number (SOURCES 3.4).
//!
//! There is no list to walk: the search is a form of a server with sessions, so each number goes from the entrance to the
//! form, from the form to the results, from the results to its page.

use super::parts::parts_of;
use crate::RowError;
use crate::html::{Html, text};
use crate::page::{CrawlPlan, Drift, Method, Page, PageError, PageReading, PageSource, Request};
use crate::{RawRecord, RawRelation, RelationKind};

const ID: &str = "cen";
const HOST: &str = "standards.cencenelec.eu";
const ENTRANCE: &str = "https://standards.cencenelec.eu/";

/// The field of the form that takes the number.
const NUMBER_FIELD: &str = "STAND_REF";

/// The source. Setting: `numbers`, the standards to look up (`EN 71-1, EN 14988`).
#[derive(Debug)]
pub(crate) struct Cen;

impl PageSource for Cen {
    fn id(&self) -> &'static str {
        ID
    }

    fn hosts(&self) -> &'static [&'static str] {
        &[HOST]
    }

    fn seeds(&self, plan: &CrawlPlan) -> Vec<Request> {
        let numbers = parts_of(plan.setting("numbers").unwrap_or_default());
        numbers
            .map(|number| Request::get("entrance", ENTRANCE).noted(number))
            .collect()
    }

    fn read(&self, page: &Page<'_>) -> Result<PageReading, PageError> {
        let html = Html::read(page.text)?;
        match page.request.task.as_str() {
            "entrance" => entrance(&html, page),
            "form" => form(&html, page),
            "results" => results(&html, page),
            _ => detail(&html, page),
        }
    }
}

/// Makes an address of the server out of a link on one of its pages.
fn absolute(page: &Page<'_>, link: &str) -> Option<String> {
    let base: url::Url = page.request.url.parse().ok()?;
    let url = base.join(link.trim()).ok()?;
    (url.host_str() == Some(HOST) && url.scheme() == "https").then(|| url.to_string())
}

fn entrance(html: &Html, page: &Page<'_>) -> Result<PageReading, PageError> {
    // Some days the entrance is the form itself.
    if !html.all("form#wwvFlowForm").is_empty() {
        return form(html, page);
    }
    let links = html.all("a[href]");
    let link = links
        .iter()
        .find_map(|link| absolute(page, link.attr("href")?));
    let link = link.ok_or_else(|| PageError::new("a link to the search", "none"))?;
    Ok(PageReading {
        links: vec![Request::get("form", link).noted(page.request.note.as_str())],
        ..PageReading::default()
    })
}

fn form(html: &Html, page: &Page<'_>) -> Result<PageReading, PageError> {
    let missing = || PageError::new("the form `#wwvFlowForm`", "a page without it");
    let forms = html.all("form#wwvFlowForm");
    let form = forms.first().ok_or_else(missing)?;
    let action = form
        .attr("action")
        .and_then(|action| absolute(page, action));
    let action = action.ok_or_else(missing)?;
    let mut fields: Vec<(String, String)> = Vec::new();
    for input in html.all("form#wwvFlowForm input[name]") {
        let pressed = !matches!(
            input.attr("type"),
            Some("button" | "image" | "checkbox" | "radio")
        );
        let name = input.attr("name").unwrap_or_default();
        if pressed && name != NUMBER_FIELD && fields.len() < MOST_FIELDS {
            let value = input.attr("value").unwrap_or_default();
            fields.push((name.to_owned(), value.to_owned()));
        }
    }
    fields.push((NUMBER_FIELD.to_owned(), page.request.note.clone()));
    let request = Request {
        method: Method::Form(fields),
        ..Request::get("results", action)
    };
    Ok(PageReading {
        links: vec![request.noted(page.request.note.as_str())],
        ..PageReading::default()
    })
}

/// A form of the server has some twenty hidden fields.
const MOST_FIELDS: usize = 200;
/// Editions of a number and their amendments; more means that the number was not one.
const MOST_RESULTS: usize = 50;

fn results(html: &Html, page: &Page<'_>) -> Result<PageReading, PageError> {
    if html.all("table.dashlist").is_empty() {
        return Err(PageError::new("a table `dashlist`", "none"));
    }
    let mut reading = PageReading::default();
    for link in html.all("table.dashlist tbody tr td:nth-child(2) strong a[href]") {
        let number = text(link);
        let address = link.attr("href").and_then(|href| absolute(page, href));
        match address {
            Some(address) if is_same(&number, &page.request.note) => {
                reading
                    .links
                    .push(Request::get("detail", address).noted(number));
            }
            Some(_) => {}
            None => reading.bad.push(RowError::missing("href")),
        }
    }
    if reading.links.is_empty() {
        let reason = format!(
            "expected `{}` among the results, found it not",
            page.request.note
        );
        reading.bad.push(RowError::new("number", reason));
    }
    reading.links.truncate(MOST_RESULTS);
    Ok(reading)
}

/// The search finds whatever begins alike (`EN 71-1` finds EN 71-10): only editions and supplements of the number count.
fn is_same(found: &str, asked: &str) -> bool {
    let found = found.to_ascii_uppercase();
    let asked = asked.trim().to_ascii_uppercase();
    found
        .strip_prefix(asked.as_str())
        .is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '/', '+', ' ']))
}

/// Labels of the page, in lower case, and the role of the day behind them.
const DAYS: [(&str, &str); 2] = [
    ("date of availability (dav)", "published"),
    ("date of withdrawal (dow)", "conflicting_withdrawn"),
];

/// Labels that are known: bound, or left alone on purpose.
const KNOWN: [&str; 14] = [
    "reference",
    "title",
    "status",
    "ics",
    "abstract/scope",
    "work item number",
    "committee",
    "technical body",
    "project",
    "date of ratification (dor)",
    "date of announcement (doa)",
    "date of publication (dop)",
    "directives",
    "mandates",
];

fn detail(html: &Html, page: &Page<'_>) -> Result<PageReading, PageError> {
    let mut reading = PageReading::default();
    let mut record = RawRecord {
        source: ID.to_owned(),
        number: page.request.note.clone(),
        body: Some("CEN".to_owned()),
        market: Some("EU".to_owned()),
        url: Some(page.request.url.clone()),
        ..RawRecord::default()
    };
    for row in html.all("tr") {
        let cell = |name: &str| {
            let cells = row
                .child_elements()
                .find(|cell| cell.value().name() == name);
            cells.map(text).filter(|words| !words.is_empty())
        };
        let (Some(label), Some(value)) = (cell("th"), cell("td")) else {
            continue;
        };
        bind(
            &mut record,
            &label.to_lowercase(),
            value,
            &mut reading.drift,
        );
    }
    if record.titles.is_empty() {
        return Err(PageError::new("a row `Title`", "a page without it"));
    }
    if record.number.starts_with("CLC")
        || record.committees.iter().any(|name| name.starts_with("CLC"))
    {
        record.body = Some("CENELEC".to_owned());
    }
    record.key.clone_from(&record.number);
    reading.records.push(record);
    Ok(reading)
}

fn bind(record: &mut RawRecord, label: &str, value: String, drift: &mut Vec<Drift>) {
    let label = label.trim_end_matches([':', ' ']);
    if let Some((_, role)) = DAYS.iter().find(|(name, _)| *name == label) {
        match (crate::binding::day(&value), *role) {
            (Some(day), "published") => {
                record.dates.insert("published".to_owned(), day);
            }
            // Until this day national standards that conflict may stay: it is no end of the standard itself.
            (Some(day), role) => {
                record.extra.insert(role.to_owned(), day.into());
            }
            (None, _) => {}
        }
        return;
    }
    match label {
        "title" => {
            record.titles.insert("en".to_owned(), value);
        }
        "status" => record.status = Some(value),
        "ics" => record.ics = codes(&value),
        "abstract/scope" | "abstract" | "scope" => {
            record.abstracts.insert("en".to_owned(), value);
        }
        "technical body" | "committee" => record.committees.push(value),
        "supersedes" | "superseded by" | "normative reference" => relate(record, label, &value),
        label if KNOWN.contains(&label) => {}
        label => {
            let sign = Drift::Unbound(label.chars().take(60).collect());
            if drift.len() < 20 && !drift.contains(&sign) {
                drift.push(sign);
            }
        }
    }
}

fn relate(record: &mut RawRecord, label: &str, value: &str) {
    let kind = match label {
        "supersedes" => RelationKind::Supersedes,
        "superseded by" => RelationKind::SupersededBy,
        _ => RelationKind::Cites,
    };
    for target in parts_of(value).filter(|target| *target != "-") {
        record.relations.push(RawRelation {
            kind,
            target: target.to_owned(),
            degree: None,
        });
    }
}

/// Reads `97.200.50 - Toys`, several on lines or behind semicolons.
fn codes(value: &str) -> Vec<String> {
    let words = value
        .split_whitespace()
        .map(|word| word.trim_matches([',', ';']));
    let is_code = |word: &&str| {
        word.len() >= 2
            && word
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'.')
    };
    words.filter(is_code).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sources::testing::{read, read_recorded, record, recorded, seeds};

    #[test]
    fn a_number_goes_through_entrance_form_and_results_to_its_page() {
        let seed = &seeds("cen", None, &[("numbers", "EN 71-1")])[0];
        let form = &read_recorded("cen", seed, "cen/entrance.html").links[0];
        assert_eq!(form.task, "form");
        let search = &read_recorded("cen", form, "cen/form.html").links[0];
        let Method::Form(fields) = &search.method else {
            panic!("expected a form")
        };
        assert!(fields.contains(&("STAND_REF".to_owned(), "EN 71-1".to_owned())));
        assert!(fields.contains(&("p_flow_id".to_owned(), "205".to_owned())));
        let details = read_recorded("cen", search, "cen/results.html").links;
        let numbers: Vec<&str> = details.iter().map(|link| link.note.as_str()).collect();
        assert_eq!(
            numbers,
            ["EN 71-1:2014+A1:2018"],
            "EN 71-10 is another standard"
        );
        let reading = read_recorded("cen", &details[0], "cen/detail.html");
        let toys = record(&reading, "EN 71-1:2014+A1:2018");
        assert!(toys.titles["en"].starts_with("Safety of toys"));
        assert_eq!(toys.dates["published"], "2018-06-06");
        assert_eq!(toys.ics, ["97.200.50"]);
        assert_eq!(toys.relations[0].target, "EN 71-1:2014");
        assert_eq!(toys.committees, ["CEN/TC 52 Safety of toys"]);
    }

    #[test]
    fn links_to_other_servers_are_not_followed() {
        let seed = &seeds("cen", None, &[("numbers", "EN 71-1")])[0];
        let page = "<html><a href=\"https://evil.example/\">go</a></html>";
        assert!(read("cen", seed, &[], page.as_bytes()).is_err());
        let form = recorded("cen/form.html");
        let form = String::from_utf8(form)
            .unwrap()
            .replace("action=\"wwv_flow", "action=\"//evil.example/wwv_flow");
        assert!(
            read(
                "cen",
                &Request {
                    task: "form".to_owned(),
                    ..seed.clone()
                },
                &[],
                form.as_bytes()
            )
            .is_err()
        );
    }
}
