-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "main", "storage": "store", "strategy": {"main.events": "keyed"}}
CREATE TABLE "main"."_vieworm_v_store" ("id" INTEGER, "amount" INTEGER, "key_1_1" INTEGER);
CREATE INDEX "main"."_vieworm_v_store_key_1" ON "_vieworm_v_store" ("key_1_1");
CREATE VIEW "main"."v" ("id", "amount") AS
-- vieworm: {"name":"v","definition":{"sqlite":"SELECT id, amount FROM events WHERE happened >= datetime('now', '-30 days')","postgresql":"SELECT id, amount FROM events WHERE happened >= now() - interval '30 days'"},"refresh":{"on":"statement"}}
SELECT "_vieworm_v_store"."id" AS "c1", "_vieworm_v_store"."amount" AS "c2" FROM "_vieworm_v_store";
INSERT INTO "main"."_vieworm_v_store" ("id", "amount", "key_1_1") SELECT "s1"."id", "s1"."amount", "s1"."id" FROM "main"."events" AS "s1" WHERE ("s1"."happened" >= datetime((SELECT as_of FROM main._vieworm_registry WHERE name = 'v'), '-30 days'));
CREATE TRIGGER "main"."_vieworm_v_events_insert" AFTER INSERT ON "events"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = NEW."id";
  INSERT INTO "_vieworm_v_store" ("id", "amount", "key_1_1") SELECT "s1"."id", "s1"."amount", "s1"."id" FROM "events" AS "s1" WHERE "s1"."id" = NEW."id" AND ("s1"."happened" >= datetime((SELECT as_of FROM _vieworm_registry WHERE name = 'v'), '-30 days'));
END;
CREATE TRIGGER "main"."_vieworm_v_events_delete" AFTER DELETE ON "events"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = OLD."id";
  INSERT INTO "_vieworm_v_store" ("id", "amount", "key_1_1") SELECT "s1"."id", "s1"."amount", "s1"."id" FROM "events" AS "s1" WHERE "s1"."id" = OLD."id" AND ("s1"."happened" >= datetime((SELECT as_of FROM _vieworm_registry WHERE name = 'v'), '-30 days'));
END;
CREATE TRIGGER "main"."_vieworm_v_events_update" AFTER UPDATE OF "_rowid_", "amount", "happened", "id", "oid", "rowid" ON "events"
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = NEW."id";
  INSERT INTO "_vieworm_v_store" ("id", "amount", "key_1_1") SELECT "s1"."id", "s1"."amount", "s1"."id" FROM "events" AS "s1" WHERE "s1"."id" = NEW."id" AND ("s1"."happened" >= datetime((SELECT as_of FROM _vieworm_registry WHERE name = 'v'), '-30 days'));
END;
CREATE TRIGGER "main"."_vieworm_v_events_rekey" AFTER UPDATE OF "_rowid_", "id", "oid", "rowid" ON "events"
WHEN NOT (NEW."id" IS OLD."id")
BEGIN
  DELETE FROM "_vieworm_v_store" WHERE "key_1_1" = OLD."id";
  INSERT INTO "_vieworm_v_store" ("id", "amount", "key_1_1") SELECT "s1"."id", "s1"."amount", "s1"."id" FROM "events" AS "s1" WHERE "s1"."id" = OLD."id" AND ("s1"."happened" >= datetime((SELECT as_of FROM _vieworm_registry WHERE name = 'v'), '-30 days'));
END;
CREATE TRIGGER "main"."_vieworm_v_events_names" AFTER UPDATE OF "_vieworm_" ON "events"
BEGIN
  SELECT NEW."id", NEW."happened", NEW."amount", NULL;
END;

