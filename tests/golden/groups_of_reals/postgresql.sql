-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "golden", "storage": "store", "strategy": {"golden.parcels": "linear"}}
CREATE VIEW "golden"."v_definition" ("kind", "weight", "mean") AS
SELECT kind, sum(weight) AS weight, avg(weight) AS mean FROM parcels GROUP BY kind;
ALTER VIEW "golden"."v_definition" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v_state" AS
SELECT "k1" AS "kind", pg_catalog.count(*) AS "rows", pg_catalog.count("a1") AS "count_1", "vieworm"."exact_sum"("a1", true) AS "reals_1"
FROM (SELECT "t1"."kind" AS "k1", "t1"."weight" AS "a1" FROM "golden"."parcels" AS "t1") AS i
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
CREATE VIEW "golden"."v" ("kind", "weight", "mean") AS
SELECT "t2"."k1" AS "kind", "t2"."r1" AS "weight", "t2"."r2" AS "mean" FROM (SELECT "kind" AS "k1", CASE WHEN "count_1" OPERATOR(pg_catalog.>) 0 THEN "vieworm"."double_of_sum"("reals_1", 1) END AS "r1", CASE WHEN "count_1" OPERATOR(pg_catalog.>) 0 THEN "vieworm"."double_of_sum"("reals_1", "count_1") END AS "r2" FROM "vieworm"."v_store" WHERE "rows" OPERATOR(pg_catalog.>) 0) AS "t2";

-- delete on parcels
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("kind", "rows", "count_1", "reals_1")
        SELECT "k1", (OPERATOR(pg_catalog.-) pg_catalog.count(*)), (OPERATOR(pg_catalog.-) pg_catalog.count("a1")), (OPERATOR(pg_catalog.-) "vieworm"."exact_sum"("a1", true))
        FROM (SELECT "t1"."kind" AS "k1", "t1"."weight" AS "a1", false AS "added", -1 AS "weight" FROM vieworm_old AS "t1") AS i
        GROUP BY "k1"
        ORDER BY "k1"
        ON CONFLICT ("kind") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "reals_1" = pg_catalog.trim_scale(s."reals_1" OPERATOR(pg_catalog.+) excluded."reals_1")
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."reals_1" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: none
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."reals_1" OPERATOR(pg_catalog.=) 0)
number: 1

-- insert on parcels
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("kind", "rows", "count_1", "reals_1")
        SELECT "k1", pg_catalog.count(*), pg_catalog.count("a1"), "vieworm"."exact_sum"("a1", true)
        FROM (SELECT "t1"."kind" AS "k1", "t1"."weight" AS "a1", true AS "added", 1 AS "weight" FROM vieworm_new AS "t1") AS i
        GROUP BY "k1"
        ORDER BY "k1"
        ON CONFLICT ("kind") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "reals_1" = pg_catalog.trim_scale(s."reals_1" OPERATOR(pg_catalog.+) excluded."reals_1")
locks: none
family: 1
number: 1

-- update on parcels
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("kind", "rows", "count_1", "reals_1")
        SELECT "k1", COALESCE(pg_catalog.sum("weight"), 0), COALESCE(pg_catalog.sum("weight") FILTER (WHERE "a1" IS NOT NULL), 0), "vieworm"."exact_sum"("a1", "added")
        FROM (SELECT "t1"."kind" AS "k1", "t1"."weight" AS "a1", true AS "added", 1 AS "weight" FROM vieworm_new AS "t1"
          UNION ALL SELECT "t1"."kind" AS "k1", "t1"."weight" AS "a1", false AS "added", -1 AS "weight" FROM vieworm_old AS "t1") AS i
        GROUP BY "k1"
        HAVING COALESCE(pg_catalog.sum("weight"), 0) OPERATOR(pg_catalog.<>) 0 OR COALESCE(pg_catalog.sum("weight") FILTER (WHERE "a1" IS NOT NULL), 0) OPERATOR(pg_catalog.<>) 0 OR "vieworm"."exact_sum"("a1", "added") OPERATOR(pg_catalog.<>) 0
        ORDER BY "k1"
        ON CONFLICT ("kind") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "reals_1" = pg_catalog.trim_scale(s."reals_1" OPERATOR(pg_catalog.+) excluded."reals_1")
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."reals_1" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: none
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."reals_1" OPERATOR(pg_catalog.=) 0)
number: 1
columns:
  - kind
  - weight
