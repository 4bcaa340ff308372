-- A view's columns are called what CREATE VIEW calls them, whatever that is, and however it is kept.
\i sql/include/setup.sql
\i sql/include/maintained.sql
\pset format unaligned
\pset tuples_only on

CREATE TABLE t (id int PRIMARY KEY, g text, v int);
INSERT INTO t VALUES (1, 'a', 5), (2, 'b', 7), (3, 'a', NULL);

-- The names of a plain view of this definition, of one that vieworm makes, and of a table it keeps:
-- one line each, and only one where they are all the same.
CREATE FUNCTION names_of(query text) RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
  kind text;
BEGIN
  EXECUTE 'CREATE VIEW plain AS ' || query;
  PERFORM vieworm_create('simple', query);
  PERFORM vieworm_create('native', query, '{"refresh": {}}');
  PERFORM vieworm_create('stored', query, '{"method": "table"}');
  RETURN QUERY SELECT DISTINCT names::text FROM (
    SELECT attrelid, array_agg(attname ORDER BY attnum) AS names FROM pg_attribute
    WHERE attnum > 0 AND attrelid IN ('plain'::regclass, 'simple'::regclass, 'native'::regclass, 'stored'::regclass)
    GROUP BY attrelid) AS views;
  FOREACH kind IN ARRAY ARRAY['stored', 'native', 'simple'] LOOP PERFORM vieworm_drop(kind); END LOOP;
  DROP VIEW plain;
END $$;
SELECT names_of('SELECT id, v + 1 FROM t');
SELECT names_of('SELECT ''text''');
SELECT names_of('VALUES (1, ''x''), (2, NULL)');
SELECT names_of('SELECT g, count(*), sum(v), max(v) - min(v) FROM t GROUP BY g');
SELECT names_of('SELECT CASE WHEN v > 1 THEN 1 END, coalesce(v, 0), v::text, ARRAY[v], (SELECT max(id) FROM t) FROM t');
SELECT names_of('SELECT id AS "?column?", -v AS x FROM t');

-- They are maintained under those names.
SELECT keep('bare_rows', 'SELECT id, v + 1 FROM t');
SELECT keep('bare_groups', 'SELECT g, count(*), sum(v) * 2 FROM t GROUP BY g');
CALL run('INSERT INTO t VALUES (4, ''c'', 1)');
CALL run('UPDATE t SET g = ''c'', v = 9 WHERE id = 1');
CALL run('DELETE FROM t WHERE id = 2');
SELECT "?column?" FROM bare_rows WHERE id = 1;
SELECT vieworm_repair('bare_groups') ->> 'deleted', vieworm_repair('bare_rows') ->> 'deleted';
SELECT wrong();

-- An index goes by them, too; other names may be given.
SELECT vieworm_create('indexed', 'SELECT g, -v FROM t', '{"method": "table", "indexes": [{"columns": ["?column?"]}]}') ->> 'created';
SELECT vieworm_create('renamed', 'SELECT 1, 2', '{"method": "table", "columns": ["one", "two"]}') ->> 'created';
SELECT * FROM renamed;

-- What CREATE VIEW refuses is refused.
CREATE VIEW plain AS SELECT 1, 2;
SELECT vieworm_create('twice', 'SELECT 1, 2');
SELECT vieworm_create('twice', 'SELECT count(*), count(v) FROM t', '{"refresh": {"on": "statement"}}');
\i sql/include/teardown.sql
