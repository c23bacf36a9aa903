//! How long a name is locked after failures.

/// Failures in a row that are forgiven.
const FORGIVEN: u32 = 4;
/// The first lock, in seconds; it doubles with each further failure.
const FIRST: i64 = 60;
/// The longest lock: an hour, lest anybody shuts an administrator out for good by guessing.
const LONGEST: i64 = 3600;

/// Returns for how many seconds a name is locked after so many failures in a row; zero when it is not.
pub(super) fn lock_seconds(failures: i64) -> i64 {
    let failures = u32::try_from(failures).unwrap_or(u32::MAX);
    match failures.checked_sub(FORGIVEN + 1) {
        None => 0,
        Some(further) => FIRST
            .saturating_mul(1_i64.checked_shl(further.min(30)).unwrap_or(i64::MAX))
            .min(LONGEST),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_failures_are_forgiven_and_then_each_costs_more() {
        let locks: Vec<i64> = [0, 4, 5, 6, 7, 11, 12, i64::MAX]
            .into_iter()
            .map(lock_seconds)
            .collect();
        assert_eq!(locks, [0, 0, 60, 120, 240, 3600, 3600, 3600]);
    }
}
