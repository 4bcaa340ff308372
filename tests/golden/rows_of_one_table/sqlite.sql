-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "main", "storage": "store", "strategy": {"main.orders": "keyed"}}
CREATE TABLE "main"."_vieworm_v_store" ("id" INTEGER, "region" TEXT, "twice", "key_1_1" INTEGER);
CREATE INDEX "main"."_vieworm_v_store_key_1" ON "_vieworm_v_store" ("key_1_1");
CREATE VIEW "main"."v" ("id", "region", "twice") AS
-- vieworm: {"name":"v","definition":"SELECT id, region, amount * 2 AS twice FROM orders WHERE paid = 1 AND amount > 10","refresh":{"on":"statement"}}
SELECT "_vieworm_v_store"."id" AS "c1", "_vieworm_v_store"."region" AS "c2", +"_vieworm_v_store"."twice" AS "c3" FROM "_vieworm_v_store";
INSERT INTO "main"."_vieworm_v_store" ("id", "region", "twice", "key_1_1") SELECT "s1"."id", "s1"."region", "s1"."amount" * 2, "s1"."id" FROM "main"."orders" AS "s1" WHERE ("s1"."paid" = 1) AND ("s1"."amount" > 10);
CREATE TRIGGER "main"."_vieworm_v_orders_insert" AFTER INSERT ON "orders"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = NEW."id";
  INSERT INTO "_vieworm_v_store" ("id", "region", "twice", "key_1_1") SELECT "s1"."id", "s1"."region", "s1"."amount" * 2, "s1"."id" FROM "orders" AS "s1" WHERE "s1"."id" = NEW."id" AND ("s1"."paid" = 1) AND ("s1"."amount" > 10);
END;
CREATE TRIGGER "main"."_vieworm_v_orders_delete" AFTER DELETE ON "orders"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = OLD."id";
  INSERT INTO "_vieworm_v_store" ("id", "region", "twice", "key_1_1") SELECT "s1"."id", "s1"."region", "s1"."amount" * 2, "s1"."id" FROM "orders" AS "s1" WHERE "s1"."id" = OLD."id" AND ("s1"."paid" = 1) AND ("s1"."amount" > 10);
END;
CREATE TRIGGER "main"."_vieworm_v_orders_update" AFTER UPDATE OF "_rowid_", "amount", "id", "oid", "paid", "region", "rowid" ON "orders"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = NEW."id";
  INSERT INTO "_vieworm_v_store" ("id", "region", "twice", "key_1_1") SELECT "s1"."id", "s1"."region", "s1"."amount" * 2, "s1"."id" FROM "orders" AS "s1" WHERE "s1"."id" = NEW."id" AND ("s1"."paid" = 1) AND ("s1"."amount" > 10);
END;
CREATE TRIGGER "main"."_vieworm_v_orders_rekey" AFTER UPDATE OF "_rowid_", "id", "oid", "rowid" ON "orders"
WHEN NOT (NEW."id" IS OLD."id")
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = OLD."id";
  INSERT INTO "_vieworm_v_store" ("id", "region", "twice", "key_1_1") SELECT "s1"."id", "s1"."region", "s1"."amount" * 2, "s1"."id" FROM "orders" AS "s1" WHERE "s1"."id" = OLD."id" AND ("s1"."paid" = 1) AND ("s1"."amount" > 10);
END;
CREATE TRIGGER "main"."_vieworm_v_orders_names" AFTER UPDATE OF "_vieworm_" ON "orders"
BEGIN
  SELECT NEW."id", NEW."region", NEW."amount", NEW."paid", NULL;
END;

