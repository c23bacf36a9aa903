//! Bringing an index up to the store: catching up, or building anew.

use std::sync::Arc;

use rayon::prelude::*;
use tantivy::merge_policy::NoMergePolicy;
use tantivy::{IndexWriter, TantivyDocument, Term};

use super::analyzer::Analyzer;
use super::document::{Context, document};
use super::generation::Place;
use super::{Generation, Generations, IndexError};
use crate::clock::Clock;
use crate::storage::{Store, StoredRecord};

/// How far the indexing has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Records done.
    pub done: u64,
    /// Records to do.
    pub total: u64,
}

/// What following did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Followed {
    /// The index had seen everything.
    UpToDate,
    /// So many records were added, changed or removed.
    CaughtUp(u64),
    /// The index was built anew with so many records.
    Rebuilt(u64),
}

/// Memory for the writer's two threads together; larger budgets gave no speed on 184,000 records.
const WRITER_MEMORY: usize = 240 << 20;
/// Threads that build segments.
const WRITER_THREADS: usize = 2;
/// Records read at once.
const AT_ONCE: u32 = 2_000;
/// Records after which what is done is committed, so that a kill costs seconds and not minutes.
const BETWEEN_COMMITS: u64 = 60_000;

/// Records after which the segments are merged into one, also in an index that was there before: the carried corpus comes
/// first and the catalogues after it, and every segment makes every search slower.
const WORTH_UNITING: u64 = 20_000;

/// Brings indexes up to the store.
#[derive(Debug, Clone)]
pub struct Follower {
    store: Store,
    analyzer: Analyzer,
    clock: Arc<dyn Clock>,
}

impl Follower {
    /// Makes a follower of a store.
    pub fn new(store: Store, analyzer: Analyzer, clock: Arc<dyn Clock>) -> Self {
        Self {
            store,
            analyzer,
            clock,
        }
    }

    /// Brings the current generation up to the store, building one where there is none.
    pub async fn follow(
        &self,
        generations: &Generations,
        progress: &(dyn Fn(Progress) + Sync),
    ) -> Result<Followed, IndexError> {
        let Some(current) = generations.current() else {
            return self.rebuild(generations, progress).await;
        };
        let place = current.place()?;
        if self.store.revision().await? <= place.0 {
            return Ok(Followed::UpToDate);
        }
        let done = self.fill(&current, place, progress).await?;
        Ok(Followed::CaughtUp(done))
    }

    /// Builds the next generation beside the current one and moves the pointer.
    pub async fn rebuild(
        &self,
        generations: &Generations,
        progress: &(dyn Fn(Progress) + Sync),
    ) -> Result<Followed, IndexError> {
        let next = generations.next()?;
        let done = self.fill(&next, (0, 0), progress).await?;
        generations.adopt(next)?;
        Ok(Followed::Rebuilt(done))
    }

    async fn fill(
        &self,
        generation: &Generation,
        from: Place,
        progress: &(dyn Fn(Progress) + Sync),
    ) -> Result<u64, IndexError> {
        let total = self.store.count_changed_after(from.0).await?;
        let gone = self.store.gone_after(from.0).await?;
        let mut writer = Writer::open(self, generation, total)?;
        for &id in &gone {
            writer.forget(id);
        }
        let mut done = gone.len() as u64;
        // A revision is whole or absent, so what is left of `from`'s revision was seen with it.
        let mut place = (
            from.0,
            if from.1 == 0 && from.0 > 0 {
                i64::MAX
            } else {
                from.1
            },
        );
        let replacing = from.0 > 0;
        let mut records = self.store.changed_after(place, AT_ONCE).await?;
        while let Some(last) = records.last() {
            place = (last.revision, last.id);
            let count = records.len() as u64;
            // The next records are read while these are analyzed.
            let (added, next) = tokio::join!(
                writer.add(records, replacing),
                self.store.changed_after(place, AT_ONCE)
            );
            writer = added?;
            records = next?;
            done += count;
            progress(Progress {
                done,
                total: total.max(done),
            });
            if done % BETWEEN_COMMITS < count && !records.is_empty() {
                writer = writer.commit(place).await?;
            }
        }
        // An index of an empty store has seen its revision all the same.
        let seen = if place.0 == from.0 {
            (self.store.revision().await?, i64::MAX)
        } else {
            place
        };
        writer = writer.commit(seen).await?;
        if done >= WORTH_UNITING || !replacing {
            writer = writer.unite().await?;
        }
        writer.finish().await?;
        generation.reader().reload()?;
        Ok(done)
    }
}

/// A writer that is moved into blocking tasks and back.
struct Writer {
    inner: IndexWriter,
    context: Arc<Context>,
    generation: Generation,
}

impl Writer {
    fn open(follower: &Follower, generation: &Generation, total: u64) -> Result<Self, IndexError> {
        let writer: IndexWriter = generation
            .index()
            .writer_with_num_threads(WRITER_THREADS, WRITER_MEMORY)?;
        if total >= WORTH_UNITING {
            // All segments are merged at the end; merging some of them before would be done twice.
            writer.set_merge_policy(Box::new(NoMergePolicy));
        }
        let context = Context::new(
            follower.analyzer.clone(),
            generation.fields(),
            follower.clock.today(),
        );
        Ok(Self {
            inner: writer,
            context: Arc::new(context),
            generation: generation.clone(),
        })
    }

    fn forget(&self, id: i64) {
        self.inner.delete_term(Term::from_field_u64(
            self.generation.fields().id,
            id.unsigned_abs(),
        ));
    }

    async fn add(self, records: Vec<StoredRecord>, replacing: bool) -> Result<Self, IndexError> {
        blocking(move || {
            records.par_iter().try_for_each(|record| {
                if replacing {
                    self.forget(record.id);
                }
                let document: TantivyDocument = document(&self.context, record);
                self.inner.add_document(document).map(drop)
            })?;
            Ok(self)
        })
        .await
    }

    async fn commit(mut self, (revision, id): Place) -> Result<Self, IndexError> {
        blocking(move || {
            let mut commit = self.inner.prepare_commit()?;
            commit.set_payload(&format!("{revision} {id}"));
            commit.commit()?;
            Ok(self)
        })
        .await
    }

    /// Merges all segments into one: a fresh index is searched far more often than it is built.
    async fn unite(mut self) -> Result<Self, IndexError> {
        blocking(move || {
            let segments = self.generation.index().searchable_segment_ids()?;
            if segments.len() > 1 {
                self.inner.merge(&segments).wait()?;
            }
            Ok(self)
        })
        .await
    }

    async fn finish(self) -> Result<(), IndexError> {
        blocking(move || Ok(self.inner.wait_merging_threads()?)).await
    }
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, IndexError> + Send + 'static,
) -> Result<T, IndexError> {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done,
        Err(reason) => Err(IndexError::Broken(reason.to_string())),
    }
}
