-- Maintained views follow their sources: what is altered beneath them, they read under its new name
-- or compute anew, or the command is refused.
\i sql/include/setup.sql

CREATE TABLE t (id int PRIMARY KEY, g text, v int);
INSERT INTO t SELECT i, 'g' || i % 3, i FROM generate_series(1, 9) AS i;
CREATE VIEW plain AS SELECT id, g, v FROM t WHERE v > 2;
CREATE FUNCTION twice(v int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT v * 2';

SELECT vieworm_create('sums', 'SELECT g, sum(v) AS s FROM t GROUP BY g', '{"refresh": {"on": "statement"}}') -> 'strategy';
SELECT vieworm_create('rows', 'SELECT id, g, test.twice(v) AS w FROM t', '{"refresh": {"on": "statement"}}') -> 'strategy';
SELECT vieworm_create('filtered', 'SELECT g, count(*) AS n FROM plain GROUP BY g', '{"refresh": {"on": "statement"}}') -> 'strategy';
CREATE FUNCTION wrong() RETURNS SETOF jsonb LANGUAGE sql AS $$
  SELECT r FROM vieworm_views AS v, vieworm_verify(format('%I.%I', v.schema, v.name)) AS r
  WHERE r ->> 'missing' <> '0' OR r ->> 'extra' <> '0' OR r ? 'damage' $$;

-- Other names.
ALTER TABLE t RENAME v TO value;
ALTER TABLE t RENAME TO "odd $1 name";
UPDATE "odd $1 name" SET value = value + 1;
DELETE FROM "odd $1 name" WHERE id = 1;
SELECT * FROM wrong();
ALTER SCHEMA test RENAME TO elsewhere;
SET search_path = elsewhere, public;
INSERT INTO "odd $1 name" VALUES (20, 'g1', 20);
SELECT * FROM wrong();
ALTER SCHEMA elsewhere RENAME TO test;
SET search_path = test, public;
ALTER TABLE "odd $1 name" RENAME TO t;
ALTER TABLE t RENAME value TO v;
ALTER FUNCTION twice RENAME TO doubled;
INSERT INTO t VALUES (21, 'g2', 21);
SELECT * FROM wrong();
SELECT * FROM sums ORDER BY g;

-- More columns, fewer columns, other types.
ALTER TABLE t ADD COLUMN extra text DEFAULT 'x';
INSERT INTO t VALUES (22, 'g2', 22, 'y');
ALTER TABLE t DROP COLUMN extra;
INSERT INTO t VALUES (23, 'g2', 23);
SELECT * FROM wrong();
SELECT attempt('ALTER TABLE t DROP COLUMN v');
SELECT attempt('ALTER TABLE t ALTER v TYPE bigint');

-- What is replaced beneath a view changes what it shows.
CREATE OR REPLACE VIEW plain AS SELECT id, g, v FROM t WHERE v > 5;
SELECT * FROM wrong();
SELECT * FROM filtered ORDER BY g;
UPDATE t SET v = v - 1;
SELECT * FROM wrong();
CREATE OR REPLACE FUNCTION doubled(v int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT v * 3';
SELECT * FROM wrong();
UPDATE t SET v = v - 1;
SELECT * FROM wrong();

-- What would make a view wrong is refused.
SELECT attempt('ALTER TABLE t DROP CONSTRAINT t_pkey');
SELECT attempt('ALTER TABLE t FORCE ROW LEVEL SECURITY, ENABLE ROW LEVEL SECURITY');
SELECT attempt('ALTER TABLE t ENABLE ROW LEVEL SECURITY');  -- hides nothing from its owner
ALTER TABLE t DISABLE ROW LEVEL SECURITY;
SELECT attempt('CREATE TABLE child () INHERITS (t)');
SELECT attempt('CREATE OR REPLACE FUNCTION doubled(v int) RETURNS int LANGUAGE sql VOLATILE AS ''SELECT v''');
SELECT attempt('CREATE OR REPLACE VIEW plain AS SELECT a.id, a.g, a.v FROM t AS a LEFT JOIN t AS b ON a.id = b.v');
SELECT attempt('DROP TABLE t');
SELECT * FROM wrong();

-- or_replace, to another definition, and to a view that is refreshed in full, and back.
SELECT vieworm_create('sums', 'SELECT g, max(v) AS hi FROM t GROUP BY g',
  '{"refresh": {"on": "statement"}, "or_replace": true}') -> 'replaced';
UPDATE t SET v = v + 1;
SELECT * FROM wrong();
SELECT vieworm_create('sums', 'SELECT g, max(v) AS hi FROM t GROUP BY g',
  '{"method": "table", "or_replace": true}') -> 'refresh';
SELECT tgname FROM pg_trigger WHERE tgrelid = 't'::regclass AND tgname LIKE 'sums%';
SELECT vieworm_create('sums', 'SELECT g, max(v) AS hi FROM t GROUP BY g',
  '{"refresh": {"on": "statement"}, "or_replace": true}') -> 'refresh';
DELETE FROM t WHERE v > 20;
SELECT * FROM wrong();

-- A transaction whose snapshot is older than the triggers would miss what others have committed.
BEGIN ISOLATION LEVEL REPEATABLE READ;
SELECT attempt($$ SELECT vieworm_create('late', 'SELECT g FROM t', '{"refresh": {"on": "statement"}}') $$);
SELECT attempt($$ SELECT vieworm_repair('sums') $$);
ROLLBACK;

-- A key that comes later changes nothing; rows that are told apart by their values stay so.
CREATE TABLE late (id int, v int);
INSERT INTO late VALUES (1, 1), (2, 1);
SELECT vieworm_create('of_late', 'SELECT id, v FROM late', '{"refresh": {"on": "statement"}}') ->> 'strategy';
ALTER TABLE late ADD PRIMARY KEY (id);
ALTER TABLE late ADD COLUMN w int;
INSERT INTO late VALUES (3, 1);
SELECT vieworm_repair('of_late') ->> 'deleted' AS deleted;
UPDATE late SET v = id;
SELECT * FROM of_late ORDER BY id;
ALTER TABLE late ADD UNIQUE (v), ADD CHECK (v > 0);
SELECT * FROM wrong();

-- A source that goes takes its views along.
SET client_min_messages = warning;
DROP TABLE late CASCADE;
DROP TABLE t CASCADE;
RESET client_min_messages;
SELECT name FROM vieworm_views;
SELECT count(*) FROM vieworm.programs;

\i sql/include/teardown.sql
