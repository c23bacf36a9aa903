//! The manifest of a folder of recorded pages.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::{Conditions, Question};

/// What can be wrong with a folder of recorded pages.
#[derive(Debug, thiserror::Error)]
pub enum ReplayError {
    /// A file cannot be read.
    #[error(transparent)]
    File(#[from] std::io::Error),
    /// A file is not what it should be.
    #[error("`{path}`: expected {expected}, found {found}")]
    Shape {
        /// The file.
        path: PathBuf,
        /// What it should be.
        expected: &'static str,
        /// The reader's word.
        found: String,
    },
}

/// What a folder of recorded pages answers.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The source.
    pub source: String,
    /// Where the answers come from.
    pub origin: String,
    /// Settings that a crawl of this folder needs.
    #[serde(default)]
    pub settings: BTreeMap<String, String>,
    /// Secrets that a crawl of this folder needs.
    #[serde(default)]
    pub secrets: BTreeMap<String, String>,
    /// The day of the incremental run.
    pub since: Option<String>,
    /// What a crawl must bring.
    #[serde(default)]
    pub expect: Expectation,
    /// The answers.
    pub routes: Vec<Route>,
}

/// What a crawl of a folder must bring.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Expectation {
    /// Distinct records of a full run.
    pub records: Option<u64>,
    /// Entries that cannot be read.
    pub bad: u64,
    /// Records of the incremental run.
    pub since_records: Option<u64>,
    /// Whether a full run is complete; nothing means that it is.
    pub complete: Option<bool>,
}

/// One answer.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Route {
    /// The requests it answers.
    #[serde(flatten)]
    pub conditions: Conditions,
    /// The file with the body.
    pub file: Option<String>,
    /// The status; 200 where none is given.
    pub status: Option<u16>,
    /// The content type; by the file's extension where none is given.
    pub content_type: Option<String>,
    /// Further headers.
    pub headers: BTreeMap<String, String>,
    /// From which phase on it answers.
    pub phase: Option<u32>,
}

impl Manifest {
    /// The name of the file.
    pub const FILE: &'static str = "manifest.json";

    /// Reads the manifest of a folder.
    ///
    /// # Errors
    ///
    /// [`ReplayError`] when it cannot be read or is none.
    pub fn read(folder: &Path) -> Result<Self, ReplayError> {
        read_json(&folder.join(Self::FILE), "a manifest")
    }

    /// Returns the route that answers a request.
    pub fn route(&self, question: &Question, phase: u32) -> Option<&Route> {
        let fitting = self.routes.iter().enumerate().filter(|(_, route)| {
            route.phase.unwrap_or(1) <= phase
                && route.conditions.meet(question)
                && (route.conditions.method.is_some() || question.method == "GET")
        });
        fitting
            .max_by_key(|(place, route)| {
                let earlier = std::cmp::Reverse(*place);
                (route.phase.unwrap_or(1), route.conditions.count(), earlier)
            })
            .map(|(_, route)| route)
    }
}

pub(super) fn read_json<T: serde::de::DeserializeOwned>(
    path: &Path,
    expected: &'static str,
) -> Result<T, ReplayError> {
    let text = fs_err::read_to_string(path)?;
    serde_json::from_str(&text).map_err(|reason| ReplayError::Shape {
        path: path.to_owned(),
        expected,
        found: reason.to_string(),
    })
}
