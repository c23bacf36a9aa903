//! XML as a tree of borrowed pieces, of limited depth and without entities of its own.
//!
//! Word processors and the STS toolchain write what has to be looked at out of order (a paragraph's number depends on
//! properties that follow, a note's label on its parent), so a tree is read rather than events. Nodes borrow from the
//! text; a document's tree takes a few times its size.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::{ExtractError, Format, Limits};

/// A place in the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place(u32);

#[derive(Debug)]
enum Content<'t> {
    Element(BytesStart<'t>),
    Text(Cow<'t, str>),
}

#[derive(Debug)]
struct Entry<'t> {
    content: Content<'t>,
    parent: Option<Place>,
    first: Option<Place>,
    next: Option<Place>,
}

/// A parsed document.
#[derive(Debug)]
pub(super) struct Tree<'t> {
    entries: Vec<Entry<'t>>,
}

/// Names of characters that documents use without declaring them.
const NAMED: &[(&str, &str)] = &[
    ("lt", "<"),
    ("gt", ">"),
    ("amp", "&"),
    ("apos", "'"),
    ("quot", "\""),
    ("nbsp", "\u{a0}"),
    ("ndash", "–"),
    ("mdash", "—"),
    ("le", "≤"),
    ("ge", "≥"),
    ("plusmn", "±"),
    ("times", "×"),
    ("deg", "°"),
    ("micro", "µ"),
    ("hellip", "…"),
    ("alpha", "α"),
    ("beta", "β"),
    ("Omega", "Ω"),
];

impl<'t> Tree<'t> {
    /// Parses a document.
    ///
    /// # Errors
    ///
    /// [`ExtractError`] when it is not well-formed, nested too deeply, or declares entities of its own.
    pub(super) fn parse(
        text: &'t str,
        format: Format,
        limits: &Limits,
    ) -> Result<Self, ExtractError> {
        let mut reader = Reader::from_str(text);
        let mut building = Building::default();
        loop {
            let event = reader
                .read_event()
                .map_err(|reason| ExtractError::damaged(format, &reason))?;
            match event {
                Event::Start(start) => {
                    let place = building.add(Content::Element(start));
                    building.open.push((place, None));
                    if building.open.len() > limits.depth {
                        return Err(ExtractError::too_much(
                            format!("at most {} elements inside one another", limits.depth),
                            "more than that",
                        ));
                    }
                }
                Event::Empty(start) => {
                    building.add(Content::Element(start));
                }
                Event::End(_) => {
                    building.open.pop();
                }
                Event::Text(piece) => {
                    building.add(Content::Text(piece.into_inner()));
                }
                Event::CData(piece) => {
                    building.add(Content::Text(piece.into_inner()));
                }
                Event::GeneralRef(reference) => {
                    building.add(Content::Text(character(&reference)));
                }
                Event::DocType(kind) if kind.contains('[') => {
                    return Err(ExtractError::damaged(
                        format,
                        &"entities that it declares itself",
                    ));
                }
                Event::Eof => break,
                Event::DocType(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            }
        }
        if !building.open.is_empty() {
            return Err(ExtractError::damaged(
                format,
                &"an end in the middle of an element",
            ));
        }
        Ok(Self {
            entries: building.entries,
        })
    }

    /// Returns the outermost element.
    pub(super) fn root(&self) -> Option<Node<'_, 't>> {
        let at = self
            .entries
            .iter()
            .position(|entry| matches!(entry.content, Content::Element(_)))?;
        Some(Node {
            tree: self,
            place: Place(u32::try_from(at).ok()?),
        })
    }
}

/// The tree as it grows; each open element remembers its last child.
#[derive(Default)]
struct Building<'t> {
    entries: Vec<Entry<'t>>,
    open: Vec<(Place, Option<Place>)>,
}

impl<'t> Building<'t> {
    fn add(&mut self, content: Content<'t>) -> Place {
        // A document is at most some dozens of megabytes, so there are fewer nodes than that.
        let place = Place(u32::try_from(self.entries.len()).unwrap_or(u32::MAX));
        let parent = self.open.last().map(|(parent, _)| *parent);
        if let Some((parent, last)) = self.open.last_mut() {
            match last.replace(place) {
                Some(before) => self.entries[before.0 as usize].next = Some(place),
                None => self.entries[parent.0 as usize].first = Some(place),
            }
        }
        self.entries.push(Entry {
            content,
            parent,
            first: None,
            next: None,
        });
        place
    }
}

/// The character a reference stands for; one that is not known is kept as it is written.
fn character<'t>(reference: &BytesRef<'t>) -> Cow<'t, str> {
    if let Ok(Some(letter)) = reference.resolve_char_ref() {
        return Cow::Owned(letter.to_string());
    }
    let name: &str = reference;
    NAMED.iter().find(|(known, _)| *known == name).map_or_else(
        || Cow::Owned(format!("&{name};")),
        |(_, text)| Cow::Borrowed(*text),
    )
}

/// An element or a piece of text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Node<'a, 't> {
    tree: &'a Tree<'t>,
    place: Place,
}

impl<'a, 't> Node<'a, 't> {
    fn entry(self) -> &'a Entry<'t> {
        &self.tree.entries[self.place.0 as usize]
    }

    /// Returns the name of an element without its prefix; empty for text.
    pub(super) fn name(self) -> &'a str {
        match &self.entry().content {
            Content::Element(start) => start.local_name().into_inner(),
            Content::Text(_) => "",
        }
    }

    /// Returns the characters of a piece of text; nothing for an element.
    pub(super) fn text(self) -> Option<&'a str> {
        match &self.entry().content {
            Content::Element(_) => None,
            Content::Text(text) => Some(text),
        }
    }

    /// Returns an attribute by its name without prefix.
    pub(super) fn attribute(self, name: &str) -> Option<String> {
        let Content::Element(start) = &self.entry().content else {
            return None;
        };
        let mut attributes = start.attributes();
        let found = attributes
            .with_checks(false)
            .filter_map(Result::ok)
            .find(|each| each.key.local_name().into_inner() == name)?;
        let value = found.normalized_value(XmlVersion::Implicit1_0).ok()?;
        Some(value.into_owned())
    }

    /// Returns an attribute that is a number.
    pub(super) fn number(self, name: &str) -> Option<usize> {
        self.attribute(name)?.trim().parse().ok()
    }

    /// Iterates over what stands right inside.
    pub(super) fn children(self) -> impl Iterator<Item = Self> {
        let tree = self.tree;
        let next = move |at: &Self| {
            let place = at.entry().next?;
            Some(Self { tree, place })
        };
        let first = self.entry().first.map(|place| Self { tree, place });
        std::iter::successors(first, next)
    }

    /// Returns the first element of a name right inside.
    pub(super) fn child(self, name: &str) -> Option<Self> {
        self.children().find(|child| child.name() == name)
    }

    /// Returns the element along a path of names.
    pub(super) fn path(self, names: &[&str]) -> Option<Self> {
        names.iter().try_fold(self, |at, name| at.child(name))
    }

    /// Iterates over the elements of a name at any depth, in order.
    pub(super) fn descendants(self, name: &str) -> impl Iterator<Item = Self> {
        let (tree, top) = (self.tree, self.place);
        let following = move |at: Place| {
            let entry = &tree.entries[at.0 as usize];
            if entry.first.is_some() {
                return entry.first;
            }
            let mut up = at;
            while up != top {
                let entry = &tree.entries[up.0 as usize];
                if entry.next.is_some() {
                    return entry.next;
                }
                up = entry.parent?;
            }
            None
        };
        std::iter::successors(following(top), move |at| following(*at))
            .map(move |place| Self { tree, place })
            .filter(move |node| node.name() == name)
    }

    /// Returns all characters inside.
    pub(super) fn all_text(self) -> String {
        let mut text = String::new();
        self.gather(&mut text);
        text
    }

    fn gather(self, text: &mut String) {
        if let Some(piece) = self.text() {
            text.push_str(piece);
        }
        for child in self.children() {
            child.gather(text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Tree<'_>, ExtractError> {
        Tree::parse(text, Format::Sts, &Limits::default())
    }

    #[test]
    fn a_tree_gives_names_attributes_and_text() {
        let tree = parse("<?xml version='1.0'?><!DOCTYPE a SYSTEM 'x'><s:a s:n='&#52;'>1&lt;2<b/><c>&ge;<b>3</b></c>&own;</s:a>").unwrap();
        let root = tree.root().unwrap();
        assert_eq!((root.name(), root.number("n")), ("a", Some(4)));
        assert_eq!(root.all_text(), "1<2≥3&own;");
        assert_eq!(root.descendants("b").count(), 2);
        assert_eq!(root.path(&["c", "b"]).unwrap().all_text(), "3");
        assert!(root.child("d").is_none());
    }

    #[test]
    fn entities_depth_and_broken_markup_are_refused() {
        assert!(parse("<!DOCTYPE a [<!ENTITY x 'yy'>]><a>&x;</a>").is_err());
        let deep = "<a>".repeat(300);
        assert!(matches!(parse(&deep), Err(ExtractError::TooMuch { .. })));
        assert!(parse("<a><b></a>").is_err());
        assert!(parse("<a>").is_err());
        assert!(parse("").unwrap().root().is_none());
    }
}
