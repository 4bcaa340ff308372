-- Random definitions over random tables, random statements: after each, every view shows what its
-- definition gives, row by row, as text; with sums of floats that are rounded once, as the views'
-- are. random_changes.sh runs it, with :seed and :cases.
SET client_min_messages = warning;
SET TimeZone = 'UTC';
SELECT setseed(:seed) \g /dev/null

\ir ../../sql/include/float_oracle.sql
CREATE FUNCTION oracle_of(query text) RETURNS text LANGUAGE sql IMMUTABLE AS
  $$ SELECT regexp_replace(query, '\m(sum|avg)\((x|CASE)\M', 'f\1(\2', 'g') $$;

CREATE FUNCTION pick(VARIADIC choices text[]) RETURNS text LANGUAGE sql VOLATILE AS
  'SELECT choices[1 + floor(random() * cardinality(choices))::int]';
CREATE FUNCTION chance(percent int) RETURNS boolean LANGUAGE sql VOLATILE AS
  'SELECT random() * 100 < percent';
CREATE FUNCTION any_of(lowest int, highest int) RETURNS int LANGUAGE sql VOLATILE AS
  'SELECT lowest + floor(random() * (highest - lowest + 1))::int';

-- The tables below a source: partitions, and tables that inherit from it.
CREATE TABLE members (source text, member text);
CREATE FUNCTION member_of(tab text) RETURNS text LANGUAGE sql VOLATILE AS
  'SELECT coalesce((SELECT member FROM members WHERE source = tab AND chance(40) ORDER BY random() LIMIT 1), tab)';

-- A value of a column, as SQL.
CREATE FUNCTION value_of(col text) RETURNS text LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  IF col <> 'id' AND chance(15) THEN RETURN 'NULL'; END IF;
  RETURN CASE col
    WHEN 'id' THEN any_of(1, 60)::text
    WHEN 'w' THEN any_of(0, 5)::text
    WHEN 'boss' THEN any_of(0, 3)::text
    WHEN 'name' THEN quote_literal(pick('a', 'b', 'c'))
    WHEN 'g' THEN quote_literal(pick('a', 'b', 'A', 'b ', '', 'ü'))
    WHEN 'k' THEN any_of(0, 3)::text
    WHEN 'v' THEN pick(any_of(-5, 9)::text, '-2147483648', '2147483647')
    WHEN 'big' THEN pick(any_of(-3, 3)::text, '9223372036854775807')
    WHEN 'price' THEN pick('0.50', '1', '-2.25', '''NaN''')
    WHEN 'x' THEN pick('0.5', '-1.5', '0.1', '3.3e-7', '2', '''-0''', '1e17', '1e300', '-1e300', '1e-300', '''Infinity''', '''-Infinity''', '''NaN''')
    WHEN 'd' THEN pick('''2026-01-01''', '''2026-02-03''', '''infinity''')
    WHEN 'b' THEN pick('true', 'false')
    WHEN 'more' THEN 'NULL'
    ELSE quote_literal(pick('{}', '[1, 2]', 'null')) || '::json' END;
END $$;

CREATE FUNCTION columns_of(tab text) RETURNS text[] LANGUAGE sql STABLE AS
  'SELECT array_agg(attname::text ORDER BY attnum) FROM pg_attribute
   WHERE attrelid = tab::regclass AND attnum > 0 AND NOT attisdropped';

CREATE FUNCTION condition() RETURNS text LANGUAGE sql VOLATILE AS $$
  SELECT pick('k > 0', 'v IS NOT NULL', 'g <> ''a''', 'v % 3 = 1', 'b', 'k = ' || any_of(0, 3), 'price < 1',
    'coalesce(g, ''none'') IN (''a'', ''none'')', 'd > ''2026-01-15''', 'true') $$;

CREATE FUNCTION source() RETURNS text LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  columns text := 'g, k, v, big, price, x, d, b';
BEGIN
  RETURN CASE any_of(1, 8)
    WHEN 7 THEN 'inner_groups AS x'
    WHEN 8 THEN pick('inner_rows AS x', '(SELECT i.g, t.k, i.v, i.big, t.price, t.x, i.d, t.b FROM inner_groups AS i JOIN t ON t.g = i.g) AS x')
    WHEN 1 THEN 'u'
    WHEN 2 THEN format('(SELECT %1$s FROM t WHERE %2$s UNION ALL SELECT %1$s FROM u WHERE %3$s) AS x', columns, condition(), condition())
    WHEN 3 THEN format('(SELECT %1$s FROM t UNION ALL SELECT %1$s FROM t WHERE %2$s) AS x', columns, condition())
    WHEN 4 THEN 'plain'
    ELSE 't' END;
END $$;

-- What tables joined look like from outside: like t.
CREATE FUNCTION joined() RETURNS text LANGUAGE sql VOLATILE AS $$
  SELECT pick(
    '(SELECT t.g, w.k, t.v, t.big, t.price, t.x, t.d, t.b FROM t JOIN w ON w.id = t.k) AS x',
    '(SELECT w.name AS g, t.k, t.v, t.big, t.price, t.x, t.d, w.k > 1 AS b FROM t JOIN w ON w.k = t.k WHERE t.v < 100) AS x',
    '(SELECT w.name AS g, w.k, c.v, c.v::bigint AS big, 1.5::numeric(8, 2) AS price, 0.5::float8 AS x, NULL::date AS d, c.v > 3 AS b FROM w JOIN c ON c.w = w.id) AS x',
    '(SELECT a.name AS g, b.k, b.id AS v, a.id::bigint AS big, NULL::numeric(8, 2) AS price, 2.5::float8 AS x, ''2026-01-01''::date AS d, a.k = b.id AS b FROM w AS a JOIN w AS b ON a.k = b.k) AS x',
    '(SELECT u.g, w.k, c.v, u.big, u.price, u.x, u.d, u.b FROM u, w, c WHERE u.k = w.k AND c.w = w.id) AS x',
    '(SELECT g, k, v, big, price, x, d, b FROM u UNION ALL SELECT w.name, c.w, c.v, c.v, 1, 1, NULL, true FROM w JOIN c ON c.w = w.id) AS x',
    '(SELECT p.g, w.k, p.v, p.big, p.price, p.x, p.d, p.b FROM (SELECT g, k, v, big, price, x, d, b FROM t UNION ALL SELECT g, k, v, big, price, x, d, b FROM u) AS p JOIN w ON w.id = p.k) AS x') $$;

CREATE FUNCTION keys() RETURNS text[] LANGUAGE sql VOLATILE AS $$
  SELECT array_agg(DISTINCT key) FROM (SELECT pick('g', 'k', 'b', 'd', 'upper(g)', 'v % 2', 'k IS NULL') AS key
    FROM generate_series(1, any_of(1, 3))) AS x $$;

CREATE FUNCTION aggregate() RETURNS text LANGUAGE sql VOLATILE AS $$
  SELECT CASE WHEN call LIKE '%rank%' THEN call WHEN chance(20) THEN call || ' FILTER (WHERE ' || condition() || ')' ELSE call END
  FROM pick('count(*)', 'count(v)', 'sum(k)', 'sum(v)', 'sum(big)', 'sum(price)', 'avg(v)', 'avg(big)', 'avg(price)',
    'min(v)', 'max(v)', 'min(g)', 'max(d)', 'max(big)', 'sum(x)', 'avg(x)', 'sum(x)', 'max(x)', 'sum(CASE WHEN abs(x) NOT IN (1e300, 1e-300) THEN x END::real)', 'avg(CASE WHEN abs(x) < 1e20 THEN x END::real)', 'count(DISTINCT k)', 'bool_and(b)',
    'string_agg(g, '','' ORDER BY g COLLATE "C")', 'array_agg(k ORDER BY k)', 'percentile_disc(0.5) WITHIN GROUP (ORDER BY v)',
    'sum(v + k)', 'sum(DISTINCT k)', 'stddev(k)') AS call $$;

CREATE FUNCTION definition() RETURNS text LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  from_where text := CASE WHEN chance(40) THEN joined() ELSE source() END || CASE WHEN chance(40) THEN ' WHERE ' || condition() ELSE '' END;
  by_keys text[] := keys();
  items text := '';
BEGIN
  CASE any_of(1, 11)
    WHEN 9 THEN RETURN 'SELECT t.id, t.g, w.name, t.v % 9 + w.k AS s FROM t JOIN w ON ' || pick('t.k = w.id', 't.v = w.k AND t.k < 3', 't.id < w.id')
      || CASE WHEN chance(40) THEN ' WHERE ' || pick('t.v > 0', 'w.name <> ''a''', 't.b') ELSE '' END;
    WHEN 10 THEN RETURN 'SELECT a.name, b.k, ' || pick('a.id', 'b.id + 1', 'c.g') || ' AS x FROM w AS a JOIN w AS b ON a.k = b.id, t AS c WHERE c.k = b.k';
    WHEN 11 THEN RETURN 'SELECT t.g, w.name FROM t, w WHERE t.k = w.k UNION ALL SELECT name, name FROM w WHERE k > 0 UNION ALL SELECT a.g, b.g FROM t AS a JOIN t AS b ON a.id = b.k';
    WHEN 1 THEN RETURN 'SELECT g, v, k + 1 AS k1 FROM ' || from_where;
    WHEN 2 THEN RETURN 'SELECT id, g || ''!'' AS g, price, j FROM t WHERE ' || condition();
    WHEN 3 THEN RETURN 'SELECT DISTINCT g, ' || pick('k', 'b', 'v % 2') || ' AS c FROM ' || from_where;
    WHEN 4 THEN RETURN 'SELECT g, k FROM ' || from_where || ' ' || pick('UNION', 'INTERSECT', 'EXCEPT', 'UNION ALL')
      || ' SELECT g, k FROM ' || source() || ' WHERE ' || condition();
    ELSE
      FOR i IN 1 .. cardinality(by_keys) LOOP items := items || by_keys[i] || ' AS k' || i || ', '; END LOOP;
      FOR i IN 1 .. any_of(1, 4) LOOP items := items || aggregate() || ' AS r' || i || ', '; END LOOP;
      IF chance(15) THEN  -- one group, which is always there
        RETURN 'SELECT ' || aggregate() || ' AS r1, ' || aggregate() || ' AS r2 FROM ' || from_where;
      END IF;
      RETURN 'SELECT ' || rtrim(items, ', ') || ' FROM ' || from_where || ' GROUP BY ' || array_to_string(by_keys, ', ')
        || CASE WHEN chance(15) THEN ' HAVING count(*) > 1' ELSE '' END;
  END CASE;
END $$;

CREATE FUNCTION change() RETURNS text LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  source text := pick('t', 't', 'u', 'w', 'c');
  tab text := member_of(source);
  columns text[] := columns_of(tab);
  col text := columns[any_of(1, cardinality(columns))];
  target text := CASE WHEN source = 'w' THEN pick('id = 1', 'k > 1', 'id < 4', 'name = ''a''') WHEN source = 'c' THEN pick('w = 1', 'v > 3', 'id < 20', 'w IS NULL') WHEN source = 't' AND chance(50) THEN 'id = ' || any_of(1, 60) WHEN chance(80) THEN condition() ELSE 'true' END;
BEGIN
  IF chance(4) AND EXISTS (SELECT FROM members) THEN
    RETURN pick('DROP TABLE t_high; CREATE TABLE t_high PARTITION OF t FOR VALUES FROM (40) TO (70)', 'TRUNCATE t_odd', 'TRUNCATE ONLY u',
      'ALTER TABLE t DETACH PARTITION t_odd; UPDATE t_odd SET v = k; ALTER TABLE t ATTACH PARTITION t_odd FOR VALUES FROM (20) TO (40)',
      'ALTER TABLE u_more NO INHERIT u; DELETE FROM u_more WHERE k > 1; ALTER TABLE u_more INHERIT u',
      'ALTER TABLE u_more NO INHERIT u; INSERT INTO u_more (g, k, v) VALUES (''a'', 1, 5); ALTER TABLE u_more INHERIT u');
  END IF;
  CASE any_of(1, 19)
    WHEN 19 THEN RETURN format('WITH a AS (DELETE FROM %1$s WHERE %2$s RETURNING *) INSERT INTO %1$s SELECT * FROM a LIMIT %3$s', source, CASE WHEN tab = source THEN target ELSE 'true' END, any_of(0, 3));
    WHEN 17 THEN RETURN format('WITH a AS (UPDATE w SET k = k + 1, name = ''b'' WHERE %s), b AS (DELETE FROM w WHERE id = %s) UPDATE w SET %s WHERE id = %s', pick('k = 0', 'id > 4'), any_of(0, 5), pick('name = ''c''', 'boss = 1', 'k = 2'), any_of(0, 5));
    WHEN 18 THEN RETURN format('WITH a AS (UPDATE t SET %s WHERE %s) UPDATE t SET %s WHERE %s', pick('v = 1', 'k = 2', 'g = NULL', 'j = NULL'), pick('id < 20', 'k = 1'), pick('x = 2', 'j = NULL', 'v = v % 7', 'big = 1'), pick('id > 30', 'k = 3'));
    WHEN 13 THEN RETURN format('WITH a AS (DELETE FROM w WHERE %s RETURNING *), b AS (INSERT INTO u (g, k, v) SELECT name, k, id FROM a RETURNING *) INSERT INTO t (id, g, k) SELECT 60 + v, g, k FROM b', pick('k = 1', 'id > 3', 'id = 2'));
    WHEN 14 THEN RETURN format('WITH a AS (INSERT INTO w VALUES (%s, %s, ''a'', NULL), (%s, %s, ''b'', 0) ON CONFLICT DO NOTHING RETURNING *) INSERT INTO c SELECT id + %s, id, k FROM a ON CONFLICT (id) DO UPDATE SET v = excluded.v, w = c.w',
      any_of(0, 9), any_of(0, 3), any_of(0, 9), any_of(0, 3), any_of(0, 60));
    WHEN 15 THEN RETURN format('WITH a AS (UPDATE w SET k = k + 1 WHERE %s RETURNING *), b AS (UPDATE c SET v = v + 1 WHERE %s RETURNING *) UPDATE t SET v = t.v %% 9 + a.k, k = b.w FROM a, b WHERE t.k = a.id AND b.v > 1',
      pick('k = 1', 'id > 3', 'true'), pick('w = 2', 'id > 20', 'true'));
    WHEN 16 THEN RETURN format('UPDATE w SET id = id + %s WHERE %s', pick('10', '-10', '7'), pick('id = 3', 'k = 2', 'id > 8'));
    WHEN 1, 2, 3, 4 THEN
      RETURN format('INSERT INTO %s VALUES %s%s', tab,
        (SELECT string_agg((SELECT '(' || string_agg(value_of(c), ', ' ORDER BY n) || ')' FROM unnest(columns) WITH ORDINALITY AS c(c, n) WHERE i > 0), ', ')
         FROM generate_series(1, any_of(1, 4)) AS i),
        CASE WHEN source = 'w' THEN ' ON CONFLICT (id) DO UPDATE SET k = excluded.k' WHEN source = 'c' THEN pick(' ON CONFLICT DO NOTHING', ' ON CONFLICT (id) DO UPDATE SET v = excluded.v') WHEN source = 't' THEN pick('', ' ON CONFLICT DO NOTHING',
          format(' ON CONFLICT (id) DO UPDATE SET k = excluded.k, v = %1$s.v + 1 WHERE %1$s.v < 100', tab)) ELSE '' END);
    WHEN 5 THEN RETURN format('INSERT INTO %s SELECT * FROM %1$s WHERE %s', tab, CASE WHEN source IN ('w', 'c') THEN 'true' ELSE condition() END);
    WHEN 6 THEN RETURN format('DELETE FROM %s WHERE %s', tab, target);
    WHEN 7 THEN RETURN 'WITH gone AS (DELETE FROM u WHERE ' || condition() || ' RETURNING *) UPDATE t SET k = gone.k, g = gone.g FROM gone WHERE t.v = gone.v';
    WHEN 8 THEN RETURN 'MERGE INTO t USING u ON t.id = u.v WHEN MATCHED AND u.k > 1 THEN DELETE WHEN MATCHED THEN UPDATE SET v = u.k, g = u.g';
    WHEN 9 THEN RETURN CASE WHEN chance(20) THEN 'TRUNCATE ' || pick('t', 'u', 't, u', 'w, c', 't, w, c', 'w CASCADE', 'c') ELSE 'UPDATE t SET id = id + 100 WHERE ' || condition() END;
    ELSE RETURN format('UPDATE %s SET %I = %s WHERE %s', tab, col,
      CASE WHEN chance(40) AND col IN ('k', 'v', 'big') THEN col || ' + 1' ELSE value_of(col) END, target);
  END CASE;
END $$;

CREATE TABLE views (name text, query text);
CREATE TABLE tally (definitions int, maintained int, statements int, failed int, comparisons int);
INSERT INTO tally VALUES (0, 0, 0, 0, 0);

-- The first view that is not what its definition gives; or null.
CREATE FUNCTION wrong() RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  view record; differences int;
BEGIN
  FOR view IN SELECT * FROM views LOOP
    EXECUTE format('SELECT count(*) FROM ((SELECT w::text FROM %1$I AS w EXCEPT ALL SELECT w::text FROM (%2$s) AS w)
      UNION ALL (SELECT w::text FROM (%2$s) AS w EXCEPT ALL SELECT w::text FROM %1$I AS w)) AS d', view.name, oracle_of(view.query)) INTO differences;
    UPDATE tally SET comparisons = comparisons + 1;
    IF differences <> 0 THEN RETURN view.query; END IF;
  END LOOP;
  RETURN NULL;
END $$;

-- Tables of one piece or of several, which need not look alike.
CREATE PROCEDURE create_tables(parts boolean) LANGUAGE plpgsql AS $$
DECLARE
  by_id text := CASE WHEN parts THEN ' PARTITION BY RANGE (id)' ELSE '' END;
BEGIN
  EXECUTE 'CREATE TABLE t (id int, g text, k int, v int, big bigint, price numeric(8, 2), x float8, d date, b boolean, j json)' || by_id;
  CREATE TABLE u (g text, k int, v int, big bigint, price numeric(8, 2), x float8, d date, b boolean);
  EXECUTE 'CREATE TABLE w (id int PRIMARY KEY, k int, name text, boss int REFERENCES w ON DELETE SET NULL ON UPDATE CASCADE)' || by_id;
  IF NOT parts THEN RETURN; END IF;
  CREATE TABLE t_low PARTITION OF t FOR VALUES FROM (MINVALUE) TO (20);
  CREATE TABLE t_odd (j json, gone int, b boolean, id int, d date, x float8, price numeric(8, 2), big bigint, v int, k int, g text);
  ALTER TABLE t_odd DROP COLUMN gone;
  ALTER TABLE t ATTACH PARTITION t_odd FOR VALUES FROM (20) TO (40);
  CREATE TABLE t_high PARTITION OF t FOR VALUES FROM (40) TO (70);
  CREATE TABLE t_rest PARTITION OF t DEFAULT PARTITION BY RANGE (id);
  CREATE TABLE t_rest_1 PARTITION OF t_rest FOR VALUES FROM (70) TO (130);
  CREATE TABLE t_rest_all PARTITION OF t_rest DEFAULT;
  CREATE TABLE u_more (more int) INHERITS (u);
  CREATE TABLE w_low PARTITION OF w FOR VALUES FROM (MINVALUE) TO (3);
  CREATE TABLE w_high PARTITION OF w FOR VALUES FROM (3) TO (MAXVALUE);
  INSERT INTO members VALUES ('t', 't_low'), ('t', 't_odd'), ('t', 't_high'), ('t', 't_rest'), ('t', 't_rest_1'), ('u', 'u_more'), ('w', 'w_low'), ('w', 'w_high');
END $$;

CREATE PROCEDURE run_case(number int) LANGUAGE plpgsql AS $$
DECLARE
  statement text; history text := ''; query text; summary jsonb; found text;
BEGIN
  CALL create_tables(chance(40));
  INSERT INTO w SELECT i, i % 4, 'a', nullif(i % 3, i) FROM generate_series(0, 5) AS i;
  EXECUTE 'CREATE TABLE c (id int PRIMARY KEY, w int REFERENCES w ON UPDATE CASCADE ON DELETE ' || pick('CASCADE', 'SET NULL') || ', v int)';
  INSERT INTO c SELECT i, i % 6, i % 5 FROM generate_series(1, 30) AS i;
  CREATE VIEW plain AS SELECT g, k, v, big, price, x, d, b FROM t WHERE k IS NOT NULL;
  IF chance(70) THEN ALTER TABLE t ADD PRIMARY KEY (id); ELSE CREATE UNIQUE INDEX ON t (id); END IF;
  query := 'SELECT g, k, count(*)::int AS v, sum(v) AS big, max(price) AS price, sum(x) AS x, max(d) AS d, count(b) > 1 AS b FROM t GROUP BY g, k';
  PERFORM vieworm_create('inner_groups', query, '{"refresh": {"on": "statement", "mode": "incremental"}}');
  INSERT INTO views VALUES ('inner_groups', query);
  PERFORM vieworm_create('inner_rows', 'SELECT t.g, w.k, t.v, t.big, t.price, t.x, t.d, t.b FROM t JOIN w ON w.id = t.k', '{"refresh": {"on": "statement"}}');
  FOR i IN 1 .. any_of(1, 3) LOOP
    query := definition();
    summary := vieworm_create('view_' || i, query, '{"refresh": {"on": "statement"}}');
    UPDATE tally SET definitions = definitions + 1, maintained = maintained + (summary #>> '{refresh,mode}' = 'incremental')::int;
    IF summary #>> '{refresh,mode}' = 'incremental' THEN INSERT INTO views VALUES ('view_' || i, query); END IF;
  END LOOP;
  IF chance(25) THEN
    CREATE FUNCTION again() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN UPDATE t SET k = k + 1, v = 3 WHERE id = NEW.id AND k < 3; INSERT INTO u (g, k, v) SELECT NEW.g, 2, 1 WHERE NEW.k = 1; UPDATE w SET k = k + 1 WHERE id = NEW.k; RETURN NULL; END';
    CREATE TRIGGER again AFTER INSERT OR UPDATE ON t FOR EACH ROW WHEN (pg_trigger_depth() < 3) EXECUTE FUNCTION again();
  END IF;
  IF chance(25) THEN
    CREATE FUNCTION before() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN UPDATE t SET v = v % 5 + 1 WHERE k = OLD.id; BEGIN DELETE FROM c WHERE w = OLD.id AND v > 2; UPDATE u SET k = k + 1 WHERE v = OLD.k;
       IF OLD.k = 1 THEN RAISE EXCEPTION ''taken back''; END IF; EXCEPTION WHEN raise_exception THEN NULL; END;
       IF OLD.k = 3 AND OLD.id > 4 THEN TRUNCATE u; END IF; RETURN CASE TG_OP WHEN ''DELETE'' THEN OLD ELSE NEW END; END';
    CREATE TRIGGER before BEFORE UPDATE OR DELETE ON w FOR EACH ROW WHEN (pg_trigger_depth() < 3) EXECUTE FUNCTION before();
  END IF;
  FOR i IN 1 .. 25 LOOP
    statement := change();
    history := history || statement || E';\n';
    UPDATE tally SET statements = statements + 1;
    BEGIN
      EXECUTE statement;
      IF chance(10) THEN RAISE EXCEPTION 'taken back'; END IF;
    EXCEPTION WHEN unique_violation OR not_null_violation OR numeric_value_out_of_range OR cardinality_violation OR raise_exception OR foreign_key_violation
      OR triggered_data_change_violation OR object_in_use OR check_violation OR feature_not_supported THEN
      UPDATE tally SET failed = failed + 1;
    END;
    found := wrong();
    IF found IS NOT NULL THEN
      RAISE EXCEPTION E'case %: wrong is\n%\nafter\n%', number, found, history;
    END IF;
  END LOOP;
  DROP TABLE t, u, w, c CASCADE;
  DROP FUNCTION IF EXISTS again, before;
  DELETE FROM views;
  DELETE FROM members;
END $$;

SELECT format('CALL run_case(%s)', i) FROM generate_series(1, :cases) AS i \gexec
SELECT format('%s definitions, %s maintained; %s statements, %s failed as they must; %s comparisons',
  definitions, maintained, statements, failed, comparisons) FROM tally;

-- What is wrong is found: a view that has lost a trigger.
CREATE TABLE t (id int PRIMARY KEY, k int);
INSERT INTO t VALUES (1, 1);
SELECT vieworm_create('forgetful', 'SELECT k, count(*) AS n FROM t GROUP BY k', '{"refresh": {"on": "statement"}}') \g /dev/null
INSERT INTO views VALUES ('forgetful', 'SELECT k, count(*) AS n FROM t GROUP BY k');
ALTER TABLE t DISABLE TRIGGER forgetful_store_insert;
INSERT INTO t VALUES (2, 1);
SELECT 'a wrong view is found: ' || (wrong() IS NOT NULL);
