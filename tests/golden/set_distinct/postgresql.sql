-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "golden", "storage": "store", "strategy": {"golden.orders": "linear"}}
CREATE VIEW "golden"."v_definition" ("region", "paid") AS
SELECT DISTINCT region, paid FROM orders;
ALTER VIEW "golden"."v_definition" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v_state" AS
SELECT "region" AS "region", "paid" AS "paid", pg_catalog.count(*) AS "rows"
FROM (SELECT "t1"."region" AS "region", "t1"."paid" AS "paid" FROM "golden"."orders" AS "t1") AS i
GROUP BY "region", "paid";
ALTER VIEW "golden"."v_state" SET SCHEMA "vieworm";
CREATE TRIGGER "v_store_insert"
  AFTER insert ON "golden"."orders"
  REFERENCING NEW TABLE AS "vieworm_new"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_update"
  AFTER update ON "golden"."orders"
  REFERENCING NEW TABLE AS "vieworm_new" OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_delete"
  AFTER delete ON "golden"."orders"
  REFERENCING OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_truncate"
  AFTER truncate ON "golden"."orders"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TABLE "golden"."v_store" AS
SELECT * FROM "vieworm"."v_state";
CREATE UNIQUE INDEX "v_store_region_paid_idx" ON "golden"."v_store" ("region", "paid") NULLS NOT DISTINCT;
CREATE TRIGGER "vieworm_guard" BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "golden"."v_store" FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."guard_store"();
ALTER TABLE "golden"."v_store" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v" ("region", "paid") AS
SELECT "region" AS "region", "paid" AS "paid" FROM "vieworm"."v_store" WHERE "rows" OPERATOR(pg_catalog.>) 0;

-- delete on orders
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("region", "paid", "rows")
        SELECT "region", "paid", (OPERATOR(pg_catalog.-) pg_catalog.count(*))
        FROM (SELECT "t1"."region" AS "region", "t1"."paid" AS "paid", false AS "added", -1 AS "weight" FROM vieworm_old AS "t1") AS i
        GROUP BY "region", "paid"
        ORDER BY "region", "paid"
        ON CONFLICT ("region", "paid") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: none
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0)
number: 1
one_row:
  apply:
    -
        INSERT INTO "vieworm"."v_store" AS s ("region", "paid", "rows")
          SELECT "region", "paid", -1
          FROM (SELECT $2 AS "region", $1 AS "paid") AS i
          ON CONFLICT ("region", "paid") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
          RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
  columns:
    - paid
    - region

-- insert on orders
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("region", "paid", "rows")
        SELECT "region", "paid", pg_catalog.count(*)
        FROM (SELECT "t1"."region" AS "region", "t1"."paid" AS "paid", true AS "added", 1 AS "weight" FROM vieworm_new AS "t1") AS i
        GROUP BY "region", "paid"
        ORDER BY "region", "paid"
        ON CONFLICT ("region", "paid") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
locks: none
family: 1
number: 1
one_row:
  apply:
    -
        INSERT INTO "vieworm"."v_store" AS s ("region", "paid", "rows")
          SELECT "region", "paid", 1
          FROM (SELECT $2 AS "region", $1 AS "paid") AS i
          ON CONFLICT ("region", "paid") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
  columns:
    - paid
    - region

-- update on orders
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("region", "paid", "rows")
        SELECT "region", "paid", COALESCE(pg_catalog.sum("weight"), 0)
        FROM (SELECT "t1"."region" AS "region", "t1"."paid" AS "paid", true AS "added", 1 AS "weight" FROM vieworm_new AS "t1"
          UNION ALL SELECT "t1"."region" AS "region", "t1"."paid" AS "paid", false AS "added", -1 AS "weight" FROM vieworm_old AS "t1") AS i
        GROUP BY "region", "paid"
        HAVING COALESCE(pg_catalog.sum("weight"), 0) OPERATOR(pg_catalog.<>) 0
        ORDER BY "region", "paid"
        ON CONFLICT ("region", "paid") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: none
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0)
number: 1
columns:
  - paid
  - region
one_row:
  same:
    - paid
    - region
  moves:
    -
        INSERT INTO "vieworm"."v_store" AS s ("region", "paid", "rows")
          SELECT "region", "paid", -1
          FROM (SELECT $4 AS "region", $3 AS "paid") AS i
          ON CONFLICT ("region", "paid") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
          RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
    -
        INSERT INTO "vieworm"."v_store" AS s ("region", "paid", "rows")
          SELECT "region", "paid", 1
          FROM (SELECT $2 AS "region", $1 AS "paid") AS i
          ON CONFLICT ("region", "paid") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
  order:
    - region
    - paid
  columns:
    - paid
    - region
