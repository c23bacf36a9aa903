//! A chapter as HTML.

use corpora::manual::Chapter;
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

use crate::model::Language;
use crate::web::routes::Route;

/// A chapter as it is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::web) struct Rendered {
    /// The text; HTML.
    pub(in crate::web) html: String,
    /// Place and title of each section.
    pub(in crate::web) sections: Vec<(String, String)>,
}

/// Renders a chapter for readers of a language.
pub(in crate::web) fn render(chapter: &Chapter, language: Language) -> Rendered {
    let mut sections = Vec::new();
    let mut events = Vec::new();
    let mut heading: Option<(usize, String)> = None;
    for event in Parser::new_ext(chapter.text, Options::ENABLE_TABLES) {
        let event = match event {
            Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
            other => other,
        };
        match event {
            Event::Start(Tag::Heading {
                level: HeadingLevel::H2,
                ..
            }) => {
                heading = Some((events.len(), String::new()));
                events.push(event);
            }
            Event::End(TagEnd::Heading(HeadingLevel::H2)) => {
                if let Some((place, title)) = heading.take() {
                    let id = section_id(sections.len());
                    events[place] = Event::Start(Tag::Heading {
                        level: HeadingLevel::H2,
                        id: Some(CowStr::from(id.clone())),
                        classes: Vec::new(),
                        attrs: Vec::new(),
                    });
                    sections.push((id, title));
                }
                events.push(event);
            }
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            }) => events.push(Event::Start(Tag::Link {
                link_type,
                dest_url: CowStr::from(target(&dest_url, language)),
                title,
                id,
            })),
            // A table may be wider than a telephone and must then be scrolled by itself.
            Event::Start(Tag::Table(_)) => {
                let open = "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"";
                let name = sections.last().map_or(chapter.title, |(_, name)| name);
                let mut label = String::new();
                html::push_html(
                    &mut label,
                    std::iter::once(Event::Text(name.to_owned().into())),
                );
                events.push(Event::Html(format!("{open}{label}\">").into()));
                events.push(event);
            }
            Event::End(TagEnd::Table) => {
                events.push(event);
                events.push(Event::Html("</div>".into()));
            }
            other => {
                if let (Some((_, title)), Event::Text(text) | Event::Code(text)) =
                    (&mut heading, &other)
                {
                    title.push_str(text);
                }
                events.push(other);
            }
        }
    }
    let mut html = String::new();
    html::push_html(&mut html, events.into_iter());
    Rendered { html, sections }
}

/// Returns the place of a section in its page.
pub(super) fn section_id(place: usize) -> String {
    format!("s{}", place + 1)
}

/// Turns `help:NAME` and `page:PATH` into addresses; anything else stays as it is.
fn target(link: &str, language: Language) -> String {
    if let Some(chapter) = link.strip_prefix("help:") {
        return Route::Chapter(chapter).href(language);
    }
    match link.strip_prefix("page:") {
        Some(path) => format!("/{}{path}", language.code()),
        None => link.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rendered(text: &'static str) -> Rendered {
        let chapter = Chapter {
            name: "x",
            title: "X",
            text,
        };
        render(&chapter, Language::En)
    }

    #[test]
    fn sections_have_places_and_titles() {
        let chapter = rendered("lead\n\n## One `two`\n\ntext\n\n## Three\n");
        let sections: Vec<_> = chapter
            .sections
            .iter()
            .map(|(id, title)| (id.as_str(), title.as_str()))
            .collect();
        assert_eq!(sections, [("s1", "One two"), ("s2", "Three")]);
        assert!(
            chapter
                .html
                .contains("<h2 id=\"s1\">One <code>two</code></h2>")
        );
    }

    #[test]
    fn markup_in_a_chapter_is_text() {
        let html = rendered("a <script>alert(1)</script> b\n\n<div>c</div>\n").html;
        assert!(
            !html.contains("<script") && !html.contains("<div"),
            "{html}"
        );
        assert!(html.contains("&lt;script&gt;"), "{html}");
    }

    #[test]
    fn links_lead_to_pages_in_the_language_of_the_reader() {
        let html =
            rendered("[a](help:verdicts) [b](page:/search?q=x) [c](https://example.org/)").html;
        assert!(html.contains("href=\"/en/help/verdicts\""), "{html}");
        assert!(html.contains("href=\"/en/search?q=x\""), "{html}");
        assert!(html.contains("href=\"https://example.org/\""), "{html}");
    }
}
