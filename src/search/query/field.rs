//! The fields of the query language: their names in both languages and the type of their values.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::model::Language;

use super::characters::narrow;
use super::date::Direction;

/// A field that a query can ask about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The number of a standard or act, or the symbol of a notification.
    Number,
    /// The title in any language.
    Title,
    /// The issuing body.
    Body,
    /// The market: a country, union or region.
    Market,
    /// The status of the document.
    Status,
    /// The kind of record.
    Kind,
    /// The International Classification for Standards.
    Ics,
    /// The Harmonized System of customs codes.
    Hs,
    /// The Chinese Classification for Standards.
    Ccs,
    /// The product concerned.
    Product,
    /// The date of publication.
    Published,
    /// The date of implementation or entry into force.
    Implemented,
    /// The last day for comments.
    Deadline,
    /// The language of the text.
    In,
    /// The number of an adopted standard.
    Adopts,
    /// The number without its edition.
    Family,
}

/// What the values of a field are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueType {
    /// Any text.
    Text,
    /// A document number; `GB/T 19001` is one value although it holds a blank.
    Number,
    /// One of the status words.
    Status,
    /// One of the kinds of record.
    Kind,
    /// An ICS code: digits and points.
    Ics,
    /// An HS code: digits, perhaps with points.
    Hs,
    /// A CCS code: one letter, then digits.
    Ccs,
    /// A date; distances from today count in the given direction.
    Date(Direction),
}

/// One row of the table of fields.
struct Row {
    field: Field,
    value: ValueType,
    /// The name that is printed.
    name: &'static str,
    /// What sentences call it, in Chinese and English.
    labels: (&'static str, &'static str),
    /// Further names, in lower case; traditional forms where they differ.
    aliases: &'static [&'static str],
}

const fn row(
    field: Field,
    value: ValueType,
    name: &'static str,
    labels: (&'static str, &'static str),
    aliases: &'static [&'static str],
) -> Row {
    Row {
        field,
        value,
        name,
        labels,
        aliases,
    }
}

/// All fields, in the order of [`Field`], which is the index.
#[rustfmt::skip]
const FIELDS: [Row; 16] = [
    row(Field::Number, ValueType::Number, "number", ("标准号", "number"),
        &["标准号", "編號", "标准编号", "编号", "標準號", "通报号", "no"]),
    row(Field::Title, ValueType::Text, "title", ("标题", "title"), &["标题", "名称", "標題", "名稱"]),
    row(Field::Body, ValueType::Text, "body", ("发布机构", "body"),
        &["机构", "发布机构", "组织", "機構", "發布機構", "組織", "organization", "organisation"]),
    row(Field::Market, ValueType::Text, "market", ("市场", "market"),
        &["国别", "市场", "国家", "國別", "市場", "國家", "country"]),
    row(Field::Status, ValueType::Status, "status", ("状态", "status"), &["状态", "狀態"]),
    row(Field::Kind, ValueType::Kind, "kind", ("类型", "kind"), &["类型", "類型", "type"]),
    row(Field::Ics, ValueType::Ics, "ics", ("ICS", "ICS"), &[]),
    row(Field::Hs, ValueType::Hs, "hs", ("HS", "HS"), &["hs编码", "税号", "海关编码"]),
    row(Field::Ccs, ValueType::Ccs, "ccs", ("CCS", "CCS"), &[]),
    row(Field::Product, ValueType::Text, "product", ("产品", "product"), &["产品", "產品"]),
    row(Field::Published, ValueType::Date(Direction::Back), "published", ("发布", "published"),
        &["发布", "发布日期", "年份", "發布", "發布日期", "year"]),
    row(Field::Implemented, ValueType::Date(Direction::Ahead), "implemented", ("实施", "implemented"),
        &["实施", "实施日期", "生效", "實施", "實施日期", "effective"]),
    row(Field::Deadline, ValueType::Date(Direction::Ahead), "deadline", ("截止", "deadline"),
        &["截止", "评议截止", "截止日期", "評議截止"]),
    row(Field::In, ValueType::Text, "in", ("语言", "language"), &["语言", "語言", "lang", "language"]),
    row(Field::Adopts, ValueType::Number, "adopts", ("采标", "adopts"), &["采标", "采用", "採標"]),
    row(Field::Family, ValueType::Number, "family", ("标准族", "family"), &["标准族", "標準族"]),
];

impl Field {
    /// All fields, in the order in which help lists them.
    pub fn all() -> impl Iterator<Item = Self> {
        FIELDS.iter().map(|row| row.field)
    }

    /// Returns the canonical name, which is the one that is printed.
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// Returns what a sentence calls the field.
    pub fn label(self, language: Language) -> &'static str {
        let (zh, en) = self.row().labels;
        language.pick(zh, en)
    }

    /// Returns the other names the field answers to.
    pub fn aliases(self) -> &'static [&'static str] {
        self.row().aliases
    }

    /// Returns the type of its values.
    pub fn value_type(self) -> ValueType {
        self.row().value
    }

    /// Finds a field by any of its names, whatever their case or width.
    pub fn named(name: &str) -> Option<Self> {
        let name = fold_name(name);
        names()
            .find(|(known, _)| ***known == *name)
            .map(|(_, field)| field)
    }

    /// Finds the field a misspelt name is nearest to, where it is close enough to be worth a hint.
    ///
    /// Short names are near to too much: `EN:2015` or `Amd:1` is no misspelt `in` or `no`.
    pub(super) fn nearest(name: &str) -> Option<Self> {
        let name: Vec<char> = fold_name(name).chars().collect();
        let ascii = name.iter().all(char::is_ascii_alphabetic);
        let allowed = match (ascii, name.len()) {
            (true, 4..7) | (false, 3..) => 1,
            (true, 7..) => 2,
            _ => return None,
        };
        names()
            .map(|(known, field)| (distance(&name, known), known.chars().count(), field))
            .filter(|&(steps, length, _)| steps <= allowed && length >= if ascii { 4 } else { 3 })
            .min_by_key(|&(steps, ..)| steps)
            .map(|(.., field)| field)
    }

    fn row(self) -> &'static Row {
        &FIELDS[self as usize]
    }
}

impl fmt::Display for Field {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

fn names() -> impl Iterator<Item = (&'static &'static str, Field)> {
    FIELDS.iter().flat_map(|row| {
        std::iter::once(&row.name)
            .chain(row.aliases)
            .map(move |name| (name, row.field))
    })
}

fn fold_name(name: &str) -> String {
    name.chars()
        .map(|character| narrow(character).to_ascii_lowercase())
        .collect()
}

/// How many letters have to be put in, left out, changed or swapped with their neighbour.
fn distance(from: &[char], to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    if from.len().abs_diff(to.len()) > 2 {
        return usize::MAX;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=to.len()).collect();
    for (row, letter) in from.iter().enumerate() {
        let mut next = vec![row + 1];
        for (column, other) in to.iter().enumerate() {
            let changed = last[column] + usize::from(letter != other);
            let mut steps = changed.min(last[column + 1] + 1).min(next[column] + 1);
            let swapped =
                row > 0 && column > 0 && *letter == to[column - 1] && from[row - 1] == *other;
            if swapped {
                steps = steps.min(before[column - 1] + 1);
            }
            next.push(steps);
        }
        before = std::mem::replace(&mut last, next);
    }
    last[to.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_fields() {
        for (index, row) in FIELDS.iter().enumerate() {
            assert_eq!(row.field as usize, index);
        }
    }

    #[test]
    fn every_name_is_unique_and_found_in_any_case_and_width() {
        for (name, field) in names() {
            assert_eq!(
                names().filter(|(other, _)| *other == name).count(),
                1,
                "{name}"
            );
            assert_eq!(Field::named(&name.to_uppercase()), Some(field));
        }
        assert_eq!(Field::named("ＩＣＳ"), Some(Field::Ics));
        assert_eq!(Field::named("颜色"), None);
    }

    #[test]
    fn a_misspelt_name_has_a_nearest_field_and_parts_of_numbers_have_none() {
        assert_eq!(Field::nearest("staus"), Some(Field::Status));
        assert_eq!(Field::nearest("tilte"), Some(Field::Title));
        assert_eq!(Field::nearest("pubished"), Some(Field::Published));
        assert_eq!(Field::nearest("标准好"), Some(Field::Number));
        for other in ["EN", "Amd", "http", "9001", "DIN", "注", "foo", "Part"] {
            assert_eq!(Field::nearest(other), None, "{other}");
        }
    }
}
