//! What people type: the ways in which each body is written besides its own.

use duibiao::number::Number;

/// A canonical number, and how it is met in mails, tables, file names and scanned pages.
#[rustfmt::skip]
const MET: &[(&str, &[&str])] = &[
    ("GB/T 19001-2016", &[
        "GB/T19001—2016", "gb/t 19001 2016", "GB/T 19001：2016", "GBT19001-2016",
        "GB／Ｔ　１９００１－２０１６", "国标GB/T 19001-2016", "《GB/T 19001-2016》",
        "GB/T 19001-2016版", "GB/T 19001-2016标准", "GB/T 19001-2016号", "标准GB/T 19001-2016",
        "标准号：GB/T 19001-2016", "GB/T 19001（2016）", "GB/T 19001-2016（中文版）",
        "GB/T.19001-2016", "GB/T№19001-2016", "GB/T No.19001-2016", "GB/T-19001-2016",
        "GB.T 19001-2016", "GB/T 19001_2016", "GB／T19001－2016", "GB∕T 19001—2016",
        "GB/T 19001~2016", "GB/T 19001/2016", "GB/T 19001 -2016", "GB/T 19001- 2016",
        "[GB/T 19001-2016]", "(GB/T 19001-2016)", "国标 GB/T 19001-2016", "GB/T 19001-2016 标准",
        "GB/T19001-2016E", "ＧＢ/Ｔ19001-2016", "国家标准GB/T 19001-2016", "GB/T 19001-2016年版",
        "GB\\T 19001-2016", "中国国家标准 GB/T 19001-2016", "GB/T 19001-2016 (E)",
    ]),
    ("GB 1499.2-2024", &[
        "GB1499.2-2024", "GB 1499．2－2024", "gb1499.2:2024", "GB-1499.2-2024", "GB 1499. 2-2024",
        "GB 1499.2—2024", "GB  1499.2 2024",
    ]),
    ("ISO 9001:2015", &[
        "ISO9001-2015", "iso 9001 2015", "ISO9001:2015E", "ISO 9001:2015(E)", "ISO 9001 : 2015",
        "ISO 9001/2015", "ISO 9001：2015", "ISO-9001:2015", "ISO9001（2015）", "ISO 9001-2015版",
        "ISO 9001:2015标准", "ISO 9001 (2015)", "ISO 9001:2015 (en)", "ISO 9001 - 2015",
        "ISO  9001： 2015", "ISO 9001, 2015", "ISO_9001_2015", "ISO Standard 9001:2015",
        "ISO 9001;2015", "ISO 9001.2015", "ISO/9001:2015", "iso9001：2015", "ISO 9001:2015 EN",
        "ISO 9001:2015/E",
    ]),
    ("ISO/IEC 27001:2022", &[
        "ISO/IEC27001-2022", "ISOIEC 27001:2022", "ISO IEC 27001 2022", "iso/iec 27001-2022",
        "ISO/IEC27001：2022",
    ]),
    ("IEC TS 60079-32-1:2013", &[
        "IECTS 60079-32-1:2013", "IEC/TS 60079-32-1:2013", "IEC-TS 60079-32-1:2013",
        "IECTS60079-32-1:2013", "iec ts60079-32-1-2013", "IEC TS 60079–32–1：2013",
        "IEC TS 60079-32-1 (2013)",
    ]),
    ("DB13/T 1234-2020", &[
        "DB13T 1234-2020", "DB13/T1234-2020", "DB 13/T 1234-2020", "DB13/T 1234—2020",
        "db13t1234-2020", "DB13-T 1234-2020", "ＤＢ１３／Ｔ　１２３４－２０２０",
        "DB13/T 1234：2020", "DB13 /T 1234-2020", "DB13／T1234—2020", "DB 13/T1234 2020",
        "河北省地方标准DB13/T 1234-2020", "DB13 T 1234-2020", "DB13/T 1234-2020标准",
    ]),
    ("JIS K 6251:2017", &[
        "JISK6251:2017", "JIS-K-6251:2017", "JIS K6251-2017", "JIS K-6251:2017",
        "JIS K 6251 : 2017", "jis k6251：2017", "JIS K 6251（2017）", "JISK 6251-2017",
        "JIS/K 6251:2017", "JIS.K.6251:2017", "ＪＩＳ　Ｋ　６２５１：２０１７", "JIS K 6251 2017",
        "JIS K 6251—2017", "JIS K 6251:2017(E)", "JIS K 6251:2017 (J)",
    ]),
    ("ASTM D638-22", &[
        "ASTMD638-22", "ASTM D 638-22", "ASTM D-638-22", "astm d638-22", "ASTM D638 - 22",
        "ASTM D638-2022", "ASTM D638:2022", "ASTM-D638-22", "ASTM D638—22",
        "ＡＳＴＭ　Ｄ６３８－２２", "ASTM D638/2022", "ASTM D638 (2022)", "ASTM D638 2022",
        "ASTM D.638-22", "ASTM Standard D638-22",
    ]),
    ("EN 71-1:2014+A1:2018", &[
        "en71-1:2014+a1:2018", "EN71-1:2014+A1:2018", "EN 71-1:2014 + A1:2018",
        "EN 71 -1:2014+A1:2018", "EN-71-1:2014+A1:2018", "EN 71-1: 2014 +A1: 2018",
        "EN 71—1:2014＋A1:2018", "EN 71-1 : 2014 + A1 : 2018", "EN 71-1:2014+A1-2018",
        "EN 71-1-2014+A1-2018", "EN 71-1:2014+Amd 1:2018", "EN 71-1:2014+AMD1:2018",
        "EN 71-1:2014+A 1:2018", "EN 71 Part 1:2014+A1:2018", "EN 71 part 1 : 2014+A1:2018",
    ]),
    ("EN ISO 13485:2016", &[
        "ENISO13485:2016", "EN-ISO 13485:2016", "EN ISO13485-2016", "EN/ISO 13485:2016",
        "en iso 13485：2016", "EN ISO 13485 2016", "EN ISO 13485(2016)", "EN ISO-13485:2016",
        "EN-ISO-13485:2016", "EN ISO 13485:2016 (E)", "EN ISO 13485:2016E",
    ]),
    ("BS EN ISO 9001:2015", &[
        "BSENISO9001:2015", "BS-EN-ISO 9001:2015", "BS EN ISO9001-2015", "BS EN ISO 9001 2015",
        "BS/EN/ISO 9001:2015", "bs en iso 9001：2015", "BS EN-ISO 9001:2015",
    ]),
    ("DIN EN ISO 9001:2015-11", &[
        "DIN EN ISO 9001 : 2015-11", "DIN EN ISO 9001-2015-11", "DINENISO 9001:2015-11",
        "DIN-EN-ISO 9001:2015-11", "DIN EN ISO 9001:2015–11", "DIN EN ISO 9001 (2015-11)",
        "DIN EN ISO 9001 2015-11", "DIN EN ISO 9001: 2015 - 11",
    ]),
    ("GOST R 34.12-2015", &[
        "ГОСТ Р 34.12—2015", "ГОСТ Р34.12-2015", "ГОСТР 34.12-2015", "GOST R 34.12:2015",
        "GOST-R 34.12-2015", "GOSTR 34.12-2015", "гост р 34.12-2015", "ГОСТ Р 34.12 - 2015",
        "ГОСТ Р № 34.12-2015", "ГОСТ Р 34.12–2015 г.", "GOST R34.12-2015", "Gost R 34.12 2015",
    ]),
    ("QB/T 2613.1-2003", &[
        "QB/T2613.1-2003", "QBT 2613.1-2003", "QB∕T 2613.1—2003", "QB/T 2613.1:2003",
        "qb/t2613.1－2003", "QB/T2613．1－2003", "QB/T 2613.1 2003", "QB／T 2613.1-2003",
        "QBT2613.1-2003", "轻工行业标准QB/T 2613.1-2003", "QB-T 2613.1-2003",
    ]),
    ("T/CAS 123-2020", &[
        "T/CAS123—2020", "T CAS 123-2020", "T/CAS 123:2020", "t/cas 123-2020",
        "Ｔ／ＣＡＳ　１２３－２０２０", "T/CAS-123-2020", "T-CAS 123-2020", "T∕CAS 123-2020",
        "T/CAS  123 2020", "T／CAS123-2020", "T/CAS 123（2020）", "团体标准T/CAS 123-2020",
        "T /CAS 123-2020", "T_CAS 123-2020",
    ]),
    ("Q/CSG 411002-2012", &[
        "Q/CSG411002-2012", "Q／CSG 411002—2012", "q/csg 411002-2012", "Q/CSG 411002:2012",
        "Q/CSG 411002 2012", "Q/CSG-411002-2012", "Q CSG 411002-2012",
    ]),
    ("IEC 60335-1:2010", &[
        "IEC60335-1-2010", "IEC 60335-1 2010", "IEC 60335–1: 2010", "IEC 60335-1(2010)",
        "IEC 60335-1:2010 (E)", "IEC-60335-1:2010", "IEC60335-1：2010", "IEC 60335 -1:2010",
        "CEI 60335-1:2010", "CEI/IEC 60335-1:2010", "iec60335-1:2010",
    ]),
    ("ETSI EN 300 338-7 V1.3.1 (2010-02)", &[
        "ETSI EN 300338-7 V1.3.1 (2010-02)", "ETSI EN300338-7 V1.3.1(2010-02)",
        "ETSI EN 300 338-7 v1.3.1:2010-02", "ETSI-EN 300 338-7 V1.3.1 (2010-02)",
        "ETSIEN 300 338-7 V1.3.1 (2010-02)", "EN 300 338-7 V1.3.1 (2010-02)",
        "ETSI EN 300 338-7 V 1.3.1 (2010-02)", "ETSI EN 300 338-7 V1.3.1 (2010/02)",
    ]),
    ("ITU-T G.652 (11/2016)", &[
        "ITU-T G652 (11/2016)", "ITU-T Rec. G.652 (11/2016)", "ITU T G.652 (11/2016)",
        "ITUT G.652 (11/2016)", "ITU-T Recommendation G.652 (11/2016)", "itu-t g.652 (11/2016)",
        "ITU-T G.652(11/2016)", "ITU-T G.652 (2016-11)", "ITU-T G.652 (11/16)",
        "ITU－T　Ｇ．６５２（１１／２０１６）", "ITU-T-G.652 (11/2016)", "ITU/T G.652 (11/2016)",
        "ITU-T G-652 (11/2016)",
    ]),
    ("IEEE Std 802.3-2018", &[
        "IEEE 802.3-2018", "IEEE802.3-2018", "IEEE Std. 802.3-2018", "IEEE Std 802.3:2018",
        "IEEE Standard 802.3-2018", "ieee std 802.3—2018", "IEEE Std802.3-2018",
        "IEEE 802.3 2018", "IEEE 802.3 (2018)", "IEEE-802.3-2018", "IEEE 802.3：2018",
        "IEEE STD 802.3 - 2018", "ＩＥＥＥ　８０２．３－２０１８", "IEEE Std 802.3TM-2018",
        "IEEE Std 802.3™-2018", "IEEE No. 802.3-2018", "IEEE-Std-802.3-2018",
    ]),
    ("NIST SP 800-53r5", &[
        "NIST SP 800-53 Rev. 5", "NIST SP800-53r5", "NIST.SP.800-53r5", "NIST SP 800-53 Rev 5",
        "NIST SP 800-53 Revision 5", "nist sp 800-53r5", "NIST SP 800-53R5", "NIST-SP-800-53r5",
        "NIST Special Publication 800-53 Rev. 5", "NIST SP 800–53 rev.5",
        "NIST SP 800-53, Rev. 5", "NIST SP 800-53 (Rev. 5)", "NIST SP 800-53 r5",
    ]),
    ("IS 1786:2008", &[
        "IS1786:2008", "IS 1786-2008", "IS : 1786 - 2008", "IS:1786-2008", "IS 1786 : 2008",
        "is 1786：2008", "IS-1786:2008", "IS 1786 (2008)", "IS 1786—2008",
    ]),
    ("AS/NZS 60335.1:2020", &[
        "AS/NZS60335.1:2020", "AS NZS 60335.1:2020", "AS/NZS 60335.1-2020",
        "as/nzs 60335.1：2020", "AS／NZS 60335.1:2020", "ASNZS 60335.1:2020",
        "AS-NZS 60335.1:2020", "AS/NZS 60335.1 : 2020", "AS/NZS 60335.1(2020)",
        "AS/NZS 60335.1 2020",
    ]),
    ("KS D 3504:2009", &[
        "KSD3504:2009", "KS D3504-2009", "KS-D-3504:2009", "KS D 3504 : 2009", "ks d 3504：2009",
        "KS D 3504(2009)", "KS D 3504 2009", "KSD 3504:2009",
    ]),
    ("NF EN ISO 9001:2015", &[
        "NFENISO9001:2015", "NF-EN-ISO 9001:2015", "NF EN ISO 9001-2015", "NF EN ISO9001：2015",
    ]),
    ("UL 94", &[
        "UL94", "UL-94", "ul 94", "UL　94", "ＵＬ９４",
    ]),
    ("CXS 193-1995", &[
        "CODEX STAN 193-1995", "CXS193-1995", "CODEX STAN 193—1995", "Codex Stan 193-1995",
        "CODEXSTAN 193-1995", "CXS 193:1995", "codex stan193-1995", "CODEX-STAN 193-1995",
    ]),
    ("ASME B16.5-2020", &[
        "ASMEB16.5-2020", "ASME B 16.5-2020", "ASME B16.5:2020", "ASME B16.5—2020",
        "asme b16.5-2020", "ASME B16.5 2020", "ASME B16.5 (2020)", "ASME-B16.5-2020",
    ]),
    ("GBZ 2.1-2019", &[
        "GBZ2.1-2019", "GBZ 2.1—2019", "gbz2.1:2019", "ＧＢＺ　２．１－２０１９",
    ]),
    ("GB/Z 20000-2020", &[
        "GB/Z20000-2020", "GB∕Z 20000—2020", "GB-Z 20000-2020", "gb/z 20000:2020",
    ]),
    ("YY 0505-2012", &[
        "YY0505-2012", "YY 0505—2012", "yy0505:2012", "YY-0505-2012", "YY/0505-2012",
    ]),
    ("CSA C22.2 No. 60335-1:16", &[
        "CSA-C22.2 No.60335-1:16", "CSA C22.2 NO. 60335-1:16", "CSA C22.2 No 60335-1:16",
        "CSA C22.2 #60335-1:16", "CSA C22.2 No. 60335-1-16", "csa c22.2 no. 60335-1:16",
    ]),
];

/// One way in which a keyboard, a word processor or a page changes a text.
type Habit = fn(&str) -> String;

/// Habits that no reader notices.
const HABITS: [Habit; 10] = [
    str::to_owned,
    str::to_lowercase,
    |text| text.replace('-', "—"),
    |text| text.replace('-', "\u{2011}"),
    |text| text.replace(' ', "\u{a0}"),
    |text| text.replace(' ', "  "),
    |text| format!(" {text}\u{3000}"),
    |text| format!("《{text}》"),
    |text| format!("“{text}”。"),
    |text| text.replace(':', "："),
];

#[test]
fn thirty_ways_to_write_a_number_of_each_body_are_one_value() {
    assert!(MET.len() >= 25);
    for (canonical, written) in MET {
        let number = Number::parse(canonical).unwrap();
        let mut ways: Vec<String> = std::iter::once(canonical)
            .chain(*written)
            .flat_map(|text| HABITS.map(|habit| habit(text)))
            .collect();
        ways.sort();
        ways.dedup();
        assert!(ways.len() >= 30, "{canonical}: {}", ways.len());
        for way in ways {
            assert_eq!(
                Number::parse(&way).as_ref(),
                Ok(&number),
                "`{way}` for `{canonical}`"
            );
        }
    }
}

#[test]
fn a_title_behind_the_number_is_left_to_the_scanner() {
    for text in [
        "《GB/T 19001-2016 质量管理体系》",
        "「GB/T 19001-2016」质量管理体系",
        "GB/T 19001-2016《质量管理体系 要求》",
    ] {
        let mentions = duibiao::number::scan(text);
        assert_eq!(mentions.len(), 1, "{text}");
        assert_eq!(&text[mentions[0].bytes.clone()], "GB/T 19001-2016");
    }
    assert!(Number::parse("《GB/T 19001-2016 质量管理体系》").is_err());
}
