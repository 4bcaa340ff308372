
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
