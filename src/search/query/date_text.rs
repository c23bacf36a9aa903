//! Reading and printing the dates of queries.

use std::fmt;

use crate::model::PartialDate;

use super::characters::narrow;
use super::date::{Comparison, Dates, Direction, Moment, Period, Turn, Unit};

/// The names of moments around today; the first of each is the one that is printed.
#[rustfmt::skip]
const AROUND: [(Unit, Turn, &[&str]); 12] = [
    (Unit::Day, Turn::This, &["today", "今天", "今日", "当天"]),
    (Unit::Day, Turn::Last, &["yesterday", "昨天", "昨日"]),
    (Unit::Day, Turn::Next, &["tomorrow", "明天", "明日"]),
    (Unit::Week, Turn::This, &["this-week", "本周", "这周", "本週", "thisweek"]),
    (Unit::Week, Turn::Last, &["last-week", "上周", "上週", "lastweek"]),
    (Unit::Week, Turn::Next, &["next-week", "下周", "下週", "nextweek"]),
    (Unit::Month, Turn::This, &["this-month", "本月", "这个月", "當月", "当月", "thismonth"]),
    (Unit::Month, Turn::Last, &["last-month", "上月", "上个月", "上個月", "lastmonth"]),
    (Unit::Month, Turn::Next, &["next-month", "下月", "下个月", "下個月", "nextmonth"]),
    (Unit::Year, Turn::This, &["this-year", "今年", "本年", "thisyear"]),
    (Unit::Year, Turn::Last, &["last-year", "去年", "上年", "lastyear"]),
    (Unit::Year, Turn::Next, &["next-year", "明年", "nextyear"]),
];

/// The names of units behind an amount; the first of each is the one that is printed. `月` alone is
/// left out because `5月` is May.
const UNITS: [(Unit, &[&str]); 4] = [
    (Unit::Day, &["d", "day", "days", "天", "日"]),
    (Unit::Week, &["w", "week", "weeks", "周", "週", "星期"]),
    (Unit::Month, &["m", "month", "months", "个月", "個月"]),
    (Unit::Year, &["y", "year", "years", "年"]),
];

/// What stands between the ends of a range; the longer first.
const RANGES: [&str; 8] = ["...", "..", "……", "…", "‥", "~", "至", "到"];

/// Reads the value of a date field; a distance counts in the direction of the field.
///
/// `None` where the text is no date, or a range without ends.
pub(super) fn read(text: &str, direction: Direction) -> Option<Dates> {
    let folded: String = text
        .chars()
        .map(|character| narrow(character).to_ascii_lowercase())
        .collect();
    let folded = folded.trim();
    comparison(folded, direction)
        .or_else(|| range(folded))
        .or_else(|| moment(folded).map(Dates::In))
        .or_else(|| {
            let period = period(folded)?;
            Some(Dates::Distance {
                comparison: Comparison::Within,
                period,
                direction,
            })
        })
}

/// `<30d`, `>=2020-05`
fn comparison(text: &str, direction: Direction) -> Option<Dates> {
    const SIGNS: [(&str, Comparison); 6] = [
        ("<=", Comparison::Within),
        (">=", Comparison::AtLeast),
        ("≤", Comparison::Within),
        ("≥", Comparison::AtLeast),
        ("<", Comparison::Under),
        (">", Comparison::Over),
    ];
    let (comparison, rest) = SIGNS
        .iter()
        .find_map(|&(sign, meaning)| Some((meaning, text.strip_prefix(sign)?.trim())))?;
    if let Some(moment) = moment(rest) {
        return Some(match comparison {
            Comparison::Under => Dates::Before(moment),
            Comparison::Within => Dates::Between {
                from: None,
                to: Some(moment),
            },
            Comparison::Over => Dates::After(moment),
            Comparison::AtLeast => Dates::Between {
                from: Some(moment),
                to: None,
            },
        });
    }
    Some(Dates::Distance {
        comparison,
        period: period(rest)?,
        direction,
    })
}

/// `2020..2024`, `2020-05..`, `..今天`, `2020-2024`
fn range(text: &str) -> Option<Dates> {
    let (from, to) = RANGES
        .iter()
        .find_map(|sign| text.split_once(sign))
        .or_else(|| years(text))?;
    let end = |side: &str| match side.trim() {
        "" => Some(None),
        written => moment(written).map(Some),
    };
    let (from, to) = (end(from)?, end(to)?);
    (from.is_some() || to.is_some()).then_some(Dates::Between { from, to })
}

/// Two whole years around a dash, which is no month.
fn years(text: &str) -> Option<(&str, &str)> {
    let (from, to) = text.split_once(['-', '–', '—'])?;
    let is_year = |side: &str| side.len() == 4 && side.bytes().all(|byte| byte.is_ascii_digit());
    (is_year(from) && is_year(to)).then_some((from, to))
}

fn moment(text: &str) -> Option<Moment> {
    if let Some(&(unit, turn, _)) = AROUND.iter().find(|(.., names)| names.contains(&text)) {
        return Some(Moment::Around { unit, turn });
    }
    let offset = |sign: char, direction: Direction| {
        let period = period(text.strip_prefix(sign)?)?;
        Some(Moment::Offset { period, direction })
    };
    offset('+', Direction::Ahead)
        .or_else(|| offset('-', Direction::Back))
        .or_else(|| date(text).map(Moment::Date))
}

/// Reads `2020`, `2020-05`, `2020-05-31`, `20200531`, `2020年5月31日` and nothing else.
///
/// [`PartialDate`] reads dates out of what catalogues write around them; a query is held to the
/// date alone.
fn date(text: &str) -> Option<PartialDate> {
    let compact = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    if compact {
        return format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..])
            .parse()
            .ok();
    }
    let bare = text.trim_end_matches(['年', '月', '日', '号']);
    let suffix = &text[bare.len()..];
    let mut parts = bare.split(['-', '/', '.', '年', '月']);
    let (year, month, day) = (parts.next()?, parts.next(), parts.next());
    let suffix_fits = match (month, day) {
        (None, _) => matches!(suffix, "" | "年"),
        (_, None) => matches!(suffix, "" | "月"),
        _ => matches!(suffix, "" | "日" | "号"),
    };
    let number = |part: &str, longest: usize| {
        (1..=longest).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let fits = suffix_fits
        && parts.next().is_none()
        && year.len() == 4
        && number(year, 4)
        && month.is_none_or(|part| number(part, 2))
        && day.is_none_or(|part| number(part, 2));
    if fits { bare.parse().ok() } else { None }
}

fn period(text: &str) -> Option<Period> {
    let end = text.find(|character: char| !character.is_ascii_digit())?;
    let (digits, name) = text.split_at(end);
    let (unit, _) = UNITS
        .iter()
        .find(|(_, names)| names.contains(&name.trim()))?;
    let amount: u16 = digits.parse().ok().filter(|amount| *amount <= 9999)?;
    Some(Period {
        amount,
        unit: *unit,
    })
}

impl fmt::Display for Dates {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::In(moment) => moment.fmt(formatter),
            Self::Between { from, to } => {
                if let Some(moment) = from {
                    moment.fmt(formatter)?;
                }
                formatter.write_str("..")?;
                to.iter().try_for_each(|moment| moment.fmt(formatter))
            }
            Self::After(moment) => write!(formatter, ">{moment}"),
            Self::Before(moment) => write!(formatter, "<{moment}"),
            Self::Distance {
                comparison, period, ..
            } => {
                let sign = match comparison {
                    Comparison::Under => "<",
                    Comparison::Within => "<=",
                    Comparison::Over => ">",
                    Comparison::AtLeast => ">=",
                };
                write!(formatter, "{sign}{period}")
            }
        }
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => date.fmt(formatter),
            Self::Around { unit, turn } => {
                let names = AROUND
                    .iter()
                    .find(|(known, which, _)| known == unit && which == turn);
                formatter.write_str(names.map_or("today", |(.., names)| names[0]))
            }
            Self::Offset {
                period,
                direction: Direction::Ahead,
            } => write!(formatter, "+{period}"),
            Self::Offset {
                period,
                direction: Direction::Back,
            } => write!(formatter, "-{period}"),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = UNITS.iter().find(|(unit, _)| *unit == self.unit);
        write!(
            formatter,
            "{}{}",
            self.amount,
            names.map_or("d", |(_, names)| names[0])
        )
    }
}
