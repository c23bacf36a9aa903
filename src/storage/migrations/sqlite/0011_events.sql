-- Events are read by time, by record, by family and by kind; they outlive the record they speak of.
ALTER TABLE event ADD COLUMN family INTEGER;
ALTER TABLE event ADD COLUMN slug TEXT;
ALTER TABLE event ADD COLUMN field TEXT;
-- The day on which the change takes effect, where it is another than the day it was noticed.
ALTER TABLE event ADD COLUMN effective TEXT;

UPDATE event SET
    family = (SELECT family FROM record WHERE record.id = event.record),
    slug = (SELECT slug FROM record WHERE record.id = event.record);

CREATE INDEX event_family ON event (family);
CREATE INDEX event_slug ON event (slug);
CREATE INDEX event_at ON event (at);
