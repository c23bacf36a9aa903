//! Facts: a name and what it is.

/// A fact of one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct Fact {
    /// What it is about.
    pub(in crate::web) name: &'static str,
    /// Whether the name is shown, or only read aloud because the value speaks for itself.
    pub(in crate::web) names_itself: bool,
    /// The value.
    pub(in crate::web) value: String,
}

impl Fact {
    /// Makes a fact whose name is shown.
    pub(in crate::web) fn named(name: &'static str, value: String) -> Self {
        Self {
            name,
            names_itself: false,
            value,
        }
    }

    /// Makes a fact whose value speaks for itself.
    pub(in crate::web) fn short(name: &'static str, value: String) -> Self {
        Self {
            name,
            names_itself: true,
            value,
        }
    }
}

/// One value of a fact in a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::web) struct FactValue {
    /// The value.
    pub(in crate::web) text: String,
    /// What follows it in soft ink, such as the name of a code.
    pub(in crate::web) note: String,
    /// A page of ours it leads to.
    pub(in crate::web) href: Option<String>,
    /// A page of others it leads to.
    pub(in crate::web) outside: Option<String>,
}

impl FactValue {
    /// Makes a plain value.
    pub(in crate::web) fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    /// Makes a value that leads to a page of ours.
    pub(in crate::web) fn linked(text: impl Into<String>, href: String) -> Self {
        Self {
            text: text.into(),
            href: Some(href),
            ..Self::default()
        }
    }

    /// Makes a value that leads elsewhere.
    pub(in crate::web) fn outside(text: impl Into<String>, link: String) -> Self {
        Self {
            text: text.into(),
            outside: Some(link),
            ..Self::default()
        }
    }

    /// Adds what follows in soft ink.
    #[must_use]
    pub(in crate::web) fn noting(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }
}

/// A row of the table of facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct FactRow {
    /// What it is about.
    pub(in crate::web) name: &'static str,
    /// The values.
    pub(in crate::web) values: Vec<FactValue>,
    /// Whether each value has a line of its own, because some are long or carry a note.
    pub(in crate::web) stacked: bool,
    /// What is said about all of them.
    pub(in crate::web) note: &'static str,
}

/// The longest value, in characters, that stands beside others on one line.
const SHORT: usize = 24;

/// The table of facts while it is filled; rows without a value are left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::web) struct Facts(pub(in crate::web) Vec<FactRow>);

impl Facts {
    /// Adds a row of several values.
    pub(in crate::web) fn all(
        &mut self,
        name: &'static str,
        values: impl IntoIterator<Item = FactValue>,
    ) {
        let values: Vec<FactValue> = values
            .into_iter()
            .filter(|value| !value.text.is_empty())
            .collect();
        if !values.is_empty() {
            let long =
                |value: &FactValue| !value.note.is_empty() || value.text.chars().count() > SHORT;
            let stacked = values.iter().any(long);
            self.0.push(FactRow {
                name,
                values,
                stacked,
                note: "",
            });
        }
    }

    /// Adds a row of one plain value, if there is one.
    pub(in crate::web) fn one(&mut self, name: &'static str, value: Option<impl ToString>) {
        self.all(name, value.map(|value| FactValue::plain(value.to_string())));
    }
}
