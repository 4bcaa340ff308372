-- vieworm through psql: psql -X -q -A -t -f psql.sql
\set ON_ERROR_STOP on
\set QUIET on
SET client_min_messages = warning;
CREATE EXTENSION vieworm;
CREATE TABLE sale (id integer PRIMARY KEY, region text, amount numeric(10, 2));
\copy sale from program 'printf "1\tnorth\t120\n2\tsouth\t80\n3\tnorth\t40\n"'

CREATE FUNCTION pg_temp.check(name text, good boolean) RETURNS text
  RETURN CASE WHEN good THEN 'ok' ELSE 'not ok' END || ' psql: ' || name;

-- :name is replaced as it is, :'name' as a quoted text. \gset makes variables of what is selected.
\set by_region 'SELECT region, count(*) AS sales, sum(amount) AS amount FROM sale GROUP BY region'
\set big 'SELECT id, amount FROM sale WHERE amount >= 100'
SELECT jsonb_build_object('name', 'sales_by_region', 'definition', :'by_region',
  'refresh', '{"on": "statement", "mode": "incremental"}'::jsonb) AS spec \gset

-- A spec from a file would be \set spec `cat spec.json`.
SELECT vieworm_create(:'spec') #>> '{refresh,mode}' AS mode \gset
SELECT pg_temp.check('a spec in a variable creates a view', :'mode' = 'incremental');
PREPARE new_view (text, text, text) AS SELECT vieworm_create($1, $2, $3) ->> 'storage' AS storage;
EXECUTE new_view ('big_sales', :'big', '{"method": "table"}') \gset
SELECT pg_temp.check('a prepared statement creates a view', :'storage' = 'store');

-- What the view has that its definition does not give, and the other way round.
\set different '(TABLE sales_by_region EXCEPT ALL ' :by_region ') UNION ALL (' :by_region ' EXCEPT ALL TABLE sales_by_region)'
\set big_different '(TABLE big_sales EXCEPT ALL ' :big ') UNION ALL (' :big ' EXCEPT ALL TABLE big_sales)'
SELECT pg_temp.check('the view has the rows of its definition', NOT EXISTS (:different));

BEGIN;
UPDATE sale SET region = 'west' WHERE id = 1;
SELECT pg_temp.check('the transaction sees its own change', amount = 120)
FROM sales_by_region WHERE region = 'west';
ROLLBACK;
SELECT pg_temp.check('a rollback takes the view''s change back', array_agg(v ORDER BY v.region)::text =
  '{"(north,2,160.00)","(south,1,80.00)"}') FROM sales_by_region AS v;
BEGIN;
SAVEPOINT before_delete;
DELETE FROM sale;
ROLLBACK TO before_delete;
INSERT INTO sale VALUES (4, 'south', 500);
COMMIT;
SELECT pg_temp.check('after the commit the view is right', NOT EXISTS (:different));

SELECT pg_temp.check('a view on demand is behind', EXISTS (:big_different));
SELECT pg_temp.check('the refresh tells what it changed', vieworm_refresh('big_sales') ->> 'inserted' = '1');
SELECT pg_temp.check('the refreshed view is right', NOT EXISTS (:big_different));
SELECT pg_temp.check('verify finds no difference', v @> '{"missing": 0, "extra": 0}')
FROM vieworm_verify('sales_by_region') AS v;
SELECT pg_temp.check('vieworm_views lists both', array_agg(name || ' ' || timing ORDER BY name) =
  '{big_sales demand,sales_by_region statement}') FROM vieworm_views;

-- An error: psql prints message, DETAIL and HINT, and sets two variables.
\set ON_ERROR_STOP off
SELECT vieworm_create('{"name": "v", "definition": "SELECT 1", "refesh": {}}');
\echo # :SQLSTATE :LAST_ERROR_MESSAGE
SELECT pg_temp.check('a wrong spec is an error with its SQLSTATE', :'SQLSTATE' = '22023'
  AND :'LAST_ERROR_MESSAGE' = 'unknown key "/refesh"');
SELECT vieworm_create(:'spec');
SELECT pg_temp.check('a view that is there is an error', :'SQLSTATE' = '42P07');
\set ON_ERROR_STOP on

SELECT pg_temp.check('drop answers with a list of names',
  vieworm_drop('sales_by_region') = '{public.sales_by_region}');
