-- What people say of a computed verdict; it stands beside the verdict and never changes it.
-- `line` names what the line is about (documents, parameter, conditions), so a review outlives a change of the values.
CREATE TABLE review (
    id       INTEGER PRIMARY KEY,
    line     TEXT NOT NULL,
    computed TEXT NOT NULL,
    decision TEXT NOT NULL,
    verdict  TEXT NOT NULL,
    reason   TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    at       TEXT NOT NULL
);
CREATE INDEX review_line ON review (line);

-- Gap reports ask for the limits of a product.
CREATE INDEX limit_value_product ON limit_value (product);
