-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "main", "storage": "store", "strategy": {"main.orders": "keyed"}}
CREATE TABLE "main"."_vieworm_v_rows" ("k1" TEXT, "key_1_1" INTEGER, "key_2_1" INTEGER);
CREATE INDEX "main"."_vieworm_v_rows_key_1" ON "_vieworm_v_rows" ("key_1_1");
CREATE INDEX "main"."_vieworm_v_rows_key_2" ON "_vieworm_v_rows" ("key_2_1");
CREATE TABLE "main"."_vieworm_v_store" ("region" TEXT, "rows");
CREATE UNIQUE INDEX "main"."_vieworm_v_store_key" ON "_vieworm_v_store" ("region");
CREATE INDEX "main"."_vieworm_v_store_empty" ON "_vieworm_v_store" ("rows") WHERE "rows" = 0;
CREATE VIEW "main"."v" ("region", "pairs") AS
-- vieworm: {"name":"v","definition":"SELECT a.region, count(*) AS pairs FROM orders a JOIN orders b ON a.region = b.region AND a.id < b.id GROUP BY a.region","refresh":{"on":"statement"}}
SELECT "s3"."k1" AS "c1", "s3"."r1" AS "c2" FROM (SELECT "_vieworm_v_store"."region" AS "k1", +"_vieworm_v_store"."rows" AS "r1" FROM "_vieworm_v_store" WHERE "rows" > 0) AS "s3";
INSERT INTO "main"."_vieworm_v_rows" ("k1", "key_1_1", "key_2_1") SELECT "s1"."region", "s1"."id", "s2"."id" FROM "main"."orders" AS "s1", "main"."orders" AS "s2" WHERE ("s1"."region" = "s2"."region") AND ("s1"."id" < "s2"."id");
INSERT INTO "main"."_vieworm_v_store" ("region", "rows") SELECT "rows_1"."k1", 1 FROM "main"."_vieworm_v_rows" AS "rows_1" WHERE true ON CONFLICT ("region") DO UPDATE SET "rows" = "rows" + excluded."rows";
CREATE TRIGGER "main"."_vieworm_v__vieworm_v_rows_insert" AFTER INSERT ON "_vieworm_v_rows"
BEGIN
  INSERT INTO "_vieworm_v_store" ("region", "rows") SELECT NEW."k1", 1 WHERE true ON CONFLICT ("region") DO UPDATE SET "rows" = "rows" + excluded."rows";
END;
CREATE TRIGGER "main"."_vieworm_v__vieworm_v_rows_delete" AFTER DELETE ON "_vieworm_v_rows"
BEGIN
  INSERT INTO "_vieworm_v_store" ("region", "rows") SELECT OLD."k1", -1 WHERE true ON CONFLICT ("region") DO UPDATE SET "rows" = "rows" + excluded."rows";
END;
CREATE TRIGGER "main"."_vieworm_v_orders_insert" AFTER INSERT ON "orders"
BEGIN
  DELETE FROM "_vieworm_v_rows" WHERE "key_1_1" = NEW."id";
  DELETE FROM "_vieworm_v_rows" WHERE "key_2_1" = NEW."id";
  INSERT INTO "_vieworm_v_rows" ("k1", "key_1_1", "key_2_1") SELECT "s1"."region", "s1"."id", "s2"."id" FROM "orders" AS "s1", "orders" AS "s2" WHERE "s1"."id" = NEW."id" AND ("s1"."region" = "s2"."region") AND ("s1"."id" < "s2"."id");
  INSERT INTO "_vieworm_v_rows" ("k1", "key_1_1", "key_2_1") SELECT "s1"."region", "s1"."id", "s2"."id" FROM "orders" AS "s1", "orders" AS "s2" WHERE "s2"."id" = NEW."id" AND NOT ("s1"."id" = NEW."id") AND ("s1"."region" = "s2"."region") AND ("s1"."id" < "s2"."id");
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_orders_delete" AFTER DELETE ON "orders"
BEGIN
  DELETE FROM "_vieworm_v_rows" WHERE "key_1_1" = OLD."id";
  DELETE FROM "_vieworm_v_rows" WHERE "key_2_1" = OLD."id";
  INSERT INTO "_vieworm_v_rows" ("k1", "key_1_1", "key_2_1") SELECT "s1"."region", "s1"."id", "s2"."id" FROM "orders" AS "s1", "orders" AS "s2" WHERE "s1"."id" = OLD."id" AND ("s1"."region" = "s2"."region") AND ("s1"."id" < "s2"."id");
  INSERT INTO "_vieworm_v_rows" ("k1", "key_1_1", "key_2_1") SELECT "s1"."region", "s1"."id", "s2"."id" FROM "orders" AS "s1", "orders" AS "s2" WHERE "s2"."id" = OLD."id" AND NOT ("s1"."id" = OLD."id") AND ("s1"."region" = "s2"."region") AND ("s1"."id" < "s2"."id");
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_orders_update" AFTER UPDATE OF "_rowid_", "id", "oid", "region", "rowid" ON "orders"
BEGIN
  DELETE FROM "_vieworm_v_rows" WHERE "key_1_1" = NEW."id";
  DELETE FROM "_vieworm_v_rows" WHERE "key_2_1" = NEW."id";
  INSERT INTO "_vieworm_v_rows" ("k1", "key_1_1", "key_2_1") SELECT "s1"."region", "s1"."id", "s2"."id" FROM "orders" AS "s1", "orders" AS "s2" WHERE "s1"."id" = NEW."id" AND ("s1"."region" = "s2"."region") AND ("s1"."id" < "s2"."id");
  INSERT INTO "_vieworm_v_rows" ("k1", "key_1_1", "key_2_1") SELECT "s1"."region", "s1"."id", "s2"."id" FROM "orders" AS "s1", "orders" AS "s2" WHERE "s2"."id" = NEW."id" AND NOT ("s1"."id" = NEW."id") AND ("s1"."region" = "s2"."region") AND ("s1"."id" < "s2"."id");
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_orders_rekey" AFTER UPDATE OF "_rowid_", "id", "oid", "rowid" ON "orders"
WHEN NOT (NEW."id" IS OLD."id")
BEGIN
  DELETE FROM "_vieworm_v_rows" WHERE "key_1_1" = OLD."id";
  DELETE FROM "_vieworm_v_rows" WHERE "key_2_1" = OLD."id";
  INSERT INTO "_vieworm_v_rows" ("k1", "key_1_1", "key_2_1") SELECT "s1"."region", "s1"."id", "s2"."id" FROM "orders" AS "s1", "orders" AS "s2" WHERE "s1"."id" = OLD."id" AND ("s1"."region" = "s2"."region") AND ("s1"."id" < "s2"."id");
  INSERT INTO "_vieworm_v_rows" ("k1", "key_1_1", "key_2_1") SELECT "s1"."region", "s1"."id", "s2"."id" FROM "orders" AS "s1", "orders" AS "s2" WHERE "s2"."id" = OLD."id" AND NOT ("s1"."id" = OLD."id") AND ("s1"."region" = "s2"."region") AND ("s1"."id" < "s2"."id");
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_orders_names" AFTER UPDATE OF "_vieworm_" ON "orders"
BEGIN
  SELECT NEW."id", NEW."region", NULL;
END;

