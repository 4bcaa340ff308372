-- "or_replace": what can stay, stays.
\i sql/include/setup.sql
CREATE ROLE regress_reader;
CREATE TABLE t (a int, b text);
INSERT INTO t VALUES (1, 'x'), (2, 'y');
CREATE FUNCTION put(definition text, options jsonb) RETURNS TABLE (replaced text, kept_oid bool, readable bool, depends bool)
LANGUAGE plpgsql AS $$
DECLARE
  before oid := to_regclass('v');
BEGIN
  replaced := vieworm_create('v', definition, options || '{"or_replace": true}') ->> 'replaced';
  kept_oid := before = to_regclass('v');
  readable := has_table_privilege('regress_reader', 'v', 'SELECT');
  depends := to_regclass('dependent') IS NOT NULL;
  RETURN NEXT;
END $$;

SELECT * FROM put('SELECT a FROM t', '{"method": "table", "comment": "first", "indexes": [{"columns": ["a"], "name": "by_a"}]}');
GRANT SELECT ON v TO regress_reader WITH GRANT OPTION;
CREATE VIEW dependent AS SELECT a FROM v;
-- The same: nothing happens.
SELECT * FROM put('SELECT a FROM t', '{"method": "table", "comment": "first", "indexes": [{"columns": ["a"], "name": "by_a"}]}');
-- Another comment: the relations stay.
SELECT * FROM put('SELECT a FROM t', '{"method": "table", "comment": "second", "indexes": [{"columns": ["a"], "name": "by_a"}]}');
SELECT store, obj_description(view) FROM vieworm.registry;
-- Another definition with the same columns and more; the index keeps its name, the comment goes.
SELECT * FROM put('SELECT a, b FROM t WHERE a > 1', '{"method": "table", "indexes": [{"columns": ["a"], "name": "by_a"}]}');
TABLE v;
TABLE dependent;
SELECT obj_description('v'::regclass), indexdef FROM pg_indexes WHERE indexname = 'by_a';
SELECT quietly($$ SELECT vieworm_refresh('v') $$);
-- To a plain view and back.
SELECT * FROM put('SELECT a, b FROM t', '{"method": "simple"}');
SELECT storage, comment FROM vieworm_views WHERE name = 'v';
SELECT * FROM put('SELECT a, b FROM t', '{"method": "table"}');
SELECT storage, rows FROM vieworm_views WHERE name = 'v';
-- What does not fit is made anew; a dependent stands in the way.
SELECT attempt($$ SELECT put('SELECT b FROM t', '{"method": "table"}') $$);
SELECT attempt($$ SELECT put('SELECT a, b FROM t', '{"method": "materialized"}') $$);
DROP VIEW dependent;
GRANT SELECT (b), UPDATE (a) ON v TO regress_reader;
SELECT * FROM put('SELECT b FROM t', '{"method": "table"}');
SELECT * FROM put('SELECT a, b FROM t', '{"method": "materialized"}');
SELECT a.privilege_type, a.is_grantable FROM pg_class, aclexplode(relacl) AS a
WHERE oid = 'v'::regclass AND a.grantee = 'regress_reader'::regrole;
SELECT attcl.attname, a.privilege_type FROM pg_attribute AS attcl, aclexplode(attacl) AS a
WHERE attrelid = 'v'::regclass ORDER BY 1;
SELECT * FROM put('SELECT a, b, 1 AS c FROM t', '{"method": "materialized"}');
SELECT * FROM put('SELECT a FROM t', '{"method": "table"}');
-- The name that it has now is the one that counts.
ALTER VIEW v RENAME TO w;
SELECT vieworm_create('w', 'SELECT a FROM t', '{"method": "table", "or_replace": true}') ->> 'replaced' AS replaced;
SELECT vieworm_create('test.w', 'SELECT a FROM t', '{"method": "table", "or_replace": true}') ->> 'replaced' AS replaced;
SELECT relname FROM pg_class WHERE relnamespace = 'vieworm'::regnamespace AND relkind IN ('r', 'v') ORDER BY 1;
-- With "if_not_exists" as well: what is there is replaced; what is not a view of vieworm's is not.
SELECT vieworm_create('w', 'SELECT b FROM t', '{"method": "table", "if_not_exists": true, "or_replace": true}') ->> 'replaced' AS replaced;
SELECT attempt($$ SELECT vieworm_create('t', 'SELECT 1 AS a', '{"if_not_exists": true, "or_replace": true}') $$);
DROP VIEW w;
DROP ROLE regress_reader;
\i sql/include/teardown.sql
