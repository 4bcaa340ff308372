
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
