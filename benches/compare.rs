//! Speed of extraction, alignment and diff; inputs are built outside the timed part.

use divan::Bencher;
use divan::counter::BytesCount;
use duibiao::compare::align::{Clause, align};
use duibiao::compare::indicator::extract;
use duibiao::compare::text_diff::{diff, script_runs};

fn main() {
    divan::main();
}

const SENTENCES: &[&str] = &[
    "5.3.2 按 GB/T 9286—2021 进行划格试验，漆膜附着力等级不应大于 1 级。\n",
    "钢筋的下屈服强度 ReL 不小于 400 MPa，抗拉强度 Rm 不小于 540 MPa，断后伸长率 A 不小于 16%。\n",
    "标志应清晰、耐久，并应符合相关规定的要求，产品的包装应能防止运输中的损坏。\n",
    "The conductor resistance at 20 °C shall not exceed 4,61 Ω/km.\n",
    "For appliances of class II, the leakage current shall not exceed 0.25 mA when measured as described.\n",
    "| 可溶性铅 | ≤90 |\n| 可溶性镉 | ≤75 |\n",
];

fn standard(bytes: usize) -> String {
    SENTENCES
        .iter()
        .cycle()
        .scan(0, |size, sentence| {
            *size += sentence.len();
            (*size < bytes).then_some(*sentence)
        })
        .collect()
}

const TITLES: &[&str] = &[
    "抗拉强度",
    "表面质量",
    "尺寸偏差",
    "盐雾试验",
    "铅含量",
    "标志",
    "绝缘电阻",
    "泄漏电流",
    "噪声",
    "吸水率",
];

fn clauses(count: usize, shift: usize) -> Vec<Clause> {
    (0..count)
        .map(|at| {
            let subject = (at + shift) % count;
            Clause {
                clause: format!("{}.{}", at / 20 + 1, at % 20 + 1),
                title: format!("{} {subject}", TITLES[subject % TITLES.len()]),
                text: format!(
                    "{}第{subject}号部件不应大于 {} mm，按 GB/T {} 测定。",
                    TITLES[subject % TITLES.len()],
                    subject % 97,
                    1000 + subject
                ),
            }
        })
        .collect()
}

#[divan::bench]
fn extract_one_megabyte(bencher: Bencher<'_, '_>) {
    let text = standard(1 << 20);
    bencher
        .counter(BytesCount::of_str(text.as_str()))
        .bench(|| {
            let found = extract(&text, None);
            assert!(found.len() > 1_000);
            found
        });
}

#[divan::bench]
fn align_and_diff_two_thousand_clauses(bencher: Bencher<'_, '_>) {
    let (left, right) = (clauses(2_000, 0), clauses(2_000, 3));
    bencher.bench(|| {
        let pairs = align(&left, &right);
        let changes: usize = left
            .iter()
            .zip(&right)
            .map(|(own, other)| {
                diff(&own.text, &other.text, &script_runs, None)
                    .operations
                    .len()
            })
            .sum();
        assert!(pairs.len() >= 2_000 && changes > 0);
        pairs
    });
}
