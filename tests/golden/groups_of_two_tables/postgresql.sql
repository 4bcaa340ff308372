-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "golden", "storage": "store", "strategy": {"golden.customers": "linear", "golden.orders": "linear"}}
CREATE VIEW "golden"."v_definition" ("city", "orders", "last") AS
SELECT c.city, count(*) AS orders, max(o.day) AS last FROM orders o JOIN customers c ON c.id = o.customer GROUP BY c.city;
ALTER VIEW "golden"."v_definition" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v_state" AS
SELECT "k1" AS "city", pg_catalog.count(*) AS "rows", pg_catalog.max("a1") AS "extreme_1", pg_catalog.max("a1") FILTER (WHERE false) AS "extreme_1_gone", false AS "dirty"
FROM (SELECT "t2"."city" AS "k1", "t1"."day" AS "a1" FROM "golden"."orders" AS "t1", "golden"."customers" AS "t2" WHERE (("t2"."id" = "t1"."customer"))) AS i
GROUP BY "k1";
ALTER VIEW "golden"."v_state" SET SCHEMA "vieworm";
CREATE TRIGGER "v_store_insert"
  AFTER insert ON "golden"."orders"
  REFERENCING NEW TABLE AS "vieworm_new"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_begin_insert"
  BEFORE insert ON "golden"."orders"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_update"
  AFTER update ON "golden"."orders"
  REFERENCING NEW TABLE AS "vieworm_new" OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_begin_update"
  BEFORE update ON "golden"."orders"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_delete"
  AFTER delete ON "golden"."orders"
  REFERENCING OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_begin_delete"
  BEFORE delete ON "golden"."orders"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_truncate"
  AFTER truncate ON "golden"."orders"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
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
CREATE TABLE "golden"."v_store" AS
SELECT * FROM "vieworm"."v_state";
CREATE UNIQUE INDEX "v_store_city_idx" ON "golden"."v_store" ("city") NULLS NOT DISTINCT;
CREATE TRIGGER "vieworm_guard" BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "golden"."v_store" FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."guard_store"();
ALTER TABLE "golden"."v_store" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v" ("city", "orders", "last") AS
SELECT "t3"."k1" AS "city", "t3"."r1" AS "orders", "t3"."r2" AS "last" FROM (SELECT "city" AS "k1", "rows" AS "r1", "extreme_1" AS "r2" FROM "vieworm"."v_store" WHERE "rows" OPERATOR(pg_catalog.>) 0) AS "t3";

-- delete on customers
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("city", "rows", "extreme_1", "extreme_1_gone", "dirty")
        SELECT "k1", (OPERATOR(pg_catalog.-) pg_catalog.count(*)), pg_catalog.max("a1") FILTER (WHERE false), pg_catalog.max("a1"), false
        FROM (SELECT "t2"."city" AS "k1", "t1"."day" AS "a1", false AS "added", -1 AS "weight", (NOT false OR COALESCE((SELECT true FROM "golden"."customers" AS c WHERE c."id" OPERATOR(pg_catalog.=) "t2"."id" AND pg_catalog.record_image_eq(ROW(c."city", c."id"), ROW("t2"."city", "t2"."id")) LIMIT 1), false)) AS "current" FROM "golden"."orders" AS "t1", vieworm_old AS "t2" WHERE (("t2"."id" = "t1"."customer"))) AS i
        GROUP BY "k1"
        ORDER BY "k1"
        ON CONFLICT ("city") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "extreme_1_gone" = NULL, "dirty" = excluded."dirty" OR COALESCE(excluded."extreme_1_gone" OPERATOR(pg_catalog.>=) s."extreme_1", false)
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) OR s."dirty" THEN s.ctid END
locks: others
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0)
  -
      UPDATE "vieworm"."v_store" AS s SET ("extreme_1", "dirty") = (
        SELECT pg_catalog.max("a1"), false FROM (SELECT "t2"."city" AS "k1", "t1"."day" AS "a1" FROM "golden"."orders" AS "t1", "golden"."customers" AS "t2" WHERE (("t2"."id" = "t1"."customer")) AND (("t2"."city") OPERATOR(pg_catalog.=) s."city" OR (("t2"."city") IS NULL AND s."city" IS NULL))) AS i)
      WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND s."dirty"
number: 2
overlaps: True

-- insert on customers
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("city", "rows", "extreme_1", "extreme_1_gone", "dirty")
        SELECT "k1", pg_catalog.count(*), pg_catalog.max("a1") FILTER (WHERE "current"), pg_catalog.max("a1") FILTER (WHERE false), NOT pg_catalog.bool_and("current")
        FROM (SELECT "t2"."city" AS "k1", "t1"."day" AS "a1", true AS "added", 1 AS "weight", (NOT true OR COALESCE((SELECT true FROM "golden"."customers" AS c WHERE c."id" OPERATOR(pg_catalog.=) "t2"."id" AND pg_catalog.record_image_eq(ROW(c."city", c."id"), ROW("t2"."city", "t2"."id")) LIMIT 1), false)) AS "current" FROM "golden"."orders" AS "t1", vieworm_new AS "t2" WHERE (("t2"."id" = "t1"."customer"))) AS i
        GROUP BY "k1"
        ORDER BY "k1"
        ON CONFLICT ("city") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "extreme_1" = GREATEST(s."extreme_1", excluded."extreme_1"), "dirty" = excluded."dirty"
        RETURNING CASE WHEN s."dirty" THEN s.ctid END
locks: others
family: 1
finish:
  -
      UPDATE "vieworm"."v_store" AS s SET ("extreme_1", "dirty") = (
        SELECT pg_catalog.max("a1"), false FROM (SELECT "t2"."city" AS "k1", "t1"."day" AS "a1" FROM "golden"."orders" AS "t1", "golden"."customers" AS "t2" WHERE (("t2"."id" = "t1"."customer")) AND (("t2"."city") OPERATOR(pg_catalog.=) s."city" OR (("t2"."city") IS NULL AND s."city" IS NULL))) AS i)
      WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND s."dirty"
number: 2
overlaps: True

-- update on customers
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("city", "rows", "extreme_1", "extreme_1_gone", "dirty")
        SELECT "k1", COALESCE(pg_catalog.sum("weight"), 0), pg_catalog.max("a1") FILTER (WHERE "added" AND "current"), pg_catalog.max("a1") FILTER (WHERE NOT "added"), NOT pg_catalog.bool_and("current")
        FROM (SELECT "t2"."city" AS "k1", "t1"."day" AS "a1", "t2"."added" AS "added", CASE WHEN "t2"."added" THEN 1 ELSE -1 END AS "weight", (NOT "t2"."added" OR COALESCE((SELECT true FROM "golden"."customers" AS c WHERE c."id" OPERATOR(pg_catalog.=) "t2"."id" AND pg_catalog.record_image_eq(ROW(c."city", c."id"), ROW("t2"."city", "t2"."id")) LIMIT 1), false)) AS "current" FROM "golden"."orders" AS "t1", (SELECT "city", "id", true AS "added" FROM vieworm_new UNION ALL SELECT "city", "id", false FROM vieworm_old) AS "t2" WHERE (("t2"."id" = "t1"."customer"))) AS i
        GROUP BY "k1"
        ORDER BY "k1"
        ON CONFLICT ("city") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "extreme_1" = GREATEST(s."extreme_1", excluded."extreme_1"), "extreme_1_gone" = NULL, "dirty" = excluded."dirty" OR COALESCE(excluded."extreme_1_gone" OPERATOR(pg_catalog.>=) s."extreme_1" AND NOT COALESCE(excluded."extreme_1" OPERATOR(pg_catalog.>=) excluded."extreme_1_gone", false), false)
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) OR s."dirty" THEN s.ctid END
locks: others
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0)
  -
      UPDATE "vieworm"."v_store" AS s SET ("extreme_1", "dirty") = (
        SELECT pg_catalog.max("a1"), false FROM (SELECT "t2"."city" AS "k1", "t1"."day" AS "a1" FROM "golden"."orders" AS "t1", "golden"."customers" AS "t2" WHERE (("t2"."id" = "t1"."customer")) AND (("t2"."city") OPERATOR(pg_catalog.=) s."city" OR (("t2"."city") IS NULL AND s."city" IS NULL))) AS i)
      WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND s."dirty"
number: 2
columns:
  - city
  - id
overlaps: True

-- delete on orders
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("city", "rows", "extreme_1", "extreme_1_gone", "dirty")
        SELECT "k1", (OPERATOR(pg_catalog.-) pg_catalog.count(*)), pg_catalog.max("a1") FILTER (WHERE false), pg_catalog.max("a1"), false
        FROM (SELECT "t2"."city" AS "k1", "t1"."day" AS "a1", false AS "added", -1 AS "weight", (NOT false OR COALESCE((SELECT true FROM "golden"."orders" AS c WHERE c."id" OPERATOR(pg_catalog.=) "t1"."id" AND pg_catalog.record_image_eq(ROW(c."customer", c."day"), ROW("t1"."customer", "t1"."day")) LIMIT 1), false)) AS "current" FROM vieworm_old AS "t1", "golden"."customers" AS "t2" WHERE (("t2"."id" = "t1"."customer"))) AS i
        GROUP BY "k1"
        ORDER BY "k1"
        ON CONFLICT ("city") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "extreme_1_gone" = NULL, "dirty" = excluded."dirty" OR COALESCE(excluded."extreme_1_gone" OPERATOR(pg_catalog.>=) s."extreme_1", false)
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) OR s."dirty" THEN s.ctid END
locks: others
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0)
  -
      UPDATE "vieworm"."v_store" AS s SET ("extreme_1", "dirty") = (
        SELECT pg_catalog.max("a1"), false FROM (SELECT "t2"."city" AS "k1", "t1"."day" AS "a1" FROM "golden"."orders" AS "t1", "golden"."customers" AS "t2" WHERE (("t2"."id" = "t1"."customer")) AND (("t2"."city") OPERATOR(pg_catalog.=) s."city" OR (("t2"."city") IS NULL AND s."city" IS NULL))) AS i)
      WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND s."dirty"
number: 1
overlaps: True

-- insert on orders
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("city", "rows", "extreme_1", "extreme_1_gone", "dirty")
        SELECT "k1", pg_catalog.count(*), pg_catalog.max("a1") FILTER (WHERE "current"), pg_catalog.max("a1") FILTER (WHERE false), NOT pg_catalog.bool_and("current")
        FROM (SELECT "t2"."city" AS "k1", "t1"."day" AS "a1", true AS "added", 1 AS "weight", (NOT true OR COALESCE((SELECT true FROM "golden"."orders" AS c WHERE c."id" OPERATOR(pg_catalog.=) "t1"."id" AND pg_catalog.record_image_eq(ROW(c."customer", c."day"), ROW("t1"."customer", "t1"."day")) LIMIT 1), false)) AS "current" FROM vieworm_new AS "t1", "golden"."customers" AS "t2" WHERE (("t2"."id" = "t1"."customer"))) AS i
        GROUP BY "k1"
        ORDER BY "k1"
        ON CONFLICT ("city") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "extreme_1" = GREATEST(s."extreme_1", excluded."extreme_1"), "dirty" = excluded."dirty"
        RETURNING CASE WHEN s."dirty" THEN s.ctid END
locks: others
family: 1
finish:
  -
      UPDATE "vieworm"."v_store" AS s SET ("extreme_1", "dirty") = (
        SELECT pg_catalog.max("a1"), false FROM (SELECT "t2"."city" AS "k1", "t1"."day" AS "a1" FROM "golden"."orders" AS "t1", "golden"."customers" AS "t2" WHERE (("t2"."id" = "t1"."customer")) AND (("t2"."city") OPERATOR(pg_catalog.=) s."city" OR (("t2"."city") IS NULL AND s."city" IS NULL))) AS i)
      WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND s."dirty"
number: 1
overlaps: True

-- update on orders
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("city", "rows", "extreme_1", "extreme_1_gone", "dirty")
        SELECT "k1", COALESCE(pg_catalog.sum("weight"), 0), pg_catalog.max("a1") FILTER (WHERE "added" AND "current"), pg_catalog.max("a1") FILTER (WHERE NOT "added"), NOT pg_catalog.bool_and("current")
        FROM (SELECT "t2"."city" AS "k1", "t1"."day" AS "a1", "t1"."added" AS "added", CASE WHEN "t1"."added" THEN 1 ELSE -1 END AS "weight", (NOT "t1"."added" OR COALESCE((SELECT true FROM "golden"."orders" AS c WHERE c."id" OPERATOR(pg_catalog.=) "t1"."id" AND pg_catalog.record_image_eq(ROW(c."customer", c."day"), ROW("t1"."customer", "t1"."day")) LIMIT 1), false)) AS "current" FROM (SELECT "customer", "day", "id", true AS "added" FROM vieworm_new UNION ALL SELECT "customer", "day", "id", false FROM vieworm_old) AS "t1", "golden"."customers" AS "t2" WHERE (("t2"."id" = "t1"."customer"))) AS i
        GROUP BY "k1"
        ORDER BY "k1"
        ON CONFLICT ("city") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "extreme_1" = GREATEST(s."extreme_1", excluded."extreme_1"), "extreme_1_gone" = NULL, "dirty" = excluded."dirty" OR COALESCE(excluded."extreme_1_gone" OPERATOR(pg_catalog.>=) s."extreme_1" AND NOT COALESCE(excluded."extreme_1" OPERATOR(pg_catalog.>=) excluded."extreme_1_gone", false), false)
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) OR s."dirty" THEN s.ctid END
locks: others
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0)
  -
      UPDATE "vieworm"."v_store" AS s SET ("extreme_1", "dirty") = (
        SELECT pg_catalog.max("a1"), false FROM (SELECT "t2"."city" AS "k1", "t1"."day" AS "a1" FROM "golden"."orders" AS "t1", "golden"."customers" AS "t2" WHERE (("t2"."id" = "t1"."customer")) AND (("t2"."city") OPERATOR(pg_catalog.=) s."city" OR (("t2"."city") IS NULL AND s."city" IS NULL))) AS i)
      WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND s."dirty"
number: 1
columns:
  - customer
  - day
overlaps: True

-- together on vieworm.v_store
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("city", "rows", "extreme_1", "extreme_1_gone", "dirty")
        SELECT "k1", COALESCE(pg_catalog.sum("weight"), 0), pg_catalog.max("a1") FILTER (WHERE false), pg_catalog.max("a1") FILTER (WHERE false), true
        FROM (SELECT "t2"."city" AS "k1", "t1"."day" AS "a1", "t2"."added" AS "added", CASE WHEN "t2"."added" THEN 1 ELSE -1 END AS "weight" FROM "golden"."orders" AS "t1", (SELECT "city", "id", true AS "added" FROM vieworm_new_2 UNION ALL SELECT "city", "id", false FROM vieworm_old_2) AS "t2" WHERE (("t2"."id" = "t1"."customer"))
          UNION ALL SELECT "t2"."city" AS "k1", "t1"."day" AS "a1", "t1"."added" AS "added", CASE WHEN "t1"."added" THEN 1 ELSE -1 END AS "weight" FROM (SELECT "customer", "day", "id", true AS "added" FROM vieworm_new_1 UNION ALL SELECT "customer", "day", "id", false FROM vieworm_old_1) AS "t1", "golden"."customers" AS "t2" WHERE (("t2"."id" = "t1"."customer"))
          UNION ALL SELECT "t2"."city" AS "k1", "t1"."day" AS "a1", (NOT ("t1"."added" OPERATOR(pg_catalog.=) "t2"."added")) AS "added", CASE WHEN (NOT ("t1"."added" OPERATOR(pg_catalog.=) "t2"."added")) THEN 1 ELSE -1 END AS "weight" FROM (SELECT "customer", "day", "id", true AS "added" FROM vieworm_new_1 UNION ALL SELECT "customer", "day", "id", false FROM vieworm_old_1) AS "t1", (SELECT "city", "id", true AS "added" FROM vieworm_new_2 UNION ALL SELECT "city", "id", false FROM vieworm_old_2) AS "t2" WHERE (("t2"."id" = "t1"."customer"))) AS i
        GROUP BY "k1"
        ORDER BY "k1"
        ON CONFLICT ("city") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "extreme_1" = GREATEST(s."extreme_1", excluded."extreme_1"), "extreme_1_gone" = NULL, "dirty" = true
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) OR s."dirty" THEN s.ctid END
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0)
  -
      UPDATE "vieworm"."v_store" AS s SET ("extreme_1", "dirty") = (
        SELECT pg_catalog.max("a1"), false FROM (SELECT "t2"."city" AS "k1", "t1"."day" AS "a1" FROM "golden"."orders" AS "t1", "golden"."customers" AS "t2" WHERE (("t2"."id" = "t1"."customer")) AND (("t2"."city") OPERATOR(pg_catalog.=) s."city" OR (("t2"."city") IS NULL AND s."city" IS NULL))) AS i)
      WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND s."dirty"
