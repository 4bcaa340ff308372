-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "main", "storage": "store", "strategy": {"main.customers": "keyed", "main.orders": "keyed"}}
CREATE TABLE "main"."_vieworm_v_store" ("id" INTEGER, "label" TEXT, "key_1_1" INTEGER, "key_2_1" INTEGER);
CREATE INDEX "main"."_vieworm_v_store_key_1" ON "_vieworm_v_store" ("key_1_1") WHERE "key_1_1" IS NOT NULL;
CREATE INDEX "main"."_vieworm_v_store_key_2" ON "_vieworm_v_store" ("key_2_1") WHERE "key_2_1" IS NOT NULL;
CREATE VIEW "main"."v" ("id", "label") AS
-- vieworm: {"name":"v","definition":"SELECT id, name AS label FROM customers UNION ALL SELECT id, day FROM orders","refresh":{"on":"statement"}}
SELECT "_vieworm_v_store"."id" AS "c1", "_vieworm_v_store"."label" AS "c2" FROM "_vieworm_v_store";
INSERT INTO "main"."_vieworm_v_store" ("id", "label", "key_1_1") SELECT "s1"."id", "s1"."name", "s1"."id" FROM "main"."customers" AS "s1";
INSERT INTO "main"."_vieworm_v_store" ("id", "label", "key_2_1") SELECT "s2"."id", "s2"."day", "s2"."id" FROM "main"."orders" AS "s2";
CREATE TRIGGER "main"."_vieworm_v_customers_insert" AFTER INSERT ON "customers"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = NEW."id";
  INSERT INTO "_vieworm_v_store" ("id", "label", "key_1_1") SELECT "s1"."id", "s1"."name", "s1"."id" FROM "customers" AS "s1" WHERE "s1"."id" = NEW."id";
END;
CREATE TRIGGER "main"."_vieworm_v_customers_delete" AFTER DELETE ON "customers"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = OLD."id";
  INSERT INTO "_vieworm_v_store" ("id", "label", "key_1_1") SELECT "s1"."id", "s1"."name", "s1"."id" FROM "customers" AS "s1" WHERE "s1"."id" = OLD."id";
END;
CREATE TRIGGER "main"."_vieworm_v_customers_update" AFTER UPDATE OF "_rowid_", "id", "name", "oid", "rowid" ON "customers"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = NEW."id";
  INSERT INTO "_vieworm_v_store" ("id", "label", "key_1_1") SELECT "s1"."id", "s1"."name", "s1"."id" FROM "customers" AS "s1" WHERE "s1"."id" = NEW."id";
END;
CREATE TRIGGER "main"."_vieworm_v_customers_rekey" AFTER UPDATE OF "_rowid_", "id", "oid", "rowid" ON "customers"
WHEN NOT (NEW."id" IS OLD."id")
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = OLD."id";
  INSERT INTO "_vieworm_v_store" ("id", "label", "key_1_1") SELECT "s1"."id", "s1"."name", "s1"."id" FROM "customers" AS "s1" WHERE "s1"."id" = OLD."id";
END;
CREATE TRIGGER "main"."_vieworm_v_orders_insert" AFTER INSERT ON "orders"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_2_1" = NEW."id";
  INSERT INTO "_vieworm_v_store" ("id", "label", "key_2_1") SELECT "s2"."id", "s2"."day", "s2"."id" FROM "orders" AS "s2" WHERE "s2"."id" = NEW."id";
END;
CREATE TRIGGER "main"."_vieworm_v_orders_delete" AFTER DELETE ON "orders"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_2_1" = OLD."id";
  INSERT INTO "_vieworm_v_store" ("id", "label", "key_2_1") SELECT "s2"."id", "s2"."day", "s2"."id" FROM "orders" AS "s2" WHERE "s2"."id" = OLD."id";
END;
CREATE TRIGGER "main"."_vieworm_v_orders_update" AFTER UPDATE OF "_rowid_", "day", "id", "oid", "rowid" ON "orders"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_2_1" = NEW."id";
  INSERT INTO "_vieworm_v_store" ("id", "label", "key_2_1") SELECT "s2"."id", "s2"."day", "s2"."id" FROM "orders" AS "s2" WHERE "s2"."id" = NEW."id";
END;
CREATE TRIGGER "main"."_vieworm_v_orders_rekey" AFTER UPDATE OF "_rowid_", "id", "oid", "rowid" ON "orders"
WHEN NOT (NEW."id" IS OLD."id")
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_2_1" = OLD."id";
  INSERT INTO "_vieworm_v_store" ("id", "label", "key_2_1") SELECT "s2"."id", "s2"."day", "s2"."id" FROM "orders" AS "s2" WHERE "s2"."id" = OLD."id";
END;
CREATE TRIGGER "main"."_vieworm_v_customers_names" AFTER UPDATE OF "_vieworm_" ON "customers"
BEGIN
  SELECT NEW."id", NEW."name", NULL;
END;
CREATE TRIGGER "main"."_vieworm_v_orders_names" AFTER UPDATE OF "_vieworm_" ON "orders"
BEGIN
  SELECT NEW."id", NEW."day", NULL;
END;

