-- Sources that are partitioned, or that other tables inherit from: statements on the table, on a
-- partition, partitions that come and go.
\i sql/include/setup.sql
\i sql/include/maintained.sql

CREATE TABLE sale (id int, region text, day date, amount numeric(10, 2), PRIMARY KEY (region, id)) PARTITION BY LIST (region);
CREATE TABLE north PARTITION OF sale FOR VALUES IN ('north');
-- Other columns first, and one that is gone: rows of this partition look different inside.
CREATE TABLE south (gone int, amount numeric(10, 2), day date, id int NOT NULL, region text NOT NULL);
ALTER TABLE south DROP COLUMN gone;
ALTER TABLE sale ATTACH PARTITION south FOR VALUES IN ('south');
CREATE TABLE rest PARTITION OF sale DEFAULT PARTITION BY RANGE (id);
CREATE TABLE rest_low PARTITION OF rest FOR VALUES FROM (MINVALUE) TO (100);
CREATE TABLE rest_high PARTITION OF rest FOR VALUES FROM (100) TO (MAXVALUE);
CREATE TABLE region (name text PRIMARY KEY, chief text);
INSERT INTO region VALUES ('north', 'Ann'), ('south', 'Bob'), ('east', 'Cid'), ('west', NULL);
INSERT INTO sale SELECT i, (ARRAY['north', 'south', 'east', 'west'])[1 + i % 4], date '2026-01-01' + i % 5, i FROM generate_series(1, 200) AS i;

SELECT keep('by_region', 'SELECT region, count(*) AS n, sum(amount) AS s, max(day) AS last FROM sale GROUP BY region');
SELECT keep('by_day', 'SELECT day, count(*) AS n, sum(amount) AS s FROM sale WHERE amount > 3 GROUP BY day');
SELECT keep('the_rows', 'SELECT id, region, amount * 2 AS twice FROM sale WHERE id % 2 = 0');
SELECT keep('joined', 'SELECT s.id, s.amount, r.chief FROM sale AS s JOIN region AS r ON r.name = s.region');
SELECT keep('by_chief', 'SELECT r.chief, count(*) AS n, sum(s.amount) AS s, string_agg(DISTINCT s.region, '','' ORDER BY s.region) AS regions FROM sale AS s JOIN region AS r ON r.name = s.region GROUP BY r.chief');
SELECT keep('pairs', 'SELECT a.day, count(*) AS n FROM sale AS a JOIN sale AS b ON a.day = b.day AND a.id = b.id + 5 GROUP BY a.day');
SELECT keep('days', 'SELECT DISTINCT day, region FROM sale');
SELECT * FROM wrong();
SELECT statement FROM vieworm_compile('{"name": "x", "definition": "SELECT count(*) AS n FROM sale", "refresh": {"on": "statement"}}') WHERE statement LIKE '%south%';

-- Statements on the table, on a partition, and on a partition that has partitions.
INSERT INTO sale VALUES (300, 'north', '2026-02-01', 5), (300, 'south', '2026-02-01', 6), (301, 'east', '2026-02-01', 7);
SELECT * FROM wrong();
INSERT INTO south (id, region, day, amount) VALUES (302, 'south', '2026-02-02', 8);
INSERT INTO rest VALUES (50, 'center', '2026-02-02', 9), (303, 'center', '2026-02-03', 10);
INSERT INTO rest_high VALUES (304, 'west', '2026-02-02', 11);
SELECT * FROM wrong();
UPDATE sale SET amount = amount + 1 WHERE id % 3 = 0;
UPDATE south SET amount = amount - 1 WHERE id % 3 = 0;
UPDATE rest SET day = day + 1 WHERE id < 20;
SELECT * FROM wrong();
DELETE FROM sale WHERE id IN (4, 5, 6, 7);
DELETE FROM south WHERE id < 20;
DELETE FROM rest_low WHERE id < 15;
SELECT * FROM wrong();
-- Rows that move from one partition to another, with others that stay.
UPDATE sale SET region = CASE WHEN id % 2 = 0 THEN 'south' ELSE region END, id = id + 10000 WHERE id BETWEEN 30 AND 49;
UPDATE rest SET id = 101 WHERE id = 50;
SELECT * FROM wrong();
UPDATE sale SET id = id;
INSERT INTO sale SELECT * FROM sale WHERE id < 40 ON CONFLICT (region, id) DO UPDATE SET amount = sale.amount + 1;
MERGE INTO sale USING (VALUES (10034, 'south'), (2000, 'south'), (8, 'north')) AS v (id, region) ON sale.id = v.id AND sale.region = v.region
  WHEN MATCHED THEN DELETE WHEN NOT MATCHED THEN INSERT VALUES (v.id, v.region, '2026-03-01', 1);
COPY sale FROM stdin;
3000	north	2026-03-01	12.5
3000	south	2026-03-01	13.5
3000	east	\N	\N
\.
COPY south (id, region, day, amount) FROM stdin;
3001	south	2026-03-02	14.5
\.
SELECT * FROM wrong();

-- Several sources, and several partitions of one, in one command: what they have changed is applied
-- together.
WITH a AS (INSERT INTO south (id, region, day, amount) VALUES (4000, 'south', '2026-04-01', 1) RETURNING 1),
  b AS (UPDATE region SET chief = chief || '!' WHERE name IN ('south', 'north') RETURNING 1),
  c AS (UPDATE north SET day = day + 1 WHERE id < 300 RETURNING 1)
DELETE FROM rest WHERE id > 100 AND id % 5 = 0;
SELECT * FROM wrong();
DELETE FROM sale WHERE region = 'center';
ALTER TABLE sale ADD FOREIGN KEY (region) REFERENCES region ON UPDATE CASCADE ON DELETE CASCADE;
UPDATE region SET name = 'northeast' WHERE name = 'north';
DELETE FROM region WHERE name = 'east';
SELECT * FROM wrong();
BEGIN;
SAVEPOINT a;
UPDATE region SET name = 'far ' || name;
DELETE FROM south WHERE id > 2000;
ROLLBACK TO a;
UPDATE region SET name = 'very ' || name WHERE name = 'south';
COMMIT;
SELECT * FROM wrong();
UPDATE region SET name = replace(name, 'very ', '');
UPDATE region SET name = 'north' WHERE name = 'northeast';

-- Partitions come and go.
CREATE TABLE spare (LIKE sale INCLUDING ALL);
INSERT INTO region VALUES ('spare', 'Dan'), ('empty', 'Eve');
INSERT INTO spare SELECT i, 'spare', '2026-05-01', i FROM generate_series(1, 10) AS i;
ALTER TABLE sale ATTACH PARTITION spare FOR VALUES IN ('spare');
SELECT * FROM wrong();
INSERT INTO spare VALUES (11, 'spare', '2026-05-01', 11);
UPDATE sale SET amount = amount * 2 WHERE region = 'spare';
SELECT * FROM wrong();
CREATE TABLE empty PARTITION OF sale FOR VALUES IN ('empty');
INSERT INTO empty VALUES (1, 'empty', '2026-06-01', 1);
SELECT * FROM wrong();
ALTER TABLE sale DETACH PARTITION spare;
SELECT count(*) FROM pg_trigger WHERE tgrelid = 'spare'::regclass AND NOT tgisinternal;
INSERT INTO spare VALUES (12, 'spare', '2026-05-01', 12);
SELECT * FROM wrong();
DROP TABLE empty;
SELECT * FROM wrong();
ALTER TABLE sale DETACH PARTITION rest;
INSERT INTO rest VALUES (7, 'west', '2026-05-01', 7);
UPDATE rest_low SET amount = 1;
SELECT * FROM wrong();
ALTER TABLE sale ATTACH PARTITION rest DEFAULT;
UPDATE rest_low SET amount = 2;
SELECT * FROM wrong();
BEGIN;
ALTER TABLE sale DETACH PARTITION north;
DROP TABLE south;
ROLLBACK;
UPDATE south SET amount = amount + 1;
SELECT * FROM wrong();
CREATE SCHEMA more CREATE TABLE spring PARTITION OF test.sale FOR VALUES IN ('spring');
INSERT INTO region VALUES ('spring', 'Flo');
INSERT INTO more.spring VALUES (1, 'spring', '2026-06-01', 1);
SELECT * FROM wrong();
SET client_min_messages = warning;
DROP SCHEMA more CASCADE;
RESET client_min_messages;
SELECT * FROM wrong();

-- TRUNCATE, of some or of all.
TRUNCATE south;
SELECT * FROM wrong();
TRUNCATE ONLY south, rest;
SELECT * FROM wrong();
INSERT INTO sale SELECT i, 'south', '2026-06-01', i FROM generate_series(1, 10) AS i;
TRUNCATE sale;
INSERT INTO sale SELECT i, 'south', '2026-06-01', i FROM generate_series(1, 10) AS i;
SELECT * FROM wrong();
BEGIN;
TRUNCATE sale;
INSERT INTO sale SELECT i, 'south', '2026-06-01', i FROM generate_series(1, 10) AS i;
SAVEPOINT a;
TRUNCATE sale;
ROLLBACK TO a;
TRUNCATE south;
INSERT INTO sale SELECT i, 'north', '2026-06-01', i FROM generate_series(1, 10) AS i;
COMMIT;
SELECT * FROM wrong();

-- What cannot be followed is refused.
SELECT attempt('ALTER TABLE sale DETACH PARTITION south CONCURRENTLY');
CREATE FOREIGN DATA WRAPPER nothing;
CREATE SERVER nowhere FOREIGN DATA WRAPPER nothing;
SELECT attempt($$ CREATE FOREIGN TABLE afar PARTITION OF sale FOR VALUES IN ('afar') SERVER nowhere $$);
SELECT attempt($$ CREATE UNLOGGED TABLE fleeting PARTITION OF sale FOR VALUES IN ('fleeting') $$);
CREATE TABLE above (LIKE sale) PARTITION BY LIST (region);
SELECT attempt('ALTER TABLE above ATTACH PARTITION sale DEFAULT');
BEGIN ISOLATION LEVEL REPEATABLE READ;
CREATE TABLE empty PARTITION OF sale FOR VALUES IN ('empty');
SELECT attempt('DROP TABLE south');
SELECT attempt('TRUNCATE south');
COMMIT;
SELECT vieworm_create('of_a_partition', 'SELECT count(*) AS n FROM south', '{"refresh": {"on": "statement"}}') -> 'reason';
SELECT vieworm_create('of_above', 'SELECT count(*) AS n FROM ONLY sale', '{"refresh": {"on": "statement"}}') -> 'reason';
SELECT * FROM wrong();

-- Pause, repair, damage.
ALTER TABLE north DISABLE TRIGGER USER;
INSERT INTO north VALUES (500, 'north', '2026-06-01', 1);
SELECT name, r ->> 'missing' AS missing, r ->> 'extra' AS extra, r ->> 'damage' AS damage FROM kept, vieworm_verify(name) AS r;
SELECT vieworm_repair(name) ->> 'name' AS repaired FROM vieworm_views WHERE mode = 'incremental' ORDER BY name;
SELECT * FROM wrong();
SELECT vieworm_pause('by_region') ->> 'paused';
INSERT INTO sale VALUES (501, 'north', '2026-06-01', 1);
DROP TABLE empty;
CREATE TABLE empty PARTITION OF sale FOR VALUES IN ('empty');
SELECT vieworm_resume('by_region') ->> 'paused';
INSERT INTO empty VALUES (1, 'empty', '2026-06-01', 1);
SELECT * FROM wrong();

-- Other names, and columns that come, go and get other types.
ALTER TABLE sale RENAME TO sold;
ALTER TABLE south RENAME TO southern;
ALTER TABLE sold RENAME amount TO price;
UPDATE kept SET query = regexp_replace(regexp_replace(query, '\msale\M', 'sold', 'g'), '\mamount\M', 'price', 'g');
ALTER TABLE sold ADD COLUMN note text;
UPDATE sold SET price = price + 1, note = 'x';
INSERT INTO southern (id, region, price) VALUES (600, 'south', 1);
ALTER TABLE sold DROP COLUMN note;
UPDATE southern SET price = price + 1;
SELECT * FROM wrong();
SELECT attempt('ALTER TABLE sold DROP CONSTRAINT sale_pkey');

-- A partition of somebody else's: who may create triggers on the table has it followed, too.
CREATE ROLE partition_owner;
CREATE ROLE partition_reader;
GRANT USAGE, CREATE ON SCHEMA test TO partition_owner, partition_reader;
SET ROLE partition_owner;
CREATE TABLE theirs (id int PRIMARY KEY, v int) PARTITION BY RANGE (id);
CREATE TABLE theirs_low PARTITION OF theirs FOR VALUES FROM (0) TO (100);
GRANT SELECT, TRIGGER ON theirs TO partition_reader;
SET ROLE partition_reader;
SELECT vieworm_create('over_theirs', 'SELECT v, count(*) AS n FROM theirs GROUP BY v', '{"refresh": {"on": "statement", "mode": "incremental"}}') ->> 'mode';
SET ROLE partition_owner;
CREATE TABLE theirs_high PARTITION OF theirs FOR VALUES FROM (100) TO (200);
INSERT INTO theirs VALUES (1, 1), (101, 1);
INSERT INTO theirs_high VALUES (102, 1), (103, 2);
RESET ROLE;
SELECT * FROM over_theirs ORDER BY v;
SELECT * FROM wrong();

-- Tables that inherit.
CREATE TABLE place (name text NOT NULL, people int);
CREATE TABLE capital (country text) INHERITS (place);
CREATE TABLE old_capital (until int) INHERITS (capital);
INSERT INTO place VALUES ('village', 10), ('village', 10);
INSERT INTO capital VALUES ('Bern', 130, 'CH'), ('village', 10, 'X');
SELECT keep('places', 'SELECT name, people FROM place');
SELECT keep('by_people', 'SELECT people, count(*) AS n, min(name) AS first FROM place GROUP BY people');
INSERT INTO old_capital VALUES ('Bonn', 300, 'DE', 1990);
UPDATE place SET people = people + 1;
UPDATE ONLY place SET people = people + 1;
UPDATE capital SET country = 'Y' WHERE country = 'X';
DELETE FROM capital WHERE people = 11;
SELECT * FROM wrong();
-- From PostgreSQL 18 on an heir keeps NOT NULL.
DO $$ BEGIN
  ALTER TABLE capital ALTER name DROP NOT NULL;
  INSERT INTO capital VALUES (NULL, 5, 'Z');
EXCEPTION WHEN invalid_table_definition THEN
  INSERT INTO capital VALUES ('', 5, 'Z');
END $$;
SELECT * FROM wrong();
CREATE TABLE town (mayor text) INHERITS (place);
INSERT INTO town VALUES ('Thun', 40, 'R');
SELECT * FROM wrong();
ALTER TABLE town NO INHERIT place;
INSERT INTO town VALUES ('Biel', 50, 'E');
SELECT * FROM wrong();
ALTER TABLE town INHERIT place;
DELETE FROM town WHERE name = 'Biel';
SELECT * FROM wrong();
DROP TABLE old_capital;
SELECT * FROM wrong();
TRUNCATE place;
INSERT INTO town VALUES ('Biel', 50, 'E');
SELECT * FROM wrong();
CREATE TABLE thing (weight int);
SELECT attempt('CREATE TABLE statue () INHERITS (place, thing)');
SELECT attempt('CREATE TEMP TABLE camp () INHERITS (place)');
-- With a table below it, a primary key identifies nothing any more.
CREATE TABLE keyed (id int PRIMARY KEY, v int);
SELECT keep('of_keyed', 'SELECT id, v FROM keyed');
SELECT attempt('CREATE TABLE unkeyed () INHERITS (keyed)');
SELECT attempt('DROP TABLE sold');
SET client_min_messages = warning;
DROP TABLE sold, theirs, place CASCADE;
DROP OWNED BY partition_owner, partition_reader;
DROP ROLE partition_owner, partition_reader;
DROP TABLE keyed CASCADE;
SELECT count(*) FROM pg_trigger WHERE tgfoid = 'vieworm.maintain'::regproc;
DROP FOREIGN DATA WRAPPER nothing CASCADE;
RESET client_min_messages;

\i sql/include/teardown.sql
