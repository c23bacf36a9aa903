//! An element with its attributes, text and children.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::json::nature_of;
use crate::page::PageError;

/// No feed or table read here is deeper than ten.
const DEEPEST: usize = 64;
/// No element read here has more than ten.
const MOST_ATTRIBUTES: usize = 100;
/// The largest feed page has a few thousand.
const MOST: usize = 500_000;

/// An element of a page.
#[derive(Debug, Default)]
pub(crate) struct Element {
    /// Name without prefix.
    pub(crate) name: String,
    attributes: Vec<(String, String)>,
    text: String,
    children: Vec<Self>,
}

impl Element {
    /// Reads the root element of a page.
    ///
    /// # Errors
    ///
    /// [`PageError`] when the page is no well-formed XML, has entities of its own, or passes a bound.
    pub(crate) fn read(text: &str, expected: &str) -> Result<Self, PageError> {
        let text = text.trim_start_matches('\u{feff}').trim_start();
        if !text.starts_with('<') {
            return Err(PageError::new(expected, nature_of(text)));
        }
        let wrong = |found: String| PageError::new(expected, found);
        let mut reader = Reader::from_str(text);
        let mut open: Vec<Self> = vec![Self::default()];
        let mut count = 0_usize;
        loop {
            let event = reader
                .read_event()
                .map_err(|reason| wrong(format!("broken XML ({reason})")))?;
            match event {
                Event::Start(start) => {
                    count += 1;
                    if open.len() > DEEPEST || count > MOST {
                        return Err(wrong(format!(
                            "more than {DEEPEST} levels or {MOST} elements"
                        )));
                    }
                    open.push(Self::of(&start));
                }
                Event::Empty(start) => {
                    count += 1;
                    if count > MOST {
                        return Err(wrong(format!("more than {MOST} elements")));
                    }
                    if let Some(parent) = open.last_mut() {
                        parent.children.push(Self::of(&start));
                    }
                }
                Event::End(_) => close(&mut open),
                Event::Text(part) => push(&mut open, &part),
                Event::CData(part) => push(&mut open, &part),
                Event::GeneralRef(name) => {
                    let whole = format!("&{};", &*name);
                    let plain = quick_xml::escape::unescape(&whole)
                        .unwrap_or(Cow::Borrowed(whole.as_str()))
                        .into_owned();
                    push(&mut open, &plain);
                }
                Event::DocType(declaration) if declaration.contains('[') => {
                    return Err(wrong("a document type with its own entities".to_owned()));
                }
                Event::Eof => break,
                Event::DocType(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            }
        }
        if open.len() > 1 {
            return Err(wrong("XML that breaks off".to_owned()));
        }
        open.pop()
            .and_then(|page| page.children.into_iter().next())
            .ok_or_else(|| wrong(nature_of(text)))
    }

    /// Returns the children of a name.
    pub(crate) fn all<'element>(
        &'element self,
        name: &'element str,
    ) -> impl Iterator<Item = &'element Self> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// Returns the first child of a name.
    pub(crate) fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// Returns the trimmed text of a child, where it has any.
    pub(crate) fn text_of(&self, name: &str) -> Option<String> {
        self.child(name).and_then(Self::own_text)
    }

    /// Returns the element's own trimmed text, where it has any.
    pub(crate) fn own_text(&self) -> Option<String> {
        let text = self.text.trim();
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// Returns an attribute by its local name.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(of, _)| of == name);
        found.map(|(_, value)| value.as_str())
    }

    fn of(start: &BytesStart<'_>) -> Self {
        // Looking for attributes that come twice would cost the square of their number.
        let attributes = start
            .attributes()
            .with_checks(false)
            .take(MOST_ATTRIBUTES)
            .filter_map(Result::ok)
            .map(|attribute| {
                let value = match quick_xml::escape::unescape(&attribute.value) {
                    Ok(value) => value.into_owned(),
                    Err(_) => attribute.value.clone().into_owned(),
                };
                let name = attribute.key.local_name();
                (name.as_ref().to_owned(), value)
            })
            .collect();
        Self {
            name: start.local_name().as_ref().to_owned(),
            attributes,
            ..Self::default()
        }
    }
}

fn push(open: &mut [Element], text: &str) {
    if let Some(element) = open.last_mut() {
        element.text.push_str(text);
    }
}

fn close(open: &mut Vec<Element>) {
    // The reader itself refuses an end without a beginning, so the root of the page stays.
    if open.len() > 1
        && let Some(element) = open.pop()
        && let Some(parent) = open.last_mut()
    {
        parent.children.push(element);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_their_prefix_and_text_its_entities() {
        let page = "\u{feff}<?xml version='1.0'?><a:feed xmlns:a='x'><a:title no='1 &amp; 2'>Toys &amp; <![CDATA[prams]]></a:title></a:feed>";
        let feed = Element::read(page, "a feed").unwrap();
        assert_eq!(feed.name, "feed");
        assert_eq!(feed.text_of("title").as_deref(), Some("Toys & prams"));
        assert_eq!(feed.child("title").unwrap().attribute("no"), Some("1 & 2"));
    }

    #[test]
    fn entities_depth_and_broken_pages_are_refused_with_a_sentence() {
        let bomb = "<!DOCTYPE a [<!ENTITY b \"cc\">]><a>&b;</a>";
        for (page, found) in [
            (bomb.to_owned(), "its own entities"),
            ("<a>".repeat(1_000_000), "levels"),
            ("<a><b>".to_owned(), "breaks off"),
            ("{\"a\":1}".to_owned(), "`{\"a\":1}`"),
            (String::new(), "empty page"),
        ] {
            let error = Element::read(&page, "a feed").unwrap_err().to_string();
            assert!(error.contains(found), "{error}");
        }
    }
}
