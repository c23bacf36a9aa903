//! Paragraph styles: what they inherit, which numbering and which outline level they bring.

use std::collections::HashMap;

use super::super::xml::{Node, Tree};

/// Styles a style may be based on, one on the other; a longer chain is a circle.
const LONGEST_CHAIN: usize = 16;

/// A reference to a numbering: which one, and which level of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct NumberReference {
    /// The numbering; `0` takes away an inherited one.
    pub(super) numbering: Option<String>,
    /// The level, 0 the highest.
    pub(super) level: Option<usize>,
}

impl NumberReference {
    /// Reads the properties of a paragraph or of a style.
    pub(super) fn of(properties: Node<'_, '_>) -> Option<Self> {
        let found = properties.child("numPr")?;
        let value = |name| found.child(name).and_then(|node| node.attribute("val"));
        Some(Self {
            numbering: value("numId"),
            level: value("ilvl").and_then(|level| level.parse().ok()),
        })
    }
}

#[derive(Debug, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    reference: Option<NumberReference>,
    outline: Option<usize>,
}

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
    default: Option<String>,
}

impl Styles {
    /// Reads the part of styles.
    pub(super) fn read(tree: &Tree<'_>) -> Self {
        let mut styles = Self::default();
        let Some(root) = tree.root() else {
            return styles;
        };
        for node in root.children().filter(|node| node.name() == "style") {
            let Some(id) = node.attribute("styleId") else {
                continue;
            };
            let value = |name| node.child(name).and_then(|node| node.attribute("val"));
            let is_paragraph = node.attribute("type").as_deref() == Some("paragraph");
            if is_paragraph && node.attribute("default").as_deref() == Some("1") {
                styles.default = Some(id.clone());
            }
            let properties = node.child("pPr");
            let style = Style {
                name: value("name").unwrap_or_default().to_lowercase(),
                based_on: value("basedOn"),
                reference: properties.and_then(NumberReference::of),
                outline: properties.and_then(outline_of),
            };
            styles.by_id.insert(id, style);
        }
        styles
    }

    /// Returns the style a paragraph has when it names none.
    pub(super) fn default_style(&self) -> Option<&str> {
        self.default.as_deref()
    }

    /// Iterates over a style and those it is based on.
    fn chain<'s>(&'s self, id: &str) -> impl Iterator<Item = (&'s str, &'s Style)> {
        let entry = |id: &str| {
            self.by_id
                .get_key_value(id)
                .map(|(id, style)| (id.as_str(), style))
        };
        std::iter::successors(entry(id), move |(_, style)| {
            entry(style.based_on.as_deref()?)
        })
        .take(LONGEST_CHAIN)
    }

    /// Returns the numbering a style brings, and the style that names it.
    ///
    /// The two halves are inherited one by one: a style may only change the level of what it is based on.
    pub(super) fn reference<'s>(&'s self, id: &str) -> Option<(&'s str, NumberReference)> {
        let halves = || {
            let chain = self.chain(id);
            chain.filter_map(|(id, style)| Some((id, style.reference.as_ref()?)))
        };
        let (owner, numbering) =
            halves().find_map(|(id, reference)| Some((id, reference.numbering.clone()?)))?;
        let level = halves().find_map(|(_, reference)| reference.level);
        let reference = NumberReference {
            numbering: Some(numbering),
            level,
        };
        Some((owner, reference))
    }

    /// Returns the outline level a style brings, 0 the highest.
    pub(super) fn outline(&self, id: &str) -> Option<usize> {
        self.chain(id).find_map(|(_, style)| style.outline)
    }

    /// Tells whether a style is one of the lines of a table of contents, which repeat the headings.
    pub(super) fn is_contents(&self, id: &str) -> bool {
        self.by_id.get(id).is_some_and(|style| {
            let level = style.name.strip_prefix("toc ");
            level.is_some_and(|level| level.parse::<u8>().is_ok())
        })
    }
}

/// The outline level among properties; 9 means running text (17.3.1.20).
pub(super) fn outline_of(properties: Node<'_, '_>) -> Option<usize> {
    properties.child("outlineLvl")?.number("val")
}
