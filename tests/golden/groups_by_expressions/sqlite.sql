-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "main", "storage": "store", "strategy": {"main.orders": "linear"}}
CREATE TABLE "main"."_vieworm_v_store" ("bucket", "place", "rows", "same", "dirty");
CREATE UNIQUE INDEX "main"."_vieworm_v_store_key" ON "_vieworm_v_store" (("bucket" IS NULL), ifnull("bucket", 0), ("place" IS NULL), ifnull("place", 0));
CREATE INDEX "main"."_vieworm_v_store_empty" ON "_vieworm_v_store" ("rows") WHERE "rows" = 0;
CREATE INDEX "main"."_vieworm_v_store_dirty" ON "_vieworm_v_store" ("dirty") WHERE "dirty";
CREATE TABLE "main"."_vieworm_v_replaced" ("id" INTEGER PRIMARY KEY, "amount" INTEGER, "region" TEXT, vieworm_dead);
CREATE VIEW "main"."v" ("bucket", "place", "n") AS
-- vieworm: {"name":"v","definition":"SELECT amount / 10 AS bucket, region || '!' AS place, count(*) AS n FROM orders GROUP BY amount / 10, region || '!'","refresh":{"on":"statement"}}
SELECT "s2"."k1" AS "c1", "s2"."k2" AS "c2", "s2"."r1" AS "c3" FROM (SELECT +"_vieworm_v_store"."bucket" AS "k1", +"_vieworm_v_store"."place" AS "k2", +"_vieworm_v_store"."rows" AS "r1" FROM "_vieworm_v_store" WHERE "rows" > 0) AS "s2";
INSERT INTO "main"."_vieworm_v_store" ("bucket", "place", "rows", "same", "dirty") SELECT "s1"."amount" / 10, "s1"."region" || '!', 1, 1, 0 FROM "main"."orders" AS "s1" WHERE true ON CONFLICT (("bucket" IS NULL), ifnull("bucket", 0), ("place" IS NULL), ifnull("place", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows", "same" = CASE WHEN (typeof("bucket") = typeof(excluded."bucket") AND "bucket" IS excluded."bucket" COLLATE BINARY) AND (typeof("place") = typeof(excluded."place") AND "place" IS excluded."place" COLLATE BINARY) THEN "same" + excluded."same" ELSE "same" END, "dirty" = "dirty";
CREATE TRIGGER "main"."_vieworm_v_orders_replaced" AFTER DELETE ON "_vieworm_v_replaced"
WHEN NOT OLD.vieworm_dead
BEGIN
  INSERT INTO "_vieworm_v_store" ("bucket", "place", "rows", "same", "dirty") SELECT OLD."amount" / 10, OLD."region" || '!', -1, -1, 0 WHERE true ON CONFLICT (("bucket" IS NULL), ifnull("bucket", 0), ("place" IS NULL), ifnull("place", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows", "same" = CASE WHEN (typeof("bucket") = typeof(excluded."bucket") AND "bucket" IS excluded."bucket" COLLATE BINARY) AND (typeof("place") = typeof(excluded."place") AND "place" IS excluded."place" COLLATE BINARY) THEN "same" + excluded."same" ELSE "same" END, "dirty" = CASE WHEN "same" <= 1 AND (typeof("bucket") = typeof(excluded."bucket") AND "bucket" IS excluded."bucket" COLLATE BINARY) AND (typeof("place") = typeof(excluded."place") AND "place" IS excluded."place" COLLATE BINARY) THEN 1 ELSE "dirty" END;
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
  UPDATE "_vieworm_v_store" SET ("bucket", "place") = (SELECT i."k1", i."k2" FROM (SELECT "s1"."amount" / 10 AS "k1", "s1"."region" || '!' AS "k2" FROM "orders" AS "s1" WHERE +("s1"."amount" / 10) IS "_vieworm_v_store"."bucket" AND +("s1"."region" || '!') IS "_vieworm_v_store"."place") AS i LIMIT 1) WHERE "dirty" AND "rows" > 0;
  UPDATE "_vieworm_v_store" SET ("same", "dirty") = (SELECT count(*) FILTER (WHERE (typeof(i."k1") = typeof("_vieworm_v_store"."bucket") AND i."k1" IS "_vieworm_v_store"."bucket" COLLATE BINARY) AND (typeof(i."k2") = typeof("_vieworm_v_store"."place") AND i."k2" IS "_vieworm_v_store"."place" COLLATE BINARY)), 0 FROM (SELECT "s1"."amount" / 10 AS "k1", "s1"."region" || '!' AS "k2" FROM "orders" AS "s1" WHERE +("s1"."amount" / 10) IS "_vieworm_v_store"."bucket" AND +("s1"."region" || '!') IS "_vieworm_v_store"."place") AS i) WHERE "dirty";
END;
CREATE TRIGGER "main"."_vieworm_v_orders_before_insert" BEFORE INSERT ON "orders"
WHEN EXISTS (SELECT 1 FROM "orders" AS g WHERE g."id" = NEW."id")
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1;
  DELETE FROM "_vieworm_v_replaced";
  INSERT INTO "_vieworm_v_replaced" ("id", "amount", "region", vieworm_dead) SELECT g."id", g."amount", g."region", 0 FROM "orders" AS g WHERE (g."id" = NEW."id");
END;
CREATE TRIGGER "main"."_vieworm_v_orders_before_update" BEFORE UPDATE OF "_rowid_", "id", "oid", "rowid" ON "orders"
WHEN EXISTS (SELECT 1 FROM "orders" AS g WHERE g."id" = NEW."id" AND NOT (g."id" IS OLD."id"))
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1;
  DELETE FROM "_vieworm_v_replaced";
  INSERT INTO "_vieworm_v_replaced" ("id", "amount", "region", vieworm_dead) SELECT g."id", g."amount", g."region", 0 FROM "orders" AS g WHERE (g."id" = NEW."id" AND NOT (g."id" IS OLD."id"));
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
  INSERT INTO "_vieworm_v_store" ("bucket", "place", "rows", "same", "dirty") SELECT NEW."amount" / 10, NEW."region" || '!', 1, 1, 0 WHERE true ON CONFLICT (("bucket" IS NULL), ifnull("bucket", 0), ("place" IS NULL), ifnull("place", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows", "same" = CASE WHEN (typeof("bucket") = typeof(excluded."bucket") AND "bucket" IS excluded."bucket" COLLATE BINARY) AND (typeof("place") = typeof(excluded."place") AND "place" IS excluded."place" COLLATE BINARY) THEN "same" + excluded."same" ELSE "same" END, "dirty" = "dirty";
END;
CREATE TRIGGER "main"."_vieworm_v_orders_delete" AFTER DELETE ON "orders"
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1 WHERE ("_vieworm_v_replaced"."id" IS OLD."id");
  INSERT INTO "_vieworm_v_store" ("bucket", "place", "rows", "same", "dirty") SELECT OLD."amount" / 10, OLD."region" || '!', -1, -1, 0 WHERE true ON CONFLICT (("bucket" IS NULL), ifnull("bucket", 0), ("place" IS NULL), ifnull("place", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows", "same" = CASE WHEN (typeof("bucket") = typeof(excluded."bucket") AND "bucket" IS excluded."bucket" COLLATE BINARY) AND (typeof("place") = typeof(excluded."place") AND "place" IS excluded."place" COLLATE BINARY) THEN "same" + excluded."same" ELSE "same" END, "dirty" = CASE WHEN "same" <= 1 AND (typeof("bucket") = typeof(excluded."bucket") AND "bucket" IS excluded."bucket" COLLATE BINARY) AND (typeof("place") = typeof(excluded."place") AND "place" IS excluded."place" COLLATE BINARY) THEN 1 ELSE "dirty" END;
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
  UPDATE "_vieworm_v_store" SET ("bucket", "place") = (SELECT i."k1", i."k2" FROM (SELECT "s1"."amount" / 10 AS "k1", "s1"."region" || '!' AS "k2" FROM "orders" AS "s1" WHERE +("s1"."amount" / 10) IS "_vieworm_v_store"."bucket" AND +("s1"."region" || '!') IS "_vieworm_v_store"."place") AS i LIMIT 1) WHERE "dirty" AND "rows" > 0;
  UPDATE "_vieworm_v_store" SET ("same", "dirty") = (SELECT count(*) FILTER (WHERE (typeof(i."k1") = typeof("_vieworm_v_store"."bucket") AND i."k1" IS "_vieworm_v_store"."bucket" COLLATE BINARY) AND (typeof(i."k2") = typeof("_vieworm_v_store"."place") AND i."k2" IS "_vieworm_v_store"."place" COLLATE BINARY)), 0 FROM (SELECT "s1"."amount" / 10 AS "k1", "s1"."region" || '!' AS "k2" FROM "orders" AS "s1" WHERE +("s1"."amount" / 10) IS "_vieworm_v_store"."bucket" AND +("s1"."region" || '!') IS "_vieworm_v_store"."place") AS i) WHERE "dirty";
END;
CREATE TRIGGER "main"."_vieworm_v_orders_update" AFTER UPDATE OF "amount", "region" ON "orders"
BEGIN
  INSERT INTO "_vieworm_v_store" ("bucket", "place", "rows", "same", "dirty") SELECT OLD."amount" / 10, OLD."region" || '!', -1, -1, 0 WHERE true ON CONFLICT (("bucket" IS NULL), ifnull("bucket", 0), ("place" IS NULL), ifnull("place", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows", "same" = CASE WHEN (typeof("bucket") = typeof(excluded."bucket") AND "bucket" IS excluded."bucket" COLLATE BINARY) AND (typeof("place") = typeof(excluded."place") AND "place" IS excluded."place" COLLATE BINARY) THEN "same" + excluded."same" ELSE "same" END, "dirty" = CASE WHEN "same" <= 1 AND (typeof("bucket") = typeof(excluded."bucket") AND "bucket" IS excluded."bucket" COLLATE BINARY) AND (typeof("place") = typeof(excluded."place") AND "place" IS excluded."place" COLLATE BINARY) THEN 1 ELSE "dirty" END;
  INSERT INTO "_vieworm_v_store" ("bucket", "place", "rows", "same", "dirty") SELECT NEW."amount" / 10, NEW."region" || '!', 1, 1, 0 WHERE true ON CONFLICT (("bucket" IS NULL), ifnull("bucket", 0), ("place" IS NULL), ifnull("place", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows", "same" = CASE WHEN (typeof("bucket") = typeof(excluded."bucket") AND "bucket" IS excluded."bucket" COLLATE BINARY) AND (typeof("place") = typeof(excluded."place") AND "place" IS excluded."place" COLLATE BINARY) THEN "same" + excluded."same" ELSE "same" END, "dirty" = "dirty";
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
  UPDATE "_vieworm_v_store" SET ("bucket", "place") = (SELECT i."k1", i."k2" FROM (SELECT "s1"."amount" / 10 AS "k1", "s1"."region" || '!' AS "k2" FROM "orders" AS "s1" WHERE +("s1"."amount" / 10) IS "_vieworm_v_store"."bucket" AND +("s1"."region" || '!') IS "_vieworm_v_store"."place") AS i LIMIT 1) WHERE "dirty" AND "rows" > 0;
  UPDATE "_vieworm_v_store" SET ("same", "dirty") = (SELECT count(*) FILTER (WHERE (typeof(i."k1") = typeof("_vieworm_v_store"."bucket") AND i."k1" IS "_vieworm_v_store"."bucket" COLLATE BINARY) AND (typeof(i."k2") = typeof("_vieworm_v_store"."place") AND i."k2" IS "_vieworm_v_store"."place" COLLATE BINARY)), 0 FROM (SELECT "s1"."amount" / 10 AS "k1", "s1"."region" || '!' AS "k2" FROM "orders" AS "s1" WHERE +("s1"."amount" / 10) IS "_vieworm_v_store"."bucket" AND +("s1"."region" || '!') IS "_vieworm_v_store"."place") AS i) WHERE "dirty";
END;
CREATE TRIGGER "main"."_vieworm_v_orders_names" AFTER UPDATE OF "_vieworm_" ON "orders"
BEGIN
  SELECT NEW."id", NEW."region", NEW."amount", NULL;
END;

