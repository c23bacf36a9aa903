//! Building the list from products, terms and the records of the store.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use super::key::folded;
use super::list::LESS_FOR_A_PART;
use super::phrases::frequent;
use super::{List, Suggested};
use crate::model::{Kind, NumberKeys, PartialDate, Record, Status};
use crate::storage::{Store, StoreError, StoredRecord};
use crate::terms::TermBase;
use crate::text::is_han;
use jiff::civil::Date;

/// What a build took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BuildReport {
    /// Texts that can be suggested.
    pub texts: usize,
    /// Memory of the list, in bytes.
    pub bytes: usize,
    /// Time spent.
    pub took: Duration,
}

/// Records read at once.
const AT_ONCE: u32 = 2_000;
/// Characters of a Chinese title that is suggested whole.
const LONGEST_TITLE: usize = 40;

/// Weights, from which what a match by another key is worth is taken off.
const PRODUCT: u16 = 1_000;
const PRODUCT_ALIAS: u16 = 800;
const TERM_AT_HOME: u16 = 700;
const TERM: u16 = 500;
const TITLE: u16 = 450;

/// Builds the list; reads every record once, in blocks, and gives way between them.
pub async fn build(store: &Store, today: Date) -> Result<(List, BuildReport), StoreError> {
    let started = Instant::now();
    let mut gathered = Gathered::default();
    let mut place = (0, 0);
    loop {
        let records = store.changed_after(place, AT_ONCE).await?;
        let Some(last) = records.last() else { break };
        place = (last.revision, last.id);
        for stored in &records {
            gathered.add(stored, today);
        }
        tokio::task::yield_now().await;
    }
    let work = move || gathered.into_list();
    // A build that panics leaves the list that was there.
    let list = tokio::task::spawn_blocking(work).await.unwrap_or_default();
    let report = BuildReport {
        texts: list.len(),
        bytes: list.bytes(),
        took: started.elapsed(),
    };
    Ok((list, report))
}

/// The number that stands for a family while the records are read.
struct Standing {
    number: String,
    /// The lower the better: current before withdrawn, base documents before amendments, new before old.
    rank: (u8, bool, std::cmp::Reverse<i16>),
    weight: u16,
}

#[derive(Default)]
struct Gathered {
    families: HashMap<i64, Standing>,
    english: Vec<String>,
    chinese: Vec<String>,
}

impl Gathered {
    fn add(&mut self, stored: &StoredRecord, today: Date) {
        let record = &stored.record;
        if record.kind == Kind::Product {
            return;
        }
        let status = record.lifecycle.status_on(today).status;
        let year = record.lifecycle.published.map_or(0, PartialDate::year);
        let rank = (rank(status), record.supplement, std::cmp::Reverse(year));
        let better = self
            .families
            .get(&stored.family)
            .is_none_or(|known| rank < known.rank);
        if !better {
            return;
        }
        let standing = Standing {
            number: record.number.clone(),
            rank,
            weight: number_weight(record, status),
        };
        let first = self.families.insert(stored.family, standing).is_none();
        // One title a family: editions repeat their words and would count as many titles.
        if first {
            self.add_titles(record);
        }
    }

    fn add_titles(&mut self, record: &Record) {
        if let Some(title) = record.titles.get("en") {
            self.english.push(title.to_owned());
        }
        if let Some(title) = record.titles.get("zh") {
            self.chinese.push(title.to_owned());
        }
    }

    fn into_list(self) -> List {
        let mut list = List::default();
        add_products(&mut list);
        let phrases = frequent(&self.english);
        add_terms(&mut list, &phrases);
        for (phrase, count) in &phrases {
            list.add(phrase, Suggested::Title, TITLE + by_frequency(*count));
        }
        for title in &self.chinese {
            if title.chars().count() <= LONGEST_TITLE {
                list.add(title, Suggested::Title, TITLE);
            }
        }
        let mut numbers: Vec<Standing> = self.families.into_values().collect();
        numbers.sort_unstable_by(|one, other| one.number.cmp(&other.number));
        for number in numbers {
            add_number(&mut list, &number);
        }
        list.finish()
    }
}

/// A number is found from its beginning, without the mark of its type (`GB 19001`), and from its digits (`19001`).
fn add_number(list: &mut List, standing: &Standing) {
    let keys = NumberKeys::of(&standing.number);
    let whole = folded(&standing.number);
    let mut further = vec![folded(&keys.kin)];
    further.extend(keys.number.map(|number| folded(&number.digits())));
    further.retain(|key| !whole.starts_with(key.as_str()));
    further.sort_unstable();
    further.dedup();
    let further = further.into_iter().map(|key| (key, LESS_FOR_A_PART));
    let all = std::iter::once((whole, 0)).chain(further);
    list.add_keyed(&standing.number, Suggested::Number, standing.weight, all);
}

fn add_products(list: &mut List) {
    for product in corpora::products::products() {
        for name in [&product.name_zh, &product.name_en] {
            list.add(name, Suggested::Product, PRODUCT);
        }
        for alias in product.aliases_zh.iter().chain(&product.aliases_en) {
            list.add(alias, Suggested::Product, PRODUCT_ALIAS);
        }
    }
}

/// Chinese terms; those whose English stands in titles often come first, and those of the products before all.
fn add_terms(list: &mut List, phrases: &[(String, u32)]) {
    let counts: HashMap<&str, u32> = phrases
        .iter()
        .map(|(phrase, count)| (phrase.as_str(), *count))
        .collect();
    let home: Vec<&str> = corpora::products::products()
        .iter()
        .flat_map(|product| std::iter::once(&product.name_zh).chain(&product.aliases_zh))
        .map(String::as_str)
        .collect();
    let mut terms: Vec<(&str, &str)> = TermBase::embedded().curated().collect();
    terms.sort_unstable();
    for (chinese, english) in terms {
        let telling = chinese
            .chars()
            .filter(|character| is_han(*character))
            .count()
            > 1;
        if !telling {
            continue;
        }
        let at_home = home.iter().any(|name| name.contains(chinese));
        let weight = if at_home { TERM_AT_HOME } else { TERM };
        let met = counts.get(english).copied().unwrap_or(0);
        list.add(chinese, Suggested::Term, weight + by_frequency(met));
    }
}

/// A hundred times the decimal logarithm, so that ten times the titles count a hundred more.
fn by_frequency(count: u32) -> u16 {
    let hundred = f64::from(count.max(1)).log10() * 30.0;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and 300"
    )]
    let hundred = hundred as u16;
    hundred
}

fn rank(status: Status) -> u8 {
    match status {
        Status::Current => 0,
        Status::Upcoming => 1,
        Status::Unknown => 2,
        Status::Superseded => 3,
        Status::Withdrawn => 4,
    }
}

/// Current before withdrawn, what is in force at home or everywhere before the rest.
fn number_weight(record: &Record, status: Status) -> u16 {
    let by_status = 900 - u16::from(rank(status)) * 150;
    let near = record
        .markets
        .iter()
        .any(|market| market == "CN" || market == "INT");
    let by_kind = u16::from(record.kind == Kind::Standard) * 30;
    by_status + u16::from(near) * 40 + by_kind - u16::from(record.supplement) * 60
}
