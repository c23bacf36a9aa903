//! Numbers in running text, and everything that only looks like one.

use duibiao::number::{Rule, scan, scan_symbols};

fn found(text: &str) -> Vec<String> {
    let best = |mention: duibiao::number::Mention| {
        mention
            .readings
            .map(|readings| readings[0].number.to_string())
            .unwrap_or_default()
    };
    scan(text).into_iter().map(best).collect()
}

#[test]
fn chinese_text_gives_its_numbers() {
    let text = "本文件按照GB/T 1.1—2020《标准化工作导则》起草，代替GB/T19001-2008，引用ＧＢ　１４９９．２－２０２４、\
        YB/T 4362和DB13/T 1234-2020，采用GB/T 19001-2016/ISO 9001:2015；另见T/CAS 123-2020与Q/ABC 001-2021。";
    assert_eq!(
        found(text),
        [
            "GB/T 1.1-2020",
            "GB/T 19001-2008",
            "GB 1499.2-2024",
            "YB/T 4362",
            "DB13/T 1234-2020",
            "GB/T 19001-2016/ISO 9001:2015",
            "T/CAS 123-2020",
            "Q/ABC 001-2021",
        ]
    );
}

#[test]
fn foreign_text_gives_its_numbers() {
    let text = "Tested to EN 10025-2:2019, ISO 6892-1:2019 and ASTM A370-22; marked per BS EN ISO \
        13485:2016+A11:2021 (see IEC 60335-1). UL 94, JIS G 3112:2020, ГОСТ 34028-2016, IS 1786:2008.";
    assert_eq!(
        found(text),
        [
            "EN 10025-2:2019",
            "ISO 6892-1:2019",
            "ASTM A370-22",
            "BS EN ISO 13485:2016+A11:2021",
            "IEC 60335-1",
            "UL 94",
            "JIS G 3112:2020",
            "GOST 34028-2016",
            "IS 1786:2008",
        ]
    );
}

#[test]
fn joint_texts_give_all_their_numbers() {
    let text = "DB11/T 1234-2020、DB12/T 345-2020、DB13/T 678-2020";
    assert_eq!(
        found(text),
        ["DB11/T 1234-2020", "DB12/T 345-2020", "DB13/T 678-2020"]
    );
}

#[test]
fn lists_name_their_prefix_once() {
    let cases: [(&str, &[&str]); 13] = [
        (
            "符合ISO 9001, 14001 和 45001的要求",
            &["ISO 9001", "ISO 14001", "ISO 45001"],
        ),
        ("见GB/T 1.1、1.2。", &["GB/T 1.1", "GB/T 1.2"]),
        (
            "EN 71-1, -2 and -3 apply",
            &["EN 71-1", "EN 71-2", "EN 71-3"],
        ),
        ("EN 71-1:2014, -2:2020", &["EN 71-1:2014", "EN 71-2:2020"]),
        ("GB 4806.1～4806.11", &["GB 4806.1", "GB 4806.11"]),
        ("GB/T 16886.1—16886.20", &["GB/T 16886.1", "GB/T 16886.20"]),
        ("GB 2760、2762及2763", &["GB 2760", "GB 2762", "GB 2763"]),
        (
            "GB/T 19001-2016，19011-2021；IEC 60335-1",
            &["GB/T 19001-2016", "GB/T 19011-2021", "IEC 60335-1"],
        ),
        ("certified to ISO 9001 & 14001.", &["ISO 9001", "ISO 14001"]),
        (
            "ISO 9001:2015, 14001:2015, and 45001:2018",
            &["ISO 9001:2015", "ISO 14001:2015", "ISO 45001:2018"],
        ),
        (
            "ASTM D638, D790 and D256",
            &["ASTM D638", "ASTM D790", "ASTM D256"],
        ),
        (
            "BS EN ISO 9001, 14001\nNext",
            &["BS EN ISO 9001", "BS EN ISO 14001"],
        ),
        (
            "IEC 60335-1 和 60335-2-14 标准",
            &["IEC 60335-1", "IEC 60335-2-14"],
        ),
    ];
    for (text, numbers) in cases {
        assert_eq!(found(text), numbers, "{text}");
    }
    let text = "按ISO 9001、14001和45001执行";
    let stretches: Vec<&str> = scan(text)
        .into_iter()
        .map(|mention| &text[mention.bytes])
        .collect();
    assert_eq!(stretches, ["ISO 9001", "14001", "45001"]);
    let rules: Vec<Rule> = scan(text)
        .into_iter()
        .flat_map(|mention| mention.readings.unwrap())
        .map(|reading| reading.rule)
        .collect();
    assert_eq!(rules, [Rule::Grammar, Rule::Continued, Rule::Continued]);
}

#[test]
fn quantities_years_and_table_cells_continue_no_list() {
    let cases = [
        "ISO 9001, 2015",
        "ISO 9001 and 2015",
        "ISO 9001, 14000 companies",
        "ISO 9001，14001家企业",
        "ISO 9001, 14,001 people",
        "GB/T 19001-2016,14001,27001",
        "ISO 9001, 14001 mm",
        "ISO 9001, 14001.5%",
        "ISO 9001 和 5 个",
        "ISO 9001; 4.1",
        "ISO 9001、14001年",
        "ISO 9001 and 14001/2 kg",
        "ISO 9001 or 14001 kPa",
        "EN 1176-1, -2 °C",
        "ISO 14001/9001",
    ];
    for text in cases {
        let first = found(text);
        assert_eq!(first.len(), 1, "{text}: {first:?}");
    }
    assert_eq!(found("GB/T 19001-2016，2020年"), ["GB/T 19001-2016"]);
    assert_eq!(found("GB/T 19001-2016, 5000 and more"), ["GB/T 19001-2016"]);
}

#[test]
fn what_looks_like_a_number_and_cannot_be_read_is_a_mention_too() {
    let cases = [
        ("见GB/T 19001-20166-1x。", "GB/T 19001-20166-1x"),
        ("see ISO 9001:20155.", "ISO 9001:20155"),
        ("GB/T 19001-20166", "GB/T 19001-20166"),
        ("ISO 9001:2105, and", "ISO 9001:2105"),
        ("GB/T 19001x2", "GB/T 19001x2"),
        ("ISO/IEC 27001:2022x1", "ISO/IEC 27001:2022x1"),
        ("IEC 123456789012", "IEC 123456789012"),
    ];
    for (text, unread) in cases {
        let mentions = scan(text);
        assert_eq!(mentions.len(), 1, "{text}: {mentions:?}");
        assert_eq!(&text[mentions[0].bytes.clone()], unread);
        assert!(mentions[0].readings.is_err(), "{text}");
    }
    let read = [
        "ISO 9001:2015Quality",
        "ISO 9001:4.1",
        "GB/T 19001-19022",
        "ISO 100,000",
        "GB 12345x2",
        "IEC-certified 12345x2",
        "ISO standard 9001x2",
        "RFC 2119: 20155",
    ];
    for text in read {
        let unread = scan(text)
            .into_iter()
            .find(|mention| mention.readings.is_err());
        assert_eq!(unread, None, "{text}");
    }
}

#[test]
fn prices_dates_quantities_and_words_are_left_alone() {
    let texts = [
        "电话 0311-86062345，2024-05-06，￥3.50，100 mm，2.00h，25 ℃，pH 7.0，1/2",
        "GB 3.5 of memory, 16 GB 2666, 4 GB/s, 128 GB 256 GB",
        "It IS 5 years old, AS 3 people said, as 3; in 2015 MS 4, TS 5, SS 2, NS 1, EN 1",
        "PN 16, DN 100, HB 200, SB 12, CS 2, NP 5, TR 5, CR 5, DB 9, SI 3, HS 721420, P1, A4, B5, T 20",
        "Class A 5, Type B 3, Q 3, section 5.2, Table 3, Figure B.1, ISO standard, GB",
        "hello@iso9001.org isolation 5 engine 3 basis 12 gbt",
        "See http://example.com/EN/2015 and v1.2.3",
        "",
    ];
    for text in texts {
        assert_eq!(found(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn offsets_count_bytes_and_code_points_of_the_text_as_given() {
    let text = "见𠮷《ＧＢ／Ｔ　１９００１—２０１６》";
    let mentions = scan(text);
    assert_eq!(mentions.len(), 1);
    assert_eq!(
        &text[mentions[0].bytes.clone()],
        "ＧＢ／Ｔ　１９００１—２０１６"
    );
    assert_eq!(mentions[0].chars, 3..18);
}

#[test]
fn hostile_text_takes_time_in_proportion_to_its_length() {
    for piece in [
        "GB/T ",
        "IS 1",
        "/A1",
        "ISO/IEC/",
        "BS EN ISO ",
        "(",
        "ISO 1-",
        "Q/A",
        "第",
        "1.",
    ] {
        let once = measure(&piece.repeat(40_000 / piece.len()));
        let tenfold = measure(&piece.repeat(400_000 / piece.len()));
        // Ten times the text may take thirty times as long on a busy machine, not a hundred times.
        assert!(
            tenfold < once * 30 + std::time::Duration::from_millis(400),
            "`{piece}`: {once:?}, {tenfold:?}"
        );
    }
}

/// The shortest of three runs, because the machine does other things too.
fn measure(text: &str) -> std::time::Duration {
    let run = || {
        let start = std::time::Instant::now();
        let count = scan(text).len() + scan_symbols(text).len();
        assert!(count <= text.len());
        start.elapsed()
    };
    run().min(run()).min(run())
}

#[test]
fn symbols_of_notifications_are_no_numbers_and_have_a_scanner_of_their_own() {
    let text = "G/TBT/N/EU/1088/Rev.1/Add.2 and G/SPS/N/JPN/1345";
    assert_eq!(found(text), Vec::<String>::new());
    assert_eq!(scan_symbols(text).len(), 2);
}

#[test]
fn a_nature_without_its_slash_is_found_in_running_text() {
    for text in [
        "见GBT19001。",
        "符合GBT 19001要求",
        "GBT19001和ISO 9001:2008",
    ] {
        let found = scan(text);
        let first = found[0].readings.as_ref().unwrap()[0].number.to_string();
        assert_eq!(first, "GB/T 19001", "{text}");
    }
}
