-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "golden", "storage": "store", "strategy": {"golden.orders": "linear"}}
CREATE VIEW "golden"."v_definition" ("region", "paid", "owed") AS
SELECT region, count(*) FILTER (WHERE paid = 1) AS paid, sum(amount) FILTER (WHERE paid = 0) AS owed FROM orders WHERE amount > 0 GROUP BY region;
ALTER VIEW "golden"."v_definition" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v_state" AS
SELECT "k1" AS "region", pg_catalog.count(*) AS "rows", pg_catalog.count("a1") FILTER (WHERE "a1") AS "count_1", pg_catalog.count("a2") FILTER (WHERE "a3") AS "count_2", COALESCE(pg_catalog.sum("a2") FILTER (WHERE "a3"), 0) AS "integers_2"
FROM (SELECT "t1"."region" AS "k1", ("t1"."paid" = 1) AS "a1", "t1"."amount" AS "a2", ("t1"."paid" = 0) AS "a3" FROM "golden"."orders" AS "t1" WHERE (("t1"."amount" > 0))) AS i
GROUP BY "k1";
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
CREATE UNIQUE INDEX "v_store_region_idx" ON "golden"."v_store" ("region") NULLS NOT DISTINCT;
CREATE TRIGGER "vieworm_guard" BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "golden"."v_store" FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."guard_store"();
ALTER TABLE "golden"."v_store" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v" ("region", "paid", "owed") AS
SELECT "t2"."k1" AS "region", "t2"."r1" AS "paid", "t2"."r2" AS "owed" FROM (SELECT "region" AS "k1", "count_1" AS "r1", CASE WHEN "count_2" OPERATOR(pg_catalog.>) 0 THEN "integers_2" END AS "r2" FROM "vieworm"."v_store" WHERE "rows" OPERATOR(pg_catalog.>) 0) AS "t2";

-- delete on orders
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("region", "rows", "count_1", "count_2", "integers_2")
        SELECT "k1", (OPERATOR(pg_catalog.-) pg_catalog.count(*)), (OPERATOR(pg_catalog.-) pg_catalog.count("a1") FILTER (WHERE "a1")), (OPERATOR(pg_catalog.-) pg_catalog.count("a2") FILTER (WHERE "a3")), (OPERATOR(pg_catalog.-) COALESCE(pg_catalog.sum("a2") FILTER (WHERE "a3"), 0))
        FROM (SELECT "t1"."region" AS "k1", ("t1"."paid" = 1) AS "a1", "t1"."amount" AS "a2", ("t1"."paid" = 0) AS "a3", false AS "added", -1 AS "weight" FROM vieworm_old AS "t1" WHERE (("t1"."amount" > 0))) AS i
        GROUP BY "k1"
        ORDER BY "k1"
        ON CONFLICT ("region") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "count_2" = s."count_2" OPERATOR(pg_catalog.+) excluded."count_2", "integers_2" = s."integers_2" OPERATOR(pg_catalog.+) excluded."integers_2"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."count_2" OPERATOR(pg_catalog.=) 0 AND s."integers_2" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: none
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."count_2" OPERATOR(pg_catalog.=) 0 AND s."integers_2" OPERATOR(pg_catalog.=) 0)
number: 1
one_row:
  apply:
    -
        INSERT INTO "vieworm"."v_store" AS s ("region", "rows", "count_1", "count_2", "integers_2")
          SELECT "k1", -1, (OPERATOR(pg_catalog.-) CASE WHEN "a1" AND "a1" IS NOT NULL THEN 1 ELSE 0 END), (OPERATOR(pg_catalog.-) CASE WHEN "a3" AND "a2" IS NOT NULL THEN 1 ELSE 0 END), (OPERATOR(pg_catalog.-) CASE WHEN "a3" THEN COALESCE(("a2"), 0)::pg_catalog.int8 ELSE 0 END)
          FROM (SELECT $3 AS "k1", ($2 = 1) AS "a1", $1 AS "a2", ($2 = 0) AS "a3" WHERE (($1 > 0))) AS i
          ON CONFLICT ("region") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "count_2" = s."count_2" OPERATOR(pg_catalog.+) excluded."count_2", "integers_2" = s."integers_2" OPERATOR(pg_catalog.+) excluded."integers_2"
          RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."count_2" OPERATOR(pg_catalog.=) 0 AND s."integers_2" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
  columns:
    - amount
    - paid
    - region

-- insert on orders
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("region", "rows", "count_1", "count_2", "integers_2")
        SELECT "k1", pg_catalog.count(*), pg_catalog.count("a1") FILTER (WHERE "a1"), pg_catalog.count("a2") FILTER (WHERE "a3"), COALESCE(pg_catalog.sum("a2") FILTER (WHERE "a3"), 0)
        FROM (SELECT "t1"."region" AS "k1", ("t1"."paid" = 1) AS "a1", "t1"."amount" AS "a2", ("t1"."paid" = 0) AS "a3", true AS "added", 1 AS "weight" FROM vieworm_new AS "t1" WHERE (("t1"."amount" > 0))) AS i
        GROUP BY "k1"
        ORDER BY "k1"
        ON CONFLICT ("region") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "count_2" = s."count_2" OPERATOR(pg_catalog.+) excluded."count_2", "integers_2" = s."integers_2" OPERATOR(pg_catalog.+) excluded."integers_2"
locks: none
family: 1
number: 1
one_row:
  apply:
    -
        INSERT INTO "vieworm"."v_store" AS s ("region", "rows", "count_1", "count_2", "integers_2")
          SELECT "k1", 1, CASE WHEN "a1" AND "a1" IS NOT NULL THEN 1 ELSE 0 END, CASE WHEN "a3" AND "a2" IS NOT NULL THEN 1 ELSE 0 END, CASE WHEN "a3" THEN COALESCE(("a2"), 0)::pg_catalog.int8 ELSE 0 END
          FROM (SELECT $3 AS "k1", ($2 = 1) AS "a1", $1 AS "a2", ($2 = 0) AS "a3" WHERE (($1 > 0))) AS i
          ON CONFLICT ("region") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "count_2" = s."count_2" OPERATOR(pg_catalog.+) excluded."count_2", "integers_2" = s."integers_2" OPERATOR(pg_catalog.+) excluded."integers_2"
  columns:
    - amount
    - paid
    - region

-- update on orders
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("region", "rows", "count_1", "count_2", "integers_2")
        SELECT "k1", COALESCE(pg_catalog.sum("weight"), 0), COALESCE(pg_catalog.sum("weight") FILTER (WHERE "a1" AND "a1" IS NOT NULL), 0), COALESCE(pg_catalog.sum("weight") FILTER (WHERE "a3" AND "a2" IS NOT NULL), 0), (COALESCE(pg_catalog.sum("a2") FILTER (WHERE "a3" AND "added"), 0) OPERATOR(pg_catalog.-) COALESCE(pg_catalog.sum("a2") FILTER (WHERE "a3" AND NOT "added"), 0))
        FROM (SELECT "t1"."region" AS "k1", ("t1"."paid" = 1) AS "a1", "t1"."amount" AS "a2", ("t1"."paid" = 0) AS "a3", true AS "added", 1 AS "weight" FROM vieworm_new AS "t1" WHERE (("t1"."amount" > 0))
          UNION ALL SELECT "t1"."region" AS "k1", ("t1"."paid" = 1) AS "a1", "t1"."amount" AS "a2", ("t1"."paid" = 0) AS "a3", false AS "added", -1 AS "weight" FROM vieworm_old AS "t1" WHERE (("t1"."amount" > 0))) AS i
        GROUP BY "k1"
        HAVING COALESCE(pg_catalog.sum("weight"), 0) OPERATOR(pg_catalog.<>) 0 OR COALESCE(pg_catalog.sum("weight") FILTER (WHERE "a1" AND "a1" IS NOT NULL), 0) OPERATOR(pg_catalog.<>) 0 OR COALESCE(pg_catalog.sum("weight") FILTER (WHERE "a3" AND "a2" IS NOT NULL), 0) OPERATOR(pg_catalog.<>) 0 OR (COALESCE(pg_catalog.sum("a2") FILTER (WHERE "a3" AND "added"), 0) OPERATOR(pg_catalog.-) COALESCE(pg_catalog.sum("a2") FILTER (WHERE "a3" AND NOT "added"), 0)) OPERATOR(pg_catalog.<>) 0
        ORDER BY "k1"
        ON CONFLICT ("region") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "count_2" = s."count_2" OPERATOR(pg_catalog.+) excluded."count_2", "integers_2" = s."integers_2" OPERATOR(pg_catalog.+) excluded."integers_2"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."count_2" OPERATOR(pg_catalog.=) 0 AND s."integers_2" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: none
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."count_2" OPERATOR(pg_catalog.=) 0 AND s."integers_2" OPERATOR(pg_catalog.=) 0)
number: 1
columns:
  - amount
  - paid
  - region
one_row:
  same:
    - amount
    - region
  apply:
    -
        INSERT INTO "vieworm"."v_store" AS s ("region", "rows", "count_1", "count_2", "integers_2")
          SELECT "k1", 0, (CASE WHEN "a1" AND "a1" IS NOT NULL THEN 1 ELSE 0 END OPERATOR(pg_catalog.-) CASE WHEN "a1_before" AND "a1_before" IS NOT NULL THEN 1 ELSE 0 END), (CASE WHEN "a3" AND "a2" IS NOT NULL THEN 1 ELSE 0 END OPERATOR(pg_catalog.-) CASE WHEN "a3_before" AND "a2_before" IS NOT NULL THEN 1 ELSE 0 END), (CASE WHEN "a3" THEN COALESCE(("a2"), 0)::pg_catalog.int8 ELSE 0 END OPERATOR(pg_catalog.-) CASE WHEN "a3_before" THEN COALESCE(("a2_before"), 0)::pg_catalog.int8 ELSE 0 END)
          FROM (SELECT $3 AS "k1", ($2 = 1) AS "a1", $1 AS "a2", ($2 = 0) AS "a3", ($5 = 1) AS "a1_before", $4 AS "a2_before", ($5 = 0) AS "a3_before" WHERE (($1 > 0))) AS i
          WHERE (CASE WHEN "a1" AND "a1" IS NOT NULL THEN 1 ELSE 0 END OPERATOR(pg_catalog.-) CASE WHEN "a1_before" AND "a1_before" IS NOT NULL THEN 1 ELSE 0 END) OPERATOR(pg_catalog.<>) 0 OR (CASE WHEN "a3" AND "a2" IS NOT NULL THEN 1 ELSE 0 END OPERATOR(pg_catalog.-) CASE WHEN "a3_before" AND "a2_before" IS NOT NULL THEN 1 ELSE 0 END) OPERATOR(pg_catalog.<>) 0 OR (CASE WHEN "a3" THEN COALESCE(("a2"), 0)::pg_catalog.int8 ELSE 0 END OPERATOR(pg_catalog.-) CASE WHEN "a3_before" THEN COALESCE(("a2_before"), 0)::pg_catalog.int8 ELSE 0 END) OPERATOR(pg_catalog.<>) 0
          ON CONFLICT ("region") DO UPDATE SET "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "count_2" = s."count_2" OPERATOR(pg_catalog.+) excluded."count_2", "integers_2" = s."integers_2" OPERATOR(pg_catalog.+) excluded."integers_2"
          RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."count_2" OPERATOR(pg_catalog.=) 0 AND s."integers_2" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
  moves:
    -
        INSERT INTO "vieworm"."v_store" AS s ("region", "rows", "count_1", "count_2", "integers_2")
          SELECT "k1", -1, (OPERATOR(pg_catalog.-) CASE WHEN "a1" AND "a1" IS NOT NULL THEN 1 ELSE 0 END), (OPERATOR(pg_catalog.-) CASE WHEN "a3" AND "a2" IS NOT NULL THEN 1 ELSE 0 END), (OPERATOR(pg_catalog.-) CASE WHEN "a3" THEN COALESCE(("a2"), 0)::pg_catalog.int8 ELSE 0 END)
          FROM (SELECT $6 AS "k1", ($5 = 1) AS "a1", $4 AS "a2", ($5 = 0) AS "a3" WHERE (($4 > 0))) AS i
          ON CONFLICT ("region") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "count_2" = s."count_2" OPERATOR(pg_catalog.+) excluded."count_2", "integers_2" = s."integers_2" OPERATOR(pg_catalog.+) excluded."integers_2"
          RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."count_2" OPERATOR(pg_catalog.=) 0 AND s."integers_2" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
    -
        INSERT INTO "vieworm"."v_store" AS s ("region", "rows", "count_1", "count_2", "integers_2")
          SELECT "k1", 1, CASE WHEN "a1" AND "a1" IS NOT NULL THEN 1 ELSE 0 END, CASE WHEN "a3" AND "a2" IS NOT NULL THEN 1 ELSE 0 END, CASE WHEN "a3" THEN COALESCE(("a2"), 0)::pg_catalog.int8 ELSE 0 END
          FROM (SELECT $3 AS "k1", ($2 = 1) AS "a1", $1 AS "a2", ($2 = 0) AS "a3" WHERE (($1 > 0))) AS i
          ON CONFLICT ("region") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "count_2" = s."count_2" OPERATOR(pg_catalog.+) excluded."count_2", "integers_2" = s."integers_2" OPERATOR(pg_catalog.+) excluded."integers_2"
  order:
    - region
  columns:
    - amount
    - paid
    - region
