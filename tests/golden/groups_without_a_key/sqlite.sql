-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "main", "storage": "store", "strategy": {"main.log": "linear"}}
CREATE TABLE "main"."_vieworm_v_store" ("kind" TEXT, "rows", "extreme_1", "dirty");
CREATE UNIQUE INDEX "main"."_vieworm_v_store_key" ON "_vieworm_v_store" (("kind" IS NULL), ifnull("kind", 0));
CREATE INDEX "main"."_vieworm_v_store_empty" ON "_vieworm_v_store" ("rows") WHERE "rows" = 0;
CREATE INDEX "main"."_vieworm_v_store_dirty" ON "_vieworm_v_store" ("dirty") WHERE "dirty";
CREATE TABLE "main"."_vieworm_v_replaced" ("rowid" INTEGER PRIMARY KEY, "kind" TEXT, "level" INTEGER, vieworm_dead);
CREATE VIEW "main"."v" ("kind", "n", "worst") AS
-- vieworm: {"name":"v","definition":"SELECT kind, count(*) AS n, max(level) AS worst FROM log GROUP BY kind","refresh":{"on":"statement"}}
SELECT "s2"."k1" AS "c1", "s2"."r1" AS "c2", "s2"."r2" AS "c3" FROM (SELECT "_vieworm_v_store"."kind" AS "k1", +"_vieworm_v_store"."rows" AS "r1", +"_vieworm_v_store"."extreme_1" AS "r2" FROM "_vieworm_v_store" WHERE "rows" > 0) AS "s2";
INSERT INTO "main"."_vieworm_v_store" ("kind", "rows", "extreme_1", "dirty") SELECT "s1"."kind", 1, "s1"."level", 0 FROM "main"."log" AS "s1" WHERE true ON CONFLICT (("kind" IS NULL), ifnull("kind", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows", "extreme_1" = CASE WHEN excluded."extreme_1" IS NULL THEN "extreme_1" WHEN "extreme_1" IS NULL OR excluded."extreme_1" > "extreme_1" THEN excluded."extreme_1" ELSE "extreme_1" END, "dirty" = CASE WHEN excluded."dirty" OR excluded."extreme_1" = "extreme_1" AND NOT (typeof(excluded."extreme_1") = typeof("extreme_1") AND excluded."extreme_1" IS "extreme_1" COLLATE BINARY) THEN 1 ELSE "dirty" END;
UPDATE "main"."_vieworm_v_store" SET "extreme_1" = f."extreme_1", "dirty" = 0 FROM (SELECT i."k1" AS "k1", max(i."a1") AS "extreme_1" FROM (SELECT "s1"."kind" AS "k1", "s1"."level" AS "a1" FROM "main"."log" AS "s1") AS i GROUP BY i."k1") AS f WHERE f."k1" IS "_vieworm_v_store"."kind";
CREATE TRIGGER "main"."_vieworm_v_log_replaced" AFTER DELETE ON "_vieworm_v_replaced"
WHEN NOT OLD.vieworm_dead
BEGIN
  INSERT INTO "_vieworm_v_store" ("kind", "rows", "extreme_1", "dirty") SELECT OLD."kind", -1, OLD."level", 0 WHERE true ON CONFLICT (("kind" IS NULL), ifnull("kind", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows", "dirty" = CASE WHEN excluded."dirty" OR excluded."extreme_1" = "extreme_1" THEN 1 ELSE "dirty" END;
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
  UPDATE "_vieworm_v_store" SET ("extreme_1", "dirty") = (SELECT max(i."a1"), 0 FROM (SELECT "s1"."kind" AS "k1", "s1"."level" AS "a1" FROM "log" AS "s1" WHERE ("s1"."kind") IS "_vieworm_v_store"."kind") AS i) WHERE "dirty";
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
  INSERT INTO "_vieworm_v_store" ("kind", "rows", "extreme_1", "dirty") SELECT NEW."kind", 1, NEW."level", NOT EXISTS (SELECT 1 FROM "log" AS g WHERE g."kind" IS NEW."kind" COLLATE BINARY AND g."level" IS NEW."level" COLLATE BINARY AND g."rowid" IS NEW."rowid" COLLATE BINARY) WHERE true ON CONFLICT (("kind" IS NULL), ifnull("kind", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows", "extreme_1" = CASE WHEN excluded."extreme_1" IS NULL THEN "extreme_1" WHEN "extreme_1" IS NULL OR excluded."extreme_1" > "extreme_1" THEN excluded."extreme_1" ELSE "extreme_1" END, "dirty" = CASE WHEN excluded."dirty" OR excluded."extreme_1" = "extreme_1" AND NOT (typeof(excluded."extreme_1") = typeof("extreme_1") AND excluded."extreme_1" IS "extreme_1" COLLATE BINARY) THEN 1 ELSE "dirty" END;
  UPDATE "_vieworm_v_store" SET ("extreme_1", "dirty") = (SELECT max(i."a1"), 0 FROM (SELECT "s1"."kind" AS "k1", "s1"."level" AS "a1" FROM "log" AS "s1" WHERE ("s1"."kind") IS "_vieworm_v_store"."kind") AS i) WHERE "dirty";
END;
CREATE TRIGGER "main"."_vieworm_v_log_delete" AFTER DELETE ON "log"
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1 WHERE ("_vieworm_v_replaced"."rowid" IS OLD."rowid");
  INSERT INTO "_vieworm_v_store" ("kind", "rows", "extreme_1", "dirty") SELECT OLD."kind", -1, OLD."level", 0 WHERE true ON CONFLICT (("kind" IS NULL), ifnull("kind", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows", "dirty" = CASE WHEN excluded."dirty" OR excluded."extreme_1" = "extreme_1" THEN 1 ELSE "dirty" END;
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
  UPDATE "_vieworm_v_store" SET ("extreme_1", "dirty") = (SELECT max(i."a1"), 0 FROM (SELECT "s1"."kind" AS "k1", "s1"."level" AS "a1" FROM "log" AS "s1" WHERE ("s1"."kind") IS "_vieworm_v_store"."kind") AS i) WHERE "dirty";
END;
CREATE TRIGGER "main"."_vieworm_v_log_update" AFTER UPDATE OF "kind", "level" ON "log"
BEGIN
  INSERT INTO "_vieworm_v_store" ("kind", "rows", "extreme_1", "dirty") SELECT OLD."kind", -1, OLD."level", 0 WHERE true ON CONFLICT (("kind" IS NULL), ifnull("kind", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows", "dirty" = CASE WHEN excluded."dirty" OR excluded."extreme_1" = "extreme_1" THEN 1 ELSE "dirty" END;
  INSERT INTO "_vieworm_v_store" ("kind", "rows", "extreme_1", "dirty") SELECT NEW."kind", 1, NEW."level", NOT EXISTS (SELECT 1 FROM "log" AS g WHERE g."kind" IS NEW."kind" COLLATE BINARY AND g."level" IS NEW."level" COLLATE BINARY AND g."rowid" IS NEW."rowid" COLLATE BINARY) WHERE true ON CONFLICT (("kind" IS NULL), ifnull("kind", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows", "extreme_1" = CASE WHEN excluded."extreme_1" IS NULL THEN "extreme_1" WHEN "extreme_1" IS NULL OR excluded."extreme_1" > "extreme_1" THEN excluded."extreme_1" ELSE "extreme_1" END, "dirty" = CASE WHEN excluded."dirty" OR excluded."extreme_1" = "extreme_1" AND NOT (typeof(excluded."extreme_1") = typeof("extreme_1") AND excluded."extreme_1" IS "extreme_1" COLLATE BINARY) THEN 1 ELSE "dirty" END;
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
  UPDATE "_vieworm_v_store" SET ("extreme_1", "dirty") = (SELECT max(i."a1"), 0 FROM (SELECT "s1"."kind" AS "k1", "s1"."level" AS "a1" FROM "log" AS "s1" WHERE ("s1"."kind") IS "_vieworm_v_store"."kind") AS i) WHERE "dirty";
END;
CREATE TRIGGER "main"."_vieworm_v_log_names" AFTER UPDATE OF "_vieworm_" ON "log"
BEGIN
  SELECT NEW."kind", NEW."level", NULL;
END;

