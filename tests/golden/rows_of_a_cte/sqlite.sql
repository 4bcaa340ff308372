-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "main", "storage": "store", "strategy": {"main.orders": "keyed"}}
CREATE TABLE "main"."_vieworm_v_store" ("id" INTEGER, "region" TEXT, "key_1_1" INTEGER);
CREATE INDEX "main"."_vieworm_v_store_key_1" ON "_vieworm_v_store" ("key_1_1");
CREATE VIEW "main"."v" ("id", "region") AS
-- vieworm: {"name":"v","definition":"WITH paid_ones AS (SELECT id, region FROM orders WHERE paid = 1) SELECT p.id, p.region FROM paid_ones p","refresh":{"on":"statement"}}
SELECT "_vieworm_v_store"."id" AS "c1", "_vieworm_v_store"."region" AS "c2" FROM "_vieworm_v_store";
INSERT INTO "main"."_vieworm_v_store" ("id", "region", "key_1_1") SELECT "s1"."id", "s1"."region", "s1"."id" FROM "main"."orders" AS "s1" WHERE ("s1"."paid" = 1);
CREATE TRIGGER "main"."_vieworm_v_orders_insert" AFTER INSERT ON "orders"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = NEW."id";
  INSERT INTO "_vieworm_v_store" ("id", "region", "key_1_1") SELECT "s1"."id", "s1"."region", "s1"."id" FROM "orders" AS "s1" WHERE "s1"."id" = NEW."id" AND ("s1"."paid" = 1);
END;
CREATE TRIGGER "main"."_vieworm_v_orders_delete" AFTER DELETE ON "orders"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = OLD."id";
  INSERT INTO "_vieworm_v_store" ("id", "region", "key_1_1") SELECT "s1"."id", "s1"."region", "s1"."id" FROM "orders" AS "s1" WHERE "s1"."id" = OLD."id" AND ("s1"."paid" = 1);
END;
CREATE TRIGGER "main"."_vieworm_v_orders_update" AFTER UPDATE OF "_rowid_", "id", "oid", "paid", "region", "rowid" ON "orders"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = NEW."id";
  INSERT INTO "_vieworm_v_store" ("id", "region", "key_1_1") SELECT "s1"."id", "s1"."region", "s1"."id" FROM "orders" AS "s1" WHERE "s1"."id" = NEW."id" AND ("s1"."paid" = 1);
END;
CREATE TRIGGER "main"."_vieworm_v_orders_rekey" AFTER UPDATE OF "_rowid_", "id", "oid", "rowid" ON "orders"
WHEN NOT (NEW."id" IS OLD."id")
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = OLD."id";
  INSERT INTO "_vieworm_v_store" ("id", "region", "key_1_1") SELECT "s1"."id", "s1"."region", "s1"."id" FROM "orders" AS "s1" WHERE "s1"."id" = OLD."id" AND ("s1"."paid" = 1);
END;
CREATE TRIGGER "main"."_vieworm_v_orders_names" AFTER UPDATE OF "_vieworm_" ON "orders"
BEGIN
  SELECT NEW."id", NEW."region", NEW."paid", NULL;
END;

