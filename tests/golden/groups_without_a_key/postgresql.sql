-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "golden", "storage": "store", "strategy": {"golden.log": "linear"}}
CREATE VIEW "golden"."v_definition" ("kind", "n", "worst") AS
SELECT kind, count(*) AS n, max(level) AS worst FROM log GROUP BY kind;
ALTER VIEW "golden"."v_definition" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v_state" AS
SELECT "k1" AS "kind", pg_catalog.count(*) AS "rows", pg_catalog.max("a1") AS "extreme_1", pg_catalog.max("a1") FILTER (WHERE false) AS "extreme_1_gone", false AS "dirty"
FROM (SELECT "t1"."kind" AS "k1", "t1"."level" AS "a1" FROM "golden"."log" AS "t1") AS i
GROUP BY "k1";
ALTER VIEW "golden"."v_state" SET SCHEMA "vieworm";
CREATE TRIGGER "v_store_insert"
  AFTER insert ON "golden"."log"
  REFERENCING NEW TABLE AS "vieworm_new"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_update"
  AFTER update ON "golden"."log"
  REFERENCING NEW TABLE AS "vieworm_new" OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_delete"
  AFTER delete ON "golden"."log"
  REFERENCING OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_truncate"
  AFTER truncate ON "golden"."log"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TABLE "golden"."v_store" AS
SELECT * FROM "vieworm"."v_state";
CREATE UNIQUE INDEX "v_store_kind_idx" ON "golden"."v_store" ("kind") NULLS NOT DISTINCT;
CREATE TRIGGER "vieworm_guard" BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "golden"."v_store" FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."guard_store"();
ALTER TABLE "golden"."v_store" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v" ("kind", "n", "worst") AS
SELECT "t2"."k1" AS "kind", "t2"."r1" AS "n", "t2"."r2" AS "worst" FROM (SELECT "kind" AS "k1", "rows" AS "r1", "extreme_1" AS "r2" FROM "vieworm"."v_store" WHERE "rows" OPERATOR(pg_catalog.>) 0) AS "t2";

-- delete on log
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("kind", "rows", "extreme_1", "extreme_1_gone", "dirty")
        SELECT "k1", (OPERATOR(pg_catalog.-) pg_catalog.count(*)), pg_catalog.max("a1") FILTER (WHERE false), pg_catalog.max("a1"), false
        FROM (SELECT "t1"."kind" AS "k1", "t1"."level" AS "a1", false AS "added", -1 AS "weight", true AS "current" FROM vieworm_old AS "t1") AS i
        GROUP BY "k1"
        ORDER BY "k1"
        ON CONFLICT ("kind") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "extreme_1_gone" = NULL, "dirty" = excluded."dirty" OR COALESCE(excluded."extreme_1_gone" OPERATOR(pg_catalog.>=) s."extreme_1", false)
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) OR s."dirty" THEN s.ctid END
locks: none
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0)
  -
      UPDATE "vieworm"."v_store" AS s SET ("extreme_1", "dirty") = (
        SELECT pg_catalog.max("a1"), false FROM (SELECT "t1"."kind" AS "k1", "t1"."level" AS "a1" FROM "golden"."log" AS "t1" WHERE (("t1"."kind") OPERATOR(pg_catalog.=) s."kind" OR (("t1"."kind") IS NULL AND s."kind" IS NULL))) AS i)
      WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND s."dirty"
number: 1

-- insert on log
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("kind", "rows", "extreme_1", "extreme_1_gone", "dirty")
        SELECT "k1", pg_catalog.count(*), pg_catalog.max("a1") FILTER (WHERE "current"), pg_catalog.max("a1") FILTER (WHERE false), NOT pg_catalog.bool_and("current")
        FROM (SELECT "t1"."kind" AS "k1", "t1"."level" AS "a1", true AS "added", 1 AS "weight", false AS "current" FROM vieworm_new AS "t1") AS i
        GROUP BY "k1"
        ORDER BY "k1"
        ON CONFLICT ("kind") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "extreme_1" = GREATEST(s."extreme_1", excluded."extreme_1"), "dirty" = excluded."dirty"
        RETURNING CASE WHEN s."dirty" THEN s.ctid END
locks: none
family: 1
finish:
  -
      UPDATE "vieworm"."v_store" AS s SET ("extreme_1", "dirty") = (
        SELECT pg_catalog.max("a1"), false FROM (SELECT "t1"."kind" AS "k1", "t1"."level" AS "a1" FROM "golden"."log" AS "t1" WHERE (("t1"."kind") OPERATOR(pg_catalog.=) s."kind" OR (("t1"."kind") IS NULL AND s."kind" IS NULL))) AS i)
      WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND s."dirty"
number: 1

-- update on log
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("kind", "rows", "extreme_1", "extreme_1_gone", "dirty")
        SELECT "k1", COALESCE(pg_catalog.sum("weight"), 0), pg_catalog.max("a1") FILTER (WHERE "added" AND "current"), pg_catalog.max("a1") FILTER (WHERE NOT "added"), NOT pg_catalog.bool_and("current")
        FROM (SELECT "t1"."kind" AS "k1", "t1"."level" AS "a1", true AS "added", 1 AS "weight", false AS "current" FROM vieworm_new AS "t1"
          UNION ALL SELECT "t1"."kind" AS "k1", "t1"."level" AS "a1", false AS "added", -1 AS "weight", true AS "current" FROM vieworm_old AS "t1") AS i
        GROUP BY "k1"
        ORDER BY "k1"
        ON CONFLICT ("kind") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "extreme_1" = GREATEST(s."extreme_1", excluded."extreme_1"), "extreme_1_gone" = NULL, "dirty" = excluded."dirty" OR COALESCE(excluded."extreme_1_gone" OPERATOR(pg_catalog.>=) s."extreme_1" AND NOT COALESCE(excluded."extreme_1" OPERATOR(pg_catalog.>=) excluded."extreme_1_gone", false), false)
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) OR s."dirty" THEN s.ctid END
locks: none
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0)
  -
      UPDATE "vieworm"."v_store" AS s SET ("extreme_1", "dirty") = (
        SELECT pg_catalog.max("a1"), false FROM (SELECT "t1"."kind" AS "k1", "t1"."level" AS "a1" FROM "golden"."log" AS "t1" WHERE (("t1"."kind") OPERATOR(pg_catalog.=) s."kind" OR (("t1"."kind") IS NULL AND s."kind" IS NULL))) AS i)
      WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND s."dirty"
number: 1
columns:
  - kind
  - level
