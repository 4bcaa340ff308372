-- vieworm_views, vieworm_refresh_all, vieworm_graph, vieworm_compile, vieworm_version.
\i sql/include/setup.sql
SELECT vieworm_version() ~ '^\d+\.\d+\.\d+$' AS version;
CREATE TABLE sale (item text, coins int);
INSERT INTO sale VALUES ('sword', 5), ('shield', 7), ('sword', 1);

-- A chain through a plain view, made in the order that is wrong for a refresh.
SELECT vieworm_create('totals', 'SELECT item, sum(coins) AS coins FROM sale GROUP BY item',
  '{"method": "table", "comment": "per item"}') ->> 'created' AS created;
CREATE VIEW rich AS SELECT * FROM totals WHERE coins > 6;
SELECT vieworm_create('richest', 'SELECT max(coins) AS coins FROM rich', '{"method": "materialized"}') ->> 'created' AS created;
SELECT vieworm_create('pairs', 'SELECT r.coins AS top, s.item FROM richest AS r, sale AS s', '{"method": "table"}')
  ->> 'created' AS created;
SELECT vieworm_create('shown', 'SELECT top FROM pairs') ->> 'created' AS created;
SELECT vieworm_create('apart', 'SELECT 1 AS one', '{"method": "table", "with_data": false}') ->> 'created' AS created;
SELECT vieworm_create('totals', 'SELECT item, sum(coins) AS coins FROM sale GROUP BY item HAVING true',
  '{"method": "table", "comment": "per item", "or_replace": true}') ->> 'replaced' AS replaced;

SELECT schema, name, method, storage, mode, timing, schedule, populated, stale, pending_changes,
       last_refresh IS NOT NULL AS refreshed, last_duration_ms > 0 AS timed, last_mode, last_deleted, last_inserted,
       last_error, last_error_at, rows, reason, comment, definition
FROM vieworm_views ORDER BY name \gx

INSERT INTO sale VALUES ('shield', 100), ('bow', 1);
SELECT quietly('SELECT vieworm_refresh_all()');
TABLE richest;
SELECT * FROM pairs ORDER BY item;
SELECT quietly($$ SELECT vieworm_refresh_all('{"mode": "full"}') $$);
SELECT attempt($$ SELECT vieworm_refresh_all('{"mode": "incremental"}') $$);

\pset format unaligned
\pset tuples_only on
SELECT vieworm_graph();
SELECT vieworm_graph('dot');
SELECT jsonb_pretty(vieworm_graph('json')::jsonb);
SELECT vieworm_graph('mermaid') = vieworm_graph() AS same;

-- Compile shows what create would run, and leaves nothing.
SELECT remember_catalog();
SELECT step, statement FROM vieworm_compile('{"name": "v", "definition": "SELECT item FROM sale"}');
SELECT step, statement FROM vieworm_compile('{"name": "v", "method": "materialized", "comment": "x",
  "definition": "SELECT item FROM sale", "indexes": [{"columns": ["item"], "unique": true, "name": "i"}]}');
SELECT step, statement FROM vieworm_compile('{"name": "v", "method": "table", "definition": "SELECT item FROM sale"}');
-- Where the view is there: nothing to do, or what replaces it.
SELECT count(*) FROM vieworm_compile('{"name": "totals", "definition": "SELECT 1 AS a", "if_not_exists": true}');
SELECT count(*) FROM vieworm_compile('{"name": "apart", "method": "table", "with_data": false,
  "definition": "SELECT 1 AS one", "or_replace": true}');
SELECT step, statement FROM vieworm_compile('{"name": "apart", "method": "table",
  "definition": "SELECT 2 AS one", "or_replace": true}');
SELECT step, statement FROM vieworm_compile('{"name": "apart", "method": "simple",
  "definition": "SELECT ''x'' AS other", "or_replace": true}');
SELECT attempt(format('SELECT vieworm_compile(%L)', spec)) FROM (VALUES
  ('{"name": "totals", "definition": "SELECT 1 AS a"}'),
  ('{"name": "sale", "definition": "SELECT 1 AS a", "or_replace": true}'),
  ('{"name": "v", "definition": "SELECT missing FROM sale"}'),
  ('{"name": "v", "definition": "SELECT 1 AS a", "mehtod": "table"}')) AS bad(spec);
SELECT catalog_changes();
SELECT 'remembered' FROM catalog_before LIMIT 1;
-- The text is complete: what it creates is what create creates.
\pset tuples_only off
SELECT string_agg(statement, E';\n' ORDER BY step) AS script
FROM vieworm_compile('{"name": "w", "method": "materialized", "definition": "SELECT item FROM sale -- all"}') \gset
:script;
TABLE w;
-- A maintained view has as many rows as it was filled with, and then as PostgreSQL has estimated.
SELECT vieworm_create('live', 'SELECT DISTINCT item FROM sale',
  '{"refresh": {"on": "statement", "mode": "incremental"}}') -> 'refresh' AS refresh;
CREATE TEMP VIEW told AS SELECT rows, (SELECT count(*) FROM live) AS there FROM vieworm_views WHERE name = 'live';
TABLE told;
INSERT INTO sale (item) VALUES ('new'), ('newer');
ANALYZE vieworm.live_store;
TABLE told;
DROP VIEW told;
\i sql/include/teardown.sql
