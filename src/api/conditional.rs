//! Conditional requests (RFC 9110 §13): an answer that cannot have changed is not made again.
//!
//! What is answered from store, index and day alone has a tag made of these, the address and the program's version, so that
//! the tag is known before the work is done. Reports are left out: reviews and texts of users change them without a new
//! revision.

use std::sync::Arc;

use axum::extract::{MatchedPath, Request, State};
use axum::http::header::{ACCEPT, CACHE_CONTROL, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::app::App;

/// What an answer depends on beside the address and the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Depends {
    /// The index, and the freshness that every answer of a search tells.
    Index,
    /// The store.
    Store,
    /// Both.
    Both,
}

/// The routes whose answers depend on nothing else. Asking the store costs a search that is kept more than its answer, so
/// a search is tagged without it.
const STABLE: [(&str, Depends); 5] = [
    ("/api/v1/search", Depends::Index),
    ("/api/v1/records/{id}", Depends::Store),
    ("/api/v1/records/{id}/similar", Depends::Both),
    ("/api/v1/records/{id}/citation", Depends::Store),
    ("/api/v1/numbers/{number}", Depends::Store),
];

/// The tag of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag(String);

impl Tag {
    /// Makes the tag of everything an answer depends on.
    pub fn of(parts: &[&[u8]]) -> Self {
        let mut hasher = blake3::Hasher::new();
        for part in parts {
            // The length keeps `ab`, `c` apart from `a`, `bc`.
            hasher.update(&part.len().to_le_bytes());
            hasher.update(part);
        }
        // Weak: the time a search took stands in its answer and may differ.
        Self(format!("W/\"{}\"", &hasher.finalize().to_hex()[..20]))
    }

    /// Tells whether the caller has this answer; the comparison is the weak one (RFC 9110 §13.1.2).
    pub fn is_known(&self, headers: &HeaderMap) -> bool {
        let own = self.0.trim_start_matches("W/");
        let lists = headers.get_all(IF_NONE_MATCH).iter();
        lists.filter_map(|list| list.to_str().ok()).any(|list| {
            list.split(',')
                .map(|tag| tag.trim().trim_start_matches("W/"))
                .any(|tag| tag == own || tag == "*")
        })
    }

    /// Returns the header that tells it.
    pub fn header(&self) -> (HeaderName, String) {
        (ETAG, self.0.clone())
    }
}

/// Answers that the caller has the answer already.
pub(super) fn not_modified(tag: &Tag) -> Response {
    let head = [tag.header(), (CACHE_CONTROL, "no-cache".to_owned())];
    (StatusCode::NOT_MODIFIED, head).into_response()
}

/// Tags answers that may be asked for again, and does not make those the caller has.
pub(super) async fn revalidate(
    State(app): State<Arc<App>>,
    request: Request,
    next: Next,
) -> Response {
    let asked = asked(&request);
    let Some(tag) = tag_of(&app, asked).await else {
        return next.run(request).await;
    };
    if tag.is_known(request.headers()) {
        return not_modified(&tag);
    }
    let mut response = next.run(request).await;
    if response.status() == StatusCode::OK {
        let (name, value) = tag.header();
        let headers = response.headers_mut();
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(name, value);
        }
        headers
            .entry(CACHE_CONTROL)
            .or_insert(HeaderValue::from_static("no-cache"));
    }
    response
}

/// What is asked: address and accepted forms, and what the answer depends on beside them.
struct Asked {
    depends: Depends,
    address: String,
    accepted: Vec<u8>,
}

/// What is asked, where its answer depends on nothing that has no tag.
fn asked(request: &Request) -> Option<Asked> {
    let route = request.extensions().get::<MatchedPath>()?.as_str();
    let (_, depends) = STABLE.iter().find(|(stable, _)| *stable == route)?;
    let is_read = request.method() == Method::GET;
    let address = request.uri().path_and_query().filter(|_| is_read)?;
    let accepted = request.headers().get(ACCEPT);
    let accepted = accepted.map(|value| value.as_bytes().to_vec());
    Some(Asked {
        depends: *depends,
        address: address.as_str().to_owned(),
        accepted: accepted.unwrap_or_default(),
    })
}

/// The tag of an answer; nothing where there can be none.
async fn tag_of(app: &App, asked: Option<Asked>) -> Option<Tag> {
    let asked = asked?;
    let mut state = Vec::new();
    if asked.depends != Depends::Store {
        state.extend(app.generations().current()?.seen().as_bytes());
    }
    if asked.depends == Depends::Index {
        for source in app.searcher().await.ok()?.freshness().await.ok()? {
            state.extend(source.fresh_at.as_bytes());
            state.extend(source.records.to_le_bytes());
        }
    } else {
        state.extend(app.store.revision().await.ok()?.to_le_bytes());
    }
    Some(Tag::of(&[
        env!("CARGO_PKG_VERSION").as_bytes(),
        &state,
        app.clock.today().to_string().as_bytes(),
        asked.address.as_bytes(),
        &asked.accepted,
    ]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_known_among_others_weak_or_strong() {
        let tag = Tag::of(&[b"a"]);
        let (_, value) = tag.header();
        let strong = value.trim_start_matches("W/").to_owned();
        for (sent, known) in [
            (value.clone(), true),
            (format!("\"other\", {strong}"), true),
            ("*".to_owned(), true),
            ("\"other\"".to_owned(), false),
            (String::new(), false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(IF_NONE_MATCH, sent.parse().unwrap());
            assert_eq!(tag.is_known(&headers), known, "{sent}");
        }
    }

    #[test]
    fn parts_do_not_run_into_each_other() {
        assert_ne!(Tag::of(&[b"ab", b"c"]), Tag::of(&[b"a", b"bc"]));
    }
}
