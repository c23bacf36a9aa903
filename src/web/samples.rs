//! Answers of the services as samples for the templates: every field filled once, and once everything left out.
//!
//! A table of examples, and therefore long.

use std::collections::BTreeMap;

use serde_json::json;

use crate::dossier::{Dossier, Heatmap, HeatmapCell, HeatmapRow};
use crate::gap::{Facts, GapReport, ReviewedReport, Target};
use crate::model::{
    Adoption, Bilingual, Claim, Conflict, Evidence, Kind, LimitValue, Record, RelationKind, Status,
    StatusReading, Texts,
};
use crate::number::Rule;
use crate::search::{
    Applies, Candidate, Coverage, CoveredSource, DidYouMean, Edge, FacetValue, Hit, Label, Meant,
    Neighbour, Notice, ReadAs, RecordView, Rendered, Rendering, Repair, ResolvedItem,
    SearchResponse,
};
use crate::storage::{
    AdoptionField, CrawlHealth, DayAhead, MonthCount, Occasion, SeenDrift, Statistics,
    StoredRecord, TraitCount,
};
use crate::validity::{Adopted, Document, Finding, Row, Snapshot, ValidityReport};
use crate::web::pages::check::Checked;

fn texts(pairs: &[(&str, &str)]) -> Texts {
    pairs
        .iter()
        .map(|(code, text)| ((*code).to_owned(), (*text).to_owned()))
        .collect()
}

fn label(zh: &str, en: &str) -> Label {
    Label {
        zh: zh.to_owned(),
        en: en.to_owned(),
    }
}

/// What is covered.
pub(super) fn coverage() -> Coverage {
    let source = |id: &str, zh: &str, en: &str, records| CoveredSource {
        id: id.to_owned(),
        label: label(zh, en),
        records,
        fresh_at: "2026-11-24T16:30:00Z".to_owned(),
        crawl: None,
    };
    let mut collected = source("relaton-iso", "ISO 标准目录", "ISO catalogue", 61765);
    collected.crawl = Some(CrawlHealth {
        started: "2026-11-23T16:00:00Z".to_owned(),
        finished: Some("2026-11-23T17:02:03Z".to_owned()),
        ending: "incomplete".to_owned(),
        full: true,
        pages: 120,
        records: 61765,
        shortfalls: json!([{"code": "missing", "walk": "list", "declared": 9, "found": 8}]),
        failed_pages: 2,
        drift: vec![SeenDrift {
            kind: "unbound".to_owned(),
            name: "<th>".to_owned(),
            times: 3,
        }],
        last_complete: Some("2026-10-24T16:00:00Z".to_owned()),
        ..CrawlHealth::default()
    });
    Coverage {
        sources: vec![
            source("starter", "河北出口产品起始资料", "Starter facts", 1457),
            collected,
        ],
        not_covered: (1..=8).map(|place| format!("gap {place}")).collect(),
    }
}

fn toy() -> Hit {
    Hit {
        id: "GB_6675.2-2014".to_owned(),
        kind: Kind::Standard,
        number: "GB 6675.2-2014".to_owned(),
        family: "GB 6675.2".to_owned(),
        title: texts(&[
            ("zh", "玩具安全 第2部分：机械与物理性能"),
            ("en", "Safety of toys — Part 2: <Mechanical>"),
        ]),
        status: Status::Current,
        market: "CN".to_owned(),
        markets: vec!["CN".to_owned()],
        body: "GB".to_owned(),
        published: Some("2014-05-06".to_owned()),
        implemented: Some("2016-01-01".to_owned()),
        comments_until: None,
        ics: vec!["97.200.50".to_owned()],
        score: 9.5,
        snippet: Some("规定<mark>玩具</mark>的机械性能 &amp; 标志。".to_owned()),
        title_marked: BTreeMap::from([(
            "zh".to_owned(),
            "<mark>玩具</mark>安全 第2部分：机械与物理性能".to_owned(),
        )]),
        matched: vec!["title.zh".to_owned(), "abstract.zh".to_owned()],
        translated: Vec::new(),
        editions: 2,
        check_official: true,
    }
}

fn notification() -> Hit {
    Hit {
        id: "G~TBT~N~ARE~703".to_owned(),
        kind: Kind::Notification,
        number: "G/TBT/N/ARE/703".to_owned(),
        family: "G/TBT/N/ARE/703".to_owned(),
        title: texts(&[("en", "GCC Technical regulation for toys")]),
        status: Status::Unknown,
        market: "AE".to_owned(),
        markets: ["AE", "BH", "KW", "OM"].map(str::to_owned).to_vec(),
        body: String::new(),
        published: Some("2026-11-20".to_owned()),
        implemented: None,
        comments_until: Some("2026-12-01".to_owned()),
        ics: Vec::new(),
        score: 2.0,
        snippet: None,
        title_marked: BTreeMap::new(),
        matched: vec!["aliases".to_owned(), "title.fr".to_owned()],
        translated: vec![Rendering {
            from: "玩具".to_owned(),
            to: "toy".to_owned(),
        }],
        editions: 1,
        check_official: false,
    }
}

fn product() -> Hit {
    Hit {
        id: "toy".to_owned(),
        kind: Kind::Product,
        number: "toy".to_owned(),
        family: "toy".to_owned(),
        title: texts(&[("zh", "玩具"), ("en", "Toys")]),
        markets: Vec::new(),
        market: String::new(),
        comments_until: None,
        check_official: false,
        ..notification()
    }
}

/// An answer with hits of several kinds, facets, and repairs.
pub(super) fn found() -> SearchResponse {
    let value = |value: &str, zh: &str, en: &str, count| FacetValue {
        value: value.to_owned(),
        label: label(zh, en),
        count,
    };
    let years =
        (2001..=2012).map(|year| value(&year.to_string(), &year.to_string(), &year.to_string(), 3));
    let facets = BTreeMap::from([
        (
            "kind".to_owned(),
            vec![
                value("standard", "标准", "Standard", 1200),
                value("product", "产品", "Product", 1),
            ],
        ),
        (
            "ics".to_owned(),
            vec![
                value("97", "家居", "Domestic", 7),
                value("97.200", "文娱", "Leisure", 5),
            ],
        ),
        ("market".to_owned(), vec![value("CN", "中国", "China", 9)]),
        ("year".to_owned(), years.collect()),
    ]);
    let repair = |reason: &str, zh: &str, en: &str| Repair {
        from: "gb6675.2".to_owned(),
        to: "GB 6675.2".to_owned(),
        reason: reason.to_owned(),
        message: label(zh, en),
    };
    SearchResponse {
        total: 1234,
        records: 1300,
        took_ms: 3,
        hits: vec![toy(), notification(), product()],
        facets,
        repairs: vec![
            repair(
                "number",
                "按标准号 GB 6675.2 检索",
                "read as the number GB 6675.2",
            ),
            repair("syntax", "括号未闭合，已补上", "a bracket was closed"),
        ],
        read_as: read_as(&[]),
        did_you_mean: Vec::new(),
        coverage: coverage(),
        next: Some("14.0123456789ab".to_owned()),
    }
}

fn read_as(unmet: &[&str]) -> ReadAs {
    let renderings = unmet.iter().map(|word| Rendered {
        from: (*word).to_owned(),
        to: vec!["玩具".to_owned(), "玩偶".to_owned()],
    });
    ReadAs {
        zh: "含“<tyo>”，类型 = 标准".to_owned(),
        en: "contains “<tyo>”, kind = standard".to_owned(),
        unmet: unmet.iter().map(|word| (*word).to_owned()).collect(),
        relaxed: false,
        renderings: renderings.collect(),
    }
}

/// An answer without hits.
pub(super) fn nothing() -> SearchResponse {
    let meant = DidYouMean {
        kind: Meant::Word,
        from: "tyo".to_owned(),
        to: "toy".to_owned(),
        query: "<toy> safety".to_owned(),
        records: 1234,
    };
    SearchResponse {
        read_as: read_as(&["<tyo>"]),
        did_you_mean: vec![meant],
        coverage: coverage(),
        ..SearchResponse::default()
    }
}

/// A number that was resolved to two records, or with another code to near misses.
pub(super) fn item(status: u16) -> ResolvedItem {
    let candidate = |id: &str, number: &str, standing| Candidate {
        id: id.to_owned(),
        number: number.to_owned(),
        standing,
        title: "玩具安全 <基本规范>".to_owned(),
    };
    let candidates = vec![
        candidate("GB_6675.1-2025", "GB 6675.1-2025", Status::Current),
        candidate("GB_6675.1-2014", "GB 6675.1-2014", Status::Superseded),
    ];
    let applies = (status == 300).then(|| Applies {
        edition: candidates[0].clone(),
        amendments: vec![candidate(
            "GB_6675.1-2025~XG1-2026",
            "GB 6675.1-2025/XG1-2026",
            Status::Current,
        )],
    });
    ResolvedItem {
        text: "gb6675.1".to_owned(),
        start: 0,
        end: 8,
        normalized: vec!["GB 6675.1".to_owned()],
        status,
        applies,
        candidates: if status == 400 {
            Vec::new()
        } else {
            candidates
        },
    }
}

fn neighbour(
    id: &str,
    number: &str,
    status: Status,
    published: Option<&str>,
    supplement: bool,
) -> Neighbour {
    Neighbour {
        id: id.to_owned(),
        number: number.to_owned(),
        kind: Kind::Standard,
        title: texts(&[("en", "Safety of toys")]),
        status,
        published: published.map(str::to_owned),
        supplement,
    }
}

fn record() -> Record {
    let record = json!({
        "id": "GB_6675.2-2014",
        "kind": "standard",
        "number": "GB 6675.2-2014",
        "also": ["GB/T 6675.2-2014"],
        "family": "GB 6675.2",
        "titles": {"zh": "玩具安全 第2部分：机械与物理性能", "en": "Safety of toys & games", "ja": "玩具の安全性"},
        "abstracts": {"zh": "规定玩具的机械性能。", "fr": "Sécurité des jouets."},
        "lifecycle": {"published": "2014-05-06", "implemented": "2016-01-01", "comments_until": "2026-11-25"},
        "body": "GB",
        "markets": ["CN"],
        "document_type": "national",
        "mandatory": true,
        "committees": ["SAC/TC 253"],
        "ics": ["97.200.50"],
        "hs": ["9503"],
        "products": ["toy"],
        "url": "https://example.org/gb?a=1&b=2",
        "rights": "facts",
        "provenance": {"claims": []},
    });
    serde_json::from_value(record).unwrap()
}

/// A record with everything around it.
pub(super) fn view() -> RecordView {
    let mut record = record();
    let claim = |source: &str| Claim {
        source: source.to_owned(),
        key: "standard/GB 6675.2-2014".to_owned(),
        fetched_at: "2026-11-24T16:30:00Z".to_owned(),
        hash: "0123456789abcdef".to_owned(),
    };
    record.provenance.claims = vec![claim("starter"), claim("gb-seed")];
    record.provenance.conflicts = vec![Conflict {
        field: "title.en".to_owned(),
        chosen: ("Safety of toys & games".to_owned(), 0),
        others: vec![("Toys safety".to_owned(), 1)],
        rule: "the source with the higher rank, then the later reading".to_owned(),
    }];
    let evidence = |kind: &str, source: Option<&str>| Evidence {
        kind: kind.to_owned(),
        source: source.map(str::to_owned),
        ..Evidence::default()
    };
    record.evidence = vec![
        evidence("seen", Some("https://max.book118.com/html/1.shtm")),
        evidence("seen", Some("https://www.example.org/a?b=1&c=2")),
        evidence("catalogue", Some("owner/name")),
        evidence("knowledge", None),
    ];
    let limit = json!({
        "parameter_zh": "小零件", "parameter_en": "small parts", "comparator": "<=", "value": [1, 2.5], "unit": "mm",
        "condition": "36 个月以下 <儿童>", "method": "GB/T 28900", "clause": "4.4",
    });
    let mut limit: LimitValue = LimitValue {
        limit: serde_json::from_value(limit).unwrap(),
        evidence: Vec::new(),
    };
    limit.evidence = vec![evidence("knowledge", None)];
    let edge = |kind, degree, number: &str, record| Edge {
        kind,
        degree,
        number: number.to_owned(),
        record,
    };
    let iso = neighbour(
        "ISO_8124-1:2000",
        "ISO 8124-1:2000",
        Status::Superseded,
        Some("2000"),
        false,
    );
    RecordView {
        standing: StatusReading {
            status: Status::Current,
            source_word: Some("即将实施".to_owned()),
            by_source: Status::Upcoming,
            by_dates: Status::Current,
            conflict: true,
        },
        as_of: "2020-01-01".parse().unwrap(),
        editions: vec![
            neighbour(
                "GB_6675.2-2014~A1",
                "GB 6675.2-2014/XG1-2022",
                Status::Current,
                Some("2022"),
                true,
            ),
            neighbour(
                "GB_6675.2-2014",
                "GB 6675.2-2014",
                Status::Current,
                Some("2014-05-06"),
                false,
            ),
            neighbour(
                "GB_6675-2003",
                "GB 6675-2003",
                Status::Superseded,
                None,
                false,
            ),
        ],
        outgoing: vec![
            edge(
                RelationKind::Adopts,
                Some(Adoption::Mod),
                "ISO 8124-1:2000",
                Some(iso),
            ),
            edge(RelationKind::Supersedes, None, "GB 6675-1986", None),
        ],
        incoming: vec![edge(RelationKind::SupersededBy, None, "GB 6675-1986", None)],
        limits: vec![limit],
        notice: Some(Notice {
            zh: "以官方发布为准".to_owned(),
            en: "Check the official source".to_owned(),
        }),
        record,
    }
}

/// A record of which only the number is known.
pub(super) fn bare() -> RecordView {
    let mut view = view();
    let mut record = record();
    record.titles = Texts::default();
    record.abstracts = Texts::default();
    record.lifecycle = crate::model::Lifecycle::default();
    (record.also, record.committees, record.ics, record.hs) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    (record.products, record.markets, record.url, record.body) =
        (Vec::new(), Vec::new(), None, String::new());
    (record.document_type, record.mandatory) = (None, None);
    (view.editions, view.outgoing, view.incoming) = (Vec::new(), Vec::new(), Vec::new());
    (view.limits, view.notice, view.record) = (Vec::new(), None, record);
    view.standing.conflict = false;
    view.standing.status = Status::Unknown;
    view
}

/// A report over made-up (synthetic) facts, with a review of its first line.
pub(super) fn reviewed() -> ReviewedReport {
    let question = Target {
        product: Some("toy".to_owned()),
        market: vec!["EU".to_owned()],
        ..Target::default()
    };
    let document = |number: &str, market: &str, role: &str| {
        let adopts = json!([{
            "adopted": "ISO 8124-3:2010", "degree": "MOD", "state": "undated",
            "sentence": {"zh": "采用 <旧版>", "en": "adopts an <old> edition"},
        }]);
        let document = json!({
            "id": number, "number": number, "family": number, "kind": "standard",
            "title": {"en": "synthetic <title>"}, "market": market, "role": role, "status": "current",
            "rights": "facts", "limits": 2, "implemented": "2027-01-01", "adopts": adopts,
        });
        serde_json::from_value(document).unwrap()
    };
    let limit = |parameter: &str, value: u16| {
        let limit = json!({
            "parameter_zh": parameter, "parameter_en": "lead", "comparator": "<=", "value": value, "unit": "mg/kg",
            "condition": "涂层 <b>", "clause": "4.2", "evidence": [{"type": "knowledge", "confidence": "high"}],
        });
        serde_json::from_value(limit).unwrap()
    };
    let facts = Facts {
        question: question.question("2026-11-25".parse().unwrap()).unwrap(),
        product: Some(Bilingual::new("玩具", "Toy")),
        documents: vec![
            document("GB 1-2020", "CN", "domestic"),
            document("EN 1:2020", "EU", "foreign"),
        ],
        limits: vec![vec![limit("铅", 90)], vec![limit("铅", 75), limit("锡", 5)]],
        texts: Vec::new(),
        edges: Vec::new(),
        not_covered: vec![Bilingual::new("缺口", "a gap")],
    };
    let report = GapReport::of(&facts);
    let review = json!({
        "id": 1, "decision": "override", "computed": "looser", "verdict": "equal",
        "reason": "<i>", "reviewer": "", "at": "2026-11-24T00:00:00Z",
    });
    let reviews = BTreeMap::from([(
        report.lines[0].id.clone(),
        vec![serde_json::from_value(review).unwrap()],
    )]);
    ReviewedReport { report, reviews }
}

/// A dossier over the same facts, with a notification in flight.
pub(super) fn dossier() -> Dossier {
    let notification = json!({
        "id": "x", "number": "G/TBT/N/EU/1", "title": {"en": "Toys"}, "market": "EU",
        "published": null, "comments_until": "2026-12-01", "days_left": 6,
    });
    Dossier::of(
        reviewed(),
        vec![serde_json::from_value(notification).unwrap()],
    )
}

/// A map with one product.
pub(super) fn heatmap() -> Heatmap {
    let report = reviewed().report;
    let cell = HeatmapCell {
        market: "EU".to_owned(),
        regulations: 3,
        standards: 1,
        counts: report.counts,
    };
    let row = HeatmapRow {
        product: "toy".to_owned(),
        name: Bilingual::new("玩具", "Toy"),
        cells: vec![cell],
    };
    Heatmap::of(report.question.as_of, vec![row])
}

/// A check with a row of every kind: replaced, in force, not held, not readable.
pub(super) fn checked() -> Checked {
    let document = |number: &str, standing| Document {
        id: number.replace(' ', "_"),
        number: number.to_owned(),
        title: texts(&[("zh", "质量管理体系 <要求>"), ("en", "Quality management")]),
        standing,
        published: Some("2008-12-30".to_owned()),
        implemented: Some("2009-03-01".to_owned()),
        withdrawn: None,
    };
    let blank = |text: &str, status, finding| Row {
        text: text.to_owned(),
        start: 0,
        end: 3,
        times: 1,
        normalized: vec![text.to_owned()],
        status,
        finding,
        dated: true,
        edition: None,
        candidates: Vec::new(),
        replaced_by: Vec::new(),
        amendments: Vec::new(),
        adopts: Vec::new(),
        rule: Some(Rule::Grammar),
        confidence: Some(0.95),
        fault: None,
    };
    let replaced = Row {
        text: "gbt19001-2008".to_owned(),
        times: 3,
        edition: Some(document("GB/T 19001-2008", Status::Superseded)),
        replaced_by: vec![document("GB/T 19001-2016", Status::Current)],
        adopts: vec![Adopted {
            number: "ISO 9001:2008".to_owned(),
            degree: Some(Adoption::Idt),
            document: None,
        }],
        ..blank("GB/T 19001-2008", 200, Finding::Replaced)
    };
    let in_force = Row {
        edition: Some(document("ISO 9001:2015", Status::Current)),
        amendments: vec![document("ISO 9001:2015/Amd 1:2024", Status::Current)],
        candidates: vec![document("ISO 9001:2008", Status::Withdrawn)],
        dated: false,
        ..blank("ISO 9001", 300, Finding::InForce)
    };
    let absent = Row {
        candidates: vec![document("ISO 9001:2015", Status::Current)],
        ..blank("ISO 9001:1994", 404, Finding::NotHeld)
    };
    let unreadable = Row {
        normalized: Vec::new(),
        rule: None,
        confidence: None,
        fault: Some("expected a year, found `20155`".to_owned()),
        ..blank("ISO 9001:20155<b>", 400, Finding::Unreadable)
    };
    let day = jiff::civil::date(2026, 11, 25);
    let snapshot = Snapshot {
        revision: 7,
        records: 184_000,
    };
    let items = vec![replaced, in_force, absent, unreadable];
    Checked {
        report: ValidityReport::new(day, day, snapshot, items),
        text: "gbt19001-2008 <script>\nISO 9001".to_owned(),
        file: Some("<b>合同</b>.docx".to_owned()),
        losses: 2,
    }
}

/// Days ahead: a deadline, a month of which no day is known.
pub(super) fn ahead() -> Vec<DayAhead> {
    let day = |day: &str, written: &str, occasion| DayAhead {
        day: day.to_owned(),
        written: written.to_owned(),
        occasion,
        record: StoredRecord {
            id: 1,
            family: 1,
            revision: 7,
            record: record(),
        },
    };
    vec![
        day("2026-12-01", "2026-12-01", Occasion::CommentsClose),
        day("2027-02-01", "2027-02", Occasion::Ends),
    ]
}

/// What was counted over three months.
pub(super) fn statistics() -> Statistics {
    let counted = |value: &str, count| TraitCount {
        value: value.to_owned(),
        count,
    };
    Statistics {
        revision: 7,
        since: "2026-09-01".to_owned(),
        months: vec![
            MonthCount {
                month: "2026-09".to_owned(),
                new: 4,
                further: 1,
            },
            MonthCount {
                month: "2026-11".to_owned(),
                new: 2,
                further: 0,
            },
        ],
        members: vec![counted("EU", 4), counted("JP", 3)],
        objectives: vec![
            counted("Quality requirements (TBT)", 5),
            counted("<World> peace", 1),
        ],
        fields: vec![AdoptionField {
            field: "21".to_owned(),
            standards: 9,
            adopting: 6,
            dated: 5,
            median_months: Some(41),
        }],
    }
}
