-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "golden", "storage": "store", "strategy": {"golden.orders": "linear"}}
CREATE VIEW "golden"."v_definition" ("bucket", "place", "n") AS
SELECT amount / 10 AS bucket, region || '!' AS place, count(*) AS n FROM orders GROUP BY amount / 10, region || '!';
ALTER VIEW "golden"."v_definition" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v_state" AS
SELECT "k1" AS "bucket", "k2" AS "place", pg_catalog.count(*) AS "rows"
FROM (SELECT ("t1"."amount" / 10) AS "k1", ("t1"."region" || '!'::text) AS "k2" FROM "golden"."orders" AS "t1") AS i
GROUP BY "k1", "k2";
ALTER VIEW "golden"."v_state" SET SCHEMA "vieworm";
CREATE TRIGGER "v_store_insert"
  AFTER insert ON "golden"."orders"
  REFERENCING NEW TABLE AS "vieworm_new"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_update"
  AFTER update ON "golden"."orders"
  REFERENCING NEW TABLE AS "vieworm_new" OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_delete"
  AFTER delete ON "golden"."orders"
  REFERENCING OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_truncate"
  AFTER truncate ON "golden"."orders"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TABLE "golden"."v_store" AS
SELECT * FROM "vieworm"."v_state";
CREATE UNIQUE INDEX "v_store_bucket_place_idx" ON "golden"."v_store" ("bucket", "place") NULLS NOT DISTINCT;
CREATE TRIGGER "vieworm_guard" BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "golden"."v_store" FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."guard_store"();
ALTER TABLE "golden"."v_store" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v" ("bucket", "place", "n") AS
SELECT "t2"."k1" AS "bucket", "t2"."k2" AS "place", "t2"."r1" AS "n" FROM (SELECT "bucket" AS "k1", "place" AS "k2", "rows" AS "r1" FROM "vieworm"."v_store" WHERE "rows" OPERATOR(pg_catalog.>) 0) AS "t2";

-- delete on orders
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("bucket", "place", "rows")
        SELECT "k1", "k2", (OPERATOR(pg_catalog.-) pg_catalog.count(*))
        FROM (SELECT ("t1"."amount" / 10) AS "k1", ("t1"."region" || '!'::text) AS "k2", false AS "added", -1 AS "weight" FROM vieworm_old AS "t1") AS i
        GROUP BY "k1", "k2"
        ORDER BY "k1", "k2"
        ON CONFLICT ("bucket", "place") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: none
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0)
number: 1
one_row:
  apply:
    -
        INSERT INTO "vieworm"."v_store" AS s ("bucket", "place", "rows")
          SELECT "k1", "k2", -1
          FROM (SELECT ($1 / 10) AS "k1", ($2 || '!'::text) AS "k2") AS i
          ON CONFLICT ("bucket", "place") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
          RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
  columns:
    - amount
    - region

-- insert on orders
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("bucket", "place", "rows")
        SELECT "k1", "k2", pg_catalog.count(*)
        FROM (SELECT ("t1"."amount" / 10) AS "k1", ("t1"."region" || '!'::text) AS "k2", true AS "added", 1 AS "weight" FROM vieworm_new AS "t1") AS i
        GROUP BY "k1", "k2"
        ORDER BY "k1", "k2"
        ON CONFLICT ("bucket", "place") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
locks: none
family: 1
number: 1
one_row:
  apply:
    -
        INSERT INTO "vieworm"."v_store" AS s ("bucket", "place", "rows")
          SELECT "k1", "k2", 1
          FROM (SELECT ($1 / 10) AS "k1", ($2 || '!'::text) AS "k2") AS i
          ON CONFLICT ("bucket", "place") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
  columns:
    - amount
    - region

-- update on orders
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("bucket", "place", "rows")
        SELECT "k1", "k2", COALESCE(pg_catalog.sum("weight"), 0)
        FROM (SELECT ("t1"."amount" / 10) AS "k1", ("t1"."region" || '!'::text) AS "k2", true AS "added", 1 AS "weight" FROM vieworm_new AS "t1"
          UNION ALL SELECT ("t1"."amount" / 10) AS "k1", ("t1"."region" || '!'::text) AS "k2", false AS "added", -1 AS "weight" FROM vieworm_old AS "t1") AS i
        GROUP BY "k1", "k2"
        HAVING COALESCE(pg_catalog.sum("weight"), 0) OPERATOR(pg_catalog.<>) 0
        ORDER BY "k1", "k2"
        ON CONFLICT ("bucket", "place") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: none
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0)
number: 1
columns:
  - amount
  - region
