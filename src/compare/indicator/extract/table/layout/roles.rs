//! What each column is for, and where the parameters are named.

use super::headers::{is_case_header, is_generic_header, is_item_header};
use super::layout::{Column, HEADER_JOINT, Named};
use super::names::{header_hint, trailing_unit};
use crate::compare::indicator::extract::listing::bracketed_unit;
use crate::compare::indicator::extract::words;

pub(super) fn named(headers: &[String], data: &[Vec<&str>], caption: &str) -> Named {
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

pub(super) fn columns(headers: &[String], named: Named) -> Vec<Column> {
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
