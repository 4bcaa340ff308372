-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "golden", "storage": "store", "strategy": {"golden.odd": "linear"}}
CREATE VIEW "golden"."v_definition" ("u", "d", "e", "n", "b", "n_rows") AS
SELECT u, d, e, n, b, count(*) AS n_rows FROM odd GROUP BY u, d, e, n, b;
ALTER VIEW "golden"."v_definition" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v_state" AS
SELECT "k1" AS "u", "k2" AS "d", "k3" AS "e", "k4" AS "n", "k5" AS "b", pg_catalog.count(*) AS "rows"
FROM (SELECT "t1"."u" AS "k1", "t1"."d" AS "k2", "t1"."e" AS "k3", "t1"."n" AS "k4", "t1"."b" AS "k5" FROM "golden"."odd" AS "t1") AS i
GROUP BY "k1", "k2", "k3", "k4", "k5";
ALTER VIEW "golden"."v_state" SET SCHEMA "vieworm";
CREATE TRIGGER "v_store_insert"
  AFTER insert ON "golden"."odd"
  REFERENCING NEW TABLE AS "vieworm_new"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_update"
  AFTER update ON "golden"."odd"
  REFERENCING NEW TABLE AS "vieworm_new" OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_delete"
  AFTER delete ON "golden"."odd"
  REFERENCING OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_truncate"
  AFTER truncate ON "golden"."odd"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TABLE "golden"."v_store" AS
SELECT * FROM "vieworm"."v_state";
CREATE UNIQUE INDEX "v_store_u_d_e_n_b_idx" ON "golden"."v_store" ("u", "d", "e", "n", "b") NULLS NOT DISTINCT;
CREATE TRIGGER "vieworm_guard" BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "golden"."v_store" FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."guard_store"();
ALTER TABLE "golden"."v_store" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v" ("u", "d", "e", "n", "b", "n_rows") AS
SELECT "t2"."k1" AS "u", "t2"."k2" AS "d", "t2"."k3" AS "e", "t2"."k4" AS "n", "t2"."k5" AS "b", "t2"."r1" AS "n_rows" FROM (SELECT "u" AS "k1", "d" AS "k2", "e" AS "k3", "n" AS "k4", "b" AS "k5", "rows" AS "r1" FROM "vieworm"."v_store" WHERE "rows" OPERATOR(pg_catalog.>) 0) AS "t2";

-- delete on odd
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("u", "d", "e", "n", "b", "rows")
        SELECT "k1", "k2", "k3", "k4", "k5", (OPERATOR(pg_catalog.-) pg_catalog.count(*))
        FROM (SELECT "t1"."u" AS "k1", "t1"."d" AS "k2", "t1"."e" AS "k3", "t1"."n" AS "k4", "t1"."b" AS "k5", false AS "added", -1 AS "weight" FROM vieworm_old AS "t1") AS i
        GROUP BY "k1", "k2", "k3", "k4", "k5"
        ORDER BY "k1", "k2", "k3", "k4", "k5"
        ON CONFLICT ("u", "d", "e", "n", "b") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: none
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0)
number: 1
one_row:
  apply:
    -
        INSERT INTO "vieworm"."v_store" AS s ("u", "d", "e", "n", "b", "rows")
          SELECT "k1", "k2", "k3", "k4", "k5", -1
          FROM (SELECT $5 AS "k1", $2 AS "k2", $3 AS "k3", $4 AS "k4", $1 AS "k5") AS i
          ON CONFLICT ("u", "d", "e", "n", "b") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
          RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
  columns:
    - b
    - d
    - e
    - n
    - u

-- insert on odd
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("u", "d", "e", "n", "b", "rows")
        SELECT "k1", "k2", "k3", "k4", "k5", pg_catalog.count(*)
        FROM (SELECT "t1"."u" AS "k1", "t1"."d" AS "k2", "t1"."e" AS "k3", "t1"."n" AS "k4", "t1"."b" AS "k5", true AS "added", 1 AS "weight" FROM vieworm_new AS "t1") AS i
        GROUP BY "k1", "k2", "k3", "k4", "k5"
        ORDER BY "k1", "k2", "k3", "k4", "k5"
        ON CONFLICT ("u", "d", "e", "n", "b") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
locks: none
family: 1
number: 1
one_row:
  apply:
    -
        INSERT INTO "vieworm"."v_store" AS s ("u", "d", "e", "n", "b", "rows")
          SELECT "k1", "k2", "k3", "k4", "k5", 1
          FROM (SELECT $5 AS "k1", $2 AS "k2", $3 AS "k3", $4 AS "k4", $1 AS "k5") AS i
          ON CONFLICT ("u", "d", "e", "n", "b") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
  columns:
    - b
    - d
    - e
    - n
    - u

-- update on odd
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("u", "d", "e", "n", "b", "rows")
        SELECT "k1", "k2", "k3", "k4", "k5", COALESCE(pg_catalog.sum("weight"), 0)
        FROM (SELECT "t1"."u" AS "k1", "t1"."d" AS "k2", "t1"."e" AS "k3", "t1"."n" AS "k4", "t1"."b" AS "k5", true AS "added", 1 AS "weight" FROM vieworm_new AS "t1"
          UNION ALL SELECT "t1"."u" AS "k1", "t1"."d" AS "k2", "t1"."e" AS "k3", "t1"."n" AS "k4", "t1"."b" AS "k5", false AS "added", -1 AS "weight" FROM vieworm_old AS "t1") AS i
        GROUP BY "k1", "k2", "k3", "k4", "k5"
        HAVING COALESCE(pg_catalog.sum("weight"), 0) OPERATOR(pg_catalog.<>) 0
        ORDER BY "k1", "k2", "k3", "k4", "k5"
        ON CONFLICT ("u", "d", "e", "n", "b") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: none
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0)
number: 1
columns:
  - b
  - d
  - e
  - n
  - u
one_row:
  same:
    - b
    - d
    - e
    - n
    - u
  moves:
    -
        INSERT INTO "vieworm"."v_store" AS s ("u", "d", "e", "n", "b", "rows")
          SELECT "k1", "k2", "k3", "k4", "k5", -1
          FROM (SELECT $10 AS "k1", $7 AS "k2", $8 AS "k3", $9 AS "k4", $6 AS "k5") AS i
          ON CONFLICT ("u", "d", "e", "n", "b") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
          RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
    -
        INSERT INTO "vieworm"."v_store" AS s ("u", "d", "e", "n", "b", "rows")
          SELECT "k1", "k2", "k3", "k4", "k5", 1
          FROM (SELECT $5 AS "k1", $2 AS "k2", $3 AS "k3", $4 AS "k4", $1 AS "k5") AS i
          ON CONFLICT ("u", "d", "e", "n", "b") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
  order:
    - u
    - d
    - e
    - n
    - b
  columns:
    - b
    - d
    - e
    - n
    - u
