-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "main", "storage": "store", "strategy": {"main.customers": "linear", "main.orders": "linear"}}
CREATE TABLE "main"."_vieworm_v_store" ("city" TEXT, "rows", "extreme_1", "dirty");
CREATE UNIQUE INDEX "main"."_vieworm_v_store_key" ON "_vieworm_v_store" (("city" IS NULL), ifnull("city", 0));
CREATE INDEX "main"."_vieworm_v_store_empty" ON "_vieworm_v_store" ("rows") WHERE "rows" = 0;
CREATE INDEX "main"."_vieworm_v_store_dirty" ON "_vieworm_v_store" ("dirty") WHERE "dirty";
CREATE TABLE "main"."_vieworm_v_replaced" ("id" INTEGER PRIMARY KEY, "customer" INTEGER, "day" TEXT, vieworm_dead);
CREATE TABLE "main"."_vieworm_v_replaced_2" ("id" INTEGER PRIMARY KEY, "city" TEXT, vieworm_dead);
CREATE VIEW "main"."v" ("city", "orders", "last") AS
-- vieworm: {"name":"v","definition":"SELECT c.city, count(*) AS orders, max(o.day) AS last FROM orders o JOIN customers c ON c.id = o.customer GROUP BY c.city","refresh":{"on":"statement"}}
SELECT "s3"."k1" AS "c1", "s3"."r1" AS "c2", "s3"."r2" AS "c3" FROM (SELECT "_vieworm_v_store"."city" AS "k1", +"_vieworm_v_store"."rows" AS "r1", +"_vieworm_v_store"."extreme_1" AS "r2" FROM "_vieworm_v_store" WHERE "rows" > 0) AS "s3";
INSERT INTO "main"."_vieworm_v_store" ("city", "rows", "extreme_1", "dirty") SELECT "s2"."city", 1, "s1"."day", 0 FROM "main"."orders" AS "s1", "main"."customers" AS "s2" WHERE ("s2"."id" = "s1"."customer") ON CONFLICT (("city" IS NULL), ifnull("city", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows", "extreme_1" = CASE WHEN excluded."extreme_1" IS NULL THEN "extreme_1" WHEN "extreme_1" IS NULL OR excluded."extreme_1" > "extreme_1" THEN excluded."extreme_1" ELSE "extreme_1" END, "dirty" = CASE WHEN excluded."dirty" OR excluded."extreme_1" = "extreme_1" AND NOT (typeof(excluded."extreme_1") = typeof("extreme_1") AND excluded."extreme_1" IS "extreme_1" COLLATE BINARY) THEN 1 ELSE "dirty" END;
UPDATE "main"."_vieworm_v_store" SET "extreme_1" = f."extreme_1", "dirty" = 0 FROM (SELECT i."k1" AS "k1", max(i."a1") AS "extreme_1" FROM (SELECT "s2"."city" AS "k1", "s1"."day" AS "a1" FROM "main"."orders" AS "s1", "main"."customers" AS "s2" WHERE ("s2"."id" = "s1"."customer")) AS i GROUP BY i."k1") AS f WHERE f."k1" IS "_vieworm_v_store"."city";
CREATE TRIGGER "main"."_vieworm_v_orders_replaced" AFTER DELETE ON "_vieworm_v_replaced"
WHEN NOT OLD.vieworm_dead
BEGIN
  INSERT INTO "_vieworm_v_store" ("city", "rows", "extreme_1", "dirty") SELECT "s2"."city", -1, OLD."day", 0 FROM "customers" AS "s2" WHERE ("s2"."id" = OLD."customer") ON CONFLICT (("city" IS NULL), ifnull("city", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows", "dirty" = CASE WHEN excluded."dirty" OR excluded."extreme_1" = "extreme_1" THEN 1 ELSE "dirty" END;
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
  UPDATE "_vieworm_v_store" SET ("extreme_1", "dirty") = (SELECT max(i."a1"), 0 FROM (SELECT "s2"."city" AS "k1", "s1"."day" AS "a1" FROM "orders" AS "s1", "customers" AS "s2" WHERE ("s2"."id" = "s1"."customer") AND ("s2"."city") IS "_vieworm_v_store"."city") AS i) WHERE "dirty";
END;
CREATE TRIGGER "main"."_vieworm_v_orders_before_insert" BEFORE INSERT ON "orders"
WHEN EXISTS (SELECT 1 FROM "orders" AS g WHERE g."id" = NEW."id")
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1;
  DELETE FROM "_vieworm_v_replaced";
  INSERT INTO "_vieworm_v_replaced" ("id", "customer", "day", vieworm_dead) SELECT g."id", g."customer", g."day", 0 FROM "orders" AS g WHERE (g."id" = NEW."id");
END;
CREATE TRIGGER "main"."_vieworm_v_orders_before_update" BEFORE UPDATE OF "_rowid_", "id", "oid", "rowid" ON "orders"
WHEN EXISTS (SELECT 1 FROM "orders" AS g WHERE g."id" = NEW."id" AND NOT (g."id" IS OLD."id"))
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1;
  DELETE FROM "_vieworm_v_replaced";
  INSERT INTO "_vieworm_v_replaced" ("id", "customer", "day", vieworm_dead) SELECT g."id", g."customer", g."day", 0 FROM "orders" AS g WHERE (g."id" = NEW."id" AND NOT (g."id" IS OLD."id"));
END;
CREATE TRIGGER "main"."_vieworm_v_orders_after_update" AFTER UPDATE OF "_rowid_", "id", "oid", "rowid" ON "orders"
WHEN EXISTS (SELECT 1 FROM "_vieworm_v_replaced")
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1 WHERE ("_vieworm_v_replaced"."id" IS OLD."id");
  DELETE FROM "_vieworm_v_replaced" WHERE NOT vieworm_dead AND (("_vieworm_v_replaced"."id" IS NEW."id") OR NOT EXISTS (SELECT 1 FROM "orders" AS g WHERE (g."id" IS "_vieworm_v_replaced"."id")));
END;
CREATE TRIGGER "main"."_vieworm_v_orders_insert" AFTER INSERT ON "orders"
BEGIN
  DELETE FROM "_vieworm_v_replaced" WHERE NOT vieworm_dead AND (("_vieworm_v_replaced"."id" IS NEW."id") OR NOT EXISTS (SELECT 1 FROM "orders" AS g WHERE (g."id" IS "_vieworm_v_replaced"."id")));
  INSERT INTO "_vieworm_v_store" ("city", "rows", "extreme_1", "dirty") SELECT "s2"."city", 1, NEW."day", NOT EXISTS (SELECT 1 FROM "orders" AS g WHERE g."customer" IS NEW."customer" COLLATE BINARY AND g."day" IS NEW."day" COLLATE BINARY AND g."id" IS NEW."id" COLLATE BINARY) FROM "customers" AS "s2" WHERE ("s2"."id" = NEW."customer") ON CONFLICT (("city" IS NULL), ifnull("city", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows", "extreme_1" = CASE WHEN excluded."extreme_1" IS NULL THEN "extreme_1" WHEN "extreme_1" IS NULL OR excluded."extreme_1" > "extreme_1" THEN excluded."extreme_1" ELSE "extreme_1" END, "dirty" = CASE WHEN excluded."dirty" OR excluded."extreme_1" = "extreme_1" AND NOT (typeof(excluded."extreme_1") = typeof("extreme_1") AND excluded."extreme_1" IS "extreme_1" COLLATE BINARY) THEN 1 ELSE "dirty" END;
  UPDATE "_vieworm_v_store" SET ("extreme_1", "dirty") = (SELECT max(i."a1"), 0 FROM (SELECT "s2"."city" AS "k1", "s1"."day" AS "a1" FROM "orders" AS "s1", "customers" AS "s2" WHERE ("s2"."id" = "s1"."customer") AND ("s2"."city") IS "_vieworm_v_store"."city") AS i) WHERE "dirty";
END;
CREATE TRIGGER "main"."_vieworm_v_orders_delete" AFTER DELETE ON "orders"
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1 WHERE ("_vieworm_v_replaced"."id" IS OLD."id");
  INSERT INTO "_vieworm_v_store" ("city", "rows", "extreme_1", "dirty") SELECT "s2"."city", -1, OLD."day", 0 FROM "customers" AS "s2" WHERE ("s2"."id" = OLD."customer") ON CONFLICT (("city" IS NULL), ifnull("city", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows", "dirty" = CASE WHEN excluded."dirty" OR excluded."extreme_1" = "extreme_1" THEN 1 ELSE "dirty" END;
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
  UPDATE "_vieworm_v_store" SET ("extreme_1", "dirty") = (SELECT max(i."a1"), 0 FROM (SELECT "s2"."city" AS "k1", "s1"."day" AS "a1" FROM "orders" AS "s1", "customers" AS "s2" WHERE ("s2"."id" = "s1"."customer") AND ("s2"."city") IS "_vieworm_v_store"."city") AS i) WHERE "dirty";
END;
CREATE TRIGGER "main"."_vieworm_v_orders_update" AFTER UPDATE OF "customer", "day" ON "orders"
BEGIN
  INSERT INTO "_vieworm_v_store" ("city", "rows", "extreme_1", "dirty") SELECT "s2"."city", -1, OLD."day", 0 FROM "customers" AS "s2" WHERE ("s2"."id" = OLD."customer") ON CONFLICT (("city" IS NULL), ifnull("city", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows", "dirty" = CASE WHEN excluded."dirty" OR excluded."extreme_1" = "extreme_1" THEN 1 ELSE "dirty" END;
  INSERT INTO "_vieworm_v_store" ("city", "rows", "extreme_1", "dirty") SELECT "s2"."city", 1, NEW."day", NOT EXISTS (SELECT 1 FROM "orders" AS g WHERE g."customer" IS NEW."customer" COLLATE BINARY AND g."day" IS NEW."day" COLLATE BINARY AND g."id" IS NEW."id" COLLATE BINARY) FROM "customers" AS "s2" WHERE ("s2"."id" = NEW."customer") ON CONFLICT (("city" IS NULL), ifnull("city", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows", "extreme_1" = CASE WHEN excluded."extreme_1" IS NULL THEN "extreme_1" WHEN "extreme_1" IS NULL OR excluded."extreme_1" > "extreme_1" THEN excluded."extreme_1" ELSE "extreme_1" END, "dirty" = CASE WHEN excluded."dirty" OR excluded."extreme_1" = "extreme_1" AND NOT (typeof(excluded."extreme_1") = typeof("extreme_1") AND excluded."extreme_1" IS "extreme_1" COLLATE BINARY) THEN 1 ELSE "dirty" END;
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
  UPDATE "_vieworm_v_store" SET ("extreme_1", "dirty") = (SELECT max(i."a1"), 0 FROM (SELECT "s2"."city" AS "k1", "s1"."day" AS "a1" FROM "orders" AS "s1", "customers" AS "s2" WHERE ("s2"."id" = "s1"."customer") AND ("s2"."city") IS "_vieworm_v_store"."city") AS i) WHERE "dirty";
END;
CREATE TRIGGER "main"."_vieworm_v_customers_replaced" AFTER DELETE ON "_vieworm_v_replaced_2"
WHEN NOT OLD.vieworm_dead
BEGIN
  INSERT INTO "_vieworm_v_store" ("city", "rows", "extreme_1", "dirty") SELECT OLD."city", -1, "s1"."day", 0 FROM "orders" AS "s1" WHERE (OLD."id" = "s1"."customer") ON CONFLICT (("city" IS NULL), ifnull("city", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows", "dirty" = CASE WHEN excluded."dirty" OR excluded."extreme_1" = "extreme_1" THEN 1 ELSE "dirty" END;
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
  UPDATE "_vieworm_v_store" SET ("extreme_1", "dirty") = (SELECT max(i."a1"), 0 FROM (SELECT "s2"."city" AS "k1", "s1"."day" AS "a1" FROM "orders" AS "s1", "customers" AS "s2" WHERE ("s2"."id" = "s1"."customer") AND ("s2"."city") IS "_vieworm_v_store"."city") AS i) WHERE "dirty";
END;
CREATE TRIGGER "main"."_vieworm_v_customers_before_insert" BEFORE INSERT ON "customers"
WHEN EXISTS (SELECT 1 FROM "customers" AS g WHERE g."id" = NEW."id")
BEGIN
  UPDATE "_vieworm_v_replaced_2" SET vieworm_dead = 1;
  DELETE FROM "_vieworm_v_replaced_2";
  INSERT INTO "_vieworm_v_replaced_2" ("id", "city", vieworm_dead) SELECT g."id", g."city", 0 FROM "customers" AS g WHERE (g."id" = NEW."id");
END;
CREATE TRIGGER "main"."_vieworm_v_customers_before_update" BEFORE UPDATE OF "_rowid_", "id", "oid", "rowid" ON "customers"
WHEN EXISTS (SELECT 1 FROM "customers" AS g WHERE g."id" = NEW."id" AND NOT (g."id" IS OLD."id"))
BEGIN
  UPDATE "_vieworm_v_replaced_2" SET vieworm_dead = 1;
  DELETE FROM "_vieworm_v_replaced_2";
  INSERT INTO "_vieworm_v_replaced_2" ("id", "city", vieworm_dead) SELECT g."id", g."city", 0 FROM "customers" AS g WHERE (g."id" = NEW."id" AND NOT (g."id" IS OLD."id"));
END;
CREATE TRIGGER "main"."_vieworm_v_customers_after_update" AFTER UPDATE OF "_rowid_", "id", "oid", "rowid" ON "customers"
WHEN EXISTS (SELECT 1 FROM "_vieworm_v_replaced_2")
BEGIN
  UPDATE "_vieworm_v_replaced_2" SET vieworm_dead = 1 WHERE ("_vieworm_v_replaced_2"."id" IS OLD."id");
  DELETE FROM "_vieworm_v_replaced_2" WHERE NOT vieworm_dead AND (("_vieworm_v_replaced_2"."id" IS NEW."id") OR NOT EXISTS (SELECT 1 FROM "customers" AS g WHERE (g."id" IS "_vieworm_v_replaced_2"."id")));
END;
CREATE TRIGGER "main"."_vieworm_v_customers_insert" AFTER INSERT ON "customers"
BEGIN
  DELETE FROM "_vieworm_v_replaced_2" WHERE NOT vieworm_dead AND (("_vieworm_v_replaced_2"."id" IS NEW."id") OR NOT EXISTS (SELECT 1 FROM "customers" AS g WHERE (g."id" IS "_vieworm_v_replaced_2"."id")));
  INSERT INTO "_vieworm_v_store" ("city", "rows", "extreme_1", "dirty") SELECT NEW."city", 1, "s1"."day", NOT EXISTS (SELECT 1 FROM "customers" AS g WHERE g."city" IS NEW."city" COLLATE BINARY AND g."id" IS NEW."id" COLLATE BINARY AND g."id" IS NEW."id" COLLATE BINARY) FROM "orders" AS "s1" WHERE (NEW."id" = "s1"."customer") ON CONFLICT (("city" IS NULL), ifnull("city", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows", "extreme_1" = CASE WHEN excluded."extreme_1" IS NULL THEN "extreme_1" WHEN "extreme_1" IS NULL OR excluded."extreme_1" > "extreme_1" THEN excluded."extreme_1" ELSE "extreme_1" END, "dirty" = CASE WHEN excluded."dirty" OR excluded."extreme_1" = "extreme_1" AND NOT (typeof(excluded."extreme_1") = typeof("extreme_1") AND excluded."extreme_1" IS "extreme_1" COLLATE BINARY) THEN 1 ELSE "dirty" END;
  UPDATE "_vieworm_v_store" SET ("extreme_1", "dirty") = (SELECT max(i."a1"), 0 FROM (SELECT "s2"."city" AS "k1", "s1"."day" AS "a1" FROM "orders" AS "s1", "customers" AS "s2" WHERE ("s2"."id" = "s1"."customer") AND ("s2"."city") IS "_vieworm_v_store"."city") AS i) WHERE "dirty";
END;
CREATE TRIGGER "main"."_vieworm_v_customers_delete" AFTER DELETE ON "customers"
BEGIN
  UPDATE "_vieworm_v_replaced_2" SET vieworm_dead = 1 WHERE ("_vieworm_v_replaced_2"."id" IS OLD."id");
  INSERT INTO "_vieworm_v_store" ("city", "rows", "extreme_1", "dirty") SELECT OLD."city", -1, "s1"."day", 0 FROM "orders" AS "s1" WHERE (OLD."id" = "s1"."customer") ON CONFLICT (("city" IS NULL), ifnull("city", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows", "dirty" = CASE WHEN excluded."dirty" OR excluded."extreme_1" = "extreme_1" THEN 1 ELSE "dirty" END;
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
  UPDATE "_vieworm_v_store" SET ("extreme_1", "dirty") = (SELECT max(i."a1"), 0 FROM (SELECT "s2"."city" AS "k1", "s1"."day" AS "a1" FROM "orders" AS "s1", "customers" AS "s2" WHERE ("s2"."id" = "s1"."customer") AND ("s2"."city") IS "_vieworm_v_store"."city") AS i) WHERE "dirty";
END;
CREATE TRIGGER "main"."_vieworm_v_customers_update" AFTER UPDATE OF "_rowid_", "city", "id", "oid", "rowid" ON "customers"
BEGIN
  INSERT INTO "_vieworm_v_store" ("city", "rows", "extreme_1", "dirty") SELECT OLD."city", -1, "s1"."day", 0 FROM "orders" AS "s1" WHERE (OLD."id" = "s1"."customer") ON CONFLICT (("city" IS NULL), ifnull("city", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows", "dirty" = CASE WHEN excluded."dirty" OR excluded."extreme_1" = "extreme_1" THEN 1 ELSE "dirty" END;
  INSERT INTO "_vieworm_v_store" ("city", "rows", "extreme_1", "dirty") SELECT NEW."city", 1, "s1"."day", NOT EXISTS (SELECT 1 FROM "customers" AS g WHERE g."city" IS NEW."city" COLLATE BINARY AND g."id" IS NEW."id" COLLATE BINARY AND g."id" IS NEW."id" COLLATE BINARY) FROM "orders" AS "s1" WHERE (NEW."id" = "s1"."customer") ON CONFLICT (("city" IS NULL), ifnull("city", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows", "extreme_1" = CASE WHEN excluded."extreme_1" IS NULL THEN "extreme_1" WHEN "extreme_1" IS NULL OR excluded."extreme_1" > "extreme_1" THEN excluded."extreme_1" ELSE "extreme_1" END, "dirty" = CASE WHEN excluded."dirty" OR excluded."extreme_1" = "extreme_1" AND NOT (typeof(excluded."extreme_1") = typeof("extreme_1") AND excluded."extreme_1" IS "extreme_1" COLLATE BINARY) THEN 1 ELSE "dirty" END;
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
  UPDATE "_vieworm_v_store" SET ("extreme_1", "dirty") = (SELECT max(i."a1"), 0 FROM (SELECT "s2"."city" AS "k1", "s1"."day" AS "a1" FROM "orders" AS "s1", "customers" AS "s2" WHERE ("s2"."id" = "s1"."customer") AND ("s2"."city") IS "_vieworm_v_store"."city") AS i) WHERE "dirty";
END;
CREATE TRIGGER "main"."_vieworm_v_orders_names" AFTER UPDATE OF "_vieworm_" ON "orders"
BEGIN
  SELECT NEW."id", NEW."customer", NEW."day", NULL;
END;
CREATE TRIGGER "main"."_vieworm_v_customers_names" AFTER UPDATE OF "_vieworm_" ON "customers"
BEGIN
  SELECT NEW."id", NEW."city", NULL;
END;

