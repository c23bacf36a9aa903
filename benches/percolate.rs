//! Ten thousand interests against a thousand happenings, looked up and by asking each in turn.
//!
//! Interests are those of a province's exporters: products, HS and ICS codes in one to three markets, some queries and
//! watched documents. All of it is made up, by a generator that always makes the same. The timed part is the
//! percolation, facts and reasons included; compiling the interests is timed by itself. Both ways must find the same.

use std::sync::{Arc, LazyLock};

use duibiao::alerts::occurrence::Occurrence;
use duibiao::alerts::percolator::Percolator;
use duibiao::alerts::subscription::Interest;
use duibiao::model::{Change, EventKind};
use serde_json::json;

const INTERESTS: usize = 10_000;
const HAPPENINGS: usize = 1_000;

const MARKETS: [&str; 12] = [
    "EU", "US", "JP", "GB", "KR", "AU", "BR", "IN", "SA", "VN", "TH", "DE",
];
const WORDS: [&str; 12] = [
    "轮胎",
    "玩具安全",
    "钢丝绳",
    "阻燃 纺织品",
    "陶瓷 铅溶出",
    "steel bar",
    "food contact",
    "energy label",
    "童车",
    "紧固件 -汽车",
    "过滤网 或 筛网",
    "皮革 六价铬",
];
const TITLES: [(&str, &str); 8] = [
    (
        "Draft regulation on the safety of toys",
        "玩具安全技术法规草案",
    ),
    (
        "Tyres — rolling resistance and wet grip labelling",
        "轮胎标签",
    ),
    (
        "Energy labelling of household refrigerators",
        "家用冰箱能效标识",
    ),
    (
        "Hot-rolled steel bars for the reinforcement of concrete",
        "热轧带肋钢筋",
    ),
    (
        "Food contact ceramic articles: lead and cadmium release",
        "食品接触陶瓷制品铅、镉溶出量",
    ),
    (
        "Textiles — burning behaviour of children's nightwear",
        "儿童睡衣燃烧性能",
    ),
    ("Chromium VI in leather articles", "皮革制品六价铬"),
    (
        "Conformity assessment of industrial wire cloth",
        "工业用筛网合格评定",
    ),
];

/// A linear congruential generator (Knuth, MMIX): the same numbers on every machine.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % bound
    }

    fn pick<'t>(&mut self, of: &[&'t str]) -> &'t str {
        of[self.below(of.len())]
    }
}

static HS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    corpora::hs::entries()
        .iter()
        .map(|entry| entry.code.as_str())
        .filter(|code| code.len() >= 4)
        .collect()
});
static ICS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    corpora::ics::entries()
        .iter()
        .map(|entry| entry.code.as_str())
        .filter(|code| code.len() >= 6)
        .collect()
});

fn interests() -> Vec<Interest> {
    let products = corpora::products::products();
    let mut numbers = Numbers(7);
    let one = |numbers: &mut Numbers| {
        let topics: Vec<String> = (0..=numbers.below(3))
            .map(|_| match numbers.below(10) {
                0..3 => format!("product:{}", products[numbers.below(products.len())].id),
                3..7 => format!("hs:{}", numbers.pick(&HS)),
                7..8 => format!("ics:{}", numbers.pick(&ICS)),
                8 => format!("query:{}", numbers.pick(&WORDS)),
                _ => format!("document:G/TBT/N/EU/{}", numbers.below(2_000)),
            })
            .collect();
        let markets: Vec<&str> = (0..numbers.below(4))
            .map(|_| numbers.pick(&MARKETS))
            .collect();
        Interest::read(topics.iter().map(String::as_str), markets, [])
            .expect("the bench makes only what can be read")
    };
    (0..INTERESTS).map(|_| one(&mut numbers)).collect()
}

fn happenings() -> Vec<Occurrence> {
    let mut numbers = Numbers(11);
    let one = |event: usize, numbers: &mut Numbers| {
        let (en, zh) = TITLES[numbers.below(TITLES.len())];
        let number = format!(
            "G/TBT/N/{}/{event}",
            numbers.pick(&["EU", "USA", "JPN", "KOR"])
        );
        let hs: Vec<&str> = (0..numbers.below(4)).map(|_| numbers.pick(&HS)).collect();
        let record = json!({
            "id": number, "kind": "notification", "number": number, "family": number, "titles": {"en": en, "zh": zh},
            "abstracts": {"en": format!("{en}. This draft lays down requirements, test methods, marking and the \
                assessment of conformity, and repeals the regulation in force. It applies from 2027.")},
            "body": "", "markets": [numbers.pick(&MARKETS)], "hs": hs, "ics": [numbers.pick(&ICS)],
            "lifecycle": {"published": "2026-11-20"}, "rights": "facts", "provenance": {}
        });
        Occurrence {
            event: i64::try_from(event).expect("the bench makes only what can be read"),
            change: Change::new(EventKind::New),
            at: "2026-11-24T03:00:00Z"
                .parse()
                .expect("the bench makes only what can be read"),
            record: Arc::new(
                serde_json::from_value(record).expect("the bench makes only what can be read"),
            ),
        }
    };
    (0..HAPPENINGS)
        .map(|event| one(event, &mut numbers))
        .collect()
}

static INTERESTED: LazyLock<Vec<Interest>> = LazyLock::new(interests);
static FILED: LazyLock<Percolator> = LazyLock::new(|| Percolator::new(INTERESTED.iter()));
static HAPPENED: LazyLock<Vec<Occurrence>> = LazyLock::new(happenings);

fn main() {
    let looked_up: usize = HAPPENED.iter().map(|one| FILED.percolate(one).len()).sum();
    assert!(looked_up > 0, "nothing is met");
    for one in HAPPENED.iter().step_by(50) {
        assert_eq!(
            FILED.percolate(one),
            FILED.percolate_by_asking_all(one),
            "the two ways differ"
        );
    }
    divan::main();
}

#[divan::bench(sample_count = 10)]
fn ten_thousand_interests_by_a_thousand_happenings_looked_up() -> usize {
    HAPPENED.iter().map(|one| FILED.percolate(one).len()).sum()
}

#[divan::bench(sample_count = 1)]
fn ten_thousand_interests_by_a_thousand_happenings_asking_all() -> usize {
    HAPPENED
        .iter()
        .map(|one| FILED.percolate_by_asking_all(one).len())
        .sum()
}

#[divan::bench(sample_count = 3)]
fn compiling_and_filing_ten_thousand_interests() -> usize {
    Percolator::new(INTERESTED.iter()).len()
}
