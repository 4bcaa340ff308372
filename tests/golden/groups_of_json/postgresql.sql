-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "golden", "storage": "store", "strategy": {"golden.docs": "linear"}}
CREATE VIEW "golden"."v_definition" ("tag", "n") AS
SELECT t.tag, count(*) AS n FROM docs d, unnest(d.tags) AS t(tag) GROUP BY t.tag;
ALTER VIEW "golden"."v_definition" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v_state" AS
SELECT "k1" AS "tag", pg_catalog.count(*) AS "rows"
FROM (SELECT "t2"."tag" AS "k1" FROM "golden"."docs" AS "t1", unnest("t1"."tags") AS "t2"("tag")) AS i
GROUP BY "k1";
ALTER VIEW "golden"."v_state" SET SCHEMA "vieworm";
CREATE TRIGGER "v_store_insert"
  AFTER insert ON "golden"."docs"
  REFERENCING NEW TABLE AS "vieworm_new"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_update"
  AFTER update ON "golden"."docs"
  REFERENCING NEW TABLE AS "vieworm_new" OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_delete"
  AFTER delete ON "golden"."docs"
  REFERENCING OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_truncate"
  AFTER truncate ON "golden"."docs"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TABLE "golden"."v_store" AS
SELECT * FROM "vieworm"."v_state";
CREATE UNIQUE INDEX "v_store_tag_idx" ON "golden"."v_store" ("tag") NULLS NOT DISTINCT;
CREATE TRIGGER "vieworm_guard" BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "golden"."v_store" FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."guard_store"();
ALTER TABLE "golden"."v_store" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v" ("tag", "n") AS
SELECT "t3"."k1" AS "tag", "t3"."r1" AS "n" FROM (SELECT "tag" AS "k1", "rows" AS "r1" FROM "vieworm"."v_store" WHERE "rows" OPERATOR(pg_catalog.>) 0) AS "t3";

-- delete on docs
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("tag", "rows")
        SELECT "k1", (OPERATOR(pg_catalog.-) pg_catalog.count(*))
        FROM (SELECT "t2"."tag" AS "k1", false AS "added", -1 AS "weight" FROM vieworm_old AS "t1", unnest("t1"."tags") AS "t2"("tag")) AS i
        GROUP BY "k1"
        ORDER BY "k1"
        ON CONFLICT ("tag") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: none
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0)
number: 1

-- insert on docs
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("tag", "rows")
        SELECT "k1", pg_catalog.count(*)
        FROM (SELECT "t2"."tag" AS "k1", true AS "added", 1 AS "weight" FROM vieworm_new AS "t1", unnest("t1"."tags") AS "t2"("tag")) AS i
        GROUP BY "k1"
        ORDER BY "k1"
        ON CONFLICT ("tag") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
locks: none
family: 1
number: 1

-- update on docs
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("tag", "rows")
        SELECT "k1", COALESCE(pg_catalog.sum("weight"), 0)
        FROM (SELECT "t2"."tag" AS "k1", true AS "added", 1 AS "weight" FROM vieworm_new AS "t1", unnest("t1"."tags") AS "t2"("tag")
          UNION ALL SELECT "t2"."tag" AS "k1", false AS "added", -1 AS "weight" FROM vieworm_old AS "t1", unnest("t1"."tags") AS "t2"("tag")) AS i
        GROUP BY "k1"
        HAVING COALESCE(pg_catalog.sum("weight"), 0) OPERATOR(pg_catalog.<>) 0
        ORDER BY "k1"
        ON CONFLICT ("tag") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: none
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0)
number: 1
columns:
  - tags
