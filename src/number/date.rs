//! The date that a number carries, as printed and as a year that can be compared.

/// The date of an edition as its number prints it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Date {
    pub(super) year: u16,
    pub(super) month: Option<u8>,
    /// The date with its punctuation: `:2015`, `-87`, ` (2014-10)`, `, October 2011`.
    pub(super) text: String,
}

/// The first and the last year that four digits are read as.
const YEARS: std::ops::RangeInclusive<u16> = 1900..=2079;

/// Two digits up to this one belong to this century; standards of 1940 and later still matter,
/// and no number prints two digits for a year beyond the thirties.
const LAST_SHORT_YEAR: u16 = 39;

/// Reads four digits as a year, or two as a year of the last or of this century.
pub(super) fn year(digits: &str) -> Option<u16> {
    let value: u16 = digits.parse().ok()?;
    match digits.len() {
        4 => YEARS.contains(&value).then_some(value),
        2 if value <= LAST_SHORT_YEAR => Some(2000 + value),
        2 => Some(1900 + value),
        _ => None,
    }
}

/// Reads four digits as a year.
pub(super) fn full_year(digits: &str) -> Option<u16> {
    if digits.len() == 4 {
        year(digits)
    } else {
        None
    }
}

/// Reads one or two digits as a month.
pub(super) fn month(digits: &str) -> Option<u8> {
    if digits.is_empty() || digits.len() > 2 {
        return None;
    }
    digits.parse().ok().filter(|month| (1..=12).contains(month))
}

/// The English names of the months.
pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Reads the name of a month, whole or shortened to three letters or more.
pub(super) fn month_name(word: &str) -> Option<u8> {
    if word.len() < 3 {
        return None;
    }
    let index = MONTHS.iter().position(|name| {
        name.get(..word.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(word))
    })?;
    u8::try_from(index + 1).ok()
}
