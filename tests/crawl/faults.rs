//! A run through each fault: nothing lost, nothing doubled, nothing retired wrongly.

use duibiao::jobs::{Since, Standing};
use serde_json::{Value, json};

use super::toy::Field;
use crate::support::replay::fault;

/// A fault, on which page, how often, and how the run must stand; every case is a second run over a good first one.
struct Case {
    page: &'static str,
    times: Option<u64>,
    fault: Value,
    standing: Standing,
    /// Text of a shortfall or failure that must be told.
    told: &'static str,
}

fn case(page: &'static str, times: u64, fault: Value, standing: Standing) -> Case {
    Case {
        page,
        times: (times > 0).then_some(times),
        fault,
        standing,
        told: "",
    }
}

impl Case {
    fn told(mut self, told: &'static str) -> Self {
        self.told = told;
        self
    }
}

/// Faults that pass: the run is as good as without them.
fn passing() -> Vec<Case> {
    let complete = Standing::Complete;
    vec![
        case(
            "2",
            1,
            json!({"kind": "status", "status": 429, "retry_after": 0}),
            complete,
        ),
        case("2", 1, json!({"kind": "status", "status": 429}), complete),
        case("2", 1, json!({"kind": "status", "status": 503}), complete),
        case("2", 1, json!({"kind": "html"}), complete),
        case("2", 1, json!({"kind": "truncate"}), complete),
        case("2", 1, json!({"kind": "reset"}), complete),
        case("2", 0, json!({"kind": "gzip"}), complete),
        case(
            "2",
            0,
            json!({"kind": "drip", "bytes": 64, "milliseconds": 1}),
            complete,
        ),
        case("2", 1, json!({"kind": "redirect"}), complete),
        case(
            "2",
            0,
            json!({"kind": "content_type", "value": "text/html"}),
            complete,
        ),
        case("2", 0, json!({"kind": "bom"}), complete),
        case("2", 0, json!({"kind": "gbk"}), complete),
    ]
}

/// Faults that stay: the run knows that it is not complete.
fn staying() -> Vec<Case> {
    let incomplete = Standing::Incomplete;
    vec![
        case(
            "",
            0,
            json!({"kind": "repeat", "set": {"page": "1"}}),
            incomplete,
        )
        .told("earlier one"),
        case(
            "",
            0,
            json!({"kind": "grow", "pointer": "/total", "by": 1}),
            incomplete,
        )
        .told("declared"),
        case(
            "2",
            0,
            json!({"kind": "shorten", "pointer": "/items", "by": 1}),
            incomplete,
        )
        .told("declared, found 7"),
        case("3", 0, json!({"kind": "html"}), incomplete).told("JSON object"),
        case("3", 0, json!({"kind": "status", "status": 404}), incomplete).told("status 404"),
        case("3", 0, json!({"kind": "bomb", "megabytes": 16}), incomplete)
            .told("at most 1048576 bytes"),
        case("3", 0, json!({"kind": "endless"}), incomplete).told("at most 1048576 bytes"),
        case(
            "3",
            0,
            json!({"kind": "redirect", "to": "http://127.0.0.1:9/"}),
            incomplete,
        )
        .told("expected a public address"),
        case(
            "3",
            0,
            json!({"kind": "redirect", "to": "http://2130706433/"}),
            incomplete,
        )
        .told("expected a public address"),
        case(
            "3",
            0,
            json!({"kind": "redirect", "to": "https://evil.example/"}),
            incomplete,
        )
        .told("hosts of the source"),
        case("3", 0, json!({"kind": "redirect"}), incomplete).told("redirects"),
        case(
            "3",
            0,
            json!({"kind": "status", "status": 503}),
            Standing::Halted,
        )
        .told("left alone"),
        case("3", 0, json!({"kind": "truncate"}), Standing::Halted).told("left alone"),
    ]
}

async fn run(case: &Case) {
    let field = Field::open().await;
    let first = field.crawl(Since::Ever).await;
    assert_eq!(first.standing, Standing::Complete, "{first:?}");
    let mut rule = fault(case.page, case.fault.clone());
    rule.times = case.times;
    field.recorded.play(1, vec![rule]);
    let second = field.crawl(Since::Ever).await;
    let name = &case.fault;
    assert_eq!(second.standing, case.standing, "{name}: {second:?}");
    assert_eq!(second.vanished, 0, "{name}: nothing is retired");
    assert_eq!(field.rows().await, 8, "{name}: nothing is lost or doubled");
    assert_eq!(second.counts.changed, 0, "{name}: nothing is changed");
    assert_eq!(field.events().await, Vec::<String>::new(), "{name}");
    let asked = field.recorded.asked().len();
    assert!(asked <= 12, "{name}: {asked} requests");
    let mut told: Vec<String> = second
        .shortfalls
        .iter()
        .map(|one| one.message.clone())
        .collect();
    told.extend(second.failures.iter().map(|failure| failure.reason.clone()));
    let told = told.join("\n");
    assert!(told.contains(case.told), "{name}: {told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fault_that_passes_costs_nothing() {
    for case in passing() {
        run(&case).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fault_that_stays_is_told_and_retires_nothing() {
    for case in staying() {
        run(&case).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_that_grows_meanwhile_is_complete() {
    let field = Field::open().await;
    let grown = |page| fault(page, json!({"kind": "grow", "pointer": "/total", "by": 1}));
    field.recorded.play(1, vec![grown("2"), grown("3")]);
    let outcome = field.crawl(Since::Ever).await;
    assert_eq!(outcome.standing, Standing::Complete, "{outcome:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_host_that_refuses_three_times_is_left_alone_by_later_runs_too() {
    let field = Field::open().await;
    let rule = fault("2", json!({"kind": "status", "status": 503}));
    field.recorded.play(1, vec![rule]);
    let first = field.crawl(Since::LastRun).await;
    assert_eq!(first.standing, Standing::Halted);
    assert_eq!(field.recorded.asked().len(), 1 + 3);
    field.recorded.play(1, vec![]);
    let second = field.crawl(Since::LastRun).await;
    assert_eq!(second.standing, Standing::Halted);
    assert_eq!(
        field.recorded.server.journal().entries(),
        [],
        "not one request"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cookie_of_a_redirect_goes_back_below_its_path() {
    let field = Field::open().await;
    let rule = fault("1", json!({"kind": "redirect"})).times(1);
    field.recorded.play(1, vec![rule]);
    let outcome = field.crawl(Since::Ever).await;
    assert_eq!(outcome.standing, Standing::Complete, "{outcome:?}");
    let asked = field.recorded.asked();
    assert_eq!(asked[0].headers.get("cookie"), None);
    assert_eq!(asked[1].headers["cookie"], "replay=1");
}
