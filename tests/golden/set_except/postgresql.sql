-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "golden", "storage": "store", "strategy": {"golden.customers": "linear", "golden.items": "linear"}}
CREATE VIEW "golden"."v_definition" ("name") AS
SELECT name FROM customers EXCEPT SELECT product FROM items;
ALTER VIEW "golden"."v_definition" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v_state" AS
SELECT "name" AS "name", pg_catalog.count(*) AS "rows", pg_catalog.count(*) FILTER (WHERE "side_of" OPERATOR(pg_catalog.=) 'side_1') AS "side_1", pg_catalog.count(*) FILTER (WHERE "side_of" OPERATOR(pg_catalog.=) 'side_2') AS "side_2"
FROM (SELECT "t1"."name" AS "name", 'side_1'::pg_catalog.text AS "side_of" FROM "golden"."customers" AS "t1" UNION ALL SELECT "t2"."product" AS "name", 'side_2'::pg_catalog.text AS "side_of" FROM "golden"."items" AS "t2") AS i
GROUP BY "name";
ALTER VIEW "golden"."v_state" SET SCHEMA "vieworm";
CREATE TRIGGER "v_store_insert"
  AFTER insert ON "golden"."customers"
  REFERENCING NEW TABLE AS "vieworm_new"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_begin_insert"
  BEFORE insert ON "golden"."customers"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_update"
  AFTER update ON "golden"."customers"
  REFERENCING NEW TABLE AS "vieworm_new" OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_begin_update"
  BEFORE update ON "golden"."customers"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_delete"
  AFTER delete ON "golden"."customers"
  REFERENCING OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_begin_delete"
  BEFORE delete ON "golden"."customers"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_truncate"
  AFTER truncate ON "golden"."customers"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_insert"
  AFTER insert ON "golden"."items"
  REFERENCING NEW TABLE AS "vieworm_new"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_begin_insert"
  BEFORE insert ON "golden"."items"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_update"
  AFTER update ON "golden"."items"
  REFERENCING NEW TABLE AS "vieworm_new" OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_begin_update"
  BEFORE update ON "golden"."items"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_delete"
  AFTER delete ON "golden"."items"
  REFERENCING OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_begin_delete"
  BEFORE delete ON "golden"."items"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_truncate"
  AFTER truncate ON "golden"."items"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TABLE "golden"."v_store" AS
SELECT * FROM "vieworm"."v_state";
CREATE UNIQUE INDEX "v_store_name_idx" ON "golden"."v_store" ("name") NULLS NOT DISTINCT;
CREATE TRIGGER "vieworm_guard" BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "golden"."v_store" FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."guard_store"();
ALTER TABLE "golden"."v_store" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v" ("name") AS
SELECT "name" AS "name" FROM "vieworm"."v_store" WHERE ("side_1" OPERATOR(pg_catalog.>) 0 AND NOT "side_2" OPERATOR(pg_catalog.>) 0);

-- delete on customers
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("name", "rows", "side_1", "side_2")
        SELECT "name", (OPERATOR(pg_catalog.-) pg_catalog.count(*)), (OPERATOR(pg_catalog.-) pg_catalog.count(*) FILTER (WHERE "side_of" OPERATOR(pg_catalog.=) 'side_1')), (OPERATOR(pg_catalog.-) pg_catalog.count(*) FILTER (WHERE "side_of" OPERATOR(pg_catalog.=) 'side_2'))
        FROM (SELECT "t1"."name" AS "name", 'side_1'::pg_catalog.text AS "side_of", false AS "added", -1 AS "weight" FROM vieworm_old AS "t1") AS i
        GROUP BY "name"
        ORDER BY "name"
        ON CONFLICT ("name") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "side_1" = s."side_1" OPERATOR(pg_catalog.+) excluded."side_1", "side_2" = s."side_2" OPERATOR(pg_catalog.+) excluded."side_2"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0 AND s."side_1" OPERATOR(pg_catalog.=) 0 AND s."side_2" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: none
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0 AND s."side_1" OPERATOR(pg_catalog.=) 0 AND s."side_2" OPERATOR(pg_catalog.=) 0)
number: 1
one_row:
  apply:
    -
        INSERT INTO "vieworm"."v_store" AS s ("name", "rows", "side_1", "side_2")
          SELECT "name", -1, (OPERATOR(pg_catalog.-) CASE WHEN "side_of" OPERATOR(pg_catalog.=) 'side_1' THEN 1 ELSE 0 END), (OPERATOR(pg_catalog.-) CASE WHEN "side_of" OPERATOR(pg_catalog.=) 'side_2' THEN 1 ELSE 0 END)
          FROM (SELECT $1 AS "name", 'side_1'::pg_catalog.text AS "side_of") AS i
          ON CONFLICT ("name") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "side_1" = s."side_1" OPERATOR(pg_catalog.+) excluded."side_1", "side_2" = s."side_2" OPERATOR(pg_catalog.+) excluded."side_2"
          RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0 AND s."side_1" OPERATOR(pg_catalog.=) 0 AND s."side_2" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
  columns:
    - name
overlaps: True

-- insert on customers
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("name", "rows", "side_1", "side_2")
        SELECT "name", pg_catalog.count(*), pg_catalog.count(*) FILTER (WHERE "side_of" OPERATOR(pg_catalog.=) 'side_1'), pg_catalog.count(*) FILTER (WHERE "side_of" OPERATOR(pg_catalog.=) 'side_2')
        FROM (SELECT "t1"."name" AS "name", 'side_1'::pg_catalog.text AS "side_of", true AS "added", 1 AS "weight" FROM vieworm_new AS "t1") AS i
        GROUP BY "name"
        ORDER BY "name"
        ON CONFLICT ("name") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "side_1" = s."side_1" OPERATOR(pg_catalog.+) excluded."side_1", "side_2" = s."side_2" OPERATOR(pg_catalog.+) excluded."side_2"
locks: none
family: 1
number: 1
one_row:
  apply:
    -
        INSERT INTO "vieworm"."v_store" AS s ("name", "rows", "side_1", "side_2")
          SELECT "name", 1, CASE WHEN "side_of" OPERATOR(pg_catalog.=) 'side_1' THEN 1 ELSE 0 END, CASE WHEN "side_of" OPERATOR(pg_catalog.=) 'side_2' THEN 1 ELSE 0 END
          FROM (SELECT $1 AS "name", 'side_1'::pg_catalog.text AS "side_of") AS i
          ON CONFLICT ("name") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "side_1" = s."side_1" OPERATOR(pg_catalog.+) excluded."side_1", "side_2" = s."side_2" OPERATOR(pg_catalog.+) excluded."side_2"
  columns:
    - name
overlaps: True

-- update on customers
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("name", "rows", "side_1", "side_2")
        SELECT "name", COALESCE(pg_catalog.sum("weight"), 0), COALESCE(pg_catalog.sum("weight") FILTER (WHERE "side_of" OPERATOR(pg_catalog.=) 'side_1'), 0), COALESCE(pg_catalog.sum("weight") FILTER (WHERE "side_of" OPERATOR(pg_catalog.=) 'side_2'), 0)
        FROM (SELECT "t1"."name" AS "name", 'side_1'::pg_catalog.text AS "side_of", true AS "added", 1 AS "weight" FROM vieworm_new AS "t1"
          UNION ALL SELECT "t1"."name" AS "name", 'side_1'::pg_catalog.text AS "side_of", false AS "added", -1 AS "weight" FROM vieworm_old AS "t1") AS i
        GROUP BY "name"
        HAVING COALESCE(pg_catalog.sum("weight"), 0) OPERATOR(pg_catalog.<>) 0 OR COALESCE(pg_catalog.sum("weight") FILTER (WHERE "side_of" OPERATOR(pg_catalog.=) 'side_1'), 0) OPERATOR(pg_catalog.<>) 0 OR COALESCE(pg_catalog.sum("weight") FILTER (WHERE "side_of" OPERATOR(pg_catalog.=) 'side_2'), 0) OPERATOR(pg_catalog.<>) 0
        ORDER BY "name"
        ON CONFLICT ("name") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "side_1" = s."side_1" OPERATOR(pg_catalog.+) excluded."side_1", "side_2" = s."side_2" OPERATOR(pg_catalog.+) excluded."side_2"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0 AND s."side_1" OPERATOR(pg_catalog.=) 0 AND s."side_2" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: none
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0 AND s."side_1" OPERATOR(pg_catalog.=) 0 AND s."side_2" OPERATOR(pg_catalog.=) 0)
number: 1
columns:
  - name
one_row:
  same:
    - name
  moves:
    -
        INSERT INTO "vieworm"."v_store" AS s ("name", "rows", "side_1", "side_2")
          SELECT "name", -1, (OPERATOR(pg_catalog.-) CASE WHEN "side_of" OPERATOR(pg_catalog.=) 'side_1' THEN 1 ELSE 0 END), (OPERATOR(pg_catalog.-) CASE WHEN "side_of" OPERATOR(pg_catalog.=) 'side_2' THEN 1 ELSE 0 END)
          FROM (SELECT $2 AS "name", 'side_1'::pg_catalog.text AS "side_of") AS i
          ON CONFLICT ("name") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "side_1" = s."side_1" OPERATOR(pg_catalog.+) excluded."side_1", "side_2" = s."side_2" OPERATOR(pg_catalog.+) excluded."side_2"
          RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0 AND s."side_1" OPERATOR(pg_catalog.=) 0 AND s."side_2" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
    -
        INSERT INTO "vieworm"."v_store" AS s ("name", "rows", "side_1", "side_2")
          SELECT "name", 1, CASE WHEN "side_of" OPERATOR(pg_catalog.=) 'side_1' THEN 1 ELSE 0 END, CASE WHEN "side_of" OPERATOR(pg_catalog.=) 'side_2' THEN 1 ELSE 0 END
          FROM (SELECT $1 AS "name", 'side_1'::pg_catalog.text AS "side_of") AS i
          ON CONFLICT ("name") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "side_1" = s."side_1" OPERATOR(pg_catalog.+) excluded."side_1", "side_2" = s."side_2" OPERATOR(pg_catalog.+) excluded."side_2"
  order:
    - name
  columns:
    - name
overlaps: True

-- delete on items
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("name", "rows", "side_1", "side_2")
        SELECT "name", (OPERATOR(pg_catalog.-) pg_catalog.count(*)), (OPERATOR(pg_catalog.-) pg_catalog.count(*) FILTER (WHERE "side_of" OPERATOR(pg_catalog.=) 'side_1')), (OPERATOR(pg_catalog.-) pg_catalog.count(*) FILTER (WHERE "side_of" OPERATOR(pg_catalog.=) 'side_2'))
        FROM (SELECT "t2"."product" AS "name", 'side_2'::pg_catalog.text AS "side_of", false AS "added", -1 AS "weight" FROM vieworm_old AS "t2") AS i
        GROUP BY "name"
        ORDER BY "name"
        ON CONFLICT ("name") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "side_1" = s."side_1" OPERATOR(pg_catalog.+) excluded."side_1", "side_2" = s."side_2" OPERATOR(pg_catalog.+) excluded."side_2"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0 AND s."side_1" OPERATOR(pg_catalog.=) 0 AND s."side_2" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: none
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0 AND s."side_1" OPERATOR(pg_catalog.=) 0 AND s."side_2" OPERATOR(pg_catalog.=) 0)
number: 2
one_row:
  apply:
    -
        INSERT INTO "vieworm"."v_store" AS s ("name", "rows", "side_1", "side_2")
          SELECT "name", -1, (OPERATOR(pg_catalog.-) CASE WHEN "side_of" OPERATOR(pg_catalog.=) 'side_1' THEN 1 ELSE 0 END), (OPERATOR(pg_catalog.-) CASE WHEN "side_of" OPERATOR(pg_catalog.=) 'side_2' THEN 1 ELSE 0 END)
          FROM (SELECT $1 AS "name", 'side_2'::pg_catalog.text AS "side_of") AS i
          ON CONFLICT ("name") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "side_1" = s."side_1" OPERATOR(pg_catalog.+) excluded."side_1", "side_2" = s."side_2" OPERATOR(pg_catalog.+) excluded."side_2"
          RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0 AND s."side_1" OPERATOR(pg_catalog.=) 0 AND s."side_2" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
  columns:
    - product
overlaps: True

-- insert on items
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("name", "rows", "side_1", "side_2")
        SELECT "name", pg_catalog.count(*), pg_catalog.count(*) FILTER (WHERE "side_of" OPERATOR(pg_catalog.=) 'side_1'), pg_catalog.count(*) FILTER (WHERE "side_of" OPERATOR(pg_catalog.=) 'side_2')
        FROM (SELECT "t2"."product" AS "name", 'side_2'::pg_catalog.text AS "side_of", true AS "added", 1 AS "weight" FROM vieworm_new AS "t2") AS i
        GROUP BY "name"
        ORDER BY "name"
        ON CONFLICT ("name") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "side_1" = s."side_1" OPERATOR(pg_catalog.+) excluded."side_1", "side_2" = s."side_2" OPERATOR(pg_catalog.+) excluded."side_2"
locks: none
family: 1
number: 2
one_row:
  apply:
    -
        INSERT INTO "vieworm"."v_store" AS s ("name", "rows", "side_1", "side_2")
          SELECT "name", 1, CASE WHEN "side_of" OPERATOR(pg_catalog.=) 'side_1' THEN 1 ELSE 0 END, CASE WHEN "side_of" OPERATOR(pg_catalog.=) 'side_2' THEN 1 ELSE 0 END
          FROM (SELECT $1 AS "name", 'side_2'::pg_catalog.text AS "side_of") AS i
          ON CONFLICT ("name") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "side_1" = s."side_1" OPERATOR(pg_catalog.+) excluded."side_1", "side_2" = s."side_2" OPERATOR(pg_catalog.+) excluded."side_2"
  columns:
    - product
overlaps: True

-- update on items
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("name", "rows", "side_1", "side_2")
        SELECT "name", COALESCE(pg_catalog.sum("weight"), 0), COALESCE(pg_catalog.sum("weight") FILTER (WHERE "side_of" OPERATOR(pg_catalog.=) 'side_1'), 0), COALESCE(pg_catalog.sum("weight") FILTER (WHERE "side_of" OPERATOR(pg_catalog.=) 'side_2'), 0)
        FROM (SELECT "t2"."product" AS "name", 'side_2'::pg_catalog.text AS "side_of", true AS "added", 1 AS "weight" FROM vieworm_new AS "t2"
          UNION ALL SELECT "t2"."product" AS "name", 'side_2'::pg_catalog.text AS "side_of", false AS "added", -1 AS "weight" FROM vieworm_old AS "t2") AS i
        GROUP BY "name"
        HAVING COALESCE(pg_catalog.sum("weight"), 0) OPERATOR(pg_catalog.<>) 0 OR COALESCE(pg_catalog.sum("weight") FILTER (WHERE "side_of" OPERATOR(pg_catalog.=) 'side_1'), 0) OPERATOR(pg_catalog.<>) 0 OR COALESCE(pg_catalog.sum("weight") FILTER (WHERE "side_of" OPERATOR(pg_catalog.=) 'side_2'), 0) OPERATOR(pg_catalog.<>) 0
        ORDER BY "name"
        ON CONFLICT ("name") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "side_1" = s."side_1" OPERATOR(pg_catalog.+) excluded."side_1", "side_2" = s."side_2" OPERATOR(pg_catalog.+) excluded."side_2"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0 AND s."side_1" OPERATOR(pg_catalog.=) 0 AND s."side_2" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: none
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0 AND s."side_1" OPERATOR(pg_catalog.=) 0 AND s."side_2" OPERATOR(pg_catalog.=) 0)
number: 2
columns:
  - product
one_row:
  same:
    - product
  moves:
    -
        INSERT INTO "vieworm"."v_store" AS s ("name", "rows", "side_1", "side_2")
          SELECT "name", -1, (OPERATOR(pg_catalog.-) CASE WHEN "side_of" OPERATOR(pg_catalog.=) 'side_1' THEN 1 ELSE 0 END), (OPERATOR(pg_catalog.-) CASE WHEN "side_of" OPERATOR(pg_catalog.=) 'side_2' THEN 1 ELSE 0 END)
          FROM (SELECT $2 AS "name", 'side_2'::pg_catalog.text AS "side_of") AS i
          ON CONFLICT ("name") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "side_1" = s."side_1" OPERATOR(pg_catalog.+) excluded."side_1", "side_2" = s."side_2" OPERATOR(pg_catalog.+) excluded."side_2"
          RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0 AND s."side_1" OPERATOR(pg_catalog.=) 0 AND s."side_2" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
    -
        INSERT INTO "vieworm"."v_store" AS s ("name", "rows", "side_1", "side_2")
          SELECT "name", 1, CASE WHEN "side_of" OPERATOR(pg_catalog.=) 'side_1' THEN 1 ELSE 0 END, CASE WHEN "side_of" OPERATOR(pg_catalog.=) 'side_2' THEN 1 ELSE 0 END
          FROM (SELECT $1 AS "name", 'side_2'::pg_catalog.text AS "side_of") AS i
          ON CONFLICT ("name") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "side_1" = s."side_1" OPERATOR(pg_catalog.+) excluded."side_1", "side_2" = s."side_2" OPERATOR(pg_catalog.+) excluded."side_2"
  order:
    - product
  columns:
    - product
overlaps: True
