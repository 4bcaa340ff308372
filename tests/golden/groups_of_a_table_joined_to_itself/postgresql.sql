-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "golden", "storage": "store", "strategy": {"golden.orders": "linear"}}
CREATE VIEW "golden"."v_definition" ("region", "pairs") AS
SELECT a.region, count(*) AS pairs FROM orders a JOIN orders b ON a.region = b.region AND a.id < b.id GROUP BY a.region;
ALTER VIEW "golden"."v_definition" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v_state" AS
SELECT "k1" AS "region", pg_catalog.count(*) AS "rows"
FROM (SELECT "t1"."region" AS "k1" FROM "golden"."orders" AS "t1", "golden"."orders" AS "t2" WHERE (("t1"."region" = "t2"."region")) AND (("t1"."id" < "t2"."id"))) AS i
GROUP BY "k1";
ALTER VIEW "golden"."v_state" SET SCHEMA "vieworm";
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
CREATE UNIQUE INDEX "v_store_region_idx" ON "golden"."v_store" ("region") NULLS NOT DISTINCT;
CREATE TRIGGER "vieworm_guard" BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "golden"."v_store" FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."guard_store"();
ALTER TABLE "golden"."v_store" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v" ("region", "pairs") AS
SELECT "t3"."k1" AS "region", "t3"."r1" AS "pairs" FROM (SELECT "region" AS "k1", "rows" AS "r1" FROM "vieworm"."v_store" WHERE "rows" OPERATOR(pg_catalog.>) 0) AS "t3";

-- delete on orders
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("region", "rows")
        SELECT "k1", COALESCE(pg_catalog.sum("weight"), 0)
        FROM (SELECT "t1"."region" AS "k1", false AS "added", -1 AS "weight" FROM "golden"."orders" AS "t1", vieworm_old AS "t2" WHERE (("t1"."region" = "t2"."region")) AND (("t1"."id" < "t2"."id"))
          UNION ALL SELECT "t1"."region" AS "k1", false AS "added", -1 AS "weight" FROM vieworm_old AS "t1", "golden"."orders" AS "t2" WHERE (("t1"."region" = "t2"."region")) AND (("t1"."id" < "t2"."id"))
          UNION ALL SELECT "t1"."region" AS "k1", (NOT (false OPERATOR(pg_catalog.=) false)) AS "added", CASE WHEN (NOT (false OPERATOR(pg_catalog.=) false)) THEN 1 ELSE -1 END AS "weight" FROM vieworm_old AS "t1", vieworm_old AS "t2" WHERE (("t1"."region" = "t2"."region")) AND (("t1"."id" < "t2"."id"))) AS i
        GROUP BY "k1"
        HAVING COALESCE(pg_catalog.sum("weight"), 0) OPERATOR(pg_catalog.<>) 0
        ORDER BY "k1"
        ON CONFLICT ("region") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: all
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0)
number: 1
overlaps: True

-- insert on orders
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("region", "rows")
        SELECT "k1", COALESCE(pg_catalog.sum("weight"), 0)
        FROM (SELECT "t1"."region" AS "k1", true AS "added", 1 AS "weight" FROM "golden"."orders" AS "t1", vieworm_new AS "t2" WHERE (("t1"."region" = "t2"."region")) AND (("t1"."id" < "t2"."id"))
          UNION ALL SELECT "t1"."region" AS "k1", true AS "added", 1 AS "weight" FROM vieworm_new AS "t1", "golden"."orders" AS "t2" WHERE (("t1"."region" = "t2"."region")) AND (("t1"."id" < "t2"."id"))
          UNION ALL SELECT "t1"."region" AS "k1", (NOT (true OPERATOR(pg_catalog.=) true)) AS "added", CASE WHEN (NOT (true OPERATOR(pg_catalog.=) true)) THEN 1 ELSE -1 END AS "weight" FROM vieworm_new AS "t1", vieworm_new AS "t2" WHERE (("t1"."region" = "t2"."region")) AND (("t1"."id" < "t2"."id"))) AS i
        GROUP BY "k1"
        HAVING COALESCE(pg_catalog.sum("weight"), 0) OPERATOR(pg_catalog.<>) 0
        ORDER BY "k1"
        ON CONFLICT ("region") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: all
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0)
number: 1
overlaps: True

-- update on orders
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("region", "rows")
        SELECT "k1", COALESCE(pg_catalog.sum("weight"), 0)
        FROM (SELECT "t1"."region" AS "k1", "t2"."added" AS "added", CASE WHEN "t2"."added" THEN 1 ELSE -1 END AS "weight" FROM "golden"."orders" AS "t1", (SELECT "id", "region", true AS "added" FROM vieworm_new UNION ALL SELECT "id", "region", false FROM vieworm_old) AS "t2" WHERE (("t1"."region" = "t2"."region")) AND (("t1"."id" < "t2"."id"))
          UNION ALL SELECT "t1"."region" AS "k1", "t1"."added" AS "added", CASE WHEN "t1"."added" THEN 1 ELSE -1 END AS "weight" FROM (SELECT "id", "region", true AS "added" FROM vieworm_new UNION ALL SELECT "id", "region", false FROM vieworm_old) AS "t1", "golden"."orders" AS "t2" WHERE (("t1"."region" = "t2"."region")) AND (("t1"."id" < "t2"."id"))
          UNION ALL SELECT "t1"."region" AS "k1", (NOT ("t1"."added" OPERATOR(pg_catalog.=) "t2"."added")) AS "added", CASE WHEN (NOT ("t1"."added" OPERATOR(pg_catalog.=) "t2"."added")) THEN 1 ELSE -1 END AS "weight" FROM (SELECT "id", "region", true AS "added" FROM vieworm_new UNION ALL SELECT "id", "region", false FROM vieworm_old) AS "t1", (SELECT "id", "region", true AS "added" FROM vieworm_new UNION ALL SELECT "id", "region", false FROM vieworm_old) AS "t2" WHERE (("t1"."region" = "t2"."region")) AND (("t1"."id" < "t2"."id"))) AS i
        GROUP BY "k1"
        HAVING COALESCE(pg_catalog.sum("weight"), 0) OPERATOR(pg_catalog.<>) 0
        ORDER BY "k1"
        ON CONFLICT ("region") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: all
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0)
number: 1
columns:
  - id
  - region
overlaps: True

-- together on vieworm.v_store
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("region", "rows")
        SELECT "k1", COALESCE(pg_catalog.sum("weight"), 0)
        FROM (SELECT "t1"."region" AS "k1", "t2"."added" AS "added", CASE WHEN "t2"."added" THEN 1 ELSE -1 END AS "weight" FROM "golden"."orders" AS "t1", (SELECT "id", "region", true AS "added" FROM vieworm_new_1 UNION ALL SELECT "id", "region", false FROM vieworm_old_1) AS "t2" WHERE (("t1"."region" = "t2"."region")) AND (("t1"."id" < "t2"."id"))
          UNION ALL SELECT "t1"."region" AS "k1", "t1"."added" AS "added", CASE WHEN "t1"."added" THEN 1 ELSE -1 END AS "weight" FROM (SELECT "id", "region", true AS "added" FROM vieworm_new_1 UNION ALL SELECT "id", "region", false FROM vieworm_old_1) AS "t1", "golden"."orders" AS "t2" WHERE (("t1"."region" = "t2"."region")) AND (("t1"."id" < "t2"."id"))
          UNION ALL SELECT "t1"."region" AS "k1", (NOT ("t1"."added" OPERATOR(pg_catalog.=) "t2"."added")) AS "added", CASE WHEN (NOT ("t1"."added" OPERATOR(pg_catalog.=) "t2"."added")) THEN 1 ELSE -1 END AS "weight" FROM (SELECT "id", "region", true AS "added" FROM vieworm_new_1 UNION ALL SELECT "id", "region", false FROM vieworm_old_1) AS "t1", (SELECT "id", "region", true AS "added" FROM vieworm_new_1 UNION ALL SELECT "id", "region", false FROM vieworm_old_1) AS "t2" WHERE (("t1"."region" = "t2"."region")) AND (("t1"."id" < "t2"."id"))) AS i
        GROUP BY "k1"
        HAVING COALESCE(pg_catalog.sum("weight"), 0) OPERATOR(pg_catalog.<>) 0
        ORDER BY "k1"
        ON CONFLICT ("region") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0)
