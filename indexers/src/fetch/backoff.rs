//! How long to wait after a refusal.

use std::time::Duration;

use jiff::fmt::rfc2822::DateTimeParser;

/// Reads `Retry-After`: seconds, or a date that is compared with the answer's own `Date` (RFC 9110, 10.2.3).
///
/// The server's clock decides on both sides, so a wrong clock here does no harm.
pub(super) fn asked_wait(retry_after: Option<&str>, date: Option<&str>) -> Option<Duration> {
    let asked = retry_after?.trim();
    if let Ok(seconds) = asked.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let parser = DateTimeParser::new();
    let until = parser.parse_timestamp(asked).ok()?;
    let now = parser.parse_timestamp(date?.trim()).ok()?;
    let seconds = until.as_second().saturating_sub(now.as_second());
    Some(Duration::from_secs(u64::try_from(seconds).unwrap_or(0)))
}

/// Returns the wait before attempt `next` (2 for the second) where the server asks for none.
pub(super) fn own_wait(first: Duration, next: u32) -> Duration {
    first.saturating_mul(4_u32.saturating_pow(next.saturating_sub(2)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_and_dates_are_read() {
        assert_eq!(asked_wait(Some("120"), None), Some(Duration::from_mins(2)));
        let until = Some("Wed, 25 Nov 2026 07:00:30 GMT");
        let now = Some("Wed, 25 Nov 2026 07:00:00 GMT");
        assert_eq!(asked_wait(until, now), Some(Duration::from_secs(30)));
        assert_eq!(asked_wait(now, until), Some(Duration::ZERO));
        assert_eq!(asked_wait(Some("soon"), now), None);
    }

    #[test]
    fn waits_grow() {
        let first = Duration::from_secs(2);
        assert_eq!(own_wait(first, 2).as_secs(), 2);
        assert_eq!(own_wait(first, 3).as_secs(), 8);
        assert_eq!(own_wait(first, 90), first.saturating_mul(u32::MAX));
    }
}
