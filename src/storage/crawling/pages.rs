//! Pages as they came.

use indexers::crawl::KeptPage;
use indexers::fetch::{Body, Validators};
use indexers::page::Request;

use super::hash_of;
use crate::storage::{Store, StoreError};

/// Request, headers, hash, length, bytes.
type PageRow = (String, String, Vec<u8>, i64, Vec<u8>);

impl Store {
    /// Returns what the kept answer to a request can be asked for again with.
    pub async fn page_validators(
        &self,
        source: &str,
        request: &Request,
    ) -> Result<Option<Validators>, StoreError> {
        let found: Option<(Option<String>, Option<String>)> = sqlx::query_as(
            "SELECT etag, last_modified FROM page WHERE source = $1 AND fingerprint = $2",
        )
        .bind(source)
        .bind(&request.fingerprint()[..])
        .fetch_optional(&self.readers)
        .await?;
        Ok(found.map(|(etag, last_modified)| Validators {
            etag,
            last_modified,
        }))
    }

    /// Returns the kept answer to a request.
    pub async fn kept_page(
        &self,
        source: &str,
        request: &Request,
    ) -> Result<Option<KeptPage>, StoreError> {
        let found: Option<PageRow> = sqlx::query_as(
            "SELECT request, headers, hash, length, packed FROM page JOIN page_body ON hash = body \
             WHERE source = $1 AND fingerprint = $2",
        )
        .bind(source)
        .bind(&request.fingerprint()[..])
        .fetch_optional(&self.readers)
        .await?;
        found.map(kept).transpose()
    }

    /// Returns the internal numbers of a source's pages, the latest first.
    pub async fn pages_of(&self, source: &str) -> Result<Vec<i64>, StoreError> {
        let ids = sqlx::query_scalar(
            "SELECT id FROM page WHERE source = $1 ORDER BY fetched_at DESC, id DESC",
        )
        .bind(source)
        .fetch_all(&self.readers)
        .await?;
        Ok(ids)
    }

    /// Returns a page by its internal number.
    pub async fn page(&self, id: i64) -> Result<Option<KeptPage>, StoreError> {
        let found: Option<PageRow> = sqlx::query_as(
            "SELECT request, headers, hash, length, packed FROM page JOIN page_body ON hash = body \
             WHERE page.id = $1",
        )
        .bind(id)
        .fetch_optional(&self.readers)
        .await?;
        found.map(kept).transpose()
    }
}

fn kept((request, headers, hash, length, packed): PageRow) -> Result<KeptPage, StoreError> {
    let unreadable = |reason: serde_json::Error| StoreError::Unreadable {
        id: 0,
        reason: reason.to_string(),
    };
    Ok(KeptPage {
        request: serde_json::from_str(&request).map_err(unreadable)?,
        headers: serde_json::from_str(&headers).map_err(unreadable)?,
        body: Body::kept(packed, length.unsigned_abs(), hash_of(&hash)),
    })
}
