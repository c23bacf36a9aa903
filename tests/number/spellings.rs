//! One value, however it is typed.

use duibiao::number::Number;

/// A canonical number of each body; all its spellings are made from it.
const CANONICAL: &[&str] = &[
    "GB 1499.2-2024",
    "GB/T 19001-2016",
    "GB/T 1.1-2020",
    "GB/Z 20000-2020",
    "GB 2828-87",
    "GB 20891-2014/XG1-2020",
    "GB/T 15629.11-2003/XG1-2006",
    "GB/T 19001-2016/ISO 9001:2015",
    "GBZ 2.1-2019",
    "GJB 9001C-2017",
    "GSB 05-1426-2001",
    "JJG 1-1999",
    "JJF 1059.1-2012",
    "YB/T 4362-2014",
    "HJ 2.1-2018",
    "HB/T 5800-1999",
    "HS/T 12-2010",
    "DB/T 60-2015",
    "JGJ 80-2016",
    "JTG D20-2017",
    "CECS 123:2001",
    "DB13/T 1234-2020",
    "DB13 123-2015",
    "DB1331/T 098-2024",
    "DB13(J)/T 8422-2021",
    "DBS13/T 001-2015",
    "DG/TJ08-2137-2022",
    "T/CAS 123-2020",
    "T/CECS 10001.2-2019",
    "Q/CSG 411002-2012",
    "ISO 9001:2015",
    "ISO 8124-1:2022",
    "ISO 105-B01:1994/Amd 1:1998",
    "ISO/IEC 27001:2022/Amd 1:2024",
    "ISO/IEC 17025:2005/Cor 1:2006",
    "ISO/TS 16949:2009",
    "ISO/IEC TR 29110-1:2016",
    "ISO/ASTM 52900:2021",
    "ISO Guide 35:2017",
    "IWA 1:2005",
    "IEC 60335-1:2010+AMD1:2013+AMD2:2016 CSV",
    "IEC 60050-351:2013/AMD1:2016",
    "IEC TS 62804-1:2015",
    "IEC 60598-1:1992/ISH1:1996",
    "CISPR 32:2015",
    "EN 60335-1:2012/A2:2019",
    "EN 196-3:2005+A1:2008",
    "EN ISO 13485:2016/AC:2016",
    "EN ISO 13485:2016+A11:2021",
    "EN IEC 62368-1:2020+A11:2020",
    "CEN/TS 16637-2:2014",
    "HD 60364-4-41:2017",
    "BS EN ISO 13485:2016+A11:2021",
    "BS 4449:2005+A3:2016",
    "DIN EN ISO 9001:2015-11",
    "DIN 488-2:2009-08",
    "NF EN ISO 9001:2015",
    "UNE-EN ISO 9001:2015",
    "PN-EN ISO 9001:2015",
    "NEN-EN-ISO 9001:2015",
    "ASTM D638-22e1",
    "ASTM A377-03(2008)e1",
    "ASTM D2950/D2950M-14",
    "ASTM A615/A615M-04a",
    "JIS K 6251:2017",
    "JIS C 9335-2-37:2024",
    "JIS R 2553:1992/AMENDMENT 1:2005",
    "KS D 3504:2009",
    "KS C IEC 60335-1:2013",
    "GOST 14946-82",
    "GOST R 34.12-2015",
    "GOST R ISO 9001-2015",
    "IS 1786:2008",
    "AS/NZS 60335.1:2020",
    "TCVN 1651-1:2018",
    "SNI 2052:2017",
    "ABNT NBR 7480:2022",
    "SANS 10400-1:2010",
    "MS 146:2014",
    "SS 560:2016",
    "ETSI EN 300 338-7 V1.3.1 (2010-02)",
    "ITU-T G.652 (11/2016)",
    "ITU-R BT.2020-2",
    "OIML R 60-1:2017",
    "CXS 193-1995",
    "UL 94",
    "API 5L",
    "ASME B16.5-2020",
    "SAE J429",
    "NSF/ANSI 61-2020",
];

/// All spellings of one canonical text that may never matter, alone and combined.
fn spellings(canonical: &str) -> Vec<String> {
    let cases: [fn(&str) -> String; 3] = [
        str::to_owned,
        |text| text.to_lowercase(),
        |text| text.to_uppercase(),
    ];
    let dashes = ["-", "\u{2010}", "\u{2011}", "\u{2012}", "–", "—", "−", "－"];
    let blanks = [" ", "\u{a0}", "\u{3000}", "\u{2002}", "  ", "\t"];
    let mut spellings = Vec::new();
    for case in cases {
        let written = case(canonical);
        for dash in dashes {
            spellings.push(written.replace('-', dash));
        }
        for blank in blanks {
            spellings.push(written.replace(' ', blank));
        }
        spellings.push(wide(&written));
        spellings.push(wide(&written).replace('－', "—"));
        spellings.push(written.replace(':', "："));
        spellings.push(written.replace('/', "／"));
        spellings.push(format!(" {written} "));
        spellings.push(format!("《{written}》"));
        spellings.push(format!("{written}。"));
    }
    spellings
}

/// Writes the full-width forms of all ASCII characters.
fn wide(text: &str) -> String {
    let widen = |letter: char| match letter {
        ' ' => '\u{3000}',
        '!'..='~' => char::from_u32(u32::from(letter) + 0xFEE0).unwrap_or(letter),
        _ => letter,
    };
    text.chars().map(widen).collect()
}

#[test]
fn canonical_forms_print_as_they_are() {
    for canonical in CANONICAL {
        assert_eq!(Number::parse(canonical).unwrap().to_string(), *canonical);
    }
}

#[test]
fn case_width_dashes_and_blanks_do_not_matter() {
    for canonical in CANONICAL {
        let number = Number::parse(canonical).unwrap();
        let all = spellings(canonical);
        assert!(all.len() >= 60);
        for spelling in all {
            let read = Number::parse(&spelling);
            assert_eq!(read.as_ref(), Ok(&number), "`{spelling}` for `{canonical}`");
        }
    }
}

#[test]
fn the_blank_behind_the_prefix_may_be_missing() {
    for canonical in CANONICAL {
        // A blank between two figures keeps them apart and cannot go.
        let glued = glue(canonical);
        let read = Number::parse(&glued);
        assert_eq!(
            read.as_ref(),
            Ok(&Number::parse(canonical).unwrap()),
            "`{glued}`"
        );
    }
}

fn glue(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut glued = String::new();
    for (index, letter) in letters.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| letters[before]);
        let after = letters.get(index + 1);
        let between_figures = before.is_some_and(|one| one.is_ascii_digit());
        let opens = after.is_some_and(|one| matches!(one, 'C' | 'V' | '('));
        if *letter == ' '
            && !(between_figures && (opens || after.is_some_and(char::is_ascii_digit)))
        {
            continue;
        }
        glued.push(*letter);
    }
    glued
}

#[test]
fn thirty_ways_to_write_one_chinese_number_are_one_value() {
    let ways = [
        "GB/T 19001-2016",
        "GB/T19001-2016",
        "GBT19001-2016",
        "GBT 19001-2016",
        "GB T 19001-2016",
        "gb/t 19001-2016",
        "gb/t19001-2016",
        "gbt19001-2016",
        "Gb/T 19001-2016",
        "GB/T 19001—2016",
        "GB/T 19001–2016",
        "GB/T 19001－2016",
        "GB/T 19001―2016",
        "GB/T 19001 - 2016",
        "GB/T 19001 — 2016",
        "GB / T 19001-2016",
        "GB/ T 19001-2016",
        "GB／T 19001-2016",
        "ＧＢ／Ｔ １９００１－２０１６",
        "ＧＢ／Ｔ１９００１—２０１６",
        "GB/T\u{2002}19001\u{2014}2016",
        "GB/T\u{a0}19001-2016",
        "GB/T\u{3000}19001-2016",
        "GB/T 19001:2016",
        "GB/T 19001：2016",
        "GB/T 19001.2016",
        "GB/T 19001 2016",
        "GB/T 19001(2016)",
        "GB_T 19001-2016",
        "GB-T 19001-2016",
        "《GB/T 19001-2016》",
        "GB/T 19001——2016",
        " GB/T  19001-2016. ",
    ];
    assert!(ways.len() >= 30);
    let number = Number::parse("GB/T 19001-2016").unwrap();
    for way in ways {
        assert_eq!(Number::parse(way).as_ref(), Ok(&number), "`{way}`");
    }
}

#[test]
fn thirty_ways_to_write_one_international_number_are_one_value() {
    let ways = [
        "ISO/IEC 27001:2022",
        "ISO/IEC27001:2022",
        "ISO IEC 27001:2022",
        "ISO-IEC 27001:2022",
        "iso/iec 27001:2022",
        "isoiec27001:2022",
        "Iso/Iec 27001:2022",
        "ISO/IEC 27001-2022",
        "ISO/IEC 27001—2022",
        "ISO/IEC 27001 : 2022",
        "ISO/IEC 27001: 2022",
        "ISO/IEC 27001：2022",
        "ISO／IEC 27001:2022",
        "ＩＳＯ／ＩＥＣ　２７００１：２０２２",
        "ISO / IEC 27001:2022",
        "ISO/CEI 27001:2022",
        "ISO/IEC 27001:2022(E)",
        "ISO/IEC 27001:2022(en)",
        "ISO/IEC 27001:2022 (F)",
        "ISO/IEC 27001:2022(en,fr)",
        "ISO/IEC 27001 (2022)",
        "ISO/IEC 27001 2022",
        "ISO/IEC-27001:2022",
        "ISO/IEC\u{a0}27001:2022",
        "ИСО/МЭК 27001:2022",
        "ИСО/МЭК 27001—2022",
        "《ISO/IEC 27001:2022》",
        "ISO/IEC 27001:2022.",
        "ISO/IEC  27001:2022",
        "“ISO/IEC 27001:2022”",
        "ISO/IEC 27001∶2022",
    ];
    assert!(ways.len() >= 30);
    let number = Number::parse("ISO/IEC 27001:2022").unwrap();
    for way in ways {
        assert_eq!(Number::parse(way).as_ref(), Ok(&number), "`{way}`");
    }
}

#[test]
fn bodies_have_spellings_of_their_own() {
    let pairs = [
        ("ГОСТ Р 34.12-2015", "GOST R 34.12-2015"),
        ("гост р исо 9001-2015", "GOST R ISO 9001-2015"),
        ("ГОСТ МЭК 60335-1-2015", "GOST IEC 60335-1-2015"),
        ("ТР ТС 020/2011", "TR TS 020/2011"),
        ("EN 196-3:2005+AС1:2008", "EN 196-3:2005+AC1:2008"),
        ("D638-22", "ASTM D638-22"),
        ("ASTM D 638 - 22", "ASTM D638-22"),
        ("ASTM D638-2022", "ASTM D638-22"),
        ("JIS K 6251-1993", "JIS K 6251:1993"),
        ("JIS K6251：2017", "JIS K 6251:2017"),
        ("DB13(J)185-2020", "DB13(J) 185-2020"),
        ("DB13J/T 8422-2021", "DB13(J)/T 8422-2021"),
        ("DB13/ 2168-2020", "DB13 2168-2020"),
        ("GB 20891-2014第1号修改单", "GB 20891-2014/XG1"),
        ("GB 20891-2014《第 1 号修改单》", "GB 20891-2014/XG1"),
        (
            "GB/T 19001-2016 (ISO 9001:2015, IDT)",
            "GB/T 19001-2016/ISO 9001:2015",
        ),
        ("ISO 9001:2015/Amd.1:2024", "ISO 9001:2015/Amd 1:2024"),
        ("ISO 9001:2015/AMD1:2024", "ISO 9001:2015/Amd 1:2024"),
        (
            "IEC 60050-351:2013/Amd 1:2016",
            "IEC 60050-351:2013/AMD1:2016",
        ),
        ("ISO TS 80004-8:2013", "ISO/TS 80004-8:2013"),
        ("IEC/PAS 80005-3:2014", "IEC PAS 80005-3:2014"),
        ("EN 300 328", "ETSI EN 300 328"),
        ("EN 301489-1 V2.2.3", "ETSI EN 301 489-1 V2.2.3"),
        ("NIST SP 800-53 Rev. 5", "NIST SP 800-53r5"),
        ("NIST.SP.800-53r5", "NIST SP 800-53r5"),
        ("IEEE 802.3-2018", "IEEE Std 802.3-2018"),
        ("IEEE P1854/D-6-2017-03", "IEEE P1854/D6, March 2017"),
        ("CODEX STAN 193-1995", "CXS 193-1995"),
        ("IS 302-1:2008", "IS 302 (Part 1):2008"),
        (
            "CAN/CSA-C22.2 No. 60335-1-16",
            "CAN/CSA C22.2 No. 60335-1:16",
        ),
        ("NBR 7480:2022", "ABNT NBR 7480:2022"),
        ("UNE EN ISO 9001:2015", "UNE-EN ISO 9001:2015"),
        ("DINENISO9001:2015-11", "DIN EN ISO 9001:2015-11"),
        ("DIN EN ISO 9001:2015 - 11", "DIN EN ISO 9001:2015-11"),
    ];
    for (spelling, canonical) in pairs {
        let read = Number::parse(spelling).map(|number| number.to_string());
        assert_eq!(read.as_deref(), Ok(canonical), "`{spelling}`");
    }
}
