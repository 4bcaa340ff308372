-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "golden", "storage": "store", "strategy": {"golden.orders": "linear"}}
CREATE VIEW "golden"."v_definition" ("region", "amounts", "ids") AS
SELECT region, string_agg(amount::text, '-' ORDER BY id) AS amounts, array_agg(id ORDER BY id) AS ids FROM orders GROUP BY region;
ALTER VIEW "golden"."v_definition" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v_state" AS
SELECT "k1" AS "region", pg_catalog.count(*) AS "rows", string_agg("a1", '-'::text ORDER BY "a2") AS "value_1", array_agg("a2" ORDER BY "a2") AS "value_2", false AS "dirty"
FROM (SELECT "t1"."region" AS "k1", ("t1"."amount")::text AS "a1", "t1"."id" AS "a2" FROM "golden"."orders" AS "t1") AS i
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
CREATE TABLE "golden"."v_store" AS
SELECT * FROM "vieworm"."v_state";
CREATE UNIQUE INDEX "v_store_region_idx" ON "golden"."v_store" ("region") NULLS NOT DISTINCT;
CREATE TRIGGER "vieworm_guard" BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "golden"."v_store" FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."guard_store"();
ALTER TABLE "golden"."v_store" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v" ("region", "amounts", "ids") AS
SELECT "t2"."k1" AS "region", "t2"."r1" AS "amounts", "t2"."r2" AS "ids" FROM (SELECT "region" AS "k1", "value_1" AS "r1", "value_2" AS "r2" FROM "vieworm"."v_store" WHERE "rows" OPERATOR(pg_catalog.>) 0) AS "t2";

-- delete on orders
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("region", "rows", "value_1", "value_2", "dirty")
        SELECT "k1", (OPERATOR(pg_catalog.-) pg_catalog.count(*)), NULL, NULL, true
        FROM (SELECT "t1"."region" AS "k1", ("t1"."amount")::text AS "a1", "t1"."id" AS "a2", false AS "added", -1 AS "weight" FROM vieworm_old AS "t1") AS i
        GROUP BY "k1"
        ORDER BY "k1"
        ON CONFLICT ("region") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "dirty" = true
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) OR s."dirty" THEN s.ctid END
locks: none
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0)
  -
      UPDATE "vieworm"."v_store" AS s SET ("value_1", "value_2", "dirty") = (
        SELECT string_agg("a1", '-'::text ORDER BY "a2"), array_agg("a2" ORDER BY "a2"), false FROM (SELECT "t1"."region" AS "k1", ("t1"."amount")::text AS "a1", "t1"."id" AS "a2" FROM "golden"."orders" AS "t1" WHERE ("t1"."region") OPERATOR(pg_catalog.=) s."region") AS i)
      WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND s."dirty"
number: 1

-- insert on orders
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("region", "rows", "value_1", "value_2", "dirty")
        SELECT "k1", pg_catalog.count(*), NULL, NULL, true
        FROM (SELECT "t1"."region" AS "k1", ("t1"."amount")::text AS "a1", "t1"."id" AS "a2", true AS "added", 1 AS "weight" FROM vieworm_new AS "t1") AS i
        GROUP BY "k1"
        ORDER BY "k1"
        ON CONFLICT ("region") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "dirty" = true
        RETURNING CASE WHEN s."dirty" THEN s.ctid END
locks: none
family: 1
finish:
  -
      UPDATE "vieworm"."v_store" AS s SET ("value_1", "value_2", "dirty") = (
        SELECT string_agg("a1", '-'::text ORDER BY "a2"), array_agg("a2" ORDER BY "a2"), false FROM (SELECT "t1"."region" AS "k1", ("t1"."amount")::text AS "a1", "t1"."id" AS "a2" FROM "golden"."orders" AS "t1" WHERE ("t1"."region") OPERATOR(pg_catalog.=) s."region") AS i)
      WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND s."dirty"
number: 1

-- update on orders
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("region", "rows", "value_1", "value_2", "dirty")
        SELECT "k1", COALESCE(pg_catalog.sum("weight"), 0), NULL, NULL, true
        FROM (SELECT "t1"."region" AS "k1", ("t1"."amount")::text AS "a1", "t1"."id" AS "a2", true AS "added", 1 AS "weight" FROM vieworm_new AS "t1"
          UNION ALL SELECT "t1"."region" AS "k1", ("t1"."amount")::text AS "a1", "t1"."id" AS "a2", false AS "added", -1 AS "weight" FROM vieworm_old AS "t1") AS i
        GROUP BY "k1"
        ORDER BY "k1"
        ON CONFLICT ("region") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "dirty" = true
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) OR s."dirty" THEN s.ctid END
locks: none
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0)
  -
      UPDATE "vieworm"."v_store" AS s SET ("value_1", "value_2", "dirty") = (
        SELECT string_agg("a1", '-'::text ORDER BY "a2"), array_agg("a2" ORDER BY "a2"), false FROM (SELECT "t1"."region" AS "k1", ("t1"."amount")::text AS "a1", "t1"."id" AS "a2" FROM "golden"."orders" AS "t1" WHERE ("t1"."region") OPERATOR(pg_catalog.=) s."region") AS i)
      WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND s."dirty"
number: 1
columns:
  - amount
  - id
  - region
