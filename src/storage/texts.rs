//! Texts of records: what the user's own documents say.

use serde::Serialize;
use sqlx::{QueryBuilder, Sqlite};

use super::writing::push_list;
use super::{Store, StoreError, pack};
use crate::model::Rights;

/// A text before it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewText<'t> {
    /// Identifier of the record.
    pub slug: &'t str,
    /// Language of the text (ISO 639-1).
    pub language: &'t str,
    /// What may be shown of it.
    pub rights: Rights,
    /// The name of the file, without its folder.
    pub origin: &'t str,
    /// What kind of file it was.
    pub format: &'t str,
    /// Hash of the file (BLAKE3, hexadecimal).
    pub hash: &'t str,
    /// The text.
    pub text: &'t str,
    /// When it came (RFC 3339, UTC).
    pub added_at: &'t str,
}

/// What is known of a text without reading it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TextEntry {
    /// Identifier of the record.
    pub slug: String,
    /// Language of the text (ISO 639-1).
    pub language: String,
    /// What may be shown of it.
    pub rights: Rights,
    /// The name of the file.
    pub origin: String,
    /// What kind of file it was.
    pub format: String,
    /// Hash of the file (BLAKE3, hexadecimal).
    pub hash: String,
    /// Bytes of the text.
    pub length: u64,
    /// When it came (RFC 3339, UTC).
    pub added_at: String,
}

/// What keeping a text did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TextChange {
    /// The record had none in this language.
    Added,
    /// It took the place of another one, or its rights changed.
    Replaced,
    /// The very same was there already.
    Unchanged,
}

#[derive(sqlx::FromRow)]
struct Row {
    slug: String,
    language: String,
    rights: String,
    origin: String,
    format: String,
    hash: String,
    length: i64,
    added_at: String,
}

impl From<Row> for TextEntry {
    fn from(row: Row) -> Self {
        Self {
            // A word that is not known shows as little as possible.
            rights: Rights::read(&row.rights).unwrap_or_default(),
            slug: row.slug,
            language: row.language,
            origin: row.origin,
            format: row.format,
            hash: row.hash,
            length: row.length.unsigned_abs(),
            added_at: row.added_at,
        }
    }
}

const ENTRY: &str = "slug, language, rights, origin, format, hash, length, added_at";

impl Store {
    /// Keeps the text of a record in one language, in place of the one before.
    pub async fn put_text(&self, text: &NewText<'_>) -> Result<TextChange, StoreError> {
        let before = self.texts(text.slug).await?;
        let before = before.iter().find(|one| one.language == text.language);
        let is_same = before.is_some_and(|one| one.hash == text.hash && one.rights == text.rights);
        if is_same {
            return Ok(TextChange::Unchanged);
        }
        let body =
            pack::compress(text.text.as_bytes()).map_err(|reason| StoreError::Unreadable {
                id: 0,
                reason: reason.to_string(),
            })?;
        sqlx::query(
            "INSERT INTO document_text (slug, language, rights, origin, format, hash, length, body, added_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (slug, language) DO UPDATE SET \
             rights = excluded.rights, origin = excluded.origin, format = excluded.format, hash = excluded.hash, \
             length = excluded.length, body = excluded.body, added_at = excluded.added_at",
        )
        .bind(text.slug)
        .bind(text.language)
        .bind(text.rights.code())
        .bind(text.origin)
        .bind(text.format)
        .bind(text.hash)
        .bind(i64::try_from(text.text.len()).unwrap_or(i64::MAX))
        .bind(body)
        .bind(text.added_at)
        .execute(&self.writer)
        .await?;
        Ok(if before.is_some() {
            TextChange::Replaced
        } else {
            TextChange::Added
        })
    }

    /// Returns what texts a record has, by language.
    pub async fn texts(&self, slug: &str) -> Result<Vec<TextEntry>, StoreError> {
        let rows: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(format!(
            "SELECT {ENTRY} FROM document_text WHERE slug = $1 ORDER BY language"
        )))
        .bind(slug)
        .fetch_all(&self.readers)
        .await?;
        Ok(rows.into_iter().map(TextEntry::from).collect())
    }

    /// Returns what texts several records have, by record and language.
    pub async fn texts_of(&self, slugs: &[&str]) -> Result<Vec<TextEntry>, StoreError> {
        if slugs.is_empty() {
            return Ok(Vec::new());
        }
        let mut query = QueryBuilder::<Sqlite>::new(format!(
            "SELECT {ENTRY} FROM document_text WHERE slug IN ("
        ));
        push_list(&mut query, slugs.iter().copied());
        query.push(" ORDER BY slug, language");
        let rows: Vec<Row> = query.build_query_as().fetch_all(&self.readers).await?;
        Ok(rows.into_iter().map(TextEntry::from).collect())
    }

    /// Returns the text of a record in a language; nothing when it has none.
    ///
    /// Whoever shows it asks [`Rights`] first.
    pub async fn text(&self, slug: &str, language: &str) -> Result<Option<String>, StoreError> {
        let body: Option<Vec<u8>> =
            sqlx::query_scalar("SELECT body FROM document_text WHERE slug = $1 AND language = $2")
                .bind(slug)
                .bind(language)
                .fetch_optional(&self.readers)
                .await?;
        let unreadable = |reason: String| StoreError::Unreadable { id: 0, reason };
        body.map(|body| {
            let bytes = pack::decompress(&body).map_err(unreadable)?;
            String::from_utf8(bytes).map_err(|reason| unreadable(reason.to_string()))
        })
        .transpose()
    }

    /// Takes the text of a record in a language away; tells whether there was one.
    pub async fn remove_text(&self, slug: &str, language: &str) -> Result<bool, StoreError> {
        let done = sqlx::query("DELETE FROM document_text WHERE slug = $1 AND language = $2")
            .bind(slug)
            .bind(language)
            .execute(&self.writer)
            .await?;
        Ok(done.rows_affected() > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_text_is_kept_once_and_replaced_by_a_newer_one() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).await.unwrap();
        let mut text = NewText {
            slug: "GB_1",
            language: "zh",
            rights: Rights::Full,
            origin: "a.docx",
            format: "docx",
            hash: "1",
            text: "4 要求",
            added_at: "2026-11-25T00:00:00Z",
        };
        assert_eq!(store.put_text(&text).await.unwrap(), TextChange::Added);
        assert_eq!(store.put_text(&text).await.unwrap(), TextChange::Unchanged);
        text.rights = Rights::Facts;
        assert_eq!(store.put_text(&text).await.unwrap(), TextChange::Replaced);
        let entries = store.texts("GB_1").await.unwrap();
        assert_eq!(entries.len(), 1);
        assert_eq!((entries[0].rights, entries[0].length), (Rights::Facts, 8));
        let read = store.text("GB_1", "zh").await.unwrap();
        assert_eq!(read.as_deref(), Some("4 要求"));
        assert!(store.text("GB_1", "en").await.unwrap().is_none());
        assert!(store.remove_text("GB_1", "zh").await.unwrap());
        assert!(!store.remove_text("GB_1", "zh").await.unwrap());
    }
}
