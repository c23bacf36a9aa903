//! Says in a sentence how a query was read.

use crate::model::Language;

use super::ast::{Content, Node, Value};
use super::characters::clip;
use super::date::{Comparison, Dates, Direction, Moment, Period, Turn, Unit};
use super::field::Field;

/// How much of one quoted text a sentence shows, in characters.
const LONGEST_QUOTE: usize = 40;
/// How much of a whole sentence is shown, in characters.
const LONGEST_SENTENCE: usize = 600;

impl Node {
    /// Says in one sentence how the query was read, for pages without hits.
    ///
    /// `轮胎 -翻新 市场:欧盟` is 「含“轮胎”，不含“翻新”，市场 = 欧盟」. No full stop, shortened where long.
    pub fn describe(&self, language: Language) -> String {
        clip(&sentence(self, language), LONGEST_SENTENCE)
    }
}

fn sentence(node: &Node, language: Language) -> String {
    let pick = |zh, en| language.pick(zh, en);
    match node {
        Node::Any => pick("全部记录", "every record").to_owned(),
        Node::Not(child) => match child.as_ref() {
            Node::Any => pick("没有记录", "no record").to_owned(),
            Node::Words { text, .. } => {
                format!("{}{}", pick("不含", "without "), quoted(text, language))
            }
            other => format!("{}{}", pick("排除", "excluding "), nested(other, language)),
        },
        Node::Words { text, .. } => {
            format!("{}{}", pick("含", "contains "), quoted(text, language))
        }
        Node::Phrase { text, slop, .. } => {
            format!(
                "{}{}",
                pick("含词组", "contains the phrase "),
                phrase(text, *slop, language)
            )
        }
        Node::Prefix { text, .. } => {
            let text = quoted(text, language);
            format!(
                "{}{text}{}",
                pick("含以", "contains words beginning with "),
                pick("开头的词", "")
            )
        }
        Node::Field { field, values, .. } => condition(*field, values, language),
        Node::And(children) => joined(children, pick("，", ", "), language),
        Node::Or(children) => joined(children, pick("，或", ", or "), language),
    }
}

fn joined(children: &[Node], joint: &str, language: Language) -> String {
    let parts: Vec<String> = children
        .iter()
        .map(|child| nested(child, language))
        .collect();
    parts.join(joint)
}

/// The sentence of a part, in parentheses where it has parts itself.
fn nested(node: &Node, language: Language) -> String {
    let inner = sentence(node, language);
    match node {
        Node::And(_) | Node::Or(_) => language.pick("（…）", "(…)").replace('…', &inner),
        _ => inner,
    }
}

fn quoted(text: &str, language: Language) -> String {
    let text = clip(text, LONGEST_QUOTE);
    language.pick("“…”", "“…”").replace('…', &text)
}

fn phrase(text: &str, slop: Option<u32>, language: Language) -> String {
    let text = quoted(text, language);
    match (slop, language) {
        (None | Some(0), _) => text,
        (Some(slop), Language::Zh) => format!("{text}（词间至多隔 {slop} 词）"),
        (Some(slop), Language::En) => format!("{text} (with up to {slop} words between)"),
    }
}

/// `市场 = 欧盟或美国`, `发布 2020 至 2024`
fn condition(field: Field, values: &[Value], language: Language) -> String {
    let dated = values
        .iter()
        .all(|value| matches!(value.content, Content::Dates(_)));
    let joint = if dated { " " } else { " = " };
    let values: Vec<String> = values
        .iter()
        .map(|value| content(&value.content, language))
        .collect();
    format!(
        "{}{joint}{}",
        field.label(language),
        values.join(language.pick("或", " or "))
    )
}

fn content(content: &Content, language: Language) -> String {
    match content {
        Content::Any => language.pick("任意值", "any value").to_owned(),
        Content::Text(text) => clip(text, LONGEST_QUOTE),
        Content::Phrase { text, slop } => phrase(text, *slop, language),
        Content::Prefix(text) => format!("{}…", clip(text, LONGEST_QUOTE)),
        Content::Status(status) => language.pick(status.name_zh(), status.name_en()).to_owned(),
        Content::Kind(kind) => language.pick(kind.name_zh(), kind.name_en()).to_owned(),
        Content::Dates(asked) => dates(*asked, language),
    }
}

fn dates(dates: Dates, language: Language) -> String {
    let name = |moment| moment_name(moment, language);
    match (dates, language) {
        (Dates::In(moment @ Moment::Date(_)), Language::En) => format!("in {}", name(moment)),
        (Dates::In(moment), _) => name(moment),
        (
            Dates::Between {
                from: Some(from),
                to: Some(to),
            },
            _,
        ) => {
            format!(
                "{}{}{}",
                name(from),
                language.pick(" 至 ", " to "),
                name(to)
            )
        }
        (
            Dates::Between {
                from: Some(from),
                to: None,
            },
            _,
        ) => {
            format!("{}{}", language.pick("不早于 ", "not before "), name(from))
        }
        (
            Dates::Between {
                from: None,
                to: Some(to),
            },
            _,
        ) => {
            format!("{}{}", language.pick("不晚于 ", "not after "), name(to))
        }
        (
            Dates::Between {
                from: None,
                to: None,
            },
            _,
        ) => language.pick("不限", "any time").to_owned(),
        (Dates::After(moment), _) => {
            format!("{}{}", language.pick("晚于 ", "after "), name(moment))
        }
        (Dates::Before(moment), _) => {
            format!("{}{}", language.pick("早于 ", "before "), name(moment))
        }
        (
            Dates::Distance {
                comparison,
                period,
                direction,
            },
            _,
        ) => distance(comparison, period, direction, language),
    }
}

/// `今后 30 天以内`, `more than 2 weeks ago`
fn distance(
    comparison: Comparison,
    period: Period,
    direction: Direction,
    language: Language,
) -> String {
    let length = period_name(period, language);
    if language == Language::Zh {
        let side = match direction {
            Direction::Ahead => "距今天还有",
            Direction::Back => "距今天已有",
        };
        return match comparison {
            Comparison::Under => format!("{side}不到 {length}"),
            Comparison::Within => format!("{side}至多 {length}"),
            Comparison::Over => format!("{side}超过 {length}"),
            Comparison::AtLeast => format!("{side}至少 {length}"),
        };
    }
    let side = match direction {
        Direction::Ahead => "ahead",
        Direction::Back => "ago",
    };
    match comparison {
        Comparison::Under => format!("less than {length} {side}"),
        Comparison::Within => format!("at most {length} {side}"),
        Comparison::Over => format!("more than {length} {side}"),
        Comparison::AtLeast => format!("at least {length} {side}"),
    }
}

fn moment_name(moment: Moment, language: Language) -> String {
    let around = |unit, turn| {
        let (zh, en) = match (unit, turn) {
            (Unit::Day, Turn::Last) => ("昨天", "yesterday"),
            (Unit::Day, Turn::This) => ("今天", "today"),
            (Unit::Day, Turn::Next) => ("明天", "tomorrow"),
            (Unit::Week, Turn::Last) => ("上周", "last week"),
            (Unit::Week, Turn::This) => ("本周", "this week"),
            (Unit::Week, Turn::Next) => ("下周", "next week"),
            (Unit::Month, Turn::Last) => ("上月", "last month"),
            (Unit::Month, Turn::This) => ("本月", "this month"),
            (Unit::Month, Turn::Next) => ("下月", "next month"),
            (Unit::Year, Turn::Last) => ("去年", "last year"),
            (Unit::Year, Turn::This) => ("今年", "this year"),
            (Unit::Year, Turn::Next) => ("明年", "next year"),
        };
        language.pick(zh, en).to_owned()
    };
    match moment {
        Moment::Date(date) => date.to_string(),
        Moment::Around { unit, turn } => around(unit, turn),
        Moment::Offset { period, direction } => {
            let side = match direction {
                Direction::Ahead => language.pick("后", " from today"),
                Direction::Back => language.pick("前", " ago"),
            };
            format!("{}{side}", period_name(period, language))
        }
    }
}

fn period_name(period: Period, language: Language) -> String {
    let (zh, en) = match period.unit {
        Unit::Day => ("天", "day"),
        Unit::Week => ("周", "week"),
        Unit::Month => ("个月", "month"),
        Unit::Year => ("年", "year"),
    };
    let plural = if language == Language::En && period.amount != 1 {
        "s"
    } else {
        ""
    };
    format!("{} {}{plural}", period.amount, language.pick(zh, en))
}
