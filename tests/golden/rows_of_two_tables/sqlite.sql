-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "main", "storage": "store", "strategy": {"main.customers": "keyed", "main.orders": "keyed"}}
CREATE TABLE "main"."_vieworm_v_store" ("id" INTEGER, "name" TEXT, "day" TEXT, "key_1_1" INTEGER, "key_2_1" INTEGER);
CREATE INDEX "main"."_vieworm_v_store_key_1" ON "_vieworm_v_store" ("key_1_1");
CREATE INDEX "main"."_vieworm_v_store_key_2" ON "_vieworm_v_store" ("key_2_1");
CREATE VIEW "main"."v" ("id", "name", "day") AS
-- vieworm: {"name":"v","definition":"SELECT o.id, c.name, o.day FROM orders o JOIN customers c ON c.id = o.customer WHERE c.city <> 'Ulm'","refresh":{"on":"statement"}}
SELECT "_vieworm_v_store"."id" AS "c1", "_vieworm_v_store"."name" AS "c2", "_vieworm_v_store"."day" AS "c3" FROM "_vieworm_v_store";
INSERT INTO "main"."_vieworm_v_store" ("id", "name", "day", "key_1_1", "key_2_1") SELECT "s1"."id", "s2"."name", "s1"."day", "s1"."id", "s2"."id" FROM "main"."orders" AS "s1", "main"."customers" AS "s2" WHERE ("s2"."id" = "s1"."customer") AND ("s2"."city" <> 'Ulm');
CREATE TRIGGER "main"."_vieworm_v_orders_insert" AFTER INSERT ON "orders"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = NEW."id";
  INSERT INTO "_vieworm_v_store" ("id", "name", "day", "key_1_1", "key_2_1") SELECT "s1"."id", "s2"."name", "s1"."day", "s1"."id", "s2"."id" FROM "orders" AS "s1", "customers" AS "s2" WHERE "s1"."id" = NEW."id" AND ("s2"."id" = "s1"."customer") AND ("s2"."city" <> 'Ulm');
END;
CREATE TRIGGER "main"."_vieworm_v_orders_delete" AFTER DELETE ON "orders"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = OLD."id";
  INSERT INTO "_vieworm_v_store" ("id", "name", "day", "key_1_1", "key_2_1") SELECT "s1"."id", "s2"."name", "s1"."day", "s1"."id", "s2"."id" FROM "orders" AS "s1", "customers" AS "s2" WHERE "s1"."id" = OLD."id" AND ("s2"."id" = "s1"."customer") AND ("s2"."city" <> 'Ulm');
END;
CREATE TRIGGER "main"."_vieworm_v_orders_update" AFTER UPDATE OF "_rowid_", "customer", "day", "id", "oid", "rowid" ON "orders"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = NEW."id";
  INSERT INTO "_vieworm_v_store" ("id", "name", "day", "key_1_1", "key_2_1") SELECT "s1"."id", "s2"."name", "s1"."day", "s1"."id", "s2"."id" FROM "orders" AS "s1", "customers" AS "s2" WHERE "s1"."id" = NEW."id" AND ("s2"."id" = "s1"."customer") AND ("s2"."city" <> 'Ulm');
END;
CREATE TRIGGER "main"."_vieworm_v_orders_rekey" AFTER UPDATE OF "_rowid_", "id", "oid", "rowid" ON "orders"
WHEN NOT (NEW."id" IS OLD."id")
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = OLD."id";
  INSERT INTO "_vieworm_v_store" ("id", "name", "day", "key_1_1", "key_2_1") SELECT "s1"."id", "s2"."name", "s1"."day", "s1"."id", "s2"."id" FROM "orders" AS "s1", "customers" AS "s2" WHERE "s1"."id" = OLD."id" AND ("s2"."id" = "s1"."customer") AND ("s2"."city" <> 'Ulm');
END;
CREATE TRIGGER "main"."_vieworm_v_customers_insert" AFTER INSERT ON "customers"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_2_1" = NEW."id";
  INSERT INTO "_vieworm_v_store" ("id", "name", "day", "key_1_1", "key_2_1") SELECT "s1"."id", "s2"."name", "s1"."day", "s1"."id", "s2"."id" FROM "orders" AS "s1", "customers" AS "s2" WHERE "s2"."id" = NEW."id" AND ("s2"."id" = "s1"."customer") AND ("s2"."city" <> 'Ulm');
END;
CREATE TRIGGER "main"."_vieworm_v_customers_delete" AFTER DELETE ON "customers"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_2_1" = OLD."id";
  INSERT INTO "_vieworm_v_store" ("id", "name", "day", "key_1_1", "key_2_1") SELECT "s1"."id", "s2"."name", "s1"."day", "s1"."id", "s2"."id" FROM "orders" AS "s1", "customers" AS "s2" WHERE "s2"."id" = OLD."id" AND ("s2"."id" = "s1"."customer") AND ("s2"."city" <> 'Ulm');
END;
CREATE TRIGGER "main"."_vieworm_v_customers_update" AFTER UPDATE OF "_rowid_", "city", "id", "name", "oid", "rowid" ON "customers"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_2_1" = NEW."id";
  INSERT INTO "_vieworm_v_store" ("id", "name", "day", "key_1_1", "key_2_1") SELECT "s1"."id", "s2"."name", "s1"."day", "s1"."id", "s2"."id" FROM "orders" AS "s1", "customers" AS "s2" WHERE "s2"."id" = NEW."id" AND ("s2"."id" = "s1"."customer") AND ("s2"."city" <> 'Ulm');
END;
CREATE TRIGGER "main"."_vieworm_v_customers_rekey" AFTER UPDATE OF "_rowid_", "id", "oid", "rowid" ON "customers"
WHEN NOT (NEW."id" IS OLD."id")
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_2_1" = OLD."id";
  INSERT INTO "_vieworm_v_store" ("id", "name", "day", "key_1_1", "key_2_1") SELECT "s1"."id", "s2"."name", "s1"."day", "s1"."id", "s2"."id" FROM "orders" AS "s1", "customers" AS "s2" WHERE "s2"."id" = OLD."id" AND ("s2"."id" = "s1"."customer") AND ("s2"."city" <> 'Ulm');
END;
CREATE TRIGGER "main"."_vieworm_v_orders_names" AFTER UPDATE OF "_vieworm_" ON "orders"
BEGIN
  SELECT NEW."id", NEW."customer", NEW."day", NULL;
END;
CREATE TRIGGER "main"."_vieworm_v_customers_names" AFTER UPDATE OF "_vieworm_" ON "customers"
BEGIN
  SELECT NEW."id", NEW."name", NEW."city", NULL;
END;

