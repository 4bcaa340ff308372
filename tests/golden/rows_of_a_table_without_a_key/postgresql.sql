-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "golden", "storage": "store", "strategy": {"golden.log": "linear"}}
CREATE VIEW "golden"."v_definition" ("kind", "next") AS
SELECT kind, level + 1 AS next FROM log WHERE level > 2;
ALTER VIEW "golden"."v_definition" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v_state" AS
SELECT "kind" AS "kind", "next" AS "next", pg_catalog.count(*) AS "rows"
FROM (SELECT "t1"."kind" AS "kind", ("t1"."level" + 1) AS "next" FROM "golden"."log" AS "t1" WHERE (("t1"."level" > 2))) AS i
GROUP BY "kind", "next";
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
CREATE UNIQUE INDEX "v_store_kind_next_idx" ON "golden"."v_store" ("kind", "next") NULLS NOT DISTINCT;
CREATE TRIGGER "vieworm_guard" BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "golden"."v_store" FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."guard_store"();
ALTER TABLE "golden"."v_store" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v" ("kind", "next") AS
SELECT "kind" AS "kind", "next" AS "next" FROM "vieworm"."v_store", pg_catalog.generate_series(1, "rows") WHERE "rows" OPERATOR(pg_catalog.>) 0;

-- delete on log
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("kind", "next", "rows")
        SELECT "kind", "next", (OPERATOR(pg_catalog.-) pg_catalog.count(*))
        FROM (SELECT "t1"."kind" AS "kind", ("t1"."level" + 1) AS "next", false AS "added", -1 AS "weight" FROM vieworm_old AS "t1" WHERE (("t1"."level" > 2))) AS i
        GROUP BY "kind", "next"
        ORDER BY "kind", "next"
        ON CONFLICT ("kind", "next") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: none
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0)
number: 1
one_row:
  apply:
    -
        INSERT INTO "vieworm"."v_store" AS s ("kind", "next", "rows")
          SELECT "kind", "next", -1
          FROM (SELECT $1 AS "kind", ($2 + 1) AS "next" WHERE (($2 > 2))) AS i
          ON CONFLICT ("kind", "next") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
          RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
  columns:
    - kind
    - level

-- insert on log
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("kind", "next", "rows")
        SELECT "kind", "next", pg_catalog.count(*)
        FROM (SELECT "t1"."kind" AS "kind", ("t1"."level" + 1) AS "next", true AS "added", 1 AS "weight" FROM vieworm_new AS "t1" WHERE (("t1"."level" > 2))) AS i
        GROUP BY "kind", "next"
        ORDER BY "kind", "next"
        ON CONFLICT ("kind", "next") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
locks: none
family: 1
number: 1
one_row:
  apply:
    -
        INSERT INTO "vieworm"."v_store" AS s ("kind", "next", "rows")
          SELECT "kind", "next", 1
          FROM (SELECT $1 AS "kind", ($2 + 1) AS "next" WHERE (($2 > 2))) AS i
          ON CONFLICT ("kind", "next") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
  columns:
    - kind
    - level

-- update on log
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("kind", "next", "rows")
        SELECT "kind", "next", COALESCE(pg_catalog.sum("weight"), 0)
        FROM (SELECT "t1"."kind" AS "kind", ("t1"."level" + 1) AS "next", true AS "added", 1 AS "weight" FROM vieworm_new AS "t1" WHERE (("t1"."level" > 2))
          UNION ALL SELECT "t1"."kind" AS "kind", ("t1"."level" + 1) AS "next", false AS "added", -1 AS "weight" FROM vieworm_old AS "t1" WHERE (("t1"."level" > 2))) AS i
        GROUP BY "kind", "next"
        HAVING COALESCE(pg_catalog.sum("weight"), 0) OPERATOR(pg_catalog.<>) 0
        ORDER BY "kind", "next"
        ON CONFLICT ("kind", "next") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: none
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0)
number: 1
columns:
  - kind
  - level
