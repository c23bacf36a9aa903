//! The table of operations.
//!
//! One row a method and path, in the order in which a reader meets them; a table, and therefore long.

use std::sync::LazyLock;

use utoipa::openapi::HttpMethod;
use utoipa::{PartialSchema, ToSchema};

use super::{Answer, Body, Described, Operation, Parameter, parameters as p, schemas as s};
use crate::api::Code;
use crate::keys::Scope;

/// The groups: name, Chinese, English.
pub const TAGS: [(&str, &str, &str); 6] = [
    ("search", "检索与记录", "Searching and records"),
    ("numbers", "标准号与查新", "Numbers and their validity"),
    ("comparison", "比较与差距", "Comparison and gaps"),
    ("alerts", "订阅与评议", "Subscriptions and comments"),
    ("house", "运行状况", "Health"),
    ("operators", "运维", "For operators"),
];

const JSON: &str = "application/json";

/// A schema, and the schemas it speaks of.
fn schema<T: ToSchema + PartialSchema>() -> Described {
    let mut inner = Vec::new();
    T::schemas(&mut inner);
    Described {
        name: T::name().into_owned(),
        schema: T::schema(),
        inner,
    }
}

fn json<T: ToSchema + PartialSchema>(en: &'static str) -> Vec<Answer> {
    with_status::<T>(200, en)
}

fn with_status<T: ToSchema + PartialSchema>(status: u16, en: &'static str) -> Vec<Answer> {
    vec![Answer {
        status,
        en,
        media: &[JSON],
        schema: Some(schema::<T>),
    }]
}

/// JSON, or a file in the form that was asked for.
fn report<T: ToSchema + PartialSchema>(en: &'static str) -> Vec<Answer> {
    vec![Answer {
        status: 200,
        en,
        media: &[
            JSON,
            "text/markdown",
            "text/html",
            "text/csv",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ],
        schema: Some(schema::<T>),
    }]
}

fn file(en: &'static str, media: &'static [&'static str]) -> Vec<Answer> {
    vec![Answer {
        status: 200,
        en,
        media,
        schema: None,
    }]
}

fn nothing(status: u16, en: &'static str) -> Vec<Answer> {
    vec![Answer {
        status,
        en,
        media: &[],
        schema: None,
    }]
}

fn body<T: ToSchema + PartialSchema>(example: &'static str) -> Body {
    Body {
        media: JSON,
        schema: schema::<T>,
        example,
    }
}

/// An operation without parameters, body or errors of its own.
fn plain(
    method: HttpMethod,
    path: &'static str,
    id: &'static str,
    tag: &'static str,
    (zh, en): (&'static str, &'static str),
    answers: Vec<Answer>,
) -> Operation {
    let scope = match tag {
        "house" => None,
        _ => Some(Scope::Read),
    };
    Operation {
        method,
        path,
        id,
        tag,
        zh,
        en,
        scope,
        parameters: Vec::new(),
        body: None,
        answers,
        codes: &[],
    }
}

impl Operation {
    fn taking(mut self, parameters: &[&[Parameter]]) -> Self {
        self.parameters = parameters.concat();
        self
    }

    fn sent(mut self, body: Body) -> Self {
        self.body = Some(body);
        self
    }

    fn failing(mut self, codes: &'static [Code]) -> Self {
        self.codes = codes;
        self
    }

    fn needing(mut self, scope: Scope) -> Self {
        self.scope = Some(scope);
        self
    }
}

/// Every operation.
pub static OPERATIONS: LazyLock<Vec<Operation>> = LazyLock::new(|| {
    let groups = [
        searching(),
        numbers(),
        comparing(),
        alerts(),
        operators(),
        house(),
    ];
    groups.concat()
});

fn searching() -> Vec<Operation> {
    use HttpMethod::Get;
    vec![
        plain(
            Get,
            "/api/v1/search",
            "search",
            "search",
            ("检索记录", "Search records"),
            json::<s::SearchAnswer>("hits, counts, and how the query was read"),
        )
        .taking(&[
            &[p::QUERY],
            &p::FILTERS,
            &[p::AS_OF],
            &p::SEARCH_EXTRAS,
            &[p::LIMIT, p::CURSOR],
        ])
        .failing(&[Code::BadCursor, Code::NotReady]),
        plain(
            Get,
            "/api/v1/suggest",
            "suggest",
            "search",
            ("输入时提示", "Help while typing"),
            json::<s::SuggestAnswer>("what begins like the text"),
        )
        .taking(&[&[p::PREFIX, p::MOST_SUGGESTIONS]]),
        plain(
            Get,
            "/api/v1/records",
            "listRecords",
            "search",
            (
                "按变更次序逐页列出全部记录",
                "List all records page by page, in the order of their changes",
            ),
            json::<s::RecordPage>("a page of records"),
        )
        .taking(&[&[p::PAGE, p::CURSOR]])
        .failing(&[Code::BadCursor]),
        plain(
            Get,
            "/api/v1/records/export",
            "exportRecords",
            "search",
            (
                "成批导出：不带条件为全部记录，带条件为该检索的命中",
                "Export in bulk: every record, or the hits of a search where one is given",
            ),
            file(
                "one record or hit a line",
                &["application/x-ndjson", "text/csv"],
            ),
        )
        .taking(&[
            &[p::LIST_FORMAT, p::QUERY],
            &p::FILTERS,
            &[p::AS_OF, p::LANG],
        ])
        .failing(&[Code::NotReady]),
        plain(
            Get,
            "/api/v1/records/{id}",
            "record",
            "search",
            (
                "一条记录及其版本、关系与来源",
                "One record with its editions, relations and origin",
            ),
            json::<s::RecordAnswer>("the record"),
        )
        .taking(&[&[p::ID, p::AS_OF]])
        .failing(&[Code::NoSuchRecord]),
        plain(
            Get,
            "/api/v1/records/{id}/similar",
            "similarRecords",
            "search",
            ("相近的记录", "Records like one"),
            json::<s::SimilarAnswer>("the records, the most alike first"),
        )
        .taking(&[&[p::ID, p::MOST_SUGGESTIONS, p::AS_OF]])
        .failing(&[Code::NoSuchRecord, Code::NotReady]),
        plain(
            Get,
            "/api/v1/records/{id}/citation",
            "citation",
            "search",
            ("引文著录", "The reference of a record"),
            file(
                "the reference",
                &[
                    "text/plain",
                    "application/x-bibtex",
                    "application/x-research-info-systems",
                    "application/vnd.citationstyles.csl+json",
                ],
            ),
        )
        .taking(&[&[p::ID, p::CITATION_FORMAT]])
        .failing(&[Code::NoSuchRecord]),
        plain(
            Get,
            "/api/v1/sources",
            "sources",
            "search",
            (
                "来源、新鲜度与未覆盖之处",
                "The sources, how fresh they are, what is not covered",
            ),
            json::<s::SourcesAnswer>("the sources"),
        )
        .failing(&[Code::NotReady]),
    ]
}

fn numbers() -> Vec<Operation> {
    use HttpMethod::{Get, Post};
    vec![
        plain(
            Get,
            "/api/v1/numbers/{number}",
            "number",
            "numbers",
            ("解析一个标准号", "Resolve one number"),
            [
                json::<s::ResolvedNumber>("one record"),
                with_status::<s::ResolvedNumber>(300, "several records bear the number"),
            ]
            .concat(),
        )
        .taking(&[&[p::NUMBER, p::AS_OF]])
        .failing(&[Code::NoSuchNumber, Code::NotANumber]),
        plain(
            Post,
            "/api/v1/numbers/resolve",
            "resolveNumbers",
            "numbers",
            (
                "找出并解析一段文字里的标准号",
                "Find and resolve the numbers of a text",
            ),
            json::<s::ResolveAnswer>("the numbers, in the order of the text"),
        )
        .sent(body::<s::ResolveRequest>(
            r#"{"text": "应符合GB/T 19001—2016和ISO 9001:2015的要求。"}"#,
        ))
        .failing(&[Code::TooManyNumbers]),
        plain(
            Post,
            "/api/v1/check",
            "check",
            "numbers",
            (
                "查新：文字或文件所引标准是否现行",
                "Check whether the standards a text or file cites are still in force",
            ),
            report::<s::CheckAnswer>("one row a number"),
        )
        .sent(body::<s::CheckRequest>(
            r#"{"text": "按GB/T 1.1-2009编写，参见ISO 9001。", "as_of": "2026-01-01"}"#,
        ))
        .failing(&[Code::TooManyNumbers, Code::BadDocument]),
    ]
}

fn comparing() -> Vec<Operation> {
    use HttpMethod::{Get, Post};
    vec![
        plain(
            Post,
            "/api/v1/indicators/extract",
            "extractIndicators",
            "comparison",
            ("读出文字里的指标", "Read the indicators of a text"),
            json::<s::ExtractAnswer>("the indicators"),
        )
        .sent(body::<s::ExtractRequest>(
            r#"{"lang": "zh", "text": "铅不应大于90 mg/kg。"}"#,
        )),
        plain(
            Post,
            "/api/v1/indicators/compare",
            "compareIndicators",
            "comparison",
            ("判断两个指标孰严", "Judge which of two indicators asks for more"),
            json::<s::VerdictAnswer>("the verdict with its proof"),
        )
        .sent(body::<s::VerdictRequest>(
            r#"{"domestic": {"parameter": "铅", "comparator": "≤", "value": 90, "unit": "mg/kg"}, "foreign": {"parameter": "lead", "comparator": "≤", "value": 0.01, "unit": "%"}}"#,
        )),
        plain(
            Post,
            "/api/v1/compare/align",
            "alignClauses",
            "comparison",
            ("两份文件的条款配对", "Pair the clauses of two documents"),
            json::<s::AlignAnswer>("the pairs"),
        )
        .sent(body::<s::AlignRequest>(
            r#"{"a": [{"clause": "4.1", "title": "总则", "text": "应保持记录。"}], "b": [{"clause": "5", "title": "General", "text": "Records shall be kept."}]}"#,
        )),
        plain(
            Post,
            "/api/v1/compare/text",
            "compareTexts",
            "comparison",
            ("两段文字有何不同", "What changed between two texts"),
            json::<s::TextAnswer>("the changes"),
        )
        .sent(body::<s::TextRequest>(
            r#"{"a": "铅不应大于90 mg/kg。", "b": "铅不应大于60 mg/kg。"}"#,
        )),
        plain(
            Get,
            "/api/v1/compare",
            "compareRecords",
            "comparison",
            ("并列比较两份文件", "Two documents side by side"),
            report::<s::CompareAnswer>("the comparison"),
        )
        .taking(&[&[p::A, p::B, p::AS_OF_DAY, p::REPORT_FORMAT, p::LANG]])
        .failing(&[Code::NoSuchRecord]),
        plain(
            Get,
            "/api/v1/gap",
            "gapReport",
            "comparison",
            (
                "差距报告：市场的要求与国内要求对照",
                "The gap report: what a market asks beside what is asked at home",
            ),
            report::<s::GapAnswer>("the report"),
        )
        .taking(&[&[p::PRODUCT, p::MARKET, p::DOCUMENTS, p::AS_OF_DAY, p::REPORT_FORMAT, p::LANG]])
        .failing(&[Code::NoSuchRecord]),
        plain(
            Get,
            "/api/v1/dossier",
            "dossier",
            "comparison",
            ("产品在某一市场的全貌", "Everything about a product in a market"),
            report::<s::DossierAnswer>("the dossier"),
        )
        .taking(&[&[p::PRODUCT, p::MARKET, p::AS_OF_DAY, p::REPORT_FORMAT, p::LANG]])
        .failing(&[Code::NoSuchRecord]),
        plain(
            Get,
            "/api/v1/heatmap",
            "heatmap",
            "comparison",
            ("产品与市场的对照图", "Every product against every market"),
            report::<s::HeatmapAnswer>("the map"),
        )
        .taking(&[&[p::AS_OF_DAY, p::REPORT_FORMAT, p::LANG]]),
    ]
}

fn alerts() -> Vec<Operation> {
    use HttpMethod::{Delete, Get, Patch, Post};
    const INTEREST: &str = r#"{"name": "玩具", "interest": {"topics": [{"by": "product", "value": "toy"}], "markets": ["EU"]}}"#;
    vec![
        plain(
            Post,
            "/api/v1/subscriptions",
            "subscribe",
            "alerts",
            ("申请订阅；确认信随后发出", "Ask for subscriptions; a letter asks for confirmation"),
            with_status::<s::EnrolAnswer>(202, "noted"),
        )
        .sent(body::<s::EnrolRequest>(
            r#"{"address": "reader@example.com", "interest": {"topics": [{"by": "product", "value": "toy"}], "markets": ["EU"]}}"#,
        ))
        .failing(&[Code::BadSubscription, Code::TooManyQuestions]),
        plain(
            Post,
            "/api/v1/subscriptions/replay",
            "replaySubscription",
            "alerts",
            (
                "试一试：过去一年会收到什么",
                "Try it: what the last twelve months would have brought",
            ),
            json::<s::ReplayAnswer>("counts and a sample"),
        )
        .sent(body::<s::ReplayRequest>(
            r#"{"interest": {"topics": [{"by": "product", "value": "toy"}], "markets": ["EU"]}}"#,
        ))
        .failing(&[Code::BadSubscription]),
        plain(
            Get,
            "/api/v1/subscriptions/{token}",
            "subscriptions",
            "alerts",
            ("我的全部订阅", "Everything that is kept of a subscriber"),
            json::<s::Kept>("what is kept"),
        )
        .taking(&[&[p::TOKEN]])
        .failing(&[Code::BadLink]),
        plain(
            Post,
            "/api/v1/subscriptions/{token}",
            "addSubscription",
            "alerts",
            ("增加一项订阅", "Add a subscription"),
            with_status::<s::SubscriptionAdded>(201, "added"),
        )
        .taking(&[&[p::TOKEN]])
        .sent(body::<s::NewSubscription>(INTEREST))
        .failing(&[Code::BadLink, Code::BadSubscription]),
        plain(
            Delete,
            "/api/v1/subscriptions/{token}",
            "eraseSubscriber",
            "alerts",
            ("删除我的一切", "Erase everything that is kept"),
            nothing(204, "erased"),
        )
        .taking(&[&[p::TOKEN]])
        .failing(&[Code::BadLink]),
        plain(
            Patch,
            "/api/v1/subscriptions/{token}/{id}",
            "changeSubscription",
            "alerts",
            ("更改一项订阅", "Change a subscription"),
            nothing(204, "changed"),
        )
        .taking(&[&[p::TOKEN, p::SUBSCRIPTION]])
        .sent(body::<s::ChangeRequest>(r#"{"paused": true}"#))
        .failing(&[Code::BadLink, Code::BadSubscription]),
        plain(
            Delete,
            "/api/v1/subscriptions/{token}/{id}",
            "removeSubscription",
            "alerts",
            ("取消一项订阅", "Remove a subscription"),
            nothing(204, "removed"),
        )
        .taking(&[&[p::TOKEN, p::SUBSCRIPTION]])
        .failing(&[Code::BadLink]),
        plain(
            Get,
            "/api/v1/searches/{token}",
            "savedSearches",
            "alerts",
            ("我保存的检索", "The searches that are kept"),
            json::<s::KeptSearches>("by name"),
        )
        .taking(&[&[p::TOKEN]])
        .failing(&[Code::BadLink]),
        plain(
            Post,
            "/api/v1/searches/{token}",
            "saveSearch",
            "alerts",
            ("保存一个检索", "Keep a search under a name"),
            with_status::<s::KeptSearch>(201, "kept"),
        )
        .taking(&[&[p::TOKEN]])
        .sent(body::<s::SaveSearch>(
            r#"{"name": "欧盟轮胎", "query": "轮胎 市场:欧盟"}"#,
        ))
        .failing(&[Code::BadLink, Code::BadSubscription]),
        plain(
            Delete,
            "/api/v1/searches/{token}/{id}",
            "forgetSearch",
            "alerts",
            ("删除保存的检索", "Forget a search"),
            nothing(204, "forgotten"),
        )
        .taking(&[&[p::TOKEN, p::SUBSCRIPTION]])
        .failing(&[Code::BadLink]),
        plain(
            Get,
            "/api/v1/desk",
            "commentDesk",
            "alerts",
            ("可评议的通报", "Notifications that can still be commented on"),
            json::<s::CommentDesk>("the nearest deadline first"),
        )
        .failing(&[Code::NotReady]),
        plain(
            Post,
            "/api/v1/bounces",
            "bounces",
            "alerts",
            ("告知退信", "Tell of letters that came back"),
            json::<s::KnownBounces>("how many were ours"),
        )
        .sent(body::<s::Bounces>(
            r#"[{"message_id": "0123@example.com", "verdict": "hard", "status": "5.1.1"}]"#,
        )),
    ]
}

fn operators() -> Vec<Operation> {
    use HttpMethod::{Get, Post};
    vec![
        plain(
            Post,
            "/api/v1/import",
            "import",
            "operators",
            ("导入一个文件", "Import a file"),
            json::<s::ImportAnswer>("counts, and the rows that could not be read"),
        )
        .needing(Scope::Import)
        .taking(&[&[p::FILE_NAME]])
        .sent(Body {
            media: "application/octet-stream",
            schema: schema::<Vec<u8>>,
            example: "",
        }),
        plain(
            Get,
            "/api/v1/unresolved",
            "unresolved",
            "operators",
            ("查而未得的标准号", "Numbers that were asked for in vain"),
            json::<s::Unresolved>("what was asked for most first"),
        )
        .needing(Scope::Admin)
        .taking(&[&[p::PAGE, p::CURSOR]])
        .failing(&[Code::BadCursor]),
    ]
}

fn house() -> Vec<Operation> {
    use HttpMethod::Get;
    const DOCUMENT: (&str, &str) = ("本接口的描述", "The description of this interface");
    vec![
        plain(
            Get,
            "/healthz",
            "health",
            "house",
            ("进程在运行", "The process is up"),
            json::<s::Health>("it is"),
        ),
        plain(
            Get,
            "/readyz",
            "readiness",
            "house",
            ("库与索引可用", "Store and index answer"),
            json::<s::Ready>("they do"),
        )
        .failing(&[Code::NotReady]),
        plain(
            Get,
            "/metrics",
            "metrics",
            "house",
            ("运行度量（Prometheus）", "Measures for Prometheus"),
            file("text exposition format", &["text/plain"]),
        ),
        plain(
            Get,
            "/api/v1/openapi.json",
            "openapi",
            "house",
            DOCUMENT,
            file("OpenAPI 3.1", &[JSON]),
        ),
        plain(
            Get,
            "/api/openapi.json",
            "openapiUnversioned",
            "house",
            DOCUMENT,
            file("OpenAPI 3.1", &[JSON]),
        ),
    ]
}
