-- Ordinary DDL on views keeps the registry right.
\i sql/include/setup.sql
CREATE ROLE regress_heir;
CREATE SCHEMA other;
GRANT ALL ON SCHEMA other, test TO regress_heir;
CREATE TABLE t (a int, b text);
INSERT INTO t VALUES (1, 'x');
GRANT SELECT ON t TO regress_heir;
SELECT vieworm_create('v', 'SELECT a, b FROM t', '{"method": "table"}') ->> 'created' AS created;
SELECT vieworm_create('n', 'SELECT a, b FROM t', '{"method": "materialized"}') ->> 'created' AS created;
SELECT vieworm_create('s', 'SELECT a, b FROM t') ->> 'created' AS created;
CREATE VIEW owners AS
  SELECT r.view, pg_get_userbyid(c.relowner) = 'regress_heir' AS heir,
         bool_and(i.relowner = c.relowner) AS alike
  FROM vieworm.registry AS r JOIN pg_class AS c ON c.oid = r.view
    LEFT JOIN pg_class AS i ON i.oid IN (r.store, r.definition)
  GROUP BY r.view, c.relowner ORDER BY r.view::text;

-- Renames of views, columns and sources; other schemas.
ALTER VIEW v RENAME TO "V two";
ALTER MATERIALIZED VIEW n RENAME TO n2;
ALTER TABLE s RENAME TO s2;
ALTER VIEW "V two" SET SCHEMA other;
ALTER MATERIALIZED VIEW n2 SET SCHEMA other;
ALTER VIEW other."V two" RENAME COLUMN b TO label;
ALTER TABLE t RENAME TO renamed;
ALTER TABLE renamed RENAME COLUMN a TO aa;
INSERT INTO renamed VALUES (2, 'y');
SELECT schema, name, storage FROM vieworm_views ORDER BY 1, 2;
SELECT quietly('SELECT vieworm_refresh_all()');
SELECT * FROM other."V two" ORDER BY a;
ALTER SCHEMA other RENAME TO another;
SELECT quietly($$ SELECT vieworm_refresh('another."V two"') $$);

-- Owners: by ALTER VIEW, by ALTER TABLE, by REASSIGN OWNED.
ALTER VIEW another."V two" OWNER TO regress_heir;
ALTER MATERIALIZED VIEW another.n2 OWNER TO regress_heir;
TABLE owners;
SET ROLE regress_heir;
SELECT quietly($$ SELECT vieworm_refresh('another."V two"') $$);
SELECT attempt($$ SELECT vieworm_drop('s2') $$);
RESET ROLE;
-- The store alone cannot go to another.
ALTER TABLE vieworm.v_store OWNER TO CURRENT_USER;
TABLE owners;
REASSIGN OWNED BY regress_heir TO CURRENT_USER;
TABLE owners;
ALTER TABLE another."V two" OWNER TO regress_heir;
TABLE owners;

-- A column that the view reads keeps its type; others are free.
SELECT attempt('ALTER TABLE renamed ALTER COLUMN aa TYPE bigint');
ALTER TABLE renamed ADD COLUMN c int;
ALTER TABLE renamed ALTER COLUMN c TYPE bigint;
ALTER TABLE renamed DROP COLUMN c;
SELECT quietly($$ SELECT vieworm_refresh('another."V two"') $$);
-- Two views change names with each other.
SELECT vieworm_create('one', 'SELECT 1 AS a', '{"method": "table"}') ->> 'created' AS created;
SELECT vieworm_create('two', 'SELECT 2 AS a', '{"method": "table"}') ->> 'created' AS created;
BEGIN;
ALTER VIEW one RENAME TO tmp;
ALTER VIEW two RENAME TO one;
ALTER VIEW tmp RENAME TO two;
COMMIT;
SELECT quietly('SELECT vieworm_refresh_all()');
SELECT 'one' AS name, a FROM one UNION ALL SELECT 'two', a FROM two;
SET client_min_messages = warning;
DROP SCHEMA another CASCADE;
SELECT schema, name FROM vieworm_views ORDER BY 1, 2;
DROP OWNED BY regress_heir;
DROP ROLE regress_heir;
\i sql/include/teardown.sql
