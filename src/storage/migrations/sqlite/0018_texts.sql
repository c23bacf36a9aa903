-- The user's own documents, attached to a record by its permanent identifier: internal numbers change when a store is
-- made anew, and texts must not. One text a record and language; clauses are not kept, they are read from it again.
CREATE TABLE document_text (
    id       INTEGER PRIMARY KEY,
    slug     TEXT NOT NULL,
    language TEXT NOT NULL,
    rights   TEXT NOT NULL,
    origin   TEXT NOT NULL,
    format   TEXT NOT NULL,
    hash     TEXT NOT NULL,
    length   INTEGER NOT NULL,
    body     BLOB NOT NULL,
    added_at TEXT NOT NULL,
    UNIQUE (slug, language)
);
