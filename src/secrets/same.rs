//! Comparing secrets.

use subtle::ConstantTimeEq;

/// Tells whether two secrets are the same, in the same time wherever they differ; their lengths are no secret.
pub fn is_same(one: &[u8], other: &[u8]) -> bool {
    one.ct_eq(other).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_the_same_to_the_last_byte_is_the_same() {
        assert!(is_same(b"secret", b"secret"));
        assert!(!is_same(b"secret", b"secreT"));
        assert!(!is_same(b"secret", b"secre"));
        assert!(is_same(b"", b""));
    }
}
