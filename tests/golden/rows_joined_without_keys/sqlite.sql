-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "main", "storage": "store", "strategy": {"main.log": "linear", "main.orders": "linear"}}
CREATE TABLE "main"."_vieworm_v_store" ("kind" TEXT, "region" TEXT, "rows");
CREATE UNIQUE INDEX "main"."_vieworm_v_store_key" ON "_vieworm_v_store" (typeof("kind"), ifnull("kind", 0) COLLATE BINARY, typeof("region"), ifnull("region", 0) COLLATE BINARY);
CREATE INDEX "main"."_vieworm_v_store_empty" ON "_vieworm_v_store" ("rows") WHERE "rows" = 0;
CREATE INDEX "main"."_vieworm_v_store_copies" ON "_vieworm_v_store" ("rows") WHERE "rows" > 1;
CREATE TABLE "main"."_vieworm_v_replaced" ("rowid" INTEGER PRIMARY KEY, "kind" TEXT, vieworm_dead);
CREATE TABLE "main"."_vieworm_v_replaced_2" ("id" INTEGER PRIMARY KEY, "region" TEXT, vieworm_dead);
CREATE VIEW "main"."v" ("kind", "region") AS
-- vieworm: {"name":"v","definition":"SELECT l.kind, o.region FROM log l JOIN orders o ON o.region = l.kind","refresh":{"on":"statement"}}
SELECT "_vieworm_v_store"."kind" AS "c1", "_vieworm_v_store"."region" AS "c2" FROM "_vieworm_v_store" WHERE "rows" > 0 UNION ALL SELECT "_vieworm_v_store"."kind" AS "c1", "_vieworm_v_store"."region" AS "c2" FROM (WITH RECURSIVE copies(n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM copies WHERE n < (SELECT max("rows") FROM "_vieworm_v_store" WHERE "rows" > 1)) SELECT n FROM copies) AS copies CROSS JOIN "_vieworm_v_store" WHERE "_vieworm_v_store"."rows" > 1 AND "_vieworm_v_store"."rows" >= copies.n;
INSERT INTO "main"."_vieworm_v_store" ("kind", "region", "rows") SELECT "s1"."kind", "s2"."region", 1 FROM "main"."log" AS "s1", "main"."orders" AS "s2" WHERE ("s2"."region" = "s1"."kind") ON CONFLICT (typeof("kind"), ifnull("kind", 0) COLLATE BINARY, typeof("region"), ifnull("region", 0) COLLATE BINARY) DO UPDATE SET "rows" = "rows" + excluded."rows";
CREATE TRIGGER "main"."_vieworm_v_log_replaced" AFTER DELETE ON "_vieworm_v_replaced"
WHEN NOT OLD.vieworm_dead
BEGIN
  INSERT INTO "_vieworm_v_store" ("kind", "region", "rows") SELECT OLD."kind", "s2"."region", -1 FROM "orders" AS "s2" WHERE ("s2"."region" = OLD."kind") ON CONFLICT (typeof("kind"), ifnull("kind", 0) COLLATE BINARY, typeof("region"), ifnull("region", 0) COLLATE BINARY) DO UPDATE SET "rows" = "rows" + excluded."rows";
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_log_before_insert" BEFORE INSERT ON "log"
WHEN EXISTS (SELECT 1 FROM "log" AS g WHERE g."rowid" = NEW."rowid") OR EXISTS (SELECT 1 FROM "_vieworm_v_replaced")
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1;
  DELETE FROM "_vieworm_v_replaced";
  INSERT INTO "_vieworm_v_replaced" ("rowid", "kind", vieworm_dead) SELECT g."rowid", g."kind", 0 FROM "log" AS g WHERE (g."rowid" = NEW."rowid");
END;
CREATE TRIGGER "main"."_vieworm_v_log_before_update" BEFORE UPDATE OF "_rowid_", "oid", "rowid" ON "log"
WHEN EXISTS (SELECT 1 FROM "log" AS g WHERE g."rowid" = NEW."rowid" AND NOT (g."rowid" IS OLD."rowid")) OR EXISTS (SELECT 1 FROM "_vieworm_v_replaced")
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1;
  DELETE FROM "_vieworm_v_replaced";
  INSERT INTO "_vieworm_v_replaced" ("rowid", "kind", vieworm_dead) SELECT g."rowid", g."kind", 0 FROM "log" AS g WHERE (g."rowid" = NEW."rowid" AND NOT (g."rowid" IS OLD."rowid"));
END;
CREATE TRIGGER "main"."_vieworm_v_log_after_update" AFTER UPDATE OF "_rowid_", "oid", "rowid" ON "log"
WHEN EXISTS (SELECT 1 FROM "_vieworm_v_replaced")
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1 WHERE ("_vieworm_v_replaced"."rowid" IS OLD."rowid");
  DELETE FROM "_vieworm_v_replaced" WHERE NOT vieworm_dead AND (("_vieworm_v_replaced"."rowid" IS NEW."rowid") OR NOT EXISTS (SELECT 1 FROM "log" AS g WHERE (g."rowid" IS "_vieworm_v_replaced"."rowid")));
END;
CREATE TRIGGER "main"."_vieworm_v_log_insert" AFTER INSERT ON "log"
BEGIN
  DELETE FROM "_vieworm_v_replaced" WHERE NOT vieworm_dead AND (("_vieworm_v_replaced"."rowid" IS NEW."rowid") OR NOT EXISTS (SELECT 1 FROM "log" AS g WHERE (g."rowid" IS "_vieworm_v_replaced"."rowid")));
  INSERT INTO "_vieworm_v_store" ("kind", "region", "rows") SELECT NEW."kind", "s2"."region", 1 FROM "orders" AS "s2" WHERE ("s2"."region" = NEW."kind") ON CONFLICT (typeof("kind"), ifnull("kind", 0) COLLATE BINARY, typeof("region"), ifnull("region", 0) COLLATE BINARY) DO UPDATE SET "rows" = "rows" + excluded."rows";
END;
CREATE TRIGGER "main"."_vieworm_v_log_delete" AFTER DELETE ON "log"
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1 WHERE ("_vieworm_v_replaced"."rowid" IS OLD."rowid");
  INSERT INTO "_vieworm_v_store" ("kind", "region", "rows") SELECT OLD."kind", "s2"."region", -1 FROM "orders" AS "s2" WHERE ("s2"."region" = OLD."kind") ON CONFLICT (typeof("kind"), ifnull("kind", 0) COLLATE BINARY, typeof("region"), ifnull("region", 0) COLLATE BINARY) DO UPDATE SET "rows" = "rows" + excluded."rows";
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_log_update" AFTER UPDATE OF "kind" ON "log"
BEGIN
  INSERT INTO "_vieworm_v_store" ("kind", "region", "rows") SELECT OLD."kind", "s2"."region", -1 FROM "orders" AS "s2" WHERE ("s2"."region" = OLD."kind") ON CONFLICT (typeof("kind"), ifnull("kind", 0) COLLATE BINARY, typeof("region"), ifnull("region", 0) COLLATE BINARY) DO UPDATE SET "rows" = "rows" + excluded."rows";
  INSERT INTO "_vieworm_v_store" ("kind", "region", "rows") SELECT NEW."kind", "s2"."region", 1 FROM "orders" AS "s2" WHERE ("s2"."region" = NEW."kind") ON CONFLICT (typeof("kind"), ifnull("kind", 0) COLLATE BINARY, typeof("region"), ifnull("region", 0) COLLATE BINARY) DO UPDATE SET "rows" = "rows" + excluded."rows";
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_orders_replaced" AFTER DELETE ON "_vieworm_v_replaced_2"
WHEN NOT OLD.vieworm_dead
BEGIN
  INSERT INTO "_vieworm_v_store" ("kind", "region", "rows") SELECT "s1"."kind", OLD."region", -1 FROM "log" AS "s1" WHERE (OLD."region" = "s1"."kind") ON CONFLICT (typeof("kind"), ifnull("kind", 0) COLLATE BINARY, typeof("region"), ifnull("region", 0) COLLATE BINARY) DO UPDATE SET "rows" = "rows" + excluded."rows";
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_orders_before_insert" BEFORE INSERT ON "orders"
WHEN EXISTS (SELECT 1 FROM "orders" AS g WHERE g."id" = NEW."id")
BEGIN
  UPDATE "_vieworm_v_replaced_2" SET vieworm_dead = 1;
  DELETE FROM "_vieworm_v_replaced_2";
  INSERT INTO "_vieworm_v_replaced_2" ("id", "region", vieworm_dead) SELECT g."id", g."region", 0 FROM "orders" AS g WHERE (g."id" = NEW."id");
END;
CREATE TRIGGER "main"."_vieworm_v_orders_before_update" BEFORE UPDATE OF "_rowid_", "id", "oid", "rowid" ON "orders"
WHEN EXISTS (SELECT 1 FROM "orders" AS g WHERE g."id" = NEW."id" AND NOT (g."id" IS OLD."id"))
BEGIN
  UPDATE "_vieworm_v_replaced_2" SET vieworm_dead = 1;
  DELETE FROM "_vieworm_v_replaced_2";
  INSERT INTO "_vieworm_v_replaced_2" ("id", "region", vieworm_dead) SELECT g."id", g."region", 0 FROM "orders" AS g WHERE (g."id" = NEW."id" AND NOT (g."id" IS OLD."id"));
END;
CREATE TRIGGER "main"."_vieworm_v_orders_after_update" AFTER UPDATE OF "_rowid_", "id", "oid", "rowid" ON "orders"
WHEN EXISTS (SELECT 1 FROM "_vieworm_v_replaced_2")
BEGIN
  UPDATE "_vieworm_v_replaced_2" SET vieworm_dead = 1 WHERE ("_vieworm_v_replaced_2"."id" IS OLD."id");
  DELETE FROM "_vieworm_v_replaced_2" WHERE NOT vieworm_dead AND (("_vieworm_v_replaced_2"."id" IS NEW."id") OR NOT EXISTS (SELECT 1 FROM "orders" AS g WHERE (g."id" IS "_vieworm_v_replaced_2"."id")));
END;
CREATE TRIGGER "main"."_vieworm_v_orders_insert" AFTER INSERT ON "orders"
BEGIN
  DELETE FROM "_vieworm_v_replaced_2" WHERE NOT vieworm_dead AND (("_vieworm_v_replaced_2"."id" IS NEW."id") OR NOT EXISTS (SELECT 1 FROM "orders" AS g WHERE (g."id" IS "_vieworm_v_replaced_2"."id")));
  INSERT INTO "_vieworm_v_store" ("kind", "region", "rows") SELECT "s1"."kind", NEW."region", 1 FROM "log" AS "s1" WHERE (NEW."region" = "s1"."kind") ON CONFLICT (typeof("kind"), ifnull("kind", 0) COLLATE BINARY, typeof("region"), ifnull("region", 0) COLLATE BINARY) DO UPDATE SET "rows" = "rows" + excluded."rows";
END;
CREATE TRIGGER "main"."_vieworm_v_orders_delete" AFTER DELETE ON "orders"
BEGIN
  UPDATE "_vieworm_v_replaced_2" SET vieworm_dead = 1 WHERE ("_vieworm_v_replaced_2"."id" IS OLD."id");
  INSERT INTO "_vieworm_v_store" ("kind", "region", "rows") SELECT "s1"."kind", OLD."region", -1 FROM "log" AS "s1" WHERE (OLD."region" = "s1"."kind") ON CONFLICT (typeof("kind"), ifnull("kind", 0) COLLATE BINARY, typeof("region"), ifnull("region", 0) COLLATE BINARY) DO UPDATE SET "rows" = "rows" + excluded."rows";
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_orders_update" AFTER UPDATE OF "region" ON "orders"
BEGIN
  INSERT INTO "_vieworm_v_store" ("kind", "region", "rows") SELECT "s1"."kind", OLD."region", -1 FROM "log" AS "s1" WHERE (OLD."region" = "s1"."kind") ON CONFLICT (typeof("kind"), ifnull("kind", 0) COLLATE BINARY, typeof("region"), ifnull("region", 0) COLLATE BINARY) DO UPDATE SET "rows" = "rows" + excluded."rows";
  INSERT INTO "_vieworm_v_store" ("kind", "region", "rows") SELECT "s1"."kind", NEW."region", 1 FROM "log" AS "s1" WHERE (NEW."region" = "s1"."kind") ON CONFLICT (typeof("kind"), ifnull("kind", 0) COLLATE BINARY, typeof("region"), ifnull("region", 0) COLLATE BINARY) DO UPDATE SET "rows" = "rows" + excluded."rows";
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_log_names" AFTER UPDATE OF "_vieworm_" ON "log"
BEGIN
  SELECT NEW."kind", NULL;
END;
CREATE TRIGGER "main"."_vieworm_v_orders_names" AFTER UPDATE OF "_vieworm_" ON "orders"
BEGIN
  SELECT NEW."id", NEW."region", NULL;
END;

