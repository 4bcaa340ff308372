-- The views, and what tells which of them are wrong.
CREATE TABLE kept (name text, query text);
CREATE FUNCTION keep(name text, query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  summary jsonb := vieworm_create(name, query, '{"refresh": {"on": "statement", "mode": "incremental"}}');
BEGIN
  INSERT INTO kept VALUES (name, query);
  RETURN summary ->> 'strategy';
END $$;
CREATE FUNCTION wrong() RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
  view record; found record; report jsonb;
BEGIN
  FOR view IN SELECT * FROM kept ORDER BY name LOOP
    SELECT * INTO found FROM difference(view.name, view.query);
    IF found.extra <> 0 OR found.missing <> 0 THEN RETURN NEXT view.name || ' ' || found; END IF;
    report := vieworm_verify(view.name);
    IF report ->> 'missing' <> '0' OR report ->> 'extra' <> '0' OR report ? 'damage' THEN
      RETURN NEXT view.name || ' ' || report;
    END IF;
  END LOOP;
END $$;
CREATE PROCEDURE run(statement text) LANGUAGE plpgsql AS $$
DECLARE
  problem text;
BEGIN
  EXECUTE statement;
  FOR problem IN SELECT wrong() LOOP RAISE NOTICE '% after %', problem, statement; END LOOP;
END $$;
