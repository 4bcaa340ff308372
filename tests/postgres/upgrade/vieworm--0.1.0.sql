\echo Use "CREATE EXTENSION vieworm" to load this file. \quit

-- Everything internal. Nobody but vieworm creates here.
CREATE SCHEMA vieworm;
GRANT USAGE ON SCHEMA vieworm TO PUBLIC;

-- One row for each view. What the catalogs know (name, schema, owner) is not repeated here.
CREATE TABLE vieworm.registry (
  view regclass PRIMARY KEY,
  store regclass UNIQUE,
  definition regclass UNIQUE,
  state regclass UNIQUE,
  bounds regclass UNIQUE,
  as_of timestamptz,
  spec jsonb NOT NULL,
  storage text NOT NULL,
  method text NOT NULL,
  mode text,
  timing text,
  strategy jsonb,
  paused boolean NOT NULL DEFAULT false,
  reason text,
  created_at timestamptz NOT NULL DEFAULT pg_catalog.clock_timestamp(),
  populated boolean NOT NULL,
  rows bigint,
  due_at timestamptz,
  job text,
  last_attempt timestamptz,
  last_refresh timestamptz,
  last_duration_ms double precision,
  last_mode text,
  last_deleted bigint,
  last_inserted bigint,
  last_error text,
  last_error_at timestamptz
);
GRANT SELECT ON vieworm.registry TO PUBLIC;
SELECT pg_catalog.pg_extension_config_dump('vieworm.registry', '');

-- What the triggers of maintained views run: one row for each store, source and kind of statement.
CREATE TABLE vieworm.programs (
  store regclass NOT NULL,
  source regclass NOT NULL,
  event text NOT NULL,
  program jsonb NOT NULL,
  PRIMARY KEY (store, source, event)
);
SELECT pg_catalog.pg_extension_config_dump('vieworm.programs', '');

COMMENT ON TABLE vieworm.registry IS 'the views of vieworm; see the relation vieworm_views';

CREATE FUNCTION vieworm_create(spec jsonb) RETURNS jsonb
  LANGUAGE c AS 'MODULE_PATHNAME', 'vieworm_create_from_spec';
COMMENT ON FUNCTION vieworm_create(jsonb) IS 'creates a view from its JSON spec';

CREATE FUNCTION vieworm_create(name text, definition text, options jsonb DEFAULT '{}') RETURNS jsonb
  LANGUAGE c AS 'MODULE_PATHNAME', 'vieworm_create_from_arguments';
COMMENT ON FUNCTION vieworm_create(text, text, jsonb)
  IS 'creates a view from its name, its SELECT and the other keys of a spec';

CREATE FUNCTION vieworm_compile(spec jsonb, OUT step integer, OUT statement text)
  RETURNS SETOF record
  LANGUAGE c AS 'MODULE_PATHNAME', 'vieworm_compile';
COMMENT ON FUNCTION vieworm_compile(jsonb) IS 'the statements that vieworm_create would run';

CREATE FUNCTION vieworm_refresh(name text, options jsonb DEFAULT '{}', mode text DEFAULT NULL,
    concurrently boolean DEFAULT NULL, with_data boolean DEFAULT NULL) RETURNS jsonb
  LANGUAGE c AS 'MODULE_PATHNAME', 'vieworm_refresh';
COMMENT ON FUNCTION vieworm_refresh(text, jsonb, text, boolean, boolean)
  IS 'refreshes a stored view';

CREATE FUNCTION vieworm_refresh_all(options jsonb DEFAULT '{}') RETURNS SETOF jsonb
  LANGUAGE c AS 'MODULE_PATHNAME', 'vieworm_refresh_all';
COMMENT ON FUNCTION vieworm_refresh_all(jsonb)
  IS 'refreshes all stored views that the user may refresh, sources before their readers';

CREATE FUNCTION vieworm_drop(name text, options jsonb DEFAULT '{}', if_exists boolean DEFAULT NULL,
    "cascade" boolean DEFAULT NULL) RETURNS text[]
  LANGUAGE c AS 'MODULE_PATHNAME', 'vieworm_drop';
COMMENT ON FUNCTION vieworm_drop(text, jsonb, boolean, boolean)
  IS 'drops a view and returns the names of all that were dropped';

CREATE FUNCTION vieworm_verify(name text) RETURNS jsonb
  LANGUAGE c STRICT AS 'MODULE_PATHNAME', 'vieworm_verify';
COMMENT ON FUNCTION vieworm_verify(text) IS 'compares what a view shows with its definition';

CREATE FUNCTION vieworm_repair(name text) RETURNS jsonb
  LANGUAGE c STRICT AS 'MODULE_PATHNAME', 'vieworm_repair';
COMMENT ON FUNCTION vieworm_repair(text)
  IS 'puts the triggers of a view on its sources again, and its contents right';

CREATE FUNCTION vieworm_pause(name text) RETURNS jsonb
  LANGUAGE c STRICT AS 'MODULE_PATHNAME', 'vieworm_pause';
COMMENT ON FUNCTION vieworm_pause(text)
  IS 'takes the triggers of a view off its sources, before a bulk load';

CREATE FUNCTION vieworm_resume(name text) RETURNS jsonb
  LANGUAGE c STRICT AS 'MODULE_PATHNAME', 'vieworm_resume';
COMMENT ON FUNCTION vieworm_resume(text)
  IS 'puts the triggers of a paused view on its sources again, and its contents right';

CREATE FUNCTION vieworm_explain(name text, OUT step integer, OUT detail text) RETURNS SETOF record
  LANGUAGE c STRICT AS 'MODULE_PATHNAME', 'vieworm_explain';
COMMENT ON FUNCTION vieworm_explain(text) IS 'how a view is kept right, or why it is refreshed';
CREATE FUNCTION vieworm_explain(spec jsonb, OUT step integer, OUT detail text) RETURNS SETOF record
  LANGUAGE c STRICT AS 'MODULE_PATHNAME', 'vieworm_explain_spec';
COMMENT ON FUNCTION vieworm_explain(jsonb) IS 'how a view would be kept right';

CREATE FUNCTION vieworm_graph(format text DEFAULT 'mermaid') RETURNS text
  LANGUAGE c AS 'MODULE_PATHNAME', 'vieworm_graph';
COMMENT ON FUNCTION vieworm_graph(text) IS 'which view reads what: mermaid, dot or json';

CREATE FUNCTION vieworm_run_due() RETURNS SETOF jsonb
  LANGUAGE c AS 'MODULE_PATHNAME', 'vieworm_run_due';
COMMENT ON FUNCTION vieworm_run_due() IS 'refreshes the views that are due by their schedules';

CREATE FUNCTION vieworm_version() RETURNS text
  LANGUAGE c IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME', 'vieworm_version';
COMMENT ON FUNCTION vieworm_version() IS 'the version of the library';

-- What a job of pg_cron's calls.
CREATE FUNCTION vieworm.run_scheduled(name text) RETURNS jsonb
  LANGUAGE c AS 'MODULE_PATHNAME', 'vieworm_run_scheduled';
COMMENT ON FUNCTION vieworm.run_scheduled(text)
  IS 'refreshes a view and records a failure instead of raising it';

-- On every store: only maintenance changes it.
CREATE FUNCTION vieworm.guard_store() RETURNS trigger
  LANGUAGE c AS 'MODULE_PATHNAME', 'vieworm_guard_store';

-- On the sources of maintained views. Its argument is the name of the view's store.
CREATE FUNCTION vieworm.maintain() RETURNS trigger
  LANGUAGE c AS 'MODULE_PATHNAME', 'vieworm_maintain';

CREATE FUNCTION vieworm.after_drop() RETURNS event_trigger
  LANGUAGE c AS 'MODULE_PATHNAME', 'vieworm_after_drop';
CREATE FUNCTION vieworm.after_alter() RETURNS event_trigger
  LANGUAGE c AS 'MODULE_PATHNAME', 'vieworm_after_alter';
CREATE FUNCTION vieworm.before_alter_table() RETURNS event_trigger
  LANGUAGE c AS 'MODULE_PATHNAME', 'vieworm_before_alter_table';
CREATE FUNCTION vieworm.before_drop_extension() RETURNS event_trigger
  LANGUAGE c AS 'MODULE_PATHNAME', 'vieworm_before_drop_extension';

CREATE EVENT TRIGGER vieworm_after_drop ON sql_drop
  EXECUTE FUNCTION vieworm.after_drop();
CREATE EVENT TRIGGER vieworm_after_alter ON ddl_command_end
  WHEN TAG IN ('ALTER VIEW', 'ALTER MATERIALIZED VIEW', 'ALTER TABLE', 'ALTER SCHEMA',
    'CREATE SCHEMA', 'CREATE TABLE', 'CREATE FOREIGN TABLE', 'CREATE VIEW', 'CREATE FUNCTION', 'ALTER FUNCTION',
    'ALTER ROUTINE', 'ALTER AGGREGATE', 'ALTER OPERATOR', 'ALTER TYPE', 'ALTER DOMAIN',
    'ALTER COLLATION')
  EXECUTE FUNCTION vieworm.after_alter();
CREATE EVENT TRIGGER vieworm_before_alter_table ON ddl_command_start
  WHEN TAG IN ('ALTER TABLE')
  EXECUTE FUNCTION vieworm.before_alter_table();
CREATE EVENT TRIGGER vieworm_before_drop_extension ON ddl_command_start
  WHEN TAG IN ('DROP EXTENSION', 'DROP SCHEMA')
  EXECUTE FUNCTION vieworm.before_drop_extension();

-- The views as users see them: the registry with what the catalogs know.
CREATE VIEW vieworm_views AS
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
       WHEN NOT r.populated OR r.paused THEN true
       WHEN r.mode OPERATOR(pg_catalog.=) 'incremental' THEN false END AS stale,
  NULL::bigint AS pending_changes,
  r.last_refresh,
  r.last_duration_ms,
  r.last_mode,
  r.last_deleted,
  r.last_inserted,
  r.last_error,
  r.last_error_at,
  CASE WHEN r.mode OPERATOR(pg_catalog.=) 'incremental' THEN NULL
       WHEN r.storage OPERATOR(pg_catalog.<>) 'materialized view' THEN r.rows
       WHEN c.reltuples OPERATOR(pg_catalog.>=) 0::real THEN c.reltuples::bigint END AS rows,
  r.strategy,
  r.as_of,
  r.reason,
  pg_catalog.obj_description(c.oid, 'pg_class') AS comment,
  COALESCE(r.spec OPERATOR(pg_catalog.#>>) '{definition,postgresql}',
           r.spec OPERATOR(pg_catalog.->>) 'definition') AS definition
FROM vieworm.registry AS r
  JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) r.view::pg_catalog.oid
  JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace;
GRANT SELECT ON vieworm_views TO PUBLIC;
COMMENT ON VIEW vieworm_views IS 'all views of vieworm, and when each was refreshed last';

-- Sums of floating-point numbers without rounding, and what a face shows of them.
CREATE FUNCTION vieworm.exact_sum_add(internal, double precision, boolean) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME', 'vieworm_exact_sum_add';
CREATE FUNCTION vieworm.exact_sum_total(internal) RETURNS numeric
  LANGUAGE c IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME', 'vieworm_exact_sum_total';
CREATE FUNCTION vieworm.exact_sum_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME', 'vieworm_exact_sum_combine';
CREATE FUNCTION vieworm.exact_sum_send(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'vieworm_exact_sum_send';
CREATE FUNCTION vieworm.exact_sum_receive(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'vieworm_exact_sum_receive';
CREATE AGGREGATE vieworm.exact_sum(value double precision, added boolean) (
  SFUNC = vieworm.exact_sum_add,
  STYPE = internal,
  SSPACE = 600,
  FINALFUNC = vieworm.exact_sum_total,
  COMBINEFUNC = vieworm.exact_sum_combine,
  SERIALFUNC = vieworm.exact_sum_send,
  DESERIALFUNC = vieworm.exact_sum_receive,
  PARALLEL = SAFE
);
COMMENT ON AGGREGATE vieworm.exact_sum(double precision, boolean)
  IS 'the sum of the values that are added, less those that are not, without rounding';

CREATE FUNCTION vieworm.double_of_sum(sum numeric, count bigint) RETURNS double precision
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'vieworm_double_of_sum';
COMMENT ON FUNCTION vieworm.double_of_sum(numeric, bigint)
  IS 'the sum, as vieworm.exact_sum gives it, divided by the count and rounded once';
CREATE FUNCTION vieworm.real_of_sum(sum numeric) RETURNS real
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'vieworm_real_of_sum';
COMMENT ON FUNCTION vieworm.real_of_sum(numeric)
  IS 'the sum, as vieworm.exact_sum gives it, rounded once';
