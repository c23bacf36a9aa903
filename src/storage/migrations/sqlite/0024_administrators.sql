-- Who may sign in to the administration, their sessions, and what failed lately. A session is kept by the hash of its
-- identifier, so that a copy of this file signs nobody in.
CREATE TABLE administrator (
    name        TEXT PRIMARY KEY,
    password    TEXT NOT NULL,
    created_at  TEXT NOT NULL,
    failures    INTEGER NOT NULL DEFAULT 0,
    locked_till INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE session (
    hash          BLOB PRIMARY KEY,
    administrator TEXT NOT NULL REFERENCES administrator (name) ON DELETE CASCADE,
    began_at      INTEGER NOT NULL,
    seen_at       INTEGER NOT NULL
);
CREATE INDEX session_administrator ON session (administrator);
