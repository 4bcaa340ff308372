-- Only triggers that vieworm has made count, on tables that the view reads.
\i sql/include/setup.sql
SET client_min_messages = warning;
CREATE ROLE regress_evil;
GRANT USAGE, CREATE ON SCHEMA test TO regress_evil;
CREATE TABLE t (id int PRIMARY KEY, g text, v int);
INSERT INTO t VALUES (1, 'a', 1), (2, 'b', 2);
GRANT SELECT, TRIGGER ON t TO regress_evil;
SELECT vieworm_create('sums', 'SELECT g, sum(v) AS s FROM t GROUP BY g', '{"refresh": {"on": "statement"}}') -> 'strategy';

-- A trigger on a temporary table of his own names somebody's store: his DDL locked the sources.
SET ROLE regress_evil;
CREATE TEMP TABLE own (id int, g text, v int);
CREATE TRIGGER sums_store_insert AFTER INSERT ON own REFERENCING NEW TABLE AS vieworm_new FOR EACH STATEMENT EXECUTE FUNCTION vieworm.maintain('sums_store');
CREATE TRIGGER sums_store_truncate AFTER TRUNCATE ON own FOR EACH STATEMENT EXECUTE FUNCTION vieworm.maintain('sums_store');
INSERT INTO own VALUES (9, 'forged', 9);
BEGIN;
ALTER TABLE own ADD COLUMN w int;
TRUNCATE own;
SELECT count(*) AS locks FROM pg_locks WHERE relation = 'test.t'::regclass AND mode = 'ShareRowExclusiveLock';
DROP TABLE own;
SELECT count(*) AS locks FROM pg_locks WHERE relation = 'test.t'::regclass AND mode = 'ShareRowExclusiveLock';
COMMIT;

-- A second trigger on a source itself had every change followed twice.
CREATE TRIGGER again AFTER INSERT ON test.t REFERENCING NEW TABLE AS vieworm_new FOR EACH STATEMENT EXECUTE FUNCTION vieworm.maintain('sums_store');
RESET ROLE;
INSERT INTO t VALUES (3, 'a', 3);
SELECT * FROM sums ORDER BY g;
SELECT vieworm_verify('sums');
SET client_min_messages = error;
DROP OWNED BY regress_evil CASCADE;
DROP ROLE regress_evil;
RESET client_min_messages;
\i sql/include/teardown.sql
