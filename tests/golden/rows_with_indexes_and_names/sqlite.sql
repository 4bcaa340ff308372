-- {"created": true, "ignored": ["/indexes/1/unique"], "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "main", "storage": "store", "strategy": {"main.orders": "keyed"}}
CREATE TABLE "main"."_vieworm_v_store" ("number" INTEGER, "place" TEXT, "worth" INTEGER, "key_1_1" INTEGER);
CREATE INDEX "main"."_vieworm_v_store_key_1" ON "_vieworm_v_store" ("key_1_1");
CREATE INDEX "main"."_vieworm_v_place_worth_idx" ON "_vieworm_v_store" ("place", "worth" DESC);
CREATE INDEX "main"."_vieworm_v_number_idx" ON "_vieworm_v_store" ("number");
CREATE VIEW "main"."v" ("number", "place", "worth") AS
-- vieworm: {"name":"v","definition":"SELECT id, region, amount FROM orders","columns":["number","place","worth"],"indexes":[{"columns":["place",{"column":"worth","order":"desc"}]},{"columns":["number"],"unique":true}],"refresh":{"on":"statement"}}
SELECT "_vieworm_v_store"."number" AS "c1", "_vieworm_v_store"."place" AS "c2", "_vieworm_v_store"."worth" AS "c3" FROM "_vieworm_v_store";
INSERT INTO "main"."_vieworm_v_store" ("number", "place", "worth", "key_1_1") SELECT "s1"."id", "s1"."region", "s1"."amount", "s1"."id" FROM "main"."orders" AS "s1";
CREATE TRIGGER "main"."_vieworm_v_orders_insert" AFTER INSERT ON "orders"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = NEW."id";
  INSERT INTO "_vieworm_v_store" ("number", "place", "worth", "key_1_1") SELECT "s1"."id", "s1"."region", "s1"."amount", "s1"."id" FROM "orders" AS "s1" WHERE "s1"."id" = NEW."id";
END;
CREATE TRIGGER "main"."_vieworm_v_orders_delete" AFTER DELETE ON "orders"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = OLD."id";
  INSERT INTO "_vieworm_v_store" ("number", "place", "worth", "key_1_1") SELECT "s1"."id", "s1"."region", "s1"."amount", "s1"."id" FROM "orders" AS "s1" WHERE "s1"."id" = OLD."id";
END;
CREATE TRIGGER "main"."_vieworm_v_orders_update" AFTER UPDATE OF "_rowid_", "amount", "id", "oid", "region", "rowid" ON "orders"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = NEW."id";
  INSERT INTO "_vieworm_v_store" ("number", "place", "worth", "key_1_1") SELECT "s1"."id", "s1"."region", "s1"."amount", "s1"."id" FROM "orders" AS "s1" WHERE "s1"."id" = NEW."id";
END;
CREATE TRIGGER "main"."_vieworm_v_orders_rekey" AFTER UPDATE OF "_rowid_", "id", "oid", "rowid" ON "orders"
WHEN NOT (NEW."id" IS OLD."id")
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = OLD."id";
  INSERT INTO "_vieworm_v_store" ("number", "place", "worth", "key_1_1") SELECT "s1"."id", "s1"."region", "s1"."amount", "s1"."id" FROM "orders" AS "s1" WHERE "s1"."id" = OLD."id";
END;
CREATE TRIGGER "main"."_vieworm_v_orders_names" AFTER UPDATE OF "_vieworm_" ON "orders"
BEGIN
  SELECT NEW."id", NEW."region", NEW."amount", NULL;
END;

