//! What was searched, how fresh it is, what is not covered.

use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};

use super::{grouped, pick};
use crate::search::Coverage;
use crate::web::frame::Frame;

/// A source for readers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct SourceLine {
    /// Its name.
    pub(in crate::web) name: String,
    /// Rows it contributes.
    pub(in crate::web) rows: String,
    /// When it was last read, in Beijing time.
    pub(in crate::web) fresh: String,
}

/// Coverage for readers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::web) struct CoverageView {
    /// The sources, those with the most rows first.
    pub(in crate::web) sources: Vec<SourceLine>,
    /// What is not covered, one sentence each.
    pub(in crate::web) not_covered: Vec<String>,
}

impl CoverageView {
    /// Makes the view of a coverage.
    pub(in crate::web) fn of(coverage: &Coverage, frame: &Frame) -> Self {
        let mut sources: Vec<_> = coverage.sources.iter().collect();
        sources.sort_by_key(|source| std::cmp::Reverse(source.records));
        let line = |source: &crate::search::CoveredSource| SourceLine {
            name: pick(&source.label, frame.language).to_owned(),
            rows: grouped(source.records),
            fresh: beijing(&source.fresh_at),
        };
        Self {
            sources: sources.into_iter().map(line).collect(),
            not_covered: coverage.not_covered.clone(),
        }
    }
}

/// Writes an instant (RFC 3339) to the minute in Beijing time; the text as it is where it is no instant.
pub(in crate::web) fn beijing(instant: &str) -> String {
    let Ok(read) = instant.parse::<Timestamp>() else {
        return instant.to_owned();
    };
    read.to_zoned_datetime(TimeZone::fixed(Offset::constant(8)))
        .strftime("%Y-%m-%d %H:%M")
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_are_shown_where_the_readers_are() {
        assert_eq!(beijing("2026-11-24T16:30:59Z"), "2026-11-25 00:30");
        assert_eq!(beijing("unknown"), "unknown");
    }
}
