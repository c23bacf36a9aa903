//! The lives of all documents, for asking what was in force on another day.
//!
//! The index knows each document's status on the day it was indexed. For another day the dates decide, and for an edition
//! that was withdrawn nobody says when, the day its family's next edition begins. A family's editions may lie in any
//! segment, so all of them are read once after a change of the index, at the first question for another day: three
//! megabytes for 184,000 documents.

use std::collections::HashMap;
use std::sync::Arc;

use tantivy::index::SegmentId;
use tantivy::{DocId, Searcher, SegmentReader};

use super::names::segments;
use crate::model::Status;
use crate::search::engine::AsOf;

/// Days of a document's life, counted from 0001-01-01; 0 where unknown.
#[derive(Debug, Clone, Copy, Default)]
struct Life {
    published: u32,
    starts: u32,
    withdrawn: u32,
    /// When the next edition of its family begins.
    successor: u32,
    /// Status when it was indexed.
    status: Status,
}

/// The lives of the documents of all segments.
#[derive(Debug)]
pub(super) struct Lives {
    generation: String,
    segments: Vec<SegmentId>,
    by_segment: HashMap<SegmentId, Arc<Vec<Life>>>,
}

impl Lives {
    /// Reads the columns of all segments.
    pub(super) fn read(generation: &str, searcher: &Searcher) -> tantivy::Result<Self> {
        let mut editions: HashMap<u64, Vec<u32>> = HashMap::new();
        for segment in searcher.segment_readers() {
            let columns = segment.fast_fields();
            let family = columns.u64("family")?;
            let from = columns.u64("edition_from")?;
            for document in 0..segment.max_doc() {
                let day = day(from.first(document));
                if let (1.., Some(family)) = (day, family.first(document)) {
                    editions.entry(family).or_default().push(day);
                }
            }
        }
        for days in editions.values_mut() {
            days.sort_unstable();
        }
        let mut by_segment = HashMap::new();
        for segment in searcher.segment_readers() {
            by_segment.insert(segment.segment_id(), Arc::new(lives(segment, &editions)?));
        }
        Ok(Self {
            generation: generation.to_owned(),
            segments: segments(searcher),
            by_segment,
        })
    }

    /// Tells whether the lives are those of a searcher.
    pub(super) fn are_of(&self, generation: &str, searcher: &Searcher) -> bool {
        self.generation == generation && self.segments == segments(searcher)
    }

    /// Returns what was in force in one segment on a day.
    pub(super) fn then(&self, segment: SegmentId, as_of: AsOf) -> Then {
        Then {
            lives: self.by_segment.get(&segment).cloned().unwrap_or_default(),
            as_of,
            counts: StatusCounts::default(),
        }
    }
}

/// Records by status, in the order of [`Status::ALL`].
pub(super) type StatusCounts = [u64; Status::ALL.len()];

/// What was in force in one segment on a day, and what was counted of it.
#[derive(Debug)]
pub(super) struct Then {
    lives: Arc<Vec<Life>>,
    as_of: AsOf,
    pub(super) counts: StatusCounts,
}

impl Then {
    /// Returns the status of a document on the day, counting it; nothing when it was not published yet or has another
    /// status than was asked for.
    pub(super) fn admit(&mut self, document: DocId) -> Option<Status> {
        let life = self.lives.get(document as usize)?;
        if life.published > self.as_of.day {
            return None;
        }
        let status = life.status_on(self.as_of.day);
        if !self.as_of.wants(status) {
            return None;
        }
        self.counts[status as usize] += 1;
        Some(status)
    }

    /// Returns the status a document was indexed with.
    pub(super) fn indexed(&self, document: DocId) -> Status {
        self.lives
            .get(document as usize)
            .map_or(Status::Unknown, |life| life.status)
    }
}

impl Life {
    /// The rule of [`Lifecycle::status_among`](crate::model::Lifecycle::status_among), over days as they are indexed.
    fn status_on(&self, day: u32) -> Status {
        let known = |date: u32| date > 0;
        if known(self.starts) && self.starts > day {
            return Status::Upcoming;
        }
        let ended = matches!(self.status, Status::Superseded | Status::Withdrawn);
        if known(self.withdrawn) {
            return match self.withdrawn <= day {
                true if ended => self.status,
                true => Status::Withdrawn,
                false if ended && known(self.starts) => Status::Current,
                false => self.status,
            };
        }
        if ended && self.successor > day && known(self.starts) {
            return Status::Current;
        }
        self.status
    }
}

fn lives(segment: &SegmentReader, editions: &HashMap<u64, Vec<u32>>) -> tantivy::Result<Vec<Life>> {
    let columns = segment.fast_fields();
    let family = columns.u64("family")?;
    let published = columns.u64("published")?;
    let implemented = columns.u64("implemented")?;
    let withdrawn = columns.u64("withdrawn")?;
    let words = columns.str("status")?;
    let mut statuses: Vec<Status> = Vec::new();
    if let Some(words) = &words {
        let mut terms = words.dictionary().stream()?;
        while terms.advance() {
            let word = String::from_utf8_lossy(terms.key());
            statuses.push(word.parse().unwrap_or_default());
        }
    }
    let life = |document| {
        let published = day(published.first(document));
        let implemented = day(implemented.first(document));
        let starts = if implemented > 0 {
            implemented
        } else {
            published
        };
        let days = family
            .first(document)
            .and_then(|family| editions.get(&family));
        let later = days.and_then(|days| days.get(days.partition_point(|&day| day <= starts)));
        let ordinal = words
            .as_ref()
            .and_then(|words| words.ords().first(document));
        let status = ordinal.and_then(|ordinal| statuses.get(usize::try_from(ordinal).ok()?));
        Life {
            published,
            starts,
            withdrawn: day(withdrawn.first(document)),
            successor: later.copied().unwrap_or(0),
            status: status.copied().unwrap_or_default(),
        }
    };
    Ok((0..segment.max_doc()).map(life).collect())
}

fn day(value: Option<u64>) -> u32 {
    value.and_then(|day| u32::try_from(day).ok()).unwrap_or(0)
}
