-- Random SELECTs as definitions: odd_definitions.sh gives them to try_create, try_change and try_drop,
-- each call a transaction of its own. What must not be is written to odd.finding.
CREATE SCHEMA odd;
GRANT ALL ON SCHEMA odd TO PUBLIC;
CREATE TABLE odd.line (n int GENERATED ALWAYS AS IDENTITY, query text);
CREATE TABLE odd.definition (n int PRIMARY KEY, query text, role text, options jsonb);
CREATE TABLE odd.tried (n int, step text, outcome text, state text, message text);
CREATE TABLE odd.finding (n int, what text);

-- sqlsmith quotes no names, so that the odd ones come in here.
ALTER TABLE odd_table RENAME TO "Odd ""Table";
ALTER TABLE "Odd ""Table" RENAME odd_id TO "Id";
ALTER TABLE "Odd ""Table" RENAME odd_word TO "select";
ALTER TABLE "Odd ""Table" RENAME odd_number TO "a.b";

-- The rows that changes put back, kept where sqlsmith does not look.
SELECT format('CREATE TABLE odd.%1$I AS SELECT * FROM %1$I', relname) FROM pg_class
WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition \gexec
GRANT ALL ON ALL TABLES IN SCHEMA odd TO PUBLIC;

-- Whoever reads only cannot put triggers on the tables.
CREATE ROLE reader;
GRANT ALL ON SCHEMA public TO reader;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader;

-- The odd names.
CREATE FUNCTION odd.with_odd_names(query text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT regexp_replace(regexp_replace(regexp_replace(regexp_replace(query,
    '\modd_table\M', '"Odd ""Table"', 'g'), '\modd_id\M', '"Id"', 'g'),
    '\modd_word\M', '"select"', 'g'), '\modd_number\M', '"a.b"', 'g') $$;

-- Without what keeps it from being maintained, as far as that is a matter of words: samples, limits, and
-- subqueries that give one value. And with values instead of nulls, so that there is something to see.
CREATE FUNCTION odd.simpler(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  found record;
BEGIN
  query := regexp_replace(query, 'tablesample (system|bernoulli) \([0-9.]+\)', '', 'g');
  FOR found IN SELECT relname AS source, replace(quote_ident(attname), '.', '\.') AS col, quote_ident(typname) AS type
      FROM pg_class AS c JOIN pg_attribute AS a ON attrelid = c.oid JOIN pg_type AS t ON t.oid = atttypid
      WHERE c.relnamespace = 'public'::regnamespace AND relkind <> 'i' AND attnum > 0 LOOP
    query := regexp_replace(query, format('\(select %s from public\.%I limit 1 offset [0-9]+\)', found.col, found.source),
                            format('cast(null as %s)', found.type), 'g');
  END LOOP;
  FOR found IN SELECT * FROM (VALUES ('int2', '1'), ('int4', '2'), ('int8', '10'), ('numeric', '1.5'), ('float8', '0.25'), ('float4', '-1.5'),
      ('text', 'one'), ('bool', 'true'), ('date', '2026-01-01'), ('timestamptz', '2026-01-01 12:00+00'), ('jsonb', '{"a": 1}'),
      ('int4range', '[1,5)'), ('point', '(1,2)'), ('mood', 'low'), ('_int4', '{1,2}')) AS v(type, value) LOOP
    query := replace(query, format('cast(null as %s)', found.type), format('cast(%L as %s)', found.value, found.type));
  END LOOP;
  RETURN regexp_replace(query, 'limit [0-9]+(?! *offset)', '', 'g');
END $$;

-- As it is, simpler, as groups, or as one side of a set operation.
CREATE FUNCTION odd.variant(n int, made text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  simpler text := odd.simpler(made);
BEGIN
  RETURN CASE n % 7
    WHEN 0 THEN made
    WHEN 1 THEN format('SELECT c0, count(*) AS n FROM (%s) AS x GROUP BY c0', simpler)
    WHEN 2 THEN format('SELECT DISTINCT * FROM (%s) AS x', simpler)
    WHEN 3 THEN format('SELECT c0 FROM (%s) AS x %s SELECT c0 FROM (%1$s) AS y WHERE c0 IS NOT NULL', simpler,
                       (ARRAY['UNION ALL', 'UNION', 'EXCEPT', 'INTERSECT'])[1 + n / 7 % 4])
    WHEN 4 THEN format('SELECT c0 IS NULL AS no, min(c0) AS least, max(c0) AS greatest, count(DISTINCT c0) AS n FROM (%s) AS x GROUP BY 1', simpler)
    ELSE simpler END;
END $$;

-- The definitions, out of sqlsmith's, which are in odd.line. As superuser only what does no harm to
-- the server itself.
CREATE FUNCTION odd.load() RETURNS void LANGUAGE sql AS $$
  INSERT INTO odd.definition
  SELECT n, odd.variant(n, odd.with_odd_names(query)),
    CASE WHEN n % 11 = 0 THEN 'reader' WHEN n % 8 <> 0 OR query ~ ('(terminate|cancel|sleep|promote|rotate|reload|switch|backup|slot|'
      'stat_reset|restore_point|replication|wal_|advisory|set_config|lo_|import_|file|ls_)') THEN 'owner' ELSE 'postgres' END,
    CASE WHEN n % 17 = 0 THEN '{"method": "materialized"}' WHEN n % 19 = 0 THEN '{"method": "table"}'
      WHEN n % 23 = 0 THEN '{"refresh": {"on": "statement"}, "with_data": false}'
      WHEN n % 5 = 0 THEN '{"refresh": {"on": "statement", "mode": "incremental"}}'
      ELSE '{"refresh": {"on": "statement"}}' END::jsonb
  FROM odd.line ORDER BY n $$;

-- Runs a statement in a subtransaction: its SQLSTATE and message, 00000 where it goes well. With
-- "undo", it is taken back in any case.
CREATE FUNCTION odd.attempt(statement text, undo boolean, OUT state text, OUT message text) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE statement;
  IF undo THEN RAISE EXCEPTION SQLSTATE '00UND'; END IF;
  state := '00000';
EXCEPTION
  WHEN query_canceled THEN RAISE;
  WHEN OTHERS THEN
    state := CASE SQLSTATE WHEN '00UND' THEN '00000' ELSE SQLSTATE END;
    message := SQLERRM;
END $$;

-- What PostgreSQL itself says to the definition. A sample has other rows each time, and fails on some of them.
CREATE FUNCTION odd.bare(query text, OUT state text, OUT message text) LANGUAGE plpgsql AS $$
BEGIN
  FOR try IN 1 .. CASE WHEN query ~* '\mtablesample\M' THEN 100 ELSE 1 END LOOP
    SELECT * INTO state, message FROM odd.attempt('CREATE MATERIALIZED VIEW bare AS ' || query, true);
    EXIT WHEN state <> '00000';
  END LOOP;
END $$;

CREATE PROCEDURE odd.note(n int, step text, outcome text, state text, message text) LANGUAGE sql AS $$
  INSERT INTO odd.tried VALUES (n, step, outcome, state, message) $$;

CREATE PROCEDURE odd.try_create(number int) LANGUAGE plpgsql AS $$
DECLARE
  definition record; summary jsonb; failure record; bare record;
BEGIN
  SELECT * INTO definition FROM odd.definition WHERE n = number;
  PERFORM setseed(number / 1e9);
  EXECUTE format('SET LOCAL ROLE %I', definition.role);
  BEGIN
    summary := vieworm_create('odd_view', definition.query, definition.options);
    CALL odd.note(number, 'create', coalesce(summary #>> '{refresh,mode}', summary ->> 'method'), '00000', summary ->> 'reason');
  EXCEPTION
    WHEN query_canceled THEN RAISE;
    WHEN OTHERS THEN
      CALL odd.note(number, 'create', 'refused', SQLSTATE, SQLERRM);
      failure := ROW(SQLSTATE, SQLERRM);
      SELECT * INTO bare FROM odd.bare(definition.query);
      IF bare.state <> SQLSTATE AND (SQLSTATE = 'XX000' OR bare.state = '00000' AND definition.options #>> '{refresh,mode}' IS NULL) THEN
        INSERT INTO odd.finding VALUES (number, format('create: %s; PostgreSQL itself: %s', failure, bare));
      END IF;
  END;
EXCEPTION WHEN query_canceled THEN
  CALL odd.note(number, 'create', 'too slow', SQLSTATE, SQLERRM);
END $$;

-- The columns that can be written.
CREATE FUNCTION odd.columns(source text) RETURNS text LANGUAGE sql AS $$
  SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
  WHERE attrelid = ('public.' || source)::regclass AND attnum > 0 AND attgenerated = '' $$;

-- The tables' first rows again.
CREATE PROCEDURE odd.reset() LANGUAGE plpgsql AS $$
DECLARE
  source text;
BEGIN
  FOR source IN SELECT quote_ident(relname) FROM pg_class WHERE relnamespace = 'odd'::regnamespace AND relkind = 'r'
      AND relname NOT IN ('definition', 'tried', 'finding', 'line') ORDER BY relname LOOP
    EXECUTE format('DELETE FROM public.%s; INSERT INTO public.%1$s (%s) SELECT %2$s FROM odd.%1$s', source, odd.columns(source));
  END LOOP;
END $$;

-- A random change of a table, which does the same thing whenever it is run.
CREATE FUNCTION odd.change(source text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  chosen text := format('hashtext(r::text || %L) %% %s = 0', random(), 1 + floor(random() * 3));
  col text := (SELECT quote_ident(attname) FROM pg_attribute WHERE attrelid = source::regclass AND attnum > 0 AND attgenerated = '' ORDER BY random() LIMIT 1);
BEGIN
  RETURN CASE floor(random() * 7)
    WHEN 0 THEN format('DELETE FROM %s AS r WHERE %s', source, chosen)
    WHEN 1 THEN format('INSERT INTO %s (%s) SELECT %2$s FROM odd.%1$s AS r', source, odd.columns(source))
    WHEN 2 THEN CASE WHEN random() < 0.2 THEN format('TRUNCATE %s CASCADE', source)
      ELSE format('UPDATE %s AS r SET %s = NULL WHERE %s', source, col, chosen) END
    WHEN 3 THEN format('INSERT INTO %s (%s) SELECT %2$s FROM odd.%1$s AS r WHERE %3$s ON CONFLICT DO NOTHING', source, odd.columns(source), chosen)
    ELSE format('UPDATE %1$s AS r SET %2$s = (SELECT %2$s FROM odd.%1$s AS s ORDER BY hashtext(s::text || %3$L) LIMIT 1) WHERE %4$s',
      source, col, random(), chosen) END;
END $$;

-- What the face shows and the definition does not give, and the other way round, to the look of each value.
CREATE FUNCTION odd.differences(query text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  result bigint;
BEGIN
  EXECUTE format('WITH face AS MATERIALIZED (SELECT w::text FROM odd_view AS w), fresh AS MATERIALIZED (SELECT w::text FROM (%s) AS w)
    SELECT count(*) FROM ((TABLE face EXCEPT ALL TABLE fresh) UNION ALL (TABLE fresh EXCEPT ALL TABLE face)) AS d', query) INTO result;
  RETURN result;
END $$;

CREATE PROCEDURE odd.check_contents(number int, query text, statement text) LANGUAGE plpgsql AS $$
DECLARE
  report jsonb; differences bigint;
BEGIN
  BEGIN
    report := vieworm_verify('odd_view');
    differences := odd.differences(query);
  EXCEPTION WHEN query_canceled THEN RAISE;
    WHEN OTHERS THEN
      IF SQLSTATE <> (odd.bare(query)).state THEN
        INSERT INTO odd.finding VALUES (number, format('verify fails: %s %s', SQLSTATE, SQLERRM));
      END IF;
  END;
  IF differences <> 0 THEN
    INSERT INTO odd.finding VALUES (number, format('wrong after %s: %s rows; verify: %s', statement, differences, report));
  ELSIF report ->> 'missing' <> '0' OR report ->> 'extra' <> '0' OR report ? 'damage' THEN
    INSERT INTO odd.finding VALUES (number, format('verify after %s: %s', statement, report));
  END IF;
  CALL odd.note(number, 'compare', 'incremental', '00000', NULL);
END $$;

CREATE PROCEDURE odd.try_change(number int) LANGUAGE plpgsql AS $$
DECLARE
  definition record; mode text; source text; statement text; failure record; alone record;
BEGIN
  SELECT outcome INTO mode FROM odd.tried WHERE n = number AND step = 'create' AND state = '00000';
  IF NOT found THEN RETURN; END IF;
  PERFORM setseed(number / 1e9);
  SELECT * INTO definition FROM odd.definition WHERE n = number;
  IF definition.options ->> 'with_data' = 'false' OR mode <> 'incremental' AND random() < 0.3 THEN
    EXECUTE format('SET LOCAL ROLE %I', definition.role);
    SELECT * INTO failure FROM odd.attempt('SELECT vieworm_refresh(''odd_view'')', false);
    IF failure.state = 'XX000' AND (odd.bare(definition.query)).state <> 'XX000' THEN
      INSERT INTO odd.finding VALUES (number, format('refresh: %s', failure));
    END IF;
    RESET ROLE;
  END IF;
  FOR source IN SELECT c.oid::regclass FROM pg_class AS c WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
      AND NOT relispartition AND position(quote_ident(relname) IN definition.query || ' number word') > 0 ORDER BY random() LIMIT 2 LOOP
    FOR i IN 1 .. CASE WHEN mode = 'incremental' THEN 3 ELSE 1 END LOOP
      statement := odd.change(source);
      SELECT * INTO failure FROM odd.attempt(statement, false);
      CALL odd.note(number, 'change', statement, failure.state, failure.message);
      IF failure.state <> '00000' THEN
        SELECT * INTO alone FROM odd.attempt(format(
          'DO $do$ BEGIN PERFORM vieworm_drop(''odd_view''); EXECUTE %L; CREATE MATERIALIZED VIEW bare AS %s; END $do$', statement, definition.query), true);
        IF failure.state <> alone.state AND (alone.state = '00000' OR failure.state = 'XX000') THEN
          INSERT INTO odd.finding VALUES (number, format('only with the view fails %s: %s; without: %s', statement, failure, alone));
        END IF;
      END IF;
      IF mode = 'incremental' THEN
        EXECUTE format('SET LOCAL ROLE %I', definition.role);
        CALL odd.check_contents(number, definition.query, statement);
        RESET ROLE;
      END IF;
    END LOOP;
  END LOOP;
EXCEPTION WHEN query_canceled THEN
  CALL odd.note(number, 'change', 'too slow', SQLSTATE, SQLERRM);
END $$;

CREATE PROCEDURE odd.try_drop(number int) LANGUAGE plpgsql AS $$
DECLARE
  left_behind text;
BEGIN
  IF to_regclass('odd_view') IS NOT NULL THEN PERFORM vieworm_drop('odd_view'); END IF;
  SELECT string_agg(what, ', ') INTO left_behind FROM (
    SELECT relname::text AS what FROM pg_class WHERE relnamespace = 'vieworm'::regnamespace AND relkind IN ('r', 'v', 'm')
      AND relname NOT IN ('registry', 'programs')
    UNION ALL SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgrelid <> 'vieworm.registry'::regclass
    UNION ALL SELECT view::text FROM vieworm.registry UNION ALL SELECT store::text FROM vieworm.programs
    UNION ALL SELECT relname FROM pg_class WHERE relname LIKE 'odd_view%') AS x;
  IF number % 5 = 0 THEN CALL odd.reset(); END IF;
  IF left_behind IS NOT NULL THEN INSERT INTO odd.finding VALUES (number, 'left behind: ' || left_behind); END IF;
  CALL odd.note(number, 'drop', 'dropped', '00000', NULL);
EXCEPTION WHEN OTHERS THEN
  INSERT INTO odd.finding VALUES (number, format('drop: %s %s', SQLSTATE, SQLERRM));
  CALL odd.note(number, 'drop', 'refused', SQLSTATE, SQLERRM);
END $$;

-- The first that has not got to its end, and why; called when the connection has been lost.
CREATE PROCEDURE odd.lost() LANGUAGE plpgsql AS $$
DECLARE
  number int := (SELECT min(n) FROM odd.definition WHERE n NOT IN (SELECT n FROM odd.tried WHERE step = 'drop'));
BEGIN
  INSERT INTO odd.finding VALUES (number, 'the server has crashed');
  CALL odd.try_drop(number);
END $$;

-- What has come of them; and what must not be.
CREATE FUNCTION odd.report() RETURNS SETOF text LANGUAGE sql AS $$
  SELECT format('%s definitions: %s', (SELECT count(*) FROM odd.definition), string_agg(count || ' ' || outcome, ', ' ORDER BY count DESC))
  FROM (SELECT outcome, count(*) FROM odd.tried WHERE step = 'create' GROUP BY outcome) AS x
  UNION ALL
  SELECT format('%s changes, %s of them failed as they do without a view; %s comparisons of maintained views',
    count(*) FILTER (WHERE step = 'change'), count(*) FILTER (WHERE step = 'change' AND state <> '00000'), count(*) FILTER (WHERE step = 'compare'))
  FROM odd.tried
  UNION ALL
  SELECT format(E'--- %s, as %s, with %s:\n%s\n    %s', n, role, options, query, what) FROM odd.finding NATURAL JOIN odd.definition $$;

-- What is wrong is found: a view that has lost its triggers.
CREATE FUNCTION odd.finds_what_is_wrong() RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO odd.definition VALUES (0, 'SELECT id, small FROM number', 'owner', '{"refresh": {"on": "statement"}}');
  CALL odd.reset();
  CALL odd.try_create(0);
  ALTER TABLE number DISABLE TRIGGER USER;
  UPDATE number SET small = 3;
  CALL odd.check_contents(0, 'SELECT id, small FROM number', 'an update');
  RETURN count(*) = 1 FROM odd.finding WHERE n = 0;
END $$;
