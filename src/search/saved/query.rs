//! A query that is kept.

use serde::{Deserialize, Serialize};

use crate::model::Language;
use crate::search::query::{
    GRAMMAR_VERSION, Node, QueryError, parse, parse_lenient, refuse_catch_all,
};
use crate::search::{Filters, SearchRequest, Sort};

/// A query that narrows, with everything that is needed to ask it again.
///
/// Its stored form is JSON of `text`, `canonical`, `tree`, `filters` and `grammar`. Reading one that another version of
/// the grammar wrote reads the text again; it fails only when the text then matches everything.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Stored")]
pub struct SavedQuery {
    text: String,
    canonical: String,
    tree: Node,
    #[serde(skip_serializing_if = "Filters::is_empty")]
    filters: Filters,
    grammar: u32,
    #[serde(skip)]
    reread: Option<Reread>,
}

/// What another version of the grammar made of a saved query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reread {
    /// The version that read it when it was saved.
    pub from_grammar: u32,
    /// Its canonical form then.
    pub before: String,
    /// Its canonical form now.
    pub now: String,
}

impl Reread {
    /// Tells whether the query means something else than when it was saved.
    pub fn changed(&self) -> bool {
        self.before != self.now
    }
}

/// Why a query cannot be kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SavedQueryError {
    /// The query has a fault, or matches everything.
    #[error(transparent)]
    Query(#[from] QueryError),
}

impl SavedQueryError {
    /// Returns the message in a language, with the place of the fault.
    pub fn message(&self, language: Language) -> String {
        let Self::Query(error) = self;
        error.message(language)
    }

    /// Draws the query with carets under the fault.
    pub fn caret(&self, query: &str) -> String {
        let Self::Query(error) = self;
        error.caret(query)
    }
}

/// The stored form, whichever version wrote it.
#[derive(Deserialize)]
struct Stored {
    text: String,
    #[serde(default)]
    canonical: String,
    /// Not a [`Node`]: the tree of another version may have another shape.
    #[serde(default)]
    tree: serde_json::Value,
    #[serde(default)]
    filters: Filters,
    grammar: u32,
}

impl SavedQuery {
    /// Reads a query strictly for keeping, with the filters chosen beside it.
    ///
    /// # Errors
    ///
    /// [`SavedQueryError::Query`] with the first fault, or when neither query nor filters narrow the search.
    pub fn new(text: impl Into<String>, filters: Filters) -> Result<Self, SavedQueryError> {
        let text = text.into();
        let tree = parse(&text)?;
        Ok(Self::of_tree(text, tree, filters)?)
    }

    fn of_tree(text: String, tree: Node, filters: Filters) -> Result<Self, QueryError> {
        // Filters narrow by themselves: every notification of one market is a search worth keeping.
        if filters.is_empty() {
            refuse_catch_all(&tree)?;
        }
        Ok(Self {
            canonical: tree.to_string(),
            text,
            tree,
            filters,
            grammar: GRAMMAR_VERSION,
            reread: None,
        })
    }

    /// Returns the query as it was typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the query in canonical form.
    pub fn canonical(&self) -> &str {
        &self.canonical
    }

    /// Returns the tree.
    pub fn tree(&self) -> &Node {
        &self.tree
    }

    /// Returns the filters.
    pub fn filters(&self) -> &Filters {
        &self.filters
    }

    /// Returns the version of the grammar that read it.
    pub fn grammar(&self) -> u32 {
        self.grammar
    }

    /// Says what reading it again changed; nothing when this program's grammar read it in the first place.
    pub fn reread(&self) -> Option<&Reread> {
        self.reread.as_ref()
    }

    /// Says in one sentence how it was read.
    pub fn describe(&self, language: Language) -> String {
        self.tree.describe(language)
    }

    /// Returns the search it stands for, the newest first.
    pub fn request(&self, language: Language) -> SearchRequest {
        SearchRequest {
            filters: self.filters.clone(),
            sort: Sort::Newest,
            language,
            ..SearchRequest::of(self.text.clone())
        }
    }
}

impl TryFrom<Stored> for SavedQuery {
    type Error = QueryError;

    fn try_from(stored: Stored) -> Result<Self, QueryError> {
        let Stored {
            text,
            canonical,
            tree,
            filters,
            grammar,
        } = stored;
        let same = grammar == GRAMMAR_VERSION;
        if let (true, Ok(tree)) = (same, serde_json::from_value(tree)) {
            return Self::of_tree(text, tree, filters);
        }
        // Leniently: a word that became an operator must not silence an alert.
        let tree = parse_lenient(&text).node;
        let query = Self::of_tree(text, tree, filters)?;
        let reread = Reread {
            from_grammar: grammar,
            before: canonical,
            now: query.canonical.clone(),
        };
        Ok(Self {
            reread: Some(reread),
            ..query
        })
    }
}
