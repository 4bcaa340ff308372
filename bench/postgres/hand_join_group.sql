-- "join + group", maintained by triggers as an expert writes them; see hand_group.sql. A writer of d
-- waits for those of t and keeps them out: each would have to see what the other has done.
CREATE TABLE kept (c int PRIMARY KEY, n bigint NOT NULL, s bigint NOT NULL);
INSERT INTO kept SELECT d.c, count(*), sum(t.v) FROM t JOIN d ON d.id = t.d GROUP BY d.c;
CREATE VIEW v AS SELECT c, n, s FROM kept;

CREATE FUNCTION kept_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO kept AS k
  SELECT d.c, count(*), sum(t.v) FROM new_rows AS t JOIN d ON d.id = t.d GROUP BY d.c ORDER BY d.c
  ON CONFLICT (c) DO UPDATE SET n = k.n + excluded.n, s = k.s + excluded.s;
  RETURN NULL;
END
$$;

CREATE FUNCTION kept_update() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  emptied int[];
BEGIN
  WITH applied AS (
    INSERT INTO kept AS k
    SELECT c, sum(n), sum(v)
    FROM (SELECT d.c, 1 AS n, t.v FROM new_rows AS t JOIN d ON d.id = t.d
      UNION ALL SELECT d.c, -1, -t.v FROM old_rows AS t JOIN d ON d.id = t.d) AS changed
    GROUP BY c HAVING sum(n) <> 0 OR sum(v) <> 0 ORDER BY c
    ON CONFLICT (c) DO UPDATE SET n = k.n + excluded.n, s = k.s + excluded.s
    RETURNING k.c, k.n)
  SELECT array_agg(c) INTO emptied FROM applied WHERE n = 0;
  IF emptied IS NOT NULL THEN DELETE FROM kept WHERE c = ANY (emptied) AND n = 0; END IF;
  RETURN NULL;
END
$$;

CREATE FUNCTION kept_delete() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  emptied int[];
BEGIN
  WITH applied AS (
    INSERT INTO kept AS k
    SELECT d.c, -count(*), -sum(t.v) FROM old_rows AS t JOIN d ON d.id = t.d GROUP BY d.c ORDER BY d.c
    ON CONFLICT (c) DO UPDATE SET n = k.n + excluded.n, s = k.s + excluded.s
    RETURNING k.c, k.n)
  SELECT array_agg(c) INTO emptied FROM applied WHERE n = 0;
  IF emptied IS NOT NULL THEN DELETE FROM kept WHERE c = ANY (emptied) AND n = 0; END IF;
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

-- ---------------------------------------------------------------------------------- changes of d

CREATE FUNCTION kept_insert_d() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE t IN SHARE ROW EXCLUSIVE MODE;
  INSERT INTO kept AS k
  SELECT d.c, count(*), sum(t.v) FROM new_rows AS d JOIN t ON t.d = d.id GROUP BY d.c ORDER BY d.c
  ON CONFLICT (c) DO UPDATE SET n = k.n + excluded.n, s = k.s + excluded.s;
  RETURN NULL;
END
$$;

CREATE FUNCTION kept_update_d() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  emptied int[];
BEGIN
  LOCK TABLE t IN SHARE ROW EXCLUSIVE MODE;
  WITH applied AS (
    INSERT INTO kept AS k
    SELECT c, sum(n), sum(v)
    FROM (SELECT d.c, 1 AS n, t.v FROM new_rows AS d JOIN t ON t.d = d.id
      UNION ALL SELECT d.c, -1, -t.v FROM old_rows AS d JOIN t ON t.d = d.id) AS changed
    GROUP BY c HAVING sum(n) <> 0 OR sum(v) <> 0 ORDER BY c
    ON CONFLICT (c) DO UPDATE SET n = k.n + excluded.n, s = k.s + excluded.s
    RETURNING k.c, k.n)
  SELECT array_agg(c) INTO emptied FROM applied WHERE n = 0;
  IF emptied IS NOT NULL THEN DELETE FROM kept WHERE c = ANY (emptied) AND n = 0; END IF;
  RETURN NULL;
END
$$;

CREATE FUNCTION kept_delete_d() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  emptied int[];
BEGIN
  LOCK TABLE t IN SHARE ROW EXCLUSIVE MODE;
  WITH applied AS (
    INSERT INTO kept AS k
    SELECT d.c, -count(*), -sum(t.v) FROM old_rows AS d JOIN t ON t.d = d.id GROUP BY d.c ORDER BY d.c
    ON CONFLICT (c) DO UPDATE SET n = k.n + excluded.n, s = k.s + excluded.s
    RETURNING k.c, k.n)
  SELECT array_agg(c) INTO emptied FROM applied WHERE n = 0;
  IF emptied IS NOT NULL THEN DELETE FROM kept WHERE c = ANY (emptied) AND n = 0; END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER kept_insert AFTER INSERT ON d REFERENCING NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION kept_insert_d();
CREATE TRIGGER kept_update AFTER UPDATE ON d
REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION kept_update_d();
CREATE TRIGGER kept_delete AFTER DELETE ON d REFERENCING OLD TABLE AS old_rows
FOR EACH STATEMENT EXECUTE FUNCTION kept_delete_d();
