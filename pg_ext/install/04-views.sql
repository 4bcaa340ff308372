
-- The views as users see them: the registry with what the catalogs know.
CREATE VIEW vieworm_views AS
-- Maintained views that nobody follows, and those that read them, at whatever distance.
WITH RECURSIVE behind(view, reason) AS (
  SELECT r.view,
    CASE WHEN r.stale_reason IS NOT NULL THEN r.stale_reason
         WHEN NOT r.populated THEN 'it has no data'
         ELSE 'it is paused' END
  FROM vieworm.registry AS r
  WHERE r.storage OPERATOR(pg_catalog.<>) 'view'
    AND (NOT r.populated OR r.paused OR r.stale_reason IS NOT NULL)
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
GRANT SELECT ON vieworm_views TO PUBLIC;
COMMENT ON VIEW vieworm_views IS 'all views of vieworm, and when each was refreshed last';
