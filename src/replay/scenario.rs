//! What goes wrong, and on which day we are.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use super::manifest::read_json;
use super::{Conditions, Fault, Question, ReplayError};

/// The faults of a run.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Scenario {
    /// The phase: 1 is the first run, 2 a later day. 0 counts as 1.
    pub phase: u32,
    /// The faults.
    pub faults: Vec<FaultRule>,
}

/// A fault and the requests it is for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FaultRule {
    /// The requests.
    #[serde(flatten)]
    pub conditions: Conditions,
    /// From the how manieth such request on.
    #[serde(default = "one")]
    pub first: u64,
    /// For how many of them; for ever where none is given.
    #[serde(default)]
    pub times: Option<u64>,
    /// The fault.
    pub fault: Fault,
}

fn one() -> u64 {
    1
}

impl FaultRule {
    /// Makes a rule for every request that meets conditions.
    pub fn new(conditions: Conditions, fault: Fault) -> Self {
        Self {
            conditions,
            first: 1,
            times: None,
            fault,
        }
    }

    /// Holds for some requests only.
    #[must_use]
    pub fn times(mut self, times: u64) -> Self {
        self.times = Some(times);
        self
    }
}

/// A scenario that follows its file.
#[derive(Debug, Default)]
pub(super) struct Stage {
    file: Option<PathBuf>,
    changed: Option<SystemTime>,
    scenario: Scenario,
    /// How often each rule's conditions were met.
    met: Vec<u64>,
}

impl Stage {
    pub(super) fn set(&mut self, scenario: Scenario) {
        self.met = vec![0; scenario.faults.len()];
        self.scenario = scenario;
    }

    pub(super) fn follow(&mut self, file: &Path) -> Result<(), ReplayError> {
        self.file = Some(file.to_owned());
        self.refresh()
    }

    /// Reads the file again if it changed.
    pub(super) fn refresh(&mut self) -> Result<(), ReplayError> {
        let Some(file) = self.file.clone() else {
            return Ok(());
        };
        let changed = fs_err::metadata(&file)?.modified()?;
        if self.changed != Some(changed) {
            self.set(read_json(&file, "a scenario")?);
            self.changed = Some(changed);
        }
        Ok(())
    }

    pub(super) fn phase(&self) -> u32 {
        self.scenario.phase.max(1)
    }

    /// Returns the faults of a request and counts it.
    pub(super) fn faults(&mut self, question: &Question) -> Vec<Fault> {
        let mut faults = Vec::new();
        for (rule, met) in self.scenario.faults.iter().zip(&mut self.met) {
            if !rule.conditions.meet(question) {
                continue;
            }
            *met += 1;
            let last = rule
                .times
                .map_or(u64::MAX, |times| rule.first.saturating_add(times));
            if *met >= rule.first && *met < last {
                faults.push(rule.fault.clone());
            }
        }
        faults
    }
}
