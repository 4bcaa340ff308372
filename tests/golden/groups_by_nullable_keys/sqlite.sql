-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "main", "storage": "store", "strategy": {"main.customers": "linear"}}
CREATE TABLE "main"."_vieworm_v_store" ("city" TEXT, "rows");
CREATE UNIQUE INDEX "main"."_vieworm_v_store_key" ON "_vieworm_v_store" (("city" IS NULL), ifnull("city", 0));
CREATE INDEX "main"."_vieworm_v_store_empty" ON "_vieworm_v_store" ("rows") WHERE "rows" = 0;
CREATE TABLE "main"."_vieworm_v_replaced" ("id" INTEGER PRIMARY KEY, "city" TEXT, vieworm_dead);
CREATE VIEW "main"."v" ("city", "people") AS
-- vieworm: {"name":"v","definition":"SELECT city, count(*) AS people FROM customers GROUP BY city","refresh":{"on":"statement"}}
SELECT "s2"."k1" AS "c1", "s2"."r1" AS "c2" FROM (SELECT "_vieworm_v_store"."city" AS "k1", +"_vieworm_v_store"."rows" AS "r1" FROM "_vieworm_v_store" WHERE "rows" > 0) AS "s2";
INSERT INTO "main"."_vieworm_v_store" ("city", "rows") SELECT "s1"."city", 1 FROM "main"."customers" AS "s1" WHERE true ON CONFLICT (("city" IS NULL), ifnull("city", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows";
CREATE TRIGGER "main"."_vieworm_v_customers_replaced" AFTER DELETE ON "_vieworm_v_replaced"
WHEN NOT OLD.vieworm_dead
BEGIN
  INSERT INTO "_vieworm_v_store" ("city", "rows") SELECT OLD."city", -1 WHERE true ON CONFLICT (("city" IS NULL), ifnull("city", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows";
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_customers_before_insert" BEFORE INSERT ON "customers"
WHEN EXISTS (SELECT 1 FROM "customers" AS g WHERE g."id" = NEW."id")
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1;
  DELETE FROM "_vieworm_v_replaced";
  INSERT INTO "_vieworm_v_replaced" ("id", "city", vieworm_dead) SELECT g."id", g."city", 0 FROM "customers" AS g WHERE (g."id" = NEW."id");
END;
CREATE TRIGGER "main"."_vieworm_v_customers_before_update" BEFORE UPDATE OF "_rowid_", "id", "oid", "rowid" ON "customers"
WHEN EXISTS (SELECT 1 FROM "customers" AS g WHERE g."id" = NEW."id" AND NOT (g."id" IS OLD."id"))
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1;
  DELETE FROM "_vieworm_v_replaced";
  INSERT INTO "_vieworm_v_replaced" ("id", "city", vieworm_dead) SELECT g."id", g."city", 0 FROM "customers" AS g WHERE (g."id" = NEW."id" AND NOT (g."id" IS OLD."id"));
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
  INSERT INTO "_vieworm_v_store" ("city", "rows") SELECT NEW."city", 1 WHERE true ON CONFLICT (("city" IS NULL), ifnull("city", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows";
END;
CREATE TRIGGER "main"."_vieworm_v_customers_delete" AFTER DELETE ON "customers"
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1 WHERE ("_vieworm_v_replaced"."id" IS OLD."id");
  INSERT INTO "_vieworm_v_store" ("city", "rows") SELECT OLD."city", -1 WHERE true ON CONFLICT (("city" IS NULL), ifnull("city", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows";
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_customers_update" AFTER UPDATE OF "city" ON "customers"
BEGIN
  INSERT INTO "_vieworm_v_store" ("city", "rows") SELECT OLD."city", -1 WHERE true ON CONFLICT (("city" IS NULL), ifnull("city", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows";
  INSERT INTO "_vieworm_v_store" ("city", "rows") SELECT NEW."city", 1 WHERE true ON CONFLICT (("city" IS NULL), ifnull("city", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows";
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_customers_names" AFTER UPDATE OF "_vieworm_" ON "customers"
BEGIN
  SELECT NEW."id", NEW."city", NULL;
END;

