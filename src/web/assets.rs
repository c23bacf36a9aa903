//! Style sheet, script and icon, carried in the program.
//!
//! The address of an asset holds its hash, so that browsers may keep it for ever and a new program is never shown with an
//! old style sheet. In debug builds the files are read from disk, and the hash is that of the files at the first request.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use rust_embed::Embed;

/// The files.
#[derive(Debug, Embed)]
#[folder = "$CARGO_MANIFEST_DIR/src/web/assets"]
struct Files;

/// An asset as it is served.
struct Asset {
    /// Last segment of the address: name, hash, ending.
    addressed: String,
    etag: String,
    bytes: Vec<u8>,
}

static ASSETS: LazyLock<BTreeMap<String, Asset>> = LazyLock::new(|| {
    let assets = Files::iter().filter_map(|name| {
        let bytes = Files::get(&name)?.data.into_owned();
        let hash = blake3::hash(&bytes).to_hex()[..12].to_owned();
        let (stem, ending) = name.rsplit_once('.')?;
        let addressed = format!("{stem}.{hash}.{ending}");
        Some((
            name.into_owned(),
            Asset {
                addressed,
                etag: format!("\"{hash}\""),
                bytes,
            },
        ))
    });
    assets.collect()
});

/// For ever, as caches understand it (RFC 8246).
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// For files whose address does not change.
const A_DAY: &str = "public, max-age=86400";

/// Returns the address of an asset; an address that names nothing where there is no such file.
pub(super) fn address(name: &str) -> String {
    format!(
        "/assets/{}",
        ASSETS
            .get(name)
            .map_or(name, |asset| asset.addressed.as_str())
    )
}

/// Answers `/assets/{name}`.
pub(super) async fn asset(Path(name): Path<String>, headers: HeaderMap) -> Response {
    let found = ASSETS.iter().find(|(_, asset)| asset.addressed == name);
    found.map_or_else(
        || StatusCode::NOT_FOUND.into_response(),
        |(name, asset)| answer(name, asset, FOR_EVER, &headers),
    )
}

/// Answers `/favicon.svg`, which browsers ask for by this name.
pub(super) async fn icon(headers: HeaderMap) -> Response {
    plain("favicon.svg", &headers)
}

/// Answers `/robots.txt`.
pub(super) async fn robots(headers: HeaderMap) -> Response {
    plain("robots.txt", &headers)
}

fn plain(name: &str, headers: &HeaderMap) -> Response {
    let asset = ASSETS.get(name);
    asset.map_or_else(
        || StatusCode::NOT_FOUND.into_response(),
        |asset| answer(name, asset, A_DAY, headers),
    )
}

fn answer(name: &str, asset: &Asset, cached: &'static str, headers: &HeaderMap) -> Response {
    let known = headers
        .get(IF_NONE_MATCH)
        .and_then(|value| value.to_str().ok());
    let known = known.is_some_and(|tags| {
        tags.split(',')
            .any(|tag| tag.trim().trim_start_matches("W/") == asset.etag)
    });
    let status = if known {
        StatusCode::NOT_MODIFIED
    } else {
        StatusCode::OK
    };
    let bytes = if known {
        Vec::new()
    } else {
        asset.bytes.clone()
    };
    let head = [
        (CONTENT_TYPE, media_type(name)),
        (CACHE_CONTROL, cached),
        (ETAG, asset.etag.as_str()),
    ];
    (status, head, bytes).into_response()
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        _ => "text/plain; charset=utf-8",
    }
}
