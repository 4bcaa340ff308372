-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "golden", "storage": "store", "strategy": {"golden.orders": "linear"}}
CREATE VIEW "golden"."v_definition" ("region", "least", "most") AS
SELECT region, min(amount) AS least, max(amount) AS most FROM orders GROUP BY region;
ALTER VIEW "golden"."v_definition" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v_state" AS
SELECT "k1" AS "region", pg_catalog.count(*) AS "rows", pg_catalog.min("a1") AS "extreme_1", pg_catalog.min("a1") FILTER (WHERE false) AS "extreme_1_gone", pg_catalog.max("a1") AS "extreme_2", pg_catalog.max("a1") FILTER (WHERE false) AS "extreme_2_gone", false AS "dirty"
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
CREATE TABLE "golden"."v_store" AS
SELECT * FROM "vieworm"."v_state";
CREATE UNIQUE INDEX "v_store_region_idx" ON "golden"."v_store" ("region") NULLS NOT DISTINCT;
CREATE TRIGGER "vieworm_guard" BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "golden"."v_store" FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."guard_store"();
ALTER TABLE "golden"."v_store" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v" ("region", "least", "most") AS
SELECT "t2"."k1" AS "region", "t2"."r1" AS "least", "t2"."r2" AS "most" FROM (SELECT "region" AS "k1", "extreme_1" AS "r1", "extreme_2" AS "r2" FROM "vieworm"."v_store" WHERE "rows" OPERATOR(pg_catalog.>) 0) AS "t2";

-- delete on orders
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("region", "rows", "extreme_1", "extreme_1_gone", "extreme_2", "extreme_2_gone", "dirty")
        SELECT "k1", (OPERATOR(pg_catalog.-) pg_catalog.count(*)), pg_catalog.min("a1") FILTER (WHERE false), pg_catalog.min("a1"), pg_catalog.max("a1") FILTER (WHERE false), pg_catalog.max("a1"), false
        FROM (SELECT "t1"."region" AS "k1", "t1"."amount" AS "a1", false AS "added", -1 AS "weight", true AS "current" FROM vieworm_old AS "t1") AS i
        GROUP BY "k1"
        ORDER BY "k1"
        ON CONFLICT ("region") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "extreme_1_gone" = NULL, "extreme_2_gone" = NULL, "dirty" = excluded."dirty" OR COALESCE(excluded."extreme_1_gone" OPERATOR(pg_catalog.<=) s."extreme_1", false) OR COALESCE(excluded."extreme_2_gone" OPERATOR(pg_catalog.>=) s."extreme_2", false)
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) OR s."dirty" THEN s.ctid END
locks: none
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0)
  -
      UPDATE "vieworm"."v_store" AS s SET ("extreme_1", "extreme_2", "dirty") = (
        SELECT pg_catalog.min("a1"), pg_catalog.max("a1"), false FROM (SELECT "t1"."region" AS "k1", "t1"."amount" AS "a1" FROM "golden"."orders" AS "t1" WHERE ("t1"."region") OPERATOR(pg_catalog.=) s."region") AS i)
      WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND s."dirty"
number: 1

-- insert on orders
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("region", "rows", "extreme_1", "extreme_1_gone", "extreme_2", "extreme_2_gone", "dirty")
        SELECT "k1", pg_catalog.count(*), pg_catalog.min("a1") FILTER (WHERE "current"), pg_catalog.min("a1") FILTER (WHERE false), pg_catalog.max("a1") FILTER (WHERE "current"), pg_catalog.max("a1") FILTER (WHERE false), NOT pg_catalog.bool_and("current")
        FROM (SELECT "t1"."region" AS "k1", "t1"."amount" AS "a1", true AS "added", 1 AS "weight", COALESCE((SELECT true FROM "golden"."orders" AS c WHERE c."id" OPERATOR(pg_catalog.=) "t1"."id" AND pg_catalog.record_image_eq(ROW(c."amount", c."region"), ROW("t1"."amount", "t1"."region")) LIMIT 1), false) AS "current" FROM vieworm_new AS "t1") AS i
        GROUP BY "k1"
        ORDER BY "k1"
        ON CONFLICT ("region") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "extreme_1" = LEAST(s."extreme_1", excluded."extreme_1"), "extreme_2" = GREATEST(s."extreme_2", excluded."extreme_2"), "dirty" = excluded."dirty"
        RETURNING CASE WHEN s."dirty" THEN s.ctid END
locks: none
family: 1
finish:
  -
      UPDATE "vieworm"."v_store" AS s SET ("extreme_1", "extreme_2", "dirty") = (
        SELECT pg_catalog.min("a1"), pg_catalog.max("a1"), false FROM (SELECT "t1"."region" AS "k1", "t1"."amount" AS "a1" FROM "golden"."orders" AS "t1" WHERE ("t1"."region") OPERATOR(pg_catalog.=) s."region") AS i)
      WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND s."dirty"
number: 1

-- update on orders
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("region", "rows", "extreme_1", "extreme_1_gone", "extreme_2", "extreme_2_gone", "dirty")
        SELECT "k1", COALESCE(pg_catalog.sum("weight"), 0), pg_catalog.min("a1") FILTER (WHERE "added" AND "current"), pg_catalog.min("a1") FILTER (WHERE NOT "added"), pg_catalog.max("a1") FILTER (WHERE "added" AND "current"), pg_catalog.max("a1") FILTER (WHERE NOT "added"), NOT pg_catalog.bool_and("current")
        FROM (SELECT "t1"."region" AS "k1", "t1"."amount" AS "a1", true AS "added", 1 AS "weight", COALESCE((SELECT true FROM "golden"."orders" AS c WHERE c."id" OPERATOR(pg_catalog.=) "t1"."id" AND pg_catalog.record_image_eq(ROW(c."amount", c."region"), ROW("t1"."amount", "t1"."region")) LIMIT 1), false) AS "current" FROM vieworm_new AS "t1"
          UNION ALL SELECT "t1"."region" AS "k1", "t1"."amount" AS "a1", false AS "added", -1 AS "weight", true AS "current" FROM vieworm_old AS "t1") AS i
        GROUP BY "k1"
        ORDER BY "k1"
        ON CONFLICT ("region") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "extreme_1" = LEAST(s."extreme_1", excluded."extreme_1"), "extreme_1_gone" = NULL, "extreme_2" = GREATEST(s."extreme_2", excluded."extreme_2"), "extreme_2_gone" = NULL, "dirty" = excluded."dirty" OR COALESCE(excluded."extreme_1_gone" OPERATOR(pg_catalog.<=) s."extreme_1" AND NOT COALESCE(excluded."extreme_1" OPERATOR(pg_catalog.<=) excluded."extreme_1_gone", false), false) OR COALESCE(excluded."extreme_2_gone" OPERATOR(pg_catalog.>=) s."extreme_2" AND NOT COALESCE(excluded."extreme_2" OPERATOR(pg_catalog.>=) excluded."extreme_2_gone", false), false)
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) OR s."dirty" THEN s.ctid END
locks: none
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0)
  -
      UPDATE "vieworm"."v_store" AS s SET ("extreme_1", "extreme_2", "dirty") = (
        SELECT pg_catalog.min("a1"), pg_catalog.max("a1"), false FROM (SELECT "t1"."region" AS "k1", "t1"."amount" AS "a1" FROM "golden"."orders" AS "t1" WHERE ("t1"."region") OPERATOR(pg_catalog.=) s."region") AS i)
      WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND s."dirty"
number: 1
columns:
  - amount
  - region
