//! How far an adoption is behind the standard it adopts.

use serde::{Deserialize, Serialize};

use crate::model::{Bilingual, NumberKeys};

/// An edition of the adopted standard's family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionOf {
    /// Its number with its year.
    pub number: String,
    /// The year of the edition.
    pub year: i16,
    /// Whether it is out (drafts and amendments are no editions to be behind of).
    pub is_published: bool,
}

/// Where an adoption stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Staleness {
    /// The adopted edition is the newest that is held.
    UpToDate,
    /// A newer edition is out.
    Behind {
        /// Its number.
        newest: String,
        /// Years between the two editions.
        years: i16,
    },
    /// The adopted number has no year, so nothing can be said.
    Undated,
    /// No edition of the adopted standard is held.
    NotHeld,
}

impl Staleness {
    /// Says it in both languages.
    pub fn sentence(&self, document: &str, degree: &str, adopted: &str) -> Bilingual {
        let start = format!("{document} {degree} {adopted}").replace("  ", " ");
        match self {
            Self::UpToDate => Bilingual::new(
                format!("{start}，所采用的是库中最新版本"),
                format!("{start}: the newest edition held"),
            ),
            Self::Behind { newest, years } => Bilingual::new(
                format!("{start}；已有 {newest}，落后 {years} 年"),
                format!(
                    "{start}; {newest} exists, {years} {} behind",
                    if *years == 1 { "year" } else { "years" }
                ),
            ),
            Self::Undated => Bilingual::new(
                format!("{start}，未注明版本年份"),
                format!("{start}: no edition is named"),
            ),
            Self::NotHeld => Bilingual::new(
                format!("{start}，库中没有所采用的标准"),
                format!("{start}: the adopted standard is not held"),
            ),
        }
    }
}

/// Compares the adopted edition with the editions of its family.
pub fn staleness(adopted: &str, editions: &[EditionOf]) -> Staleness {
    let Some(year) = year_of(adopted) else {
        return Staleness::Undated;
    };
    let newest = editions
        .iter()
        .filter(|edition| edition.is_published)
        .max_by(|one, two| (one.year, &one.number).cmp(&(two.year, &two.number)));
    match newest {
        None => Staleness::NotHeld,
        Some(newest) if newest.year > year => Staleness::Behind {
            newest: newest.number.clone(),
            years: newest.year - year,
        },
        Some(_) => Staleness::UpToDate,
    }
}

/// Returns the year of an edition that stands in its number.
pub fn year_of(number: &str) -> Option<i16> {
    let year = NumberKeys::of(number).number?.year()?;
    i16::try_from(year).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edition(number: &str, year: i16, is_published: bool) -> EditionOf {
        EditionOf {
            number: number.to_owned(),
            year,
            is_published,
        }
    }

    #[test]
    fn an_adoption_of_an_old_edition_is_behind_by_years() {
        let editions = [
            edition("ISO 8124-3:2010", 2010, true),
            edition("ISO 8124-3:2020", 2020, true),
            edition("ISO/DIS 8124-3:2027", 2027, false),
        ];
        let found = staleness("ISO 8124-3:2010", &editions);
        assert_eq!(
            found,
            Staleness::Behind {
                newest: "ISO 8124-3:2020".to_owned(),
                years: 10
            }
        );
        assert_eq!(
            found
                .sentence("GB 6675.4-2014", "MOD", "ISO 8124-3:2010")
                .zh,
            "GB 6675.4-2014 MOD ISO 8124-3:2010；已有 ISO 8124-3:2020，落后 10 年"
        );
    }

    #[test]
    fn without_a_year_or_an_edition_nothing_is_claimed() {
        assert_eq!(staleness("ISO 9001", &[]), Staleness::Undated);
        assert_eq!(staleness("ISO 9001:2015", &[]), Staleness::NotHeld);
        let own = [edition("ISO 9001:2015", 2015, true)];
        assert_eq!(staleness("ISO 9001:2015", &own), Staleness::UpToDate);
    }
}
