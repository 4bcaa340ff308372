CREATE TABLE events (id bigint PRIMARY KEY, happened timestamptz NOT NULL, amount bigint);
CREATE INDEX events_happened ON events(happened);
