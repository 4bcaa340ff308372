-- "group", maintained by triggers as an expert writes them: one statement nets what has come and
-- what has gone, in the order of the key, so that writers of several groups wait in one order; and
-- a group is looked for among those that may have lost their last row only where there is one.
CREATE TABLE kept (g int PRIMARY KEY, n bigint NOT NULL, s bigint NOT NULL);
INSERT INTO kept SELECT g, count(*), sum(v) FROM t GROUP BY g;
CREATE VIEW v AS SELECT g, n, s FROM kept;

CREATE FUNCTION kept_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO kept AS k SELECT g, count(*), sum(v) FROM new_rows GROUP BY g ORDER BY g
  ON CONFLICT (g) DO UPDATE SET n = k.n + excluded.n, s = k.s + excluded.s;
  RETURN NULL;
END
$$;

CREATE FUNCTION kept_update() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  emptied int[];
BEGIN
  WITH applied AS (
    INSERT INTO kept AS k
    SELECT g, sum(n), sum(v)
    FROM (SELECT g, 1 AS n, v FROM new_rows UNION ALL SELECT g, -1, -v FROM old_rows) AS changed
    GROUP BY g HAVING sum(n) <> 0 OR sum(v) <> 0 ORDER BY g
    ON CONFLICT (g) DO UPDATE SET n = k.n + excluded.n, s = k.s + excluded.s
    RETURNING k.g, k.n)
  SELECT array_agg(g) INTO emptied FROM applied WHERE n = 0;
  IF emptied IS NOT NULL THEN DELETE FROM kept WHERE g = ANY (emptied) AND n = 0; END IF;
  RETURN NULL;
END
$$;

CREATE FUNCTION kept_delete() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  emptied int[];
BEGIN
  WITH applied AS (
    INSERT INTO kept AS k SELECT g, -count(*), -sum(v) FROM old_rows GROUP BY g ORDER BY g
    ON CONFLICT (g) DO UPDATE SET n = k.n + excluded.n, s = k.s + excluded.s
    RETURNING k.g, k.n)
  SELECT array_agg(g) INTO emptied FROM applied WHERE n = 0;
  IF emptied IS NOT NULL THEN DELETE FROM kept WHERE g = ANY (emptied) AND n = 0; END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER kept_insert AFTER INSERT ON t REFERENCING NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION kept_insert();
CREATE TRIGGER kept_update AFTER UPDATE ON t
REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION kept_update();
CREATE TRIGGER kept_delete AFTER DELETE ON t REFERENCING OLD TABLE AS old_rows
FOR EACH STATEMENT EXECUTE FUNCTION kept_delete();
