-- The statements that make a view, make it anew and take it away, by variant. (Hand-written views
-- come from files.)
CREATE FUNCTION bench.statement(what text, variant text, view text) RETURNS text
LANGUAGE sql AS $$
  SELECT CASE what || ' ' || variant
    WHEN 'create native' THEN 'CREATE MATERIALIZED VIEW v AS ' || definition
    WHEN 'refresh native' THEN 'REFRESH MATERIALIZED VIEW v'
    WHEN 'drop native' THEN 'DROP MATERIALIZED VIEW v'
    WHEN 'create vieworm' THEN format('SELECT vieworm_create(%L, %L, %L)', 'v', definition,
      '{"refresh": {"on": "statement", "mode": "incremental"}}')
    WHEN 'refresh vieworm' THEN 'SELECT vieworm_refresh(''v'', ''{"mode": "full"}'')'
    WHEN 'drop vieworm' THEN 'SELECT vieworm_drop(''v'')'
    WHEN 'create pg_ivm' THEN format('SELECT create_immv(%L, %L)', 'v', definition)
    WHEN 'drop pg_ivm' THEN 'DROP TABLE v'
  END
  FROM bench.view AS w WHERE w.name = statement.view
$$;

-- How many rows of v, found through the search_path, are not those of its definition, and the other
-- way round.
CREATE FUNCTION bench.differences(view text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  wanted text := (SELECT definition FROM bench.view AS w WHERE w.name = view);
  differences bigint;
BEGIN
  EXECUTE format('SELECT (SELECT count(*) FROM (SELECT * FROM v EXCEPT ALL (%1$s)) AS extra)
    + (SELECT count(*) FROM ((%1$s) EXCEPT ALL SELECT * FROM v) AS missing)', wanted)
  INTO differences;
  RETURN differences;
END
$$;
