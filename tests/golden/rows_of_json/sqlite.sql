-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "main", "storage": "store", "strategy": {"main.docs": "keyed"}}
CREATE TABLE "main"."_vieworm_v_store" ("id" INTEGER, "tag", "key_1_1" INTEGER);
CREATE INDEX "main"."_vieworm_v_store_key_1" ON "_vieworm_v_store" ("key_1_1");
CREATE VIEW "main"."v" ("id", "tag") AS
-- vieworm: {"name":"v","definition":{"sqlite":"SELECT o.id, t.value AS tag FROM docs o, json_each(o.tags) AS t","postgresql":"SELECT o.id, t.tag FROM docs o, unnest(o.tags) AS t(tag)"},"refresh":{"on":"statement"}}
SELECT "_vieworm_v_store"."id" AS "c1", "_vieworm_v_store"."tag" AS "c2" FROM "_vieworm_v_store";
INSERT INTO "main"."_vieworm_v_store" ("id", "tag", "key_1_1") SELECT "s1"."id", "s2"."value", "s1"."id" FROM "main"."docs" AS "s1", json_each("s1"."tags") AS "s2";
CREATE TRIGGER "main"."_vieworm_v_docs_insert" AFTER INSERT ON "docs"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = NEW."id";
  INSERT INTO "_vieworm_v_store" ("id", "tag", "key_1_1") SELECT "s1"."id", "s2"."value", "s1"."id" FROM "docs" AS "s1", json_each("s1"."tags") AS "s2" WHERE "s1"."id" = NEW."id";
END;
CREATE TRIGGER "main"."_vieworm_v_docs_delete" AFTER DELETE ON "docs"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = OLD."id";
  INSERT INTO "_vieworm_v_store" ("id", "tag", "key_1_1") SELECT "s1"."id", "s2"."value", "s1"."id" FROM "docs" AS "s1", json_each("s1"."tags") AS "s2" WHERE "s1"."id" = OLD."id";
END;
CREATE TRIGGER "main"."_vieworm_v_docs_update" AFTER UPDATE OF "_rowid_", "id", "oid", "rowid", "tags" ON "docs"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = NEW."id";
  INSERT INTO "_vieworm_v_store" ("id", "tag", "key_1_1") SELECT "s1"."id", "s2"."value", "s1"."id" FROM "docs" AS "s1", json_each("s1"."tags") AS "s2" WHERE "s1"."id" = NEW."id";
END;
CREATE TRIGGER "main"."_vieworm_v_docs_rekey" AFTER UPDATE OF "_rowid_", "id", "oid", "rowid" ON "docs"
WHEN NOT (NEW."id" IS OLD."id")
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = OLD."id";
  INSERT INTO "_vieworm_v_store" ("id", "tag", "key_1_1") SELECT "s1"."id", "s2"."value", "s1"."id" FROM "docs" AS "s1", json_each("s1"."tags") AS "s2" WHERE "s1"."id" = OLD."id";
END;
CREATE TRIGGER "main"."_vieworm_v_docs_names" AFTER UPDATE OF "_vieworm_" ON "docs"
BEGIN
  SELECT NEW."id", NEW."tags", NULL;
END;

