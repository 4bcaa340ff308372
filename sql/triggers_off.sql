-- `stale` was false while a trigger of the view was disabled, dropped or renamed: by its owner, by a
-- dump's DISABLE TRIGGER ALL, or where no event trigger sees it.
\i sql/include/setup.sql
SET client_min_messages = warning;
CREATE TABLE t (id int PRIMARY KEY, g text, v int);
CREATE TABLE parts (id int PRIMARY KEY, g text, v int) PARTITION BY RANGE (id);
CREATE TABLE low PARTITION OF parts FOR VALUES FROM (0) TO (100);
CREATE TABLE parent (id int PRIMARY KEY, g text);
CREATE TABLE child (parent int REFERENCES parent ON DELETE CASCADE, v int);
INSERT INTO t VALUES (1, 'a', 1);
SELECT vieworm_create('live', 'SELECT g, sum(v) AS s FROM t GROUP BY g', '{"refresh": {"on": "statement"}}') -> 'strategy';
SELECT vieworm_create('above', 'SELECT s, count(*) AS n FROM live GROUP BY s', '{"refresh": {"on": "statement"}}') -> 'strategy';
SELECT vieworm_create('of_parts', 'SELECT g, sum(v) AS s FROM parts GROUP BY g', '{"refresh": {"on": "statement"}}') -> 'strategy';
SELECT vieworm_create('joined', 'SELECT p.g, sum(c.v) AS s FROM parent AS p JOIN child AS c ON c.parent = p.id GROUP BY p.g', '{"refresh": {"on": "statement"}}') -> 'strategy';
SELECT vieworm_create('at_rest', 'SELECT id FROM t', '{"refresh": {"on": "statement"}}') -> 'strategy';
SELECT vieworm_pause('at_rest') -> 'paused';
CREATE FUNCTION stale() RETURNS SETOF text LANGUAGE sql AS $$
  SELECT name || ': ' || stale_reason FROM vieworm_views WHERE stale AND name <> 'at_rest' ORDER BY 1 $$;
-- Repair puts on again what is off, and the next write is followed.
CREATE FUNCTION mended(view text) RETURNS TABLE (deleted text, inserted text, stale text) LANGUAGE sql AS $$
  WITH r AS MATERIALIZED (SELECT public.vieworm_repair(view) AS r)
  SELECT r ->> 'deleted', r ->> 'inserted', (SELECT string_agg(s, ', ') FROM test.stale() AS s) FROM r $$;
SELECT stale();
ALTER TABLE t DISABLE TRIGGER live_store_insert;
INSERT INTO t VALUES (2, 'a', 5);
SELECT stale();
SELECT deleted, inserted FROM mended('live');
SELECT stale();
ALTER TABLE t DISABLE TRIGGER ALL;
SELECT stale();
INSERT INTO t VALUES (9, 'a', 1);
ALTER TABLE t ENABLE TRIGGER ALL;
SELECT stale();
SELECT deleted, inserted FROM mended('live');
DROP TRIGGER live_store_delete ON t;
DELETE FROM t WHERE id = 2;
SELECT stale();
SELECT * FROM mended('live');
ALTER TRIGGER live_store_update ON t RENAME TO other;
SELECT stale();
SELECT * FROM mended('live');
ALTER TABLE low DISABLE TRIGGER USER;
SELECT stale();
SELECT * FROM mended('of_parts');
ALTER TABLE child ENABLE REPLICA TRIGGER joined_store_begin_update;
SELECT stale();
SELECT * FROM mended('joined');
ALTER TABLE child ENABLE ALWAYS TRIGGER joined_store_update;
SELECT stale();
SET session_replication_role = replica;
ALTER TABLE t DISABLE TRIGGER live_store_insert;
DROP TRIGGER joined_store_truncate ON parent;
RESET session_replication_role;
SELECT stale();
SELECT mended('live'), mended('joined');
SELECT stale();
INSERT INTO t VALUES (3, 'b', 7);
INSERT INTO parent VALUES (1, 'x');
INSERT INTO child VALUES (1, 4);
INSERT INTO parts VALUES (1, 'p', 2);
SELECT (SELECT string_agg(live::text, ' ' ORDER BY g) FROM live), (SELECT string_agg(above::text, ' ' ORDER BY s) FROM above),
  (SELECT string_agg(joined::text, ' ') FROM joined), (SELECT string_agg(of_parts::text, ' ') FROM of_parts);
\i sql/include/teardown.sql
