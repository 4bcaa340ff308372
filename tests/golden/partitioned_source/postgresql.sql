-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "golden", "storage": "store", "strategy": {"golden.orders": "linear"}}
CREATE VIEW "golden"."v_definition" ("region", "amount") AS
SELECT region, sum(amount) AS amount FROM orders GROUP BY region;
ALTER VIEW "golden"."v_definition" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v_state" AS
SELECT "k1" AS "region", pg_catalog.count(*) AS "rows", pg_catalog.count("a1") AS "count_1", COALESCE(pg_catalog.sum("a1"), 0) AS "integers_1"
FROM (SELECT "t1"."region" AS "k1", "t1"."amount" AS "a1" FROM "golden"."orders" AS "t1") AS i
GROUP BY "k1";
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
CREATE TRIGGER "v_store_insert"
  AFTER insert ON "golden"."orders_north"
  REFERENCING NEW TABLE AS "vieworm_new"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_update"
  AFTER update ON "golden"."orders_north"
  REFERENCING NEW TABLE AS "vieworm_new" OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_delete"
  AFTER delete ON "golden"."orders_north"
  REFERENCING OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_truncate"
  AFTER truncate ON "golden"."orders_north"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_insert"
  AFTER insert ON "golden"."orders_rest"
  REFERENCING NEW TABLE AS "vieworm_new"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_update"
  AFTER update ON "golden"."orders_rest"
  REFERENCING NEW TABLE AS "vieworm_new" OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_delete"
  AFTER delete ON "golden"."orders_rest"
  REFERENCING OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_truncate"
  AFTER truncate ON "golden"."orders_rest"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TABLE "golden"."v_store" AS
SELECT * FROM "vieworm"."v_state";
CREATE UNIQUE INDEX "v_store_region_idx" ON "golden"."v_store" ("region") NULLS NOT DISTINCT;
CREATE TRIGGER "vieworm_guard" BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "golden"."v_store" FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."guard_store"();
ALTER TABLE "golden"."v_store" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v" ("region", "amount") AS
SELECT "t2"."k1" AS "region", "t2"."r1" AS "amount" FROM (SELECT "region" AS "k1", CASE WHEN "count_1" OPERATOR(pg_catalog.>) 0 THEN "integers_1" END AS "r1" FROM "vieworm"."v_store" WHERE "rows" OPERATOR(pg_catalog.>) 0) AS "t2";

-- delete on orders
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("region", "rows", "count_1", "integers_1")
        SELECT "k1", (OPERATOR(pg_catalog.-) pg_catalog.count(*)), (OPERATOR(pg_catalog.-) pg_catalog.count("a1")), (OPERATOR(pg_catalog.-) COALESCE(pg_catalog.sum("a1"), 0))
        FROM (SELECT "t1"."region" AS "k1", "t1"."amount" AS "a1", false AS "added", -1 AS "weight" FROM vieworm_old AS "t1") AS i
        GROUP BY "k1"
        ORDER BY "k1"
        ON CONFLICT ("region") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "integers_1" = s."integers_1" OPERATOR(pg_catalog.+) excluded."integers_1"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."integers_1" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: none
family: 3
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."integers_1" OPERATOR(pg_catalog.=) 0)
number: 1
one_row:
  apply:
    -
        INSERT INTO "vieworm"."v_store" AS s ("region", "rows", "count_1", "integers_1")
          SELECT "k1", -1, (OPERATOR(pg_catalog.-) CASE WHEN "a1" IS NOT NULL THEN 1 ELSE 0 END), (OPERATOR(pg_catalog.-) COALESCE(("a1"), 0)::pg_catalog.numeric)
          FROM (SELECT $2 AS "k1", $1 AS "a1") AS i
          ON CONFLICT ("region") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "integers_1" = s."integers_1" OPERATOR(pg_catalog.+) excluded."integers_1"
          RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."integers_1" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
  columns:
    - amount
    - region

-- insert on orders
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("region", "rows", "count_1", "integers_1")
        SELECT "k1", pg_catalog.count(*), pg_catalog.count("a1"), COALESCE(pg_catalog.sum("a1"), 0)
        FROM (SELECT "t1"."region" AS "k1", "t1"."amount" AS "a1", true AS "added", 1 AS "weight" FROM vieworm_new AS "t1") AS i
        GROUP BY "k1"
        ORDER BY "k1"
        ON CONFLICT ("region") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "integers_1" = s."integers_1" OPERATOR(pg_catalog.+) excluded."integers_1"
locks: none
family: 3
number: 1
one_row:
  apply:
    -
        INSERT INTO "vieworm"."v_store" AS s ("region", "rows", "count_1", "integers_1")
          SELECT "k1", 1, CASE WHEN "a1" IS NOT NULL THEN 1 ELSE 0 END, COALESCE(("a1"), 0)::pg_catalog.numeric
          FROM (SELECT $2 AS "k1", $1 AS "a1") AS i
          ON CONFLICT ("region") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "integers_1" = s."integers_1" OPERATOR(pg_catalog.+) excluded."integers_1"
  columns:
    - amount
    - region

-- update on orders
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("region", "rows", "count_1", "integers_1")
        SELECT "k1", COALESCE(pg_catalog.sum("weight"), 0), COALESCE(pg_catalog.sum("weight") FILTER (WHERE "a1" IS NOT NULL), 0), (COALESCE(pg_catalog.sum("a1") FILTER (WHERE "added"), 0) OPERATOR(pg_catalog.-) COALESCE(pg_catalog.sum("a1") FILTER (WHERE NOT "added"), 0))
        FROM (SELECT "t1"."region" AS "k1", "t1"."amount" AS "a1", true AS "added", 1 AS "weight" FROM vieworm_new AS "t1"
          UNION ALL SELECT "t1"."region" AS "k1", "t1"."amount" AS "a1", false AS "added", -1 AS "weight" FROM vieworm_old AS "t1") AS i
        GROUP BY "k1"
        HAVING COALESCE(pg_catalog.sum("weight"), 0) OPERATOR(pg_catalog.<>) 0 OR COALESCE(pg_catalog.sum("weight") FILTER (WHERE "a1" IS NOT NULL), 0) OPERATOR(pg_catalog.<>) 0 OR (COALESCE(pg_catalog.sum("a1") FILTER (WHERE "added"), 0) OPERATOR(pg_catalog.-) COALESCE(pg_catalog.sum("a1") FILTER (WHERE NOT "added"), 0)) OPERATOR(pg_catalog.<>) 0
        ORDER BY "k1"
        ON CONFLICT ("region") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "integers_1" = s."integers_1" OPERATOR(pg_catalog.+) excluded."integers_1"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."integers_1" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: none
family: 3
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."integers_1" OPERATOR(pg_catalog.=) 0)
number: 1
columns:
  - amount
  - region
one_row:
  same:
    - region
  apply:
    -
        INSERT INTO "vieworm"."v_store" AS s ("region", "rows", "count_1", "integers_1")
          SELECT "k1", 0, (CASE WHEN "a1" IS NOT NULL THEN 1 ELSE 0 END OPERATOR(pg_catalog.-) CASE WHEN "a1_before" IS NOT NULL THEN 1 ELSE 0 END), (COALESCE(("a1"), 0)::pg_catalog.numeric OPERATOR(pg_catalog.-) COALESCE(("a1_before"), 0)::pg_catalog.numeric)
          FROM (SELECT $2 AS "k1", $1 AS "a1", $3 AS "a1_before") AS i
          WHERE (CASE WHEN "a1" IS NOT NULL THEN 1 ELSE 0 END OPERATOR(pg_catalog.-) CASE WHEN "a1_before" IS NOT NULL THEN 1 ELSE 0 END) OPERATOR(pg_catalog.<>) 0 OR (COALESCE(("a1"), 0)::pg_catalog.numeric OPERATOR(pg_catalog.-) COALESCE(("a1_before"), 0)::pg_catalog.numeric) OPERATOR(pg_catalog.<>) 0
          ON CONFLICT ("region") DO UPDATE SET "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "integers_1" = s."integers_1" OPERATOR(pg_catalog.+) excluded."integers_1"
          RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."integers_1" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
  moves:
    -
        INSERT INTO "vieworm"."v_store" AS s ("region", "rows", "count_1", "integers_1")
          SELECT "k1", -1, (OPERATOR(pg_catalog.-) CASE WHEN "a1" IS NOT NULL THEN 1 ELSE 0 END), (OPERATOR(pg_catalog.-) COALESCE(("a1"), 0)::pg_catalog.numeric)
          FROM (SELECT $4 AS "k1", $3 AS "a1") AS i
          ON CONFLICT ("region") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "integers_1" = s."integers_1" OPERATOR(pg_catalog.+) excluded."integers_1"
          RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."integers_1" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
    -
        INSERT INTO "vieworm"."v_store" AS s ("region", "rows", "count_1", "integers_1")
          SELECT "k1", 1, CASE WHEN "a1" IS NOT NULL THEN 1 ELSE 0 END, COALESCE(("a1"), 0)::pg_catalog.numeric
          FROM (SELECT $2 AS "k1", $1 AS "a1") AS i
          ON CONFLICT ("region") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "integers_1" = s."integers_1" OPERATOR(pg_catalog.+) excluded."integers_1"
  order:
    - region
  columns:
    - amount
    - region
