//! One furnished house for all tests of the pages: loading the corpus takes longer than asking for all of them.

use std::sync::LazyLock;

use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use axum::response::Response;
use tokio::runtime::Runtime;
use tower::ServiceExt;

use crate::support::House;

static SITE: LazyLock<(Runtime, House)> = LazyLock::new(|| {
    let runtime = Runtime::new().unwrap();
    let house = runtime.block_on(House::furnished());
    (runtime, house)
});

/// An answer as the browser gets it.
pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) bytes: Vec<u8>,
}

impl Answer {
    /// Reads an answer to its end.
    pub(super) async fn of(response: Response) -> Self {
        let (status, headers) = (response.status(), response.headers().clone());
        let bytes = axum::body::to_bytes(response.into_body(), 1 << 26);
        Self {
            status,
            headers,
            bytes: bytes.await.unwrap().to_vec(),
        }
    }

    pub(super) fn html(&self) -> String {
        String::from_utf8(self.bytes.clone()).unwrap()
    }

    pub(super) fn header(&self, name: header::HeaderName) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    /// The addresses of our own that the page links to, as they stand in the attribute.
    pub(super) fn links(&self) -> Vec<String> {
        let html = self.html();
        let links = html
            .split(" href=\"")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap().replace("&#38;", "&"));
        links.filter(|link| link.starts_with('/')).collect()
    }

    /// The address of the link whose tag or text holds some text.
    pub(super) fn link_to(&self, text: &str) -> String {
        let html = self.html();
        let link = html
            .split("<a ")
            .skip(1)
            .find(|link| link.split("</a>").next().unwrap().contains(text));
        let link = link.unwrap_or_else(|| panic!("no link holds `{text}`"));
        let href = link
            .split("href=\"")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap();
        href.replace("&#38;", "&").replace("&amp;", "&")
    }
}

/// Asks for an address with some headers.
pub(super) fn ask(path: &str, headers: &[(header::HeaderName, &str)]) -> Answer {
    with_house(async |house| {
        let mut request = Request::get(path);
        for (name, value) in headers {
            request = request.header(name, *value);
        }
        let router = duibiao::server::router(std::sync::Arc::clone(&house.app));
        let request = request.body(Body::empty()).unwrap();
        Answer::of(router.oneshot(request).await.unwrap()).await
    })
}

/// Does something with the house.
pub(super) fn with_house<T>(work: impl AsyncFnOnce(&House) -> T) -> T {
    let (runtime, house) = &*SITE;
    runtime.block_on(work(house))
}

/// Asks for an address as a browser without preferences.
pub(super) fn get(path: &str) -> Answer {
    ask(path, &[])
}
