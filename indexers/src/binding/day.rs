//! Days as catalogues write them.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;

/// Reads `2018-10-01`, `2018/10/1`, `2018.10.01`, `20181001`, `2018年10月1日` as `2018-10-01`.
///
/// A time of day behind it is dropped; anything else is no day.
pub(crate) fn day(text: &str) -> Option<String> {
    let text = text.trim();
    let text = text.split(['T', ' ']).next()?;
    let parts: Vec<&str> = if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        vec![&text[..4], &text[4..6], &text[6..]]
    } else {
        text.split(['-', '/', '.', '年', '月', '日'])
            .filter(|part| !part.is_empty())
            .collect()
    };
    let [year, month, day] = parts[..] else {
        return None;
    };
    let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
    (1900..2200)
        .contains(&date.year())
        .then(|| date.to_string())
}

/// Returns the day in China of a count of milliseconds since 1970.
///
/// The servers send midnight at +08:00, which in UTC is the day before.
pub(crate) fn china_day(milliseconds: i64) -> Option<String> {
    let instant = Timestamp::from_millisecond(milliseconds).ok()?;
    Some(Offset::constant(8).to_datetime(instant).date().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_writing_a_day_gives_the_same() {
        for text in [
            "2018-10-01",
            "2018/10/1",
            "2018.10.01",
            "20181001",
            "2018年10月1日",
            "2018-10-01 00:00:00",
        ] {
            assert_eq!(day(text).as_deref(), Some("2018-10-01"), "{text}");
        }
        for text in ["", "2018", "2018-13-01", "soon", "年年年"] {
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[test]
    fn midnight_in_china_is_not_the_day_before() {
        assert_eq!(china_day(1_538_323_200_000).as_deref(), Some("2018-10-01"));
        assert_eq!(china_day(i64::MAX), None);
    }
}
