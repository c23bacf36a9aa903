//! What a unit measures.

/// Exponents of the base quantities, and a tag for scales that convert into nothing else.
///
/// `HRC`, pH or a grade are not dimensionless numbers: they compare only with themselves, so the
/// tag is part of the dimension. A mass fraction is dimensionless; a mass per volume is not, which
/// is how a conversion that would need a density is refused without a rule of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Dimension {
    /// Exponents of length, mass, time, current, temperature, amount and luminous intensity.
    pub exponents: [i8; 7],
    /// The name of a stand-alone scale, empty for ordinary quantities.
    pub scale: &'static str,
}

impl Dimension {
    /// A dimension of plain exponents.
    pub const fn of(exponents: [i8; 7]) -> Self {
        Self {
            exponents,
            scale: "",
        }
    }

    /// The dimension of a stand-alone scale.
    pub const fn scale(scale: &'static str) -> Self {
        Self {
            exponents: [0; 7],
            scale,
        }
    }

    /// Whether this is a pure number: a ratio, a fraction, nothing.
    pub fn is_number(self) -> bool {
        self == Self::default()
    }

    /// Whether a bare number may stand for it: grades, counts and pH are often printed without a unit.
    pub fn is_countable(self) -> bool {
        self.is_number() || matches!(self.scale, "grade" | "times" | "count" | "pH")
    }

    /// Multiplies by another dimension raised to a power; two different scales do not combine.
    pub fn combine(self, other: Self, power: i8) -> Option<Self> {
        let scale = match (self.scale, other.scale) {
            (own, "") => own,
            ("", other_scale) => other_scale,
            _ => return None,
        };
        let mut exponents = self.exponents;
        for (own, more) in exponents.iter_mut().zip(other.exponents) {
            *own = own.checked_add(more.checked_mul(power)?)?;
        }
        Some(Self { exponents, scale })
    }
}
