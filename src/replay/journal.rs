//! What was asked, line by line.

use std::collections::BTreeMap;
use std::io::Write;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use serde::{Deserialize, Serialize};

/// One request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// When it came, in milliseconds since the server began.
    pub start_ms: u64,
    /// When its answer was ready.
    pub end_ms: u64,
    /// The method.
    pub method: String,
    /// The host that was meant.
    pub host: String,
    /// The path.
    pub path: String,
    /// The query.
    pub query: String,
    /// The headers, names in lower case.
    pub headers: BTreeMap<String, String>,
    /// The status of the answer.
    pub status: u16,
}

/// Every request so far.
#[derive(Clone)]
pub struct Journal {
    begun: Instant,
    entries: Arc<Mutex<Vec<Entry>>>,
    out: Option<Arc<Mutex<Box<dyn Write + Send>>>>,
}

impl std::fmt::Debug for Journal {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Journal")
            .field("entries", &self.locked().len())
            .finish_non_exhaustive()
    }
}

impl Default for Journal {
    fn default() -> Self {
        Self {
            begun: Instant::now(),
            entries: Arc::default(),
            out: None,
        }
    }
}

impl Journal {
    /// Writes every entry as a line of JSON as well.
    #[must_use]
    pub fn writing(mut self, out: Box<dyn Write + Send>) -> Self {
        self.out = Some(Arc::new(Mutex::new(out)));
        self
    }

    fn locked(&self) -> MutexGuard<'_, Vec<Entry>> {
        self.entries.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns the entries so far.
    pub fn entries(&self) -> Vec<Entry> {
        self.locked().clone()
    }

    /// Forgets the entries so far.
    pub fn clear(&self) {
        self.locked().clear();
    }

    pub(super) fn now(&self) -> u64 {
        u64::try_from(self.begun.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    pub(super) fn note(&self, entry: Entry) {
        if let (Some(out), Ok(line)) = (&self.out, serde_json::to_string(&entry)) {
            let mut out = out.lock().unwrap_or_else(PoisonError::into_inner);
            // A reader of the lines that went away does not stop the server.
            let _ = writeln!(out, "{line}").and_then(|()| out.flush());
            // Written down is enough: a server that runs for days must not remember everything.
            return;
        }
        self.locked().push(entry);
    }
}
