-- Numbers that somebody asked for and the store does not hold, or that cannot be read: what to gather next. The number
-- and nothing around it; who asked is not known here.
CREATE TABLE unresolved_number (
    number     TEXT PRIMARY KEY,
    kind       TEXT NOT NULL,
    times      INTEGER NOT NULL,
    first_seen TEXT NOT NULL,
    last_seen  TEXT NOT NULL
);
CREATE INDEX unresolved_number_times ON unresolved_number (times, last_seen);
