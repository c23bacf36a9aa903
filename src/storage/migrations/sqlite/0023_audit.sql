-- Every change an operator has made: who, when, what, to what. Rows are added and never changed; the oldest go when there
-- are too many.
CREATE TABLE audit (
    id      INTEGER PRIMARY KEY,
    at      TEXT NOT NULL,
    actor   TEXT NOT NULL,
    action  TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail  TEXT NOT NULL
);
CREATE INDEX audit_actor ON audit (actor, id);
