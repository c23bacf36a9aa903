//! How many numbers are read in a second, and how fast running text is scanned.
//!
//! Inside the timed part: folding, prefix look-up, grammar, building the value. Outside: making the
//! inputs. Each bench asserts its result, so that a faster wrong answer fails.

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use duibiao::number::{Number, scan};

/// Numbers as they are met in practice, most of them Chinese and international.
const NUMBERS: [&str; 20] = [
    "GB/T 19001-2016",
    "GB 1499.2-2024",
    "gb/t１９００１—２０１６",
    "GB/T 19001-2016/ISO 9001:2015",
    "YB/T 4362-2014",
    "DB13/T 1234-2020",
    "DB13(J)/T 8422-2021",
    "T/CAS 123-2020",
    "ISO 9001:2015",
    "ISO/IEC 27001:2022/Amd 1:2024",
    "IEC 60335-1:2010+AMD1:2013+AMD2:2016 CSV",
    "EN 60335-1:2012/A2:2019",
    "BS EN ISO 13485:2016+A11:2021",
    "DIN EN ISO 9001:2015-11",
    "ASTM D638-22e1",
    "JIS K 6251:2017",
    "ГОСТ Р 34.12-2015",
    "ETSI EN 300 338-7 V1.3.1 (2010-02)",
    "IEEE Std 802.3-2018",
    "KS C IEC 60335-1:2013",
];

/// A paragraph of a Chinese standard with the density of numbers that such texts have.
const PARAGRAPH: &str = "下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。其中，注日期的引用文件，\
    仅该日期对应的版本适用于本文件；不注日期的引用文件，其最新版本（包括所有的修改单）适用于本文件。\
    GB/T 228.1—2021 金属材料 拉伸试验 第1部分：室温试验方法。钢筋的公称直径为 6 mm～50 mm，\
    The tensile properties are measured as given in ISO 6892-1:2019 unless agreed otherwise. ";

fn main() {
    divan::main();
}

/// Reads each number once.
#[divan::bench]
fn parse(bencher: Bencher<'_, '_>) {
    bencher.counter(ItemsCount::new(NUMBERS.len())).bench(|| {
        let read = NUMBERS
            .iter()
            .filter(|text| Number::parse(divan::black_box(text)).is_ok());
        assert_eq!(read.count(), NUMBERS.len());
    });
}

/// Reads and prints each number once.
#[divan::bench]
fn parse_and_print(bencher: Bencher<'_, '_>) {
    bencher.counter(ItemsCount::new(NUMBERS.len())).bench(|| {
        let printed = NUMBERS
            .iter()
            .filter_map(|text| Number::parse(divan::black_box(text)).ok());
        assert!(
            printed
                .map(|number| number.to_string().len())
                .sum::<usize>()
                > 300
        );
    });
}

/// Scans one megabyte of running text.
#[divan::bench(sample_count = 20)]
fn scan_a_megabyte(bencher: Bencher<'_, '_>) {
    let repeats = 1_000_000 / PARAGRAPH.len() + 1;
    let text = PARAGRAPH.repeat(repeats);
    bencher.counter(BytesCount::of_str(&text)).bench(|| {
        assert_eq!(scan(divan::black_box(&text)).len(), repeats * 2);
    });
}
