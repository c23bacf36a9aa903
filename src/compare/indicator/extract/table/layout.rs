//! What the rows and columns of a table are for.

use super::super::blocks::TableBlock;
use super::super::context::Hint;
use super::super::listing::bracketed_unit;
use super::super::{subject, words};
use crate::compare::indicator::unit::{self, Unit};

/// Where the name of the parameter stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    /// In the label of each row.
    Row,
    /// In the header of each column.
    Column,
    /// In the caption; rows and columns are cases.
    Caption,
}

/// The use of one column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Column {
    /// Labels that name parameters or cases.
    Parameter,
    /// Labels that qualify; the header may hold a unit.
    Condition { header: String },
    /// The unit of the row.
    Unit,
    /// The test method of the row.
    Method,
    /// Numbers and remarks that limit nothing.
    Ignored,
    /// Limits.
    Value { header: String, hint: Option<Hint> },
}

impl Column {
    pub(super) fn is_label(&self) -> bool {
        matches!(self, Self::Parameter | Self::Condition { .. })
    }
}

/// The plan of a table.
#[derive(Debug)]
pub(super) struct Layout {
    pub(super) header_rows: usize,
    pub(super) columns: Vec<Column>,
    pub(super) named: Named,
    /// Whether two columns hold lower and upper limits.
    pub(super) has_bounds: bool,
}

impl Layout {
    /// Plans a table, or answers nothing when it holds no header or no data.
    pub(super) fn of(text: &str, block: &TableBlock, caption: &str) -> Option<Self> {
        let rows: Vec<Vec<&str>> = block
            .rows
            .iter()
            .map(|row| row.iter().map(|cell| &text[cell.clone()]).collect())
            .collect();
        let header_rows = header_rows(&rows);
        let width = rows.iter().map(Vec::len).max()?;
        if header_rows >= rows.len() || width < 2 {
            return None;
        }
        let headers: Vec<String> = (0..width)
            .map(|place| header(&rows[..header_rows], place))
            .collect();
        let named = named(&headers, &rows[header_rows..], caption);
        let columns = columns(&headers, named);
        let bounds = columns.iter().filter(|column| matches!(column, Column::Value { header, hint: Some(_) } if is_bound_header(header)));
        let has_bounds = bounds.count() >= 2;
        Some(Self {
            header_rows,
            columns,
            named,
            has_bounds,
        })
    }
}

/// Whether a row is a Markdown rule.
pub(super) fn is_rule(cells: &[&str]) -> bool {
    cells.iter().all(|cell| {
        cell.chars()
            .all(|c| matches!(c, '-' | ':' | ' ' | '=' | '—'))
    }) && cells.iter().any(|cell| cell.len() >= 2)
}

fn header_rows(rows: &[Vec<&str>]) -> usize {
    if let Some(rule) = rows.iter().take(4).position(|row| is_rule(row)) {
        return rule + 1;
    }
    let mut count = 1;
    while count < rows.len() && count < 4 {
        let row = &rows[count];
        let continues = row.first().is_none_or(|cell| cell.is_empty())
            && !(row.len() > 1 && row[1..].iter().all(|cell| is_plain_number(cell)));
        let unit_row =
            row.len() > 1 && row[1..].iter().all(|cell| cell.is_empty() || is_unit(cell));
        if !(continues || unit_row) {
            break;
        }
        count += 1;
    }
    count
}

fn is_plain_number(cell: &str) -> bool {
    !cell.is_empty() && cell.chars().all(|c| c.is_ascii_digit() || ".,".contains(c))
}

fn is_unit(cell: &str) -> bool {
    let cell = cell.trim_matches(['(', ')', '（', '）']);
    unit::scan(cell, 0).is_some_and(|found| found.end == cell.len())
}

/// The header of a column: its cells from top to bottom, a spanning cell reaching to the right.
fn header(rows: &[Vec<&str>], place: usize) -> String {
    let mut path: Vec<&str> = Vec::new();
    for row in rows.iter().filter(|row| !is_rule(row)) {
        let mut at = place.min(row.len().saturating_sub(1));
        while at > 1 && row.get(at).is_some_and(|cell| cell.is_empty()) {
            at -= 1;
        }
        if let Some(cell) = row.get(at).filter(|cell| !cell.is_empty())
            && (at == place || place > 0)
        {
            path.push(cell);
        }
    }
    path.dedup();
    path.join(HEADER_JOINT)
}

/// Separates the levels of a stacked header.
const HEADER_JOINT: &str = " ¦ ";

const ITEMS: &[&str] = &[
    "项目",
    "参数",
    "指标名称",
    "性能",
    "检验项目",
    "检测项目",
    "特性",
    "元素",
    "物质",
    "污染物",
    "名称",
    "性能指标",
    "技术参数",
    "考核项目",
    "要求项目",
    "微生物",
    "成分",
    "测试项目",
    "试验项目",
    "理化指标",
    "有害物质",
    "可迁移元素",
    "property",
    "parameter",
    "element",
    "characteristic",
    "item",
    "test",
    "substance",
    "requirement",
    "characteristics",
    "properties",
    "analyte",
    "contaminant",
    "quantity",
    "compound",
    "pollutant",
    "measurand",
    "feature",
    "attribute",
    "metal",
];

fn is_item_header(header: &str) -> bool {
    let lower = header.trim().to_ascii_lowercase();
    ITEMS.iter().any(|item| {
        lower == *item
            || (lower.starts_with(item) && lower.len() <= item.len() + 12)
            || (!item.is_ascii() && lower.ends_with(item))
    })
}

/// A header that only says there are limits below it.
pub(super) fn is_generic_header(header: &str) -> bool {
    const GENERIC: &[&str] = &[
        "指标",
        "要求",
        "限值",
        "限量",
        "限量值",
        "技术要求",
        "标准值",
        "技术指标",
        "最大限量",
        "性能要求",
        "limit",
        "limits",
        "requirement",
        "requirements",
        "value",
        "values",
        "specification",
        "limit value",
        "指标值",
        "规定值",
        "最大值",
        "最小值",
        "max",
        "min",
        "maximum",
        "minimum",
        "lower limit",
        "upper limit",
        "质量指标",
        "参数值",
        "数值",
        "上限",
        "下限",
        "最大允许浓度",
        "允许值",
        "标准限值",
        "max.",
        "min.",
    ];
    let (name, _) = split_header(header);
    let name = name.trim().to_ascii_lowercase();
    name.is_empty() || GENERIC.contains(&name.as_str())
}

fn is_bound_header(header: &str) -> bool {
    let lower = header.to_ascii_lowercase();
    [
        "lower", "upper", "min", "max", "下限", "上限", "最小", "最大", "最低", "最高",
    ]
    .iter()
    .any(|word| lower.contains(word))
}

fn is_case_header(header: &str) -> bool {
    const SIZES: &[&str] = &[
        "厚度",
        "直径",
        "公称",
        "规格",
        "尺寸",
        "月龄",
        "年龄",
        "等级",
        "级别",
        "类别",
        "牌号",
        "类型",
        "型号",
        "型式",
        "组别",
        "品种",
        "产品",
        "温度",
        "截面",
        "体重",
        "容量",
        "适用",
        "grade",
        "class",
        "type",
        "category",
        "thickness",
        "diameter",
        "nominal",
        "size",
        "age",
        "group",
        "designation",
        "product",
        "level",
        "condition",
        "条件",
        "食品",
        "材料",
        "material",
        "food",
        "range",
        "steel",
        "series",
        "steel grade",
    ];
    let lower = header.to_ascii_lowercase();
    SIZES.iter().any(|word| lower.starts_with(word))
        || ["类别", "等级", "级别", "牌号", "类型"]
            .iter()
            .any(|word| lower.contains(word))
}

fn named(headers: &[String], data: &[Vec<&str>], caption: &str) -> Named {
    if headers
        .iter()
        .take(2)
        .any(|header| is_item_header(header) && !is_case_header(header))
    {
        return Named::Row;
    }
    let values = &headers[1.min(headers.len())..];
    let measured = values.iter().any(|header| {
        !is_case_header(header)
            && (bracketed_unit(header).is_some()
                || trailing_unit(header).is_some()
                || words::hint(header).is_some())
            && !is_generic_header(header)
    });
    if measured {
        return Named::Column;
    }
    let label_units = data
        .iter()
        .filter(|row| {
            row.first()
                .is_some_and(|label| bracketed_unit(label).is_some())
        })
        .count();
    if label_units * 2 > data.len() {
        return Named::Row;
    }
    let elements = values.iter().filter(|header| is_element(header)).count();
    if elements >= 2 {
        return Named::Column;
    }
    let unit_column = headers
        .iter()
        .any(|header| role_of(header) == Some(Column::Unit));
    if unit_column || (caption.is_empty() && !is_case_header(&headers[0])) {
        return Named::Row;
    }
    let speaks = bracketed_unit(caption).is_some() || words::hint(caption).is_some();
    if speaks {
        Named::Caption
    } else {
        Named::Column
    }
}

fn is_element(header: &str) -> bool {
    const SYMBOLS: &[&str] = &[
        "C", "Si", "Mn", "P", "S", "Cr", "Ni", "Mo", "V", "Nb", "Ti", "Al", "Cu", "N", "B", "Pb",
        "Cd", "Hg", "As", "Sb", "Ba", "Se", "Zn", "Fe", "Mg", "Sn", "Co", "W", "Als", "CEV", "Ca",
    ];
    SYMBOLS.contains(&header.trim())
}

fn role_of(header: &str) -> Option<Column> {
    let lower = header.trim().to_ascii_lowercase();
    let is = |names: &[&str]| names.contains(&lower.as_str());
    if is(&["单位", "unit", "units", "计量单位"]) {
        return Some(Column::Unit);
    }
    if lower.contains("方法")
        || lower.contains("method")
        || is(&[
            "试验",
            "检验标准",
            "测试标准",
            "test standard",
            "standard",
            "方法标准",
            "检验依据",
            "试验标准",
            "test",
            "reference",
        ])
    {
        return Some(Column::Method);
    }
    let ignored = is(&[
        "序号",
        "no.",
        "no",
        "#",
        "备注",
        "remark",
        "remarks",
        "条款",
        "clause",
        "note",
        "notes",
        "cas",
        "cas no.",
        "cas号",
        "章条号",
        "编号",
        "comment",
        "s/n",
        "要求章条号",
        "对应条款",
        "sample size",
        "样品数",
        "试样数量",
        "不合格分类",
    ]);
    ignored.then_some(Column::Ignored)
}

fn columns(headers: &[String], named: Named) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    let mut has_label = false;
    for (place, header) in headers.iter().enumerate() {
        let role = role_of(header).filter(|role| place > 0 || *role == Column::Ignored);
        let column = if let Some(role) = role {
            role
        } else if !has_label && (named != Named::Column || !is_measure(header)) {
            has_label = true;
            if named == Named::Row {
                Column::Parameter
            } else {
                Column::Condition {
                    header: header.clone(),
                }
            }
        } else if named == Named::Row && is_item_header(header) {
            for column in &mut columns {
                if *column == Column::Parameter {
                    *column = Column::Condition {
                        header: String::new(),
                    };
                }
            }
            Column::Parameter
        } else if named != Named::Row
            && is_case_header(header)
            && columns.iter().all(|c| !matches!(c, Column::Value { .. }))
            && !header.contains(HEADER_JOINT)
        {
            has_label = true;
            Column::Condition {
                header: header.clone(),
            }
        } else if named == Named::Row
            && (header.contains("条件")
                || header.eq_ignore_ascii_case("condition")
                || header.eq_ignore_ascii_case("conditions"))
        {
            Column::Condition {
                header: String::new(),
            }
        } else {
            let hint = header_hint(header);
            Column::Value {
                header: header.clone(),
                hint,
            }
        };
        columns.push(column);
    }
    columns
}

fn is_measure(header: &str) -> bool {
    bracketed_unit(header).is_some() && !is_case_header(header)
}

/// The unit that ends a header without brackets: `Yield strength min. MPa`, `Mn %`.
pub(super) fn trailing_unit(header: &str) -> Option<Unit> {
    let (head, word) = header.split(HEADER_JOINT).next()?.rsplit_once(' ')?;
    let plain = word.len() < 2 && word.bytes().all(|b| b.is_ascii_alphabetic());
    let found = unit::scan(word, 0).filter(|found| found.end == word.len())?;
    (head.ends_with(|c: char| !c.is_ascii_digit() && !c.is_whitespace())
        && !plain
        && !matches!(word, "in" | "min" | "class" | "grade" | "rating"))
    .then_some(found.unit)
}

/// A level that only says 不大于 or max.
fn is_relation(level: &str) -> bool {
    words::hint(level).is_some() && !level.contains(|c: char| c.is_ascii_digit())
}

/// The relation a header states: its top level, or a lowest level that says nothing else.
///
/// A middle level such as `≤16` under a thickness is a case and no relation.
pub(super) fn header_hint(header: &str) -> Option<Hint> {
    let mut levels = header.split(HEADER_JOINT);
    let top = levels.next().unwrap_or_default();
    let told = |level: &str| {
        let sized = level.contains(|c: char| c.is_ascii_digit());
        words::hint(level).filter(|hint| {
            *hint != Hint::Exact && !(sized && level.starts_with(['≤', '≥', '<', '>', '＜', '＞']))
        })
    };
    told(top).or_else(|| {
        levels
            .filter(|level| !level.contains(|c: char| c.is_ascii_digit()))
            .find_map(told)
    })
}

/// The name in a header, without unit and relation, and the condition behind it.
pub(super) fn split_header(header: &str) -> (String, Option<String>) {
    let mut levels = header.split(HEADER_JOINT);
    let top = levels.next().unwrap_or_default();
    let below: Vec<&str> = levels.collect();
    let mut conditions: Vec<String> = Vec::new();
    let name = name_of(top, &mut conditions);
    if let [dimension, sizes @ ..] = below.as_slice() {
        if sizes.is_empty() {
            if !is_unit(dimension) && !is_relation(dimension) {
                conditions.push((*dimension).to_owned());
            }
        } else {
            conditions.extend(
                sizes
                    .iter()
                    .filter(|size| !is_unit(size))
                    .map(|size| with_header_unit(size, dimension)),
            );
        }
    }
    let condition = (!conditions.is_empty()).then(|| conditions.join("，"));
    (name, condition)
}

fn name_of(header: &str, conditions: &mut Vec<String>) -> String {
    let mut name = header.trim();
    if trailing_unit(name).is_some()
        && let Some((head, _)) = name.rsplit_once(' ')
    {
        name = head.trim_end_matches([',', '，', ' ']);
    }
    if let Some(at) = name
        .find("/(")
        .or_else(|| name.find("／（"))
        .or_else(|| name.rfind(['/', '／']))
        && bracketed_unit(&name[at..]).is_some()
        && !name[..at].contains([',', '，'])
    {
        name = name[..at].trim();
    }
    if let Some(at) = name.rfind(['(', '（']) {
        let inside = &name[at..];
        if bracketed_unit(inside).is_some()
            || inside.contains("质量分数")
            || inside.contains("以")
            || words::hint(inside).is_some()
        {
            name = name[..at].trim();
        }
    }
    if let Some((head, tail)) = name.split_once([',', '，']) {
        let tail = tail.trim();
        let relation = words::hint(tail).is_some();
        if !relation && !is_unit(tail) {
            conditions.push(tail.to_owned());
        }
        name = head.trim();
    }
    for (joint, keep) in [(" at ", true), ("（", false)] {
        if keep
            && let Some((head, tail)) = name.split_once(joint)
            && tail.starts_with(|c: char| c.is_ascii_digit())
        {
            conditions.push(tail.to_owned());
            name = head;
        }
    }
    let mut name = name.trim_end_matches(['≤', '≥', '<', '>', '＜', '＞', ' ']);
    for word in [
        "不大于",
        "不小于",
        "不低于",
        "不高于",
        "不超过",
        "不少于",
        " max.",
        " min.",
        " max",
        " min",
        ", max",
        ", min",
        "(max)",
        "(min)",
    ] {
        name = name.strip_suffix(word).unwrap_or(name).trim();
    }
    name.to_owned()
}

/// `＞16～40` under `厚度/mm` reads `厚度＞16～40 mm`.
pub(super) fn with_header_unit(label: &str, header: &str) -> String {
    let Some(unit) = bracketed_unit(header) else {
        let numeric = label.starts_with(|c: char| c.is_ascii_digit() || "≤≥<>＜＞＝".contains(c));
        let named = numeric
            && is_case_header(header)
            && header
                .chars()
                .any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        return match header {
            "月龄" if numeric => format!("{label}月龄"),
            _ if named => format!("{header}{label}"),
            _ => label.to_owned(),
        };
    };
    let mut conditions = Vec::new();
    let name = name_of(header, &mut conditions);
    let name = name.split(['(', '（']).next().unwrap_or_default().trim();
    format!("{name}{label} {unit}")
}

/// The quantity a caption names: `Maximum permitted breathing resistance (mbar)`.
pub(super) fn caption_name(caption: &str) -> String {
    let mut name = caption.trim();
    for mark in ["表", "Table", "TABLE"] {
        if let Some(rest) = name.strip_prefix(mark) {
            let rest = rest.trim_start();
            let label = rest.find([' ', '　', '—', '–', ':', '：']).unwrap_or(0);
            if rest[..label].bytes().any(|b| b.is_ascii_digit()) {
                name = rest[label..].trim_start_matches([' ', '　', '—', '–', ':', '：', '-']);
            }
        }
    }
    let end = ["单位", "(", "（", "/", "，", ", ", "　单"]
        .iter()
        .filter_map(|mark| name.find(mark))
        .min()
        .unwrap_or(name.len());
    let name = name[..end].trim().trim_matches(['　', ' ']);
    let mut name = subject::english(name);
    for head in [
        "Maximum permitted ",
        "Maximum allowable ",
        "Maximum ",
        "Minimum ",
        "Limits for ",
        "Limit values for ",
        "Limits of ",
    ] {
        name = name.strip_prefix(head).unwrap_or(name);
    }
    name.trim_end_matches(" limits").to_owned()
}
