//! What holds for every text and every number.

use std::cmp::Ordering;

use duibiao::number::{Number, Symbol, scan, scan_symbols, slug_of, unslug};
use proptest::prelude::*;

/// Pieces that numbers are made of; strung together they reach deep into the grammars.
const PIECES: &[&str] = &[
    "GB",
    "/T",
    "/Z",
    " ",
    "-",
    "—",
    ".",
    ":",
    "/",
    "+",
    "(",
    ")",
    "19001",
    "2016",
    "87",
    "1",
    "0",
    "ISO",
    "IEC",
    "/IEC",
    "TR",
    "DIS",
    "Amd 1",
    "Cor",
    "EN",
    "BS",
    "DIN",
    "prEN",
    "A11",
    "AC",
    "CSV",
    "DB13",
    "(J)",
    "DB",
    "T/CAS",
    "Q/",
    "XG1",
    "第1号修改单",
    "ГОСТ",
    "Р",
    "JIS",
    "K",
    "ASTM",
    "D638",
    "e1",
    "M",
    "ETSI",
    "V1.2.3",
    "ITU-T",
    "G.652",
    "IEEE",
    "Std",
    "P802",
    "/D3",
    "NIST",
    "SP",
    "r5",
    "年版",
    "国标",
    "IS",
    "Part",
    "Sec",
    "NOM",
    "CSA",
    "No.",
    "|IDF",
    "：",
    "ｰ",
    "\u{3000}",
    "é",
    "\u{0}",
    "ED",
    "，",
    "100/3767/CD",
    "TIS",
    "2559",
    "BPVC",
    "Redline",
    "[",
    "ε",
];

/// Numbers as catalogues print them; the mutations below keep most of their form.
const REAL: &[&str] = &[
    "GB/T 19001-2016/ISO 9001:2015",
    "GB 20891-2014/XG1-2020",
    "GSB 05-1426-2001",
    "CECS 123:2001",
    "DB13(J)/T 8422-2021",
    "DG/TJ08-2137-2022",
    "T/CAS 123-2020",
    "Q/CSG 411002-2012",
    "ISO/IEC DIS 27001.2:2022(E)",
    "ISO 5537|IDF 26:2004",
    "ISO/IEC DIR 1 ISO SUP:2022",
    "IEC 60335-1:2010+AMD1:2013+AMD2:2016 CSV",
    "CEN/TS 16637-2:2014",
    "CLC/TR(2007-06)",
    "BS EN ISO 13485:2016+A11:2021",
    "DIN EN ISO 9001:2015-11",
    "CAN/CSA C22.2 No. 60335-1:16",
    "IS 302 (Part 2/Sec 3):2008",
    "ASTM A377-03(2008)e1",
    "JIS R 2553:1992/AMENDMENT 1:2005",
    "KS C IEC 60335-1:2013",
    "ГОСТ Р ИСО 9001-2015",
    "ETSI EN 300 338-7 V1.3.1 (2010-02)",
    "ITU-T G.652 (11/2016) Amd. 1 (10/2018)",
    "ITU-R BT.2020-2",
    "IEEE P802.15.4f/D06, September 2011 (Amendment of IEEE P802.15.4-2011)",
    "IEEE Std 1003.1, 2013 Edition (incorporates IEEE Std 1003.1-2008)",
    "NIST SP 800-53 Rev. 5",
    "NBS CIRC 11e2-1915",
    "3GPP TS 23.501",
    "API SPEC 5L",
    "ASME BPVC.VIII.1-2019",
    "NOM-001-SCFI-2018",
    "UAE.S GSO 9:2013",
    "OIML R 60-1-Annex A:2017",
    "UNECE STANDARD FFV-18",
    "100/3767/CD",
];

/// What is put into a number to spoil it.
const SLIPS: &[char] = &[
    '/', '+', '-', '.', ':', '(', ')', ' ', '0', '9', 'A', 'T', 'Z', 'a', 'È', '第', '号', '《',
    '—', '|', ',', '_', '[', '１', 'Ｇ', 'ε', '\u{0}',
];

/// One slip: where, what, and how it is made.
type Slip = (prop::sample::Index, char, u8);

fn spoilt() -> impl Strategy<Value = String> {
    let slip = (
        any::<prop::sample::Index>(),
        prop::sample::select(SLIPS),
        0_u8..4,
    );
    let slips = prop::collection::vec(slip, 0..5);
    let real = prop::sample::select(REAL);
    (real, prop::sample::select(REAL), slips).prop_map(|(one, other, slips): (_, _, Vec<Slip>)| {
        let mut letters: Vec<char> = one.chars().collect();
        for (index, letter, way) in slips {
            let place = index.index(letters.len() + 1);
            match way {
                0 => letters.insert(place, letter),
                1 if place < letters.len() => letters[place] = letter,
                2 if place < letters.len() => {
                    letters.remove(place);
                }
                // The beginning of one number and the end of another.
                _ => {
                    letters.truncate(place);
                    let tail = index.index(other.chars().count());
                    letters.extend(other.chars().skip(tail));
                }
            }
        }
        letters.into_iter().collect()
    })
}

fn pieces() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 1..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn no_text_panics(text in any::<String>()) {
        let _ = Number::readings(&text);
        let _ = Symbol::parse(&text);
        scan_symbols(&text);
        for mention in scan(&text) {
            prop_assert!(text.get(mention.bytes).is_some());
        }
    }

    #[test]
    fn pieces_of_numbers_never_panic_and_mentions_lie_on_boundaries(text in pieces()) {
        let mut end = 0;
        for mention in scan(&text) {
            prop_assert!(mention.bytes.start >= end && mention.bytes.start < mention.bytes.end);
            end = mention.bytes.end;
            let before = text.get(..mention.bytes.start).unwrap();
            prop_assert_eq!(before.chars().count(), mention.chars.start);
            let inside = text.get(mention.bytes.clone()).unwrap();
            prop_assert_eq!(inside.chars().count(), mention.chars.len());
            prop_assert!(mention.readings.is_err() || mention.readings.is_ok_and(|all| !all.is_empty()));
        }
    }

    #[test]
    fn canonical_forms_read_back_as_the_same_value(text in pieces()) {
        if let Ok(number) = Number::parse(&text) {
            let printed = number.to_string();
            let again = Number::parse(&printed);
            prop_assert_eq!(again.as_ref(), Ok(&number), "`{}` printed `{}`", text, printed);
            prop_assert!(number.same_family(&number.undated()), "`{}`", printed);
        }
    }

    #[test]
    fn spoilt_numbers_settle_or_are_refused(text in spoilt()) {
        let readings = Number::readings(&text);
        for (index, reading) in readings.iter().enumerate() {
            let printed = reading.number.to_string();
            let again: Vec<Number> =
                Number::readings(&printed).into_iter().map(|reading| reading.number).collect();
            if index == 0 {
                prop_assert_eq!(again.first(), Some(&reading.number), "`{}`: `{}`", text, printed);
            }
            // The canonical form of a less likely reading may mean another number first.
            prop_assert!(again.contains(&reading.number), "`{}` printed `{}`", text, printed);
        }
    }

    #[test]
    fn numbers_in_running_text_settle_too(before in spoilt(), after in spoilt()) {
        for mention in scan(&format!("{before} und {after}、")) {
            for number in mention.readings.into_iter().flatten().take(1).map(|one| one.number) {
                let printed = number.to_string();
                let again = Number::parse(&printed);
                prop_assert_eq!(again.as_ref(), Ok(&number), "`{}`", printed);
            }
        }
    }

    #[test]
    fn readings_come_best_first_and_parse_takes_the_first(text in pieces()) {
        let readings = Number::readings(&text);
        prop_assert!(readings.windows(2).all(|pair| pair[0].confidence >= pair[1].confidence));
        let first = readings.first().map(|reading| reading.number.clone());
        prop_assert_eq!(first, Number::parse(&text).ok());
        prop_assert!(readings.iter().all(|reading| (0.0..=1.0).contains(&reading.confidence)));
    }

    #[test]
    fn the_order_is_total(one in pieces(), two in pieces(), three in pieces()) {
        let numbers: Vec<Number> =
            [one, two, three].iter().filter_map(|text| Number::parse(text).ok()).collect();
        for first in &numbers {
            for second in &numbers {
                prop_assert_eq!(first.cmp(second), second.cmp(first).reverse());
                prop_assert_eq!(first.cmp(second) == Ordering::Equal, first == second);
                for third in &numbers {
                    if first <= second && second <= third {
                        prop_assert!(first <= third);
                    }
                }
            }
        }
    }

    #[test]
    fn chinese_numbers_keep_their_fields(
        base in 1_u32..99999, part in prop::option::of(1_u32..99), year in 1950_u16..2040,
        nature in prop::sample::select(vec!["", "/T", "/Z"]),
    ) {
        let part_text = part.map(|part| format!(".{part}")).unwrap_or_default();
        let text = format!("GB{nature} {base}{part_text}-{year}");
        let number = Number::parse(&text).unwrap();
        prop_assert_eq!(number.to_string(), text);
        prop_assert_eq!(number.base(), base.to_string());
        prop_assert_eq!(number.part().map(str::to_owned), part.map(|part| part.to_string()));
        prop_assert_eq!(number.year(), Some(year));
        prop_assert_eq!(number.kin(), format!("GB {base}{part_text}"));
    }

    #[test]
    fn slugs_are_reversible_and_safe_in_an_address(text in any::<String>()) {
        let slug = slug_of(&text);
        prop_assert_eq!(unslug(&slug), text);
        prop_assert!(!slug.contains(['/', ' ', '?', '#', '%']));
    }
}
