-- Searches that somebody keeps under a name; alerts are built on them.
-- `query` is the stored form of `search::saved::SavedQuery` (text, tree, filters), `grammar` the version it was read by:
-- what was read by an older grammar is found by it and read again.

CREATE TABLE saved_search (
    id       INTEGER PRIMARY KEY,
    owner    TEXT NOT NULL,
    name     TEXT NOT NULL,
    query    TEXT NOT NULL,
    grammar  INTEGER NOT NULL,
    saved_at TEXT NOT NULL,
    UNIQUE (owner, name)
);
CREATE INDEX saved_search_grammar ON saved_search (grammar);
