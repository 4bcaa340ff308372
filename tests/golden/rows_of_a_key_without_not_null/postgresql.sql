-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "golden", "storage": "store", "strategy": {"golden.parts": "linear"}}
CREATE VIEW "golden"."v_definition" ("code", "n") AS
SELECT code, n FROM parts;
ALTER VIEW "golden"."v_definition" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v_state" AS
SELECT "code" AS "code", "n" AS "n", pg_catalog.count(*) AS "rows"
FROM (SELECT "t1"."code" AS "code", "t1"."n" AS "n" FROM "golden"."parts" AS "t1") AS i
GROUP BY "code", "n";
ALTER VIEW "golden"."v_state" SET SCHEMA "vieworm";
CREATE TRIGGER "v_store_insert"
  AFTER insert ON "golden"."parts"
  REFERENCING NEW TABLE AS "vieworm_new"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_update"
  AFTER update ON "golden"."parts"
  REFERENCING NEW TABLE AS "vieworm_new" OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_delete"
  AFTER delete ON "golden"."parts"
  REFERENCING OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_truncate"
  AFTER truncate ON "golden"."parts"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TABLE "golden"."v_store" AS
SELECT * FROM "vieworm"."v_state";
CREATE UNIQUE INDEX "v_store_code_n_idx" ON "golden"."v_store" ("code", "n") NULLS NOT DISTINCT;
CREATE TRIGGER "vieworm_guard" BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "golden"."v_store" FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."guard_store"();
ALTER TABLE "golden"."v_store" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v" ("code", "n") AS
SELECT "code" AS "code", "n" AS "n" FROM "vieworm"."v_store", pg_catalog.generate_series(1, "rows") WHERE "rows" OPERATOR(pg_catalog.>) 0;

-- delete on parts
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("code", "n", "rows")
        SELECT "code", "n", (OPERATOR(pg_catalog.-) pg_catalog.count(*))
        FROM (SELECT "t1"."code" AS "code", "t1"."n" AS "n", false AS "added", -1 AS "weight" FROM vieworm_old AS "t1") AS i
        GROUP BY "code", "n"
        ORDER BY "code", "n"
        ON CONFLICT ("code", "n") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: none
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0)
number: 1
one_row:
  apply:
    -
        INSERT INTO "vieworm"."v_store" AS s ("code", "n", "rows")
          SELECT "code", "n", -1
          FROM (SELECT $1 AS "code", $2 AS "n") AS i
          ON CONFLICT ("code", "n") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
          RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
  columns:
    - code
    - n

-- insert on parts
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("code", "n", "rows")
        SELECT "code", "n", pg_catalog.count(*)
        FROM (SELECT "t1"."code" AS "code", "t1"."n" AS "n", true AS "added", 1 AS "weight" FROM vieworm_new AS "t1") AS i
        GROUP BY "code", "n"
        ORDER BY "code", "n"
        ON CONFLICT ("code", "n") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
locks: none
family: 1
number: 1
one_row:
  apply:
    -
        INSERT INTO "vieworm"."v_store" AS s ("code", "n", "rows")
          SELECT "code", "n", 1
          FROM (SELECT $1 AS "code", $2 AS "n") AS i
          ON CONFLICT ("code", "n") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
  columns:
    - code
    - n

-- update on parts
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("code", "n", "rows")
        SELECT "code", "n", COALESCE(pg_catalog.sum("weight"), 0)
        FROM (SELECT "t1"."code" AS "code", "t1"."n" AS "n", true AS "added", 1 AS "weight" FROM vieworm_new AS "t1"
          UNION ALL SELECT "t1"."code" AS "code", "t1"."n" AS "n", false AS "added", -1 AS "weight" FROM vieworm_old AS "t1") AS i
        GROUP BY "code", "n"
        HAVING COALESCE(pg_catalog.sum("weight"), 0) OPERATOR(pg_catalog.<>) 0
        ORDER BY "code", "n"
        ON CONFLICT ("code", "n") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: none
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0)
number: 1
columns:
  - code
  - n
one_row:
  same:
    - code
    - n
  moves:
    -
        INSERT INTO "vieworm"."v_store" AS s ("code", "n", "rows")
          SELECT "code", "n", -1
          FROM (SELECT $3 AS "code", $4 AS "n") AS i
          ON CONFLICT ("code", "n") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
          RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
    -
        INSERT INTO "vieworm"."v_store" AS s ("code", "n", "rows")
          SELECT "code", "n", 1
          FROM (SELECT $1 AS "code", $2 AS "n") AS i
          ON CONFLICT ("code", "n") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
  order:
    - code
    - n
  columns:
    - code
    - n
