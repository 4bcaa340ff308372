-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "main", "storage": "store", "strategy": {"main.log": "linear"}}
CREATE TABLE "main"."_vieworm_v_store" ("kind" TEXT, "next", "rows");
CREATE UNIQUE INDEX "main"."_vieworm_v_store_key" ON "_vieworm_v_store" (typeof("kind"), ifnull("kind", 0) COLLATE BINARY, typeof("next"), ifnull("next", 0) COLLATE BINARY);
CREATE INDEX "main"."_vieworm_v_store_empty" ON "_vieworm_v_store" ("rows") WHERE "rows" = 0;
CREATE INDEX "main"."_vieworm_v_store_copies" ON "_vieworm_v_store" ("rows") WHERE "rows" > 1;
CREATE TABLE "main"."_vieworm_v_replaced" ("rowid" INTEGER PRIMARY KEY, "kind" TEXT, "level" INTEGER, vieworm_dead);
CREATE VIEW "main"."v" ("kind", "next") AS
-- vieworm: {"name":"v","definition":"SELECT kind, level + 1 AS next FROM log WHERE level > 2","refresh":{"on":"statement"}}
SELECT "_vieworm_v_store"."kind" AS "c1", +"_vieworm_v_store"."next" AS "c2" FROM "_vieworm_v_store" WHERE "rows" > 0 UNION ALL SELECT "_vieworm_v_store"."kind" AS "c1", +"_vieworm_v_store"."next" AS "c2" FROM (WITH RECURSIVE copies(n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM copies WHERE n < (SELECT max("rows") FROM "_vieworm_v_store" WHERE "rows" > 1)) SELECT n FROM copies) AS copies CROSS JOIN "_vieworm_v_store" WHERE "_vieworm_v_store"."rows" > 1 AND "_vieworm_v_store"."rows" >= copies.n;
INSERT INTO "main"."_vieworm_v_store" ("kind", "next", "rows") SELECT "s1"."kind", "s1"."level" + 1, 1 FROM "main"."log" AS "s1" WHERE ("s1"."level" > 2) ON CONFLICT (typeof("kind"), ifnull("kind", 0) COLLATE BINARY, typeof("next"), ifnull("next", 0) COLLATE BINARY) DO UPDATE SET "rows" = "rows" + excluded."rows";
CREATE TRIGGER "main"."_vieworm_v_log_replaced" AFTER DELETE ON "_vieworm_v_replaced"
WHEN NOT OLD.vieworm_dead
BEGIN
  INSERT INTO "_vieworm_v_store" ("kind", "next", "rows") SELECT OLD."kind", OLD."level" + 1, -1 WHERE (OLD."level" > 2) ON CONFLICT (typeof("kind"), ifnull("kind", 0) COLLATE BINARY, typeof("next"), ifnull("next", 0) COLLATE BINARY) DO UPDATE SET "rows" = "rows" + excluded."rows";
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_log_before_insert" BEFORE INSERT ON "log"
WHEN EXISTS (SELECT 1 FROM "log" AS g WHERE g."rowid" = NEW."rowid") OR EXISTS (SELECT 1 FROM "_vieworm_v_replaced")
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1;
  DELETE FROM "_vieworm_v_replaced";
  INSERT INTO "_vieworm_v_replaced" ("rowid", "kind", "level", vieworm_dead) SELECT g."rowid", g."kind", g."level", 0 FROM "log" AS g WHERE (g."rowid" = NEW."rowid");
END;
CREATE TRIGGER "main"."_vieworm_v_log_before_update" BEFORE UPDATE OF "_rowid_", "oid", "rowid" ON "log"
WHEN EXISTS (SELECT 1 FROM "log" AS g WHERE g."rowid" = NEW."rowid" AND NOT (g."rowid" IS OLD."rowid")) OR EXISTS (SELECT 1 FROM "_vieworm_v_replaced")
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1;
  DELETE FROM "_vieworm_v_replaced";
  INSERT INTO "_vieworm_v_replaced" ("rowid", "kind", "level", vieworm_dead) SELECT g."rowid", g."kind", g."level", 0 FROM "log" AS g WHERE (g."rowid" = NEW."rowid" AND NOT (g."rowid" IS OLD."rowid"));
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
  INSERT INTO "_vieworm_v_store" ("kind", "next", "rows") SELECT NEW."kind", NEW."level" + 1, 1 WHERE (NEW."level" > 2) ON CONFLICT (typeof("kind"), ifnull("kind", 0) COLLATE BINARY, typeof("next"), ifnull("next", 0) COLLATE BINARY) DO UPDATE SET "rows" = "rows" + excluded."rows";
END;
CREATE TRIGGER "main"."_vieworm_v_log_delete" AFTER DELETE ON "log"
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1 WHERE ("_vieworm_v_replaced"."rowid" IS OLD."rowid");
  INSERT INTO "_vieworm_v_store" ("kind", "next", "rows") SELECT OLD."kind", OLD."level" + 1, -1 WHERE (OLD."level" > 2) ON CONFLICT (typeof("kind"), ifnull("kind", 0) COLLATE BINARY, typeof("next"), ifnull("next", 0) COLLATE BINARY) DO UPDATE SET "rows" = "rows" + excluded."rows";
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_log_update" AFTER UPDATE OF "kind", "level" ON "log"
BEGIN
  INSERT INTO "_vieworm_v_store" ("kind", "next", "rows") SELECT OLD."kind", OLD."level" + 1, -1 WHERE (OLD."level" > 2) ON CONFLICT (typeof("kind"), ifnull("kind", 0) COLLATE BINARY, typeof("next"), ifnull("next", 0) COLLATE BINARY) DO UPDATE SET "rows" = "rows" + excluded."rows";
  INSERT INTO "_vieworm_v_store" ("kind", "next", "rows") SELECT NEW."kind", NEW."level" + 1, 1 WHERE (NEW."level" > 2) ON CONFLICT (typeof("kind"), ifnull("kind", 0) COLLATE BINARY, typeof("next"), ifnull("next", 0) COLLATE BINARY) DO UPDATE SET "rows" = "rows" + excluded."rows";
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_log_names" AFTER UPDATE OF "_vieworm_" ON "log"
BEGIN
  SELECT NEW."kind", NEW."level", NULL;
END;

