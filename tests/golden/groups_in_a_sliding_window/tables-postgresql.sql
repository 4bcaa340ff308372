CREATE TABLE events (id bigint PRIMARY KEY, happened timestamptz NOT NULL, kind text NOT NULL);
CREATE INDEX events_happened ON events(happened);
