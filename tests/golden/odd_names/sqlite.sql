-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "main", "storage": "store", "strategy": {"main.Odd Table": "linear"}}
CREATE TABLE "main"."_vieworm_v_store" ("x;y" TEXT, "rows");
CREATE UNIQUE INDEX "main"."_vieworm_v_store_key" ON "_vieworm_v_store" ("x;y");
CREATE INDEX "main"."_vieworm_v_store_empty" ON "_vieworm_v_store" ("rows") WHERE "rows" = 0;
CREATE TABLE "main"."_vieworm_v_replaced" ("id" INTEGER PRIMARY KEY, "a ""b""" TEXT, vieworm_dead);
CREATE VIEW "main"."v" ("x;y", "n'n") AS
-- vieworm: {"name":"v","definition":"SELECT \"a \"\"b\"\"\" AS \"x;y\", count(*) AS \"n'n\" FROM \"Odd Table\" GROUP BY 1","refresh":{"on":"statement"}}
SELECT "s2"."k1" AS "c1", "s2"."r1" AS "c2" FROM (SELECT "_vieworm_v_store"."x;y" AS "k1", +"_vieworm_v_store"."rows" AS "r1" FROM "_vieworm_v_store" WHERE "rows" > 0) AS "s2";
INSERT INTO "main"."_vieworm_v_store" ("x;y", "rows") SELECT "s1"."a ""b""", 1 FROM "main"."Odd Table" AS "s1" WHERE true ON CONFLICT ("x;y") DO UPDATE SET "rows" = "rows" + excluded."rows";
CREATE TRIGGER "main"."_vieworm_v_Odd Table_replaced" AFTER DELETE ON "_vieworm_v_replaced"
WHEN NOT OLD.vieworm_dead
BEGIN
  INSERT INTO "_vieworm_v_store" ("x;y", "rows") SELECT OLD."a ""b""", -1 WHERE true ON CONFLICT ("x;y") DO UPDATE SET "rows" = "rows" + excluded."rows";
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_Odd Table_before_insert" BEFORE INSERT ON "Odd Table"
WHEN EXISTS (SELECT 1 FROM "Odd Table" AS g WHERE g."id" = NEW."id")
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1;
  DELETE FROM "_vieworm_v_replaced";
  INSERT INTO "_vieworm_v_replaced" ("id", "a ""b""", vieworm_dead) SELECT g."id", g."a ""b""", 0 FROM "Odd Table" AS g WHERE (g."id" = NEW."id");
END;
CREATE TRIGGER "main"."_vieworm_v_Odd Table_before_update" BEFORE UPDATE OF "_rowid_", "id", "oid", "rowid" ON "Odd Table"
WHEN EXISTS (SELECT 1 FROM "Odd Table" AS g WHERE g."id" = NEW."id" AND NOT (g."id" IS OLD."id"))
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1;
  DELETE FROM "_vieworm_v_replaced";
  INSERT INTO "_vieworm_v_replaced" ("id", "a ""b""", vieworm_dead) SELECT g."id", g."a ""b""", 0 FROM "Odd Table" AS g WHERE (g."id" = NEW."id" AND NOT (g."id" IS OLD."id"));
END;
CREATE TRIGGER "main"."_vieworm_v_Odd Table_after_update" AFTER UPDATE OF "_rowid_", "id", "oid", "rowid" ON "Odd Table"
WHEN EXISTS (SELECT 1 FROM "_vieworm_v_replaced")
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1 WHERE ("_vieworm_v_replaced"."id" IS OLD."id");
  DELETE FROM "_vieworm_v_replaced" WHERE NOT vieworm_dead AND (("_vieworm_v_replaced"."id" IS NEW."id") OR NOT EXISTS (SELECT 1 FROM "Odd Table" AS g WHERE (g."id" IS "_vieworm_v_replaced"."id")));
END;
CREATE TRIGGER "main"."_vieworm_v_Odd Table_insert" AFTER INSERT ON "Odd Table"
BEGIN
  DELETE FROM "_vieworm_v_replaced" WHERE NOT vieworm_dead AND (("_vieworm_v_replaced"."id" IS NEW."id") OR NOT EXISTS (SELECT 1 FROM "Odd Table" AS g WHERE (g."id" IS "_vieworm_v_replaced"."id")));
  INSERT INTO "_vieworm_v_store" ("x;y", "rows") SELECT NEW."a ""b""", 1 WHERE true ON CONFLICT ("x;y") DO UPDATE SET "rows" = "rows" + excluded."rows";
END;
CREATE TRIGGER "main"."_vieworm_v_Odd Table_delete" AFTER DELETE ON "Odd Table"
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1 WHERE ("_vieworm_v_replaced"."id" IS OLD."id");
  INSERT INTO "_vieworm_v_store" ("x;y", "rows") SELECT OLD."a ""b""", -1 WHERE true ON CONFLICT ("x;y") DO UPDATE SET "rows" = "rows" + excluded."rows";
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_Odd Table_update" AFTER UPDATE OF "a ""b""" ON "Odd Table"
BEGIN
  INSERT INTO "_vieworm_v_store" ("x;y", "rows") SELECT OLD."a ""b""", -1 WHERE true ON CONFLICT ("x;y") DO UPDATE SET "rows" = "rows" + excluded."rows";
  INSERT INTO "_vieworm_v_store" ("x;y", "rows") SELECT NEW."a ""b""", 1 WHERE true ON CONFLICT ("x;y") DO UPDATE SET "rows" = "rows" + excluded."rows";
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_Odd Table_names" AFTER UPDATE OF "_vieworm_" ON "Odd Table"
BEGIN
  SELECT NEW."id", NEW."a ""b""", NULL;
END;

