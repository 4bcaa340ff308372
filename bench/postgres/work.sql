-- The statements that are timed, for the variant whose schema is the search_path. Each variant has
-- its own copy, with plans of its own, and runs the same statements.

-- `statements` statements of one row each, a hundred in a transaction. Their rows are spread over
-- the table. A round of DELETE is to be followed by the same round of INSERT, which puts them back.
CREATE PROCEDURE one_row(view text, work text, variant text, round int, rows int, statements int)
LANGUAGE plpgsql AS $$
DECLARE
  -- In one place with the sample, because a COMMIT in between would hold back the time.
  started float8 := bench.cpu_seconds();
  changed int;
BEGIN
  FOR i IN 1 .. statements LOOP
    changed := (i * 611953::bigint + round * 7919) % rows + 1;
    CASE work
      WHEN 'UPDATE value' THEN UPDATE t SET v = v + 1 WHERE id = changed;
      WHEN 'UPDATE g' THEN UPDATE t SET g = (g + 512) % 1024 WHERE id = changed;
      WHEN 'UPDATE d' THEN UPDATE t SET d = (d + 2160) % 4304 WHERE id = changed;
      WHEN 'DELETE' THEN DELETE FROM t WHERE id = changed;
      WHEN 'INSERT' THEN INSERT INTO t VALUES (changed, changed % 1024, changed % 4304, changed % 100);
    END CASE;
    IF i % 100 = 0 THEN COMMIT; END IF;
  END LOOP;
  INSERT INTO bench.sample VALUES (rows, view, 'one row', work, variant, round,
    (bench.cpu_seconds() - started) / statements);
END
$$;

-- One statement that changes `many` rows.
CREATE PROCEDURE many_rows(view text, work text, variant text, round int, rows int, many int)
LANGUAGE plpgsql AS $$
DECLARE
  started float8 := bench.cpu_seconds();
  first int := round * many % rows + 1;
BEGIN
  CASE work
    WHEN 'UPDATE value' THEN UPDATE t SET v = v + 1 WHERE id BETWEEN first AND first + many - 1;
    WHEN 'DELETE' THEN DELETE FROM t WHERE id BETWEEN first AND first + many - 1;
    WHEN 'INSERT' THEN INSERT INTO t SELECT i, i % 1024, i % 4304, i % 100
      FROM generate_series(first, first + many - 1) AS i;
  END CASE;
  COMMIT;
  INSERT INTO bench.sample
  VALUES (rows, view, 'many rows', work, variant, round, bench.cpu_seconds() - started);
END
$$;

-- Something on the whole view, by the clock: other processes may help.
CREATE PROCEDURE whole_view(view text, work text, variant text, round int, rows int, statement text)
LANGUAGE plpgsql AS $$
DECLARE
  started timestamptz := clock_timestamp();
BEGIN
  EXECUTE statement;
  INSERT INTO bench.sample VALUES (rows, view, 'whole view', work, variant, round,
    extract(epoch FROM clock_timestamp() - started));
END
$$;

-- What the rounds leave out: changes of d, groups that come and go, keys that change.
CREATE PROCEDURE odd_changes() LANGUAGE plpgsql AS $$
BEGIN
  UPDATE d SET c = 7, name = 'another' WHERE id = 17;
  UPDATE d SET c = 2000 WHERE c = 9;
  DELETE FROM d WHERE id IN (18, 19);
  INSERT INTO d VALUES (4200, 3000, 'new');
  UPDATE t SET g = 4000 WHERE g = 20;
  DELETE FROM t WHERE g = 21;
  UPDATE t SET id = -id, v = v + 1 WHERE g = 22;
  UPDATE t SET id = -id WHERE g = 22;
  UPDATE d SET id = id + 1 WHERE id = 4200;
  UPDATE t SET v = v + 1 WHERE g = 23;
  UPDATE t SET v = v - 1 WHERE g = 23;
END
$$;
