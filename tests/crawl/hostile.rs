//! Every source over damaged pages: whatever comes, it answers or says why not, soon and without a panic.
//!
//! The pages are those of `corpora/pages`, found as a crawl finds them, then broken: cut off at many places, with values of
//! other types in every place of a JSON document, and replaced by pages that are too deep, too long or no text at all.

use std::collections::{HashSet, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

use duibiao::replay::{Manifest, Question};
use indexers::crawl::{PageSheet, read_page};
use indexers::fetch::Body;
use indexers::page::{CrawlPlan, Method, PageSource, Request};
use indexers::page_source;
use serde_json::{Value, json};

use super::every::folders;

/// A page as its source finds it.
struct Found {
    request: Request,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

/// Requests that a source's own pages lead to; more would only repeat the same kinds.
const MOST_PAGES: usize = 40;
/// Cuts of a page.
const CUTS: usize = 60;
/// Places of a JSON page that are given other values.
const PLACES: usize = 150;
/// No damaged page may take longer, in a debug build on a busy machine.
const SOON: Duration = Duration::from_secs(20);

fn question(request: &Request) -> Question {
    let url: url::Url = request.url.parse().unwrap();
    let (method, body) = match &request.method {
        Method::Get => ("GET", String::new()),
        Method::Json(body) => ("POST", body.clone()),
        Method::Form(fields) => {
            let mut body = form_urlencoded::Serializer::new(String::new());
            ("POST", body.extend_pairs(fields).finish())
        }
    };
    let host = url.host_str().unwrap_or_default();
    Question::new(
        method,
        host,
        url.path(),
        url.query().unwrap_or_default(),
        &body,
    )
}

/// Walks a folder without a network.
fn pages(folder: &Path) -> (&'static dyn PageSource, Vec<Found>) {
    let manifest = Manifest::read(folder).unwrap();
    let source = page_source(&manifest.source).unwrap();
    let plan = CrawlPlan {
        today: jiff::civil::date(2026, 11, 25),
        since: None,
        settings: manifest.settings.clone(),
    };
    let mut waiting: VecDeque<Request> = source.seeds(&plan).into();
    let mut known = HashSet::new();
    let mut found = Vec::new();
    while let Some(request) = waiting.pop_front() {
        if found.len() == MOST_PAGES || !known.insert(request.fingerprint()) {
            continue;
        }
        let Some(route) = manifest.route(&question(&request), 1) else {
            continue;
        };
        let Some(file) = &route.file else {
            continue;
        };
        let page = Found {
            request,
            headers: route.headers.clone().into_iter().collect(),
            body: fs_err::read(folder.join(file)).unwrap(),
        };
        let _ = read(source, &page, &page.body, |links| waiting.extend(links));
        found.push(page);
    }
    assert!(!found.is_empty(), "{} has no pages", manifest.source);
    (source, found)
}

fn read(
    source: &dyn PageSource,
    page: &Found,
    body: &[u8],
    mut links: impl FnMut(Vec<Request>),
) -> Result<(), String> {
    let sheet = PageSheet {
        request: page.request.clone(),
        headers: page.headers.clone(),
        body: Body::of(body).unwrap(),
    };
    let read = read_page(source, &sheet, |piece| {
        links(piece.links);
        true
    });
    read.map_err(|error| error.to_string())
}

/// Reads a damaged page and says which it was if that goes wrong.
fn survives(source: &dyn PageSource, page: &Found, body: &[u8], damage: &str) {
    let began = Instant::now();
    let outcome = catch_unwind(AssertUnwindSafe(|| read(source, page, body, |_| ())));
    let place = format!("{} `{}`, {damage}", source.id(), page.request.task);
    let outcome = outcome.unwrap_or_else(|_| panic!("{place}: the reader panics"));
    assert!(
        began.elapsed() < SOON,
        "{place}: took {:?}",
        began.elapsed()
    );
    if let Err(error) = outcome {
        let length = error.len();
        assert!(
            length < 2_000,
            "{place}: the error repeats the page ({length} bytes)"
        );
    }
}

#[test]
fn a_page_that_breaks_off_anywhere_is_answered() {
    for folder in folders() {
        let (source, pages) = pages(&folder);
        for page in &pages {
            let step = (page.body.len() / CUTS).max(1);
            for cut in (0..page.body.len()).step_by(step) {
                survives(source, page, &page.body[..cut], &format!("cut at {cut}"));
                let mut hole = page.body.clone();
                hole.drain(cut..(cut + step).min(page.body.len()));
                survives(source, page, &hole, &format!("a hole at {cut}"));
            }
        }
    }
}

#[test]
fn a_value_of_another_type_in_any_place_is_answered() {
    let others = [
        Value::Null,
        json!(true),
        json!(-1),
        json!(1e300),
        json!(u64::MAX),
        json!(""),
        json!("\u{0}轮胎 <b>&#0;"),
        json!([]),
        json!([[{}]]),
        json!({}),
        json!({"a": [null]}),
    ];
    for folder in folders() {
        let (source, pages) = pages(&folder);
        for page in &pages {
            let text = String::from_utf8_lossy(&page.body);
            let Some((document, rest)) = beginning(&text) else {
                continue;
            };
            let mut places = Vec::new();
            pointers(&document, String::new(), &mut places);
            let step = places.len().div_ceil(PLACES).max(1);
            for place in places.iter().step_by(step) {
                for other in &others {
                    let mut damaged = document.clone();
                    if let Some(value) = damaged.pointer_mut(place) {
                        value.clone_from(other);
                    }
                    let body = format!("{damaged}\n{rest}");
                    survives(
                        source,
                        page,
                        body.as_bytes(),
                        &format!("{other} at {place}"),
                    );
                }
            }
        }
    }
}

/// A JSON document, or the first line of a file of lines and what follows it.
fn beginning(text: &str) -> Option<(Value, &str)> {
    if let Ok(document) = serde_json::from_str(text) {
        return Some((document, ""));
    }
    let (line, rest) = text.split_once('\n')?;
    Some((serde_json::from_str(line).ok()?, rest))
}

fn pointers(value: &Value, here: String, found: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                pointers(item, format!("{here}/{index}"), found);
            }
        }
        Value::Object(fields) => {
            for (name, item) in fields {
                let name = name.replace('~', "~0").replace('/', "~1");
                pointers(item, format!("{here}/{name}"), found);
            }
        }
        _ => {}
    }
    found.push(here);
}

#[test]
fn a_page_that_is_too_deep_too_long_or_no_text_is_answered() {
    const MANY: usize = 1_000_000;
    const SOME: usize = 100_000;
    let names: Vec<String> = (0..SOME / 10)
        .map(|number| format!("\"n{number}\":1"))
        .collect();
    let names = names.join(",");
    let hostile: Vec<(&str, Vec<u8>)> = vec![
        ("nothing", Vec::new()),
        ("zeros", vec![0; SOME]),
        ("no text", (0..=u8::MAX).rev().cycle().take(SOME).collect()),
        ("nested lists", "[".repeat(MANY).into_bytes()),
        ("nested objects", "{\"a\":".repeat(MANY).into_bytes()),
        ("nested tags", "<a>".repeat(MANY).into_bytes()),
        ("nested list items", "<li><p>".repeat(MANY).into_bytes()),
        ("nested yaml", "- ".repeat(MANY).into_bytes()),
        (
            "attributes",
            format!("<a {}>", "b='c' ".repeat(SOME)).into_bytes(),
        ),
        (
            "an entity",
            b"<!DOCTYPE a [<!ENTITY b \"&b;&b;\">]><a>&b;</a>".to_vec(),
        ),
        ("many names", format!("{{{names}}}").into_bytes()),
        ("one word", "9".repeat(SOME).into_bytes()),
        ("quotes", "\"".repeat(SOME).into_bytes()),
        ("line ends", "\n".repeat(SOME).into_bytes()),
    ];
    for folder in folders() {
        let (source, pages) = pages(&folder);
        // One page of each kind is enough: what is read does not depend on the request beyond its kind.
        let mut tasks = HashSet::new();
        for page in pages.iter().filter(|page| tasks.insert(&page.request.task)) {
            for (damage, body) in &hostile {
                survives(source, page, body, damage);
            }
        }
    }
}
