
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
