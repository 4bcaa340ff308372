-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "golden", "storage": "store", "strategy": {"golden.customers": "linear", "golden.items": "linear", "golden.orders": "linear"}}
CREATE VIEW "golden"."v_definition" ("city", "qty") AS
SELECT c.city, sum(i.qty) AS qty FROM customers c JOIN orders o ON o.customer = c.id JOIN items i ON i.order_id = o.id GROUP BY c.city;
ALTER VIEW "golden"."v_definition" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v_state" AS
SELECT "k1" AS "city", pg_catalog.count(*) AS "rows", pg_catalog.count("a1") AS "count_1", COALESCE(pg_catalog.sum("a1"), 0) AS "integers_1"
FROM (SELECT "t1"."city" AS "k1", "t3"."qty" AS "a1" FROM "golden"."customers" AS "t1", "golden"."orders" AS "t2", "golden"."items" AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))) AS i
GROUP BY "k1";
ALTER VIEW "golden"."v_state" SET SCHEMA "vieworm";
CREATE TRIGGER "v_store_insert"
  AFTER insert ON "golden"."customers"
  REFERENCING NEW TABLE AS "vieworm_new"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_begin_insert"
  BEFORE insert ON "golden"."customers"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_update"
  AFTER update ON "golden"."customers"
  REFERENCING NEW TABLE AS "vieworm_new" OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_begin_update"
  BEFORE update ON "golden"."customers"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_delete"
  AFTER delete ON "golden"."customers"
  REFERENCING OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_begin_delete"
  BEFORE delete ON "golden"."customers"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_truncate"
  AFTER truncate ON "golden"."customers"
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
CREATE TRIGGER "v_store_insert"
  AFTER insert ON "golden"."items"
  REFERENCING NEW TABLE AS "vieworm_new"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_begin_insert"
  BEFORE insert ON "golden"."items"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_update"
  AFTER update ON "golden"."items"
  REFERENCING NEW TABLE AS "vieworm_new" OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_begin_update"
  BEFORE update ON "golden"."items"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_delete"
  AFTER delete ON "golden"."items"
  REFERENCING OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_begin_delete"
  BEFORE delete ON "golden"."items"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_truncate"
  AFTER truncate ON "golden"."items"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TABLE "golden"."v_store" AS
SELECT * FROM "vieworm"."v_state";
CREATE UNIQUE INDEX "v_store_city_idx" ON "golden"."v_store" ("city") NULLS NOT DISTINCT;
CREATE TRIGGER "vieworm_guard" BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "golden"."v_store" FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."guard_store"();
ALTER TABLE "golden"."v_store" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v" ("city", "qty") AS
SELECT "t4"."k1" AS "city", "t4"."r1" AS "qty" FROM (SELECT "city" AS "k1", CASE WHEN "count_1" OPERATOR(pg_catalog.>) 0 THEN "integers_1" END AS "r1" FROM "vieworm"."v_store" WHERE "rows" OPERATOR(pg_catalog.>) 0) AS "t4";

-- delete on customers
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("city", "rows", "count_1", "integers_1")
        SELECT "k1", (OPERATOR(pg_catalog.-) pg_catalog.count(*)), (OPERATOR(pg_catalog.-) pg_catalog.count(*)), (OPERATOR(pg_catalog.-) COALESCE(pg_catalog.sum("a1"), 0))
        FROM (SELECT "t1"."city" AS "k1", "t3"."qty" AS "a1", false AS "added", -1 AS "weight" FROM vieworm_old AS "t1", "golden"."orders" AS "t2", "golden"."items" AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))) AS i
        GROUP BY "k1"
        ORDER BY "k1"
        ON CONFLICT ("city") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "integers_1" = s."integers_1" OPERATOR(pg_catalog.+) excluded."integers_1"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."integers_1" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: others
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."integers_1" OPERATOR(pg_catalog.=) 0)
number: 1
overlaps: True

-- insert on customers
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("city", "rows", "count_1", "integers_1")
        SELECT "k1", pg_catalog.count(*), pg_catalog.count(*), COALESCE(pg_catalog.sum("a1"), 0)
        FROM (SELECT "t1"."city" AS "k1", "t3"."qty" AS "a1", true AS "added", 1 AS "weight" FROM vieworm_new AS "t1", "golden"."orders" AS "t2", "golden"."items" AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))) AS i
        GROUP BY "k1"
        ORDER BY "k1"
        ON CONFLICT ("city") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "integers_1" = s."integers_1" OPERATOR(pg_catalog.+) excluded."integers_1"
locks: others
family: 1
number: 1
overlaps: True

-- update on customers
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("city", "rows", "count_1", "integers_1")
        SELECT "k1", COALESCE(pg_catalog.sum("weight"), 0), COALESCE(pg_catalog.sum("weight"), 0), (COALESCE(pg_catalog.sum("a1") FILTER (WHERE "added"), 0) OPERATOR(pg_catalog.-) COALESCE(pg_catalog.sum("a1") FILTER (WHERE NOT "added"), 0))
        FROM (SELECT "t1"."city" AS "k1", "t3"."qty" AS "a1", "t1"."added" AS "added", CASE WHEN "t1"."added" THEN 1 ELSE -1 END AS "weight" FROM (SELECT "city", "id", true AS "added" FROM vieworm_new UNION ALL SELECT "city", "id", false FROM vieworm_old) AS "t1", "golden"."orders" AS "t2", "golden"."items" AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))) AS i
        GROUP BY "k1"
        HAVING COALESCE(pg_catalog.sum("weight"), 0) OPERATOR(pg_catalog.<>) 0 OR COALESCE(pg_catalog.sum("weight"), 0) OPERATOR(pg_catalog.<>) 0 OR (COALESCE(pg_catalog.sum("a1") FILTER (WHERE "added"), 0) OPERATOR(pg_catalog.-) COALESCE(pg_catalog.sum("a1") FILTER (WHERE NOT "added"), 0)) OPERATOR(pg_catalog.<>) 0
        ORDER BY "k1"
        ON CONFLICT ("city") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "integers_1" = s."integers_1" OPERATOR(pg_catalog.+) excluded."integers_1"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."integers_1" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: others
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."integers_1" OPERATOR(pg_catalog.=) 0)
number: 1
columns:
  - city
  - id
overlaps: True

-- delete on items
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("city", "rows", "count_1", "integers_1")
        SELECT "k1", (OPERATOR(pg_catalog.-) pg_catalog.count(*)), (OPERATOR(pg_catalog.-) pg_catalog.count(*)), (OPERATOR(pg_catalog.-) COALESCE(pg_catalog.sum("a1"), 0))
        FROM (SELECT "t1"."city" AS "k1", "t3"."qty" AS "a1", false AS "added", -1 AS "weight" FROM "golden"."customers" AS "t1", "golden"."orders" AS "t2", vieworm_old AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))) AS i
        GROUP BY "k1"
        ORDER BY "k1"
        ON CONFLICT ("city") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "integers_1" = s."integers_1" OPERATOR(pg_catalog.+) excluded."integers_1"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."integers_1" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: others
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."integers_1" OPERATOR(pg_catalog.=) 0)
number: 3
one_row:
  apply:
    -
        INSERT INTO "vieworm"."v_store" AS s ("city", "rows", "count_1", "integers_1")
          SELECT "k1", -1, -1, (OPERATOR(pg_catalog.-) COALESCE(("a1"), 0)::pg_catalog.int8)
          FROM (SELECT "t1"."city" AS "k1", $2 AS "a1" FROM "golden"."customers" AS "t1", "golden"."orders" AS "t2" WHERE (("t2"."customer" = "t1"."id")) AND (($1 = "t2"."id"))) AS i
          ON CONFLICT ("city") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "integers_1" = s."integers_1" OPERATOR(pg_catalog.+) excluded."integers_1"
          RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."integers_1" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
  columns:
    - order_id
    - qty
overlaps: True

-- insert on items
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("city", "rows", "count_1", "integers_1")
        SELECT "k1", pg_catalog.count(*), pg_catalog.count(*), COALESCE(pg_catalog.sum("a1"), 0)
        FROM (SELECT "t1"."city" AS "k1", "t3"."qty" AS "a1", true AS "added", 1 AS "weight" FROM "golden"."customers" AS "t1", "golden"."orders" AS "t2", vieworm_new AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))) AS i
        GROUP BY "k1"
        ORDER BY "k1"
        ON CONFLICT ("city") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "integers_1" = s."integers_1" OPERATOR(pg_catalog.+) excluded."integers_1"
locks: others
family: 1
number: 3
one_row:
  apply:
    -
        INSERT INTO "vieworm"."v_store" AS s ("city", "rows", "count_1", "integers_1")
          SELECT "k1", 1, 1, COALESCE(("a1"), 0)::pg_catalog.int8
          FROM (SELECT "t1"."city" AS "k1", $2 AS "a1" FROM "golden"."customers" AS "t1", "golden"."orders" AS "t2" WHERE (("t2"."customer" = "t1"."id")) AND (($1 = "t2"."id"))) AS i
          ON CONFLICT ("city") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "integers_1" = s."integers_1" OPERATOR(pg_catalog.+) excluded."integers_1"
  columns:
    - order_id
    - qty
overlaps: True

-- update on items
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("city", "rows", "count_1", "integers_1")
        SELECT "k1", COALESCE(pg_catalog.sum("weight"), 0), COALESCE(pg_catalog.sum("weight"), 0), (COALESCE(pg_catalog.sum("a1") FILTER (WHERE "added"), 0) OPERATOR(pg_catalog.-) COALESCE(pg_catalog.sum("a1") FILTER (WHERE NOT "added"), 0))
        FROM (SELECT "t1"."city" AS "k1", "t3"."qty" AS "a1", "t3"."added" AS "added", CASE WHEN "t3"."added" THEN 1 ELSE -1 END AS "weight" FROM "golden"."customers" AS "t1", "golden"."orders" AS "t2", (SELECT "order_id", "qty", true AS "added" FROM vieworm_new UNION ALL SELECT "order_id", "qty", false FROM vieworm_old) AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))) AS i
        GROUP BY "k1"
        HAVING COALESCE(pg_catalog.sum("weight"), 0) OPERATOR(pg_catalog.<>) 0 OR COALESCE(pg_catalog.sum("weight"), 0) OPERATOR(pg_catalog.<>) 0 OR (COALESCE(pg_catalog.sum("a1") FILTER (WHERE "added"), 0) OPERATOR(pg_catalog.-) COALESCE(pg_catalog.sum("a1") FILTER (WHERE NOT "added"), 0)) OPERATOR(pg_catalog.<>) 0
        ORDER BY "k1"
        ON CONFLICT ("city") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "integers_1" = s."integers_1" OPERATOR(pg_catalog.+) excluded."integers_1"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."integers_1" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: others
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."integers_1" OPERATOR(pg_catalog.=) 0)
number: 3
columns:
  - order_id
  - qty
one_row:
  same:
    - order_id
  apply:
    -
        INSERT INTO "vieworm"."v_store" AS s ("city", "rows", "count_1", "integers_1")
          SELECT "k1", 0, 0, (COALESCE(("a1"), 0)::pg_catalog.int8 OPERATOR(pg_catalog.-) COALESCE(("a1_before"), 0)::pg_catalog.int8)
          FROM (SELECT "t1"."city" AS "k1", $2 AS "a1", $4 AS "a1_before" FROM "golden"."customers" AS "t1", "golden"."orders" AS "t2" WHERE (("t2"."customer" = "t1"."id")) AND (($1 = "t2"."id"))) AS i
          WHERE (COALESCE(("a1"), 0)::pg_catalog.int8 OPERATOR(pg_catalog.-) COALESCE(("a1_before"), 0)::pg_catalog.int8) OPERATOR(pg_catalog.<>) 0
          ON CONFLICT ("city") DO UPDATE SET "integers_1" = s."integers_1" OPERATOR(pg_catalog.+) excluded."integers_1"
          RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."integers_1" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
  columns:
    - order_id
    - qty
overlaps: True

-- delete on orders
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("city", "rows", "count_1", "integers_1")
        SELECT "k1", (OPERATOR(pg_catalog.-) pg_catalog.count(*)), (OPERATOR(pg_catalog.-) pg_catalog.count(*)), (OPERATOR(pg_catalog.-) COALESCE(pg_catalog.sum("a1"), 0))
        FROM (SELECT "t1"."city" AS "k1", "t3"."qty" AS "a1", false AS "added", -1 AS "weight" FROM "golden"."customers" AS "t1", vieworm_old AS "t2", "golden"."items" AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))) AS i
        GROUP BY "k1"
        ORDER BY "k1"
        ON CONFLICT ("city") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "integers_1" = s."integers_1" OPERATOR(pg_catalog.+) excluded."integers_1"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."integers_1" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: others
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."integers_1" OPERATOR(pg_catalog.=) 0)
number: 2
overlaps: True

-- insert on orders
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("city", "rows", "count_1", "integers_1")
        SELECT "k1", pg_catalog.count(*), pg_catalog.count(*), COALESCE(pg_catalog.sum("a1"), 0)
        FROM (SELECT "t1"."city" AS "k1", "t3"."qty" AS "a1", true AS "added", 1 AS "weight" FROM "golden"."customers" AS "t1", vieworm_new AS "t2", "golden"."items" AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))) AS i
        GROUP BY "k1"
        ORDER BY "k1"
        ON CONFLICT ("city") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "integers_1" = s."integers_1" OPERATOR(pg_catalog.+) excluded."integers_1"
locks: others
family: 1
number: 2
overlaps: True

-- update on orders
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("city", "rows", "count_1", "integers_1")
        SELECT "k1", COALESCE(pg_catalog.sum("weight"), 0), COALESCE(pg_catalog.sum("weight"), 0), (COALESCE(pg_catalog.sum("a1") FILTER (WHERE "added"), 0) OPERATOR(pg_catalog.-) COALESCE(pg_catalog.sum("a1") FILTER (WHERE NOT "added"), 0))
        FROM (SELECT "t1"."city" AS "k1", "t3"."qty" AS "a1", "t2"."added" AS "added", CASE WHEN "t2"."added" THEN 1 ELSE -1 END AS "weight" FROM "golden"."customers" AS "t1", (SELECT "customer", "id", true AS "added" FROM vieworm_new UNION ALL SELECT "customer", "id", false FROM vieworm_old) AS "t2", "golden"."items" AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))) AS i
        GROUP BY "k1"
        HAVING COALESCE(pg_catalog.sum("weight"), 0) OPERATOR(pg_catalog.<>) 0 OR COALESCE(pg_catalog.sum("weight"), 0) OPERATOR(pg_catalog.<>) 0 OR (COALESCE(pg_catalog.sum("a1") FILTER (WHERE "added"), 0) OPERATOR(pg_catalog.-) COALESCE(pg_catalog.sum("a1") FILTER (WHERE NOT "added"), 0)) OPERATOR(pg_catalog.<>) 0
        ORDER BY "k1"
        ON CONFLICT ("city") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "integers_1" = s."integers_1" OPERATOR(pg_catalog.+) excluded."integers_1"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."integers_1" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: others
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."integers_1" OPERATOR(pg_catalog.=) 0)
number: 2
columns:
  - customer
  - id
overlaps: True

-- together on vieworm.v_store
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("city", "rows", "count_1", "integers_1")
        SELECT "k1", COALESCE(pg_catalog.sum("weight"), 0), COALESCE(pg_catalog.sum("weight"), 0), (COALESCE(pg_catalog.sum("a1") FILTER (WHERE "added"), 0) OPERATOR(pg_catalog.-) COALESCE(pg_catalog.sum("a1") FILTER (WHERE NOT "added"), 0))
        FROM (SELECT "t1"."city" AS "k1", "t3"."qty" AS "a1", "t3"."added" AS "added", CASE WHEN "t3"."added" THEN 1 ELSE -1 END AS "weight" FROM "golden"."customers" AS "t1", "golden"."orders" AS "t2", (SELECT "order_id", "qty", true AS "added" FROM vieworm_new_3 UNION ALL SELECT "order_id", "qty", false FROM vieworm_old_3) AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))
          UNION ALL SELECT "t1"."city" AS "k1", "t3"."qty" AS "a1", "t2"."added" AS "added", CASE WHEN "t2"."added" THEN 1 ELSE -1 END AS "weight" FROM "golden"."customers" AS "t1", (SELECT "customer", "id", true AS "added" FROM vieworm_new_2 UNION ALL SELECT "customer", "id", false FROM vieworm_old_2) AS "t2", "golden"."items" AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))
          UNION ALL SELECT "t1"."city" AS "k1", "t3"."qty" AS "a1", (NOT ("t2"."added" OPERATOR(pg_catalog.=) "t3"."added")) AS "added", CASE WHEN (NOT ("t2"."added" OPERATOR(pg_catalog.=) "t3"."added")) THEN 1 ELSE -1 END AS "weight" FROM "golden"."customers" AS "t1", (SELECT "customer", "id", true AS "added" FROM vieworm_new_2 UNION ALL SELECT "customer", "id", false FROM vieworm_old_2) AS "t2", (SELECT "order_id", "qty", true AS "added" FROM vieworm_new_3 UNION ALL SELECT "order_id", "qty", false FROM vieworm_old_3) AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))
          UNION ALL SELECT "t1"."city" AS "k1", "t3"."qty" AS "a1", "t1"."added" AS "added", CASE WHEN "t1"."added" THEN 1 ELSE -1 END AS "weight" FROM (SELECT "city", "id", true AS "added" FROM vieworm_new_1 UNION ALL SELECT "city", "id", false FROM vieworm_old_1) AS "t1", "golden"."orders" AS "t2", "golden"."items" AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))
          UNION ALL SELECT "t1"."city" AS "k1", "t3"."qty" AS "a1", (NOT ("t1"."added" OPERATOR(pg_catalog.=) "t3"."added")) AS "added", CASE WHEN (NOT ("t1"."added" OPERATOR(pg_catalog.=) "t3"."added")) THEN 1 ELSE -1 END AS "weight" FROM (SELECT "city", "id", true AS "added" FROM vieworm_new_1 UNION ALL SELECT "city", "id", false FROM vieworm_old_1) AS "t1", "golden"."orders" AS "t2", (SELECT "order_id", "qty", true AS "added" FROM vieworm_new_3 UNION ALL SELECT "order_id", "qty", false FROM vieworm_old_3) AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))
          UNION ALL SELECT "t1"."city" AS "k1", "t3"."qty" AS "a1", (NOT ("t1"."added" OPERATOR(pg_catalog.=) "t2"."added")) AS "added", CASE WHEN (NOT ("t1"."added" OPERATOR(pg_catalog.=) "t2"."added")) THEN 1 ELSE -1 END AS "weight" FROM (SELECT "city", "id", true AS "added" FROM vieworm_new_1 UNION ALL SELECT "city", "id", false FROM vieworm_old_1) AS "t1", (SELECT "customer", "id", true AS "added" FROM vieworm_new_2 UNION ALL SELECT "customer", "id", false FROM vieworm_old_2) AS "t2", "golden"."items" AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))
          UNION ALL SELECT "t1"."city" AS "k1", "t3"."qty" AS "a1", (("t1"."added" OPERATOR(pg_catalog.=) "t2"."added") OPERATOR(pg_catalog.=) "t3"."added") AS "added", CASE WHEN (("t1"."added" OPERATOR(pg_catalog.=) "t2"."added") OPERATOR(pg_catalog.=) "t3"."added") THEN 1 ELSE -1 END AS "weight" FROM (SELECT "city", "id", true AS "added" FROM vieworm_new_1 UNION ALL SELECT "city", "id", false FROM vieworm_old_1) AS "t1", (SELECT "customer", "id", true AS "added" FROM vieworm_new_2 UNION ALL SELECT "customer", "id", false FROM vieworm_old_2) AS "t2", (SELECT "order_id", "qty", true AS "added" FROM vieworm_new_3 UNION ALL SELECT "order_id", "qty", false FROM vieworm_old_3) AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))) AS i
        GROUP BY "k1"
        HAVING COALESCE(pg_catalog.sum("weight"), 0) OPERATOR(pg_catalog.<>) 0 OR COALESCE(pg_catalog.sum("weight"), 0) OPERATOR(pg_catalog.<>) 0 OR (COALESCE(pg_catalog.sum("a1") FILTER (WHERE "added"), 0) OPERATOR(pg_catalog.-) COALESCE(pg_catalog.sum("a1") FILTER (WHERE NOT "added"), 0)) OPERATOR(pg_catalog.<>) 0
        ORDER BY "k1"
        ON CONFLICT ("city") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "integers_1" = s."integers_1" OPERATOR(pg_catalog.+) excluded."integers_1"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."integers_1" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."integers_1" OPERATOR(pg_catalog.=) 0)
