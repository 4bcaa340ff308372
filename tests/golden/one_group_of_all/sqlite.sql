-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "main", "storage": "store", "strategy": {"main.orders": "linear"}}
CREATE TABLE "main"."_vieworm_v_store" ("one", "rows", "count_1", "others_1", "integers_1", "extreme_1", "dirty");
CREATE UNIQUE INDEX "main"."_vieworm_v_store_key" ON "_vieworm_v_store" ("one");
CREATE INDEX "main"."_vieworm_v_store_dirty" ON "_vieworm_v_store" ("dirty") WHERE "dirty";
CREATE TABLE "main"."_vieworm_v_replaced" ("id" INTEGER PRIMARY KEY, "amount" INTEGER, vieworm_dead);
CREATE VIEW "main"."v" ("orders", "amount", "most") AS
-- vieworm: {"name":"v","definition":"SELECT count(*) AS orders, sum(amount) AS amount, max(amount) AS most FROM orders","refresh":{"on":"statement"}}
SELECT "s2"."r1" AS "c1", "s2"."r2" AS "c2", "s2"."r3" AS "c3" FROM (SELECT +"_vieworm_v_store"."rows" AS "r1", CASE WHEN "_vieworm_v_store"."count_1" = 0 THEN NULL WHEN typeof("_vieworm_v_store"."integers_1") = 'real' OR "_vieworm_v_store"."others_1" <> 0 THEN (SELECT sum(i."a1") FROM (SELECT "s1"."amount" AS "a1" FROM "orders" AS "s1") AS i) ELSE "_vieworm_v_store"."integers_1" END AS "r2", +"_vieworm_v_store"."extreme_1" AS "r3" FROM "_vieworm_v_store") AS "s2";
INSERT INTO "main"."_vieworm_v_store" VALUES (1, 0, 0, 0, 0, NULL, 0);
INSERT INTO "main"."_vieworm_v_store" ("one", "rows", "count_1", "others_1", "integers_1", "extreme_1", "dirty") SELECT 1, 1, (("s1"."amount") IS NOT NULL), (CASE WHEN ("s1"."amount") > -9223372036854775808 AND CAST(("s1"."amount") AS INTEGER) IS ("s1"."amount") THEN 0 ELSE ("s1"."amount") IS NOT NULL END), ifnull(CAST(("s1"."amount") AS INTEGER), 0), "s1"."amount", 0 FROM "main"."orders" AS "s1" WHERE true ON CONFLICT ("one") DO UPDATE SET "rows" = "rows" + excluded."rows", "count_1" = "count_1" + excluded."count_1", "others_1" = "others_1" + excluded."others_1", "integers_1" = "integers_1" + excluded."integers_1", "extreme_1" = CASE WHEN excluded."extreme_1" IS NULL THEN "extreme_1" WHEN "extreme_1" IS NULL OR excluded."extreme_1" > "extreme_1" THEN excluded."extreme_1" ELSE "extreme_1" END, "dirty" = CASE WHEN excluded."dirty" OR excluded."extreme_1" = "extreme_1" AND NOT (typeof(excluded."extreme_1") = typeof("extreme_1") AND excluded."extreme_1" IS "extreme_1" COLLATE BINARY) THEN 1 ELSE "dirty" END;
UPDATE "main"."_vieworm_v_store" SET "extreme_1" = f."extreme_1", "dirty" = 0 FROM (SELECT max(i."a1") AS "extreme_1" FROM (SELECT "s1"."amount" AS "a1" FROM "main"."orders" AS "s1") AS i) AS f;
CREATE TRIGGER "main"."_vieworm_v_orders_replaced" AFTER DELETE ON "_vieworm_v_replaced"
WHEN NOT OLD.vieworm_dead
BEGIN
  INSERT INTO "_vieworm_v_store" ("one", "rows", "count_1", "others_1", "integers_1", "extreme_1", "dirty") SELECT 1, -1, -((OLD."amount") IS NOT NULL), -(CASE WHEN (OLD."amount") > -9223372036854775808 AND CAST((OLD."amount") AS INTEGER) IS (OLD."amount") THEN 0 ELSE (OLD."amount") IS NOT NULL END), -ifnull(CAST((OLD."amount") AS INTEGER), 0), OLD."amount", 0 WHERE true ON CONFLICT ("one") DO UPDATE SET "rows" = "rows" + excluded."rows", "count_1" = "count_1" + excluded."count_1", "others_1" = "others_1" + excluded."others_1", "integers_1" = "integers_1" + excluded."integers_1", "dirty" = CASE WHEN excluded."dirty" OR excluded."extreme_1" = "extreme_1" THEN 1 ELSE "dirty" END;
  UPDATE "_vieworm_v_store" SET ("extreme_1", "dirty") = (SELECT max(i."a1"), 0 FROM (SELECT "s1"."amount" AS "a1" FROM "orders" AS "s1") AS i) WHERE "dirty";
END;
CREATE TRIGGER "main"."_vieworm_v_orders_before_insert" BEFORE INSERT ON "orders"
WHEN EXISTS (SELECT 1 FROM "orders" AS g WHERE g."id" = NEW."id")
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1;
  DELETE FROM "_vieworm_v_replaced";
  INSERT INTO "_vieworm_v_replaced" ("id", "amount", vieworm_dead) SELECT g."id", g."amount", 0 FROM "orders" AS g WHERE (g."id" = NEW."id");
END;
CREATE TRIGGER "main"."_vieworm_v_orders_before_update" BEFORE UPDATE OF "_rowid_", "id", "oid", "rowid" ON "orders"
WHEN EXISTS (SELECT 1 FROM "orders" AS g WHERE g."id" = NEW."id" AND NOT (g."id" IS OLD."id"))
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1;
  DELETE FROM "_vieworm_v_replaced";
  INSERT INTO "_vieworm_v_replaced" ("id", "amount", vieworm_dead) SELECT g."id", g."amount", 0 FROM "orders" AS g WHERE (g."id" = NEW."id" AND NOT (g."id" IS OLD."id"));
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
  INSERT INTO "_vieworm_v_store" ("one", "rows", "count_1", "others_1", "integers_1", "extreme_1", "dirty") SELECT 1, 1, ((NEW."amount") IS NOT NULL), (CASE WHEN (NEW."amount") > -9223372036854775808 AND CAST((NEW."amount") AS INTEGER) IS (NEW."amount") THEN 0 ELSE (NEW."amount") IS NOT NULL END), ifnull(CAST((NEW."amount") AS INTEGER), 0), NEW."amount", NOT EXISTS (SELECT 1 FROM "orders" AS g WHERE g."amount" IS NEW."amount" COLLATE BINARY AND g."id" IS NEW."id" COLLATE BINARY) WHERE true ON CONFLICT ("one") DO UPDATE SET "rows" = "rows" + excluded."rows", "count_1" = "count_1" + excluded."count_1", "others_1" = "others_1" + excluded."others_1", "integers_1" = "integers_1" + excluded."integers_1", "extreme_1" = CASE WHEN excluded."extreme_1" IS NULL THEN "extreme_1" WHEN "extreme_1" IS NULL OR excluded."extreme_1" > "extreme_1" THEN excluded."extreme_1" ELSE "extreme_1" END, "dirty" = CASE WHEN excluded."dirty" OR excluded."extreme_1" = "extreme_1" AND NOT (typeof(excluded."extreme_1") = typeof("extreme_1") AND excluded."extreme_1" IS "extreme_1" COLLATE BINARY) THEN 1 ELSE "dirty" END;
  UPDATE "_vieworm_v_store" SET ("extreme_1", "dirty") = (SELECT max(i."a1"), 0 FROM (SELECT "s1"."amount" AS "a1" FROM "orders" AS "s1") AS i) WHERE "dirty";
END;
CREATE TRIGGER "main"."_vieworm_v_orders_delete" AFTER DELETE ON "orders"
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1 WHERE ("_vieworm_v_replaced"."id" IS OLD."id");
  INSERT INTO "_vieworm_v_store" ("one", "rows", "count_1", "others_1", "integers_1", "extreme_1", "dirty") SELECT 1, -1, -((OLD."amount") IS NOT NULL), -(CASE WHEN (OLD."amount") > -9223372036854775808 AND CAST((OLD."amount") AS INTEGER) IS (OLD."amount") THEN 0 ELSE (OLD."amount") IS NOT NULL END), -ifnull(CAST((OLD."amount") AS INTEGER), 0), OLD."amount", 0 WHERE true ON CONFLICT ("one") DO UPDATE SET "rows" = "rows" + excluded."rows", "count_1" = "count_1" + excluded."count_1", "others_1" = "others_1" + excluded."others_1", "integers_1" = "integers_1" + excluded."integers_1", "dirty" = CASE WHEN excluded."dirty" OR excluded."extreme_1" = "extreme_1" THEN 1 ELSE "dirty" END;
  UPDATE "_vieworm_v_store" SET ("extreme_1", "dirty") = (SELECT max(i."a1"), 0 FROM (SELECT "s1"."amount" AS "a1" FROM "orders" AS "s1") AS i) WHERE "dirty";
END;
CREATE TRIGGER "main"."_vieworm_v_orders_update" AFTER UPDATE OF "amount" ON "orders"
BEGIN
  INSERT INTO "_vieworm_v_store" ("one", "rows", "count_1", "others_1", "integers_1", "extreme_1", "dirty") SELECT 1, -1, -((OLD."amount") IS NOT NULL), -(CASE WHEN (OLD."amount") > -9223372036854775808 AND CAST((OLD."amount") AS INTEGER) IS (OLD."amount") THEN 0 ELSE (OLD."amount") IS NOT NULL END), -ifnull(CAST((OLD."amount") AS INTEGER), 0), OLD."amount", 0 WHERE true ON CONFLICT ("one") DO UPDATE SET "rows" = "rows" + excluded."rows", "count_1" = "count_1" + excluded."count_1", "others_1" = "others_1" + excluded."others_1", "integers_1" = "integers_1" + excluded."integers_1", "dirty" = CASE WHEN excluded."dirty" OR excluded."extreme_1" = "extreme_1" THEN 1 ELSE "dirty" END;
  INSERT INTO "_vieworm_v_store" ("one", "rows", "count_1", "others_1", "integers_1", "extreme_1", "dirty") SELECT 1, 1, ((NEW."amount") IS NOT NULL), (CASE WHEN (NEW."amount") > -9223372036854775808 AND CAST((NEW."amount") AS INTEGER) IS (NEW."amount") THEN 0 ELSE (NEW."amount") IS NOT NULL END), ifnull(CAST((NEW."amount") AS INTEGER), 0), NEW."amount", NOT EXISTS (SELECT 1 FROM "orders" AS g WHERE g."amount" IS NEW."amount" COLLATE BINARY AND g."id" IS NEW."id" COLLATE BINARY) WHERE true ON CONFLICT ("one") DO UPDATE SET "rows" = "rows" + excluded."rows", "count_1" = "count_1" + excluded."count_1", "others_1" = "others_1" + excluded."others_1", "integers_1" = "integers_1" + excluded."integers_1", "extreme_1" = CASE WHEN excluded."extreme_1" IS NULL THEN "extreme_1" WHEN "extreme_1" IS NULL OR excluded."extreme_1" > "extreme_1" THEN excluded."extreme_1" ELSE "extreme_1" END, "dirty" = CASE WHEN excluded."dirty" OR excluded."extreme_1" = "extreme_1" AND NOT (typeof(excluded."extreme_1") = typeof("extreme_1") AND excluded."extreme_1" IS "extreme_1" COLLATE BINARY) THEN 1 ELSE "dirty" END;
  UPDATE "_vieworm_v_store" SET ("extreme_1", "dirty") = (SELECT max(i."a1"), 0 FROM (SELECT "s1"."amount" AS "a1" FROM "orders" AS "s1") AS i) WHERE "dirty";
END;
CREATE TRIGGER "main"."_vieworm_v_orders_names" AFTER UPDATE OF "_vieworm_" ON "orders"
BEGIN
  SELECT NEW."id", NEW."amount", NULL;
END;

