-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "golden", "storage": "store", "strategy": {"vieworm.sales_store": "linear"}}
CREATE VIEW "golden"."v_definition" ("hundreds", "regions") AS
SELECT amount / 100 AS hundreds, count(*) AS regions FROM sales GROUP BY amount / 100;
ALTER VIEW "golden"."v_definition" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v_state" AS
SELECT "k1" AS "hundreds", pg_catalog.count(*) AS "rows"
FROM (SELECT ((CASE WHEN ("t1"."count_1" > 0) THEN "t1"."integers_1" ELSE NULL::bigint END) / 100) AS "k1" FROM "vieworm"."sales_store" AS "t1" WHERE (("t1"."rows" > 0))) AS i
GROUP BY "k1";
ALTER VIEW "golden"."v_state" SET SCHEMA "vieworm";
CREATE TRIGGER "v_store_insert"
  AFTER insert ON "vieworm"."sales_store"
  REFERENCING NEW TABLE AS "vieworm_new"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_update"
  AFTER update ON "vieworm"."sales_store"
  REFERENCING NEW TABLE AS "vieworm_new" OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_delete"
  AFTER delete ON "vieworm"."sales_store"
  REFERENCING OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_truncate"
  AFTER truncate ON "vieworm"."sales_store"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TABLE "golden"."v_store" AS
SELECT * FROM "vieworm"."v_state";
CREATE UNIQUE INDEX "v_store_hundreds_idx" ON "golden"."v_store" ("hundreds") NULLS NOT DISTINCT;
CREATE TRIGGER "vieworm_guard" BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "golden"."v_store" FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."guard_store"();
ALTER TABLE "golden"."v_store" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v" ("hundreds", "regions") AS
SELECT "t4"."k1" AS "hundreds", "t4"."r1" AS "regions" FROM (SELECT "hundreds" AS "k1", "rows" AS "r1" FROM "vieworm"."v_store" WHERE "rows" OPERATOR(pg_catalog.>) 0) AS "t4";

-- delete on vieworm.sales_store
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("hundreds", "rows")
        SELECT "k1", (OPERATOR(pg_catalog.-) pg_catalog.count(*))
        FROM (SELECT ((CASE WHEN ("t1"."count_1" > 0) THEN "t1"."integers_1" ELSE NULL::bigint END) / 100) AS "k1", false AS "added", -1 AS "weight" FROM vieworm_old AS "t1" WHERE (("t1"."rows" > 0))) AS i
        GROUP BY "k1"
        ORDER BY "k1"
        ON CONFLICT ("hundreds") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: none
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0)
number: 1
one_row:
  apply:
    -
        INSERT INTO "vieworm"."v_store" AS s ("hundreds", "rows")
          SELECT "k1", -1
          FROM (SELECT ((CASE WHEN ($1 > 0) THEN $2 ELSE NULL::bigint END) / 100) AS "k1" WHERE (($3 > 0))) AS i
          ON CONFLICT ("hundreds") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
          RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
  columns:
    - count_1
    - integers_1
    - rows

-- insert on vieworm.sales_store
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("hundreds", "rows")
        SELECT "k1", pg_catalog.count(*)
        FROM (SELECT ((CASE WHEN ("t1"."count_1" > 0) THEN "t1"."integers_1" ELSE NULL::bigint END) / 100) AS "k1", true AS "added", 1 AS "weight" FROM vieworm_new AS "t1" WHERE (("t1"."rows" > 0))) AS i
        GROUP BY "k1"
        ORDER BY "k1"
        ON CONFLICT ("hundreds") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
locks: none
family: 1
number: 1
one_row:
  apply:
    -
        INSERT INTO "vieworm"."v_store" AS s ("hundreds", "rows")
          SELECT "k1", 1
          FROM (SELECT ((CASE WHEN ($1 > 0) THEN $2 ELSE NULL::bigint END) / 100) AS "k1" WHERE (($3 > 0))) AS i
          ON CONFLICT ("hundreds") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
  columns:
    - count_1
    - integers_1
    - rows

-- update on vieworm.sales_store
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("hundreds", "rows")
        SELECT "k1", COALESCE(pg_catalog.sum("weight"), 0)
        FROM (SELECT ((CASE WHEN ("t1"."count_1" > 0) THEN "t1"."integers_1" ELSE NULL::bigint END) / 100) AS "k1", true AS "added", 1 AS "weight" FROM vieworm_new AS "t1" WHERE (("t1"."rows" > 0))
          UNION ALL SELECT ((CASE WHEN ("t1"."count_1" > 0) THEN "t1"."integers_1" ELSE NULL::bigint END) / 100) AS "k1", false AS "added", -1 AS "weight" FROM vieworm_old AS "t1" WHERE (("t1"."rows" > 0))) AS i
        GROUP BY "k1"
        HAVING COALESCE(pg_catalog.sum("weight"), 0) OPERATOR(pg_catalog.<>) 0
        ORDER BY "k1"
        ON CONFLICT ("hundreds") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: none
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0)
number: 1
columns:
  - count_1
  - integers_1
  - rows
