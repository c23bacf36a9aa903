-- Digests as they were made, and the letters on their way.

CREATE TABLE digest (
    id         INTEGER PRIMARY KEY,
    subscriber INTEGER NOT NULL REFERENCES subscriber (id) ON DELETE CASCADE,
    window_at  INTEGER NOT NULL,
    made_at    INTEGER NOT NULL,
    body       TEXT NOT NULL,
    UNIQUE (subscriber, window_at)
);

-- One row a letter; `window_key` is what must not be sent twice to one subscriber.
-- A row in state `sending` belongs to the worker `lease` until `lease_until`; then any worker may take it.
CREATE TABLE outbox (
    id          INTEGER PRIMARY KEY,
    subscriber  INTEGER NOT NULL REFERENCES subscriber (id) ON DELETE CASCADE,
    kind        TEXT NOT NULL,
    window_key  TEXT NOT NULL,
    digest      INTEGER REFERENCES digest (id) ON DELETE CASCADE,
    message_id  TEXT NOT NULL UNIQUE,
    state       TEXT NOT NULL,
    attempts    INTEGER NOT NULL DEFAULT 0,
    queued_at   INTEGER NOT NULL,
    next_at     INTEGER NOT NULL,
    lease       TEXT,
    lease_until INTEGER,
    reply       TEXT,
    changed_at  INTEGER NOT NULL,
    UNIQUE (subscriber, window_key)
);
CREATE INDEX outbox_next ON outbox (state, next_at);
CREATE INDEX outbox_lease ON outbox (lease_until) WHERE state = 'sending';
CREATE INDEX outbox_digest ON outbox (digest);
