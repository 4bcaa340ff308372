-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "main", "storage": "store", "strategy": {"main.customers": "keyed", "main.items": "keyed", "main.orders": "keyed"}}
CREATE TABLE "main"."_vieworm_v_store" ("id" INTEGER, "name" TEXT, "product" TEXT, "key_1_1" INTEGER, "key_2_1" INTEGER, "key_3_1" INTEGER, "key_3_2" INTEGER);
CREATE INDEX "main"."_vieworm_v_store_key_1" ON "_vieworm_v_store" ("key_1_1");
CREATE INDEX "main"."_vieworm_v_store_key_2" ON "_vieworm_v_store" ("key_2_1");
CREATE INDEX "main"."_vieworm_v_store_key_3" ON "_vieworm_v_store" ("key_3_1", "key_3_2");
CREATE TABLE "main"."_vieworm_v_replaced" ("rowid" INTEGER PRIMARY KEY, "order_id" INTEGER, "product" TEXT, "line" INTEGER, vieworm_dead);
CREATE VIEW "main"."v" ("id", "name", "product") AS
-- vieworm: {"name":"v","definition":"SELECT o.id, c.name, i.product FROM customers c JOIN orders o ON o.customer = c.id JOIN items i ON i.order_id = o.id","refresh":{"on":"statement"}}
SELECT "_vieworm_v_store"."id" AS "c1", "_vieworm_v_store"."name" AS "c2", "_vieworm_v_store"."product" AS "c3" FROM "_vieworm_v_store";
INSERT INTO "main"."_vieworm_v_store" ("id", "name", "product", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "s2"."id", "s1"."name", "s3"."product", "s1"."id", "s2"."id", "s3"."order_id", "s3"."line" FROM "main"."customers" AS "s1", "main"."orders" AS "s2", "main"."items" AS "s3" WHERE ("s2"."customer" = "s1"."id") AND ("s3"."order_id" = "s2"."id");
CREATE TRIGGER "main"."_vieworm_v_customers_insert" AFTER INSERT ON "customers"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = NEW."id";
  INSERT INTO "_vieworm_v_store" ("id", "name", "product", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "s2"."id", "s1"."name", "s3"."product", "s1"."id", "s2"."id", "s3"."order_id", "s3"."line" FROM "customers" AS "s1", "orders" AS "s2", "items" AS "s3" WHERE "s1"."id" = NEW."id" AND ("s2"."customer" = "s1"."id") AND ("s3"."order_id" = "s2"."id");
END;
CREATE TRIGGER "main"."_vieworm_v_customers_delete" AFTER DELETE ON "customers"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = OLD."id";
  INSERT INTO "_vieworm_v_store" ("id", "name", "product", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "s2"."id", "s1"."name", "s3"."product", "s1"."id", "s2"."id", "s3"."order_id", "s3"."line" FROM "customers" AS "s1", "orders" AS "s2", "items" AS "s3" WHERE "s1"."id" = OLD."id" AND ("s2"."customer" = "s1"."id") AND ("s3"."order_id" = "s2"."id");
END;
CREATE TRIGGER "main"."_vieworm_v_customers_update" AFTER UPDATE OF "_rowid_", "id", "name", "oid", "rowid" ON "customers"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = NEW."id";
  INSERT INTO "_vieworm_v_store" ("id", "name", "product", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "s2"."id", "s1"."name", "s3"."product", "s1"."id", "s2"."id", "s3"."order_id", "s3"."line" FROM "customers" AS "s1", "orders" AS "s2", "items" AS "s3" WHERE "s1"."id" = NEW."id" AND ("s2"."customer" = "s1"."id") AND ("s3"."order_id" = "s2"."id");
END;
CREATE TRIGGER "main"."_vieworm_v_customers_rekey" AFTER UPDATE OF "_rowid_", "id", "oid", "rowid" ON "customers"
WHEN NOT (NEW."id" IS OLD."id")
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = OLD."id";
  INSERT INTO "_vieworm_v_store" ("id", "name", "product", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "s2"."id", "s1"."name", "s3"."product", "s1"."id", "s2"."id", "s3"."order_id", "s3"."line" FROM "customers" AS "s1", "orders" AS "s2", "items" AS "s3" WHERE "s1"."id" = OLD."id" AND ("s2"."customer" = "s1"."id") AND ("s3"."order_id" = "s2"."id");
END;
CREATE TRIGGER "main"."_vieworm_v_orders_insert" AFTER INSERT ON "orders"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_2_1" = NEW."id";
  INSERT INTO "_vieworm_v_store" ("id", "name", "product", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "s2"."id", "s1"."name", "s3"."product", "s1"."id", "s2"."id", "s3"."order_id", "s3"."line" FROM "customers" AS "s1", "orders" AS "s2", "items" AS "s3" WHERE "s2"."id" = NEW."id" AND ("s2"."customer" = "s1"."id") AND ("s3"."order_id" = "s2"."id");
END;
CREATE TRIGGER "main"."_vieworm_v_orders_delete" AFTER DELETE ON "orders"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_2_1" = OLD."id";
  INSERT INTO "_vieworm_v_store" ("id", "name", "product", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "s2"."id", "s1"."name", "s3"."product", "s1"."id", "s2"."id", "s3"."order_id", "s3"."line" FROM "customers" AS "s1", "orders" AS "s2", "items" AS "s3" WHERE "s2"."id" = OLD."id" AND ("s2"."customer" = "s1"."id") AND ("s3"."order_id" = "s2"."id");
END;
CREATE TRIGGER "main"."_vieworm_v_orders_update" AFTER UPDATE OF "_rowid_", "customer", "id", "oid", "rowid" ON "orders"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_2_1" = NEW."id";
  INSERT INTO "_vieworm_v_store" ("id", "name", "product", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "s2"."id", "s1"."name", "s3"."product", "s1"."id", "s2"."id", "s3"."order_id", "s3"."line" FROM "customers" AS "s1", "orders" AS "s2", "items" AS "s3" WHERE "s2"."id" = NEW."id" AND ("s2"."customer" = "s1"."id") AND ("s3"."order_id" = "s2"."id");
END;
CREATE TRIGGER "main"."_vieworm_v_orders_rekey" AFTER UPDATE OF "_rowid_", "id", "oid", "rowid" ON "orders"
WHEN NOT (NEW."id" IS OLD."id")
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_2_1" = OLD."id";
  INSERT INTO "_vieworm_v_store" ("id", "name", "product", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "s2"."id", "s1"."name", "s3"."product", "s1"."id", "s2"."id", "s3"."order_id", "s3"."line" FROM "customers" AS "s1", "orders" AS "s2", "items" AS "s3" WHERE "s2"."id" = OLD."id" AND ("s2"."customer" = "s1"."id") AND ("s3"."order_id" = "s2"."id");
END;
CREATE TRIGGER "main"."_vieworm_v_items_replaced" AFTER DELETE ON "_vieworm_v_replaced"
WHEN NOT OLD.vieworm_dead
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_3_1" = OLD."order_id" AND "key_3_2" = OLD."line";
  INSERT INTO "_vieworm_v_store" ("id", "name", "product", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "s2"."id", "s1"."name", "s3"."product", "s1"."id", "s2"."id", "s3"."order_id", "s3"."line" FROM "customers" AS "s1", "orders" AS "s2", "items" AS "s3" WHERE "s3"."order_id" = OLD."order_id" AND "s3"."line" = OLD."line" AND ("s2"."customer" = "s1"."id") AND ("s3"."order_id" = "s2"."id");
END;
CREATE TRIGGER "main"."_vieworm_v_items_before_insert" BEFORE INSERT ON "items"
WHEN EXISTS (SELECT 1 FROM "items" AS g WHERE g."rowid" = NEW."rowid") OR EXISTS (SELECT 1 FROM "items" AS g WHERE g."order_id" = NEW."order_id" AND g."line" = NEW."line") OR EXISTS (SELECT 1 FROM "_vieworm_v_replaced")
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1;
  DELETE FROM "_vieworm_v_replaced";
  INSERT INTO "_vieworm_v_replaced" ("rowid", "order_id", "product", "line", vieworm_dead) SELECT g."rowid", g."order_id", g."product", g."line", 0 FROM "items" AS g WHERE (g."rowid" = NEW."rowid") OR (g."order_id" = NEW."order_id" AND g."line" = NEW."line");
END;
CREATE TRIGGER "main"."_vieworm_v_items_before_update" BEFORE UPDATE OF "_rowid_", "line", "oid", "order_id", "rowid" ON "items"
WHEN EXISTS (SELECT 1 FROM "items" AS g WHERE g."rowid" = NEW."rowid" AND NOT (g."rowid" IS OLD."rowid")) OR EXISTS (SELECT 1 FROM "items" AS g WHERE g."order_id" = NEW."order_id" AND g."line" = NEW."line" AND NOT (g."rowid" IS OLD."rowid")) OR EXISTS (SELECT 1 FROM "_vieworm_v_replaced")
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1;
  DELETE FROM "_vieworm_v_replaced";
  INSERT INTO "_vieworm_v_replaced" ("rowid", "order_id", "product", "line", vieworm_dead) SELECT g."rowid", g."order_id", g."product", g."line", 0 FROM "items" AS g WHERE (g."rowid" = NEW."rowid" AND NOT (g."rowid" IS OLD."rowid")) OR (g."order_id" = NEW."order_id" AND g."line" = NEW."line" AND NOT (g."rowid" IS OLD."rowid"));
END;
CREATE TRIGGER "main"."_vieworm_v_items_after_update" AFTER UPDATE OF "_rowid_", "line", "oid", "order_id", "rowid" ON "items"
WHEN EXISTS (SELECT 1 FROM "_vieworm_v_replaced")
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1 WHERE ("_vieworm_v_replaced"."rowid" IS OLD."rowid");
  DELETE FROM "_vieworm_v_replaced" WHERE NOT vieworm_dead AND (("_vieworm_v_replaced"."rowid" IS NEW."rowid") OR NOT EXISTS (SELECT 1 FROM "items" AS g WHERE (g."rowid" IS "_vieworm_v_replaced"."rowid")));
END;
CREATE TRIGGER "main"."_vieworm_v_items_insert" AFTER INSERT ON "items"
BEGIN
  DELETE FROM "_vieworm_v_replaced" WHERE NOT vieworm_dead AND (("_vieworm_v_replaced"."rowid" IS NEW."rowid") OR NOT EXISTS (SELECT 1 FROM "items" AS g WHERE (g."rowid" IS "_vieworm_v_replaced"."rowid")));
  DELETE FROM "_vieworm_v_store" WHERE "key_3_1" = NEW."order_id" AND "key_3_2" = NEW."line";
  INSERT INTO "_vieworm_v_store" ("id", "name", "product", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "s2"."id", "s1"."name", "s3"."product", "s1"."id", "s2"."id", "s3"."order_id", "s3"."line" FROM "customers" AS "s1", "orders" AS "s2", "items" AS "s3" WHERE "s3"."order_id" = NEW."order_id" AND "s3"."line" = NEW."line" AND ("s2"."customer" = "s1"."id") AND ("s3"."order_id" = "s2"."id");
END;
CREATE TRIGGER "main"."_vieworm_v_items_delete" AFTER DELETE ON "items"
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1 WHERE ("_vieworm_v_replaced"."rowid" IS OLD."rowid");
  DELETE FROM "_vieworm_v_store" WHERE "key_3_1" = OLD."order_id" AND "key_3_2" = OLD."line";
  INSERT INTO "_vieworm_v_store" ("id", "name", "product", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "s2"."id", "s1"."name", "s3"."product", "s1"."id", "s2"."id", "s3"."order_id", "s3"."line" FROM "customers" AS "s1", "orders" AS "s2", "items" AS "s3" WHERE "s3"."order_id" = OLD."order_id" AND "s3"."line" = OLD."line" AND ("s2"."customer" = "s1"."id") AND ("s3"."order_id" = "s2"."id");
END;
CREATE TRIGGER "main"."_vieworm_v_items_update" AFTER UPDATE OF "line", "order_id", "product" ON "items"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_3_1" = NEW."order_id" AND "key_3_2" = NEW."line";
  INSERT INTO "_vieworm_v_store" ("id", "name", "product", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "s2"."id", "s1"."name", "s3"."product", "s1"."id", "s2"."id", "s3"."order_id", "s3"."line" FROM "customers" AS "s1", "orders" AS "s2", "items" AS "s3" WHERE "s3"."order_id" = NEW."order_id" AND "s3"."line" = NEW."line" AND ("s2"."customer" = "s1"."id") AND ("s3"."order_id" = "s2"."id");
END;
CREATE TRIGGER "main"."_vieworm_v_items_rekey" AFTER UPDATE OF "line", "order_id" ON "items"
WHEN NOT (NEW."order_id" IS OLD."order_id" AND NEW."line" IS OLD."line")
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_3_1" = OLD."order_id" AND "key_3_2" = OLD."line";
  INSERT INTO "_vieworm_v_store" ("id", "name", "product", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "s2"."id", "s1"."name", "s3"."product", "s1"."id", "s2"."id", "s3"."order_id", "s3"."line" FROM "customers" AS "s1", "orders" AS "s2", "items" AS "s3" WHERE "s3"."order_id" = OLD."order_id" AND "s3"."line" = OLD."line" AND ("s2"."customer" = "s1"."id") AND ("s3"."order_id" = "s2"."id");
END;
CREATE TRIGGER "main"."_vieworm_v_customers_names" AFTER UPDATE OF "_vieworm_" ON "customers"
BEGIN
  SELECT NEW."id", NEW."name", NULL;
END;
CREATE TRIGGER "main"."_vieworm_v_orders_names" AFTER UPDATE OF "_vieworm_" ON "orders"
BEGIN
  SELECT NEW."id", NEW."customer", NULL;
END;
CREATE TRIGGER "main"."_vieworm_v_items_names" AFTER UPDATE OF "_vieworm_" ON "items"
BEGIN
  SELECT NEW."order_id", NEW."line", NEW."product", NULL;
END;

