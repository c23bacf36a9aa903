//! How the collecting of a source goes.

use jiff::Timestamp;

use super::coverage_view::beijing;
use super::pick;
use crate::search::CoveredSource;
use crate::web::frame::Frame;
use crate::web::words::word;

/// How the last run over a source stands; each state has a sign and a word beside its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::web) enum HealthState {
    /// It saw everything.
    Healthy,
    /// It ended without seeing everything.
    Watch,
    /// Something ended it.
    Broken,
    /// It has not ended.
    UnderWay,
}

impl HealthState {
    fn of(ending: &str, complete: bool) -> Self {
        match ending {
            "open" => Self::UnderWay,
            _ if complete => Self::Healthy,
            "halted" | "interrupted" | "abandoned" => Self::Broken,
            _ => Self::Watch,
        }
    }

    /// Returns the class in the style sheet.
    pub(in crate::web) fn class(self) -> &'static str {
        match self {
            Self::Healthy => "equal",
            Self::Watch => "stricter",
            Self::Broken => "looser",
            Self::UnderWay => "incomparable",
        }
    }

    /// Returns the sign.
    pub(in crate::web) fn sign(self) -> &'static str {
        match self {
            Self::Healthy => "✓",
            Self::Watch => "!",
            Self::Broken => "✕",
            Self::UnderWay => "…",
        }
    }
}

/// The last run over a source, for readers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct SourceHealth {
    /// Name of the source.
    pub(in crate::web) name: String,
    /// Its identifier, as commands name it.
    pub(in crate::web) id: String,
    /// How it stands.
    pub(in crate::web) state: HealthState,
    /// The state in one word.
    pub(in crate::web) word: &'static str,
    /// The ending in words.
    pub(in crate::web) ending: String,
    /// When it began, in Beijing time.
    pub(in crate::web) started: String,
    /// How long ago that is.
    pub(in crate::web) age: String,
    /// How long it took; empty while it has not ended.
    pub(in crate::web) took: String,
    /// Pages and records, and whether it looked at everything.
    pub(in crate::web) read: String,
    /// When a run was last complete; nothing for never.
    pub(in crate::web) last_complete: Option<String>,
    /// When the next is due; nothing where none is.
    pub(in crate::web) next: Option<String>,
    /// What it did not see, and signs that pages have changed.
    pub(in crate::web) troubles: Vec<String>,
}

impl SourceHealth {
    /// Makes the line of a source as it looks at an instant; nothing for one that is not collected.
    pub(in crate::web) fn of(
        source: &CoveredSource,
        frame: &Frame,
        now: Timestamp,
    ) -> Option<Self> {
        let run = source.crawl.as_ref()?;
        let words = &frame.words.sources;
        let state = HealthState::of(&run.ending, run.complete);
        let mut troubles = Vec::new();
        if let Some(list) = run.shortfalls.as_array() {
            let code = |one: &serde_json::Value| Some(one.get("code")?.as_str()?.to_owned());
            for code in list.iter().filter_map(code) {
                let sentence = word(words.shortfall_words, &code).to_owned();
                if !troubles.contains(&sentence) {
                    troubles.push(sentence);
                }
            }
        }
        if run.failed_pages > 0 {
            troubles.push((words.failed)(run.failed_pages));
        }
        troubles.extend(run.drift.iter().map(|sign| match sign.kind.as_str() {
            "missing" => (words.missing)(&sign.name, sign.times),
            _ => (words.unbound)(&sign.name, sign.times),
        }));
        let whole = if run.full { words.whole } else { words.update };
        let begun = run.started.parse::<Timestamp>().ok();
        Some(Self {
            name: pick(&source.label, frame.language).to_owned(),
            id: source.id.clone(),
            state,
            word: match state {
                HealthState::Healthy => words.healthy,
                HealthState::Watch => words.watch,
                HealthState::Broken => words.broken,
                HealthState::UnderWay => words.under_way,
            },
            ending: word(words.endings, &run.ending).to_owned(),
            started: beijing(&run.started),
            age: begun.map_or_else(String::new, |begun| {
                let days = now.duration_since(begun).as_hours() / 24;
                (words.days_ago)(u64::try_from(days).unwrap_or(0))
            }),
            took: took(begun, run.finished.as_deref()),
            read: [
                whole.to_owned(),
                (words.pages)(run.pages),
                (words.records)(run.records),
            ]
            .join(" · "),
            last_complete: run.last_complete.as_deref().map(beijing),
            next: run.next.as_deref().map(beijing),
            troubles,
        })
    }
}

/// Writes how long a run took, in hours, minutes and seconds.
fn took(begun: Option<Timestamp>, finished: Option<&str>) -> String {
    let end = finished.and_then(|end| end.parse::<Timestamp>().ok());
    let (Some(begun), Some(end)) = (begun, end) else {
        return String::new();
    };
    let seconds = end.duration_since(begun).as_secs().max(0);
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours} h {minutes:02} min")
    } else if minutes > 0 {
        format!("{minutes} min {seconds:02} s")
    } else {
        format!("{seconds} s")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_that_saw_everything_is_healthy_and_a_refused_one_is_broken() {
        assert_eq!(HealthState::of("complete", true), HealthState::Healthy);
        assert_eq!(HealthState::of("incomplete", false), HealthState::Watch);
        assert_eq!(HealthState::of("halted", false), HealthState::Broken);
        assert_eq!(HealthState::of("open", false), HealthState::UnderWay);
    }

    #[test]
    fn durations_are_written_with_their_two_largest_units() {
        let begun = "2026-11-25T00:00:00Z".parse().ok();
        for (end, written) in [
            ("2026-11-25T00:00:12Z", "12 s"),
            ("2026-11-25T00:03:04Z", "3 min 04 s"),
            ("2026-11-25T02:30:00Z", "2 h 30 min"),
            ("unknown", ""),
        ] {
            assert_eq!(took(begun, Some(end)), written);
        }
        assert_eq!(took(begun, None), "");
    }
}
