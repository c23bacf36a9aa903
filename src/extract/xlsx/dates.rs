//! Which numbers are dates: a day is a number, and only its style says that it is shown as one (18.8.30).

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::super::xml::{Node, Tree};

/// Built-in formats that show a day or a time; 27 to 36 and 50 to 58 are those of Chinese and Japanese programs.
const BUILT_IN: &[(u32, u32)] = &[(14, 22), (27, 36), (45, 47), (50, 58)];

/// The styles of cells that show dates.
#[derive(Debug, Default)]
pub(super) struct Dates {
    /// By number of the style.
    styles: Vec<bool>,
    /// Whether days are counted from 1904.
    late: bool,
}

impl Dates {
    /// Reads the part of styles, and the workbook's own word about its calendar.
    pub(super) fn read(styles: &Tree<'_>, workbook: &Tree<'_>) -> Self {
        let late = workbook
            .root()
            .and_then(|root| root.child("workbookPr")?.attribute("date1904"))
            .is_some_and(|value| matches!(value.as_str(), "1" | "true"));
        let Some(root) = styles.root() else {
            return Self {
                late,
                ..Self::default()
            };
        };
        let own: Vec<(u32, bool)> = elements(root, "numFmts")
            .filter_map(|node| {
                let id = node.attribute("numFmtId")?.parse().ok()?;
                Some((id, shows_day(&node.attribute("formatCode")?)))
            })
            .collect();
        let is_date = |id: u32| {
            let built_in = BUILT_IN
                .iter()
                .any(|(first, last)| (*first..=*last).contains(&id));
            own.iter()
                .find(|(known, _)| *known == id)
                .map_or(built_in, |(_, is_date)| *is_date)
        };
        let styles = elements(root, "cellXfs")
            .map(|node| {
                let id = node.attribute("numFmtId").and_then(|id| id.parse().ok());
                id.is_some_and(is_date)
            })
            .collect();
        Self { styles, late }
    }

    /// Writes a number of a style as a day; nothing where it is none.
    pub(super) fn day(&self, style: usize, number: f64) -> Option<String> {
        if !self.styles.get(style).copied().unwrap_or(false)
            || !(1.0..2_958_466.0).contains(&number)
        {
            return None;
        }
        #[expect(
            clippy::cast_possible_truncation,
            reason = "the range was checked, and the time of day is not wanted"
        )]
        let days = number.trunc() as i64;
        // 1900 has a 29 February there, so the first two months are a day off; no standard is that old.
        let first: Date = if self.late {
            date(1904, 1, 1)
        } else {
            date(1899, 12, 30)
        };
        first
            .checked_add(days.days())
            .ok()
            .map(|day| day.to_string())
    }
}

fn elements<'a, 't>(root: Node<'a, 't>, list: &str) -> impl Iterator<Item = Node<'a, 't>> {
    root.child(list)
        .into_iter()
        .flat_map(Node::children)
        .filter(|node| !node.name().is_empty())
}

/// Tells whether a format has a year or a day in it, outside of quoted text and of what is in brackets.
fn shows_day(format: &str) -> bool {
    let mut quoted = false;
    let mut bracketed = false;
    let mut letters = format.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => quoted = !quoted,
            '\\' | '_' | '*' => {
                letters.next();
            }
            '[' if !quoted => bracketed = true,
            ']' if !quoted => bracketed = false,
            'y' | 'Y' | 'd' | 'D' if !quoted && !bracketed => return true,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_with_a_day_or_year_show_dates() {
        for (format, shows) in [
            ("yyyy\\-mm\\-dd", true),
            ("yyyy\"年\"m\"月\"", true),
            ("0.00", false),
            ("[Red]0", false),
            ("0\" days\"", false),
            ("\\d0", false),
        ] {
            assert_eq!(shows_day(format), shows, "{format}");
        }
    }
}
