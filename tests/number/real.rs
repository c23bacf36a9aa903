//! Real identifiers and real records, read and checked against an independent reader of years.
//!
//! The data is large and not ours, so it lies beside the repository; where it is absent the tests
//! say so and pass. `DUIBIAO_SHARED` names its folder.

use std::collections::BTreeMap;
use std::path::PathBuf;

use duibiao::number::Number;
use serde_json::Value;

/// How many texts of one origin were read, and how many of them right.
#[derive(Default)]
struct Share {
    all: usize,
    parsed: usize,
    stable: usize,
    faithful: usize,
    right: usize,
}

#[test]
fn real_identifiers_are_read_and_printed_faithfully() {
    let Some(text) = shared("reference/identifiers.jsonl.zst") else {
        return;
    };
    let mut shares: BTreeMap<String, Share> = BTreeMap::new();
    for row in rows(&text) {
        let (Some(origin), Some(identifier)) = (field(&row, "sdo"), field(&row, "identifier"))
        else {
            continue;
        };
        check(&mut shares, origin, identifier);
    }
    let total = report("identifiers", &shares);
    assert!(total.all >= 90_000, "{}", total.all);
    assert!(share(total.parsed, total.all) >= 0.99, "parsed");
    assert!(share(total.stable, total.all) >= 0.99, "round trip");
    assert!(share(total.faithful, total.all) >= 0.99, "canonical form");
    assert!(
        share(total.right, total.all) >= 0.99,
        "body, number and year"
    );
}

#[test]
fn numbers_of_real_records_are_read_and_printed_faithfully() {
    let names = [
        "easc", "ecma", "etsi", "iec", "ieee", "iso", "itu", "jis", "oiml",
    ];
    let mut shares: BTreeMap<String, Share> = BTreeMap::new();
    for name in names {
        let Some(text) = shared(&format!("records/{name}.jsonl.zst")) else {
            return;
        };
        for row in rows(&text) {
            if let Some(number) = field(&row, "number") {
                check(&mut shares, name, number);
            }
        }
    }
    for (name, path) in [
        ("gb", "reference/gb_seed.jsonl"),
        ("starter", "starter/standards.jsonl"),
    ] {
        let Some(text) = shared(path) else { return };
        for row in rows(&text) {
            if let Some(number) = field(&row, "number") {
                check(&mut shares, name, number);
            }
        }
    }
    let total = report("records", &shares);
    assert!(share(total.parsed, total.all) >= 0.99, "parsed");
    assert!(share(total.stable, total.all) >= 0.99, "round trip");
    assert!(
        share(total.right, total.all) >= 0.99,
        "body, number and year"
    );
}

fn check(shares: &mut BTreeMap<String, Share>, origin: &str, text: &str) {
    let share = shares.entry(origin.to_owned()).or_default();
    share.all += 1;
    let Ok(number) = Number::parse(text) else {
        return;
    };
    share.parsed += 1;
    let printed = number.to_string();
    share.stable += usize::from(Number::parse(&printed).as_ref() == Ok(&number));
    share.faithful += usize::from(light(&printed) == light(text));
    let head = &plain(text);
    let bodies = bodies(origin, head);
    let body = bodies.is_empty() || bodies.contains(&number.body().code());
    let figures = first_figures(origin, head) == first_figures(origin, &plain(&printed));
    let year = expected_year(origin, head).is_none_or(|year| number.year() == Some(year));
    share.right += usize::from(body && figures && year);
}

/// The bodies that may stand behind a text of one origin, by its first word.
fn bodies(origin: &str, text: &str) -> Vec<&'static str> {
    let first: String = text.chars().take_while(char::is_ascii_alphabetic).collect();
    match origin {
        "ccsds" => vec!["CCSDS"],
        "etsi" => vec!["ETSI"],
        "itu" => vec!["ITU"],
        "nist" => vec!["NIST"],
        "plateau" => vec!["PLATEAU"],
        "jis" => vec!["JIS"],
        "oiml" => vec!["OIML"],
        "ecma" => vec!["ECMA"],
        "easc" => vec!["GOST"],
        "iso" | "iec" if first == "ISO" => vec!["ISO", "IWA"],
        "iso" | "iec" if first == "IEC" => vec!["IEC"],
        "iec" if first == "CISPR" => vec!["CISPR", "IEC"],
        "ieee" if first == "IEEE" => vec!["IEEE"],
        _ => Vec::new(),
    }
}

/// Cuts what stands in brackets at the end, which is about other numbers or the language.
fn plain(text: &str) -> String {
    let text = text.replace(['—', '–'], "-");
    match text
        .find('(')
        .filter(|_| text.starts_with("IEEE") || text.starts_with("ANSI"))
    {
        Some(cut) => text[..cut].to_owned(),
        None => text,
    }
}

/// The first run of figures, which is the number proper with every body.
fn first_figures(origin: &str, text: &str) -> String {
    // The seven of HL7 belongs to a publisher.
    let text = text.replace("HL7", "");
    let start = text.find(|letter: char| letter.is_ascii_digit());
    let Some(start) = start else {
        return String::new();
    };
    let figures: String = text[start..]
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    if origin == "etsi" {
        text[start..].chars().take(7).collect()
    } else {
        figures
    }
}

/// The year by a reader that knows one rule for each origin.
fn expected_year(origin: &str, text: &str) -> Option<u16> {
    let year = |digits: &str| -> Option<u16> {
        let whole = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
        digits
            .parse()
            .ok()
            .filter(|year| whole && (1900..2080).contains(year))
    };
    match origin {
        // The first colon leads to the year; later ones date supplements.
        "iso" | "iec" | "jis" | "oiml" => {
            let (number, rest) = text.split_once(':')?;
            let supplement = number.to_lowercase().contains("/amd")
                || number.to_lowercase().contains("/cor")
                || number.contains("/A")
                || number.contains("/D")
                || number.contains("/FD");
            if supplement
                && number.contains(char::is_numeric)
                && number.rfind('/') > number.find(char::is_numeric)
            {
                return None;
            }
            year(rest.trim_start().get(..4)?)
        }
        // The bracket at the end.
        "etsi" => year(text.rsplit_once('(')?.1.get(..4)?),
        // After the last hyphen.
        "ieee" if text.starts_with("IEEE Std ") && !text.contains('/') => {
            year(text.rsplit_once('-')?.1)
        }
        "gb" | "starter" if text.starts_with("GB") => {
            text.rsplit_once('-').and_then(|(_, digits)| year(digits))
        }
        _ => None,
    }
}

/// A text without what its own catalogue varies: blanks, case, dashes, languages, notes.
fn light(text: &str) -> String {
    let text = plain(text).to_lowercase();
    let mut kept = String::new();
    let mut depth = 0_i32;
    for letter in text.chars() {
        match letter {
            '(' if !kept.is_empty() => depth += 1,
            ')' if depth > 0 => depth -= 1,
            _ if depth > 0 => {
                // A date in brackets is part of the number, a word is not.
                if letter.is_ascii_digit() {
                    kept.push(letter);
                }
            }
            _ => kept.push(letter),
        }
    }
    let words = [
        "unapproved",
        "approved",
        "active",
        "draft",
        "std",
        "redline",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "sept",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "oct",
        "nov",
        "dec",
    ];
    let ieee = kept.contains("ieee") || kept.contains("ansi");
    if ieee {
        for word in words {
            kept = kept.replace(word, "");
        }
        // Short years of drafts are printed in full: `Jun 07`.
        kept = kept.replace(", 20", ", ").replace(" 20", " ");
    }
    // Words that the bodies themselves write in two ways.
    let pairs = [
        ("rev.", "r"),
        ("vol.", "v"),
        ("part", "pt"),
        ("version", "ver"),
        ("damd", "dam"),
        ("исо", "iso"),
        ("edition", "ed"),
        (" no ", " "),
    ];
    let kept = pairs
        .iter()
        .fold(kept, |kept, (long, short)| kept.replace(long, short));
    let signs = |letter: &char| {
        !letter.is_whitespace() && !matches!(letter, '.' | '-' | '/' | '_' | ',' | ':')
    };
    kept.chars().filter(signs).collect()
}

fn report(what: &str, shares: &BTreeMap<String, Share>) -> Share {
    let mut total = Share::default();
    for (origin, one) in shares {
        print(what, origin, one);
        total.all += one.all;
        total.parsed += one.parsed;
        total.stable += one.stable;
        total.faithful += one.faithful;
        total.right += one.right;
    }
    print(what, "all", &total);
    total
}

#[expect(
    clippy::print_stdout,
    reason = "the shares are the result of the measurement"
)]
fn print(what: &str, origin: &str, one: &Share) {
    println!(
        "{what} {origin}: {} texts, parsed {:.4}, stable {:.4}, faithful {:.4}, right {:.4}",
        one.all,
        share(one.parsed, one.all),
        share(one.stable, one.all),
        share(one.faithful, one.all),
        share(one.right, one.all),
    );
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts stay far below two to the power of 52"
)]
fn share(part: usize, all: usize) -> f64 {
    part as f64 / all.max(1) as f64
}

#[expect(clippy::print_stdout, reason = "a skipped test has to say so")]
fn shared(path: &str) -> Option<String> {
    let folder = std::env::var_os("DUIBIAO_SHARED").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"),
        PathBuf::from,
    );
    let file = folder.join("data").join(path);
    let Ok(bytes) = fs_err::read(&file) else {
        println!("skipped: `{path}` is not there");
        return None;
    };
    let compressed = file.extension().is_some_and(|extension| extension == "zst");
    let bytes = if compressed {
        zstd::decode_all(bytes.as_slice()).unwrap()
    } else {
        bytes
    };
    Some(String::from_utf8(bytes).unwrap())
}

fn rows(text: &str) -> impl Iterator<Item = Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap())
}

fn field<'row>(row: &'row Value, name: &str) -> Option<&'row str> {
    row.get(name).and_then(Value::as_str)
}
