-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "main", "storage": "store", "strategy": {"main.docs": "linear"}}
CREATE TABLE "main"."_vieworm_v_store" ("tag", "rows", "same", "dirty");
CREATE UNIQUE INDEX "main"."_vieworm_v_store_key" ON "_vieworm_v_store" (("tag" IS NULL), ifnull("tag", 0));
CREATE INDEX "main"."_vieworm_v_store_empty" ON "_vieworm_v_store" ("rows") WHERE "rows" = 0;
CREATE INDEX "main"."_vieworm_v_store_dirty" ON "_vieworm_v_store" ("dirty") WHERE "dirty";
CREATE TABLE "main"."_vieworm_v_replaced" ("id" INTEGER PRIMARY KEY, "tags" TEXT, vieworm_dead);
CREATE VIEW "main"."v" ("tag", "n") AS
-- vieworm: {"name":"v","definition":{"sqlite":"SELECT t.value AS tag, count(*) AS n FROM docs d, json_each(d.tags) AS t GROUP BY t.value","postgresql":"SELECT t.tag, count(*) AS n FROM docs d, unnest(d.tags) AS t(tag) GROUP BY t.tag"},"refresh":{"on":"statement"}}
SELECT "s3"."k1" AS "c1", "s3"."r1" AS "c2" FROM (SELECT "_vieworm_v_store"."tag" AS "k1", +"_vieworm_v_store"."rows" AS "r1" FROM "_vieworm_v_store" WHERE "rows" > 0) AS "s3";
INSERT INTO "main"."_vieworm_v_store" ("tag", "rows", "same", "dirty") SELECT "s2"."value", 1, 1, 0 FROM "main"."docs" AS "s1", json_each("s1"."tags") AS "s2" WHERE true ON CONFLICT (("tag" IS NULL), ifnull("tag", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows", "same" = CASE WHEN (typeof("tag") = typeof(excluded."tag") AND "tag" IS excluded."tag" COLLATE BINARY) THEN "same" + excluded."same" ELSE "same" END, "dirty" = "dirty";
CREATE TRIGGER "main"."_vieworm_v_docs_replaced" AFTER DELETE ON "_vieworm_v_replaced"
WHEN NOT OLD.vieworm_dead
BEGIN
  INSERT INTO "_vieworm_v_store" ("tag", "rows", "same", "dirty") SELECT "s2"."value", -1, -1, 0 FROM json_each(OLD."tags") AS "s2" WHERE true ON CONFLICT (("tag" IS NULL), ifnull("tag", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows", "same" = CASE WHEN (typeof("tag") = typeof(excluded."tag") AND "tag" IS excluded."tag" COLLATE BINARY) THEN "same" + excluded."same" ELSE "same" END, "dirty" = CASE WHEN "same" <= 1 AND (typeof("tag") = typeof(excluded."tag") AND "tag" IS excluded."tag" COLLATE BINARY) THEN 1 ELSE "dirty" END;
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
  UPDATE "_vieworm_v_store" SET ("tag") = (SELECT i."k1" FROM (SELECT "s2"."value" AS "k1" FROM "docs" AS "s1", json_each("s1"."tags") AS "s2" WHERE +("s2"."value") IS "_vieworm_v_store"."tag") AS i LIMIT 1) WHERE "dirty" AND "rows" > 0;
  UPDATE "_vieworm_v_store" SET ("same", "dirty") = (SELECT count(*) FILTER (WHERE (typeof(i."k1") = typeof("_vieworm_v_store"."tag") AND i."k1" IS "_vieworm_v_store"."tag" COLLATE BINARY)), 0 FROM (SELECT "s2"."value" AS "k1" FROM "docs" AS "s1", json_each("s1"."tags") AS "s2" WHERE +("s2"."value") IS "_vieworm_v_store"."tag") AS i) WHERE "dirty";
END;
CREATE TRIGGER "main"."_vieworm_v_docs_before_insert" BEFORE INSERT ON "docs"
WHEN EXISTS (SELECT 1 FROM "docs" AS g WHERE g."id" = NEW."id")
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1;
  DELETE FROM "_vieworm_v_replaced";
  INSERT INTO "_vieworm_v_replaced" ("id", "tags", vieworm_dead) SELECT g."id", g."tags", 0 FROM "docs" AS g WHERE (g."id" = NEW."id");
END;
CREATE TRIGGER "main"."_vieworm_v_docs_before_update" BEFORE UPDATE OF "_rowid_", "id", "oid", "rowid" ON "docs"
WHEN EXISTS (SELECT 1 FROM "docs" AS g WHERE g."id" = NEW."id" AND NOT (g."id" IS OLD."id"))
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1;
  DELETE FROM "_vieworm_v_replaced";
  INSERT INTO "_vieworm_v_replaced" ("id", "tags", vieworm_dead) SELECT g."id", g."tags", 0 FROM "docs" AS g WHERE (g."id" = NEW."id" AND NOT (g."id" IS OLD."id"));
END;
CREATE TRIGGER "main"."_vieworm_v_docs_after_update" AFTER UPDATE OF "_rowid_", "id", "oid", "rowid" ON "docs"
WHEN EXISTS (SELECT 1 FROM "_vieworm_v_replaced")
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1 WHERE ("_vieworm_v_replaced"."id" IS OLD."id");
  DELETE FROM "_vieworm_v_replaced" WHERE NOT vieworm_dead AND (("_vieworm_v_replaced"."id" IS NEW."id") OR NOT EXISTS (SELECT 1 FROM "docs" AS g WHERE (g."id" IS "_vieworm_v_replaced"."id")));
END;
CREATE TRIGGER "main"."_vieworm_v_docs_insert" AFTER INSERT ON "docs"
BEGIN
  DELETE FROM "_vieworm_v_replaced" WHERE NOT vieworm_dead AND (("_vieworm_v_replaced"."id" IS NEW."id") OR NOT EXISTS (SELECT 1 FROM "docs" AS g WHERE (g."id" IS "_vieworm_v_replaced"."id")));
  INSERT INTO "_vieworm_v_store" ("tag", "rows", "same", "dirty") SELECT "s2"."value", 1, 1, 0 FROM json_each(NEW."tags") AS "s2" WHERE true ON CONFLICT (("tag" IS NULL), ifnull("tag", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows", "same" = CASE WHEN (typeof("tag") = typeof(excluded."tag") AND "tag" IS excluded."tag" COLLATE BINARY) THEN "same" + excluded."same" ELSE "same" END, "dirty" = "dirty";
END;
CREATE TRIGGER "main"."_vieworm_v_docs_delete" AFTER DELETE ON "docs"
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1 WHERE ("_vieworm_v_replaced"."id" IS OLD."id");
  INSERT INTO "_vieworm_v_store" ("tag", "rows", "same", "dirty") SELECT "s2"."value", -1, -1, 0 FROM json_each(OLD."tags") AS "s2" WHERE true ON CONFLICT (("tag" IS NULL), ifnull("tag", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows", "same" = CASE WHEN (typeof("tag") = typeof(excluded."tag") AND "tag" IS excluded."tag" COLLATE BINARY) THEN "same" + excluded."same" ELSE "same" END, "dirty" = CASE WHEN "same" <= 1 AND (typeof("tag") = typeof(excluded."tag") AND "tag" IS excluded."tag" COLLATE BINARY) THEN 1 ELSE "dirty" END;
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
  UPDATE "_vieworm_v_store" SET ("tag") = (SELECT i."k1" FROM (SELECT "s2"."value" AS "k1" FROM "docs" AS "s1", json_each("s1"."tags") AS "s2" WHERE +("s2"."value") IS "_vieworm_v_store"."tag") AS i LIMIT 1) WHERE "dirty" AND "rows" > 0;
  UPDATE "_vieworm_v_store" SET ("same", "dirty") = (SELECT count(*) FILTER (WHERE (typeof(i."k1") = typeof("_vieworm_v_store"."tag") AND i."k1" IS "_vieworm_v_store"."tag" COLLATE BINARY)), 0 FROM (SELECT "s2"."value" AS "k1" FROM "docs" AS "s1", json_each("s1"."tags") AS "s2" WHERE +("s2"."value") IS "_vieworm_v_store"."tag") AS i) WHERE "dirty";
END;
CREATE TRIGGER "main"."_vieworm_v_docs_update" AFTER UPDATE OF "tags" ON "docs"
BEGIN
  INSERT INTO "_vieworm_v_store" ("tag", "rows", "same", "dirty") SELECT "s2"."value", -1, -1, 0 FROM json_each(OLD."tags") AS "s2" WHERE true ON CONFLICT (("tag" IS NULL), ifnull("tag", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows", "same" = CASE WHEN (typeof("tag") = typeof(excluded."tag") AND "tag" IS excluded."tag" COLLATE BINARY) THEN "same" + excluded."same" ELSE "same" END, "dirty" = CASE WHEN "same" <= 1 AND (typeof("tag") = typeof(excluded."tag") AND "tag" IS excluded."tag" COLLATE BINARY) THEN 1 ELSE "dirty" END;
  INSERT INTO "_vieworm_v_store" ("tag", "rows", "same", "dirty") SELECT "s2"."value", 1, 1, 0 FROM json_each(NEW."tags") AS "s2" WHERE true ON CONFLICT (("tag" IS NULL), ifnull("tag", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows", "same" = CASE WHEN (typeof("tag") = typeof(excluded."tag") AND "tag" IS excluded."tag" COLLATE BINARY) THEN "same" + excluded."same" ELSE "same" END, "dirty" = "dirty";
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
  UPDATE "_vieworm_v_store" SET ("tag") = (SELECT i."k1" FROM (SELECT "s2"."value" AS "k1" FROM "docs" AS "s1", json_each("s1"."tags") AS "s2" WHERE +("s2"."value") IS "_vieworm_v_store"."tag") AS i LIMIT 1) WHERE "dirty" AND "rows" > 0;
  UPDATE "_vieworm_v_store" SET ("same", "dirty") = (SELECT count(*) FILTER (WHERE (typeof(i."k1") = typeof("_vieworm_v_store"."tag") AND i."k1" IS "_vieworm_v_store"."tag" COLLATE BINARY)), 0 FROM (SELECT "s2"."value" AS "k1" FROM "docs" AS "s1", json_each("s1"."tags") AS "s2" WHERE +("s2"."value") IS "_vieworm_v_store"."tag") AS i) WHERE "dirty";
END;
CREATE TRIGGER "main"."_vieworm_v_docs_names" AFTER UPDATE OF "_vieworm_" ON "docs"
BEGIN
  SELECT NEW."id", NEW."tags", NULL;
END;

