-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "main", "storage": "store", "strategy": {"main.orders": "linear"}}
CREATE TABLE "main"."_vieworm_v_store" ("region" TEXT, "rows", "count_1", "others_1", "integers_1");
CREATE UNIQUE INDEX "main"."_vieworm_v_store_key" ON "_vieworm_v_store" ("region");
CREATE INDEX "main"."_vieworm_v_store_empty" ON "_vieworm_v_store" ("rows") WHERE "rows" = 0;
CREATE TABLE "main"."_vieworm_v_replaced" ("id" INTEGER PRIMARY KEY, "amount" INTEGER, "region" TEXT, vieworm_dead);
CREATE VIEW "main"."v" ("region", "amount") AS
-- vieworm: {"name":"v","definition":"SELECT region, sum(amount) AS amount FROM orders GROUP BY region HAVING count(*) > 2 AND sum(amount) > 100","refresh":{"on":"statement"}}
SELECT "s2"."k1" AS "c1", "s2"."r1" AS "c2" FROM (SELECT "_vieworm_v_store"."region" AS "k1", CASE WHEN "_vieworm_v_store"."count_1" = 0 THEN NULL WHEN typeof("_vieworm_v_store"."integers_1") = 'real' OR "_vieworm_v_store"."others_1" <> 0 THEN (SELECT sum(i."a1") FROM (SELECT "s1"."region" AS "k1", "s1"."amount" AS "a1" FROM "orders" AS "s1" WHERE ("s1"."region") IS "_vieworm_v_store"."region") AS i) ELSE "_vieworm_v_store"."integers_1" END AS "r1", +"_vieworm_v_store"."rows" AS "r2" FROM "_vieworm_v_store" WHERE "rows" > 0) AS "s2" WHERE "s2"."r2" > 2 AND "s2"."r1" > 100;
INSERT INTO "main"."_vieworm_v_store" ("region", "rows", "count_1", "others_1", "integers_1") SELECT "s1"."region", 1, (("s1"."amount") IS NOT NULL), (CASE WHEN ("s1"."amount") > -9223372036854775808 AND CAST(("s1"."amount") AS INTEGER) IS ("s1"."amount") THEN 0 ELSE ("s1"."amount") IS NOT NULL END), ifnull(CAST(("s1"."amount") AS INTEGER), 0) FROM "main"."orders" AS "s1" WHERE true ON CONFLICT ("region") DO UPDATE SET "rows" = "rows" + excluded."rows", "count_1" = "count_1" + excluded."count_1", "others_1" = "others_1" + excluded."others_1", "integers_1" = "integers_1" + excluded."integers_1";
CREATE TRIGGER "main"."_vieworm_v_orders_replaced" AFTER DELETE ON "_vieworm_v_replaced"
WHEN NOT OLD.vieworm_dead
BEGIN
  INSERT INTO "_vieworm_v_store" ("region", "rows", "count_1", "others_1", "integers_1") SELECT OLD."region", -1, -((OLD."amount") IS NOT NULL), -(CASE WHEN (OLD."amount") > -9223372036854775808 AND CAST((OLD."amount") AS INTEGER) IS (OLD."amount") THEN 0 ELSE (OLD."amount") IS NOT NULL END), -ifnull(CAST((OLD."amount") AS INTEGER), 0) WHERE true ON CONFLICT ("region") DO UPDATE SET "rows" = "rows" + excluded."rows", "count_1" = "count_1" + excluded."count_1", "others_1" = "others_1" + excluded."others_1", "integers_1" = "integers_1" + excluded."integers_1";
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0 AND "count_1" = 0 AND "integers_1" = 0 AND "others_1" = 0;
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
  INSERT INTO "_vieworm_v_store" ("region", "rows", "count_1", "others_1", "integers_1") SELECT NEW."region", 1, ((NEW."amount") IS NOT NULL), (CASE WHEN (NEW."amount") > -9223372036854775808 AND CAST((NEW."amount") AS INTEGER) IS (NEW."amount") THEN 0 ELSE (NEW."amount") IS NOT NULL END), ifnull(CAST((NEW."amount") AS INTEGER), 0) WHERE true ON CONFLICT ("region") DO UPDATE SET "rows" = "rows" + excluded."rows", "count_1" = "count_1" + excluded."count_1", "others_1" = "others_1" + excluded."others_1", "integers_1" = "integers_1" + excluded."integers_1";
END;
CREATE TRIGGER "main"."_vieworm_v_orders_delete" AFTER DELETE ON "orders"
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1 WHERE ("_vieworm_v_replaced"."id" IS OLD."id");
  INSERT INTO "_vieworm_v_store" ("region", "rows", "count_1", "others_1", "integers_1") SELECT OLD."region", -1, -((OLD."amount") IS NOT NULL), -(CASE WHEN (OLD."amount") > -9223372036854775808 AND CAST((OLD."amount") AS INTEGER) IS (OLD."amount") THEN 0 ELSE (OLD."amount") IS NOT NULL END), -ifnull(CAST((OLD."amount") AS INTEGER), 0) WHERE true ON CONFLICT ("region") DO UPDATE SET "rows" = "rows" + excluded."rows", "count_1" = "count_1" + excluded."count_1", "others_1" = "others_1" + excluded."others_1", "integers_1" = "integers_1" + excluded."integers_1";
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0 AND "count_1" = 0 AND "integers_1" = 0 AND "others_1" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_orders_update" AFTER UPDATE OF "region" ON "orders"
WHEN NOT (NEW."region" IS OLD."region" COLLATE BINARY)
BEGIN
  INSERT INTO "_vieworm_v_store" ("region", "rows", "count_1", "others_1", "integers_1") SELECT OLD."region", -1, -((OLD."amount") IS NOT NULL), -(CASE WHEN (OLD."amount") > -9223372036854775808 AND CAST((OLD."amount") AS INTEGER) IS (OLD."amount") THEN 0 ELSE (OLD."amount") IS NOT NULL END), -ifnull(CAST((OLD."amount") AS INTEGER), 0) WHERE true ON CONFLICT ("region") DO UPDATE SET "rows" = "rows" + excluded."rows", "count_1" = "count_1" + excluded."count_1", "others_1" = "others_1" + excluded."others_1", "integers_1" = "integers_1" + excluded."integers_1";
  INSERT INTO "_vieworm_v_store" ("region", "rows", "count_1", "others_1", "integers_1") SELECT NEW."region", 1, ((NEW."amount") IS NOT NULL), (CASE WHEN (NEW."amount") > -9223372036854775808 AND CAST((NEW."amount") AS INTEGER) IS (NEW."amount") THEN 0 ELSE (NEW."amount") IS NOT NULL END), ifnull(CAST((NEW."amount") AS INTEGER), 0) WHERE true ON CONFLICT ("region") DO UPDATE SET "rows" = "rows" + excluded."rows", "count_1" = "count_1" + excluded."count_1", "others_1" = "others_1" + excluded."others_1", "integers_1" = "integers_1" + excluded."integers_1";
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0 AND "count_1" = 0 AND "integers_1" = 0 AND "others_1" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_orders_change" AFTER UPDATE OF "amount" ON "orders"
WHEN NEW."region" IS OLD."region" COLLATE BINARY
BEGIN
  INSERT INTO "_vieworm_v_store" ("region", "rows", "count_1", "others_1", "integers_1") SELECT NEW."region", 0, ((NEW."amount") IS NOT NULL) - ((OLD."amount") IS NOT NULL), (CASE WHEN (NEW."amount") > -9223372036854775808 AND CAST((NEW."amount") AS INTEGER) IS (NEW."amount") THEN 0 ELSE (NEW."amount") IS NOT NULL END) - (CASE WHEN (OLD."amount") > -9223372036854775808 AND CAST((OLD."amount") AS INTEGER) IS (OLD."amount") THEN 0 ELSE (OLD."amount") IS NOT NULL END), ifnull(CAST(NEW."amount" AS INTEGER), 0) - ifnull(CAST(OLD."amount" AS INTEGER), 0) WHERE true ON CONFLICT ("region") DO UPDATE SET "count_1" = "count_1" + excluded."count_1", "others_1" = "others_1" + excluded."others_1", "integers_1" = "integers_1" + excluded."integers_1";
END;
CREATE TRIGGER "main"."_vieworm_v_orders_names" AFTER UPDATE OF "_vieworm_" ON "orders"
BEGIN
  SELECT NEW."id", NEW."region", NEW."amount", NULL;
END;

