//! The number of a standard, taken apart.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::date::Date;
use super::{
    Binding, Body, BodyKind, Family, NumberError, Reading, Supplement, natural, parser, slug,
};

/// The number of a standard: body, number, part, edition and supplements.
///
/// A number is made by reading a text and prints in one canonical form, whatever spelling it was
/// read from; two spellings of one number are equal. Numbers sort by body, then number, part, year
/// and supplements, each by value rather than by letter: `ISO 9001` before `ISO 10012`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Number {
    pub(super) body: Body,
    /// The prefix as printed: `GB/T`, `ISO/IEC TR`, `BS EN ISO`, `T/CAS`.
    pub(super) head: String,
    /// The prefix of the family, where a draft prints another: `ISO` for `ISO/DIS`.
    pub(super) family_head: Option<String>,
    /// What stands between prefix and number: a blank, a hyphen, or nothing.
    pub(super) gap: &'static str,
    pub(super) base: String,
    /// The part with its leading mark: `-2-14`, `.1`.
    pub(super) part: String,
    /// Iteration, draft, twin designation or class, with its leading sign: `.2`, `/D12`.
    pub(super) mark: String,
    pub(super) date: Option<Date>,
    /// Version or edition with its leading blank: ` V1.1.1`, ` ED2`.
    pub(super) version: String,
    pub(super) supplements: Vec<Supplement>,
    /// What marks the product rather than the standard: ` CSV`, ` - TC`, ` - Redline`.
    pub(super) product: String,
    pub(super) adoption: Adoption,
    pub(super) layout: Layout,
}

/// How a number says that it adopts another one.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Adoption {
    /// It says nothing.
    Silent,
    /// The other number is printed after the own one: `GB/T 19001-2016/ISO 9001:2015`.
    Dual(Box<Number>),
    /// The other number is inside the own one: `EN ISO 13485:2016`.
    Prefixed(Box<Number>),
}

/// The order in which date, version and supplements are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Layout {
    /// Date, version, supplements: most bodies.
    DateFirst,
    /// Supplements, version, date: ETSI.
    SupplementsFirst,
    /// Date, supplements, version: an edition mark of IEC behind an amendment.
    VersionLast,
}

impl Number {
    /// Makes a number of a body with the prefix and number given and nothing else.
    pub(super) fn new(body: Body, head: impl Into<String>, base: impl Into<String>) -> Self {
        Self {
            body,
            head: head.into(),
            family_head: None,
            gap: " ",
            base: base.into(),
            part: String::new(),
            mark: String::new(),
            date: None,
            version: String::new(),
            supplements: Vec::new(),
            product: String::new(),
            adoption: Adoption::Silent,
            layout: Layout::DateFirst,
        }
    }

    /// Reads a text as one number and takes the best reading.
    ///
    /// Case, width, blanks and the kind of dash do not matter. A text that holds anything besides
    /// the number is an error; [`scan`](fn@super::scan) finds numbers in running text.
    pub fn parse(text: &str) -> Result<Self, NumberError> {
        parser::parse(text)
    }

    /// Reads a text in every way that makes sense, the best first; empty where none does.
    pub fn readings(text: &str) -> Vec<Reading> {
        parser::readings(text)
    }

    /// The body that issues the number; the first one of a joint publication.
    pub fn body(&self) -> Body {
        self.body
    }

    /// The prefix as printed, without the number: `GB/T`, `ISO/IEC TR`, `T/CAS`.
    pub fn prefix(&self) -> &str {
        &self.head
    }

    /// The association or enterprise behind a group or enterprise standard: `CAS` of `T/CAS`.
    pub fn owner(&self) -> Option<&str> {
        match self.body.code() {
            "T" | "Q" => self.head.split_once('/').map(|(_, owner)| owner),
            _ => None,
        }
    }

    /// The number proper, without part: `19001`, `60335`, `D638`, `K 6251`.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// The part without its leading mark: `2-14`, `B01`.
    pub fn part(&self) -> Option<&str> {
        // India prints ` (Part 2/Sec 3)`.
        if let Some(words) = self.part.strip_prefix(" (Part ") {
            return words.strip_suffix(')');
        }
        self.part.get(1..).filter(|part| !part.is_empty())
    }

    /// The year of the edition in four digits, also where two are printed: 1982 for `-82`.
    pub fn year(&self) -> Option<u16> {
        self.date.as_ref().map(|date| date.year)
    }

    /// The month of the edition, 1 to 12, where the body prints one: `DIN …:2015-11`.
    pub fn month(&self) -> Option<u8> {
        self.date.as_ref().and_then(|date| date.month)
    }

    /// The version or edition where it is printed: `V1.2.3`, `ED2`.
    pub fn version(&self) -> Option<&str> {
        Some(self.version.trim_start()).filter(|version| !version.is_empty())
    }

    /// What else is printed behind number and part, without its leading sign.
    ///
    /// The iteration of a draft (`2` of `ISO/DIS 6789-2.2`), the draft of IEEE (`D12`), the metric
    /// twin of ASTM (`D2950M` of `D2950/D2950M`), the class of VDE.
    pub fn mark(&self) -> Option<&str> {
        self.mark.get(1..).filter(|mark| !mark.is_empty())
    }

    /// The supplements in the order printed.
    pub fn supplements(&self) -> &[Supplement] {
        &self.supplements
    }

    /// What marks a product of the same text: `CSV`, `RLV`, `TC`, `Redline`.
    pub fn product(&self) -> Option<&str> {
        let product = self.product.trim_start_matches([' ', '-']);
        Some(product).filter(|product| !product.is_empty())
    }

    /// Whether the number names a separate amendment or corrigendum and not the text itself.
    pub fn is_supplement(&self) -> bool {
        self.supplements
            .iter()
            .any(|supplement| supplement.binding == Binding::Separate)
    }

    /// The number without supplements and product marks.
    #[must_use]
    pub fn without_supplements(&self) -> Self {
        let layout = match self.layout {
            Layout::VersionLast => Layout::DateFirst,
            other => other,
        };
        Self {
            supplements: Vec::new(),
            product: String::new(),
            layout,
            ..self.clone()
        }
    }

    /// The number without year, version, draft and supplements.
    #[must_use]
    pub fn undated(&self) -> Self {
        let adoption = match &self.adoption {
            Adoption::Prefixed(inner) => Adoption::Prefixed(inner.clone()),
            Adoption::Silent | Adoption::Dual(_) => Adoption::Silent,
        };
        Self {
            head: self.family_head.as_ref().unwrap_or(&self.head).clone(),
            family_head: None,
            date: None,
            version: String::new(),
            mark: String::new(),
            adoption,
            ..self.without_supplements()
        }
    }

    /// The number that this one adopts, where it says so itself.
    ///
    /// A number printed after a slash is dated (`GB/T 19001-2016/ISO 9001:2015`); one inside the
    /// own number is not, because the adopting body's date is its own: `DIN EN ISO 9001:2015-11`
    /// adopts `EN ISO 9001`, which adopts `ISO 9001`.
    pub fn adopted(&self) -> Option<&Self> {
        match &self.adoption {
            Adoption::Silent => None,
            Adoption::Dual(number) | Adoption::Prefixed(number) => Some(number),
        }
    }

    /// The standard without regard to its edition.
    pub fn family(&self) -> Family {
        let head = self.family_head.as_ref().unwrap_or(&self.head);
        Family([head, self.gap, &self.base, &self.part].concat())
    }

    /// The standard without regard to edition, nature, type and co-publishers, for near matches.
    ///
    /// `GB 19001` for `GB/T 19001`, `ISO 27001` for `ISO/IEC 27001`. An adoption is another
    /// relation: the kin of `EN ISO 13485` is not `ISO 13485`.
    pub fn kin(&self) -> String {
        let series = match &self.adoption {
            Adoption::Prefixed(inner) => match inner.body.code() {
                // Since 2017 CENELEC writes EN IEC where it wrote EN for the same series.
                "IEC" if self.body.code() == "EN" => self.body.code().to_owned(),
                _ => {
                    let inner = inner.kin();
                    return format!("{} {inner}", self.body.code());
                }
            },
            Adoption::Silent | Adoption::Dual(_) => match (self.body.kind(), self.owner()) {
                (_, Some(owner)) => format!("{}/{owner}", self.body.code()),
                // Cities and counties number apart from their province.
                (BodyKind::Local, None) => self
                    .head
                    .split(['/', '('])
                    .next()
                    .unwrap_or(&self.head)
                    .to_owned(),
                _ => self.body.code().to_owned(),
            },
        };
        format!("{series} {}{}", self.base, self.part)
    }

    /// The digits of number and part, for an index: `19001`, `60335-1`, `638`.
    pub fn digits(&self) -> String {
        let start = self
            .base
            .find(|letter: char| letter.is_ascii_digit())
            .unwrap_or(0);
        let mut digits: String = self.base[start..]
            .chars()
            .filter(|letter| !letter.is_whitespace())
            .collect();
        if self.part.starts_with(' ') {
            digits.push('-');
            digits.push_str(self.part().unwrap_or_default());
        } else {
            digits.push_str(&self.part);
        }
        digits
    }

    /// Whether both are editions or supplements of one standard.
    pub fn same_family(&self, other: &Self) -> bool {
        self.body == other.body
            && self.base == other.base
            && self.part == other.part
            && self.family() == other.family()
    }

    /// The form of the number in an address; see [`unslug`](super::unslug) for the way back.
    pub fn slug(&self) -> String {
        slug::slug_of(&self.to_string())
    }
}

impl fmt::Display for Number {
    /// Writes the canonical form, which reads back as the same number.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for piece in [&self.head, self.gap, &self.base, &self.part, &self.mark] {
            formatter.write_str(piece)?;
        }
        let date = self.date.as_ref().map_or("", |date| &date.text);
        match self.layout {
            Layout::DateFirst => {
                formatter.write_str(date)?;
                formatter.write_str(&self.version)?;
                for supplement in &self.supplements {
                    formatter.write_str(&supplement.text)?;
                }
            }
            Layout::VersionLast => {
                formatter.write_str(date)?;
                for supplement in &self.supplements {
                    formatter.write_str(&supplement.text)?;
                }
                formatter.write_str(&self.version)?;
            }
            Layout::SupplementsFirst => {
                for supplement in &self.supplements {
                    formatter.write_str(&supplement.text)?;
                }
                formatter.write_str(&self.version)?;
                formatter.write_str(date)?;
            }
        }
        formatter.write_str(&self.product)?;
        if let Adoption::Dual(number) = &self.adoption {
            write!(formatter, "/{number}")?;
        }
        Ok(())
    }
}

impl FromStr for Number {
    type Err = NumberError;

    fn from_str(text: &str) -> Result<Self, NumberError> {
        Self::parse(text)
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        self.body
            .cmp(&other.body)
            .then_with(|| natural::compare(&self.base, &other.base))
            .then_with(|| natural::compare(&self.part, &other.part))
            .then_with(|| self.year().cmp(&other.year()))
            .then_with(|| self.month().cmp(&other.month()))
            .then_with(|| natural::compare(&self.version, &other.version))
            .then_with(|| natural::compare(&self.mark, &other.mark))
            .then_with(|| {
                let texts = self.supplements.iter().map(|supplement| &supplement.text);
                let others = other.supplements.iter().map(|supplement| &supplement.text);
                let by_value = texts
                    .zip(others)
                    .map(|(one, two)| natural::compare(one, two));
                by_value
                    .fold(Ordering::Equal, Ordering::then)
                    .then(self.supplements.len().cmp(&other.supplements.len()))
            })
            .then_with(|| self.to_string().cmp(&other.to_string()))
            // Two readings may print alike and differ inside; they must not compare as equal.
            .then_with(|| self.base.cmp(&other.base))
            .then_with(|| self.part.cmp(&other.part))
            .then_with(|| {
                if self == other {
                    Ordering::Equal
                } else {
                    format!("{self:?}").cmp(&format!("{other:?}"))
                }
            })
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).map_err(de::Error::custom)
    }
}
