//! Lists of other standards inside a cell.

use crate::Adoption;

/// A standard that a cell names, and the degree beside it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Adopted {
    pub(super) number: String,
    pub(super) degree: Option<Adoption>,
}

const SEPARATORS: [char; 6] = [',', '，', ';', '；', '、', '\n'];

/// Reads a list of numbers (`GB/T 1-2000,GB/T 2-2000`); words and single separators are no numbers.
pub(super) fn numbers(cell: &str) -> Vec<String> {
    cell.split(SEPARATORS)
        .map(|item| item.trim().trim_start_matches("代替").trim())
        .filter(|item| is_number(item))
        .map(str::to_owned)
        .collect()
}

/// Reads adoptions (`ISO 8124-1:2018,MOD`, `IDT ISO 9001:2015`, `ISO 3:1973（NEQ）`, `≡ISO 2:1973`).
pub(super) fn adoptions(cell: &str) -> Vec<Adopted> {
    let mut found: Vec<Adopted> = Vec::new();
    for item in cell.split(SEPARATORS) {
        let item = item.trim();
        if let (Some(degree), Some(last)) = (Adoption::read(item), found.last_mut()) {
            last.degree = last.degree.or(Some(degree));
            continue;
        }
        let (number, degree) = split_degree(item);
        if is_number(&number) {
            found.push(Adopted { number, degree });
        }
    }
    found
}

/// Returns the standards that a remark says are replaced (`2005-03-01实施,代替GB/T 5606.1-1996`): wholly, in part.
pub(super) fn replaced_in_remark(remark: &str) -> (Vec<String>, Vec<String>) {
    let Some((before, list)) = remark.split_once("代替") else {
        return (Vec::new(), Vec::new());
    };
    // 被代替 says the opposite, and a remark that says so is not where successors are looked up.
    if before.ends_with('被') {
        return (Vec::new(), Vec::new());
    }
    let list = numbers(list.split('。').next().unwrap_or_default());
    if before.ends_with("部分") {
        (Vec::new(), list)
    } else {
        (list, Vec::new())
    }
}

fn split_degree(item: &str) -> (String, Option<Adoption>) {
    let bare = item.trim_matches(|char: char| "()（）[]【】".contains(char));
    let signs = ['≡', '≠', '=', '≈'];
    if let Some(sign) = bare.chars().next().filter(|first| signs.contains(first)) {
        let number = bare[sign.len_utf8()..].trim().to_owned();
        return (number, Adoption::read(&sign.to_string()));
    }
    let mut degree = None;
    let mut words = Vec::new();
    for word in bare.split([' ', '(', ')', '（', '）', '[', ']', '【', '】']) {
        match Adoption::read(word) {
            Some(read) if degree.is_none() => degree = Some(read),
            _ if word.is_empty() => {}
            _ => words.push(word),
        }
    }
    (words.join(" "), degree)
}

fn is_number(text: &str) -> bool {
    text.len() < 120
        && text.starts_with(|char: char| char.is_ascii_alphabetic())
        && text.bytes().any(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_stand_before_behind_or_in_brackets_and_old_signs_are_kept() {
        for (cell, number, degree) in [
            (
                "ISO 8124-1:2018,MOD",
                "ISO 8124-1:2018",
                Some(Adoption::Mod),
            ),
            ("IDT ISO 9001:2015", "ISO 9001:2015", Some(Adoption::Idt)),
            ("ISO 3:1973（NEQ）", "ISO 3:1973", Some(Adoption::Neq)),
            ("≡ISO 2:1973", "ISO 2:1973", Some(Adoption::Idt)),
            ("=ISO 2:1973", "ISO 2:1973", Some(Adoption::Eqv)),
            ("≠ISO 2:1973", "ISO 2:1973", Some(Adoption::Neq)),
            ("ISO/IEC 17025:2017", "ISO/IEC 17025:2017", None),
        ] {
            let number = number.to_owned();
            assert_eq!(adoptions(cell), [Adopted { number, degree }], "{cell}");
        }
    }

    #[test]
    fn a_lonely_comma_replaces_nothing() {
        assert!(numbers(",").is_empty());
        assert!(numbers("无").is_empty());
        assert_eq!(
            numbers("GB/T 1-2000，GB/T 2-2001"),
            ["GB/T 1-2000", "GB/T 2-2001"]
        );
    }

    #[test]
    fn a_remark_tells_whole_from_partial_replacement_and_its_direction() {
        let (whole, part) = replaced_in_remark("2005-03-01实施,代替GB/T 5606.1-1996");
        assert_eq!((whole, part), (vec!["GB/T 5606.1-1996".to_owned()], vec![]));
        let (whole, part) = replaced_in_remark("部分代替GB 1-1990");
        assert_eq!((whole, part), (vec![], vec!["GB 1-1990".to_owned()]));
        assert_eq!(replaced_in_remark("被代替GB 1-1990"), (vec![], vec![]));
    }
}
