-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "golden", "storage": "store", "strategy": {"golden.parcels": "linear"}}
CREATE VIEW "golden"."v_definition" ("kind", "price", "mean", "spread", "weight") AS
SELECT kind, sum(price) AS price, avg(price) AS mean, stddev(price) AS spread, sum(weight) AS weight FROM parcels GROUP BY kind;
ALTER VIEW "golden"."v_definition" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v_state" AS
SELECT "k1" AS "kind", pg_catalog.count(*) AS "rows", pg_catalog.count("a1") AS "count_1", pg_catalog.count(*) FILTER (WHERE "a1" OPERATOR(pg_catalog.=) 'NaN') AS "others_1", COALESCE(pg_catalog.sum("a1") FILTER (WHERE "a1" OPERATOR(pg_catalog.<>) 'NaN'), 0) AS "integers_1", stddev("a1") AS "value_1", sum("a2") AS "value_2", false AS "dirty"
FROM (SELECT "t1"."kind" AS "k1", "t1"."price" AS "a1", "t1"."weight" AS "a2" FROM "golden"."parcels" AS "t1") AS i
GROUP BY "k1";
ALTER VIEW "golden"."v_state" SET SCHEMA "vieworm";
CREATE TRIGGER "v_store_insert"
  AFTER insert ON "golden"."parcels"
  REFERENCING NEW TABLE AS "vieworm_new"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_update"
  AFTER update ON "golden"."parcels"
  REFERENCING NEW TABLE AS "vieworm_new" OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_delete"
  AFTER delete ON "golden"."parcels"
  REFERENCING OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_truncate"
  AFTER truncate ON "golden"."parcels"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TABLE "golden"."v_store" AS
SELECT * FROM "vieworm"."v_state";
CREATE UNIQUE INDEX "v_store_kind_idx" ON "golden"."v_store" ("kind") NULLS NOT DISTINCT;
CREATE TRIGGER "vieworm_guard" BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "golden"."v_store" FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."guard_store"();
ALTER TABLE "golden"."v_store" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v" ("kind", "price", "mean", "spread", "weight") AS
SELECT "t2"."k1" AS "kind", "t2"."r1" AS "price", "t2"."r2" AS "mean", "t2"."r3" AS "spread", "t2"."r4" AS "weight" FROM (SELECT "kind" AS "k1", CASE WHEN "others_1" OPERATOR(pg_catalog.>) 0 THEN 'NaN'::pg_catalog.numeric WHEN "count_1" OPERATOR(pg_catalog.>) 0 THEN "integers_1" END AS "r1", CASE WHEN "others_1" OPERATOR(pg_catalog.>) 0 THEN 'NaN'::pg_catalog.numeric WHEN "count_1" OPERATOR(pg_catalog.>) 0 THEN "integers_1"::pg_catalog.numeric OPERATOR(pg_catalog./) "count_1" END AS "r2", "value_1" AS "r3", "value_2" AS "r4" FROM "vieworm"."v_store" WHERE "rows" OPERATOR(pg_catalog.>) 0) AS "t2";

-- delete on parcels
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("kind", "rows", "count_1", "others_1", "integers_1", "value_1", "value_2", "dirty")
        SELECT "k1", (OPERATOR(pg_catalog.-) pg_catalog.count(*)), (OPERATOR(pg_catalog.-) pg_catalog.count("a1")), (OPERATOR(pg_catalog.-) pg_catalog.count(*) FILTER (WHERE "a1" OPERATOR(pg_catalog.=) 'NaN')), (OPERATOR(pg_catalog.-) COALESCE(pg_catalog.sum("a1") FILTER (WHERE "a1" OPERATOR(pg_catalog.<>) 'NaN'), 0)), NULL, NULL, true
        FROM (SELECT "t1"."kind" AS "k1", "t1"."price" AS "a1", "t1"."weight" AS "a2", false AS "added", -1 AS "weight" FROM vieworm_old AS "t1") AS i
        GROUP BY "k1"
        ORDER BY "k1"
        ON CONFLICT ("kind") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "others_1" = s."others_1" OPERATOR(pg_catalog.+) excluded."others_1", "integers_1" = s."integers_1" OPERATOR(pg_catalog.+) excluded."integers_1", "dirty" = true
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."others_1" OPERATOR(pg_catalog.=) 0 AND s."integers_1" OPERATOR(pg_catalog.=) 0) OR s."dirty" THEN s.ctid END
locks: none
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."others_1" OPERATOR(pg_catalog.=) 0 AND s."integers_1" OPERATOR(pg_catalog.=) 0)
  -
      UPDATE "vieworm"."v_store" AS s SET ("value_1", "value_2", "dirty") = (
        SELECT stddev("a1"), sum("a2"), false FROM (SELECT "t1"."kind" AS "k1", "t1"."price" AS "a1", "t1"."weight" AS "a2" FROM "golden"."parcels" AS "t1" WHERE ("t1"."kind") OPERATOR(pg_catalog.=) s."kind") AS i)
      WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND s."dirty"
number: 1

-- insert on parcels
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("kind", "rows", "count_1", "others_1", "integers_1", "value_1", "value_2", "dirty")
        SELECT "k1", pg_catalog.count(*), pg_catalog.count("a1"), pg_catalog.count(*) FILTER (WHERE "a1" OPERATOR(pg_catalog.=) 'NaN'), COALESCE(pg_catalog.sum("a1") FILTER (WHERE "a1" OPERATOR(pg_catalog.<>) 'NaN'), 0), NULL, NULL, true
        FROM (SELECT "t1"."kind" AS "k1", "t1"."price" AS "a1", "t1"."weight" AS "a2", true AS "added", 1 AS "weight" FROM vieworm_new AS "t1") AS i
        GROUP BY "k1"
        ORDER BY "k1"
        ON CONFLICT ("kind") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "others_1" = s."others_1" OPERATOR(pg_catalog.+) excluded."others_1", "integers_1" = s."integers_1" OPERATOR(pg_catalog.+) excluded."integers_1", "dirty" = true
        RETURNING CASE WHEN s."dirty" THEN s.ctid END
locks: none
family: 1
finish:
  -
      UPDATE "vieworm"."v_store" AS s SET ("value_1", "value_2", "dirty") = (
        SELECT stddev("a1"), sum("a2"), false FROM (SELECT "t1"."kind" AS "k1", "t1"."price" AS "a1", "t1"."weight" AS "a2" FROM "golden"."parcels" AS "t1" WHERE ("t1"."kind") OPERATOR(pg_catalog.=) s."kind") AS i)
      WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND s."dirty"
number: 1

-- update on parcels
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("kind", "rows", "count_1", "others_1", "integers_1", "value_1", "value_2", "dirty")
        SELECT "k1", COALESCE(pg_catalog.sum("weight"), 0), COALESCE(pg_catalog.sum("weight") FILTER (WHERE "a1" IS NOT NULL), 0), COALESCE(pg_catalog.sum("weight") FILTER (WHERE "a1" OPERATOR(pg_catalog.=) 'NaN'), 0), (COALESCE(pg_catalog.sum("a1") FILTER (WHERE "a1" OPERATOR(pg_catalog.<>) 'NaN' AND "added"), 0) OPERATOR(pg_catalog.-) COALESCE(pg_catalog.sum("a1") FILTER (WHERE "a1" OPERATOR(pg_catalog.<>) 'NaN' AND NOT "added"), 0)), NULL, NULL, true
        FROM (SELECT "t1"."kind" AS "k1", "t1"."price" AS "a1", "t1"."weight" AS "a2", true AS "added", 1 AS "weight" FROM vieworm_new AS "t1"
          UNION ALL SELECT "t1"."kind" AS "k1", "t1"."price" AS "a1", "t1"."weight" AS "a2", false AS "added", -1 AS "weight" FROM vieworm_old AS "t1") AS i
        GROUP BY "k1"
        ORDER BY "k1"
        ON CONFLICT ("kind") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "others_1" = s."others_1" OPERATOR(pg_catalog.+) excluded."others_1", "integers_1" = s."integers_1" OPERATOR(pg_catalog.+) excluded."integers_1", "dirty" = true
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."others_1" OPERATOR(pg_catalog.=) 0 AND s."integers_1" OPERATOR(pg_catalog.=) 0) OR s."dirty" THEN s.ctid END
locks: none
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."others_1" OPERATOR(pg_catalog.=) 0 AND s."integers_1" OPERATOR(pg_catalog.=) 0)
  -
      UPDATE "vieworm"."v_store" AS s SET ("value_1", "value_2", "dirty") = (
        SELECT stddev("a1"), sum("a2"), false FROM (SELECT "t1"."kind" AS "k1", "t1"."price" AS "a1", "t1"."weight" AS "a2" FROM "golden"."parcels" AS "t1" WHERE ("t1"."kind") OPERATOR(pg_catalog.=) s."kind") AS i)
      WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND s."dirty"
number: 1
columns:
  - kind
  - price
  - weight
