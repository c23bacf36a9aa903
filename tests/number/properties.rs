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
