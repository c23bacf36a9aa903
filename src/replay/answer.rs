//! From a route and its faults to an answer.

use std::io::Write;
use std::path::Path;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode};
use futures::{StreamExt, stream};

use super::{Fault, Question, ReplayError, Route};

/// An answer under way.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) status: u16,
    headers: Vec<(String, String)>,
    content_type: String,
    body: Vec<u8>,
    sending: Sending,
}

/// How the body is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sending {
    Whole,
    Half,
    Nothing,
    Endless,
    Drip(usize, u64),
}

const ERROR_PAGE: &str = "<!DOCTYPE html><html><head><title>Error</title></head>\
     <body><h1>系统繁忙，请稍后再试</h1><p>The service is busy.</p></body></html>";

impl Draft {
    pub(super) fn missing() -> Self {
        Self {
            status: 404,
            headers: Vec::new(),
            content_type: "text/plain".to_owned(),
            body: b"no such page".to_vec(),
            sending: Sending::Whole,
        }
    }

    /// Takes the answer of a route.
    pub(super) fn of(route: &Route, folder: &Path, base: &str) -> Result<Self, ReplayError> {
        let mut body = match &route.file {
            Some(file) => fs_err::read(folder.join(file))?,
            None => Vec::new(),
        };
        let extension = route
            .file
            .as_deref()
            .and_then(|file| file.rsplit('.').next());
        let is_text = matches!(
            extension,
            Some("json" | "html" | "xml" | "txt" | "atom" | "csv")
        );
        if is_text
            && let Ok(text) = std::str::from_utf8(&body)
            && text.contains("{base}")
        {
            body = text.replace("{base}", base).into_bytes();
        }
        let by_extension = match extension {
            Some("json") => "application/json;charset=utf-8",
            Some("html") => "text/html;charset=utf-8",
            Some("xml" | "rdf") => "application/xml",
            Some("atom") => "application/atom+xml",
            Some("csv") => "text/csv;charset=utf-8",
            Some("xlsx") => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Some("txt") => "text/plain;charset=utf-8",
            _ => "application/octet-stream",
        };
        let headers = route.headers.iter();
        Ok(Self {
            status: route.status.unwrap_or(200),
            headers: headers
                .map(|(name, value)| (name.clone(), value.replace("{base}", base)))
                .collect(),
            content_type: route
                .content_type
                .clone()
                .unwrap_or_else(|| by_extension.to_owned()),
            body,
            sending: Sending::Whole,
        })
    }

    fn header(&mut self, name: &str, value: &str) {
        self.headers.push((name.to_owned(), value.to_owned()));
    }

    /// Brings a fault in.
    pub(super) fn spoil(&mut self, fault: &Fault, question: &Question, asked: &HeaderMap) {
        match fault {
            Fault::Status {
                status,
                retry_after,
            } => {
                self.status = *status;
                self.body.clear();
                if let Some(value) = retry_after {
                    let text = value
                        .as_str()
                        .map_or_else(|| value.to_string(), str::to_owned);
                    self.header("retry-after", &text);
                }
            }
            // Done before the route is chosen.
            Fault::Repeat { .. } => {}
            Fault::Grow { pointer, by } => self.edit(pointer, |value| {
                if let Some(total) = value.as_i64() {
                    *value = (total + by).into();
                }
            }),
            Fault::Shorten { pointer, by } => self.edit(pointer, |value| {
                if let Some(list) = value.as_array_mut() {
                    list.truncate(list.len().saturating_sub(*by));
                }
            }),
            Fault::Html => self.body = ERROR_PAGE.as_bytes().to_vec(),
            Fault::Truncate => self.sending = Sending::Half,
            Fault::Reset => self.sending = Sending::Nothing,
            Fault::Gzip => self.gzip(),
            Fault::Bomb { megabytes } => {
                self.body = zeros(*megabytes);
                self.header("content-encoding", "gzip");
            }
            Fault::Endless => self.sending = Sending::Endless,
            Fault::Drip {
                bytes,
                milliseconds,
            } => self.sending = Sending::Drip((*bytes).max(1), *milliseconds),
            Fault::Redirect { to } => {
                self.body.clear();
                self.status = if to.is_some() { 302 } else { 307 };
                let path = question
                    .path
                    .rsplit_once('/')
                    .map_or("/", |(folder, _)| folder);
                let path = if path.is_empty() { "/" } else { path };
                self.header("set-cookie", &format!("replay=1; Path={path}"));
                let query: String = form_urlencoded::Serializer::new(String::new())
                    .extend_pairs(&question.query)
                    .finish();
                let here = format!("{}?{query}", question.path);
                self.header("location", to.as_deref().unwrap_or(&here));
            }
            Fault::ContentType { value } => self.content_type.clone_from(value),
            Fault::Bom => {
                self.body.splice(0..0, *b"\xEF\xBB\xBF");
            }
            Fault::Gbk => {
                let text = String::from_utf8_lossy(&self.body);
                self.body = encoding_rs::GB18030.encode(&text).0.into_owned();
                let plain = self.content_type.split(';').next().unwrap_or_default();
                self.content_type = format!("{plain}; charset=gb2312");
            }
            Fault::Validators => self.validate(asked),
        }
    }

    fn edit(&mut self, pointer: &str, edit: impl FnOnce(&mut serde_json::Value)) {
        let Ok(mut json) = serde_json::from_slice::<serde_json::Value>(&self.body) else {
            return;
        };
        if let Some(value) = json.pointer_mut(pointer) {
            edit(value);
        }
        self.body = json.to_string().into_bytes();
    }

    fn gzip(&mut self) {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        // Writing into memory cannot fail.
        let packed = encoder
            .write_all(&self.body)
            .and_then(|()| encoder.finish());
        if let Ok(packed) = packed {
            self.body = packed;
            self.header("content-encoding", "gzip");
        }
    }

    fn validate(&mut self, asked: &HeaderMap) {
        const CHANGED: &str = "Tue, 24 Nov 2026 00:00:00 GMT";
        let tag = format!("\"{}\"", &blake3::hash(&self.body).to_hex()[..16]);
        let sent = |name: &str| asked.get(name).and_then(|value| value.to_str().ok());
        if sent("if-none-match") == Some(tag.as_str()) {
            self.status = 304;
            self.body.clear();
        }
        self.header("etag", &tag);
        self.header("last-modified", CHANGED);
    }

    /// Sends it.
    pub(super) fn send(self) -> Response<Body> {
        let size = self.body.len();
        let broken = || std::io::Error::other("the scenario breaks the connection here");
        let whole = Bytes::from(self.body);
        let (body, declared) = match self.sending {
            Sending::Whole => (Body::from(whole), None),
            Sending::Half => {
                let half = whole.slice(..size / 2);
                let pieces = stream::iter([Ok(half), Err(broken())]);
                // A moment apart: what is sent with the error would be dropped with it.
                let slowly = pieces.then(|piece| async {
                    tokio::time::sleep(Duration::from_millis(20)).await;
                    piece
                });
                (Body::from_stream(slowly), Some(size))
            }
            Sending::Nothing => {
                let pieces = stream::iter([Err::<Bytes, _>(broken())]);
                (Body::from_stream(pieces), Some(size.max(1)))
            }
            Sending::Endless => {
                let piece = Bytes::from(vec![b' '; 1 << 16]);
                let pieces = stream::repeat(piece).map(Ok::<_, std::io::Error>);
                (Body::from_stream(pieces), None)
            }
            Sending::Drip(bytes, milliseconds) => {
                let pieces: Vec<Bytes> = (0..size)
                    .step_by(bytes)
                    .map(|at| whole.slice(at..(at + bytes).min(size)))
                    .collect();
                let slowly = stream::iter(pieces).then(move |piece| async move {
                    tokio::time::sleep(Duration::from_millis(milliseconds)).await;
                    Ok::<_, std::io::Error>(piece)
                });
                (Body::from_stream(slowly), Some(size))
            }
        };
        let mut response = Response::new(body);
        *response.status_mut() = StatusCode::from_u16(self.status).unwrap_or(StatusCode::OK);
        let mut headers = self.headers;
        headers.push(("content-type".to_owned(), self.content_type));
        if let Some(size) = declared {
            headers.push(("content-length".to_owned(), size.to_string()));
        }
        for (name, value) in headers {
            let name = HeaderName::try_from(name);
            if let (Ok(name), Ok(value)) = (name, HeaderValue::try_from(value)) {
                response.headers_mut().append(name, value);
            }
        }
        response
    }
}

/// Zeros, compressed, without ever holding them.
fn zeros(megabytes: u32) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    let block = vec![0; 1 << 20];
    for _ in 0..megabytes {
        if encoder.write_all(&block).is_err() {
            break;
        }
    }
    encoder.finish().unwrap_or_default()
}
