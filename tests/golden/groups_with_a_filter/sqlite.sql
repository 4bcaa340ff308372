-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "main", "storage": "store", "strategy": {"main.orders": "linear"}}
CREATE TABLE "main"."_vieworm_v_store" ("region" TEXT, "rows", "count_1", "count_2", "others_2", "integers_2");
CREATE UNIQUE INDEX "main"."_vieworm_v_store_key" ON "_vieworm_v_store" ("region");
CREATE INDEX "main"."_vieworm_v_store_empty" ON "_vieworm_v_store" ("rows") WHERE "rows" = 0;
CREATE TABLE "main"."_vieworm_v_replaced" ("id" INTEGER PRIMARY KEY, "amount" INTEGER, "paid" INTEGER, "region" TEXT, vieworm_dead);
CREATE VIEW "main"."v" ("region", "paid", "owed") AS
-- vieworm: {"name":"v","definition":"SELECT region, count(*) FILTER (WHERE paid = 1) AS paid, sum(amount) FILTER (WHERE paid = 0) AS owed FROM orders WHERE amount > 0 GROUP BY region","refresh":{"on":"statement"}}
SELECT "s2"."k1" AS "c1", "s2"."r1" AS "c2", "s2"."r2" AS "c3" FROM (SELECT "_vieworm_v_store"."region" AS "k1", +"_vieworm_v_store"."count_1" AS "r1", CASE WHEN "_vieworm_v_store"."count_2" = 0 THEN NULL WHEN typeof("_vieworm_v_store"."integers_2") = 'real' OR "_vieworm_v_store"."others_2" <> 0 THEN (SELECT sum(i."a2") FILTER (WHERE i."a3") FROM (SELECT "s1"."region" AS "k1", "s1"."paid" = 1 AS "a1", "s1"."amount" AS "a2", "s1"."paid" = 0 AS "a3" FROM "orders" AS "s1" WHERE ("s1"."amount" > 0) AND ("s1"."region") IS "_vieworm_v_store"."region") AS i) ELSE "_vieworm_v_store"."integers_2" END AS "r2" FROM "_vieworm_v_store" WHERE "rows" > 0) AS "s2";
INSERT INTO "main"."_vieworm_v_store" ("region", "rows", "count_1", "count_2", "others_2", "integers_2") SELECT "s1"."region", 1, ((CASE WHEN "s1"."paid" = 1 THEN "s1"."paid" = 1 END) IS NOT NULL), ((CASE WHEN "s1"."paid" = 0 THEN "s1"."amount" END) IS NOT NULL), (CASE WHEN (CASE WHEN "s1"."paid" = 0 THEN "s1"."amount" END) > -9223372036854775808 AND CAST((CASE WHEN "s1"."paid" = 0 THEN "s1"."amount" END) AS INTEGER) IS (CASE WHEN "s1"."paid" = 0 THEN "s1"."amount" END) THEN 0 ELSE (CASE WHEN "s1"."paid" = 0 THEN "s1"."amount" END) IS NOT NULL END), ifnull(CAST((CASE WHEN "s1"."paid" = 0 THEN "s1"."amount" END) AS INTEGER), 0) FROM "main"."orders" AS "s1" WHERE ("s1"."amount" > 0) ON CONFLICT ("region") DO UPDATE SET "rows" = "rows" + excluded."rows", "count_1" = "count_1" + excluded."count_1", "count_2" = "count_2" + excluded."count_2", "others_2" = "others_2" + excluded."others_2", "integers_2" = "integers_2" + excluded."integers_2";
CREATE TRIGGER "main"."_vieworm_v_orders_replaced" AFTER DELETE ON "_vieworm_v_replaced"
WHEN NOT OLD.vieworm_dead
BEGIN
  INSERT INTO "_vieworm_v_store" ("region", "rows", "count_1", "count_2", "others_2", "integers_2") SELECT OLD."region", -1, -((CASE WHEN OLD."paid" = 1 THEN OLD."paid" = 1 END) IS NOT NULL), -((CASE WHEN OLD."paid" = 0 THEN OLD."amount" END) IS NOT NULL), -(CASE WHEN (CASE WHEN OLD."paid" = 0 THEN OLD."amount" END) > -9223372036854775808 AND CAST((CASE WHEN OLD."paid" = 0 THEN OLD."amount" END) AS INTEGER) IS (CASE WHEN OLD."paid" = 0 THEN OLD."amount" END) THEN 0 ELSE (CASE WHEN OLD."paid" = 0 THEN OLD."amount" END) IS NOT NULL END), -ifnull(CAST((CASE WHEN OLD."paid" = 0 THEN OLD."amount" END) AS INTEGER), 0) WHERE (OLD."amount" > 0) ON CONFLICT ("region") DO UPDATE SET "rows" = "rows" + excluded."rows", "count_1" = "count_1" + excluded."count_1", "count_2" = "count_2" + excluded."count_2", "others_2" = "others_2" + excluded."others_2", "integers_2" = "integers_2" + excluded."integers_2";
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0 AND "count_1" = 0 AND "count_2" = 0 AND "integers_2" = 0 AND "others_2" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_orders_before_insert" BEFORE INSERT ON "orders"
WHEN EXISTS (SELECT 1 FROM "orders" AS g WHERE g."id" = NEW."id")
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1;
  DELETE FROM "_vieworm_v_replaced";
  INSERT INTO "_vieworm_v_replaced" ("id", "amount", "paid", "region", vieworm_dead) SELECT g."id", g."amount", g."paid", g."region", 0 FROM "orders" AS g WHERE (g."id" = NEW."id");
END;
CREATE TRIGGER "main"."_vieworm_v_orders_before_update" BEFORE UPDATE OF "_rowid_", "id", "oid", "rowid" ON "orders"
WHEN EXISTS (SELECT 1 FROM "orders" AS g WHERE g."id" = NEW."id" AND NOT (g."id" IS OLD."id"))
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1;
  DELETE FROM "_vieworm_v_replaced";
  INSERT INTO "_vieworm_v_replaced" ("id", "amount", "paid", "region", vieworm_dead) SELECT g."id", g."amount", g."paid", g."region", 0 FROM "orders" AS g WHERE (g."id" = NEW."id" AND NOT (g."id" IS OLD."id"));
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
  INSERT INTO "_vieworm_v_store" ("region", "rows", "count_1", "count_2", "others_2", "integers_2") SELECT NEW."region", 1, ((CASE WHEN NEW."paid" = 1 THEN NEW."paid" = 1 END) IS NOT NULL), ((CASE WHEN NEW."paid" = 0 THEN NEW."amount" END) IS NOT NULL), (CASE WHEN (CASE WHEN NEW."paid" = 0 THEN NEW."amount" END) > -9223372036854775808 AND CAST((CASE WHEN NEW."paid" = 0 THEN NEW."amount" END) AS INTEGER) IS (CASE WHEN NEW."paid" = 0 THEN NEW."amount" END) THEN 0 ELSE (CASE WHEN NEW."paid" = 0 THEN NEW."amount" END) IS NOT NULL END), ifnull(CAST((CASE WHEN NEW."paid" = 0 THEN NEW."amount" END) AS INTEGER), 0) WHERE (NEW."amount" > 0) ON CONFLICT ("region") DO UPDATE SET "rows" = "rows" + excluded."rows", "count_1" = "count_1" + excluded."count_1", "count_2" = "count_2" + excluded."count_2", "others_2" = "others_2" + excluded."others_2", "integers_2" = "integers_2" + excluded."integers_2";
END;
CREATE TRIGGER "main"."_vieworm_v_orders_delete" AFTER DELETE ON "orders"
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1 WHERE ("_vieworm_v_replaced"."id" IS OLD."id");
  INSERT INTO "_vieworm_v_store" ("region", "rows", "count_1", "count_2", "others_2", "integers_2") SELECT OLD."region", -1, -((CASE WHEN OLD."paid" = 1 THEN OLD."paid" = 1 END) IS NOT NULL), -((CASE WHEN OLD."paid" = 0 THEN OLD."amount" END) IS NOT NULL), -(CASE WHEN (CASE WHEN OLD."paid" = 0 THEN OLD."amount" END) > -9223372036854775808 AND CAST((CASE WHEN OLD."paid" = 0 THEN OLD."amount" END) AS INTEGER) IS (CASE WHEN OLD."paid" = 0 THEN OLD."amount" END) THEN 0 ELSE (CASE WHEN OLD."paid" = 0 THEN OLD."amount" END) IS NOT NULL END), -ifnull(CAST((CASE WHEN OLD."paid" = 0 THEN OLD."amount" END) AS INTEGER), 0) WHERE (OLD."amount" > 0) ON CONFLICT ("region") DO UPDATE SET "rows" = "rows" + excluded."rows", "count_1" = "count_1" + excluded."count_1", "count_2" = "count_2" + excluded."count_2", "others_2" = "others_2" + excluded."others_2", "integers_2" = "integers_2" + excluded."integers_2";
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0 AND "count_1" = 0 AND "count_2" = 0 AND "integers_2" = 0 AND "others_2" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_orders_update" AFTER UPDATE OF "amount", "region" ON "orders"
WHEN NOT (NEW."amount" IS OLD."amount" COLLATE BINARY AND NEW."region" IS OLD."region" COLLATE BINARY)
BEGIN
  INSERT INTO "_vieworm_v_store" ("region", "rows", "count_1", "count_2", "others_2", "integers_2") SELECT OLD."region", -1, -((CASE WHEN OLD."paid" = 1 THEN OLD."paid" = 1 END) IS NOT NULL), -((CASE WHEN OLD."paid" = 0 THEN OLD."amount" END) IS NOT NULL), -(CASE WHEN (CASE WHEN OLD."paid" = 0 THEN OLD."amount" END) > -9223372036854775808 AND CAST((CASE WHEN OLD."paid" = 0 THEN OLD."amount" END) AS INTEGER) IS (CASE WHEN OLD."paid" = 0 THEN OLD."amount" END) THEN 0 ELSE (CASE WHEN OLD."paid" = 0 THEN OLD."amount" END) IS NOT NULL END), -ifnull(CAST((CASE WHEN OLD."paid" = 0 THEN OLD."amount" END) AS INTEGER), 0) WHERE (OLD."amount" > 0) ON CONFLICT ("region") DO UPDATE SET "rows" = "rows" + excluded."rows", "count_1" = "count_1" + excluded."count_1", "count_2" = "count_2" + excluded."count_2", "others_2" = "others_2" + excluded."others_2", "integers_2" = "integers_2" + excluded."integers_2";
  INSERT INTO "_vieworm_v_store" ("region", "rows", "count_1", "count_2", "others_2", "integers_2") SELECT NEW."region", 1, ((CASE WHEN NEW."paid" = 1 THEN NEW."paid" = 1 END) IS NOT NULL), ((CASE WHEN NEW."paid" = 0 THEN NEW."amount" END) IS NOT NULL), (CASE WHEN (CASE WHEN NEW."paid" = 0 THEN NEW."amount" END) > -9223372036854775808 AND CAST((CASE WHEN NEW."paid" = 0 THEN NEW."amount" END) AS INTEGER) IS (CASE WHEN NEW."paid" = 0 THEN NEW."amount" END) THEN 0 ELSE (CASE WHEN NEW."paid" = 0 THEN NEW."amount" END) IS NOT NULL END), ifnull(CAST((CASE WHEN NEW."paid" = 0 THEN NEW."amount" END) AS INTEGER), 0) WHERE (NEW."amount" > 0) ON CONFLICT ("region") DO UPDATE SET "rows" = "rows" + excluded."rows", "count_1" = "count_1" + excluded."count_1", "count_2" = "count_2" + excluded."count_2", "others_2" = "others_2" + excluded."others_2", "integers_2" = "integers_2" + excluded."integers_2";
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0 AND "count_1" = 0 AND "count_2" = 0 AND "integers_2" = 0 AND "others_2" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_orders_change" AFTER UPDATE OF "paid" ON "orders"
WHEN NEW."amount" IS OLD."amount" COLLATE BINARY AND NEW."region" IS OLD."region" COLLATE BINARY
BEGIN
  INSERT INTO "_vieworm_v_store" ("region", "rows", "count_1", "count_2", "others_2", "integers_2") SELECT NEW."region", 0, ((CASE WHEN NEW."paid" = 1 THEN NEW."paid" = 1 END) IS NOT NULL) - ((CASE WHEN OLD."paid" = 1 THEN OLD."paid" = 1 END) IS NOT NULL), ((CASE WHEN NEW."paid" = 0 THEN NEW."amount" END) IS NOT NULL) - ((CASE WHEN OLD."paid" = 0 THEN OLD."amount" END) IS NOT NULL), (CASE WHEN (CASE WHEN NEW."paid" = 0 THEN NEW."amount" END) > -9223372036854775808 AND CAST((CASE WHEN NEW."paid" = 0 THEN NEW."amount" END) AS INTEGER) IS (CASE WHEN NEW."paid" = 0 THEN NEW."amount" END) THEN 0 ELSE (CASE WHEN NEW."paid" = 0 THEN NEW."amount" END) IS NOT NULL END) - (CASE WHEN (CASE WHEN OLD."paid" = 0 THEN OLD."amount" END) > -9223372036854775808 AND CAST((CASE WHEN OLD."paid" = 0 THEN OLD."amount" END) AS INTEGER) IS (CASE WHEN OLD."paid" = 0 THEN OLD."amount" END) THEN 0 ELSE (CASE WHEN OLD."paid" = 0 THEN OLD."amount" END) IS NOT NULL END), ifnull(CAST(CASE WHEN NEW."paid" = 0 THEN NEW."amount" END AS INTEGER), 0) - ifnull(CAST(CASE WHEN OLD."paid" = 0 THEN OLD."amount" END AS INTEGER), 0) WHERE (NEW."amount" > 0) ON CONFLICT ("region") DO UPDATE SET "count_1" = "count_1" + excluded."count_1", "count_2" = "count_2" + excluded."count_2", "others_2" = "others_2" + excluded."others_2", "integers_2" = "integers_2" + excluded."integers_2";
END;
CREATE TRIGGER "main"."_vieworm_v_orders_names" AFTER UPDATE OF "_vieworm_" ON "orders"
BEGIN
  SELECT NEW."id", NEW."region", NEW."amount", NEW."paid", NULL;
END;

