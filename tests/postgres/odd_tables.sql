-- Small tables of many types, for the random SELECTs of odd_definitions.sh. Equal values look the same,
-- so that min() and max() have one answer.
CREATE TYPE mood AS ENUM ('low', 'middle', 'high');
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE TYPE pair AS (first int, second text);

CREATE TABLE number (id int PRIMARY KEY, small smallint, big bigint, price numeric(10, 2), any_price numeric,
  single real, double float8, yes boolean);
INSERT INTO number VALUES
  (1, 1, 10, 1.50, 1.5, 0.5, 0.25, true),
  (2, -7, 9223372036854775807, -2.25, 'NaN', 'Infinity', 'NaN', false),
  (3, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (4, 1, 0, 1.50, 2.50, -1.5, 2, true),
  (5, 32767, -1, 'NaN', 100, 0, '-0', NULL);

CREATE TABLE word (id int PRIMARY KEY, number int REFERENCES number ON DELETE CASCADE ON UPDATE CASCADE,
  word text, short varchar(4), padded char(5), bytes bytea, feeling mood, tag uuid);
INSERT INTO word VALUES
  (1, 1, 'one', 'one', 'one', '\x01', 'low', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'),
  (2, 1, 'One', 'o', '', '\x', 'high', NULL),
  (3, 2, '', NULL, 'x', NULL, NULL, 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a12'),
  (4, NULL, NULL, 'ü', NULL, '\x00ff', 'middle', NULL),
  (5, 4, 'it''s', 'oneé', 'one', '\x01', 'low', NULL);

CREATE TABLE moment (day date, at timestamptz, at_place timestamp, clock time, long interval, number int);
INSERT INTO moment VALUES
  ('2026-01-01', '2026-01-01 12:00+00', '2026-01-01 12:00', '12:00', '1 day', 1),
  ('2026-01-01', '2026-01-01 12:00+00', '2026-01-01 12:00', '12:00', '25 hours', 1),
  ('infinity', '-infinity', 'infinity', NULL, '1 month', 2),
  (NULL, NULL, NULL, '00:00', NULL, NULL),
  ('2026-02-03', '2026-02-03 00:00+00', '2026-02-03', '23:59:59', '-1 day', 4);

-- Nothing identifies its rows, and json has no equality.
CREATE TABLE document (j json, jb jsonb, path jsonpath, x xml, number int);
INSERT INTO document VALUES
  ('{"a": 1}', '{"a": 1, "b": [1, 2]}', '$.a', '<a/>', 1),
  ('{"a": 1}', '{"a": 1, "b": [1, 2]}', '$.a', '<a/>', 1),
  ('[]', '[]', NULL, NULL, 2),
  (NULL, NULL, NULL, NULL, NULL),
  ('null', 'null', '$', '<b>1</b>', 3);

CREATE TABLE many (id int PRIMARY KEY, numbers int[], words text[], years int4range, days daterange,
  prices nummultirange, mixed pair, pairs pair[], least positive, place point, area box, found tsvector, address inet);
INSERT INTO many VALUES
  (1, '{1,2}', '{a,NULL}', '[1,5)', '[2026-01-01,2026-02-01)', '{[1,2)}', '(1,a)', '{"(1,a)"}', 1, '(1,2)', '((0,0),(1,1))', 'a:1', '10.0.0.1'),
  (2, '{}', '{}', 'empty', '(,)', '{}', '(,)', '{}', NULL, NULL, NULL, '', '::1'),
  (3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 7, '(0,0)', '((1,1),(1,1))', NULL, NULL),
  (4, '{{1},{2}}', '{"it''s"}', '(,3]', NULL, '{[1,2),[5,6)}', '(1,b)', NULL, 1, '(1,2)', NULL, 'b:2', '10.0.0.0/8');

CREATE TABLE parted (id int, number int, word text, PRIMARY KEY (id)) PARTITION BY RANGE (id);
CREATE TABLE parted_low PARTITION OF parted FOR VALUES FROM (0) TO (10);
CREATE TABLE parted_high PARTITION OF parted FOR VALUES FROM (10) TO (100);
INSERT INTO parted VALUES (1, 1, 'one'), (2, NULL, 'two'), (11, 4, 'one'), (12, 4, NULL);

CREATE TABLE odd_table (odd_id bigint NOT NULL UNIQUE, odd_word text COLLATE "POSIX", odd_number int,
  doubled int GENERATED ALWAYS AS (odd_number * 2) STORED);
INSERT INTO odd_table VALUES (1, 'one', 1), (2, NULL, 2), (3, 'one', 1);

CREATE VIEW plain AS SELECT id, small, price * 2 AS twice, yes FROM number WHERE id > 1;
CREATE VIEW joined AS SELECT word.id, word.word, number.price FROM word JOIN number ON number.id = word.number;
CREATE MATERIALIZED VIEW stored AS SELECT yes, count(*) AS n, max(price) AS price FROM number GROUP BY yes;
