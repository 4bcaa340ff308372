CREATE TABLE events (id INTEGER PRIMARY KEY NOT NULL, happened TEXT NOT NULL, amount INTEGER);
CREATE INDEX events_happened ON events(happened);
