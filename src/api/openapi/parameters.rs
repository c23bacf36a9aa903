//! The parameters that operations share.

use super::{Parameter, Place, Shape};

const KINDS: &[&str] = &["standard", "regulation", "notification", "product"];
const STATUSES: &[&str] = &["current", "upcoming", "superseded", "withdrawn", "unknown"];
const SORTS: &[&str] = &["relevance", "newest", "oldest", "deadline"];
const LANGUAGES: &[&str] = &["zh", "en"];
const REPORTS: &[&str] = &["json", "md", "html", "csv", "xlsx", "docx"];
const STYLES: &[&str] = &["gb7714", "bibtex", "ris", "csl"];

const fn query(
    name: &'static str,
    shape: Shape,
    zh: &'static str,
    en: &'static str,
    example: &'static str,
) -> Parameter {
    Parameter {
        name,
        place: Place::Query,
        shape,
        zh,
        en,
        example,
    }
}

const fn path(
    name: &'static str,
    zh: &'static str,
    en: &'static str,
    example: &'static str,
) -> Parameter {
    Parameter {
        name,
        place: Place::Path,
        shape: Shape::Text,
        zh,
        en,
        example,
    }
}

const fn required(
    name: &'static str,
    zh: &'static str,
    en: &'static str,
    example: &'static str,
) -> Parameter {
    Parameter {
        name,
        place: Place::Required,
        shape: Shape::Text,
        zh,
        en,
        example,
    }
}

pub(super) const QUERY: Parameter = query(
    "q",
    Shape::Text,
    "检索式：词、编号、字段条件",
    "what to search for: words, numbers, conditions on fields",
    "轮胎",
);
pub(super) const LIMIT: Parameter = query(
    "limit",
    Shape::Number(0, 100),
    "每页条数，0 为默认",
    "hits a page; 0 means the usual number",
    "20",
);
pub(super) const PAGE: Parameter = query(
    "limit",
    Shape::Number(1, 500),
    "每页条数",
    "items a page",
    "100",
);
pub(super) const CURSOR: Parameter = query(
    "cursor",
    Shape::Text,
    "接着上一页：取其 next",
    "where to go on: the `next` of the page before",
    "",
);
pub(super) const AS_OF: Parameter = query(
    "as_of",
    Shape::Day,
    "状态以此日为准，默认今天",
    "the day statuses are of; today when left out",
    "2026-01-01",
);
/// A whole day: reports are of a day.
pub(super) const AS_OF_DAY: Parameter = Parameter {
    shape: Shape::Date,
    ..AS_OF
};
pub(super) const LANG: Parameter = query(
    "lang",
    Shape::Word(LANGUAGES),
    "报告所用语言",
    "language of a report",
    "zh",
);
pub(super) const REPORT_FORMAT: Parameter = query(
    "format",
    Shape::Word(REPORTS),
    "答复的形式，默认 JSON",
    "form of the answer; JSON when left out",
    "json",
);
pub(super) const LIST_FORMAT: Parameter = query(
    "format",
    Shape::Word(&["jsonl", "csv"]),
    "文件形式，默认 JSON Lines",
    "form of the file; JSON lines when left out",
    "jsonl",
);
pub(super) const CITATION_FORMAT: Parameter = query(
    "format",
    Shape::Word(STYLES),
    "著录格式；未给出时依 Accept，默认 GB/T 7714",
    "style of the reference; chosen by `Accept` when left out, GB/T 7714 at last",
    "bibtex",
);
pub(super) const PREFIX: Parameter = query(
    "q",
    Shape::Text,
    "已输入的文字，拼音亦可",
    "what was typed so far, pinyin too",
    "lt",
);
pub(super) const MOST_SUGGESTIONS: Parameter =
    query("limit", Shape::Number(1, 50), "条数", "how many", "10");
pub(super) const ID: Parameter = path(
    "id",
    "记录编号",
    "identifier of the record",
    "GB_1499.2-2024",
);
pub(super) const NUMBER: Parameter = path(
    "number",
    "标准号，任何写法",
    "number of a standard, in any spelling",
    "GB1499.2-2024",
);
pub(super) const TOKEN: Parameter = path(
    "token",
    "信中链接的凭证",
    "token of the link in a letter",
    "",
);
pub(super) const SUBSCRIPTION: Parameter = Parameter {
    shape: Shape::Number(1, u32::MAX),
    ..path(
        "id",
        "订阅或检索的编号",
        "number of the subscription or search",
        "1",
    )
};
pub(super) const A: Parameter = required(
    "a",
    "第一份文件的记录编号",
    "identifier of the first record",
    "GB_1499.2-2024",
);
pub(super) const B: Parameter = required(
    "b",
    "第二份文件的记录编号",
    "identifier of the second record",
    "GB_6675.4-2014",
);
pub(super) const PRODUCT: Parameter = query(
    "product",
    Shape::Text,
    "产品编号或名称",
    "identifier or name of a product",
    "toy",
);
pub(super) const MARKET: Parameter =
    query("market", Shape::List, "市场代码", "codes of markets", "EU");
pub(super) const DOCUMENTS: Parameter = query(
    "documents",
    Shape::List,
    "只比较这些文件的标准号",
    "numbers of the documents to compare, instead of everything about the product",
    "",
);
pub(super) const FILE_NAME: Parameter = query(
    "name",
    Shape::Text,
    "文件名；由结尾辨认格式",
    "name of the file; its ending tells the format",
    "records.jsonl",
);

/// The filters of a search.
pub(super) const FILTERS: [Parameter; 10] = [
    query(
        "kind",
        Shape::Words(KINDS),
        "类型",
        "only these kinds",
        "standard",
    ),
    query(
        "market",
        Shape::List,
        "市场代码",
        "only these markets",
        "CN",
    ),
    query(
        "body",
        Shape::List,
        "发布机构代码",
        "only these issuing bodies",
        "GB",
    ),
    query(
        "status",
        Shape::Words(STATUSES),
        "状态",
        "only these statuses",
        "current",
    ),
    query(
        "ics",
        Shape::List,
        "ICS 分类",
        "only these ICS fields, groups or subgroups",
        "77.140",
    ),
    query("hs", Shape::List, "HS 编码", "only these HS codes", ""),
    query("ccs", Shape::List, "CCS 分类", "only these CCS codes", ""),
    query(
        "product",
        Shape::List,
        "产品编号",
        "only these products",
        "",
    ),
    query(
        "from",
        Shape::Day,
        "发布日期不早于",
        "published on or after",
        "2015",
    ),
    query(
        "to",
        Shape::Day,
        "发布日期不晚于",
        "published on or before",
        "2026-12",
    ),
];

/// What else a search may be told.
pub(super) const SEARCH_EXTRAS: [Parameter; 3] = [
    query(
        "sort",
        Shape::Word(SORTS),
        "排序",
        "order of the hits",
        "relevance",
    ),
    query(
        "facets",
        Shape::Word(&["none"]),
        "none 为不计分面",
        "`none` leaves the counts out",
        "",
    ),
    query(
        "snippets",
        Shape::Word(&["none"]),
        "none 为不作摘录",
        "`none` leaves snippets and marks out",
        "",
    ),
];
