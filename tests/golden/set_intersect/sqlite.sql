-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "main", "storage": "store", "strategy": {"main.customers": "linear", "main.items": "linear"}}
CREATE TABLE "main"."_vieworm_v_store" ("name" TEXT, "rows", "side_1", "side_2");
CREATE UNIQUE INDEX "main"."_vieworm_v_store_key" ON "_vieworm_v_store" ("name");
CREATE INDEX "main"."_vieworm_v_store_empty" ON "_vieworm_v_store" ("rows") WHERE "rows" = 0;
CREATE TABLE "main"."_vieworm_v_replaced" ("id" INTEGER PRIMARY KEY, "name" TEXT, vieworm_dead);
CREATE TABLE "main"."_vieworm_v_replaced_2" ("rowid" INTEGER PRIMARY KEY, "product" TEXT, vieworm_dead);
CREATE VIEW "main"."v" ("name") AS
-- vieworm: {"name":"v","definition":"SELECT name FROM customers INTERSECT SELECT product FROM items","refresh":{"on":"statement"}}
SELECT "_vieworm_v_store"."name" AS "c1" FROM "_vieworm_v_store" WHERE ("side_1" > 0 AND "side_2" > 0);
INSERT INTO "main"."_vieworm_v_store" ("name", "rows", "side_1", "side_2") SELECT "s1"."name", 1, 1, 0 FROM "main"."customers" AS "s1" WHERE true ON CONFLICT ("name") DO UPDATE SET "rows" = "rows" + excluded."rows", "side_1" = "side_1" + excluded."side_1", "side_2" = "side_2" + excluded."side_2";
INSERT INTO "main"."_vieworm_v_store" ("name", "rows", "side_1", "side_2") SELECT "s2"."product", 1, 0, 1 FROM "main"."items" AS "s2" WHERE true ON CONFLICT ("name") DO UPDATE SET "rows" = "rows" + excluded."rows", "side_1" = "side_1" + excluded."side_1", "side_2" = "side_2" + excluded."side_2";
CREATE TRIGGER "main"."_vieworm_v_customers_replaced" AFTER DELETE ON "_vieworm_v_replaced"
WHEN NOT OLD.vieworm_dead
BEGIN
  INSERT INTO "_vieworm_v_store" ("name", "rows", "side_1", "side_2") SELECT OLD."name", -1, -1, 0 WHERE true ON CONFLICT ("name") DO UPDATE SET "rows" = "rows" + excluded."rows", "side_1" = "side_1" + excluded."side_1", "side_2" = "side_2" + excluded."side_2";
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_customers_before_insert" BEFORE INSERT ON "customers"
WHEN EXISTS (SELECT 1 FROM "customers" AS g WHERE g."id" = NEW."id")
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1;
  DELETE FROM "_vieworm_v_replaced";
  INSERT INTO "_vieworm_v_replaced" ("id", "name", vieworm_dead) SELECT g."id", g."name", 0 FROM "customers" AS g WHERE (g."id" = NEW."id");
END;
CREATE TRIGGER "main"."_vieworm_v_customers_before_update" BEFORE UPDATE OF "_rowid_", "id", "oid", "rowid" ON "customers"
WHEN EXISTS (SELECT 1 FROM "customers" AS g WHERE g."id" = NEW."id" AND NOT (g."id" IS OLD."id"))
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1;
  DELETE FROM "_vieworm_v_replaced";
  INSERT INTO "_vieworm_v_replaced" ("id", "name", vieworm_dead) SELECT g."id", g."name", 0 FROM "customers" AS g WHERE (g."id" = NEW."id" AND NOT (g."id" IS OLD."id"));
END;
CREATE TRIGGER "main"."_vieworm_v_customers_after_update" AFTER UPDATE OF "_rowid_", "id", "oid", "rowid" ON "customers"
WHEN EXISTS (SELECT 1 FROM "_vieworm_v_replaced")
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1 WHERE ("_vieworm_v_replaced"."id" IS OLD."id");
  DELETE FROM "_vieworm_v_replaced" WHERE NOT vieworm_dead AND (("_vieworm_v_replaced"."id" IS NEW."id") OR NOT EXISTS (SELECT 1 FROM "customers" AS g WHERE (g."id" IS "_vieworm_v_replaced"."id")));
END;
CREATE TRIGGER "main"."_vieworm_v_customers_insert" AFTER INSERT ON "customers"
BEGIN
  DELETE FROM "_vieworm_v_replaced" WHERE NOT vieworm_dead AND (("_vieworm_v_replaced"."id" IS NEW."id") OR NOT EXISTS (SELECT 1 FROM "customers" AS g WHERE (g."id" IS "_vieworm_v_replaced"."id")));
  INSERT INTO "_vieworm_v_store" ("name", "rows", "side_1", "side_2") SELECT NEW."name", 1, 1, 0 WHERE true ON CONFLICT ("name") DO UPDATE SET "rows" = "rows" + excluded."rows", "side_1" = "side_1" + excluded."side_1", "side_2" = "side_2" + excluded."side_2";
END;
CREATE TRIGGER "main"."_vieworm_v_customers_delete" AFTER DELETE ON "customers"
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1 WHERE ("_vieworm_v_replaced"."id" IS OLD."id");
  INSERT INTO "_vieworm_v_store" ("name", "rows", "side_1", "side_2") SELECT OLD."name", -1, -1, 0 WHERE true ON CONFLICT ("name") DO UPDATE SET "rows" = "rows" + excluded."rows", "side_1" = "side_1" + excluded."side_1", "side_2" = "side_2" + excluded."side_2";
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_customers_update" AFTER UPDATE OF "name" ON "customers"
BEGIN
  INSERT INTO "_vieworm_v_store" ("name", "rows", "side_1", "side_2") SELECT OLD."name", -1, -1, 0 WHERE true ON CONFLICT ("name") DO UPDATE SET "rows" = "rows" + excluded."rows", "side_1" = "side_1" + excluded."side_1", "side_2" = "side_2" + excluded."side_2";
  INSERT INTO "_vieworm_v_store" ("name", "rows", "side_1", "side_2") SELECT NEW."name", 1, 1, 0 WHERE true ON CONFLICT ("name") DO UPDATE SET "rows" = "rows" + excluded."rows", "side_1" = "side_1" + excluded."side_1", "side_2" = "side_2" + excluded."side_2";
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_items_replaced" AFTER DELETE ON "_vieworm_v_replaced_2"
WHEN NOT OLD.vieworm_dead
BEGIN
  INSERT INTO "_vieworm_v_store" ("name", "rows", "side_1", "side_2") SELECT OLD."product", -1, 0, -1 WHERE true ON CONFLICT ("name") DO UPDATE SET "rows" = "rows" + excluded."rows", "side_1" = "side_1" + excluded."side_1", "side_2" = "side_2" + excluded."side_2";
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_items_before_insert" BEFORE INSERT ON "items"
WHEN EXISTS (SELECT 1 FROM "items" AS g WHERE g."rowid" = NEW."rowid") OR EXISTS (SELECT 1 FROM "items" AS g WHERE g."order_id" = NEW."order_id" AND g."line" = NEW."line") OR EXISTS (SELECT 1 FROM "_vieworm_v_replaced_2")
BEGIN
  UPDATE "_vieworm_v_replaced_2" SET vieworm_dead = 1;
  DELETE FROM "_vieworm_v_replaced_2";
  INSERT INTO "_vieworm_v_replaced_2" ("rowid", "product", vieworm_dead) SELECT g."rowid", g."product", 0 FROM "items" AS g WHERE (g."rowid" = NEW."rowid") OR (g."order_id" = NEW."order_id" AND g."line" = NEW."line");
END;
CREATE TRIGGER "main"."_vieworm_v_items_before_update" BEFORE UPDATE OF "_rowid_", "line", "oid", "order_id", "rowid" ON "items"
WHEN EXISTS (SELECT 1 FROM "items" AS g WHERE g."rowid" = NEW."rowid" AND NOT (g."rowid" IS OLD."rowid")) OR EXISTS (SELECT 1 FROM "items" AS g WHERE g."order_id" = NEW."order_id" AND g."line" = NEW."line" AND NOT (g."rowid" IS OLD."rowid")) OR EXISTS (SELECT 1 FROM "_vieworm_v_replaced_2")
BEGIN
  UPDATE "_vieworm_v_replaced_2" SET vieworm_dead = 1;
  DELETE FROM "_vieworm_v_replaced_2";
  INSERT INTO "_vieworm_v_replaced_2" ("rowid", "product", vieworm_dead) SELECT g."rowid", g."product", 0 FROM "items" AS g WHERE (g."rowid" = NEW."rowid" AND NOT (g."rowid" IS OLD."rowid")) OR (g."order_id" = NEW."order_id" AND g."line" = NEW."line" AND NOT (g."rowid" IS OLD."rowid"));
END;
CREATE TRIGGER "main"."_vieworm_v_items_after_update" AFTER UPDATE OF "_rowid_", "line", "oid", "order_id", "rowid" ON "items"
WHEN EXISTS (SELECT 1 FROM "_vieworm_v_replaced_2")
BEGIN
  UPDATE "_vieworm_v_replaced_2" SET vieworm_dead = 1 WHERE ("_vieworm_v_replaced_2"."rowid" IS OLD."rowid");
  DELETE FROM "_vieworm_v_replaced_2" WHERE NOT vieworm_dead AND (("_vieworm_v_replaced_2"."rowid" IS NEW."rowid") OR NOT EXISTS (SELECT 1 FROM "items" AS g WHERE (g."rowid" IS "_vieworm_v_replaced_2"."rowid")));
END;
CREATE TRIGGER "main"."_vieworm_v_items_insert" AFTER INSERT ON "items"
BEGIN
  DELETE FROM "_vieworm_v_replaced_2" WHERE NOT vieworm_dead AND (("_vieworm_v_replaced_2"."rowid" IS NEW."rowid") OR NOT EXISTS (SELECT 1 FROM "items" AS g WHERE (g."rowid" IS "_vieworm_v_replaced_2"."rowid")));
  INSERT INTO "_vieworm_v_store" ("name", "rows", "side_1", "side_2") SELECT NEW."product", 1, 0, 1 WHERE true ON CONFLICT ("name") DO UPDATE SET "rows" = "rows" + excluded."rows", "side_1" = "side_1" + excluded."side_1", "side_2" = "side_2" + excluded."side_2";
END;
CREATE TRIGGER "main"."_vieworm_v_items_delete" AFTER DELETE ON "items"
BEGIN
  UPDATE "_vieworm_v_replaced_2" SET vieworm_dead = 1 WHERE ("_vieworm_v_replaced_2"."rowid" IS OLD."rowid");
  INSERT INTO "_vieworm_v_store" ("name", "rows", "side_1", "side_2") SELECT OLD."product", -1, 0, -1 WHERE true ON CONFLICT ("name") DO UPDATE SET "rows" = "rows" + excluded."rows", "side_1" = "side_1" + excluded."side_1", "side_2" = "side_2" + excluded."side_2";
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_items_update" AFTER UPDATE OF "product" ON "items"
BEGIN
  INSERT INTO "_vieworm_v_store" ("name", "rows", "side_1", "side_2") SELECT OLD."product", -1, 0, -1 WHERE true ON CONFLICT ("name") DO UPDATE SET "rows" = "rows" + excluded."rows", "side_1" = "side_1" + excluded."side_1", "side_2" = "side_2" + excluded."side_2";
  INSERT INTO "_vieworm_v_store" ("name", "rows", "side_1", "side_2") SELECT NEW."product", 1, 0, 1 WHERE true ON CONFLICT ("name") DO UPDATE SET "rows" = "rows" + excluded."rows", "side_1" = "side_1" + excluded."side_1", "side_2" = "side_2" + excluded."side_2";
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_customers_names" AFTER UPDATE OF "_vieworm_" ON "customers"
BEGIN
  SELECT NEW."id", NEW."name", NULL;
END;
CREATE TRIGGER "main"."_vieworm_v_items_names" AFTER UPDATE OF "_vieworm_" ON "items"
BEGIN
  SELECT NEW."order_id", NEW."line", NEW."product", NULL;
END;

