-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "main", "storage": "store", "strategy": {"main.parcels": "linear"}}
CREATE TABLE "main"."_vieworm_v_store" ("kind" TEXT, "rows", "count_1", "others_1", "integers_1", "reals_1", "errors_1");
CREATE UNIQUE INDEX "main"."_vieworm_v_store_key" ON "_vieworm_v_store" ("kind");
CREATE INDEX "main"."_vieworm_v_store_empty" ON "_vieworm_v_store" ("rows") WHERE "rows" = 0;
CREATE TABLE "main"."_vieworm_v_replaced" ("id" INTEGER PRIMARY KEY, "kind" TEXT, "weight" REAL, vieworm_dead);
CREATE VIEW "main"."v" ("kind", "weight", "mean") AS
-- vieworm: {"name":"v","definition":"SELECT kind, sum(weight) AS weight, avg(weight) AS mean FROM parcels GROUP BY kind","refresh":{"on":"statement"}}
SELECT "s2"."k1" AS "c1", "s2"."r1" AS "c2", "s2"."r2" AS "c3" FROM (SELECT "_vieworm_v_store"."kind" AS "k1", CASE WHEN "_vieworm_v_store"."count_1" = 0 THEN NULL WHEN typeof("_vieworm_v_store"."integers_1") = 'real' OR "_vieworm_v_store"."others_1" >= 4294967296 OR "_vieworm_v_store"."errors_1" IS NULL THEN (SELECT sum(i."a1") FROM (SELECT "s1"."kind" AS "k1", "s1"."weight" AS "a1" FROM "parcels" AS "s1" WHERE ("s1"."kind") IS "_vieworm_v_store"."kind") AS i) WHEN "_vieworm_v_store"."others_1" = 0 THEN "_vieworm_v_store"."integers_1" ELSE CAST("_vieworm_v_store"."integers_1" AS REAL) + ("_vieworm_v_store"."reals_1" + "_vieworm_v_store"."errors_1") END AS "r1", CASE WHEN "_vieworm_v_store"."count_1" = 0 THEN NULL WHEN typeof("_vieworm_v_store"."integers_1") = 'real' OR "_vieworm_v_store"."others_1" >= 4294967296 OR "_vieworm_v_store"."errors_1" IS NULL THEN (SELECT avg(i."a1") FROM (SELECT "s1"."kind" AS "k1", "s1"."weight" AS "a1" FROM "parcels" AS "s1" WHERE ("s1"."kind") IS "_vieworm_v_store"."kind") AS i) ELSE (CAST("_vieworm_v_store"."integers_1" AS REAL) + ("_vieworm_v_store"."reals_1" + "_vieworm_v_store"."errors_1")) / "_vieworm_v_store"."count_1" END AS "r2" FROM "_vieworm_v_store" WHERE "rows" > 0) AS "s2";
INSERT INTO "main"."_vieworm_v_store" ("kind", "rows", "count_1", "others_1", "integers_1", "reals_1", "errors_1") SELECT "s1"."kind", 1, (("s1"."weight") IS NOT NULL), CASE typeof("s1"."weight") WHEN 'integer' THEN 0 WHEN 'real' THEN 1 WHEN 'null' THEN 0 ELSE 4294967296 END, CASE typeof("s1"."weight") WHEN 'integer' THEN ("s1"."weight") ELSE 0 END, CASE typeof("s1"."weight") WHEN 'real' THEN ("s1"."weight") ELSE 0.0 END, 0.0 FROM "main"."parcels" AS "s1" WHERE true ON CONFLICT ("kind") DO UPDATE SET "rows" = "rows" + excluded."rows", "count_1" = "count_1" + excluded."count_1", "others_1" = "others_1" + excluded."others_1", "integers_1" = "integers_1" + excluded."integers_1", "reals_1" = CASE WHEN excluded."others_1" = 0 THEN "reals_1" WHEN "others_1" + excluded."others_1" = 0 THEN 0.0 ELSE "reals_1" + excluded."reals_1" END, "errors_1" = CASE WHEN excluded."others_1" = 0 THEN "errors_1" WHEN "others_1" + excluded."others_1" = 0 THEN 0.0 WHEN abs("reals_1") >= abs(excluded."reals_1") THEN "errors_1" + (("reals_1" - ("reals_1" + excluded."reals_1")) + excluded."reals_1") ELSE "errors_1" + ((excluded."reals_1" - ("reals_1" + excluded."reals_1")) + "reals_1") END;
CREATE TRIGGER "main"."_vieworm_v_parcels_replaced" AFTER DELETE ON "_vieworm_v_replaced"
WHEN NOT OLD.vieworm_dead
BEGIN
  INSERT INTO "_vieworm_v_store" ("kind", "rows", "count_1", "others_1", "integers_1", "reals_1", "errors_1") SELECT OLD."kind", -1, -((OLD."weight") IS NOT NULL), CASE typeof(OLD."weight") WHEN 'integer' THEN 0 WHEN 'real' THEN -1 WHEN 'null' THEN 0 ELSE -4294967296 END, CASE typeof(OLD."weight") WHEN 'integer' THEN -(OLD."weight") ELSE 0 END, CASE typeof(OLD."weight") WHEN 'real' THEN -(OLD."weight") ELSE 0.0 END, 0.0 WHERE true ON CONFLICT ("kind") DO UPDATE SET "rows" = "rows" + excluded."rows", "count_1" = "count_1" + excluded."count_1", "others_1" = "others_1" + excluded."others_1", "integers_1" = "integers_1" + excluded."integers_1", "reals_1" = CASE WHEN excluded."others_1" = 0 THEN "reals_1" WHEN "others_1" + excluded."others_1" = 0 THEN 0.0 ELSE "reals_1" + excluded."reals_1" END, "errors_1" = CASE WHEN excluded."others_1" = 0 THEN "errors_1" WHEN "others_1" + excluded."others_1" = 0 THEN 0.0 WHEN abs("reals_1") >= abs(excluded."reals_1") THEN "errors_1" + (("reals_1" - ("reals_1" + excluded."reals_1")) + excluded."reals_1") ELSE "errors_1" + ((excluded."reals_1" - ("reals_1" + excluded."reals_1")) + "reals_1") END;
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0 AND "count_1" = 0 AND "integers_1" = 0 AND "others_1" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_parcels_before_insert" BEFORE INSERT ON "parcels"
WHEN EXISTS (SELECT 1 FROM "parcels" AS g WHERE g."id" = NEW."id")
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1;
  DELETE FROM "_vieworm_v_replaced";
  INSERT INTO "_vieworm_v_replaced" ("id", "kind", "weight", vieworm_dead) SELECT g."id", g."kind", g."weight", 0 FROM "parcels" AS g WHERE (g."id" = NEW."id");
END;
CREATE TRIGGER "main"."_vieworm_v_parcels_before_update" BEFORE UPDATE OF "_rowid_", "id", "oid", "rowid" ON "parcels"
WHEN EXISTS (SELECT 1 FROM "parcels" AS g WHERE g."id" = NEW."id" AND NOT (g."id" IS OLD."id"))
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1;
  DELETE FROM "_vieworm_v_replaced";
  INSERT INTO "_vieworm_v_replaced" ("id", "kind", "weight", vieworm_dead) SELECT g."id", g."kind", g."weight", 0 FROM "parcels" AS g WHERE (g."id" = NEW."id" AND NOT (g."id" IS OLD."id"));
END;
CREATE TRIGGER "main"."_vieworm_v_parcels_after_update" AFTER UPDATE OF "_rowid_", "id", "oid", "rowid" ON "parcels"
WHEN EXISTS (SELECT 1 FROM "_vieworm_v_replaced")
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1 WHERE ("_vieworm_v_replaced"."id" IS OLD."id");
  DELETE FROM "_vieworm_v_replaced" WHERE NOT vieworm_dead AND (("_vieworm_v_replaced"."id" IS NEW."id") OR NOT EXISTS (SELECT 1 FROM "parcels" AS g WHERE (g."id" IS "_vieworm_v_replaced"."id")));
END;
CREATE TRIGGER "main"."_vieworm_v_parcels_insert" AFTER INSERT ON "parcels"
BEGIN
  DELETE FROM "_vieworm_v_replaced" WHERE NOT vieworm_dead AND (("_vieworm_v_replaced"."id" IS NEW."id") OR NOT EXISTS (SELECT 1 FROM "parcels" AS g WHERE (g."id" IS "_vieworm_v_replaced"."id")));
  INSERT INTO "_vieworm_v_store" ("kind", "rows", "count_1", "others_1", "integers_1", "reals_1", "errors_1") SELECT NEW."kind", 1, ((NEW."weight") IS NOT NULL), CASE typeof(NEW."weight") WHEN 'integer' THEN 0 WHEN 'real' THEN 1 WHEN 'null' THEN 0 ELSE 4294967296 END, CASE typeof(NEW."weight") WHEN 'integer' THEN (NEW."weight") ELSE 0 END, CASE typeof(NEW."weight") WHEN 'real' THEN (NEW."weight") ELSE 0.0 END, 0.0 WHERE true ON CONFLICT ("kind") DO UPDATE SET "rows" = "rows" + excluded."rows", "count_1" = "count_1" + excluded."count_1", "others_1" = "others_1" + excluded."others_1", "integers_1" = "integers_1" + excluded."integers_1", "reals_1" = CASE WHEN excluded."others_1" = 0 THEN "reals_1" WHEN "others_1" + excluded."others_1" = 0 THEN 0.0 ELSE "reals_1" + excluded."reals_1" END, "errors_1" = CASE WHEN excluded."others_1" = 0 THEN "errors_1" WHEN "others_1" + excluded."others_1" = 0 THEN 0.0 WHEN abs("reals_1") >= abs(excluded."reals_1") THEN "errors_1" + (("reals_1" - ("reals_1" + excluded."reals_1")) + excluded."reals_1") ELSE "errors_1" + ((excluded."reals_1" - ("reals_1" + excluded."reals_1")) + "reals_1") END;
END;
CREATE TRIGGER "main"."_vieworm_v_parcels_delete" AFTER DELETE ON "parcels"
BEGIN
  UPDATE "_vieworm_v_replaced" SET vieworm_dead = 1 WHERE ("_vieworm_v_replaced"."id" IS OLD."id");
  INSERT INTO "_vieworm_v_store" ("kind", "rows", "count_1", "others_1", "integers_1", "reals_1", "errors_1") SELECT OLD."kind", -1, -((OLD."weight") IS NOT NULL), CASE typeof(OLD."weight") WHEN 'integer' THEN 0 WHEN 'real' THEN -1 WHEN 'null' THEN 0 ELSE -4294967296 END, CASE typeof(OLD."weight") WHEN 'integer' THEN -(OLD."weight") ELSE 0 END, CASE typeof(OLD."weight") WHEN 'real' THEN -(OLD."weight") ELSE 0.0 END, 0.0 WHERE true ON CONFLICT ("kind") DO UPDATE SET "rows" = "rows" + excluded."rows", "count_1" = "count_1" + excluded."count_1", "others_1" = "others_1" + excluded."others_1", "integers_1" = "integers_1" + excluded."integers_1", "reals_1" = CASE WHEN excluded."others_1" = 0 THEN "reals_1" WHEN "others_1" + excluded."others_1" = 0 THEN 0.0 ELSE "reals_1" + excluded."reals_1" END, "errors_1" = CASE WHEN excluded."others_1" = 0 THEN "errors_1" WHEN "others_1" + excluded."others_1" = 0 THEN 0.0 WHEN abs("reals_1") >= abs(excluded."reals_1") THEN "errors_1" + (("reals_1" - ("reals_1" + excluded."reals_1")) + excluded."reals_1") ELSE "errors_1" + ((excluded."reals_1" - ("reals_1" + excluded."reals_1")) + "reals_1") END;
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0 AND "count_1" = 0 AND "integers_1" = 0 AND "others_1" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_parcels_update" AFTER UPDATE OF "kind", "weight" ON "parcels"
WHEN NOT (NEW."kind" IS OLD."kind" COLLATE BINARY AND (typeof(NEW."weight") = 'integer' OR (NEW."weight") IS NULL) AND (typeof(OLD."weight") = 'integer' OR (OLD."weight") IS NULL))
BEGIN
  INSERT INTO "_vieworm_v_store" ("kind", "rows", "count_1", "others_1", "integers_1", "reals_1", "errors_1") SELECT OLD."kind", -1, -((OLD."weight") IS NOT NULL), CASE typeof(OLD."weight") WHEN 'integer' THEN 0 WHEN 'real' THEN -1 WHEN 'null' THEN 0 ELSE -4294967296 END, CASE typeof(OLD."weight") WHEN 'integer' THEN -(OLD."weight") ELSE 0 END, CASE typeof(OLD."weight") WHEN 'real' THEN -(OLD."weight") ELSE 0.0 END, 0.0 WHERE true ON CONFLICT ("kind") DO UPDATE SET "rows" = "rows" + excluded."rows", "count_1" = "count_1" + excluded."count_1", "others_1" = "others_1" + excluded."others_1", "integers_1" = "integers_1" + excluded."integers_1", "reals_1" = CASE WHEN excluded."others_1" = 0 THEN "reals_1" WHEN "others_1" + excluded."others_1" = 0 THEN 0.0 ELSE "reals_1" + excluded."reals_1" END, "errors_1" = CASE WHEN excluded."others_1" = 0 THEN "errors_1" WHEN "others_1" + excluded."others_1" = 0 THEN 0.0 WHEN abs("reals_1") >= abs(excluded."reals_1") THEN "errors_1" + (("reals_1" - ("reals_1" + excluded."reals_1")) + excluded."reals_1") ELSE "errors_1" + ((excluded."reals_1" - ("reals_1" + excluded."reals_1")) + "reals_1") END;
  INSERT INTO "_vieworm_v_store" ("kind", "rows", "count_1", "others_1", "integers_1", "reals_1", "errors_1") SELECT NEW."kind", 1, ((NEW."weight") IS NOT NULL), CASE typeof(NEW."weight") WHEN 'integer' THEN 0 WHEN 'real' THEN 1 WHEN 'null' THEN 0 ELSE 4294967296 END, CASE typeof(NEW."weight") WHEN 'integer' THEN (NEW."weight") ELSE 0 END, CASE typeof(NEW."weight") WHEN 'real' THEN (NEW."weight") ELSE 0.0 END, 0.0 WHERE true ON CONFLICT ("kind") DO UPDATE SET "rows" = "rows" + excluded."rows", "count_1" = "count_1" + excluded."count_1", "others_1" = "others_1" + excluded."others_1", "integers_1" = "integers_1" + excluded."integers_1", "reals_1" = CASE WHEN excluded."others_1" = 0 THEN "reals_1" WHEN "others_1" + excluded."others_1" = 0 THEN 0.0 ELSE "reals_1" + excluded."reals_1" END, "errors_1" = CASE WHEN excluded."others_1" = 0 THEN "errors_1" WHEN "others_1" + excluded."others_1" = 0 THEN 0.0 WHEN abs("reals_1") >= abs(excluded."reals_1") THEN "errors_1" + (("reals_1" - ("reals_1" + excluded."reals_1")) + excluded."reals_1") ELSE "errors_1" + ((excluded."reals_1" - ("reals_1" + excluded."reals_1")) + "reals_1") END;
  DELETE FROM "_vieworm_v_store" WHERE "rows" = 0 AND "count_1" = 0 AND "integers_1" = 0 AND "others_1" = 0;
END;
CREATE TRIGGER "main"."_vieworm_v_parcels_change" AFTER UPDATE OF "kind", "weight" ON "parcels"
WHEN NEW."kind" IS OLD."kind" COLLATE BINARY AND (typeof(NEW."weight") = 'integer' OR (NEW."weight") IS NULL) AND (typeof(OLD."weight") = 'integer' OR (OLD."weight") IS NULL)
BEGIN
  INSERT INTO "_vieworm_v_store" ("kind", "rows", "count_1", "others_1", "integers_1", "reals_1", "errors_1") SELECT NEW."kind", 0, ((NEW."weight") IS NOT NULL) - ((OLD."weight") IS NOT NULL), 0, ifnull(NEW."weight", 0) - ifnull(OLD."weight", 0), 0, 0 WHERE true ON CONFLICT ("kind") DO UPDATE SET "count_1" = "count_1" + excluded."count_1", "integers_1" = "integers_1" + excluded."integers_1";
END;
CREATE TRIGGER "main"."_vieworm_v_parcels_names" AFTER UPDATE OF "_vieworm_" ON "parcels"
BEGIN
  SELECT NEW."id", NEW."kind", NEW."weight", NULL;
END;

