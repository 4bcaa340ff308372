\echo Use "ALTER EXTENSION vieworm UPDATE" to load this file. \quit

-- 0.1.0 to 0.2.0. What is here is the same as in pg_ext/install; tests/postgres/upgrade.sh compares.

ALTER TABLE vieworm.registry ADD COLUMN stale_reason text;
REVOKE ALL ON vieworm.registry FROM PUBLIC;

-- On the registry: rows that come from a dump, after the triggers of their views.
CREATE FUNCTION vieworm.mark_restored() RETURNS trigger
  LANGUAGE c AS 'MODULE_PATHNAME', 'vieworm_mark_restored';
CREATE TRIGGER vieworm_restored BEFORE INSERT ON vieworm.registry
  FOR EACH ROW EXECUTE FUNCTION vieworm.mark_restored();

DROP EVENT TRIGGER vieworm_after_alter;
CREATE EVENT TRIGGER vieworm_after_alter ON ddl_command_end
  WHEN TAG IN ('ALTER VIEW', 'ALTER MATERIALIZED VIEW', 'ALTER TABLE', 'ALTER SCHEMA',
    'CREATE SCHEMA', 'CREATE TABLE', 'CREATE FOREIGN TABLE', 'CREATE VIEW', 'CREATE FUNCTION', 'ALTER FUNCTION',
    'ALTER ROUTINE', 'ALTER AGGREGATE', 'CREATE AGGREGATE', 'ALTER OPERATOR', 'ALTER TYPE', 'ALTER DOMAIN',
    'ALTER COLLATION', 'ALTER EXTENSION', 'REVOKE', 'DROP OWNED')
  EXECUTE FUNCTION vieworm.after_alter();

-- Whatever takes jsonb takes text and json, too: drivers give their parameters types. What is
-- untyped is text. Only the functions that take jsonb have defaults for it, so that no call without
-- fits two.
CREATE FUNCTION vieworm_create(spec text) RETURNS jsonb
  LANGUAGE c AS 'MODULE_PATHNAME', 'vieworm_create_from_spec';
CREATE FUNCTION vieworm_create(spec json) RETURNS jsonb
  LANGUAGE c AS 'MODULE_PATHNAME', 'vieworm_create_from_spec';

CREATE FUNCTION vieworm_create(name text, definition text, options text) RETURNS jsonb
  LANGUAGE c AS 'MODULE_PATHNAME', 'vieworm_create_from_arguments';
CREATE FUNCTION vieworm_create(name text, definition text, options json) RETURNS jsonb
  LANGUAGE c AS 'MODULE_PATHNAME', 'vieworm_create_from_arguments';

CREATE FUNCTION vieworm_compile(spec text, OUT step integer, OUT statement text)
  RETURNS SETOF record
  LANGUAGE c AS 'MODULE_PATHNAME', 'vieworm_compile';
CREATE FUNCTION vieworm_compile(spec json, OUT step integer, OUT statement text)
  RETURNS SETOF record
  LANGUAGE c AS 'MODULE_PATHNAME', 'vieworm_compile';

CREATE FUNCTION vieworm_refresh(name text, options text, mode text DEFAULT NULL,
    concurrently boolean DEFAULT NULL, with_data boolean DEFAULT NULL) RETURNS jsonb
  LANGUAGE c AS 'MODULE_PATHNAME', 'vieworm_refresh';
CREATE FUNCTION vieworm_refresh(name text, options json, mode text DEFAULT NULL,
    concurrently boolean DEFAULT NULL, with_data boolean DEFAULT NULL) RETURNS jsonb
  LANGUAGE c AS 'MODULE_PATHNAME', 'vieworm_refresh';

CREATE FUNCTION vieworm_refresh_all(options text) RETURNS SETOF jsonb
  LANGUAGE c AS 'MODULE_PATHNAME', 'vieworm_refresh_all';
CREATE FUNCTION vieworm_refresh_all(options json) RETURNS SETOF jsonb
  LANGUAGE c AS 'MODULE_PATHNAME', 'vieworm_refresh_all';

CREATE FUNCTION vieworm_drop(name text, options text, if_exists boolean DEFAULT NULL,
    "cascade" boolean DEFAULT NULL) RETURNS text[]
  LANGUAGE c AS 'MODULE_PATHNAME', 'vieworm_drop';
CREATE FUNCTION vieworm_drop(name text, options json, if_exists boolean DEFAULT NULL,
    "cascade" boolean DEFAULT NULL) RETURNS text[]
  LANGUAGE c AS 'MODULE_PATHNAME', 'vieworm_drop';

-- A text is the name of a view or, where it begins with a brace, a spec. varchar is there for calls
-- by the name of the argument: spec => '...'.
CREATE FUNCTION vieworm_explain(spec character varying, OUT step integer, OUT detail text)
  RETURNS SETOF record
  LANGUAGE c STRICT AS 'MODULE_PATHNAME', 'vieworm_explain';
CREATE FUNCTION vieworm_explain(spec json, OUT step integer, OUT detail text) RETURNS SETOF record
  LANGUAGE c STRICT AS 'MODULE_PATHNAME', 'vieworm_explain_spec';

-- The views as users see them: the registry with what the catalogs know.
CREATE OR REPLACE VIEW vieworm_views AS
WITH RECURSIVE
-- How many triggers of each source, and of each table that inherits from it, ought to follow for a
-- view: one for each program, or two where it must be known when a statement begins, and one for
-- TRUNCATE.
wanted(store, source, triggers) AS (
  SELECT p.store, p.source::pg_catalog.oid, 1 OPERATOR(pg_catalog.+) pg_catalog.count(*)
    OPERATOR(pg_catalog.+) pg_catalog.count(*) FILTER (WHERE
      (p.program OPERATOR(pg_catalog.->>) 'overlaps')::pg_catalog.bool)
  FROM vieworm.programs AS p WHERE p.store OPERATOR(pg_catalog.<>) p.source GROUP BY 1, 2
),
family(source, member) AS (
  SELECT w.source, w.source FROM wanted AS w
  UNION
  SELECT f.source, i.inhrelid
  FROM family AS f JOIN pg_catalog.pg_inherits AS i ON i.inhparent OPERATOR(pg_catalog.=) f.member
),
-- Maintained views that nobody follows, and those that read them, at whatever distance.
behind(view, reason) AS (
  (SELECT r.view,
    CASE WHEN r.stale_reason IS NOT NULL THEN r.stale_reason
         WHEN NOT r.populated THEN 'it has no data'
         ELSE 'it is paused' END
  FROM vieworm.registry AS r
  WHERE r.storage OPERATOR(pg_catalog.<>) 'view'
    AND (NOT r.populated OR r.paused OR r.stale_reason IS NOT NULL)
  UNION
  SELECT r.view, 'some of its triggers are missing or disabled'
  FROM vieworm.registry AS r
    JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) r.store::pg_catalog.oid
    JOIN wanted AS w ON w.store OPERATOR(pg_catalog.=) r.store
    JOIN family AS f ON f.source OPERATOR(pg_catalog.=) w.source
  WHERE NOT r.paused AND r.populated AND r.stale_reason IS NULL
    AND w.triggers OPERATOR(pg_catalog.>) (
      SELECT pg_catalog.count(*) FROM pg_catalog.pg_trigger AS t
      WHERE t.tgrelid OPERATOR(pg_catalog.=) f.member
        AND t.tgfoid OPERATOR(pg_catalog.=) 'vieworm.maintain'::pg_catalog.regproc::pg_catalog.oid
        AND t.tgenabled OPERATOR(pg_catalog.=) ANY (ARRAY['O', 'A']::pg_catalog."char"[])
        AND t.tgargs OPERATOR(pg_catalog.=) (
          pg_catalog.convert_to(c.relname::pg_catalog.text, pg_catalog.getdatabaseencoding())
          OPERATOR(pg_catalog.||) '\x00'::pg_catalog.bytea)
        -- Under another name it does nothing. A long name is cut, and ends in a number.
        AND (t.tgname OPERATOR(pg_catalog.~)
               '_[0-9a-f]{8}_(begin_)?(insert|update|delete|truncate)$'::pg_catalog.text
             OR t.tgname::pg_catalog.text OPERATOR(pg_catalog.=) ANY (ARRAY(
               SELECT pg_catalog.concat(c.relname, '_', word) FROM pg_catalog.unnest(ARRAY['insert',
                 'update', 'delete', 'truncate', 'begin_insert', 'begin_update', 'begin_delete']) AS word)))))
  UNION
  SELECT reader.view, 'it reads a view that is stale'
  FROM behind AS b
    JOIN vieworm.registry AS read ON read.view OPERATOR(pg_catalog.=) b.view
    JOIN vieworm.programs AS p ON p.source OPERATOR(pg_catalog.=) read.store
    JOIN vieworm.registry AS reader ON reader.store OPERATOR(pg_catalog.=) p.store
  WHERE p.store OPERATOR(pg_catalog.<>) p.source
)
SELECT
  n.nspname AS schema,
  c.relname AS name,
  r.method,
  r.storage,
  r.mode,
  r.timing,
  r.spec OPERATOR(pg_catalog.#>>) '{refresh,schedule}' AS schedule,
  r.populated,
  CASE WHEN r.storage OPERATOR(pg_catalog.=) 'view' THEN false
       WHEN stale.reason IS NOT NULL THEN true
       WHEN r.mode OPERATOR(pg_catalog.=) 'incremental' THEN false END AS stale,
  NULL::bigint AS pending_changes,
  r.last_refresh,
  r.last_duration_ms,
  r.last_mode,
  r.last_deleted,
  r.last_inserted,
  CASE WHEN pg_catalog.pg_has_role(c.relowner, 'USAGE') THEN r.last_error END AS last_error,
  r.last_error_at,
  -- Where a view is not refreshed by vieworm alone, as many as PostgreSQL has estimated.
  CASE WHEN r.storage OPERATOR(pg_catalog.=) 'store'
         AND r.mode OPERATOR(pg_catalog.<>) 'incremental' THEN r.rows
       WHEN rows.reltuples OPERATOR(pg_catalog.>=) 0::real THEN rows.reltuples::bigint
       WHEN r.storage OPERATOR(pg_catalog.=) 'store' THEN r.rows END AS rows,
  r.strategy,
  r.as_of,
  r.reason,
  pg_catalog.obj_description(c.oid, 'pg_class') AS comment,
  COALESCE(r.spec OPERATOR(pg_catalog.#>>) '{definition,postgresql}',
           r.spec OPERATOR(pg_catalog.->>) 'definition') AS definition,
  -- It may have words of the sources' contents in it, as errors do.
  CASE WHEN pg_catalog.pg_has_role(c.relowner, 'USAGE') THEN stale.reason END AS stale_reason
FROM vieworm.registry AS r
  JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) r.view::pg_catalog.oid
  JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
  LEFT JOIN pg_catalog.pg_class AS rows ON rows.oid OPERATOR(pg_catalog.=)
    CASE r.storage WHEN 'store' THEN r.store::pg_catalog.oid WHEN 'materialized view' THEN c.oid END
  LEFT JOIN (SELECT b.view, pg_catalog.min(b.reason) AS reason FROM behind AS b GROUP BY b.view) AS stale
    ON stale.view OPERATOR(pg_catalog.=) r.view;
