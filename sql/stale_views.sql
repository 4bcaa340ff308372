-- A view that cannot be followed is stale and says why. It stops nobody: neither who writes to its
-- sources, nor anybody's DDL.
\i sql/include/setup.sql
SET client_min_messages = warning;
CREATE ROLE regress_alice;
CREATE ROLE regress_bob;
CREATE ROLE regress_carol;
CREATE SCHEMA bobs AUTHORIZATION regress_alice;
GRANT USAGE, CREATE ON SCHEMA bobs, test TO regress_bob, regress_alice, regress_carol;
GRANT ALL ON ALL TABLES IN SCHEMA test TO PUBLIC;
CREATE FUNCTION stale_views() RETURNS TABLE (name name, stale boolean, stale_reason text) LANGUAGE sql
  AS $$ SELECT name, stale, stale_reason FROM vieworm_views WHERE stale ORDER BY name $$;
SET ROLE regress_bob;
CREATE TABLE bobs.t (id int PRIMARY KEY, g text, v int);
INSERT INTO bobs.t SELECT i, 'g' || i % 3, i FROM generate_series(1, 6) AS i;
SELECT vieworm_create('bobs.sums', 'SELECT g, sum(v) AS s FROM bobs.t GROUP BY g', '{"refresh": {"on": "statement"}}') -> 'strategy';
SELECT vieworm_create('bobs.paused', 'SELECT g, max(v) AS m FROM bobs.t GROUP BY g', '{"refresh": {"on": "statement"}}') -> 'strategy';
SELECT vieworm_pause('bobs.paused') -> 'paused';
RESET ROLE;

-- Its owner lost USAGE on his schema: everybody's DDL failed with "permission denied for schema".
REVOKE ALL ON SCHEMA bobs FROM regress_bob;
SET ROLE regress_carol;
CREATE TYPE test.mood AS ENUM ('low', 'high');
CREATE DOMAIN test.positive AS int CHECK (VALUE > 0);
CREATE TABLE test.carols (id int PRIMARY KEY);
ALTER TYPE test.mood RENAME TO moods;
ALTER TYPE test.moods ADD VALUE 'middle';
ALTER DOMAIN test.positive RENAME TO above_zero;
ALTER TABLE test.carols RENAME TO theirs;
ALTER TABLE test.theirs ADD COLUMN a int;
CREATE OR REPLACE FUNCTION test.one() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE OR REPLACE FUNCTION test.one() RETURNS int LANGUAGE sql AS 'SELECT 1 + 0';
ALTER FUNCTION test.one() RENAME TO uno;
CREATE OPERATOR test.@+ (FUNCTION = int4pl, LEFTARG = int, RIGHTARG = int);
ALTER OPERATOR test.@+ (int, int) SET (RESTRICT = NONE);
RESET ROLE;
ALTER SCHEMA test RENAME TO tests;
ALTER SCHEMA tests RENAME TO test;
-- It says so, to its owner and to superusers.
SELECT * FROM stale_views();
SET ROLE regress_carol;
SELECT * FROM stale_views();
RESET ROLE;
-- It is as it was, though its source is not; vieworm_verify and vieworm_explain say why.
INSERT INTO bobs.t VALUES (7, 'g1', 7);
UPDATE bobs.t SET v = v + 1 WHERE id = 1;
DELETE FROM bobs.t WHERE id = 2;
SELECT * FROM bobs.sums ORDER BY g;
SELECT attempt($$ SELECT vieworm_repair('bobs.sums') $$);
GRANT USAGE ON SCHEMA bobs TO regress_bob;
SELECT vieworm_verify('bobs.sums') - 'samples';
SELECT detail FROM vieworm_explain('bobs.sums');
TRUNCATE bobs.t;
SELECT * FROM bobs.sums ORDER BY g;
-- Repaired and resumed, they are maintained again.
SELECT vieworm_repair('bobs.sums') - 'milliseconds', vieworm_resume('bobs.paused') - 'milliseconds';
INSERT INTO bobs.t VALUES (7, 'g1', 7);
SELECT * FROM bobs.sums;
SELECT * FROM bobs.paused;
SELECT * FROM stale_views();
SELECT vieworm_drop('bobs.paused');

-- Refresh and replacement put it right, too; a rollback takes the reason back.
BEGIN;
REVOKE USAGE ON SCHEMA bobs FROM regress_bob;
ALTER TYPE test.moods RENAME VALUE 'low' TO 'down';
SELECT * FROM stale_views();
ROLLBACK;
SELECT * FROM stale_views();
INSERT INTO bobs.t VALUES (8, 'g1', 8);
SELECT * FROM bobs.sums;
REVOKE USAGE ON SCHEMA bobs FROM regress_bob;
ALTER TYPE test.moods RENAME VALUE 'high' TO 'up';
INSERT INTO bobs.t VALUES (9, 'g1', 9);
GRANT USAGE ON SCHEMA bobs TO regress_bob;
SELECT vieworm_refresh('bobs.sums', '{"mode": "incremental"}') - 'milliseconds';
SELECT *, (SELECT count(*) FROM stale_views()) AS stale FROM bobs.sums;
REVOKE USAGE ON SCHEMA bobs FROM regress_bob;
ALTER TYPE test.moods RENAME VALUE 'up' TO 'high';
INSERT INTO bobs.t VALUES (10, 'g1', 10);
GRANT USAGE, CREATE ON SCHEMA bobs TO regress_bob;
SELECT vieworm_create('bobs.sums', 'SELECT g, sum(v) AS s FROM bobs.t GROUP BY g', '{"refresh": {"on": "statement"}, "or_replace": true}') -> 'replaced';
SELECT *, (SELECT count(*) FROM stale_views()) AS stale FROM bobs.sums;

-- What breaks a view of one's own is refused; what breaks somebody else's goes on.
SET ROLE regress_alice;
CREATE TABLE test.hers (id int PRIMARY KEY, g text, v int);
INSERT INTO test.hers VALUES (1, 'a', 1);
GRANT SELECT, TRIGGER ON test.hers TO regress_bob;
SET ROLE regress_bob;
CREATE TABLE bobs.u (id int PRIMARY KEY, v int);
SELECT vieworm_create('bobs.own', 'SELECT id, v FROM bobs.u', '{"refresh": {"on": "statement"}}') -> 'strategy';
SELECT vieworm_create('bobs.of_hers', 'SELECT id, g, v FROM test.hers', '{"refresh": {"on": "statement"}}') -> 'strategy';
SELECT vieworm_create('bobs.over', 'SELECT g, sum(v) AS s FROM bobs.of_hers GROUP BY g', '{"refresh": {"on": "statement"}}') -> 'strategy';
SELECT attempt('ALTER TABLE bobs.u DROP CONSTRAINT u_pkey');
SET ROLE regress_alice;
ALTER TABLE test.hers DROP CONSTRAINT hers_pkey;
INSERT INTO test.hers VALUES (2, 'a', 2);
RESET ROLE;
-- So is the view that reads a stale one.
SELECT * FROM stale_views();
SELECT attempt($$ SELECT vieworm_repair('bobs.of_hers') $$);
ALTER TABLE test.hers ADD PRIMARY KEY (id);
SELECT vieworm_repair('bobs.of_hers') - 'milliseconds';
SELECT * FROM stale_views();
SELECT * FROM bobs.over;

-- What nobody has seen, the next write sees: DDL without event triggers.
SET session_replication_role = replica;
ALTER TABLE test.hers RENAME v TO w;
RESET session_replication_role;
SET ROLE regress_alice;
INSERT INTO test.hers VALUES (3, 'b', 3);
UPDATE test.hers SET w = 4 WHERE id = 1;
DELETE FROM test.hers WHERE id = 2;
RESET ROLE;
SELECT name, stale, regexp_replace(stale_reason, '\d+', 'N') AS stale_reason FROM vieworm_views WHERE stale ORDER BY name;
SELECT * FROM bobs.over;
SELECT vieworm_repair('bobs.of_hers') - 'milliseconds';
SELECT * FROM bobs.over ORDER BY g;
-- The same where the session has prepared everything before.
SET session_replication_role = replica;
ALTER TABLE test.hers RENAME g TO h;
RESET session_replication_role;
INSERT INTO test.hers VALUES (4, 'c', 4);
SELECT name, stale, stale_reason FROM vieworm_views WHERE stale ORDER BY name;
SELECT vieworm_repair('bobs.of_hers') - 'milliseconds';
SELECT * FROM bobs.over ORDER BY g;
SELECT vieworm_verify(name) FROM unnest('{bobs.own,bobs.of_hers,bobs.over,bobs.sums}'::text[]) AS name;

-- In the middle of statements that wait for each other, it leaves nothing behind.
CREATE TABLE test.parent (id int PRIMARY KEY, v int);
CREATE TABLE test.child (id int PRIMARY KEY, parent int REFERENCES test.parent ON DELETE CASCADE, v int);
INSERT INTO test.parent SELECT i, i FROM generate_series(1, 4) AS i;
INSERT INTO test.child SELECT i, i, i FROM generate_series(1, 4) AS i;
GRANT SELECT, TRIGGER ON test.parent, test.child TO regress_bob;
SET ROLE regress_bob;
SELECT vieworm_create('bobs.family', 'SELECT p.v, count(*) AS n FROM test.parent AS p JOIN test.child AS c ON c.parent = p.id GROUP BY p.v', '{"refresh": {"on": "statement"}}') -> 'strategy';
RESET ROLE;
DELETE FROM test.parent WHERE id = 1;
CREATE FUNCTION break_it() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  REVOKE USAGE ON SCHEMA test FROM PUBLIC, regress_bob;
  ALTER TYPE test.moods ADD VALUE IF NOT EXISTS 'another';
  RETURN NULL;
END $$;
CREATE TRIGGER break_it AFTER DELETE ON test.child FOR EACH STATEMENT EXECUTE FUNCTION break_it();
BEGIN;
DELETE FROM test.parent WHERE id = 2;
DELETE FROM test.parent WHERE id = 3;
COMMIT;
SELECT * FROM stale_views();
DROP TRIGGER break_it ON test.child;
GRANT USAGE ON SCHEMA test TO regress_bob;
SELECT vieworm_repair('bobs.family') - 'milliseconds';
DELETE FROM test.parent WHERE id = 4;
SELECT count(*) FROM bobs.family;

SET client_min_messages = error;
DROP OWNED BY regress_alice, regress_bob, regress_carol CASCADE;
DROP ROLE regress_alice, regress_bob, regress_carol;
RESET client_min_messages;
\i sql/include/teardown.sql
