//! The program put together: built once, used by every door.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::ToSpan;
use tokio::sync::{Mutex, OnceCell};

use crate::accounts::{AccountError, Accounts, CookieKey};
use crate::alerts::{Alerts, AlertsError};
use crate::clock::{Clock, SystemClock};
use crate::config::{Config, ConfigError};
use crate::index::analyzer::Analyzer;
use crate::index::{Follower, Generations, IndexError};
use crate::ingest::Ingest;
use crate::keys::Keyring;
use crate::search::engine::local::LocalEngine;
use crate::search::plan::Planner;
use crate::search::saved::SavedSearches;
use crate::search::suggest::Suggester;
use crate::search::{Resolver, Searcher};
use crate::storage::{Statistics, Store, StoreError};
use crate::terms::{TermBase, learn};
use crate::validity::Checker;

/// Everything the doors need.
///
/// The store is opened at once; the index and the dictionaries only when something is searched, so that commands that
/// resolve a number answer without loading them.
#[derive(Debug)]
pub struct App {
    /// The data directory.
    pub data_dir: PathBuf,
    /// The store.
    pub store: Store,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// What the operator decides.
    pub config: Config,
    /// The way in for rows.
    pub ingest: Ingest,
    /// What checks the numbers of a text (查新).
    pub checker: Checker,
    /// The resolver of numbers.
    pub resolver: Resolver,
    /// Administrators, their sessions, and the log of what they changed.
    pub accounts: Accounts,
    /// The keys of programs.
    pub keys: Keyring,
    /// Searches that are kept.
    pub searches: SavedSearches,
    /// Help while typing; empty until its list was built.
    pub suggester: Suggester,
    generations: Arc<Generations>,
    analyzer: OnceCell<Analyzer>,
    searcher: OnceCell<Searcher>,
    alerts: std::sync::OnceLock<Alerts>,
    statistics: Mutex<Option<Arc<Statistics>>>,
    cookie_key: std::sync::OnceLock<CookieKey>,
}

/// An error of putting the program together.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// The configuration cannot be read.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The store cannot be opened.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The index cannot be opened.
    #[error(transparent)]
    Index(#[from] IndexError),
}

impl AppError {
    /// Returns what to do next, in one sentence.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Config(error) => error.hint(),
            Self::Store(error) => error.hint(),
            Self::Index(error) => error.hint(),
        }
    }
}

/// Months over which notifications are counted, this one included.
const COUNTED_MONTHS: i64 = 24;

/// Name of the file of learned terms in the data directory.
pub const LEARNED_TERMS: &str = "learned-terms.tsv";

/// Gives the term base what was learned from this store, if anything was. It changes no index: documents are not
/// translated, queries are.
fn teach(data_dir: &Path) {
    let path = data_dir.join(LEARNED_TERMS);
    if let Ok(text) = fs_err::read_to_string(path) {
        TermBase::teach(learn::read(&text));
    }
}

impl App {
    /// Opens a data directory with the clock of the machine and its own configuration.
    pub async fn open(data_dir: &Path) -> Result<Self, AppError> {
        let config = Config::load(None, data_dir)?;
        Self::open_configured(data_dir, Arc::new(SystemClock), config).await
    }

    /// Opens a data directory with a given clock and nothing configured.
    pub async fn open_with(data_dir: &Path, clock: Arc<dyn Clock>) -> Result<Self, AppError> {
        Self::open_configured(data_dir, clock, Config::default()).await
    }

    /// Opens a data directory with a given clock and configuration.
    pub async fn open_configured(
        data_dir: &Path,
        clock: Arc<dyn Clock>,
        config: Config,
    ) -> Result<Self, AppError> {
        let store = Store::open(data_dir).await?;
        teach(data_dir);
        Ok(Self {
            data_dir: data_dir.to_owned(),
            ingest: Ingest::new(store.clone(), Arc::clone(&clock)),
            checker: Checker::new(store.clone()),
            resolver: Resolver::new(store.clone()),
            accounts: Accounts::new(store.clone(), Arc::clone(&clock)),
            keys: Keyring::new(store.clone(), Arc::clone(&clock)),
            searches: SavedSearches::new(store.clone(), Arc::clone(&clock)),
            suggester: Suggester::new(store.clone(), Arc::clone(&clock)),
            generations: Arc::new(Generations::open(data_dir)?),
            analyzer: OnceCell::new(),
            searcher: OnceCell::new(),
            alerts: std::sync::OnceLock::new(),
            statistics: Mutex::default(),
            cookie_key: std::sync::OnceLock::new(),
            store,
            clock,
            config,
        })
    }

    /// Returns the alerts; the key of their links is made when they are first asked for.
    pub fn alerts(&self) -> Result<&Alerts, AlertsError> {
        if let Some(alerts) = self.alerts.get() {
            return Ok(alerts);
        }
        let opened = Alerts::open(
            &self.data_dir,
            self.store.clone(),
            Arc::clone(&self.clock),
            self.config.alerts.clone(),
            self.config.mail.clone(),
        )?;
        Ok(self.alerts.get_or_init(|| opened))
    }

    /// Returns what is counted over the last two years, counted again when records or the month have changed.
    ///
    /// Whoever asks while it is being counted waits for that count.
    pub async fn statistics(&self) -> Result<Arc<Statistics>, StoreError> {
        let today = self.clock.today();
        let since = today
            .first_of_month()
            .checked_sub((COUNTED_MONTHS - 1).months())
            .unwrap_or(today);
        let revision = self.store.almanac_revision().await?;
        let mut kept = self.statistics.lock().await;
        if let Some(counted) = kept.as_ref()
            && counted.revision == revision
            && counted.since == since.to_string()
        {
            return Ok(Arc::clone(counted));
        }
        let counted = Arc::new(self.store.statistics(since, today).await?);
        *kept = Some(Arc::clone(&counted));
        Ok(counted)
    }

    /// Returns the key of session cookies; it is made when somebody first signs in.
    pub fn cookie_key(&self) -> Result<&CookieKey, AccountError> {
        if let Some(key) = self.cookie_key.get() {
            return Ok(key);
        }
        let key = CookieKey::of(&self.data_dir)?;
        Ok(self.cookie_key.get_or_init(|| key))
    }

    /// Returns the generations of the index.
    pub fn generations(&self) -> &Generations {
        &self.generations
    }

    /// Returns the analyzer, loading the dictionaries the first time.
    pub async fn analyzer(&self) -> Result<&Analyzer, IndexError> {
        let load = || async {
            let loaded = tokio::task::spawn_blocking(Analyzer::load).await;
            loaded.map_err(|reason| IndexError::Broken(reason.to_string()))
        };
        self.analyzer.get_or_try_init(load).await
    }

    /// Returns the searcher.
    pub async fn searcher(&self) -> Result<&Searcher, IndexError> {
        let make = || async {
            let planner = Planner::new(self.analyzer().await?.clone());
            let engine = LocalEngine::new(Arc::clone(&self.generations));
            Ok(Searcher::new(
                self.store.clone(),
                engine,
                planner,
                Arc::clone(&self.clock),
            ))
        };
        self.searcher.get_or_try_init(make).await
    }

    /// Returns what brings an index up to the store.
    pub async fn follower(&self) -> Result<Follower, IndexError> {
        Ok(Follower::new(
            self.store.clone(),
            self.analyzer().await?.clone(),
            Arc::clone(&self.clock),
        ))
    }
}
