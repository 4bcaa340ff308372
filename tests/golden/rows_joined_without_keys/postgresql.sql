-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "golden", "storage": "store", "strategy": {"golden.log": "linear", "golden.orders": "linear"}}
CREATE VIEW "golden"."v_definition" ("kind", "region") AS
SELECT l.kind, o.region FROM log l JOIN orders o ON o.region = l.kind;
ALTER VIEW "golden"."v_definition" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v_state" AS
SELECT "kind" AS "kind", "region" AS "region", pg_catalog.count(*) AS "rows"
FROM (SELECT "t1"."kind" AS "kind", "t2"."region" AS "region" FROM "golden"."log" AS "t1", "golden"."orders" AS "t2" WHERE (("t2"."region" = "t1"."kind"))) AS i
GROUP BY "kind", "region";
ALTER VIEW "golden"."v_state" SET SCHEMA "vieworm";
CREATE TRIGGER "v_store_insert"
  AFTER insert ON "golden"."log"
  REFERENCING NEW TABLE AS "vieworm_new"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_begin_insert"
  BEFORE insert ON "golden"."log"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_update"
  AFTER update ON "golden"."log"
  REFERENCING NEW TABLE AS "vieworm_new" OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_begin_update"
  BEFORE update ON "golden"."log"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_delete"
  AFTER delete ON "golden"."log"
  REFERENCING OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_begin_delete"
  BEFORE delete ON "golden"."log"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_truncate"
  AFTER truncate ON "golden"."log"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_insert"
  AFTER insert ON "golden"."orders"
  REFERENCING NEW TABLE AS "vieworm_new"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_begin_insert"
  BEFORE insert ON "golden"."orders"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_update"
  AFTER update ON "golden"."orders"
  REFERENCING NEW TABLE AS "vieworm_new" OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_begin_update"
  BEFORE update ON "golden"."orders"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_delete"
  AFTER delete ON "golden"."orders"
  REFERENCING OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_begin_delete"
  BEFORE delete ON "golden"."orders"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_truncate"
  AFTER truncate ON "golden"."orders"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TABLE "golden"."v_store" AS
SELECT * FROM "vieworm"."v_state";
CREATE UNIQUE INDEX "v_store_kind_region_idx" ON "golden"."v_store" ("kind", "region") NULLS NOT DISTINCT;
CREATE TRIGGER "vieworm_guard" BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "golden"."v_store" FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."guard_store"();
ALTER TABLE "golden"."v_store" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v" ("kind", "region") AS
SELECT "kind" AS "kind", "region" AS "region" FROM "vieworm"."v_store", pg_catalog.generate_series(1, "rows") WHERE "rows" OPERATOR(pg_catalog.>) 0;

-- delete on log
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("kind", "region", "rows")
        SELECT "kind", "region", (OPERATOR(pg_catalog.-) pg_catalog.count(*))
        FROM (SELECT "t1"."kind" AS "kind", "t2"."region" AS "region", false AS "added", -1 AS "weight" FROM vieworm_old AS "t1", "golden"."orders" AS "t2" WHERE (("t2"."region" = "t1"."kind"))) AS i
        GROUP BY "kind", "region"
        ORDER BY "kind", "region"
        ON CONFLICT ("kind", "region") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: others
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0)
number: 1
overlaps: True

-- insert on log
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("kind", "region", "rows")
        SELECT "kind", "region", pg_catalog.count(*)
        FROM (SELECT "t1"."kind" AS "kind", "t2"."region" AS "region", true AS "added", 1 AS "weight" FROM vieworm_new AS "t1", "golden"."orders" AS "t2" WHERE (("t2"."region" = "t1"."kind"))) AS i
        GROUP BY "kind", "region"
        ORDER BY "kind", "region"
        ON CONFLICT ("kind", "region") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
locks: others
family: 1
number: 1
overlaps: True

-- update on log
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("kind", "region", "rows")
        SELECT "kind", "region", COALESCE(pg_catalog.sum("weight"), 0)
        FROM (SELECT "t1"."kind" AS "kind", "t2"."region" AS "region", "t1"."added" AS "added", CASE WHEN "t1"."added" THEN 1 ELSE -1 END AS "weight" FROM (SELECT "kind", true AS "added" FROM vieworm_new UNION ALL SELECT "kind", false FROM vieworm_old) AS "t1", "golden"."orders" AS "t2" WHERE (("t2"."region" = "t1"."kind"))) AS i
        GROUP BY "kind", "region"
        HAVING COALESCE(pg_catalog.sum("weight"), 0) OPERATOR(pg_catalog.<>) 0
        ORDER BY "kind", "region"
        ON CONFLICT ("kind", "region") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: others
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0)
number: 1
columns:
  - kind
overlaps: True

-- delete on orders
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("kind", "region", "rows")
        SELECT "kind", "region", (OPERATOR(pg_catalog.-) pg_catalog.count(*))
        FROM (SELECT "t1"."kind" AS "kind", "t2"."region" AS "region", false AS "added", -1 AS "weight" FROM "golden"."log" AS "t1", vieworm_old AS "t2" WHERE (("t2"."region" = "t1"."kind"))) AS i
        GROUP BY "kind", "region"
        ORDER BY "kind", "region"
        ON CONFLICT ("kind", "region") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: others
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0)
number: 2
overlaps: True

-- insert on orders
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("kind", "region", "rows")
        SELECT "kind", "region", pg_catalog.count(*)
        FROM (SELECT "t1"."kind" AS "kind", "t2"."region" AS "region", true AS "added", 1 AS "weight" FROM "golden"."log" AS "t1", vieworm_new AS "t2" WHERE (("t2"."region" = "t1"."kind"))) AS i
        GROUP BY "kind", "region"
        ORDER BY "kind", "region"
        ON CONFLICT ("kind", "region") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
locks: others
family: 1
number: 2
overlaps: True

-- update on orders
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("kind", "region", "rows")
        SELECT "kind", "region", COALESCE(pg_catalog.sum("weight"), 0)
        FROM (SELECT "t1"."kind" AS "kind", "t2"."region" AS "region", "t2"."added" AS "added", CASE WHEN "t2"."added" THEN 1 ELSE -1 END AS "weight" FROM "golden"."log" AS "t1", (SELECT "region", true AS "added" FROM vieworm_new UNION ALL SELECT "region", false FROM vieworm_old) AS "t2" WHERE (("t2"."region" = "t1"."kind"))) AS i
        GROUP BY "kind", "region"
        HAVING COALESCE(pg_catalog.sum("weight"), 0) OPERATOR(pg_catalog.<>) 0
        ORDER BY "kind", "region"
        ON CONFLICT ("kind", "region") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: others
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0)
number: 2
columns:
  - region
overlaps: True

-- together on vieworm.v_store
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("kind", "region", "rows")
        SELECT "kind", "region", COALESCE(pg_catalog.sum("weight"), 0)
        FROM (SELECT "t1"."kind" AS "kind", "t2"."region" AS "region", "t2"."added" AS "added", CASE WHEN "t2"."added" THEN 1 ELSE -1 END AS "weight" FROM "golden"."log" AS "t1", (SELECT "region", true AS "added" FROM vieworm_new_2 UNION ALL SELECT "region", false FROM vieworm_old_2) AS "t2" WHERE (("t2"."region" = "t1"."kind"))
          UNION ALL SELECT "t1"."kind" AS "kind", "t2"."region" AS "region", "t1"."added" AS "added", CASE WHEN "t1"."added" THEN 1 ELSE -1 END AS "weight" FROM (SELECT "kind", true AS "added" FROM vieworm_new_1 UNION ALL SELECT "kind", false FROM vieworm_old_1) AS "t1", "golden"."orders" AS "t2" WHERE (("t2"."region" = "t1"."kind"))
          UNION ALL SELECT "t1"."kind" AS "kind", "t2"."region" AS "region", (NOT ("t1"."added" OPERATOR(pg_catalog.=) "t2"."added")) AS "added", CASE WHEN (NOT ("t1"."added" OPERATOR(pg_catalog.=) "t2"."added")) THEN 1 ELSE -1 END AS "weight" FROM (SELECT "kind", true AS "added" FROM vieworm_new_1 UNION ALL SELECT "kind", false FROM vieworm_old_1) AS "t1", (SELECT "region", true AS "added" FROM vieworm_new_2 UNION ALL SELECT "region", false FROM vieworm_old_2) AS "t2" WHERE (("t2"."region" = "t1"."kind"))) AS i
        GROUP BY "kind", "region"
        HAVING COALESCE(pg_catalog.sum("weight"), 0) OPERATOR(pg_catalog.<>) 0
        ORDER BY "kind", "region"
        ON CONFLICT ("kind", "region") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0)
