-- vieworm through the sqlite3 program:
--   sqlite3 -batch -cmd '.load build/vieworm' shop.db <sqlite3.sql
CREATE TABLE sale (id INTEGER PRIMARY KEY, region TEXT, amount INTEGER);
INSERT INTO sale VALUES (1, 'north', 120), (2, 'south', 80), (3, 'north', 40);

-- Parameters get their values from SQL expressions. A spec in a file would be readfile('spec.json').
.parameter init
.parameter set :spec "json_object('name', 'sales_by_region', 'definition', 'SELECT region, count(*) AS sales, sum(amount) AS amount FROM sale GROUP BY region', 'refresh', json('{\"on\": \"statement\", \"mode\": \"incremental\"}'))"
.parameter set :big "'SELECT id, amount FROM sale WHERE amount >= 100'"
SELECT iif(vieworm_create(:spec) ->> '$.refresh.mode' = 'incremental', 'ok', 'not ok')
  || ' sqlite3: a spec in a parameter creates a view';
SELECT iif(vieworm_create('big_sales', :big, '{"method": "table"}') ->> 'storage' = 'store', 'ok', 'not ok')
  || ' sqlite3: a name, a definition and options create a view';

-- The same rows as the definitions, each as often: 1 or 0 in agrees.
CREATE TEMP VIEW by_region AS
  SELECT region, count(*) AS sales, sum(amount) AS amount FROM sale GROUP BY region;
CREATE TEMP VIEW big AS SELECT id, amount FROM sale WHERE amount >= 100;
CREATE TEMP VIEW agreement AS
  SELECT 'sales_by_region' AS view,
    (SELECT count(*) FROM sales_by_region) = (SELECT count(*) FROM by_region)
      AND NOT EXISTS (SELECT * FROM sales_by_region EXCEPT SELECT * FROM by_region)
      AND NOT EXISTS (SELECT * FROM by_region EXCEPT SELECT * FROM sales_by_region) AS agrees
  UNION ALL
  SELECT 'big_sales',
    (SELECT count(*) FROM big_sales) = (SELECT count(*) FROM big)
      AND NOT EXISTS (SELECT * FROM big_sales EXCEPT SELECT * FROM big)
      AND NOT EXISTS (SELECT * FROM big EXCEPT SELECT * FROM big_sales);
SELECT iif(min(agrees), 'ok', 'not ok') || ' sqlite3: the views have the rows of their definitions'
FROM agreement;

BEGIN IMMEDIATE;
UPDATE sale SET region = 'west' WHERE id = 1;
SELECT iif(count(*) = 1, 'ok', 'not ok') || ' sqlite3: the transaction sees its own change'
FROM sales_by_region WHERE region = 'west' AND amount = 120;
ROLLBACK;
SELECT iif(agrees AND NOT EXISTS (SELECT * FROM sales_by_region WHERE region = 'west'), 'ok', 'not ok')
  || ' sqlite3: a rollback takes the view''s change back'
FROM agreement WHERE view = 'sales_by_region';
BEGIN;
SAVEPOINT before_delete;
DELETE FROM sale;
ROLLBACK TO before_delete;
INSERT INTO sale VALUES (4, 'south', 500);
COMMIT;
SELECT iif(agrees, 'ok', 'not ok') || ' sqlite3: after the commit the view is right'
FROM agreement WHERE view = 'sales_by_region';

SELECT iif(agrees, 'not ok', 'ok') || ' sqlite3: a view on demand is behind'
FROM agreement WHERE view = 'big_sales';
SELECT iif(vieworm_refresh('big_sales') ->> 'inserted' = 1, 'ok', 'not ok')
  || ' sqlite3: the refresh tells what it changed';
SELECT iif(min(agrees), 'ok', 'not ok') || ' sqlite3: the refreshed view is right' FROM agreement;
SELECT iif(v ->> 'missing' = 0 AND v ->> 'extra' = 0, 'ok', 'not ok') || ' sqlite3: verify finds no difference'
FROM (SELECT vieworm_verify('sales_by_region') AS v);
SELECT iif(group_concat(line) = 'big_sales demand,sales_by_region statement', 'ok', 'not ok')
  || ' sqlite3: vieworm_views lists both'
FROM (SELECT name || ' ' || timing AS line FROM vieworm_views ORDER BY name);

-- An error goes to standard error; the program goes on, or stops with -bail.
SELECT vieworm_create('{"name": "v", "definition": "SELECT 1", "refesh": {}}');
SELECT iif(count(*) = 2, 'ok', 'not ok') || ' sqlite3: after an error there is nothing new' FROM vieworm_views;

-- A view of your own that reads vieworm's view goes first (or "cascade").
DROP VIEW temp.agreement;
SELECT iif(vieworm_drop('sales_by_region') = '["main.sales_by_region"]', 'ok', 'not ok')
  || ' sqlite3: drop answers with a list of names';
