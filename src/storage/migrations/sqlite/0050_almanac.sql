-- Days and traits of records, read from their bodies so that they can be counted and looked up by date. Everything here can
-- be made again; `meta.almanac` says up to which change of which revision it was.

-- `day` is the first day the words can mean, `written` what is known of it (2027-02).
CREATE TABLE record_day (
    record   INTEGER NOT NULL,
    occasion TEXT NOT NULL,
    day      TEXT NOT NULL,
    written  TEXT NOT NULL,
    PRIMARY KEY (record, occasion)
) WITHOUT ROWID;
CREATE INDEX record_day_day ON record_day (occasion, day);

CREATE TABLE record_trait (
    record INTEGER NOT NULL,
    trait  TEXT NOT NULL,
    value  TEXT NOT NULL,
    PRIMARY KEY (record, trait, value)
) WITHOUT ROWID;
CREATE INDEX record_trait_value ON record_trait (trait, value);
