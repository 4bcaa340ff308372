-- Specs and options of whatever type a driver gives its parameters; names likewise.
\i sql/include/setup.sql
\pset format unaligned
\pset tuples_only on

CREATE TABLE t (a int PRIMARY KEY, b text);
INSERT INTO t SELECT i, 'x' || i % 3 FROM generate_series(1, 9) AS i;

CREATE DOMAIN spec_text AS text;

-- Every function with JSON, for one type of parameter: the calls that fail.
CREATE FUNCTION use_all(type text) RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
  spec text := '{"name": "v", "definition": "SELECT a FROM t", "method": "table"}';
  call text;
  refused text;
BEGIN
  FOREACH call IN ARRAY ARRAY[
    format('vieworm_explain(%L::%s)', spec, type),
    format('vieworm_compile(%L::%s)', spec, type),
    format('vieworm_create(%L::%s)', spec, type),
    format('vieworm_create(%L, %L, %L::%s)', 'w', 'SELECT b FROM t', '{"method": "table"}', type),
    format('vieworm_create(name => %L, definition => %L, options => %L::%s)', 'x',
           'SELECT b FROM t', '{"method": "table"}', type),
    format('vieworm_refresh(%L, %L::%s)', 'v', '{"mode": "full"}', type),
    format('vieworm_refresh(name => %L, options => %L::%s, with_data => false)', 'v',
           '{"mode": "full"}', type),
    format('vieworm_refresh_all(%L::%s)', '{"mode": "full"}', type),
    format('vieworm_drop(%L, %L::%s)', 'v', '{"if_exists": true}', type),
    format('vieworm_drop(%L, options => %L::%s)', 'w', '{}', type),
    format('vieworm_drop(name => %L, options => %L::%s, if_exists => true)', 'x', '{}', type),
    format('vieworm_create(spec => %L::%s)', spec, type),
    format('vieworm_drop(%L)', 'v'),
    format('vieworm_compile(spec => %L::%s)', spec, type),
    format('vieworm_explain(spec => %L::%s)', spec, type)] LOOP
    refused := attempt('SELECT ' || call);
    IF refused IS NOT NULL THEN RETURN NEXT call || ': ' || refused; END IF;
  END LOOP;
END $$;
SET client_min_messages = warning;
-- Nothing stands in the way.
SELECT type, use_all(type) FROM (VALUES ('unknown'), ('text'), ('varchar'), ('varchar(400)'),
  ('char(400)'), ('spec_text'), ('json'), ('jsonb')) AS types(type);
RESET client_min_messages;
SELECT count(*) FROM vieworm_views;

-- Statements that are prepared with types, and without.
PREPARE create_varchar(varchar) AS SELECT vieworm_create($1) ->> 'created';
PREPARE create_text(text) AS SELECT vieworm_create($1) ->> 'created';
PREPARE create_json(json) AS SELECT vieworm_create($1) ->> 'created';
PREPARE create_jsonb(jsonb) AS SELECT vieworm_create($1) ->> 'created';
PREPARE create_untyped AS SELECT vieworm_create($1) ->> 'created';
PREPARE create_three AS SELECT vieworm_create($1, $2, $3) ->> 'created';
PREPARE refresh(varchar, varchar) AS SELECT vieworm_refresh($1, $2) ->> 'inserted';
PREPARE explain(varchar) AS SELECT detail FROM vieworm_explain($1);
PREPARE explain_untyped AS SELECT detail FROM vieworm_explain($1);
SELECT name, parameter_types FROM pg_prepared_statements
WHERE name ~ '^(create|refresh|explain)' ORDER BY name;
EXECUTE create_varchar('{"name": "p1", "definition": "SELECT a FROM t", "method": "table"}');
EXECUTE create_text('{"name": "p2", "definition": "SELECT a FROM t"}');
EXECUTE create_json('{"name": "p3", "definition": "SELECT a FROM t"}');
EXECUTE create_jsonb('{"name": "p4", "definition": "SELECT a FROM t"}');
EXECUTE create_untyped('{"name": "p5", "definition": "SELECT a FROM t"}');
EXECUTE create_three('p6', 'SELECT a FROM t', '{"method": "table"}');
INSERT INTO t VALUES (10, 'x');
EXECUTE refresh('p1', '{"mode": "full"}');
EXECUTE explain('p2');
EXECUTE explain_untyped('p2');

-- vieworm_explain: a text that begins with a brace, after white space, is a spec; a name can have
-- one only in quotes.
EXECUTE explain(E' \n\t{"name": "p2", "definition": "SELECT a FROM t"}');
SELECT vieworm_create('"{odd"', 'SELECT a FROM t') ->> 'name';
SELECT detail FROM vieworm_explain('"{odd"');
SELECT detail FROM vieworm_explain(name => 'p2'::varchar);
SELECT detail FROM vieworm_explain(name => '{"name": "p2", "definition": "SELECT a FROM t"}');
SELECT attempt($$ SELECT vieworm_explain('{odd') $$);

-- A column as the argument, and the defaults.
CREATE TABLE specs (plain text, short varchar(200), fixed char(120), loose json, binary_one jsonb);
INSERT INTO specs SELECT s, s, s, s::json, s::jsonb
FROM (VALUES ('{"name": "q", "definition": "SELECT 1 AS a", "or_replace": true}')) AS v(s);
SELECT vieworm_create(plain) ->> 'name', vieworm_create(short) ->> 'name',
  vieworm_create(fixed) ->> 'name', vieworm_create(loose) ->> 'name',
  vieworm_create(binary_one) ->> 'name' FROM specs;
SELECT count(*) FROM vieworm_refresh_all();
SELECT vieworm_create('r', 'SELECT 1 AS a') ->> 'name', vieworm_drop('r');
SELECT vieworm_refresh('p1', mode => 'full') ->> 'mode', vieworm_refresh('p1') ->> 'mode';

-- NULL of any type.
SELECT attempt(call) FROM (VALUES
  ('SELECT vieworm_create(NULL)'), ('SELECT vieworm_create(NULL::varchar)'),
  ('SELECT vieworm_create(NULL::json)'), ('SELECT vieworm_create(NULL::jsonb)'),
  ('SELECT vieworm_create(''n'', ''SELECT 1 AS a'', NULL)'),
  ('SELECT vieworm_create(''n'', NULL)'),
  ('SELECT vieworm_compile(NULL::text)'), ('SELECT vieworm_refresh(''p1'', NULL)'),
  ('SELECT vieworm_refresh_all(NULL)'), ('SELECT vieworm_drop(''p1'', NULL::json)')) AS calls(call);
SELECT count(*) FROM vieworm_explain(NULL);
SELECT count(*) FROM vieworm_explain(spec => NULL);

-- What is not JSON says where.
SELECT attempt(call) FROM (VALUES
  ('SELECT vieworm_create(''{"name": '')'),
  ('SELECT vieworm_create(''{"name": "v",}''::varchar)'),
  ('SELECT vieworm_create('''')'),
  ('SELECT vieworm_create(''n'', ''SELECT 1 AS a'', ''{method: "table"}'')'),
  ('SELECT vieworm_compile(''{"name": "v"} {}'')'),
  ('SELECT vieworm_explain(''{"name": "v"'')'),
  ('SELECT vieworm_refresh(''p1'', ''full'')'),
  ('SELECT vieworm_refresh_all(''"'')'),
  ('SELECT vieworm_drop(''p1'', ''cascade'')'),
  ('SELECT vieworm_create(''[1]'')'),
  ('SELECT vieworm_create(''1e999'')'),
  ('SELECT vieworm_create(repeat(''['', 100000))'),
  (E'SELECT vieworm_create(''{"name": "a\\u0000b", "definition": "SELECT 1 AS a"}'')'),
  (E'SELECT vieworm_create(''{"name": "v", "definition": "SELECT 1 AS a\\u0000"}'')'),
  (E'SELECT vieworm_create(''{"name": "v", "definition": "SELECT 1 AS a", "method": "table", "tablespace": "pg_default\\u0000"}'')'),
  (E'SELECT vieworm_create(''{"name": "v", "definition": "SELECT 1 AS a", "method": "table", "indexes": [{"columns": ["a"], "using": "btree\\u0000"}]}'')'),
  (E'SELECT vieworm_create(''{"name": "v", "definition": "SELECT 1 AS a", "refresh": {"schedule": "5 minutes\\u0000"}}'')'),
  (E'SELECT vieworm_create(''{"name": "v", "definition": "SELECT 1 AS a", "options": {"fill\\u0000factor": 1}}'')'),
  (E'SELECT vieworm_create(''{"name": "v", "definition": "SELECT 1 AS a", "options": {"\\n\\u0000": []}}'')'),
  (E'SELECT vieworm_create(''{"name": "v", "definition": "SELECT 1 AS a", "na\\u0000me": 1}'')'),
  (E'SELECT vieworm_refresh(''p1'', ''{"mode\\u0000": "full"}'')'),
  (E'SELECT vieworm_create(''{"name": "v", "definition": "SELECT 1 AS a", "comment": "\\ud800"}'')')
  ) AS calls(call);

-- A key that is there twice: the last counts, as in jsonb.
SELECT vieworm_create('{"name": "gone", "name": "twice", "definition": "SELECT 1 AS a"}') ->> 'name';
\i sql/include/teardown.sql
