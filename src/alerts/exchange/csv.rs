//! Watches as a table.
//!
//! A header row names the columns, in whatever order, in one of the names of the table below; columns that are none of
//! them are passed over. ePing's own export of searches and lists typed by hand in Chinese are both read so.

use super::watchlist::{MOST_WATCHES, Watch, Watchlist, watch};
use crate::text::harmless;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Name,
    Topics,
    Product,
    Hs,
    Ics,
    Query,
    Document,
    Market,
    Matter,
    Rate,
}

/// Names of columns, in lower case.
const COLUMNS: [(Column, &[&str]); 10] = [
    (
        Column::Name,
        &[
            "name",
            "title",
            "名称",
            "订阅名称",
            "filter name",
            "search name",
        ],
    ),
    (Column::Topics, &["topics", "watch", "关注"]),
    (Column::Product, &["product", "products", "产品"]),
    (
        Column::Hs,
        &[
            "hs",
            "hs code",
            "hs codes",
            "hs code(s)",
            "products hs",
            "税号",
            "hs编码",
            "海关编码",
        ],
    ),
    (
        Column::Ics,
        &[
            "ics",
            "ics code",
            "ics codes",
            "ics code(s)",
            "products ics",
        ],
    ),
    (
        Column::Query,
        &[
            "query",
            "keyword",
            "keywords",
            "free text",
            "关键词",
            "检索式",
        ],
    ),
    (
        Column::Document,
        &["document", "symbol", "document symbol", "标准号", "通报号"],
    ),
    (
        Column::Market,
        &[
            "market",
            "markets",
            "country",
            "countries",
            "notifying member",
            "notifying members",
            "member",
            "市场",
            "国家",
            "通报成员",
        ],
    ),
    (
        Column::Matter,
        &["matter", "matters", "event", "events", "事项"],
    ),
    (Column::Rate, &["rate", "frequency", "频率"]),
];

fn column(header: &str) -> Option<Column> {
    let header = header.trim().to_lowercase();
    COLUMNS
        .iter()
        .find(|(_, names)| names.contains(&header.as_str()))
        .map(|&(column, _)| column)
}

/// Reads a table; a row that cannot be used is complained of and does not stop the rest.
pub(super) fn read(text: &str) -> Watchlist {
    let mut list = Watchlist::default();
    let tabs = text
        .lines()
        .next()
        .is_some_and(|header| header.contains('\t') && !header.contains(','));
    let mut reader = ::csv::ReaderBuilder::new()
        .flexible(true)
        .delimiter(if tabs { b'\t' } else { b',' })
        .from_reader(text.as_bytes());
    let columns: Vec<Option<Column>> = match reader.headers() {
        Ok(headers) => headers.iter().map(column).collect(),
        Err(error) => {
            list.add(1, Err(error.to_string()));
            return list;
        }
    };
    if columns.iter().all(Option::is_none) {
        let expected =
            "expected a header row with name, product, hs, ics, query, document, market or rate";
        list.add(1, Err(format!("{expected}, found none of them")));
        return list;
    }
    for (place, row) in reader.records().take(MOST_WATCHES).enumerate() {
        let place = place + 2;
        match row {
            Ok(row) => list.add(place, of_row(&columns, &row)),
            Err(error) => list.add(place, Err(error.to_string())),
        }
    }
    list
}

fn of_row(columns: &[Option<Column>], row: &::csv::StringRecord) -> Result<Watch, String> {
    let cell = |wanted: Column| {
        let cells = columns
            .iter()
            .zip(row.iter())
            .filter(move |(column, _)| **column == Some(wanted));
        cells
            .map(|(_, cell)| cell)
            .find(|cell| !cell.trim().is_empty())
            .unwrap_or_default()
    };
    let topics = [
        ("", cell(Column::Topics)),
        ("product", cell(Column::Product)),
        ("hs", cell(Column::Hs)),
        ("ics", cell(Column::Ics)),
        ("query", cell(Column::Query)),
        ("document", cell(Column::Document)),
    ];
    // ePing writes `721420 - Bars and rods`: the code is what stands before the dash.
    let bare: Vec<(&str, String)> = topics
        .iter()
        .map(|&(way, cell)| match way {
            "hs" | "ics" => (way, codes(cell)),
            _ => (way, cell.to_owned()),
        })
        .collect();
    let topics: Vec<(&str, &str)> = bare
        .iter()
        .map(|(way, cell)| (*way, cell.as_str()))
        .collect();
    watch(
        cell(Column::Name),
        &topics,
        cell(Column::Market),
        cell(Column::Matter),
        &cell(Column::Rate).to_lowercase(),
    )
}

/// Takes the codes out of a cell, leaving their names behind.
fn codes(cell: &str) -> String {
    let codes = cell.split([';', '；', ',', '，', '\n']).map(|part| {
        let part = part.trim();
        part.split_once(" -").map_or(part, |(code, _)| code.trim())
    });
    // A name may hold a comma; what has no digit is the rest of one.
    codes
        .filter(|code| code.contains(|character: char| character.is_ascii_digit()))
        .collect::<Vec<_>>()
        .join(";")
}

/// Writes watches as a table.
pub(super) fn write(watches: &[Watch]) -> String {
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    // Writing into memory cannot fail.
    let _ = writer.write_record(["name", "topics", "market", "matter", "rate"]);
    for one in watches {
        let [topics, markets, matters, rate] = one.written();
        let row = [
            harmless(&one.name),
            topics.into(),
            markets.into(),
            matters.into(),
            rate.into(),
        ];
        let _ = writer.write_record(row.iter().map(AsRef::<str>::as_ref));
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}
