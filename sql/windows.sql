-- Sliding windows: what a definition computes from the clock alone are bounds, as of which the view
-- is shown and maintained, until a refresh moves them.
\i sql/include/setup.sql

CREATE TABLE visit (id int PRIMARY KEY, page text, at timestamptz, day date, took interval);
INSERT INTO visit SELECT i, 'page' || i % 3, now() - i * interval '1 hour', (now() - i * interval '1 hour')::date, i * interval '1 minute'
  FROM generate_series(1, 100) AS i;
CREATE TABLE page (name text PRIMARY KEY, title text);
INSERT INTO page SELECT 'page' || i, 'Title ' || i FROM generate_series(0, 2) AS i;

CREATE FUNCTION make(name text, query text) RETURNS text LANGUAGE sql AS $$
  SELECT coalesce('full: ' || (s ->> 'reason'), s ->> 'strategy')
  FROM vieworm_create(name, query, '{"refresh": {"on": "statement"}}') AS s $$;
CREATE FUNCTION wrong() RETURNS SETOF jsonb LANGUAGE sql AS $$
  SELECT r FROM vieworm_views AS v, vieworm_verify(format('%I.%I', v.schema, v.name)) AS r
  WHERE r ->> 'missing' <> '0' OR r ->> 'extra' <> '0' OR r ? 'damage' $$;

SELECT make('lately', $$ SELECT id, page FROM visit WHERE at > now() - interval '5 hours' $$);
SELECT make('by_page', $$ SELECT page, count(*) AS n, max(took) AS longest FROM visit WHERE at > CURRENT_TIMESTAMP - interval '1 day' GROUP BY page $$);
SELECT make('titles', $$ SELECT p.title, count(*) AS n FROM visit AS v JOIN page AS p ON p.name = v.page WHERE v.at BETWEEN now() - interval '2 days' AND now() GROUP BY p.title $$);
SELECT make('both_sides', $$ SELECT page FROM visit WHERE at > now() - interval '3 hours' UNION ALL SELECT page FROM visit WHERE at <= now() - interval '90 hours' $$);
SELECT make('by_day', $$ SELECT page, sum(id) AS s FROM visit WHERE day >= CURRENT_DATE - 1 GROUP BY page $$);
SELECT make('in_words', $$ SELECT count(*) AS n FROM visit WHERE day + took > date_trunc('hour', LOCALTIMESTAMP) - interval '1 hour' OR now() - at < interval '2 hours' $$);
SELECT make('in_numbers', $$ SELECT count(*) AS n FROM visit WHERE extract(year FROM day) >= extract(year FROM CURRENT_DATE) - 1 $$);

-- What is no bound.
SELECT make('by_age', $$ SELECT id, now() - at AS age FROM visit $$);
SELECT make('volatile', $$ SELECT id FROM visit WHERE at > clock_timestamp() - interval '1 hour' $$);
SELECT make('by_setting', $$ SELECT id FROM visit WHERE page = current_setting('application_name') $$);
SELECT make('as_text', $$ SELECT id FROM visit WHERE page = to_char(now(), 'YYYY') $$);
SELECT make('by_local_time', $$ SELECT id FROM visit WHERE at::date > '2026-01-01' AND at > now() - interval '1 hour' $$);
SELECT make('in_having', $$ SELECT page, count(*) AS n FROM visit GROUP BY page HAVING max(at) > now() - interval '1 hour' $$);
SELECT make('no_table', $$ SELECT 1 AS x WHERE now() > '2026-01-01' $$);
SELECT attempt($$ SELECT vieworm_create('strictly', 'SELECT id FROM visit WHERE at > clock_timestamp()', '{"refresh": {"on": "statement", "mode": "incremental"}}') $$);

-- Statements are followed as of the bounds.
SELECT * FROM wrong();
INSERT INTO visit VALUES (201, 'page1', now(), CURRENT_DATE, '0'), (202, 'page1', now() - interval '4 hours', CURRENT_DATE, '0'),
  (203, 'page2', now() - interval '40 days', '2000-01-01', '0'), (204, 'page2', NULL, NULL, NULL);
UPDATE visit SET at = at - interval '2 hours' WHERE id IN (2, 3);
UPDATE visit SET at = now() WHERE id = 50;
DELETE FROM visit WHERE id = 1;
UPDATE page SET title = 'Other' WHERE name = 'page1';
SELECT * FROM wrong();
SELECT * FROM titles ORDER BY title;

-- A refresh moves them: rows leave, and enter.
CREATE TABLE small (id int PRIMARY KEY, at timestamptz);
SELECT make('soon', $$ SELECT id FROM small WHERE at > now() - interval '1 hour' AND at <= now() $$);
SELECT make('soon_count', $$ SELECT count(*) AS n, min(id) AS first FROM small WHERE at > now() - interval '1 hour' AND at <= now() $$);
INSERT INTO small VALUES (1, now() - interval '30 minutes'), (2, now() - interval '1 hour' + interval '1 second'), (3, now() + interval '1 second');
SELECT array_agg(id ORDER BY id) FROM soon;
SELECT pg_sleep(1.1);
SELECT array_agg(id ORDER BY id) FROM soon;
SELECT * FROM wrong();
SELECT quietly($$ SELECT vieworm_refresh('soon') $$);
SELECT quietly($$ SELECT vieworm_refresh('soon_count') $$);
SELECT array_agg(id ORDER BY id) FROM soon;
SELECT * FROM soon_count;
SELECT * FROM wrong();
SELECT name, mode, last_mode, as_of = last_refresh OR as_of > now() - interval '1 minute' AS fresh FROM vieworm_views WHERE name LIKE 'soon%' ORDER BY name;
INSERT INTO small VALUES (4, now());
SELECT array_agg(id ORDER BY id) FROM soon;
SELECT quietly($$ SELECT vieworm_refresh('soon', '{"mode": "full"}') $$);
SELECT array_agg(id ORDER BY id) FROM soon;
TRUNCATE small;
SELECT * FROM wrong();

-- Not from within a statement, nor in a transaction whose snapshot is older than the bounds.
CREATE FUNCTION move() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM vieworm_refresh('soon'); RETURN NULL; END $$;
CREATE TRIGGER move AFTER INSERT ON small FOR EACH ROW EXECUTE FUNCTION move();
SELECT attempt('INSERT INTO small VALUES (5, now())');
DROP TRIGGER move ON small;
BEGIN ISOLATION LEVEL REPEATABLE READ;
SELECT attempt($$ SELECT vieworm_refresh('soon') $$);
ROLLBACK;

-- Paused, resumed, repaired, renamed; another interval in a plain view that the definition reads.
SELECT vieworm_pause('soon_count') ->> 'paused';
INSERT INTO small VALUES (6, now());
SELECT vieworm_resume('soon_count') ->> 'paused';
SELECT * FROM wrong();
ALTER TABLE small RENAME TO tiny;
INSERT INTO tiny VALUES (7, now() - interval '1 minute');
CREATE VIEW plain AS SELECT id FROM tiny WHERE at > now() - interval '1 day';
INSERT INTO tiny VALUES (8, now() - interval '3 days');
SELECT make('through_view', 'SELECT count(*) AS n FROM plain');
CREATE OR REPLACE VIEW plain AS SELECT id FROM tiny WHERE at > now() - interval '10 days';
SELECT * FROM through_view;
SELECT attempt($$ CREATE OR REPLACE VIEW plain AS SELECT id FROM tiny $$);
SELECT * FROM wrong();

-- Its table is internal.
SELECT attempt($$ UPDATE vieworm.soon_window SET as_of = NULL $$);
SELECT attempt($$ DROP TABLE vieworm.soon_window $$);
SELECT count(*) FROM vieworm_explain('soon_count') AS e(step, sql) WHERE sql LIKE 'Where vieworm_refresh moves the window%';
SELECT vieworm_drop('soon');
SELECT count(*) FROM pg_class WHERE relname LIKE 'soon\_window%';
\i sql/include/teardown.sql
