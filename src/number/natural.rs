//! The natural order of texts that hold numbers: `part 2` before `part 10`.

use std::cmp::Ordering;

/// Compares two texts, runs of digits by value and everything else by letter.
///
/// Digits of equal value compare as equal even where one has more leading zeros, so callers that
/// need a total order break the tie themselves.
pub(super) fn compare(one: &str, two: &str) -> Ordering {
    let (mut one, mut two) = (one.as_bytes(), two.as_bytes());
    loop {
        match (one.first(), two.first()) {
            (None, None) => return Ordering::Equal,
            (None, Some(_)) => return Ordering::Less,
            (Some(_), None) => return Ordering::Greater,
            (Some(first), Some(second)) if first.is_ascii_digit() && second.is_ascii_digit() => {
                let (left, left_rest) = split_digits(one);
                let (right, right_rest) = split_digits(two);
                let order = left.len().cmp(&right.len()).then_with(|| left.cmp(right));
                if order != Ordering::Equal {
                    return order;
                }
                (one, two) = (left_rest, right_rest);
            }
            (Some(first), Some(second)) => {
                if first != second {
                    return first.cmp(second);
                }
                (one, two) = (&one[1..], &two[1..]);
            }
        }
    }
}

/// Splits leading digits off, without their leading zeros.
fn split_digits(text: &[u8]) -> (&[u8], &[u8]) {
    let length = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (digits, rest) = text.split_at(length);
    let zeros = digits.iter().take_while(|&&byte| byte == b'0').count();
    (&digits[zeros..], rest)
}

#[cfg(test)]
mod tests {
    use super::compare;
    use std::cmp::Ordering;

    #[test]
    fn digits_compare_by_value_whatever_their_length() {
        assert_eq!(compare("9001", "10012"), Ordering::Less);
        assert_eq!(compare("-2-9", "-2-14"), Ordering::Less);
        assert_eq!(compare("098", "98"), Ordering::Equal);
        assert_eq!(
            compare("99999999999999999999998", "99999999999999999999999"),
            Ordering::Less
        );
        assert_eq!(compare("B01", "B02"), Ordering::Less);
    }
}
