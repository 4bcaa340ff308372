-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "main", "storage": "store", "strategy": {"main.events": "linear"}}
CREATE TABLE "main"."_vieworm_v_store" ("kind" TEXT, "rows");
CREATE UNIQUE INDEX "main"."_vieworm_v_store_key" ON "_vieworm_v_store" ("kind");
CREATE INDEX "main"."_vieworm_v_store_empty" ON "_vieworm_v_store" ("rows") WHERE "rows" = 0;
CREATE TABLE "main"."_vieworm_v_replaced" ("id" INTEGER PRIMARY KEY, "happened" TEXT, "kind" TEXT, vieworm_dead);
CREATE VIEW "main"."v" ("kind", "n") AS
-- vieworm: {"name":"v","definition":{"sqlite":"SELECT kind, count(*) AS n FROM events WHERE happened >= datetime('now', '-30 days') GROUP BY kind","postgresql":"SELECT kind, count(*) AS n FROM events WHERE happened >= now() - interval '30 days' GROUP BY kind"},"refresh":{"on":"statement"}}
SELECT "s2"."k1" AS "c1", "s2"."r1" AS "c2" FROM (SELECT "_vieworm_v_store"."kind" AS "k1", +"_vieworm_v_store"."rows" AS "r1" FROM "_vieworm_v_store" WHERE "rows" > 0) AS "s2";
INSERT INTO "main"."_vieworm_v_store" ("kind", "rows") SELECT "s1"."kind", 1 FROM "main"."events" AS "s1" WHERE ("s1"."happened" >= datetime((SELECT as_of FROM main._vieworm_registry WHERE name = 'v'), '-30 days')) ON CONFLICT ("kind") DO UPDATE SET "rows" = "rows" + excluded."rows";
CREATE TRIGGER "main"."_vieworm_v_events_replaced" AFTER DELETE ON "_vieworm_v_replaced"
WHEN NOT OLD.vieworm_dead
BEGIN
  INSERT INTO "_vieworm_v_store" ("kind", "rows") SELECT OLD."kind", -1 WHERE (OLD."happened" >= datetime((SELECT as_of FROM _vieworm_registry WHERE name = 'v'), '-30 days')) ON CONFLICT ("kind") DO UPDATE SET "rows" = "rows" + excluded."rows";
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_events_before_insert" BEFORE INSERT ON "events"
WHEN EXISTS (SELECT 1 FROM "events" AS g WHERE g."id" = NEW."id")
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1;
  DELETE FROM "_vieworm_v_replaced";
  INSERT INTO "_vieworm_v_replaced" ("id", "happened", "kind", vieworm_dead) SELECT g."id", g."happened", g."kind", 0 FROM "events" AS g WHERE (g."id" = NEW."id");
END;
CREATE TRIGGER "main"."_vieworm_v_events_before_update" BEFORE UPDATE OF "_rowid_", "id", "oid", "rowid" ON "events"
WHEN EXISTS (SELECT 1 FROM "events" AS g WHERE g."id" = NEW."id" AND NOT (g."id" IS OLD."id"))
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1;
  DELETE FROM "_vieworm_v_replaced";
  INSERT INTO "_vieworm_v_replaced" ("id", "happened", "kind", vieworm_dead) SELECT g."id", g."happened", g."kind", 0 FROM "events" AS g WHERE (g."id" = NEW."id" AND NOT (g."id" IS OLD."id"));
END;
CREATE TRIGGER "main"."_vieworm_v_events_after_update" AFTER UPDATE OF "_rowid_", "id", "oid", "rowid" ON "events"
WHEN EXISTS (SELECT 1 FROM "_vieworm_v_replaced")
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1 WHERE ("_vieworm_v_replaced"."id" IS OLD."id");
  DELETE FROM "_vieworm_v_replaced" WHERE NOT vieworm_dead AND (("_vieworm_v_replaced"."id" IS NEW."id") OR NOT EXISTS (SELECT 1 FROM "events" AS g WHERE (g."id" IS "_vieworm_v_replaced"."id")));
END;
CREATE TRIGGER "main"."_vieworm_v_events_insert" AFTER INSERT ON "events"
BEGIN
  DELETE FROM "_vieworm_v_replaced" WHERE NOT vieworm_dead AND (("_vieworm_v_replaced"."id" IS NEW."id") OR NOT EXISTS (SELECT 1 FROM "events" AS g WHERE (g."id" IS "_vieworm_v_replaced"."id")));
  INSERT INTO "_vieworm_v_store" ("kind", "rows") SELECT NEW."kind", 1 WHERE (NEW."happened" >= datetime((SELECT as_of FROM _vieworm_registry WHERE name = 'v'), '-30 days')) ON CONFLICT ("kind") DO UPDATE SET "rows" = "rows" + excluded."rows";
END;
CREATE TRIGGER "main"."_vieworm_v_events_delete" AFTER DELETE ON "events"
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1 WHERE ("_vieworm_v_replaced"."id" IS OLD."id");
  INSERT INTO "_vieworm_v_store" ("kind", "rows") SELECT OLD."kind", -1 WHERE (OLD."happened" >= datetime((SELECT as_of FROM _vieworm_registry WHERE name = 'v'), '-30 days')) ON CONFLICT ("kind") DO UPDATE SET "rows" = "rows" + excluded."rows";
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_events_update" AFTER UPDATE OF "happened", "kind" ON "events"
BEGIN
  INSERT INTO "_vieworm_v_store" ("kind", "rows") SELECT OLD."kind", -1 WHERE (OLD."happened" >= datetime((SELECT as_of FROM _vieworm_registry WHERE name = 'v'), '-30 days')) ON CONFLICT ("kind") DO UPDATE SET "rows" = "rows" + excluded."rows";
  INSERT INTO "_vieworm_v_store" ("kind", "rows") SELECT NEW."kind", 1 WHERE (NEW."happened" >= datetime((SELECT as_of FROM _vieworm_registry WHERE name = 'v'), '-30 days')) ON CONFLICT ("kind") DO UPDATE SET "rows" = "rows" + excluded."rows";
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_events_names" AFTER UPDATE OF "_vieworm_" ON "events"
BEGIN
  SELECT NEW."id", NEW."happened", NEW."kind", NULL;
END;

