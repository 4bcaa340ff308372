-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "main", "storage": "store", "strategy": {"main.items": "linear"}}
CREATE TABLE "main"."_vieworm_v_store" ("hundreds", "rows", "same", "dirty");
CREATE UNIQUE INDEX "main"."_vieworm_v_store_key" ON "_vieworm_v_store" (("hundreds" IS NULL), ifnull("hundreds", 0));
CREATE INDEX "main"."_vieworm_v_store_empty" ON "_vieworm_v_store" ("rows") WHERE "rows" = 0;
CREATE INDEX "main"."_vieworm_v_store_dirty" ON "_vieworm_v_store" ("dirty") WHERE "dirty";
CREATE TABLE "main"."_vieworm_v_replaced" ("id" INTEGER PRIMARY KEY, "total" INTEGER, vieworm_dead);
CREATE VIEW "main"."v" ("hundreds", "n") AS
-- vieworm: {"name":"v","definition":"SELECT total / 100 AS hundreds, count(*) AS n FROM items GROUP BY total / 100","refresh":{"on":"statement"}}
SELECT "s2"."k1" AS "c1", "s2"."r1" AS "c2" FROM (SELECT +"_vieworm_v_store"."hundreds" AS "k1", +"_vieworm_v_store"."rows" AS "r1" FROM "_vieworm_v_store" WHERE "rows" > 0) AS "s2";
INSERT INTO "main"."_vieworm_v_store" ("hundreds", "rows", "same", "dirty") SELECT "s1"."total" / 100, 1, 1, 0 FROM "main"."items" AS "s1" WHERE true ON CONFLICT (("hundreds" IS NULL), ifnull("hundreds", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows", "same" = CASE WHEN (typeof("hundreds") = typeof(excluded."hundreds") AND "hundreds" IS excluded."hundreds" COLLATE BINARY) THEN "same" + excluded."same" ELSE "same" END, "dirty" = "dirty";
CREATE TRIGGER "main"."_vieworm_v_items_replaced" AFTER DELETE ON "_vieworm_v_replaced"
WHEN NOT OLD.vieworm_dead
BEGIN
  INSERT INTO "_vieworm_v_store" ("hundreds", "rows", "same", "dirty") SELECT OLD."total" / 100, -1, -1, 0 WHERE true ON CONFLICT (("hundreds" IS NULL), ifnull("hundreds", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows", "same" = CASE WHEN (typeof("hundreds") = typeof(excluded."hundreds") AND "hundreds" IS excluded."hundreds" COLLATE BINARY) THEN "same" + excluded."same" ELSE "same" END, "dirty" = CASE WHEN "same" <= 1 AND (typeof("hundreds") = typeof(excluded."hundreds") AND "hundreds" IS excluded."hundreds" COLLATE BINARY) THEN 1 ELSE "dirty" END;
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
  UPDATE "_vieworm_v_store" SET ("hundreds") = (SELECT i."k1" FROM (SELECT "s1"."total" / 100 AS "k1" FROM "items" AS "s1" WHERE +("s1"."total" / 100) IS "_vieworm_v_store"."hundreds") AS i LIMIT 1) WHERE "dirty" AND "rows" > 0;
  UPDATE "_vieworm_v_store" SET ("same", "dirty") = (SELECT count(*) FILTER (WHERE (typeof(i."k1") = typeof("_vieworm_v_store"."hundreds") AND i."k1" IS "_vieworm_v_store"."hundreds" COLLATE BINARY)), 0 FROM (SELECT "s1"."total" / 100 AS "k1" FROM "items" AS "s1" WHERE +("s1"."total" / 100) IS "_vieworm_v_store"."hundreds") AS i) WHERE "dirty";
END;
CREATE TRIGGER "main"."_vieworm_v_items_before_insert" BEFORE INSERT ON "items"
WHEN EXISTS (SELECT 1 FROM "items" AS g WHERE g."id" = NEW."id")
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1;
  DELETE FROM "_vieworm_v_replaced";
  INSERT INTO "_vieworm_v_replaced" ("id", "total", vieworm_dead) SELECT g."id", g."total", 0 FROM "items" AS g WHERE (g."id" = NEW."id");
END;
CREATE TRIGGER "main"."_vieworm_v_items_before_update" BEFORE UPDATE OF "_rowid_", "id", "oid", "rowid" ON "items"
WHEN EXISTS (SELECT 1 FROM "items" AS g WHERE g."id" = NEW."id" AND NOT (g."id" IS OLD."id"))
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1;
  DELETE FROM "_vieworm_v_replaced";
  INSERT INTO "_vieworm_v_replaced" ("id", "total", vieworm_dead) SELECT g."id", g."total", 0 FROM "items" AS g WHERE (g."id" = NEW."id" AND NOT (g."id" IS OLD."id"));
END;
CREATE TRIGGER "main"."_vieworm_v_items_after_update" AFTER UPDATE OF "_rowid_", "id", "oid", "rowid" ON "items"
WHEN EXISTS (SELECT 1 FROM "_vieworm_v_replaced")
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1 WHERE ("_vieworm_v_replaced"."id" IS OLD."id");
  DELETE FROM "_vieworm_v_replaced" WHERE NOT vieworm_dead AND (("_vieworm_v_replaced"."id" IS NEW."id") OR NOT EXISTS (SELECT 1 FROM "items" AS g WHERE (g."id" IS "_vieworm_v_replaced"."id")));
END;
CREATE TRIGGER "main"."_vieworm_v_items_insert" AFTER INSERT ON "items"
BEGIN
  DELETE FROM "_vieworm_v_replaced" WHERE NOT vieworm_dead AND (("_vieworm_v_replaced"."id" IS NEW."id") OR NOT EXISTS (SELECT 1 FROM "items" AS g WHERE (g."id" IS "_vieworm_v_replaced"."id")));
  INSERT INTO "_vieworm_v_store" ("hundreds", "rows", "same", "dirty") SELECT NEW."total" / 100, 1, 1, 0 WHERE true ON CONFLICT (("hundreds" IS NULL), ifnull("hundreds", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows", "same" = CASE WHEN (typeof("hundreds") = typeof(excluded."hundreds") AND "hundreds" IS excluded."hundreds" COLLATE BINARY) THEN "same" + excluded."same" ELSE "same" END, "dirty" = "dirty";
END;
CREATE TRIGGER "main"."_vieworm_v_items_delete" AFTER DELETE ON "items"
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1 WHERE ("_vieworm_v_replaced"."id" IS OLD."id");
  INSERT INTO "_vieworm_v_store" ("hundreds", "rows", "same", "dirty") SELECT OLD."total" / 100, -1, -1, 0 WHERE true ON CONFLICT (("hundreds" IS NULL), ifnull("hundreds", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows", "same" = CASE WHEN (typeof("hundreds") = typeof(excluded."hundreds") AND "hundreds" IS excluded."hundreds" COLLATE BINARY) THEN "same" + excluded."same" ELSE "same" END, "dirty" = CASE WHEN "same" <= 1 AND (typeof("hundreds") = typeof(excluded."hundreds") AND "hundreds" IS excluded."hundreds" COLLATE BINARY) THEN 1 ELSE "dirty" END;
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
  UPDATE "_vieworm_v_store" SET ("hundreds") = (SELECT i."k1" FROM (SELECT "s1"."total" / 100 AS "k1" FROM "items" AS "s1" WHERE +("s1"."total" / 100) IS "_vieworm_v_store"."hundreds") AS i LIMIT 1) WHERE "dirty" AND "rows" > 0;
  UPDATE "_vieworm_v_store" SET ("same", "dirty") = (SELECT count(*) FILTER (WHERE (typeof(i."k1") = typeof("_vieworm_v_store"."hundreds") AND i."k1" IS "_vieworm_v_store"."hundreds" COLLATE BINARY)), 0 FROM (SELECT "s1"."total" / 100 AS "k1" FROM "items" AS "s1" WHERE +("s1"."total" / 100) IS "_vieworm_v_store"."hundreds") AS i) WHERE "dirty";
END;
CREATE TRIGGER "main"."_vieworm_v_items_update" AFTER UPDATE ON "items"
BEGIN
  INSERT INTO "_vieworm_v_store" ("hundreds", "rows", "same", "dirty") SELECT OLD."total" / 100, -1, -1, 0 WHERE true ON CONFLICT (("hundreds" IS NULL), ifnull("hundreds", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows", "same" = CASE WHEN (typeof("hundreds") = typeof(excluded."hundreds") AND "hundreds" IS excluded."hundreds" COLLATE BINARY) THEN "same" + excluded."same" ELSE "same" END, "dirty" = CASE WHEN "same" <= 1 AND (typeof("hundreds") = typeof(excluded."hundreds") AND "hundreds" IS excluded."hundreds" COLLATE BINARY) THEN 1 ELSE "dirty" END;
  INSERT INTO "_vieworm_v_store" ("hundreds", "rows", "same", "dirty") SELECT NEW."total" / 100, 1, 1, 0 WHERE true ON CONFLICT (("hundreds" IS NULL), ifnull("hundreds", 0)) DO UPDATE SET "rows" = "rows" + excluded."rows", "same" = CASE WHEN (typeof("hundreds") = typeof(excluded."hundreds") AND "hundreds" IS excluded."hundreds" COLLATE BINARY) THEN "same" + excluded."same" ELSE "same" END, "dirty" = "dirty";
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
  UPDATE "_vieworm_v_store" SET ("hundreds") = (SELECT i."k1" FROM (SELECT "s1"."total" / 100 AS "k1" FROM "items" AS "s1" WHERE +("s1"."total" / 100) IS "_vieworm_v_store"."hundreds") AS i LIMIT 1) WHERE "dirty" AND "rows" > 0;
  UPDATE "_vieworm_v_store" SET ("same", "dirty") = (SELECT count(*) FILTER (WHERE (typeof(i."k1") = typeof("_vieworm_v_store"."hundreds") AND i."k1" IS "_vieworm_v_store"."hundreds" COLLATE BINARY)), 0 FROM (SELECT "s1"."total" / 100 AS "k1" FROM "items" AS "s1" WHERE +("s1"."total" / 100) IS "_vieworm_v_store"."hundreds") AS i) WHERE "dirty";
END;
CREATE TRIGGER "main"."_vieworm_v_items_names" AFTER UPDATE OF "_vieworm_" ON "items"
BEGIN
  SELECT NEW."id", NEW."total", NULL;
END;

