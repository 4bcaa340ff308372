-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "golden", "storage": "store", "strategy": {"golden.orders": "linear"}}
CREATE VIEW "golden"."v_definition" ("orders", "amount", "most") AS
SELECT count(*) AS orders, sum(amount) AS amount, max(amount) AS most FROM orders;
ALTER VIEW "golden"."v_definition" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v_state" AS
SELECT 1 AS "one", pg_catalog.count(*) AS "rows", pg_catalog.count("a1") AS "count_1", COALESCE(pg_catalog.sum("a1"), 0) AS "integers_1", pg_catalog.max("a1") AS "extreme_1", pg_catalog.max("a1") FILTER (WHERE false) AS "extreme_1_gone", false AS "dirty"
FROM (SELECT "t1"."amount" AS "a1" FROM "golden"."orders" AS "t1") AS i;
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
CREATE UNIQUE INDEX "v_store_one_idx" ON "golden"."v_store" ("one") NULLS NOT DISTINCT;
CREATE TRIGGER "vieworm_guard" BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "golden"."v_store" FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."guard_store"();
ALTER TABLE "golden"."v_store" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v" ("orders", "amount", "most") AS
SELECT "t2"."r1" AS "orders", "t2"."r2" AS "amount", "t2"."r3" AS "most" FROM (SELECT "rows" AS "r1", CASE WHEN "count_1" OPERATOR(pg_catalog.>) 0 THEN "integers_1" END AS "r2", "extreme_1" AS "r3" FROM "vieworm"."v_store") AS "t2";

-- delete on orders
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("one", "rows", "count_1", "integers_1", "extreme_1", "extreme_1_gone", "dirty")
        SELECT 1, (OPERATOR(pg_catalog.-) pg_catalog.count(*)), (OPERATOR(pg_catalog.-) pg_catalog.count("a1")), (OPERATOR(pg_catalog.-) COALESCE(pg_catalog.sum("a1"), 0)), pg_catalog.max("a1") FILTER (WHERE false), pg_catalog.max("a1"), false
        FROM (SELECT "t1"."amount" AS "a1", false AS "added", -1 AS "weight", true AS "current" FROM vieworm_old AS "t1") AS i
        ON CONFLICT ("one") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "integers_1" = s."integers_1" OPERATOR(pg_catalog.+) excluded."integers_1", "extreme_1_gone" = NULL, "dirty" = excluded."dirty" OR COALESCE(excluded."extreme_1_gone" OPERATOR(pg_catalog.>=) s."extreme_1", false)
        RETURNING CASE WHEN s."dirty" THEN s.ctid END
locks: none
family: 1
finish:
  -
      UPDATE "vieworm"."v_store" AS s SET ("extreme_1", "dirty") = (
        SELECT pg_catalog.max("a1"), false FROM (SELECT "t1"."amount" AS "a1" FROM "golden"."orders" AS "t1") AS i)
      WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND s."dirty"
number: 1

-- insert on orders
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("one", "rows", "count_1", "integers_1", "extreme_1", "extreme_1_gone", "dirty")
        SELECT 1, pg_catalog.count(*), pg_catalog.count("a1"), COALESCE(pg_catalog.sum("a1"), 0), pg_catalog.max("a1") FILTER (WHERE "current"), pg_catalog.max("a1") FILTER (WHERE false), COALESCE(NOT pg_catalog.bool_and("current"), false)
        FROM (SELECT "t1"."amount" AS "a1", true AS "added", 1 AS "weight", COALESCE((SELECT true FROM "golden"."orders" AS c WHERE c."id" OPERATOR(pg_catalog.=) "t1"."id" AND pg_catalog.record_image_eq(ROW(c."amount"), ROW("t1"."amount")) LIMIT 1), false) AS "current" FROM vieworm_new AS "t1") AS i
        ON CONFLICT ("one") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "integers_1" = s."integers_1" OPERATOR(pg_catalog.+) excluded."integers_1", "extreme_1" = GREATEST(s."extreme_1", excluded."extreme_1"), "dirty" = excluded."dirty"
        RETURNING CASE WHEN s."dirty" THEN s.ctid END
locks: none
family: 1
finish:
  -
      UPDATE "vieworm"."v_store" AS s SET ("extreme_1", "dirty") = (
        SELECT pg_catalog.max("a1"), false FROM (SELECT "t1"."amount" AS "a1" FROM "golden"."orders" AS "t1") AS i)
      WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND s."dirty"
number: 1

-- update on orders
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("one", "rows", "count_1", "integers_1", "extreme_1", "extreme_1_gone", "dirty")
        SELECT 1, COALESCE(pg_catalog.sum("weight"), 0), COALESCE(pg_catalog.sum("weight") FILTER (WHERE "a1" IS NOT NULL), 0), (COALESCE(pg_catalog.sum("a1") FILTER (WHERE "added"), 0) OPERATOR(pg_catalog.-) COALESCE(pg_catalog.sum("a1") FILTER (WHERE NOT "added"), 0)), pg_catalog.max("a1") FILTER (WHERE "added" AND "current"), pg_catalog.max("a1") FILTER (WHERE NOT "added"), COALESCE(NOT pg_catalog.bool_and("current"), false)
        FROM (SELECT "t1"."amount" AS "a1", true AS "added", 1 AS "weight", COALESCE((SELECT true FROM "golden"."orders" AS c WHERE c."id" OPERATOR(pg_catalog.=) "t1"."id" AND pg_catalog.record_image_eq(ROW(c."amount"), ROW("t1"."amount")) LIMIT 1), false) AS "current" FROM vieworm_new AS "t1"
          UNION ALL SELECT "t1"."amount" AS "a1", false AS "added", -1 AS "weight", true AS "current" FROM vieworm_old AS "t1") AS i
        ON CONFLICT ("one") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "integers_1" = s."integers_1" OPERATOR(pg_catalog.+) excluded."integers_1", "extreme_1" = GREATEST(s."extreme_1", excluded."extreme_1"), "extreme_1_gone" = NULL, "dirty" = excluded."dirty" OR COALESCE(excluded."extreme_1_gone" OPERATOR(pg_catalog.>=) s."extreme_1" AND NOT COALESCE(excluded."extreme_1" OPERATOR(pg_catalog.>=) excluded."extreme_1_gone", false), false)
        RETURNING CASE WHEN s."dirty" THEN s.ctid END
locks: none
family: 1
finish:
  -
      UPDATE "vieworm"."v_store" AS s SET ("extreme_1", "dirty") = (
        SELECT pg_catalog.max("a1"), false FROM (SELECT "t1"."amount" AS "a1" FROM "golden"."orders" AS "t1") AS i)
      WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND s."dirty"
number: 1
columns:
  - amount
