-- Crawling: runs over sources with their frontier, the pages as they came, what was met where, and durable jobs.

-- One line a run over a source; a run without an end goes on with its frontier.
CREATE TABLE crawl (
    id         INTEGER PRIMARY KEY,
    source     TEXT NOT NULL,
    run        INTEGER NOT NULL REFERENCES run (id),
    plan       TEXT NOT NULL,
    started    TEXT NOT NULL,
    touched    TEXT NOT NULL,
    finished   TEXT,
    ending     TEXT,
    is_full    INTEGER NOT NULL,
    complete   INTEGER NOT NULL DEFAULT 0,
    baseline   INTEGER NOT NULL DEFAULT 0,
    pages      INTEGER NOT NULL DEFAULT 0,
    records    INTEGER NOT NULL DEFAULT 0,
    shortfalls TEXT NOT NULL DEFAULT '[]'
);
CREATE INDEX crawl_source ON crawl (source, id);

-- What a run asks; of a run that ended only what could not be read stays.
CREATE TABLE frontier (
    crawl       INTEGER NOT NULL REFERENCES crawl (id),
    fingerprint BLOB NOT NULL,
    place       INTEGER NOT NULL,
    state       TEXT NOT NULL,
    attempts    INTEGER NOT NULL DEFAULT 0,
    request     TEXT NOT NULL,
    listing     BLOB,
    reason      TEXT,
    PRIMARY KEY (crawl, fingerprint)
);
CREATE INDEX frontier_place ON frontier (crawl, state, place);

-- The latest answer to each request of a source, and its bytes, kept once however many answers are the same.
CREATE TABLE page (
    id            INTEGER PRIMARY KEY,
    source        TEXT NOT NULL,
    fingerprint   BLOB NOT NULL,
    request       TEXT NOT NULL,
    fetched_at    TEXT NOT NULL,
    status        INTEGER NOT NULL,
    headers       TEXT NOT NULL,
    etag          TEXT,
    last_modified TEXT,
    body          BLOB NOT NULL,
    UNIQUE (source, fingerprint)
);
CREATE INDEX page_body_of ON page (body);

CREATE TABLE page_body (
    hash   BLOB PRIMARY KEY,
    length INTEGER NOT NULL,
    packed BLOB NOT NULL
);

-- In which run over a source each of its rows was met last, and since when it is not met any more.
CREATE TABLE sighting (
    crawler  TEXT NOT NULL,
    source   TEXT NOT NULL,
    key      TEXT NOT NULL,
    crawl    INTEGER NOT NULL,
    vanished TEXT,
    PRIMARY KEY (crawler, source, key)
);

-- Signs that pages have changed their shape.
CREATE TABLE drift (
    crawl INTEGER NOT NULL REFERENCES crawl (id),
    kind  TEXT NOT NULL,
    name  TEXT NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (crawl, kind, name)
);

-- Hosts that are left alone.
CREATE TABLE host_rest (
    host   TEXT PRIMARY KEY,
    until  TEXT NOT NULL,
    reason TEXT NOT NULL
);

-- Work that is due at a time; whoever holds the lease does it.
CREATE TABLE job (
    name         TEXT PRIMARY KEY,
    due_at       TEXT NOT NULL,
    owner        TEXT,
    leased_until TEXT,
    attempts     INTEGER NOT NULL DEFAULT 0,
    last_started TEXT,
    last_ended   TEXT,
    last_error   TEXT
);
