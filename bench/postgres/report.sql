-- The samples as tables: medians, and ratios taken in each round, with their quartiles.
SET search_path = bench;
\pset footer off
\pset null '-'

CREATE TEMP TABLE goal (kind text PRIMARY KEY, bound float8);
INSERT INTO goal VALUES ('one row', 1.15), ('many rows', 1.2), ('clients', 0.9), ('whole view', 1.1);

-- 1.02 (0.99-1.05)
CREATE FUNCTION pg_temp.spread(numbers float8[]) RETURNS text LANGUAGE sql AS $$
  SELECT format('%s (%s-%s)', to_char(q[2], 'FM999990.00'), to_char(q[1], 'FM999990.00'),
    to_char(q[3], 'FM999990.00'))
  FROM (SELECT percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY number) AS q
    FROM unnest(numbers) AS number) AS quartiles
  WHERE q IS NOT NULL
$$;

CREATE FUNCTION pg_temp.median(numbers float8[]) RETURNS float8 LANGUAGE sql AS $$
  SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY number) FROM unnest(numbers) AS number
$$;

-- A goal, with an exclamation mark where it is missed.
CREATE FUNCTION pg_temp.goal(kind text, ratios float8[]) RETURNS text LANGUAGE sql AS $$
  SELECT to_char(g.bound, 'FM0.00') || CASE
    WHEN (pg_temp.median(ratios) > g.bound) <> (g.kind = 'clients') THEN '!' ELSE '' END
  FROM goal AS g WHERE g.kind = $1 AND pg_temp.median(ratios) IS NOT NULL
$$;

CREATE FUNCTION pg_temp.shown(number float8, digits int) RETURNS numeric LANGUAGE sql AS $$
  SELECT round(number::numeric, digits)
$$;

-- One line for each piece of work: what each variant took, in arrays with a place for each round.
CREATE TEMP VIEW line AS
SELECT kind, v.place, view, rows, work,
  array_agg(seconds ORDER BY round) FILTER (WHERE variant = 'none') AS none,
  array_agg(seconds ORDER BY round) FILTER (WHERE variant = 'hand') AS hand,
  array_agg(seconds ORDER BY round) FILTER (WHERE variant = 'vieworm') AS vieworm,
  array_agg(seconds ORDER BY round) FILTER (WHERE variant = 'pg_ivm') AS pg_ivm,
  array_agg(seconds ORDER BY round) FILTER (WHERE variant = 'native') AS native
FROM sample JOIN (SELECT name AS view, row_number() OVER () AS place FROM view) AS v USING (view)
WHERE round > 0
GROUP BY kind, v.place, view, rows, work;

CREATE FUNCTION pg_temp.less(a float8[], b float8[]) RETURNS float8[] LANGUAGE sql AS $$
  SELECT array_agg(x - y ORDER BY i) FROM unnest(a, b) WITH ORDINALITY AS pairs(x, y, i)
  WHERE x IS NOT NULL AND y IS NOT NULL
$$;

CREATE FUNCTION pg_temp.over(a float8[], b float8[]) RETURNS float8[] LANGUAGE sql AS $$
  SELECT array_agg(x / nullif(y, 0) ORDER BY i) FROM unnest(a, b) WITH ORDINALITY AS pairs(x, y, i)
  WHERE x IS NOT NULL AND y IS NOT NULL
$$;

CREATE TEMP VIEW added AS
SELECT *, pg_temp.less(hand, none) AS by_hand, pg_temp.less(vieworm, none) AS by_vieworm,
  pg_temp.less(pg_ivm, none) AS by_pg_ivm,
  pg_temp.over(pg_temp.less(vieworm, none), pg_temp.less(hand, none)) AS ratios
FROM line;

\echo
\echo 'One row by statement, in the server: microseconds of CPU time; what the view adds, and its ratio'
SELECT view, to_char(rows, 'FM999,999,999') AS rows, work,
  pg_temp.shown(pg_temp.median(none) * 1e6, 1) AS none,
  pg_temp.shown(pg_temp.median(hand) * 1e6, 1) AS hand,
  pg_temp.shown(pg_temp.median(vieworm) * 1e6, 1) AS vieworm,
  pg_temp.shown(pg_temp.median(pg_ivm) * 1e6, 1) AS pg_ivm,
  pg_temp.shown(pg_temp.median(by_hand) * 1e6, 1) AS "hand adds",
  pg_temp.shown(pg_temp.median(by_vieworm) * 1e6, 1) AS "vieworm adds",
  pg_temp.spread(ratios) AS "vieworm adds / hand adds", pg_temp.goal(kind, ratios) AS goal
FROM added WHERE kind = 'one row' ORDER BY place, added.rows, work COLLATE "C" DESC;

\echo 'Many rows by statement: milliseconds of CPU time'
SELECT view, to_char(rows, 'FM999,999,999') AS rows, work,
  pg_temp.shown(pg_temp.median(none) * 1e3, 0) AS none,
  pg_temp.shown(pg_temp.median(hand) * 1e3, 0) AS hand,
  pg_temp.shown(pg_temp.median(vieworm) * 1e3, 0) AS vieworm,
  pg_temp.shown(pg_temp.median(pg_ivm) * 1e3, 0) AS pg_ivm,
  pg_temp.shown(pg_temp.median(by_hand) * 1e3, 0) AS "hand adds",
  pg_temp.shown(pg_temp.median(by_vieworm) * 1e3, 0) AS "vieworm adds",
  pg_temp.spread(ratios) AS "vieworm adds / hand adds", pg_temp.goal(kind, ratios) AS goal
FROM added WHERE kind = 'many rows' ORDER BY place, added.rows, work COLLATE "C" DESC;

\echo 'Clients side by side, on groups of their own: UPDATEs of a value in a second'
SELECT view, to_char(rows, 'FM999,999,999') AS rows, work AS clients,
  pg_temp.shown(1 / pg_temp.median(none), 0) AS none,
  pg_temp.shown(1 / pg_temp.median(hand), 0) AS hand,
  pg_temp.shown(1 / pg_temp.median(vieworm), 0) AS vieworm,
  pg_temp.shown(1 / pg_temp.median(pg_ivm), 0) AS pg_ivm,
  pg_temp.spread(pg_temp.over(hand, vieworm)) AS "vieworm / hand",
  pg_temp.goal(kind, pg_temp.over(hand, vieworm)) AS goal
FROM line WHERE kind = 'clients'
ORDER BY place, line.rows, work::int;

\echo 'The whole view: milliseconds; and how many UPDATEs of a value vieworm follows in a native REFRESH'
SELECT view, to_char(rows, 'FM999,999,999') AS rows, work,
  pg_temp.shown(pg_temp.median(l.native) * 1e3, 0) AS native,
  pg_temp.shown(pg_temp.median(l.vieworm) * 1e3, 0) AS vieworm,
  pg_temp.spread(pg_temp.over(l.vieworm, l.native)) AS "vieworm / native",
  pg_temp.goal(kind, pg_temp.over(l.vieworm, l.native)) AS goal,
  (SELECT to_char(pg_temp.median(l.native) / pg_temp.median(a.by_vieworm), 'FM999,999,999')
    FROM added AS a WHERE l.work = 'refresh' AND a.kind = 'one row' AND a.work = 'UPDATE value'
    AND a.view = l.view AND a.rows = l.rows) AS followed
FROM line AS l WHERE kind = 'whole view' ORDER BY place, l.rows, work;

SELECT to_char(max(rows), 'FM999,999,999') AS most, to_char(min(rows), 'FM999,999,999') AS least
FROM sample \gset
\echo 'Growth: time of a statement with' :most 'rows over that with' :least '(goal: what the view adds is flat)'
SELECT s.view, s.work,
  pg_temp.shown(pg_temp.median(m.none) / pg_temp.median(s.none), 2) AS none,
  pg_temp.shown(pg_temp.median(m.by_hand) / pg_temp.median(s.by_hand), 2) AS "hand adds",
  pg_temp.shown(pg_temp.median(m.by_vieworm) / pg_temp.median(s.by_vieworm), 2) AS "vieworm adds"
FROM added AS s JOIN added AS m USING (kind, place, view, work)
WHERE kind = 'one row' AND s.rows = (SELECT min(rows) FROM sample)
  AND m.rows = (SELECT max(rows) FROM sample) AND s.rows < m.rows
ORDER BY place, work COLLATE "C" DESC;
