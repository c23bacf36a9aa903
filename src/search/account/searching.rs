//! Working out the account, beside the search.

use std::time::{Duration, Instant};

use super::did_you_mean::replaced;
use super::words::WordsOf;
use super::{DidYouMean, Meant, ReadAs};
use crate::index::analyzer::{Stems, stem};
use crate::model::NumberKeys;
use crate::number::{self, Number};
use crate::search::engine::local::NearTerm;
use crate::search::engine::{Ask, Found};
use crate::search::plan::{Insistence, ReadQuery};
use crate::search::query::Node;
use crate::search::{Filters, SearchError, SearchRequest, Searcher, Sort};
use crate::storage::MatchKind;
use crate::text::{Script, normalize, runs};

/// Families below which an answer is little.
const LITTLE: u64 = 3;
/// Records below which a word may be misspelt: catalogues have misprints too.
const RARE: u64 = 30;
/// How much more frequent a word nearby must be.
const MORE_FREQUENT: u64 = 20;
/// What the look-ups may take together; what is not looked up by then is not said.
const TIME: Duration = Duration::from_millis(40);
/// Numbers of a query that are looked up.
const MOST_NUMBERS: usize = 2;

/// What an answer says of itself.
#[derive(Debug, Clone, Default)]
pub(in crate::search) struct Account {
    pub(in crate::search) read_as: ReadAs,
    pub(in crate::search) did_you_mean: Vec<DidYouMean>,
}

impl Searcher {
    /// Gives the account of a search that found something or nothing.
    pub(in crate::search) async fn account(
        &self,
        request: &SearchRequest,
        node: &Node,
        found: &Found,
        relaxed: bool,
    ) -> Result<Account, SearchError> {
        let mut account = Account {
            read_as: ReadAs::of(node, request),
            did_you_mean: Vec::new(),
        };
        account.read_as.relaxed = relaxed;
        if request.cursor.is_some() || *node == Node::Any {
            return Ok(account);
        }
        let words = WordsOf::query(self.planner.analyzer(), node);
        // A translation of the other words may have found much although one word is nowhere.
        let little = found.families < LITTLE || relaxed;
        if !little && words.spaced.iter().all(|word| self.engine().knows(word)) {
            return Ok(account);
        }
        account.read_as.add_renderings(&words);
        let (unmet, near) = self.looked_up(words).await?;
        account.read_as.unmet = unmet;
        account.did_you_mean = self.numbers_nearby(request).await?;
        // Each link mends what those before it mended as well, so that the last one mends everything.
        let mut query = request.query.clone();
        for (word, term) in near {
            let meant = self.word_nearby(&query, &word, &term).await?;
            if let Some(meant) = &meant {
                query.clone_from(&meant.query);
            }
            account.did_you_mean.extend(meant);
        }
        Ok(account)
    }

    /// Looks up each word by itself: those that nothing has, and for the rare ones the nearest term.
    async fn looked_up(
        &self,
        words: WordsOf,
    ) -> Result<(Vec<String>, Vec<(String, NearTerm)>), SearchError> {
        let searcher = self.clone();
        let work = move || {
            let started = Instant::now();
            let (mut unmet, mut near) = (Vec::new(), Vec::new());
            for word in words.all().take_while(|_| started.elapsed() < TIME) {
                let records = searcher.records_with(word)?;
                if records == 0 {
                    unmet.push(word.to_owned());
                }
                if records >= RARE || !words.spaced.iter().any(|one| one == word) {
                    continue;
                }
                let nearest = searcher.engine().near_words(word)?.into_iter();
                let frequent = nearest
                    .filter(|term| term.records > records * MORE_FREQUENT)
                    .take(1);
                near.extend(frequent.map(|term| (word.to_owned(), term)));
            }
            Ok((unmet, near))
        };
        match tokio::task::spawn_blocking(work).await {
            Ok(done) => done,
            Err(reason) => Err(SearchError::Broken(reason.to_string())),
        }
    }

    /// Counts the records that have a word, in any language, whatever is filtered.
    fn records_with(&self, word: &str) -> Result<u64, SearchError> {
        let plan = self.planner.plan(
            &ReadQuery::of(word),
            &Filters::default(),
            Sort::Newest,
            Insistence::All,
            self.clock.today(),
        );
        let ask = Ask {
            offset: 0,
            limit: 1,
            facets: false,
            as_of: None,
        };
        Ok(self.engine().search(&plan, ask)?.records)
    }

    /// A stem is no word: it is shown as the example's title spells it.
    async fn word_nearby(
        &self,
        query: &str,
        word: &str,
        term: &NearTerm,
    ) -> Result<Option<DidYouMean>, SearchError> {
        let records = self.store.records(&[term.example]).await?;
        let titles = records
            .iter()
            .flat_map(|stored| stored.record.titles.iter());
        let spelt = titles
            .map(|(_, title)| normalize(title))
            .find_map(|title| spelling(title.as_str(), &term.term));
        let to = spelt.unwrap_or_else(|| term.term.clone());
        Ok(replaced(query, word, &to).map(|query| DidYouMean {
            kind: Meant::Word,
            from: word.to_owned(),
            to,
            query,
            records: term.records,
        }))
    }

    /// Numbers of the query that are not in the store, with the nearest that are.
    async fn numbers_nearby(
        &self,
        request: &SearchRequest,
    ) -> Result<Vec<DidYouMean>, SearchError> {
        let mut meant = Vec::new();
        for (written, number) in numbers_in(&request.query) {
            let keys = NumberKeys::from(number);
            let matches = self
                .store
                .find_number(&keys.exact, &keys.family, &keys.kin)
                .await?;
            let kin = match matches.first().map(|one| one.kind) {
                Some(MatchKind::Exact | MatchKind::Family) => continue,
                Some(MatchKind::Kin) => matches.first().map(|one| one.id),
                None => None,
            };
            let near = match kin {
                Some(id) => self.family_of(id).await?.into_iter().collect(),
                None => self.families_nearby(keys.family).await?,
            };
            meant.extend(near.into_iter().filter_map(|(to, records)| {
                let at = request.query.find(&written)?;
                let end = at + written.len();
                let query = [&request.query[..at], &to, &request.query[end..]].concat();
                Some(DidYouMean {
                    kind: Meant::Number,
                    from: written.clone(),
                    to,
                    query,
                    records,
                })
            }));
        }
        Ok(meant)
    }

    async fn family_of(&self, id: i64) -> Result<Option<(String, u64)>, SearchError> {
        let stored = self.store.records(&[id]).await?;
        Ok(stored
            .into_iter()
            .next()
            .map(|stored| (stored.record.family, 1)))
    }

    async fn families_nearby(&self, family: String) -> Result<Vec<(String, u64)>, SearchError> {
        let Some(blank) = family.rfind(' ') else {
            return Ok(Vec::new());
        };
        let engine = self.engine().clone();
        let work = move || engine.near_families(&family[..=blank], &family);
        let near = tokio::task::spawn_blocking(work)
            .await
            .map_err(|reason| SearchError::Broken(reason.to_string()))??;
        Ok(near
            .into_iter()
            .map(|term| (term.term, term.records))
            .collect())
    }
}

/// The numbers of a query as they were written, each in its most likely reading.
fn numbers_in(query: &str) -> Vec<(String, Number)> {
    let alone = query.trim();
    if let Some(reading) = Number::readings(alone).into_iter().next() {
        return vec![(alone.to_owned(), reading.number)];
    }
    let mentions = number::scan(query).into_iter().filter_map(|mention| {
        let reading = mention.readings.ok()?.into_iter().next()?;
        Some((query[mention.bytes].to_owned(), reading.number))
    });
    mentions.take(MOST_NUMBERS).collect()
}

/// The word of a normalised title whose stem is the one asked for.
fn spelling(title: &str, wanted: &str) -> Option<String> {
    runs(title)
        .filter(|run| run.script == Script::Word)
        .map(|run| &title[run.bytes])
        .find(|word| stem(word, Stems::English) == wanted)
        .map(str::to_owned)
}
