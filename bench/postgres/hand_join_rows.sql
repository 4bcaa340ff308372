-- "join rows", maintained by triggers as an expert writes them; see hand_join_group.sql.
CREATE TABLE kept (id int PRIMARY KEY, v int NOT NULL, name text NOT NULL, d int NOT NULL);
INSERT INTO kept SELECT t.id, t.v, d.name, t.d FROM t JOIN d ON d.id = t.d;
CREATE INDEX ON kept (d);
CREATE VIEW v AS SELECT id, v, name FROM kept;

CREATE FUNCTION kept_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO kept SELECT t.id, t.v, d.name, t.d FROM new_rows AS t JOIN d ON d.id = t.d;
  RETURN NULL;
END
$$;

-- What still joins is overwritten, where it differs; the rest goes first. (It is looked for in t and
-- not in new_rows, which have no index: a plan made for one row is kept for a statement of many.)
CREATE FUNCTION kept_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM kept AS k USING old_rows AS o
  WHERE k.id = o.id
    AND NOT EXISTS (SELECT FROM t JOIN d ON d.id = t.d WHERE t.id = o.id);
  INSERT INTO kept AS k SELECT t.id, t.v, d.name, t.d FROM new_rows AS t JOIN d ON d.id = t.d
  ON CONFLICT (id) DO UPDATE SET v = excluded.v, name = excluded.name, d = excluded.d
  WHERE (k.v, k.d) <> (excluded.v, excluded.d);
  RETURN NULL;
END
$$;

CREATE FUNCTION kept_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM kept AS k USING old_rows AS o WHERE k.id = o.id;
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
  INSERT INTO kept SELECT t.id, t.v, d.name, t.d FROM new_rows AS d JOIN t ON t.d = d.id;
  RETURN NULL;
END
$$;

CREATE FUNCTION kept_update_d() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE t IN SHARE ROW EXCLUSIVE MODE;
  DELETE FROM kept AS k USING old_rows AS o
  WHERE k.d = o.id AND NOT EXISTS (SELECT FROM d WHERE d.id = o.id);
  INSERT INTO kept AS k SELECT t.id, t.v, d.name, t.d FROM new_rows AS d JOIN t ON t.d = d.id
  ON CONFLICT (id) DO UPDATE SET name = excluded.name WHERE k.name <> excluded.name;
  RETURN NULL;
END
$$;

CREATE FUNCTION kept_delete_d() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE t IN SHARE ROW EXCLUSIVE MODE;
  DELETE FROM kept AS k USING old_rows AS o WHERE k.d = o.id;
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
