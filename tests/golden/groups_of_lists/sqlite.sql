-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "main", "storage": "store", "strategy": {"main.orders": "linear"}}
CREATE TABLE "main"."_vieworm_v_store" ("region" TEXT, "rows", "value_1", "dirty");
CREATE UNIQUE INDEX "main"."_vieworm_v_store_key" ON "_vieworm_v_store" ("region");
CREATE INDEX "main"."_vieworm_v_store_empty" ON "_vieworm_v_store" ("rows") WHERE "rows" = 0;
CREATE INDEX "main"."_vieworm_v_store_dirty" ON "_vieworm_v_store" ("dirty") WHERE "dirty";
CREATE TABLE "main"."_vieworm_v_replaced" ("id" INTEGER PRIMARY KEY, "amount" INTEGER, "region" TEXT, vieworm_dead);
CREATE VIEW "main"."v" ("region", "amounts") AS
-- vieworm: {"name":"v","definition":{"sqlite":"SELECT region, group_concat(amount, '-') AS amounts FROM orders GROUP BY region","postgresql":"SELECT region, string_agg(amount::text, '-' ORDER BY id) AS amounts, array_agg(id ORDER BY id) AS ids FROM orders GROUP BY region"},"refresh":{"on":"statement"}}
SELECT "s2"."k1" AS "c1", "s2"."r1" AS "c2" FROM (SELECT "_vieworm_v_store"."region" AS "k1", +"_vieworm_v_store"."value_1" AS "r1" FROM "_vieworm_v_store" WHERE "rows" > 0) AS "s2";
INSERT INTO "main"."_vieworm_v_store" ("region", "rows", "value_1", "dirty") SELECT "s1"."region", 1, NULL, 1 FROM "main"."orders" AS "s1" WHERE true ON CONFLICT ("region") DO UPDATE SET "rows" = "rows" + excluded."rows", "dirty" = 1;
UPDATE "main"."_vieworm_v_store" SET "value_1" = f."value_1", "dirty" = 0 FROM (SELECT i."k1" AS "k1", group_concat(i."a1", i."a2") AS "value_1" FROM (SELECT "s1"."region" AS "k1", "s1"."amount" AS "a1", '-' AS "a2" FROM "main"."orders" AS "s1") AS i GROUP BY i."k1") AS f WHERE f."k1" IS "_vieworm_v_store"."region";
CREATE TRIGGER "main"."_vieworm_v_orders_replaced" AFTER DELETE ON "_vieworm_v_replaced"
WHEN NOT OLD.vieworm_dead
BEGIN
  INSERT INTO "_vieworm_v_store" ("region", "rows", "value_1", "dirty") SELECT OLD."region", -1, NULL, 1 WHERE true ON CONFLICT ("region") DO UPDATE SET "rows" = "rows" + excluded."rows", "dirty" = 1;
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
  UPDATE "_vieworm_v_store" SET ("value_1", "dirty") = (SELECT group_concat(i."a1", i."a2"), 0 FROM (SELECT "s1"."region" AS "k1", "s1"."amount" AS "a1", '-' AS "a2" FROM "orders" AS "s1" WHERE ("s1"."region") IS "_vieworm_v_store"."region") AS i) WHERE "dirty";
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
  INSERT INTO "_vieworm_v_store" ("region", "rows", "value_1", "dirty") SELECT NEW."region", 1, NULL, 1 WHERE true ON CONFLICT ("region") DO UPDATE SET "rows" = "rows" + excluded."rows", "dirty" = 1;
  UPDATE "_vieworm_v_store" SET ("value_1", "dirty") = (SELECT group_concat(i."a1", i."a2"), 0 FROM (SELECT "s1"."region" AS "k1", "s1"."amount" AS "a1", '-' AS "a2" FROM "orders" AS "s1" WHERE ("s1"."region") IS "_vieworm_v_store"."region") AS i) WHERE "dirty";
END;
CREATE TRIGGER "main"."_vieworm_v_orders_delete" AFTER DELETE ON "orders"
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1 WHERE ("_vieworm_v_replaced"."id" IS OLD."id");
  INSERT INTO "_vieworm_v_store" ("region", "rows", "value_1", "dirty") SELECT OLD."region", -1, NULL, 1 WHERE true ON CONFLICT ("region") DO UPDATE SET "rows" = "rows" + excluded."rows", "dirty" = 1;
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
  UPDATE "_vieworm_v_store" SET ("value_1", "dirty") = (SELECT group_concat(i."a1", i."a2"), 0 FROM (SELECT "s1"."region" AS "k1", "s1"."amount" AS "a1", '-' AS "a2" FROM "orders" AS "s1" WHERE ("s1"."region") IS "_vieworm_v_store"."region") AS i) WHERE "dirty";
END;
CREATE TRIGGER "main"."_vieworm_v_orders_update" AFTER UPDATE OF "_rowid_", "amount", "id", "oid", "region", "rowid" ON "orders"
BEGIN
  INSERT INTO "_vieworm_v_store" ("region", "rows", "value_1", "dirty") SELECT OLD."region", -1, NULL, 1 WHERE true ON CONFLICT ("region") DO UPDATE SET "rows" = "rows" + excluded."rows", "dirty" = 1;
  INSERT INTO "_vieworm_v_store" ("region", "rows", "value_1", "dirty") SELECT NEW."region", 1, NULL, 1 WHERE true ON CONFLICT ("region") DO UPDATE SET "rows" = "rows" + excluded."rows", "dirty" = 1;
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
  UPDATE "_vieworm_v_store" SET ("value_1", "dirty") = (SELECT group_concat(i."a1", i."a2"), 0 FROM (SELECT "s1"."region" AS "k1", "s1"."amount" AS "a1", '-' AS "a2" FROM "orders" AS "s1" WHERE ("s1"."region") IS "_vieworm_v_store"."region") AS i) WHERE "dirty";
END;
CREATE TRIGGER "main"."_vieworm_v_orders_names" AFTER UPDATE OF "_vieworm_" ON "orders"
BEGIN
  SELECT NEW."id", NEW."region", NEW."amount", NULL;
END;

