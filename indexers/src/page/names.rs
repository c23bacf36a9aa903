//! What the entries of a file are called, for files whose lines name one another by key.

use std::collections::HashMap;

/// What an entry is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The number of the document.
    pub number: Box<str>,
    /// Whether it is published: a draft replaces nothing yet.
    pub is_published: bool,
}

/// Numbers of documents by the key a file gives them.
///
/// ISO's list says that 62085 replaces 46486: only the whole list tells that this is ISO 9001:2008. A hundred thousand of
/// them are a few megabytes, which is why the names of a file are held and not its lines.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names(HashMap<u64, Named>);

impl Names {
    /// Returns what an entry is called.
    pub fn get(&self, key: u64) -> Option<&Named> {
        self.0.get(&key)
    }

    /// Takes the names of a piece of the file; the later name of a key counts.
    pub fn take(&mut self, names: impl IntoIterator<Item = (u64, Named)>) {
        self.0.extend(names);
    }

    /// Returns how many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Tells whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
