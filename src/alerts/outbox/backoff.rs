//! When to try again.

/// Seconds after which a letter that is still refused is given up: five days (RFC 5321 §4.5.4.1).
pub const GIVE_UP_AFTER: i64 = 5 * 86_400;

/// Seconds before the second attempt: greylisting asks for some minutes.
const FIRST: i64 = 300;
/// The longest time between two attempts.
const LONGEST: i64 = 6 * 3_600;

/// Returns when to try a letter again after an attempt that failed at `now`; nothing when it is to be given up.
///
/// Twice as long each time, up to six hours, spread by the letter's number so that ten thousand deferred letters do not
/// come back in one second.
pub fn next_attempt(attempts: u32, letter: i64, queued_at: i64, now: i64) -> Option<i64> {
    let doubled = FIRST.saturating_mul(1_i64 << attempts.saturating_sub(1).min(20));
    let wait = doubled.min(LONGEST);
    let spread = letter.rem_euclid(wait / 4);
    let next = now + wait + spread;
    (next - queued_at <= GIVE_UP_AFTER).then_some(next)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn attempts_grow_apart_and_end(letter in 1_i64..1_000_000) {
            let mut now = 0;
            let mut attempts = 1;
            while let Some(next) = next_attempt(attempts, letter, 0, now) {
                prop_assert!(next - now >= FIRST);
                prop_assert!(next - now <= LONGEST + LONGEST / 4);
                now = next;
                attempts += 1;
                prop_assert!(attempts < 60);
            }
            prop_assert!(now > GIVE_UP_AFTER / 2, "given up too early, at {}", now);
        }
    }
}
