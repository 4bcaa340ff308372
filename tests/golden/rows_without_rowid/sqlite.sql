-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "main", "storage": "store", "strategy": {"main.parts": "keyed"}}
CREATE TABLE "main"."_vieworm_v_store" ("code" TEXT COLLATE "NOCASE", "n" INTEGER, "key_1_1" TEXT COLLATE "NOCASE");
CREATE INDEX "main"."_vieworm_v_store_key_1" ON "_vieworm_v_store" ("key_1_1");
CREATE VIEW "main"."v" ("code", "n") AS
-- vieworm: {"name":"v","definition":"SELECT code, n FROM parts WHERE n > 0","refresh":{"on":"statement"}}
SELECT "_vieworm_v_store"."code" AS "c1", "_vieworm_v_store"."n" AS "c2" FROM "_vieworm_v_store";
INSERT INTO "main"."_vieworm_v_store" ("code", "n", "key_1_1") SELECT "s1"."code", "s1"."n", "s1"."code" FROM "main"."parts" AS "s1" WHERE ("s1"."n" > 0);
CREATE TRIGGER "main"."_vieworm_v_parts_insert" AFTER INSERT ON "parts"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = NEW."code";
  INSERT INTO "_vieworm_v_store" ("code", "n", "key_1_1") SELECT "s1"."code", "s1"."n", "s1"."code" FROM "parts" AS "s1" WHERE "s1"."code" = NEW."code" AND ("s1"."n" > 0);
END;
CREATE TRIGGER "main"."_vieworm_v_parts_delete" AFTER DELETE ON "parts"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = OLD."code";
  INSERT INTO "_vieworm_v_store" ("code", "n", "key_1_1") SELECT "s1"."code", "s1"."n", "s1"."code" FROM "parts" AS "s1" WHERE "s1"."code" = OLD."code" AND ("s1"."n" > 0);
END;
CREATE TRIGGER "main"."_vieworm_v_parts_update" AFTER UPDATE OF "code", "n" ON "parts"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = NEW."code";
  INSERT INTO "_vieworm_v_store" ("code", "n", "key_1_1") SELECT "s1"."code", "s1"."n", "s1"."code" FROM "parts" AS "s1" WHERE "s1"."code" = NEW."code" AND ("s1"."n" > 0);
END;
CREATE TRIGGER "main"."_vieworm_v_parts_rekey" AFTER UPDATE OF "code" ON "parts"
WHEN NOT (NEW."code" IS OLD."code")
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = OLD."code";
  INSERT INTO "_vieworm_v_store" ("code", "n", "key_1_1") SELECT "s1"."code", "s1"."n", "s1"."code" FROM "parts" AS "s1" WHERE "s1"."code" = OLD."code" AND ("s1"."n" > 0);
END;
CREATE TRIGGER "main"."_vieworm_v_parts_names" AFTER UPDATE OF "_vieworm_" ON "parts"
BEGIN
  SELECT NEW."code", NEW."n", NULL;
END;

