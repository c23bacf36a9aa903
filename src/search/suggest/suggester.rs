//! The list in use, and its renewal in the background.

use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use super::{BuildReport, List, Suggestions, build};
use crate::clock::Clock;
use crate::storage::{Store, StoreError};

/// Suggests; cheap to clone, all clones use one list.
#[derive(Debug, Clone)]
pub struct Suggester {
    store: Store,
    clock: Arc<dyn Clock>,
    list: Arc<RwLock<Option<Arc<List>>>>,
}

/// How often changes of the store are looked for.
const BETWEEN_LOOKS: Duration = Duration::from_secs(5);
/// How long the store must have been at rest: an import would otherwise build the list again after every harvest.
const AT_REST: Duration = Duration::from_secs(20);
/// Longest text that is suggested for, in bytes.
const LONGEST: usize = 200;
/// The most that is suggested at once.
const MOST: usize = 50;

impl Suggester {
    /// Makes a suggester that has nothing to suggest yet.
    pub fn new(store: Store, clock: Arc<dyn Clock>) -> Self {
        Self {
            store,
            clock,
            list: Arc::default(),
        }
    }

    /// Suggests what begins like the text; never waits for a build.
    pub fn suggest(&self, typed: &str, limit: usize) -> Suggestions {
        let list = self
            .list
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        let Some(list) = list else {
            return Suggestions::default();
        };
        let typed = &typed[..typed.floor_char_boundary(LONGEST)];
        Suggestions {
            ready: true,
            suggestions: list.search(typed, limit.min(MOST)),
        }
    }

    /// Builds the list anew and puts it in the place of the old one.
    pub async fn renew(&self) -> Result<BuildReport, StoreError> {
        let (list, report) = build(&self.store, self.clock.today()).await?;
        *self.list.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(list));
        Ok(report)
    }

    /// Keeps the list up to the store, for as long as it is polled.
    pub async fn keep(self) {
        let (mut built, mut seen, mut rested) = (None, None, Duration::ZERO);
        loop {
            // Also before the first look: the first visitors of a start come before a list that takes a core for seconds.
            tokio::time::sleep(BETWEEN_LOOKS).await;
            match self.store.revision().await {
                Ok(revision) => {
                    rested = if seen == Some(revision) {
                        rested + BETWEEN_LOOKS
                    } else {
                        Duration::ZERO
                    };
                    seen = Some(revision);
                    let wanted = built != seen && (built.is_none() || rested >= AT_REST);
                    if wanted && self.renew_and_tell().await {
                        built = seen;
                    }
                }
                Err(error) => tracing::warn!("suggestions cannot follow the store: {error}"),
            }
        }
    }

    async fn renew_and_tell(&self) -> bool {
        match self.renew().await {
            Ok(report) => {
                tracing::info!(
                    suggest.texts = report.texts,
                    suggest.bytes = report.bytes,
                    suggest.took_ms = report.took.as_millis(),
                    "suggestions are ready"
                );
                true
            }
            Err(error) => {
                tracing::warn!("suggestions cannot be built: {error}");
                false
            }
        }
    }
}
