-- What is measured, and how the samples of it are kept.
CREATE SCHEMA bench;
SET search_path = bench;

CREATE TABLE view (
  name text PRIMARY KEY,
  key text NOT NULL,  -- the column of t by which rows are grouped or joined
  definition text NOT NULL
);
INSERT INTO view VALUES
  ('group', 'g', 'SELECT g, count(*) AS n, sum(v) AS s FROM t GROUP BY g'),
  ('join + group', 'd',
   'SELECT d.c, count(*) AS n, sum(t.v) AS s FROM t JOIN d ON d.id = t.d GROUP BY d.c'),
  ('join rows', 'd', 'SELECT t.id, t.v, d.name FROM t JOIN d ON d.id = t.d');

CREATE TABLE sample (
  rows bigint NOT NULL,  -- in t
  view text NOT NULL,
  kind text NOT NULL,  -- "one row", "many rows", "clients", "whole view"
  work text NOT NULL,
  variant text NOT NULL,
  round int NOT NULL,  -- 0 warms up
  seconds float8 NOT NULL
);

-- Seconds that this process has had a processor: other programs disturb them less than they do the
-- clock. The kernel counts them up whenever the process is put to sleep. Where it does not tell, the
-- clock.
CREATE FUNCTION cpu_seconds() RETURNS float8 LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_catalog.pg_sleep(0.001);
  RETURN pg_catalog.split_part(pg_catalog.pg_read_file('/proc/self/schedstat'), ' ', 1)::float8 / 1e9;
EXCEPTION WHEN undefined_file THEN
  RETURN extract(epoch FROM pg_catalog.clock_timestamp());
END
$$;
