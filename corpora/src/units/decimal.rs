use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Text that is no plain decimal number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected a decimal such as `0.0254` or two of them as in `1/60`, found `{found}`")]
pub struct DecimalError {
    /// What was given.
    pub found: String,
}

/// An exact decimal number, kept as its digits.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Decimal(String);

impl Decimal {
    /// Returns the digits as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the nearest floating-point number.
    ///
    /// # Panics
    ///
    /// Never: the digits were checked when the decimal was read.
    pub fn to_f64(&self) -> f64 {
        self.0.parse().expect("checked decimal parses as a number")
    }
}

impl FromStr for Decimal {
    type Err = DecimalError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let all_digits =
            |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if all_digits(whole) && all_digits(fraction) {
            Ok(Self(text.to_owned()))
        } else {
            Err(DecimalError {
                found: text.to_owned(),
            })
        }
    }
}

impl TryFrom<String> for Decimal {
    type Error = DecimalError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Decimal> for String {
    fn from(decimal: Decimal) -> Self {
        decimal.0
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// An exact factor: a decimal, or one over another where the quotient has no end.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Factor {
    numerator: Decimal,
    denominator: Option<Decimal>,
}

impl Factor {
    /// Returns what stands above the line.
    pub fn numerator(&self) -> &Decimal {
        &self.numerator
    }

    /// Returns what stands below the line; `None` means one.
    pub fn denominator(&self) -> Option<&Decimal> {
        self.denominator.as_ref()
    }

    /// Returns the nearest floating-point number.
    pub fn to_f64(&self) -> f64 {
        self.numerator.to_f64() / self.denominator.as_ref().map_or(1.0, Decimal::to_f64)
    }
}

impl FromStr for Factor {
    type Err = DecimalError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (above, below) = match text.split_once('/') {
            Some((above, below)) => (above, Some(below)),
            None => (text, None),
        };
        let denominator: Option<Decimal> = below.map(str::parse).transpose()?;
        if denominator
            .as_ref()
            .is_some_and(|decimal| decimal.to_f64() == 0.0)
        {
            return Err(DecimalError {
                found: text.to_owned(),
            });
        }
        Ok(Self {
            numerator: above.parse()?,
            denominator,
        })
    }
}

impl TryFrom<String> for Factor {
    type Error = DecimalError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Factor> for String {
    fn from(factor: Factor) -> Self {
        factor.to_string()
    }
}

impl fmt::Display for Factor {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.denominator {
            Some(denominator) => write!(formatter, "{}/{denominator}", self.numerator),
            None => write!(formatter, "{}", self.numerator),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_and_quotients_are_read_and_printed_back() {
        for text in [
            "1",
            "0.0254",
            "-273.15",
            "1/60",
            "4.4482216152605/0.00064516",
        ] {
            assert_eq!(text.parse::<Factor>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_decimal_is_refused() {
        for text in [
            "", "-", ".5", "5.", "1e3", "1/0", "1/", "1/2/3", "１", "NaN",
        ] {
            assert!(text.parse::<Factor>().is_err(), "`{text}`");
        }
    }
}
