
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
  last_error_at timestamptz,
  stale_reason text
);
-- Errors and reasons are for the owners of the views; vieworm_views tells everybody the rest.
REVOKE ALL ON vieworm.registry FROM PUBLIC;
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
