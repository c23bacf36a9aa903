//! Generations of the index, side by side, and the pointer to the current one.

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use tantivy::directory::MmapDirectory;
use tantivy::{Index, IndexReader, ReloadPolicy};

use super::carried::{self, Carried};
use super::{Fields, IndexError, fingerprint};

/// Name of the file that names the current generation.
const POINTER: &str = "CURRENT";

/// How far an index has followed the store: the revision and internal number of the last record it has seen.
pub(super) type Place = (i64, i64);

/// One generation of the index, open for searching.
#[derive(Clone)]
pub struct Generation {
    name: String,
    index: Index,
    reader: IndexReader,
    fields: Fields,
}

impl std::fmt::Debug for Generation {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Generation")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}

impl Generation {
    fn open(root: &Path, name: &str) -> Result<Self, IndexError> {
        let path = root.join(name);
        let unusable = |reason| IndexError::Directory {
            path: path.clone(),
            reason,
        };
        fs_err::create_dir_all(&path).map_err(unusable)?;
        let (schema, fields) = Fields::build();
        let directory = MmapDirectory::open(&path).map_err(tantivy::TantivyError::from)?;
        let index = Index::open_or_create(directory, schema)?;
        index.tokenizers().register(carried::NAME, Carried);
        let reader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::OnCommitWithDelay)
            .try_into()?;
        Ok(Self {
            name: name.to_owned(),
            index,
            reader,
            fields,
        })
    }

    /// Returns the index.
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// Returns the reader, which follows commits by itself.
    pub fn reader(&self) -> &IndexReader {
        &self.reader
    }

    /// Returns the fields.
    pub fn fields(&self) -> Fields {
        self.fields
    }

    /// Returns the name, which grows from generation to generation.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the hash of what a search sees now: the generation and its segments, the same in every process.
    ///
    /// It is made from what the reader holds. How far the index has followed the store stands in a file, which is too
    /// much to read for every request.
    pub fn seen(&self) -> blake3::Hash {
        let searcher = self.reader.searcher();
        let mut hasher = blake3::Hasher::new();
        hasher.update(self.name.as_bytes());
        for (segment, deletions) in searcher.generation().segments() {
            hasher.update(segment.uuid_string().as_bytes());
            hasher.update(&deletions.unwrap_or_default().to_le_bytes());
        }
        hasher.finalize()
    }

    /// Returns how far the index has followed the store.
    pub(super) fn place(&self) -> Result<Place, IndexError> {
        let payload = self.index.load_metas()?.payload.unwrap_or_default();
        let mut parts = payload.split(' ').map_while(|part| part.parse().ok());
        Ok((parts.next().unwrap_or(0), parts.next().unwrap_or(0)))
    }

    /// Returns the revision of the store up to which the index has followed.
    pub fn revision(&self) -> Result<i64, IndexError> {
        Ok(self.place()?.0)
    }
}

/// The generations of one data directory.
#[derive(Debug)]
pub struct Generations {
    root: PathBuf,
    current: RwLock<Option<Arc<Generation>>>,
}

impl Generations {
    /// Opens the generations below a data directory.
    ///
    /// There is no current one when none was ever built, or when the one there is was built by other rules.
    pub fn open(data: &Path) -> Result<Self, IndexError> {
        let generations = Self {
            root: data.join("index"),
            current: RwLock::new(None),
        };
        generations.refresh()?;
        Ok(generations)
    }

    /// Returns the current generation.
    pub fn current(&self) -> Option<Arc<Generation>> {
        self.current
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Opens the generation that the pointer names, if it is not the one already open.
    pub fn refresh(&self) -> Result<(), IndexError> {
        let Some(name) = self.pointed()? else {
            return Ok(());
        };
        if self.current().is_some_and(|current| current.name() == name) {
            return Ok(());
        }
        let generation = Generation::open(&self.root, &name)?;
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(generation));
        Ok(())
    }

    /// Makes the next generation; nobody sees it before [`adopt`](Self::adopt).
    ///
    /// What a rebuild that was interrupted left behind is thrown away.
    pub fn next(&self) -> Result<Generation, IndexError> {
        let newest = self
            .names()?
            .last()
            .and_then(|name| name[1..].parse::<u32>().ok());
        let pointed = self.pointed()?;
        for name in self
            .names()?
            .iter()
            .filter(|name| Some(*name) != pointed.as_ref())
        {
            self.remove(name);
        }
        Generation::open(&self.root, &format!("g{:06}", newest.unwrap_or(0) + 1))
    }

    /// Makes a generation the current one, for this process and every other that refreshes.
    pub fn adopt(&self, generation: Generation) -> Result<(), IndexError> {
        let unusable = |reason| IndexError::Directory {
            path: self.root.clone(),
            reason,
        };
        let pointer = self.root.join(POINTER);
        let fresh = self.root.join(format!("{POINTER}.new"));
        fs_err::write(&fresh, format!("{} {}\n", generation.name(), fingerprint()))
            .map_err(unusable)?;
        fs_err::rename(&fresh, &pointer).map_err(unusable)?;
        let kept = generation.name().to_owned();
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(generation));
        // Readers in this and other processes keep their open files; the names may go.
        for name in self.names()?.iter().filter(|name| **name != kept) {
            self.remove(name);
        }
        Ok(())
    }

    /// Returns the size of the current generation on disk, in bytes.
    pub fn size(&self) -> u64 {
        let Some(current) = self.current() else {
            return 0;
        };
        let files = fs_err::read_dir(self.root.join(current.name()))
            .into_iter()
            .flatten()
            .flatten();
        files
            .filter_map(|file| file.metadata().ok())
            .map(|metadata| metadata.len())
            .sum()
    }

    /// The generation the pointer names, if its fingerprint is ours.
    fn pointed(&self) -> Result<Option<String>, IndexError> {
        let pointer = self.root.join(POINTER);
        let text = match fs_err::read_to_string(&pointer) {
            Ok(text) => text,
            Err(reason) if reason.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(reason) => {
                return Err(IndexError::Directory {
                    path: pointer,
                    reason,
                });
            }
        };
        let (name, found) = text.trim().split_once(' ').unwrap_or((text.trim(), ""));
        Ok((found == fingerprint() && is_generation(name)).then(|| name.to_owned()))
    }

    fn names(&self) -> Result<Vec<String>, IndexError> {
        let unusable = |reason| IndexError::Directory {
            path: self.root.clone(),
            reason,
        };
        fs_err::create_dir_all(&self.root).map_err(unusable)?;
        let entries = fs_err::read_dir(&self.root).map_err(unusable)?;
        let names = entries
            .flatten()
            .filter_map(|entry| entry.file_name().into_string().ok());
        let mut names: Vec<String> = names.filter(|name| is_generation(name)).collect();
        names.sort_unstable();
        Ok(names)
    }

    fn remove(&self, name: &str) {
        if let Err(reason) = fs_err::remove_dir_all(self.root.join(name)) {
            tracing::warn!(
                index.generation = name,
                "cannot remove an old generation of the index: {reason}"
            );
        }
    }
}

fn is_generation(name: &str) -> bool {
    name.strip_prefix('g')
        .is_some_and(|digits| digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_digit()))
}
