//! The manual: its chapters, one chapter, and looking for a word.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use crate::web::error::{Problem, WebError};
use crate::web::frame::{Frame, Section};
use crate::web::manual::{Found, Rendered, chapters, find, render};
use crate::web::page::page;
use crate::web::reader::Reader;
use crate::web::routes::Route;
use crate::web::words::Words;

/// A chapter in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct ChapterLink {
    pub(in crate::web) href: String,
    pub(in crate::web) title: &'static str,
    pub(in crate::web) lead: &'static str,
}

/// The list of chapters, or what was found in them.
#[derive(Debug, Template)]
#[template(path = "help.html")]
pub(in crate::web) struct HelpPage {
    pub(in crate::web) frame: Frame,
    pub(in crate::web) query: String,
    pub(in crate::web) said: String,
    /// Address and section.
    pub(in crate::web) found: Vec<(String, Found)>,
    pub(in crate::web) chapters: Vec<ChapterLink>,
}

/// A chapter.
#[derive(Debug, Template)]
#[template(path = "chapter.html")]
pub(in crate::web) struct ChapterPage {
    pub(in crate::web) frame: Frame,
    pub(in crate::web) title: &'static str,
    pub(in crate::web) rendered: Rendered,
    pub(in crate::web) previous: Option<ChapterLink>,
    pub(in crate::web) next: Option<ChapterLink>,
}

/// Answers `/{language}/help`.
pub(in crate::web) async fn show(reader: Reader) -> Response {
    let query = reader.parameter("q");
    page(StatusCode::OK, &HelpPage::of(&reader, &query))
}

/// Answers `/{language}/help/{chapter}`.
pub(in crate::web) async fn chapter(
    reader: Reader,
    Path(name): Path<String>,
) -> Result<Response, WebError> {
    let view = ChapterPage::of(&reader, &name);
    let view = view.ok_or_else(|| reader.fail(Problem::NoPage))?;
    Ok(page(StatusCode::OK, &view))
}

impl HelpPage {
    /// Makes the page of a query; an empty one asks for nothing.
    pub(in crate::web) fn of(reader: &Reader, query: &str) -> Self {
        let language = reader.language;
        let words = &Words::of(language).help;
        let frame = Frame::new(reader, words.title).within(Section::Help);
        let found: Vec<_> = find(chapters(language), query)
            .into_iter()
            .map(|one| {
                let chapter = frame.href(Route::Chapter(one.chapter));
                let href = if one.place.is_empty() {
                    chapter
                } else {
                    format!("{chapter}#{}", one.place)
                };
                (href, one)
            })
            .collect();
        let said = match (query.is_empty(), found.is_empty()) {
            (true, _) => String::new(),
            (false, true) => (words.nothing)(query),
            (false, false) => (words.found)(found.len() as u64),
        };
        Self {
            query: query.to_owned(),
            said,
            found,
            chapters: (0..chapters(language).len())
                .filter_map(|place| link(&frame, place))
                .collect(),
            frame,
        }
    }
}

impl ChapterPage {
    /// Makes the page of a chapter; nothing where there is none of that name.
    pub(in crate::web) fn of(reader: &Reader, name: &str) -> Option<Self> {
        let all = chapters(reader.language);
        let place = all.iter().position(|chapter| chapter.name == name)?;
        let chapter = &all[place];
        let frame = Frame::new(reader, chapter.title).within(Section::Help);
        Some(Self {
            title: chapter.title,
            rendered: render(chapter, reader.language),
            previous: place.checked_sub(1).and_then(|place| link(&frame, place)),
            next: link(&frame, place + 1),
            frame,
        })
    }
}

fn link(frame: &Frame, place: usize) -> Option<ChapterLink> {
    let chapter = chapters(frame.language).get(place)?;
    Some(ChapterLink {
        href: frame.href(Route::Chapter(chapter.name)),
        title: chapter.title,
        lead: chapter.text.lines().next().unwrap_or_default(),
    })
}
