-- Keys for programs. The secret is not here, only its hash; how often a key was used is kept for its last day alone.
CREATE TABLE api_key (
    id          INTEGER PRIMARY KEY,
    public      TEXT NOT NULL UNIQUE,
    hash        BLOB NOT NULL,
    name        TEXT NOT NULL,
    scopes      TEXT NOT NULL,
    daily_quota INTEGER,
    created_at  TEXT NOT NULL,
    last_used   TEXT,
    used_then   INTEGER NOT NULL DEFAULT 0,
    revoked_at  TEXT
);
