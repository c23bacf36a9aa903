//! What the bodies mean by hyphen, slash, plus and bracket.

use duibiao::number::{Binding, BodyKind, Number, NumberError, Rule, SupplementKind};

fn number(text: &str) -> Number {
    Number::parse(text).unwrap()
}

#[test]
fn a_hyphen_leads_to_the_year_or_to_the_part_by_body() {
    let cases = [
        ("GB/T 228.1-2021", "228", Some("1"), Some(2021)),
        ("GOST 14946-82", "14946", None, Some(1982)),
        ("ASTM A304-05e2", "A304", None, Some(2005)),
        ("ISO 8124-1", "8124", Some("1"), None),
        ("ISO 9001-2015", "9001", None, Some(2015)),
        ("IEC 60335-2-14", "60335", Some("2-14"), None),
        ("EN 71-3:2019", "71", Some("3"), Some(2019)),
        ("BS 8666:2020", "8666", None, Some(2020)),
        ("JIS C 9335-2-37:2024", "C 9335", Some("2-37"), Some(2024)),
        ("IS 1786-2008", "1786", None, Some(2008)),
        ("GB 2828-87", "2828", None, Some(1987)),
        ("TIS 24-2559", "24", None, Some(2016)),
    ];
    for (text, base, part, year) in cases {
        let number = number(text);
        assert_eq!(
            (number.base(), number.part(), number.year()),
            (base, part, year),
            "{text}"
        );
    }
}

#[test]
fn families_leave_edition_and_supplements_out() {
    let cases = [
        ("GB/T 19001-2016/XG1-2020", "GB/T 19001", "GB 19001"),
        ("GB/Z 19001-2016", "GB/Z 19001", "GB 19001"),
        ("ISO 105-B01:1994/Amd 1:1998", "ISO 105-B01", "ISO 105-B01"),
        ("ISO/IEC 27001:2022", "ISO/IEC 27001", "ISO 27001"),
        ("ISO/DIS 9001:2015", "ISO 9001", "ISO 9001"),
        ("EN ISO 13485:2016+A11:2021", "EN ISO 13485", "EN ISO 13485"),
        ("EN IEC 62115:2020", "EN IEC 62115", "EN 62115"),
        ("ASTM D638-22e1", "ASTM D638", "ASTM D638"),
        ("ASTM A615/A615M-22", "ASTM A615", "ASTM A615"),
        ("JIS K 6251:2017", "JIS K 6251", "JIS K 6251"),
        (
            "ETSI EN 300 338-7 V1.3.1 (2010-02)",
            "ETSI EN 300 338-7",
            "ETSI 300 338-7",
        ),
        ("ITU-T G.652 (11/2016)", "ITU-T G.652", "ITU G.652"),
        (
            "IEEE P802.3bt/D3.1, October 2017",
            "IEEE Std 802.3bt",
            "IEEE 802.3bt",
        ),
        ("DB1331/T 098-2024", "DB1331/T 098", "DB1331 098"),
        ("T/CAS 123-2020", "T/CAS 123", "T/CAS 123"),
    ];
    for (text, family, kin) in cases {
        let number = number(text);
        assert_eq!(number.family().as_str(), family, "{text}");
        assert_eq!(number.kin(), kin, "{text}");
    }
    assert!(number("ISO 9001:2015").same_family(&number("ISO 9001:2008/Cor 1:2009")));
    assert!(!number("GB 19001-2016").same_family(&number("GB/T 19001-2016")));
    assert!(!number("ISO 13485:2016").same_family(&number("EN ISO 13485:2016")));
    assert_ne!(number("ISO 13485").kin(), number("EN ISO 13485").kin());
}

#[test]
fn a_slash_binds_a_separate_amendment_and_a_plus_an_incorporated_one() {
    let separate = number("EN 60335-1:2012/A2:2019");
    let incorporated = number("EN 60335-1:2012+A2:2019");
    assert_ne!(separate, incorporated);
    assert_eq!(separate.supplements()[0].binding(), Binding::Separate);
    assert_eq!(
        incorporated.supplements()[0].binding(),
        Binding::Incorporated
    );
    assert!(separate.is_supplement());
    assert!(!incorporated.is_supplement());
    assert_eq!(separate.supplements()[0].number(), "2");
    assert_eq!(separate.supplements()[0].year(), Some(2019));
    assert_eq!(separate.without_supplements(), number("EN 60335-1:2012"));
    assert_eq!(separate.undated(), number("EN 60335-1"));
}

#[test]
fn amendment_sheets_may_lack_their_year() {
    let sheet = number("GB 20891-2014/XG1");
    assert_eq!(sheet.supplements()[0].kind(), SupplementKind::Amendment);
    assert_eq!(sheet.supplements()[0].year(), None);
    assert!(sheet.is_supplement());
}

#[test]
fn reapproval_and_editorial_change_leave_the_technical_year() {
    let number = number("ASTM A377-03(2008)e1");
    let kinds: Vec<SupplementKind> = number
        .supplements()
        .iter()
        .map(duibiao::number::Supplement::kind)
        .collect();
    assert_eq!(
        kinds,
        [SupplementKind::Reapproval, SupplementKind::Editorial]
    );
    assert_eq!(number.year(), Some(2003));
    assert!(!number.is_supplement());
}

#[test]
fn a_foreign_number_after_a_slash_is_an_identical_adoption() {
    let dual = number("GB/T 19001-2016/ISO 9001:2015");
    assert_eq!(dual.adopted(), Some(&number("ISO 9001:2015")));
    assert_eq!(dual.body().code(), "GB");
    assert_eq!(number("GB/T 19001-2016").adopted(), None);
    assert_eq!(dual.undated(), number("GB/T 19001"));
}

#[test]
fn layers_of_adoption_come_off_one_by_one() {
    let british = number("BS EN ISO 13485:2016+A11:2021");
    let european = british.adopted().unwrap();
    assert_eq!(*european, number("EN ISO 13485"));
    assert_eq!(european.adopted(), Some(&number("ISO 13485")));
    assert_eq!(
        number("KS C IEC 60335-1:2013").adopted(),
        Some(&number("IEC 60335-1"))
    );
    assert_eq!(
        number("GOST R ISO 9001-2015").adopted(),
        Some(&number("ISO 9001"))
    );
}

#[test]
fn bodies_know_their_market_and_kind() {
    let cases = [
        ("GB/T 19001", "GB", "CN", BodyKind::National),
        ("YB/T 4362", "YB", "CN", BodyKind::Sector),
        ("DB1331/T 098", "DB13", "CN", BodyKind::Local),
        ("T/CAS 123-2020", "T", "CN", BodyKind::Group),
        ("Q/CSG 411002-2012", "Q", "CN", BodyKind::Enterprise),
        ("ISO/IEC 27001", "ISO", "INT", BodyKind::International),
        ("prEN 12345", "EN", "EU", BodyKind::Regional),
        ("ASTM D638", "ASTM", "US", BodyKind::Consortium),
        ("JIS K 6251", "JIS", "JP", BodyKind::National),
    ];
    for (text, code, market, kind) in cases {
        let body = number(text).body();
        assert_eq!(
            (body.code(), body.market(), body.kind()),
            (code, market, kind),
            "{text}"
        );
        assert!(!body.name_zh().is_empty() && !body.name_en().is_empty());
    }
    assert_eq!(number("T/CAS 123-2020").owner(), Some("CAS"));
}

#[test]
fn colliding_prefixes_give_ranked_readings_with_their_rule() {
    let codes = |text: &str| -> Vec<&str> {
        Number::readings(text)
            .iter()
            .map(|reading| reading.number.body().code())
            .collect()
    };
    assert_eq!(codes("DB/T 60-2015")[0], "DB");
    assert_eq!(codes("DB13/T 60-2015")[0], "DB13");
    assert_eq!(codes("HB 5800-1999")[0], "HB");
    assert_eq!(codes("HS/T 12-2010")[0], "HS");
    assert_eq!(codes("KS D 3504:2009"), ["KS", "KEBS"]);
    assert_eq!(codes("SS 560:2016"), ["SS", "SIS"]);
    assert_eq!(codes("SS-EN ISO 9001:2015")[0], "SIS");
    assert_eq!(codes("IS 1786:2008")[0], "IS");
    assert_eq!(codes("I.S. EN 206:2013")[0], "NSAI");
    assert_eq!(codes("SN/T 1234-2003")[0], "SN");
    assert_eq!(codes("SN EN ISO 9001:2015")[0], "SNV");
    assert_eq!(codes("TS Z 0029:2011")[0], "JIS");
    assert_eq!(codes("TS EN ISO 9001:2015")[0], "TS");
    let glued = Number::readings("GBZ 20000-2020");
    assert_eq!(glued[0].number, number("GBZ 20000-2020"));
    assert_eq!(glued[1].number, number("GB/Z 20000-2020"));
    assert_eq!(glued[1].rule, Rule::GluedNature);
    let spoken = Number::readings("国标19001");
    let texts: Vec<String> = spoken
        .iter()
        .map(|reading| reading.number.to_string())
        .collect();
    assert_eq!(texts, ["GB 19001", "GB/T 19001"]);
    let misspelt = Number::readings("ISO 9001-2015");
    assert_eq!(misspelt[0].rule, Rule::HyphenYear);
    assert_eq!(misspelt[1].rule, Rule::YearLikePart);
    assert!(misspelt[0].confidence > misspelt[1].confidence);
}

#[test]
fn numbers_sort_by_value() {
    let sorted = [
        "GB 1-2020",
        "GB 2-2020",
        "GB/T 10-2020",
        "ISO 1:2022",
        "ISO 105-B01:1994",
        "ISO 105-B02:2014",
        "ISO 9001:2008",
        "ISO 9001:2015",
        "ISO 9001:2015/Amd 1:2024",
        "ISO 10012:2003",
        "ISO 10303-2",
        "ISO 10303-10",
    ];
    let mut numbers: Vec<Number> = sorted.iter().rev().map(|text| number(text)).collect();
    numbers.sort();
    let texts: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    assert_eq!(texts, sorted);
}

#[test]
fn what_is_no_number_says_why() {
    assert_eq!(Number::parse("  "), Err(NumberError::Empty));
    assert!(matches!(
        Number::parse("hello"),
        Err(NumberError::UnknownBody { .. })
    ));
    assert!(matches!(
        Number::parse("ISO standard"),
        Err(NumberError::NoNumber { .. })
    ));
    assert!(matches!(
        Number::parse("ISO 9001:2015 and so on"),
        Err(NumberError::Trailing { .. })
    ));
    assert!(matches!(
        Number::parse(&"1".repeat(5000)),
        Err(NumberError::TooLong { .. })
    ));
    let joint = Number::parse("DB11/T 1234-2020、DB12/T 345-2020、DB13/T 678-2020");
    assert!(matches!(joint, Err(NumberError::Several { count: 3, .. })));
    let message = Number::parse("ISO standard").unwrap_err().to_string();
    assert_eq!(
        message,
        "expected a number after the prefix `ISO` in `ISO standard`"
    );
}

#[test]
fn digits_serve_an_index() {
    let cases = [
        ("GB/T 19001-2016", "19001"),
        ("GB 1499.2-2024", "1499.2"),
        ("IEC 60335-1:2010", "60335-1"),
        ("ASTM D638-22", "638"),
        ("ETSI EN 300 338-7", "300338-7"),
        ("JIS K 6251:2017", "6251"),
        ("IS 302 (Part 1):2008", "302-1"),
    ];
    for (text, digits) in cases {
        assert_eq!(number(text).digits(), digits, "{text}");
    }
}

#[test]
fn numbers_travel_as_text() {
    let number = number("gb/t19001—2016");
    let json = serde_json::to_string(&number).unwrap();
    assert_eq!(json, "\"GB/T 19001-2016\"");
    assert_eq!(serde_json::from_str::<Number>(&json).unwrap(), number);
    assert!(serde_json::from_str::<Number>("\"nothing\"").is_err());
    assert_eq!(number.slug(), "GB~T_19001-2016");
}
