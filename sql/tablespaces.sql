-- What stores rows is where the spec, or default_tablespace, says.
\i sql/include/setup.sql
SET client_min_messages = warning;
SET allow_in_place_tablespaces = true;
CREATE TABLESPACE regress_elsewhere LOCATION '';
CREATE TABLE sale (id int PRIMARY KEY, item int, coins int);
INSERT INTO sale SELECT i, i % 3, i FROM generate_series(1, 10) AS i;
CREATE FUNCTION made(name text, spec text) RETURNS text LANGUAGE sql AS
$$ SELECT vieworm_create($1, 'SELECT item, sum(coins) AS coins FROM sale GROUP BY item', $2::jsonb)->>'storage' $$;
CREATE VIEW places AS
SELECT c.relname, c.relkind, s.spcname
FROM pg_class AS c LEFT JOIN pg_tablespace AS s ON s.oid = c.reltablespace
WHERE c.relname ~ '^(native|stored|live)' AND c.relkind <> 'v' ORDER BY 1;

SELECT made('native', '{"method": "materialized", "tablespace": "regress_elsewhere"}'),
       made('stored', '{"method": "table", "tablespace": "regress_elsewhere"}'),
       made('live', '{"tablespace": "regress_elsewhere", "refresh": {"on": "statement"}}');
INSERT INTO sale VALUES (11, 3, 5);
SELECT vieworm_refresh('native')->>'mode' AS native, vieworm_refresh('stored')->>'inserted' AS stored;
TABLE places;
TABLE live ORDER BY item;

-- Replaced without one: where the session would have it. Of the index nobody has said anything.
SELECT made('native', '{"method": "materialized", "or_replace": true}'),
       made('live', '{"refresh": {"on": "statement"}, "or_replace": true}');
SET default_tablespace = regress_elsewhere;
SELECT made('stored', '{"method": "table", "or_replace": true, "comment": "elsewhere by default"}');
SELECT relname, spcname FROM places WHERE relkind <> 'i';
RESET default_tablespace;

-- What is not there, what may not be used, and what has no use for one.
SELECT made('nothing', '{"method": "table", "tablespace": "regress_nowhere"}');
SELECT made('nothing', '{"method": "simple", "tablespace": "regress_elsewhere"}');
CREATE ROLE regress_tenant;
GRANT USAGE, CREATE ON SCHEMA test TO regress_tenant;
GRANT SELECT ON sale TO regress_tenant;
SET ROLE regress_tenant;
SELECT made('nothing', '{"method": "table", "tablespace": "regress_elsewhere"}');
RESET ROLE;
SELECT count(*) FROM vieworm_views WHERE name = 'nothing';

DROP TABLE sale CASCADE;
DROP OWNED BY regress_tenant;
DROP ROLE regress_tenant;
\i sql/include/teardown.sql
DROP TABLESPACE regress_elsewhere;
