-- The store: raw harvests, what was read from them, and the records merged from that.
-- Everything below `harvest` can be made again from it.

CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

-- Bytes as they came, a few hundred rows a blob; the same bytes are kept once.
CREATE TABLE harvest (
    id         INTEGER PRIMARY KEY,
    origin     TEXT NOT NULL,
    fetched_at TEXT NOT NULL,
    hash       BLOB NOT NULL UNIQUE,
    row_count  INTEGER NOT NULL,
    body       BLOB NOT NULL
);

-- The latest row of each source under each of its keys, and the record it went into.
CREATE TABLE raw_row (
    source  TEXT NOT NULL,
    key     TEXT NOT NULL,
    hash    BLOB NOT NULL,
    harvest INTEGER NOT NULL REFERENCES harvest (id),
    place   INTEGER NOT NULL,
    record  INTEGER,
    PRIMARY KEY (source, key)
) WITHOUT ROWID;
CREATE INDEX raw_row_record ON raw_row (record);
CREATE INDEX raw_row_harvest ON raw_row (harvest);

CREATE TABLE family (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

-- `revision` grows with every transaction that changes records: the index follows it.
CREATE TABLE record (
    id         INTEGER PRIMARY KEY,
    slug       TEXT NOT NULL UNIQUE,
    kind       TEXT NOT NULL,
    number_key TEXT NOT NULL,
    kin        TEXT NOT NULL,
    family     INTEGER NOT NULL REFERENCES family (id),
    replaced   INTEGER NOT NULL,
    turns_on   TEXT,
    revision   INTEGER NOT NULL,
    body       BLOB NOT NULL
);
CREATE INDEX record_number_key ON record (number_key);
CREATE INDEX record_kin ON record (kin);
CREATE INDEX record_family ON record (family);
CREATE INDEX record_revision ON record (revision);
CREATE INDEX record_turns_on ON record (turns_on) WHERE turns_on IS NOT NULL;

-- Records that are gone, so that the index can forget them too.
CREATE TABLE gone (
    record   INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL
);

-- Further numbers under which a record is found.
CREATE TABLE alias (
    key    TEXT NOT NULL,
    record INTEGER NOT NULL,
    PRIMARY KEY (key, record)
) WITHOUT ROWID;
CREATE INDEX alias_record ON alias (record);

-- Edges by the key of their target, for looking them up backwards.
CREATE TABLE relation (
    target TEXT NOT NULL,
    kind   TEXT NOT NULL,
    record INTEGER NOT NULL,
    degree TEXT,
    PRIMARY KEY (target, kind, record)
) WITHOUT ROWID;
CREATE INDEX relation_record ON relation (record);

-- Limit values, by the key of the document that sets them.
CREATE TABLE limit_value (
    source     TEXT NOT NULL,
    key        TEXT NOT NULL,
    number_key TEXT NOT NULL,
    product    TEXT,
    body       TEXT NOT NULL,
    PRIMARY KEY (source, key)
);
CREATE INDEX limit_value_number_key ON limit_value (number_key);

-- What changed, once, with before and after.
CREATE TABLE event (
    id     INTEGER PRIMARY KEY,
    record INTEGER NOT NULL,
    kind   TEXT NOT NULL,
    at     TEXT NOT NULL,
    source TEXT NOT NULL,
    before TEXT,
    after  TEXT
);
CREATE INDEX event_record ON event (record);

-- One line a reading of a file or a walk over a source.
CREATE TABLE run (
    id        INTEGER PRIMARY KEY,
    origin    TEXT NOT NULL,
    started   TEXT NOT NULL,
    finished  TEXT,
    rows_read INTEGER NOT NULL DEFAULT 0,
    added     INTEGER NOT NULL DEFAULT 0,
    changed   INTEGER NOT NULL DEFAULT 0,
    unchanged INTEGER NOT NULL DEFAULT 0,
    bad       INTEGER NOT NULL DEFAULT 0,
    failure   TEXT
);

CREATE TABLE bad_row (
    run    INTEGER NOT NULL REFERENCES run (id),
    line   INTEGER NOT NULL,
    field  TEXT NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX bad_row_run ON bad_row (run);

-- When each source was last read, kept here because counting 200,000 rows for every page would be slow.
CREATE TABLE source (
    id       TEXT PRIMARY KEY,
    fresh_at TEXT NOT NULL,
    records  INTEGER NOT NULL
);
