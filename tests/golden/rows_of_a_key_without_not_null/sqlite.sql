-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "main", "storage": "store", "strategy": {"main.parts": "linear"}}
CREATE TABLE "main"."_vieworm_v_store" ("code" TEXT, "n" INTEGER, "rows");
CREATE UNIQUE INDEX "main"."_vieworm_v_store_key" ON "_vieworm_v_store" (typeof("code"), ifnull("code", 0) COLLATE BINARY, typeof("n"), ifnull("n", 0) COLLATE BINARY);
CREATE INDEX "main"."_vieworm_v_store_empty" ON "_vieworm_v_store" ("rows") WHERE "rows" = 0;
CREATE INDEX "main"."_vieworm_v_store_copies" ON "_vieworm_v_store" ("rows") WHERE "rows" > 1;
CREATE TABLE "main"."_vieworm_v_replaced" ("rowid" INTEGER PRIMARY KEY, "code" TEXT, "n" INTEGER, vieworm_dead);
CREATE VIEW "main"."v" ("code", "n") AS
-- vieworm: {"name":"v","definition":"SELECT code, n FROM parts","refresh":{"on":"statement"}}
SELECT "_vieworm_v_store"."code" AS "c1", "_vieworm_v_store"."n" AS "c2" FROM "_vieworm_v_store" WHERE "rows" > 0 UNION ALL SELECT "_vieworm_v_store"."code" AS "c1", "_vieworm_v_store"."n" AS "c2" FROM (WITH RECURSIVE copies(n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM copies WHERE n < (SELECT max("rows") FROM "_vieworm_v_store" WHERE "rows" > 1)) SELECT n FROM copies) AS copies CROSS JOIN "_vieworm_v_store" WHERE "_vieworm_v_store"."rows" > 1 AND "_vieworm_v_store"."rows" >= copies.n;
INSERT INTO "main"."_vieworm_v_store" ("code", "n", "rows") SELECT "s1"."code", "s1"."n", 1 FROM "main"."parts" AS "s1" WHERE true ON CONFLICT (typeof("code"), ifnull("code", 0) COLLATE BINARY, typeof("n"), ifnull("n", 0) COLLATE BINARY) DO UPDATE SET "rows" = "rows" + excluded."rows";
CREATE TRIGGER "main"."_vieworm_v_parts_replaced" AFTER DELETE ON "_vieworm_v_replaced"
WHEN NOT OLD.vieworm_dead
BEGIN
  INSERT INTO "_vieworm_v_store" ("code", "n", "rows") SELECT OLD."code", OLD."n", -1 WHERE true ON CONFLICT (typeof("code"), ifnull("code", 0) COLLATE BINARY, typeof("n"), ifnull("n", 0) COLLATE BINARY) DO UPDATE SET "rows" = "rows" + excluded."rows";
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_parts_before_insert" BEFORE INSERT ON "parts"
WHEN EXISTS (SELECT 1 FROM "parts" AS g WHERE g."rowid" = NEW."rowid") OR EXISTS (SELECT 1 FROM "parts" AS g WHERE g."code" = NEW."code") OR EXISTS (SELECT 1 FROM "_vieworm_v_replaced")
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1;
  DELETE FROM "_vieworm_v_replaced";
  INSERT INTO "_vieworm_v_replaced" ("rowid", "code", "n", vieworm_dead) SELECT g."rowid", g."code", g."n", 0 FROM "parts" AS g WHERE (g."rowid" = NEW."rowid") OR (g."code" = NEW."code");
END;
CREATE TRIGGER "main"."_vieworm_v_parts_before_update" BEFORE UPDATE OF "_rowid_", "code", "oid", "rowid" ON "parts"
WHEN EXISTS (SELECT 1 FROM "parts" AS g WHERE g."rowid" = NEW."rowid" AND NOT (g."rowid" IS OLD."rowid")) OR EXISTS (SELECT 1 FROM "parts" AS g WHERE g."code" = NEW."code" AND NOT (g."rowid" IS OLD."rowid")) OR EXISTS (SELECT 1 FROM "_vieworm_v_replaced")
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1;
  DELETE FROM "_vieworm_v_replaced";
  INSERT INTO "_vieworm_v_replaced" ("rowid", "code", "n", vieworm_dead) SELECT g."rowid", g."code", g."n", 0 FROM "parts" AS g WHERE (g."rowid" = NEW."rowid" AND NOT (g."rowid" IS OLD."rowid")) OR (g."code" = NEW."code" AND NOT (g."rowid" IS OLD."rowid"));
END;
CREATE TRIGGER "main"."_vieworm_v_parts_after_update" AFTER UPDATE OF "_rowid_", "code", "oid", "rowid" ON "parts"
WHEN EXISTS (SELECT 1 FROM "_vieworm_v_replaced")
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1 WHERE ("_vieworm_v_replaced"."rowid" IS OLD."rowid");
  DELETE FROM "_vieworm_v_replaced" WHERE NOT vieworm_dead AND (("_vieworm_v_replaced"."rowid" IS NEW."rowid") OR NOT EXISTS (SELECT 1 FROM "parts" AS g WHERE (g."rowid" IS "_vieworm_v_replaced"."rowid")));
END;
CREATE TRIGGER "main"."_vieworm_v_parts_insert" AFTER INSERT ON "parts"
BEGIN
  DELETE FROM "_vieworm_v_replaced" WHERE NOT vieworm_dead AND (("_vieworm_v_replaced"."rowid" IS NEW."rowid") OR NOT EXISTS (SELECT 1 FROM "parts" AS g WHERE (g."rowid" IS "_vieworm_v_replaced"."rowid")));
  INSERT INTO "_vieworm_v_store" ("code", "n", "rows") SELECT NEW."code", NEW."n", 1 WHERE true ON CONFLICT (typeof("code"), ifnull("code", 0) COLLATE BINARY, typeof("n"), ifnull("n", 0) COLLATE BINARY) DO UPDATE SET "rows" = "rows" + excluded."rows";
END;
CREATE TRIGGER "main"."_vieworm_v_parts_delete" AFTER DELETE ON "parts"
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1 WHERE ("_vieworm_v_replaced"."rowid" IS OLD."rowid");
  INSERT INTO "_vieworm_v_store" ("code", "n", "rows") SELECT OLD."code", OLD."n", -1 WHERE true ON CONFLICT (typeof("code"), ifnull("code", 0) COLLATE BINARY, typeof("n"), ifnull("n", 0) COLLATE BINARY) DO UPDATE SET "rows" = "rows" + excluded."rows";
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_parts_update" AFTER UPDATE OF "code", "n" ON "parts"
BEGIN
  INSERT INTO "_vieworm_v_store" ("code", "n", "rows") SELECT OLD."code", OLD."n", -1 WHERE true ON CONFLICT (typeof("code"), ifnull("code", 0) COLLATE BINARY, typeof("n"), ifnull("n", 0) COLLATE BINARY) DO UPDATE SET "rows" = "rows" + excluded."rows";
  INSERT INTO "_vieworm_v_store" ("code", "n", "rows") SELECT NEW."code", NEW."n", 1 WHERE true ON CONFLICT (typeof("code"), ifnull("code", 0) COLLATE BINARY, typeof("n"), ifnull("n", 0) COLLATE BINARY) DO UPDATE SET "rows" = "rows" + excluded."rows";
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_parts_names" AFTER UPDATE OF "_vieworm_" ON "parts"
BEGIN
  SELECT NEW."code", NEW."n", NULL;
END;

