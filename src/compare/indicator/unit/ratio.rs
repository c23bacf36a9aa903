//! Exact conversion factors.

use rust_decimal::Decimal;

/// A positive rational number, kept in lowest terms so that 1 inch stays exactly 25.4 mm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ratio {
    numerator: i128,
    denominator: i128,
}

impl Ratio {
    /// The factor one.
    pub const ONE: Self = Self::new(1, 1);

    /// Builds a ratio from table constants; both parts must be positive.
    pub const fn new(numerator: i128, denominator: i128) -> Self {
        Self {
            numerator,
            denominator,
        }
    }

    /// Multiplies, or answers nothing when the product leaves 128 bits.
    pub fn checked_mul(self, other: Self) -> Option<Self> {
        let left = greatest_common_divisor(self.numerator, other.denominator);
        let right = greatest_common_divisor(other.numerator, self.denominator);
        Some(Self {
            numerator: (self.numerator / left).checked_mul(other.numerator / right)?,
            denominator: (self.denominator / right).checked_mul(other.denominator / left)?,
        })
    }

    /// The reciprocal.
    #[must_use]
    pub const fn inverse(self) -> Self {
        Self::new(self.denominator, self.numerator)
    }

    /// Raises to a small whole power, or answers nothing on overflow.
    pub fn checked_pow(self, exponent: i8) -> Option<Self> {
        let base = if exponent < 0 { self.inverse() } else { self };
        (0..exponent.unsigned_abs()).try_fold(Self::ONE, |product, _| product.checked_mul(base))
    }

    /// Multiplies a decimal by this ratio, to 28 significant digits.
    pub fn apply(self, value: Decimal) -> Option<Decimal> {
        let numerator = Decimal::try_from_i128_with_scale(self.numerator, 0).ok()?;
        let denominator = Decimal::try_from_i128_with_scale(self.denominator, 0).ok()?;
        value.checked_mul(numerator)?.checked_div(denominator)
    }
}

fn greatest_common_divisor(mut left: i128, mut right: i128) -> i128 {
    while right != 0 {
        (left, right) = (right, left % right);
    }
    left.max(1)
}
