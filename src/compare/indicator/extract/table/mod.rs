//! Indicators out of tables.
//!
//! A table names its parameter in the row label, the column header or the caption; its unit and its
//! relation stand in any of the three or in a column of their own. [`layout`] settles which, the cell
//! reader takes the value, and the nearest statement wins: cell, row, column, caption.

mod cell;
mod layout;

use super::super::number::CommaStyle;
use super::super::{Indicator, Limit, Modal};
use super::blocks::TableBlock;
use super::context::{Hint, Sentence};
use super::listing::bracketed_unit;
use super::{subject, words};
use cell::CellValue;
use layout::{Column, Layout, Named};

/// Reads a table.
pub(super) fn indicators(text: &str, block: &TableBlock, style: CommaStyle) -> Vec<Indicator> {
    let caption = block
        .caption
        .clone()
        .map(|range| &text[range])
        .unwrap_or_default();
    let Some(layout) = Layout::of(text, block, caption) else {
        return Vec::new();
    };
    let reader = TableReader {
        text,
        caption,
        layout,
        style,
    };
    reader.read(block)
}

struct TableReader<'a> {
    text: &'a str,
    caption: &'a str,
    layout: Layout,
    style: CommaStyle,
}

impl TableReader<'_> {
    fn read(&self, block: &TableBlock) -> Vec<Indicator> {
        let mut found = Vec::new();
        let mut labels: Vec<String> = Vec::new();
        for row in block.rows.iter().skip(self.layout.header_rows) {
            let cells: Vec<&str> = row.iter().map(|cell| &self.text[cell.clone()]).collect();
            if layout::is_rule(&cells) {
                continue;
            }
            labels.resize(cells.len().max(labels.len()), String::new());
            for (place, cell) in cells.iter().enumerate() {
                let is_label = self.layout.columns.get(place).is_some_and(Column::is_label);
                if is_label && !cell.is_empty() && !matches!(*cell, "〃" | "\"") {
                    (*cell).clone_into(&mut labels[place]);
                }
            }
            self.row(row, &cells, &labels, &mut found);
        }
        found
    }

    fn row(
        &self,
        row: &[std::ops::Range<usize>],
        cells: &[&str],
        labels: &[String],
        found: &mut Vec<Indicator>,
    ) {
        let cell_of = |wanted: fn(&Column) -> bool| {
            self.layout
                .columns
                .iter()
                .position(wanted)
                .and_then(|place| cells.get(place))
                .copied()
        };
        let unit_cell = cell_of(|column| matches!(column, Column::Unit));
        let method =
            cell_of(|column| matches!(column, Column::Method)).filter(|text| !cell::is_blank(text));
        let mut low: Option<Indicator> = None;
        for (place, column) in self.layout.columns.iter().enumerate() {
            let (Some(range), Some(content)) = (row.get(place), cells.get(place)) else {
                continue;
            };
            let Column::Value { header, hint } = column else {
                continue;
            };
            if cell::is_blank(content) {
                continue;
            }
            let names = self.names(labels, header, place);
            let relation = self.relation(&names, header, *hint);
            let Some(value) = cell::read(content, relation, self.style) else {
                continue;
            };
            let mut indicator = self.indicator(&names, value, header, unit_cell, range.start);
            indicator.method = method.map(str::to_owned);
            let is_bounds = self.layout.has_bounds
                && matches!(
                    column,
                    Column::Value {
                        hint: Some(Hint::Minimum | Hint::Maximum),
                        ..
                    }
                );
            match (is_bounds, low.take()) {
                (true, None) => low = Some(indicator),
                (true, Some(first)) => found.extend(merged(first, indicator)),
                (false, first) => {
                    found.extend(first);
                    found.push(indicator);
                }
            }
        }
        found.extend(low);
    }

    /// Parameter and condition of a cell.
    fn names(&self, labels: &[String], header: &str, place: usize) -> Names {
        let mut label_text: Vec<String> = Vec::new();
        let mut parameter_label = String::new();
        for (at, column) in self.layout.columns.iter().enumerate() {
            let Some(label) = labels.get(at).filter(|label| !label.is_empty()) else {
                continue;
            };
            match column {
                Column::Parameter if at < place || parameter_label.is_empty() => {
                    parameter_label.clone_from(label);
                }
                Column::Condition { header } => {
                    label_text.push(layout::with_header_unit(label, header));
                }
                _ => {}
            }
        }
        let (bare_header, header_condition) = layout::split_header(header);
        match self.layout.named {
            Named::Row => {
                let (name, condition) = layout::split_header(&parameter_label);
                let mut conditions = label_text;
                conditions.extend(condition);
                if !layout::is_generic_header(&bare_header) {
                    conditions.push(bare_header);
                }
                conditions.extend(header_condition);
                Names {
                    parameter: self.row_parameter(&name),
                    label: parameter_label,
                    conditions,
                }
            }
            Named::Column => {
                let mut conditions = label_text;
                if !parameter_label.is_empty() {
                    conditions.insert(0, parameter_label);
                }
                conditions.extend(header_condition);
                Names {
                    parameter: self.column_parameter(bare_header),
                    label: String::new(),
                    conditions,
                }
            }
            Named::Caption => {
                let mut conditions = label_text;
                if !parameter_label.is_empty() {
                    conditions.insert(0, parameter_label);
                }
                if !layout::is_generic_header(header) {
                    conditions.push(header.to_owned());
                }
                Names {
                    parameter: layout::caption_name(self.caption),
                    label: String::new(),
                    conditions,
                }
            }
        }
    }

    /// A row label under `Migration limits` is the migration of what it names.
    fn row_parameter(&self, name: &str) -> String {
        let caption = self.caption.to_ascii_lowercase();
        let qualifiers = [("migration limit", "migration of "), ("迁移", "可迁移")];
        let found = qualifiers.iter().find(|(word, _)| caption.contains(word));
        match found {
            Some((_, prefix))
                if !name.contains("迁移")
                    && !name.to_ascii_lowercase().contains("migration")
                    && !name.is_empty() =>
            {
                format!(
                    "{prefix}{}",
                    if prefix.is_ascii() {
                        name.to_lowercase()
                    } else {
                        name.to_owned()
                    }
                )
            }
            _ => name.to_owned(),
        }
    }

    fn column_parameter(&self, header: String) -> String {
        let lower = self.caption.to_ascii_lowercase();
        let resists = lower.contains("resistance")
            && !header.to_ascii_lowercase().contains("resistance")
            && header.split(' ').count() == 1;
        if resists {
            format!("{header} {}", layout::caption_name(self.caption))
        } else {
            header
        }
    }

    fn relation(&self, names: &Names, header: &str, hint: Option<Hint>) -> Option<Hint> {
        hint.or_else(|| words::hint(&names.label).filter(|hint| *hint != Hint::Exact))
            .or_else(|| layout::header_hint(header))
            .or_else(|| words::hint(self.caption).filter(|hint| *hint != Hint::Exact))
    }

    fn indicator(
        &self,
        names: &Names,
        value: CellValue,
        header: &str,
        unit_cell: Option<&str>,
        start: usize,
    ) -> Indicator {
        let unit = value
            .unit
            .or_else(|| unit_cell.and_then(cell::leading_unit))
            .or_else(|| bracketed_unit(&names.label))
            .or_else(|| bracketed_unit(header))
            .or_else(|| layout::trailing_unit(header))
            .or_else(|| {
                bracketed_unit(self.caption).filter(|_| unit_cell.is_none_or(cell::is_blank))
            });
        let code = unit.map(|unit| unit.code().to_owned());
        let code = match &value.limit {
            Limit::Qualitative(_) => None,
            Limit::Enumeration(_) => code,
            _ => code.or_else(|| Some(super::context::implied_unit(&names.parameter))),
        };
        let conditions: Vec<&str> = names
            .conditions
            .iter()
            .map(String::as_str)
            .filter(|text| !text.is_empty())
            .collect();
        let joint = if names.conditions.iter().all(|text| text.is_ascii()) {
            ", "
        } else {
            "，"
        };
        let span = start + value.span.start..start + value.span.end;
        Indicator {
            parameter: subject::chinese(&names.parameter).to_owned(),
            limit: value.limit,
            unit: code,
            condition: (!conditions.is_empty()).then(|| conditions.join(joint)),
            method: None,
            modal: Modal::Requirement,
            span,
        }
    }
}

struct Names {
    parameter: String,
    label: String,
    conditions: Vec<String>,
}

/// A lower and an upper limit in two columns of one row make a range.
fn merged(first: Indicator, second: Indicator) -> Vec<Indicator> {
    let bounds = |limit: &Limit| match limit {
        Limit::AtLeast(value) => Some((*value, false, false)),
        Limit::Above(value) => Some((*value, true, false)),
        Limit::AtMost(value) => Some((*value, false, true)),
        Limit::Below(value) => Some((*value, true, true)),
        _ => None,
    };
    match (bounds(&first.limit), bounds(&second.limit)) {
        (Some((low, low_open, false)), Some((high, high_open, true)))
        | (Some((high, high_open, true)), Some((low, low_open, false)))
            if low <= high && first.parameter == second.parameter =>
        {
            let open = super::super::OpenEnds::from_ends(low_open, high_open);
            let span = first.span.start.min(second.span.start)..first.span.end.max(second.span.end);
            vec![Indicator {
                limit: Limit::Range { low, high, open },
                span,
                ..first
            }]
        }
        _ => vec![first, second],
    }
}

/// Tokens and readings of one cell.
fn sentence_of(content: &str, style: CommaStyle) -> Sentence<'_> {
    Sentence::new(content, 0, style)
}
