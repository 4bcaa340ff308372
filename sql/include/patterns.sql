-- What the tests of patterns that made the views of other projects wrong share: keep() creates a
-- view, run() runs statements and compares every kept view with its definition after each.
CREATE TABLE kept (number int GENERATED ALWAYS AS IDENTITY, name text, query text, mode text);

-- Says how the view is kept right: "incremental", or "full" and why.
CREATE FUNCTION keep(name text, query text, options jsonb DEFAULT '{}') RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  summary jsonb := vieworm_create(name, query, '{"refresh": {"on": "statement"}}' || options);
BEGIN
  INSERT INTO kept (name, query, mode) VALUES (name, query, summary #>> '{refresh,mode}');
  RETURN concat_ws(': ', summary #>> '{refresh,mode}', summary ->> 'reason');
END $$;

CREATE PROCEDURE forget() LANGUAGE plpgsql AS $$
BEGIN
  PERFORM vieworm_drop(name) FROM kept ORDER BY number DESC;
  DELETE FROM kept;
END $$;

-- The views that are not what their definitions give. Those that are refreshed in full are refreshed.
CREATE FUNCTION wrong() RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
  view record; found record; report jsonb;
BEGIN
  FOR view IN SELECT * FROM kept ORDER BY number LOOP
    IF view.mode = 'full' THEN PERFORM vieworm_refresh(view.name); END IF;
    SELECT * INTO found FROM difference(view.name, view.query);
    report := vieworm_verify(view.name);
    IF found.extra <> 0 OR found.missing <> 0 OR report ->> 'missing' <> '0' OR report ->> 'extra' <> '0' OR report ? 'damage' THEN
      RETURN NEXT format('%s: %s, %s', view.name, found, report);
    END IF;
  END LOOP;
END $$;

CREATE PROCEDURE run(VARIADIC statements text[] DEFAULT '{}') LANGUAGE plpgsql AS $$
DECLARE
  statement text; found text;
BEGIN
  FOREACH statement IN ARRAY statements || 'SELECT 1'::text LOOP
    EXECUTE statement;
    FOR found IN SELECT * FROM wrong() LOOP
      RAISE WARNING 'wrong after "%": %', statement, found;
    END LOOP;
  END LOOP;
END $$;

-- What a view shows, on one line.
CREATE FUNCTION shown(view text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  result text;
BEGIN
  EXECUTE format('SELECT string_agg(whole_row::text, '' '' ORDER BY whole_row::text COLLATE "C") FROM %s AS whole_row', view) INTO result;
  RETURN result;
END $$;
\pset format unaligned
\pset tuples_only
