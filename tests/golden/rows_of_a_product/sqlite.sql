-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "main", "storage": "store", "strategy": {"main.customers": "keyed", "main.orders": "keyed"}}
CREATE TABLE "main"."_vieworm_v_store" ("name" TEXT, "day" TEXT, "key_1_1" INTEGER, "key_2_1" INTEGER);
CREATE INDEX "main"."_vieworm_v_store_key_1" ON "_vieworm_v_store" ("key_1_1");
CREATE INDEX "main"."_vieworm_v_store_key_2" ON "_vieworm_v_store" ("key_2_1");
CREATE VIEW "main"."v" ("name", "day") AS
-- vieworm: {"name":"v","definition":"SELECT c.name, o.day FROM customers c, orders o WHERE c.city < o.day","refresh":{"on":"statement"}}
SELECT "_vieworm_v_store"."name" AS "c1", "_vieworm_v_store"."day" AS "c2" FROM "_vieworm_v_store";
INSERT INTO "main"."_vieworm_v_store" ("name", "day", "key_1_1", "key_2_1") SELECT "s1"."name", "s2"."day", "s1"."id", "s2"."id" FROM "main"."customers" AS "s1", "main"."orders" AS "s2" WHERE ("s1"."city" < "s2"."day");
CREATE TRIGGER "main"."_vieworm_v_customers_insert" AFTER INSERT ON "customers"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = NEW."id";
  INSERT INTO "_vieworm_v_store" ("name", "day", "key_1_1", "key_2_1") SELECT "s1"."name", "s2"."day", "s1"."id", "s2"."id" FROM "customers" AS "s1", "orders" AS "s2" WHERE "s1"."id" = NEW."id" AND ("s1"."city" < "s2"."day");
END;
CREATE TRIGGER "main"."_vieworm_v_customers_delete" AFTER DELETE ON "customers"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = OLD."id";
  INSERT INTO "_vieworm_v_store" ("name", "day", "key_1_1", "key_2_1") SELECT "s1"."name", "s2"."day", "s1"."id", "s2"."id" FROM "customers" AS "s1", "orders" AS "s2" WHERE "s1"."id" = OLD."id" AND ("s1"."city" < "s2"."day");
END;
CREATE TRIGGER "main"."_vieworm_v_customers_update" AFTER UPDATE OF "_rowid_", "city", "id", "name", "oid", "rowid" ON "customers"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = NEW."id";
  INSERT INTO "_vieworm_v_store" ("name", "day", "key_1_1", "key_2_1") SELECT "s1"."name", "s2"."day", "s1"."id", "s2"."id" FROM "customers" AS "s1", "orders" AS "s2" WHERE "s1"."id" = NEW."id" AND ("s1"."city" < "s2"."day");
END;
CREATE TRIGGER "main"."_vieworm_v_customers_rekey" AFTER UPDATE OF "_rowid_", "id", "oid", "rowid" ON "customers"
WHEN NOT (NEW."id" IS OLD."id")
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = OLD."id";
  INSERT INTO "_vieworm_v_store" ("name", "day", "key_1_1", "key_2_1") SELECT "s1"."name", "s2"."day", "s1"."id", "s2"."id" FROM "customers" AS "s1", "orders" AS "s2" WHERE "s1"."id" = OLD."id" AND ("s1"."city" < "s2"."day");
END;
CREATE TRIGGER "main"."_vieworm_v_orders_insert" AFTER INSERT ON "orders"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_2_1" = NEW."id";
  INSERT INTO "_vieworm_v_store" ("name", "day", "key_1_1", "key_2_1") SELECT "s1"."name", "s2"."day", "s1"."id", "s2"."id" FROM "customers" AS "s1", "orders" AS "s2" WHERE "s2"."id" = NEW."id" AND ("s1"."city" < "s2"."day");
END;
CREATE TRIGGER "main"."_vieworm_v_orders_delete" AFTER DELETE ON "orders"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_2_1" = OLD."id";
  INSERT INTO "_vieworm_v_store" ("name", "day", "key_1_1", "key_2_1") SELECT "s1"."name", "s2"."day", "s1"."id", "s2"."id" FROM "customers" AS "s1", "orders" AS "s2" WHERE "s2"."id" = OLD."id" AND ("s1"."city" < "s2"."day");
END;
CREATE TRIGGER "main"."_vieworm_v_orders_update" AFTER UPDATE OF "_rowid_", "day", "id", "oid", "rowid" ON "orders"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_2_1" = NEW."id";
  INSERT INTO "_vieworm_v_store" ("name", "day", "key_1_1", "key_2_1") SELECT "s1"."name", "s2"."day", "s1"."id", "s2"."id" FROM "customers" AS "s1", "orders" AS "s2" WHERE "s2"."id" = NEW."id" AND ("s1"."city" < "s2"."day");
END;
CREATE TRIGGER "main"."_vieworm_v_orders_rekey" AFTER UPDATE OF "_rowid_", "id", "oid", "rowid" ON "orders"
WHEN NOT (NEW."id" IS OLD."id")
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_2_1" = OLD."id";
  INSERT INTO "_vieworm_v_store" ("name", "day", "key_1_1", "key_2_1") SELECT "s1"."name", "s2"."day", "s1"."id", "s2"."id" FROM "customers" AS "s1", "orders" AS "s2" WHERE "s2"."id" = OLD."id" AND ("s1"."city" < "s2"."day");
END;
CREATE TRIGGER "main"."_vieworm_v_customers_names" AFTER UPDATE OF "_vieworm_" ON "customers"
BEGIN
  SELECT NEW."id", NEW."name", NEW."city", NULL;
END;
CREATE TRIGGER "main"."_vieworm_v_orders_names" AFTER UPDATE OF "_vieworm_" ON "orders"
BEGIN
  SELECT NEW."id", NEW."day", NULL;
END;

