//! The parts of a form.

use std::collections::BTreeMap;

use axum::extract::{FromRequest, Multipart, Request};
use axum::http::header::CONTENT_TYPE;

use super::UploadError;

/// The largest body: a document of some hundred pages.
pub const LARGEST: usize = 8 << 20;

/// A file that was handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandedFile {
    /// The name it has at home; only its ending is believed.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// A form as it was sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Upload {
    values: BTreeMap<String, String>,
    /// The file of the name `file`; none where nothing was chosen.
    pub file: Option<HandedFile>,
}

impl Upload {
    /// Tells whether a request carries such a form.
    pub fn is_in(request: &Request) -> bool {
        let kind = request.headers().get(CONTENT_TYPE);
        let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        kind.to_ascii_lowercase().starts_with("multipart/form-data")
    }

    /// Reads a form; the limit is that of the route.
    ///
    /// # Errors
    ///
    /// [`UploadError`] when it is too large, or not whole.
    pub async fn read(request: Request) -> Result<Self, UploadError> {
        let mut parts = Multipart::from_request(request, &())
            .await
            .map_err(|reason| UploadError::Broken(reason.to_string()))?;
        let mut read = Self::default();
        while let Some(part) = parts.next_field().await? {
            let name = part.name().unwrap_or_default().to_owned();
            if name == "file" {
                let file = part.file_name().unwrap_or_default().to_owned();
                let bytes = part.bytes().await?.to_vec();
                // A form whose file was not chosen sends an empty one.
                if !bytes.is_empty() {
                    read.file = Some(HandedFile { name: file, bytes });
                }
            } else {
                let value = part.text().await?;
                read.values.insert(name, value);
            }
        }
        Ok(read)
    }

    /// Returns a value; empty where there is none.
    pub fn value(&self, name: &str) -> &str {
        self.values.get(name).map_or("", String::as_str)
    }
}
