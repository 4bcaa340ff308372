-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "main", "storage": "store", "strategy": {"main.customers": "keyed", "main.items": "keyed", "main.orders": "keyed"}}
CREATE TABLE "main"."_vieworm_v_rows" ("k1" TEXT, "a1" INTEGER, "key_1_1" INTEGER, "key_2_1" INTEGER, "key_3_1" INTEGER, "key_3_2" INTEGER);
CREATE INDEX "main"."_vieworm_v_rows_key_1" ON "_vieworm_v_rows" ("key_1_1");
CREATE INDEX "main"."_vieworm_v_rows_key_2" ON "_vieworm_v_rows" ("key_2_1");
CREATE INDEX "main"."_vieworm_v_rows_key_3" ON "_vieworm_v_rows" ("key_3_1", "key_3_2");
CREATE TABLE "main"."_vieworm_v_store" ("city" TEXT, "rows", "count_1", "others_1", "integers_1");
CREATE UNIQUE INDEX "main"."_vieworm_v_store_key" ON "_vieworm_v_store" (("city" IS NULL), ifnull("city", 0));
CREATE INDEX "main"."_vieworm_v_store_empty" ON "_vieworm_v_store" ("rows") WHERE "rows" = 0;
CREATE TABLE "main"."_vieworm_v_replaced" ("rowid" INTEGER PRIMARY KEY, "order_id" INTEGER, "qty" INTEGER, "line" INTEGER, vieworm_dead);
CREATE VIEW "main"."v" ("city", "qty") AS
-- vieworm: {"name":"v","definition":"SELECT c.city, sum(i.qty) AS qty FROM customers c JOIN orders o ON o.customer = c.id JOIN items i ON i.order_id = o.id GROUP BY c.city","refresh":{"on":"statement"}}
SELECT "s4"."k1" AS "c1", "s4"."r1" AS "c2" FROM (SELECT "_vieworm_v_store"."city" AS "k1", CASE WHEN "_vieworm_v_store"."count_1" = 0 THEN NULL WHEN typeof("_vieworm_v_store"."integers_1") = 'real' OR "_vieworm_v_store"."others_1" <> 0 THEN (SELECT sum(i."a1") FROM (SELECT "rows_1"."k1" AS "k1", "rows_1"."a1" AS "a1" FROM "_vieworm_v_rows" AS "rows_1" WHERE ("rows_1"."k1") IS "_vieworm_v_store"."city") AS i) ELSE "_vieworm_v_store"."integers_1" END AS "r1" FROM "_vieworm_v_store" WHERE "rows" > 0) AS "s4";
INSERT INTO "main"."_vieworm_v_rows" ("k1", "a1", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "s1"."city", "s3"."qty", "s1"."id", "s2"."id", "s3"."order_id", "s3"."line" FROM "main"."customers" AS "s1", "main"."orders" AS "s2", "main"."items" AS "s3" WHERE ("s2"."customer" = "s1"."id") AND ("s3"."order_id" = "s2"."id");
INSERT INTO "main"."_vieworm_v_store" ("city", "rows", "count_1", "others_1", "integers_1") SELECT "rows_1"."k1", 1, (("rows_1"."a1") IS NOT NULL), (CASE WHEN ("rows_1"."a1") > -9223372036854775808 AND CAST(("rows_1"."a1") AS INTEGER) IS ("rows_1"."a1") THEN 0 ELSE ("rows_1"."a1") IS NOT NULL END), ifnull(CAST(("rows_1"."a1") AS INTEGER), 0) FROM "main"."_vieworm_v_rows" AS "rows_1" WHERE true ON CONFLICT (("city" IS NULL), ifnull("city", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows", "count_1" = "count_1" + excluded."count_1", "others_1" = "others_1" + excluded."others_1", "integers_1" = "integers_1" + excluded."integers_1";
CREATE TRIGGER "main"."_vieworm_v__vieworm_v_rows_insert" AFTER INSERT ON "_vieworm_v_rows"
BEGIN
  INSERT INTO "_vieworm_v_store" ("city", "rows", "count_1", "others_1", "integers_1") SELECT NEW."k1", 1, ((NEW."a1") IS NOT NULL), (CASE WHEN (NEW."a1") > -9223372036854775808 AND CAST((NEW."a1") AS INTEGER) IS (NEW."a1") THEN 0 ELSE (NEW."a1") IS NOT NULL END), ifnull(CAST((NEW."a1") AS INTEGER), 0) WHERE true ON CONFLICT (("city" IS NULL), ifnull("city", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows", "count_1" = "count_1" + excluded."count_1", "others_1" = "others_1" + excluded."others_1", "integers_1" = "integers_1" + excluded."integers_1";
END;
CREATE TRIGGER "main"."_vieworm_v__vieworm_v_rows_delete" AFTER DELETE ON "_vieworm_v_rows"
BEGIN
  INSERT INTO "_vieworm_v_store" ("city", "rows", "count_1", "others_1", "integers_1") SELECT OLD."k1", -1, -((OLD."a1") IS NOT NULL), -(CASE WHEN (OLD."a1") > -9223372036854775808 AND CAST((OLD."a1") AS INTEGER) IS (OLD."a1") THEN 0 ELSE (OLD."a1") IS NOT NULL END), -ifnull(CAST((OLD."a1") AS INTEGER), 0) WHERE true ON CONFLICT (("city" IS NULL), ifnull("city", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows", "count_1" = "count_1" + excluded."count_1", "others_1" = "others_1" + excluded."others_1", "integers_1" = "integers_1" + excluded."integers_1";
END;
CREATE TRIGGER "main"."_vieworm_v_customers_insert" AFTER INSERT ON "customers"
BEGIN
  DELETE FROM "_vieworm_v_rows" WHERE "key_1_1" = NEW."id";
  INSERT INTO "_vieworm_v_rows" ("k1", "a1", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "s1"."city", "s3"."qty", "s1"."id", "s2"."id", "s3"."order_id", "s3"."line" FROM "customers" AS "s1", "orders" AS "s2", "items" AS "s3" WHERE "s1"."id" = NEW."id" AND ("s2"."customer" = "s1"."id") AND ("s3"."order_id" = "s2"."id");
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0 AND "count_1" = 0 AND "integers_1" = 0 AND "others_1" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_customers_delete" AFTER DELETE ON "customers"
BEGIN
  DELETE FROM "_vieworm_v_rows" WHERE "key_1_1" = OLD."id";
  INSERT INTO "_vieworm_v_rows" ("k1", "a1", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "s1"."city", "s3"."qty", "s1"."id", "s2"."id", "s3"."order_id", "s3"."line" FROM "customers" AS "s1", "orders" AS "s2", "items" AS "s3" WHERE "s1"."id" = OLD."id" AND ("s2"."customer" = "s1"."id") AND ("s3"."order_id" = "s2"."id");
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0 AND "count_1" = 0 AND "integers_1" = 0 AND "others_1" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_customers_update" AFTER UPDATE OF "_rowid_", "city", "id", "oid", "rowid" ON "customers"
BEGIN
  DELETE FROM "_vieworm_v_rows" WHERE "key_1_1" = NEW."id";
  INSERT INTO "_vieworm_v_rows" ("k1", "a1", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "s1"."city", "s3"."qty", "s1"."id", "s2"."id", "s3"."order_id", "s3"."line" FROM "customers" AS "s1", "orders" AS "s2", "items" AS "s3" WHERE "s1"."id" = NEW."id" AND ("s2"."customer" = "s1"."id") AND ("s3"."order_id" = "s2"."id");
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0 AND "count_1" = 0 AND "integers_1" = 0 AND "others_1" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_customers_rekey" AFTER UPDATE OF "_rowid_", "id", "oid", "rowid" ON "customers"
WHEN NOT (NEW."id" IS OLD."id")
BEGIN
  DELETE FROM "_vieworm_v_rows" WHERE "key_1_1" = OLD."id";
  INSERT INTO "_vieworm_v_rows" ("k1", "a1", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "s1"."city", "s3"."qty", "s1"."id", "s2"."id", "s3"."order_id", "s3"."line" FROM "customers" AS "s1", "orders" AS "s2", "items" AS "s3" WHERE "s1"."id" = OLD."id" AND ("s2"."customer" = "s1"."id") AND ("s3"."order_id" = "s2"."id");
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0 AND "count_1" = 0 AND "integers_1" = 0 AND "others_1" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_orders_insert" AFTER INSERT ON "orders"
BEGIN
  DELETE FROM "_vieworm_v_rows" WHERE "key_2_1" = NEW."id";
  INSERT INTO "_vieworm_v_rows" ("k1", "a1", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "s1"."city", "s3"."qty", "s1"."id", "s2"."id", "s3"."order_id", "s3"."line" FROM "customers" AS "s1", "orders" AS "s2", "items" AS "s3" WHERE "s2"."id" = NEW."id" AND ("s2"."customer" = "s1"."id") AND ("s3"."order_id" = "s2"."id");
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0 AND "count_1" = 0 AND "integers_1" = 0 AND "others_1" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_orders_delete" AFTER DELETE ON "orders"
BEGIN
  DELETE FROM "_vieworm_v_rows" WHERE "key_2_1" = OLD."id";
  INSERT INTO "_vieworm_v_rows" ("k1", "a1", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "s1"."city", "s3"."qty", "s1"."id", "s2"."id", "s3"."order_id", "s3"."line" FROM "customers" AS "s1", "orders" AS "s2", "items" AS "s3" WHERE "s2"."id" = OLD."id" AND ("s2"."customer" = "s1"."id") AND ("s3"."order_id" = "s2"."id");
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0 AND "count_1" = 0 AND "integers_1" = 0 AND "others_1" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_orders_update" AFTER UPDATE OF "_rowid_", "customer", "id", "oid", "rowid" ON "orders"
BEGIN
  DELETE FROM "_vieworm_v_rows" WHERE "key_2_1" = NEW."id";
  INSERT INTO "_vieworm_v_rows" ("k1", "a1", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "s1"."city", "s3"."qty", "s1"."id", "s2"."id", "s3"."order_id", "s3"."line" FROM "customers" AS "s1", "orders" AS "s2", "items" AS "s3" WHERE "s2"."id" = NEW."id" AND ("s2"."customer" = "s1"."id") AND ("s3"."order_id" = "s2"."id");
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0 AND "count_1" = 0 AND "integers_1" = 0 AND "others_1" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_orders_rekey" AFTER UPDATE OF "_rowid_", "id", "oid", "rowid" ON "orders"
WHEN NOT (NEW."id" IS OLD."id")
BEGIN
  DELETE FROM "_vieworm_v_rows" WHERE "key_2_1" = OLD."id";
  INSERT INTO "_vieworm_v_rows" ("k1", "a1", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "s1"."city", "s3"."qty", "s1"."id", "s2"."id", "s3"."order_id", "s3"."line" FROM "customers" AS "s1", "orders" AS "s2", "items" AS "s3" WHERE "s2"."id" = OLD."id" AND ("s2"."customer" = "s1"."id") AND ("s3"."order_id" = "s2"."id");
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0 AND "count_1" = 0 AND "integers_1" = 0 AND "others_1" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_items_replaced" AFTER DELETE ON "_vieworm_v_replaced"
WHEN NOT OLD.vieworm_dead
BEGIN
  DELETE FROM "_vieworm_v_rows" WHERE "key_3_1" = OLD."order_id" AND "key_3_2" = OLD."line";
  INSERT INTO "_vieworm_v_rows" ("k1", "a1", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "s1"."city", "s3"."qty", "s1"."id", "s2"."id", "s3"."order_id", "s3"."line" FROM "customers" AS "s1", "orders" AS "s2", "items" AS "s3" WHERE "s3"."order_id" = OLD."order_id" AND "s3"."line" = OLD."line" AND ("s2"."customer" = "s1"."id") AND ("s3"."order_id" = "s2"."id");
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0 AND "count_1" = 0 AND "integers_1" = 0 AND "others_1" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_items_before_insert" BEFORE INSERT ON "items"
WHEN EXISTS (SELECT 1 FROM "items" AS g WHERE g."rowid" = NEW."rowid") OR EXISTS (SELECT 1 FROM "items" AS g WHERE g."order_id" = NEW."order_id" AND g."line" = NEW."line") OR EXISTS (SELECT 1 FROM "_vieworm_v_replaced")
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1;
  DELETE FROM "_vieworm_v_replaced";
  INSERT INTO "_vieworm_v_replaced" ("rowid", "order_id", "qty", "line", vieworm_dead) SELECT g."rowid", g."order_id", g."qty", g."line", 0 FROM "items" AS g WHERE (g."rowid" = NEW."rowid") OR (g."order_id" = NEW."order_id" AND g."line" = NEW."line");
END;
CREATE TRIGGER "main"."_vieworm_v_items_before_update" BEFORE UPDATE OF "_rowid_", "line", "oid", "order_id", "rowid" ON "items"
WHEN EXISTS (SELECT 1 FROM "items" AS g WHERE g."rowid" = NEW."rowid" AND NOT (g."rowid" IS OLD."rowid")) OR EXISTS (SELECT 1 FROM "items" AS g WHERE g."order_id" = NEW."order_id" AND g."line" = NEW."line" AND NOT (g."rowid" IS OLD."rowid")) OR EXISTS (SELECT 1 FROM "_vieworm_v_replaced")
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1;
  DELETE FROM "_vieworm_v_replaced";
  INSERT INTO "_vieworm_v_replaced" ("rowid", "order_id", "qty", "line", vieworm_dead) SELECT g."rowid", g."order_id", g."qty", g."line", 0 FROM "items" AS g WHERE (g."rowid" = NEW."rowid" AND NOT (g."rowid" IS OLD."rowid")) OR (g."order_id" = NEW."order_id" AND g."line" = NEW."line" AND NOT (g."rowid" IS OLD."rowid"));
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
  DELETE FROM "_vieworm_v_rows" WHERE "key_3_1" = NEW."order_id" AND "key_3_2" = NEW."line";
  INSERT INTO "_vieworm_v_rows" ("k1", "a1", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "s1"."city", "s3"."qty", "s1"."id", "s2"."id", "s3"."order_id", "s3"."line" FROM "customers" AS "s1", "orders" AS "s2", "items" AS "s3" WHERE "s3"."order_id" = NEW."order_id" AND "s3"."line" = NEW."line" AND ("s2"."customer" = "s1"."id") AND ("s3"."order_id" = "s2"."id");
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0 AND "count_1" = 0 AND "integers_1" = 0 AND "others_1" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_items_delete" AFTER DELETE ON "items"
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1 WHERE ("_vieworm_v_replaced"."rowid" IS OLD."rowid");
  DELETE FROM "_vieworm_v_rows" WHERE "key_3_1" = OLD."order_id" AND "key_3_2" = OLD."line";
  INSERT INTO "_vieworm_v_rows" ("k1", "a1", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "s1"."city", "s3"."qty", "s1"."id", "s2"."id", "s3"."order_id", "s3"."line" FROM "customers" AS "s1", "orders" AS "s2", "items" AS "s3" WHERE "s3"."order_id" = OLD."order_id" AND "s3"."line" = OLD."line" AND ("s2"."customer" = "s1"."id") AND ("s3"."order_id" = "s2"."id");
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0 AND "count_1" = 0 AND "integers_1" = 0 AND "others_1" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_items_update" AFTER UPDATE OF "line", "order_id", "qty" ON "items"
BEGIN
  DELETE FROM "_vieworm_v_rows" WHERE "key_3_1" = NEW."order_id" AND "key_3_2" = NEW."line";
  INSERT INTO "_vieworm_v_rows" ("k1", "a1", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "s1"."city", "s3"."qty", "s1"."id", "s2"."id", "s3"."order_id", "s3"."line" FROM "customers" AS "s1", "orders" AS "s2", "items" AS "s3" WHERE "s3"."order_id" = NEW."order_id" AND "s3"."line" = NEW."line" AND ("s2"."customer" = "s1"."id") AND ("s3"."order_id" = "s2"."id");
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0 AND "count_1" = 0 AND "integers_1" = 0 AND "others_1" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_items_rekey" AFTER UPDATE OF "line", "order_id" ON "items"
WHEN NOT (NEW."order_id" IS OLD."order_id" AND NEW."line" IS OLD."line")
BEGIN
  DELETE FROM "_vieworm_v_rows" WHERE "key_3_1" = OLD."order_id" AND "key_3_2" = OLD."line";
  INSERT INTO "_vieworm_v_rows" ("k1", "a1", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "s1"."city", "s3"."qty", "s1"."id", "s2"."id", "s3"."order_id", "s3"."line" FROM "customers" AS "s1", "orders" AS "s2", "items" AS "s3" WHERE "s3"."order_id" = OLD."order_id" AND "s3"."line" = OLD."line" AND ("s2"."customer" = "s1"."id") AND ("s3"."order_id" = "s2"."id");
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0 AND "count_1" = 0 AND "integers_1" = 0 AND "others_1" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_customers_names" AFTER UPDATE OF "_vieworm_" ON "customers"
BEGIN
  SELECT NEW."id", NEW."city", NULL;
END;
CREATE TRIGGER "main"."_vieworm_v_orders_names" AFTER UPDATE OF "_vieworm_" ON "orders"
BEGIN
  SELECT NEW."id", NEW."customer", NULL;
END;
CREATE TRIGGER "main"."_vieworm_v_items_names" AFTER UPDATE OF "_vieworm_" ON "items"
BEGIN
  SELECT NEW."order_id", NEW."line", NEW."qty", NULL;
END;

