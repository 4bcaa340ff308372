-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "main", "storage": "store", "strategy": {"main.orders": "keyed"}}
CREATE TABLE "main"."_vieworm_v_store" ("id" INTEGER, "other" INTEGER, "key_1_1" INTEGER, "key_2_1" INTEGER);
CREATE INDEX "main"."_vieworm_v_store_key_1" ON "_vieworm_v_store" ("key_1_1");
CREATE INDEX "main"."_vieworm_v_store_key_2" ON "_vieworm_v_store" ("key_2_1");
CREATE VIEW "main"."v" ("id", "other") AS
-- vieworm: {"name":"v","definition":"SELECT a.id, b.id AS other FROM orders a JOIN orders b ON a.region = b.region AND a.id < b.id","refresh":{"on":"statement"}}
SELECT "_vieworm_v_store"."id" AS "c1", "_vieworm_v_store"."other" AS "c2" FROM "_vieworm_v_store";
INSERT INTO "main"."_vieworm_v_store" ("id", "other", "key_1_1", "key_2_1") SELECT "s1"."id", "s2"."id", "s1"."id", "s2"."id" FROM "main"."orders" AS "s1", "main"."orders" AS "s2" WHERE ("s1"."region" = "s2"."region") AND ("s1"."id" < "s2"."id");
CREATE TRIGGER "main"."_vieworm_v_orders_insert" AFTER INSERT ON "orders"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = NEW."id";
  DELETE FROM "_vieworm_v_store" WHERE "key_2_1" = NEW."id";
  INSERT INTO "_vieworm_v_store" ("id", "other", "key_1_1", "key_2_1") SELECT "s1"."id", "s2"."id", "s1"."id", "s2"."id" FROM "orders" AS "s1", "orders" AS "s2" WHERE "s1"."id" = NEW."id" AND ("s1"."region" = "s2"."region") AND ("s1"."id" < "s2"."id");
  INSERT INTO "_vieworm_v_store" ("id", "other", "key_1_1", "key_2_1") SELECT "s1"."id", "s2"."id", "s1"."id", "s2"."id" FROM "orders" AS "s1", "orders" AS "s2" WHERE "s2"."id" = NEW."id" AND NOT ("s1"."id" = NEW."id") AND ("s1"."region" = "s2"."region") AND ("s1"."id" < "s2"."id");
END;
CREATE TRIGGER "main"."_vieworm_v_orders_delete" AFTER DELETE ON "orders"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = OLD."id";
  DELETE FROM "_vieworm_v_store" WHERE "key_2_1" = OLD."id";
  INSERT INTO "_vieworm_v_store" ("id", "other", "key_1_1", "key_2_1") SELECT "s1"."id", "s2"."id", "s1"."id", "s2"."id" FROM "orders" AS "s1", "orders" AS "s2" WHERE "s1"."id" = OLD."id" AND ("s1"."region" = "s2"."region") AND ("s1"."id" < "s2"."id");
  INSERT INTO "_vieworm_v_store" ("id", "other", "key_1_1", "key_2_1") SELECT "s1"."id", "s2"."id", "s1"."id", "s2"."id" FROM "orders" AS "s1", "orders" AS "s2" WHERE "s2"."id" = OLD."id" AND NOT ("s1"."id" = OLD."id") AND ("s1"."region" = "s2"."region") AND ("s1"."id" < "s2"."id");
END;
CREATE TRIGGER "main"."_vieworm_v_orders_update" AFTER UPDATE OF "_rowid_", "id", "oid", "region", "rowid" ON "orders"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = NEW."id";
  DELETE FROM "_vieworm_v_store" WHERE "key_2_1" = NEW."id";
  INSERT INTO "_vieworm_v_store" ("id", "other", "key_1_1", "key_2_1") SELECT "s1"."id", "s2"."id", "s1"."id", "s2"."id" FROM "orders" AS "s1", "orders" AS "s2" WHERE "s1"."id" = NEW."id" AND ("s1"."region" = "s2"."region") AND ("s1"."id" < "s2"."id");
  INSERT INTO "_vieworm_v_store" ("id", "other", "key_1_1", "key_2_1") SELECT "s1"."id", "s2"."id", "s1"."id", "s2"."id" FROM "orders" AS "s1", "orders" AS "s2" WHERE "s2"."id" = NEW."id" AND NOT ("s1"."id" = NEW."id") AND ("s1"."region" = "s2"."region") AND ("s1"."id" < "s2"."id");
END;
CREATE TRIGGER "main"."_vieworm_v_orders_rekey" AFTER UPDATE OF "_rowid_", "id", "oid", "rowid" ON "orders"
WHEN NOT (NEW."id" IS OLD."id")
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = OLD."id";
  DELETE FROM "_vieworm_v_store" WHERE "key_2_1" = OLD."id";
  INSERT INTO "_vieworm_v_store" ("id", "other", "key_1_1", "key_2_1") SELECT "s1"."id", "s2"."id", "s1"."id", "s2"."id" FROM "orders" AS "s1", "orders" AS "s2" WHERE "s1"."id" = OLD."id" AND ("s1"."region" = "s2"."region") AND ("s1"."id" < "s2"."id");
  INSERT INTO "_vieworm_v_store" ("id", "other", "key_1_1", "key_2_1") SELECT "s1"."id", "s2"."id", "s1"."id", "s2"."id" FROM "orders" AS "s1", "orders" AS "s2" WHERE "s2"."id" = OLD."id" AND NOT ("s1"."id" = OLD."id") AND ("s1"."region" = "s2"."region") AND ("s1"."id" < "s2"."id");
END;
CREATE TRIGGER "main"."_vieworm_v_orders_names" AFTER UPDATE OF "_vieworm_" ON "orders"
BEGIN
  SELECT NEW."id", NEW."region", NULL;
END;

