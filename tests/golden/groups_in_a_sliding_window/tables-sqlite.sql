CREATE TABLE events (id INTEGER PRIMARY KEY NOT NULL, happened TEXT NOT NULL, kind TEXT NOT NULL);
CREATE INDEX events_happened ON events(happened);
