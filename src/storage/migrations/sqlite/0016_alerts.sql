-- Who watches what, and what was found for them.
-- Instants that are compared are seconds since 1970, so that comparing them is comparing numbers.

-- The address is the only thing known of a person; deleting the row deletes everything that hangs on it.
-- `epoch` grows when every link mailed so far is to lose its worth.
CREATE TABLE subscriber (
    id           INTEGER PRIMARY KEY,
    address      TEXT NOT NULL UNIQUE,
    language     TEXT NOT NULL,
    state        TEXT NOT NULL,
    epoch        INTEGER NOT NULL DEFAULT 0,
    created_at   INTEGER NOT NULL,
    consent_at   INTEGER,
    consent_text TEXT
);
CREATE INDEX subscriber_state ON subscriber (state);

-- `body` holds interest and schedule with a version; `since_event` is the last event before it began.
CREATE TABLE subscription (
    id          INTEGER PRIMARY KEY,
    subscriber  INTEGER NOT NULL REFERENCES subscriber (id) ON DELETE CASCADE,
    name        TEXT NOT NULL,
    state       TEXT NOT NULL,
    body        TEXT NOT NULL,
    created_at  INTEGER NOT NULL,
    since_event INTEGER NOT NULL
);
CREATE INDEX subscription_subscriber ON subscription (subscriber);

-- What happened, as it stood when it was found: a digest shows this and not what the record has become.
CREATE TABLE alert_item (
    event INTEGER PRIMARY KEY,
    body  TEXT NOT NULL
);

-- Who is concerned by it and why; told in the digest named here, once.
CREATE TABLE alert_match (
    subscription INTEGER NOT NULL REFERENCES subscription (id) ON DELETE CASCADE,
    event        INTEGER NOT NULL REFERENCES alert_item (event),
    due_at       INTEGER,
    reasons      TEXT NOT NULL,
    digest       INTEGER,
    PRIMARY KEY (subscription, event)
);
CREATE INDEX alert_match_due ON alert_match (due_at) WHERE digest IS NULL AND due_at IS NOT NULL;
CREATE INDEX alert_match_digest ON alert_match (digest) WHERE digest IS NOT NULL;
CREATE INDEX alert_match_event ON alert_match (event);

-- Links that may be used once and were: the hash of the link, never the link.
CREATE TABLE spent_link (
    hash       BLOB PRIMARY KEY,
    expires_at INTEGER NOT NULL
);
