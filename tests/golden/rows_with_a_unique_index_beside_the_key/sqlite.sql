-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "main", "storage": "store", "strategy": {"main.people": "keyed"}}
CREATE TABLE "main"."_vieworm_v_store" ("id" INTEGER, "email" TEXT, "key_1_1" INTEGER);
CREATE INDEX "main"."_vieworm_v_store_key_1" ON "_vieworm_v_store" ("key_1_1");
CREATE TABLE "main"."_vieworm_v_replaced" ("id" INTEGER PRIMARY KEY, "email" TEXT, vieworm_dead);
CREATE VIEW "main"."v" ("id", "email") AS
-- vieworm: {"name":"v","definition":"SELECT id, email FROM people","refresh":{"on":"statement"}}
SELECT "_vieworm_v_store"."id" AS "c1", "_vieworm_v_store"."email" AS "c2" FROM "_vieworm_v_store";
INSERT INTO "main"."_vieworm_v_store" ("id", "email", "key_1_1") SELECT "s1"."id", "s1"."email", "s1"."id" FROM "main"."people" AS "s1";
CREATE TRIGGER "main"."_vieworm_v_people_replaced" AFTER DELETE ON "_vieworm_v_replaced"
WHEN NOT OLD.vieworm_dead
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = OLD."id";
  INSERT INTO "_vieworm_v_store" ("id", "email", "key_1_1") SELECT "s1"."id", "s1"."email", "s1"."id" FROM "people" AS "s1" WHERE "s1"."id" = OLD."id";
END;
CREATE TRIGGER "main"."_vieworm_v_people_before_insert" BEFORE INSERT ON "people"
WHEN EXISTS (SELECT 1 FROM "people" AS g WHERE g."id" = NEW."id") OR EXISTS (SELECT 1 FROM "people" AS g WHERE g."email" = NEW."email")
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1;
  DELETE FROM "_vieworm_v_replaced";
  INSERT INTO "_vieworm_v_replaced" ("id", "email", vieworm_dead) SELECT g."id", g."email", 0 FROM "people" AS g WHERE (g."id" = NEW."id") OR (g."email" = NEW."email");
END;
CREATE TRIGGER "main"."_vieworm_v_people_before_update" BEFORE UPDATE OF "_rowid_", "email", "id", "oid", "rowid" ON "people"
WHEN EXISTS (SELECT 1 FROM "people" AS g WHERE g."id" = NEW."id" AND NOT (g."id" IS OLD."id")) OR EXISTS (SELECT 1 FROM "people" AS g WHERE g."email" = NEW."email" AND NOT (g."id" IS OLD."id"))
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1;
  DELETE FROM "_vieworm_v_replaced";
  INSERT INTO "_vieworm_v_replaced" ("id", "email", vieworm_dead) SELECT g."id", g."email", 0 FROM "people" AS g WHERE (g."id" = NEW."id" AND NOT (g."id" IS OLD."id")) OR (g."email" = NEW."email" AND NOT (g."id" IS OLD."id"));
END;
CREATE TRIGGER "main"."_vieworm_v_people_after_update" AFTER UPDATE OF "_rowid_", "email", "id", "oid", "rowid" ON "people"
WHEN EXISTS (SELECT 1 FROM "_vieworm_v_replaced")
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1 WHERE ("_vieworm_v_replaced"."id" IS OLD."id");
  DELETE FROM "_vieworm_v_replaced" WHERE NOT vieworm_dead AND (("_vieworm_v_replaced"."id" IS NEW."id") OR NOT EXISTS (SELECT 1 FROM "people" AS g WHERE (g."id" IS "_vieworm_v_replaced"."id")));
END;
CREATE TRIGGER "main"."_vieworm_v_people_insert" AFTER INSERT ON "people"
BEGIN
  DELETE FROM "_vieworm_v_replaced" WHERE NOT vieworm_dead AND (("_vieworm_v_replaced"."id" IS NEW."id") OR NOT EXISTS (SELECT 1 FROM "people" AS g WHERE (g."id" IS "_vieworm_v_replaced"."id")));
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = NEW."id";
  INSERT INTO "_vieworm_v_store" ("id", "email", "key_1_1") SELECT "s1"."id", "s1"."email", "s1"."id" FROM "people" AS "s1" WHERE "s1"."id" = NEW."id";
END;
CREATE TRIGGER "main"."_vieworm_v_people_delete" AFTER DELETE ON "people"
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1 WHERE ("_vieworm_v_replaced"."id" IS OLD."id");
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = OLD."id";
  INSERT INTO "_vieworm_v_store" ("id", "email", "key_1_1") SELECT "s1"."id", "s1"."email", "s1"."id" FROM "people" AS "s1" WHERE "s1"."id" = OLD."id";
END;
CREATE TRIGGER "main"."_vieworm_v_people_update" AFTER UPDATE OF "_rowid_", "email", "id", "oid", "rowid" ON "people"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = NEW."id";
  INSERT INTO "_vieworm_v_store" ("id", "email", "key_1_1") SELECT "s1"."id", "s1"."email", "s1"."id" FROM "people" AS "s1" WHERE "s1"."id" = NEW."id";
END;
CREATE TRIGGER "main"."_vieworm_v_people_rekey" AFTER UPDATE OF "_rowid_", "id", "oid", "rowid" ON "people"
WHEN NOT (NEW."id" IS OLD."id")
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = OLD."id";
  INSERT INTO "_vieworm_v_store" ("id", "email", "key_1_1") SELECT "s1"."id", "s1"."email", "s1"."id" FROM "people" AS "s1" WHERE "s1"."id" = OLD."id";
END;
CREATE TRIGGER "main"."_vieworm_v_people_names" AFTER UPDATE OF "_vieworm_" ON "people"
BEGIN
  SELECT NEW."id", NEW."email", NULL;
END;

