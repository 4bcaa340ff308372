-- Names that need quotes, and long ones.
\i sql/include/setup.sql
CREATE SCHEMA "Odd; Schema";
CREATE TABLE "Odd; Schema"."T able" ("Sel""ect" int, "a.b" text);
INSERT INTO "Odd; Schema"."T able" VALUES (1, 'x'), (2, NULL);
CREATE FUNCTION life(schema text, name text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  written text := format('%I.%I', schema, name);
  method text; n bigint; dropped text[];
BEGIN
  FOREACH method IN ARRAY ARRAY['table', 'materialized', 'simple'] LOOP
    PERFORM vieworm_create(jsonb_build_object('schema', schema, 'name', name, 'method', method,
      'comment', name, 'definition', 'SELECT "Sel""ect", "a.b" FROM "Odd; Schema"."T able"')
      || CASE method WHEN 'simple' THEN '{}' ELSE '{"indexes": [{"columns": ["Sel\"ect"]}]}' END::jsonb);
    IF method <> 'simple' THEN PERFORM vieworm_refresh(written); END IF;
    EXECUTE format('SELECT count(*) FROM %s', written) INTO n;
    IF n <> 2 THEN RAISE EXCEPTION 'count is %', n; END IF;
    PERFORM vieworm_create(written, 'SELECT 1 AS a', '{"or_replace": true, "method": "table"}');
    dropped := vieworm_drop(written);
    IF dropped <> ARRAY[written] THEN RAISE EXCEPTION 'dropped %', dropped; END IF;
  END LOOP;
  RETURN 'ok';
END $$;
SELECT name, life('Odd; Schema', name) FROM (VALUES
  ('v'), ('V'), ('with space'), (' '), ('a"b'), ('"'), ('a''b'), ('a;b--c'), ('a.b'), ('select'), ('1'),
  ('$1'), ('\'), (E'a\nb'), ('a/*b'), ('ünïcödé'), ('表'), ('🐛'), ('%s'), ('a_store'), ('registry'),
  (repeat('x', 63)), (repeat('ü', 31)), (repeat('表', 21))) AS n(name);
-- A name of 63 bytes leaves no room for a suffix; two such names get different stores.
SELECT vieworm_create(repeat('x', 62) || 'a', 'SELECT 1 AS a', '{"method": "table"}') ->> 'created' AS created;
SELECT vieworm_create(repeat('x', 62) || 'b', 'SELECT 2 AS a', '{"method": "table"}') ->> 'created' AS created;
SELECT store, definition FROM vieworm.registry ORDER BY view::text;
SELECT attempt(format('SELECT vieworm_create(%L, ''SELECT 1 AS a'')', repeat('x', 64)));
SELECT attempt(format('SELECT vieworm_create(%L, ''SELECT 1 AS a'')', repeat('ü', 32)));
-- Columns with names that the refresh itself uses.
SELECT vieworm_create('inner', 'SELECT 1 AS k1, 2 AS k2, 3 AS weight, 4 AS hash, 5 AS copy, 6 AS place, 7 AS d, 8 AS s,
  9 AS difference, 10 AS removed, 11 AS added, 12 AS "K1", 13 AS "a""b;"', '{"method": "table"}') ->> 'created' AS created;
SELECT quietly($$ SELECT vieworm_refresh('inner', with_data => false) $$);
SELECT quietly($$ SELECT vieworm_refresh('inner') $$);
TABLE "inner";
DROP SCHEMA "Odd; Schema" CASCADE;
\i sql/include/teardown.sql
