//! Numbers in running text, and everything that only looks like one.

use duibiao::number::{scan, scan_symbols};

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

fn measure(text: &str) -> std::time::Duration {
    let start = std::time::Instant::now();
    let count = scan(text).len() + scan_symbols(text).len();
    assert!(count <= text.len());
    start.elapsed()
}

#[test]
fn symbols_of_notifications_are_no_numbers_and_have_a_scanner_of_their_own() {
    let text = "G/TBT/N/EU/1088/Rev.1/Add.2 and G/SPS/N/JPN/1345";
    assert_eq!(found(text), Vec::<String>::new());
    assert_eq!(scan_symbols(text).len(), 2);
}
