-- What every regression test starts with: the extension, a schema of the test's own, and attempt().
\set SHOW_CONTEXT never
SET client_min_messages = warning;
CREATE EXTENSION vieworm;
CREATE SCHEMA test;
SET search_path = test, public;
SET timezone = 'UTC';
RESET client_min_messages;

-- Runs a statement and returns its error as text, or null where there was none.
CREATE FUNCTION attempt(sql text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  message text; detail text; hint text;
BEGIN
  EXECUTE sql;
  RETURN NULL;
EXCEPTION WHEN OTHERS THEN
  GET STACKED DIAGNOSTICS message = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL,
    hint = PG_EXCEPTION_HINT;
  RETURN sqlstate || ' ' || message || CASE WHEN detail <> '' THEN E'\n  ' || detail ELSE '' END
    || CASE WHEN hint <> '' THEN E'\n  ' || hint ELSE '' END;
END $$;

-- Runs vieworm_create or vieworm_refresh without what differs from run to run.
CREATE FUNCTION quietly(sql text) RETURNS SETOF jsonb LANGUAGE plpgsql AS $$
DECLARE
  result jsonb;
BEGIN
  FOR result IN EXECUTE sql LOOP
    RETURN NEXT result - 'milliseconds' - 'reason';
  END LOOP;
END $$;

-- Everything that a failed call could leave behind.
CREATE FUNCTION catalog() RETURNS SETOF text LANGUAGE sql AS $$
  SELECT 'class ' || c.oid || ' ' || relname || ' ' || relnamespace || ' ' || relowner || ' '
    || coalesce(relacl::text, '') FROM pg_class AS c
  UNION ALL SELECT 'trigger ' || t.tgrelid || ' ' || tgname FROM pg_trigger AS t
  UNION ALL SELECT 'type ' || typname || ' ' || typnamespace FROM pg_type
  UNION ALL SELECT 'rule ' || ev_class || ' ' || rulename FROM pg_rewrite
  UNION ALL SELECT 'depend ' || d::text FROM pg_depend AS d
  UNION ALL SELECT 'comment ' || d::text FROM pg_description AS d
  UNION ALL SELECT 'registry ' || r::text FROM vieworm.registry AS r
$$;
CREATE TABLE catalog_before (line text);
CREATE FUNCTION remember_catalog() RETURNS void LANGUAGE sql AS $$
  TRUNCATE catalog_before; INSERT INTO catalog_before SELECT catalog() $$;
CREATE FUNCTION catalog_changes() RETURNS SETOF text LANGUAGE sql AS $$
  (SELECT 'gone: ' || line FROM (TABLE catalog_before EXCEPT ALL SELECT catalog()) AS g(line))
  UNION ALL
  (SELECT 'left: ' || line FROM (SELECT catalog() EXCEPT ALL TABLE catalog_before) AS l(line)) $$;

-- Rows of the view that its query does not give, and the other way round: 0 and 0.
CREATE FUNCTION difference(view text, query text, OUT extra bigint, OUT missing bigint)
LANGUAGE plpgsql AS $$
DECLARE
  rows_of_view text := format('SELECT whole_row::text FROM %s AS whole_row', view);
  rows_of_query text := format('SELECT whole_row::text FROM (%s) AS whole_row', query);
BEGIN
  EXECUTE format('SELECT count(*) FROM (%s EXCEPT ALL %s) AS d', rows_of_view, rows_of_query)
    INTO extra;
  EXECUTE format('SELECT count(*) FROM (%s EXCEPT ALL %s) AS d', rows_of_query, rows_of_view)
    INTO missing;
END $$;
