-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "golden", "storage": "store", "strategy": {"golden.customers": "linear", "golden.items": "linear", "golden.orders": "linear"}}
CREATE VIEW "golden"."v_definition" ("id", "name", "value") AS
SELECT c.id, c.name, sum(i.qty * i.price) AS value FROM customers c JOIN orders o ON o.customer = c.id JOIN items i ON i.order_id = o.id GROUP BY c.id, c.name;
ALTER VIEW "golden"."v_definition" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v_state" AS
SELECT "k1" AS "id", "k2" AS "name", pg_catalog.count(*) AS "rows", pg_catalog.count("a1") AS "count_1", COALESCE(pg_catalog.sum("a1"), 0) AS "integers_1"
FROM (SELECT "t1"."id" AS "k1", "t1"."name" AS "k2", ("t3"."qty" * "t3"."price") AS "a1" FROM "golden"."customers" AS "t1", "golden"."orders" AS "t2", "golden"."items" AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))) AS i
GROUP BY "k1", "k2";
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
CREATE UNIQUE INDEX "v_store_id_name_idx" ON "golden"."v_store" ("id", "name") NULLS NOT DISTINCT;
CREATE TRIGGER "vieworm_guard" BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "golden"."v_store" FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."guard_store"();
ALTER TABLE "golden"."v_store" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v" ("id", "name", "value") AS
SELECT "t4"."k1" AS "id", "t4"."k2" AS "name", "t4"."r1" AS "value" FROM (SELECT "id" AS "k1", "name" AS "k2", CASE WHEN "count_1" OPERATOR(pg_catalog.>) 0 THEN "integers_1" END AS "r1" FROM "vieworm"."v_store" WHERE "rows" OPERATOR(pg_catalog.>) 0) AS "t4";

-- delete on customers
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("id", "name", "rows", "count_1", "integers_1")
        SELECT "k1", "k2", (OPERATOR(pg_catalog.-) pg_catalog.count(*)), (OPERATOR(pg_catalog.-) pg_catalog.count("a1")), (OPERATOR(pg_catalog.-) COALESCE(pg_catalog.sum("a1"), 0))
        FROM (SELECT "t1"."id" AS "k1", "t1"."name" AS "k2", ("t3"."qty" * "t3"."price") AS "a1", false AS "added", -1 AS "weight" FROM vieworm_old AS "t1", "golden"."orders" AS "t2", "golden"."items" AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))) AS i
        GROUP BY "k1", "k2"
        ORDER BY "k1", "k2"
        ON CONFLICT ("id", "name") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "integers_1" = s."integers_1" OPERATOR(pg_catalog.+) excluded."integers_1"
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
      INSERT INTO "vieworm"."v_store" AS s ("id", "name", "rows", "count_1", "integers_1")
        SELECT "k1", "k2", pg_catalog.count(*), pg_catalog.count("a1"), COALESCE(pg_catalog.sum("a1"), 0)
        FROM (SELECT "t1"."id" AS "k1", "t1"."name" AS "k2", ("t3"."qty" * "t3"."price") AS "a1", true AS "added", 1 AS "weight" FROM vieworm_new AS "t1", "golden"."orders" AS "t2", "golden"."items" AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))) AS i
        GROUP BY "k1", "k2"
        ORDER BY "k1", "k2"
        ON CONFLICT ("id", "name") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "integers_1" = s."integers_1" OPERATOR(pg_catalog.+) excluded."integers_1"
locks: others
family: 1
number: 1
overlaps: True

-- update on customers
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("id", "name", "rows", "count_1", "integers_1")
        SELECT "k1", "k2", COALESCE(pg_catalog.sum("weight"), 0), COALESCE(pg_catalog.sum("weight") FILTER (WHERE "a1" IS NOT NULL), 0), (COALESCE(pg_catalog.sum("a1") FILTER (WHERE "added"), 0) OPERATOR(pg_catalog.-) COALESCE(pg_catalog.sum("a1") FILTER (WHERE NOT "added"), 0))
        FROM (SELECT "t1"."id" AS "k1", "t1"."name" AS "k2", ("t3"."qty" * "t3"."price") AS "a1", "t1"."added" AS "added", CASE WHEN "t1"."added" THEN 1 ELSE -1 END AS "weight" FROM (SELECT "id", "name", true AS "added" FROM vieworm_new UNION ALL SELECT "id", "name", false FROM vieworm_old) AS "t1", "golden"."orders" AS "t2", "golden"."items" AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))) AS i
        GROUP BY "k1", "k2"
        HAVING COALESCE(pg_catalog.sum("weight"), 0) OPERATOR(pg_catalog.<>) 0 OR COALESCE(pg_catalog.sum("weight") FILTER (WHERE "a1" IS NOT NULL), 0) OPERATOR(pg_catalog.<>) 0 OR (COALESCE(pg_catalog.sum("a1") FILTER (WHERE "added"), 0) OPERATOR(pg_catalog.-) COALESCE(pg_catalog.sum("a1") FILTER (WHERE NOT "added"), 0)) OPERATOR(pg_catalog.<>) 0
        ORDER BY "k1", "k2"
        ON CONFLICT ("id", "name") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "integers_1" = s."integers_1" OPERATOR(pg_catalog.+) excluded."integers_1"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."integers_1" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: others
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."integers_1" OPERATOR(pg_catalog.=) 0)
number: 1
columns:
  - id
  - name
overlaps: True

-- delete on items
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("id", "name", "rows", "count_1", "integers_1")
        SELECT "k1", "k2", (OPERATOR(pg_catalog.-) pg_catalog.count(*)), (OPERATOR(pg_catalog.-) pg_catalog.count("a1")), (OPERATOR(pg_catalog.-) COALESCE(pg_catalog.sum("a1"), 0))
        FROM (SELECT "t1"."id" AS "k1", "t1"."name" AS "k2", ("t3"."qty" * "t3"."price") AS "a1", false AS "added", -1 AS "weight" FROM "golden"."customers" AS "t1", "golden"."orders" AS "t2", vieworm_old AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))) AS i
        GROUP BY "k1", "k2"
        ORDER BY "k1", "k2"
        ON CONFLICT ("id", "name") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "integers_1" = s."integers_1" OPERATOR(pg_catalog.+) excluded."integers_1"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."integers_1" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: others
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."integers_1" OPERATOR(pg_catalog.=) 0)
number: 3
one_row:
  apply:
    -
        INSERT INTO "vieworm"."v_store" AS s ("id", "name", "rows", "count_1", "integers_1")
          SELECT "k1", "k2", -1, (OPERATOR(pg_catalog.-) CASE WHEN "a1" IS NOT NULL THEN 1 ELSE 0 END), (OPERATOR(pg_catalog.-) COALESCE(("a1"), 0)::pg_catalog.int8)
          FROM (SELECT "t1"."id" AS "k1", "t1"."name" AS "k2", ($3 * $2) AS "a1" FROM "golden"."customers" AS "t1", "golden"."orders" AS "t2" WHERE (("t2"."customer" = "t1"."id")) AND (($1 = "t2"."id"))) AS i
          ON CONFLICT ("id", "name") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "integers_1" = s."integers_1" OPERATOR(pg_catalog.+) excluded."integers_1"
          RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."integers_1" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
  columns:
    - order_id
    - price
    - qty
overlaps: True

-- insert on items
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("id", "name", "rows", "count_1", "integers_1")
        SELECT "k1", "k2", pg_catalog.count(*), pg_catalog.count("a1"), COALESCE(pg_catalog.sum("a1"), 0)
        FROM (SELECT "t1"."id" AS "k1", "t1"."name" AS "k2", ("t3"."qty" * "t3"."price") AS "a1", true AS "added", 1 AS "weight" FROM "golden"."customers" AS "t1", "golden"."orders" AS "t2", vieworm_new AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))) AS i
        GROUP BY "k1", "k2"
        ORDER BY "k1", "k2"
        ON CONFLICT ("id", "name") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "integers_1" = s."integers_1" OPERATOR(pg_catalog.+) excluded."integers_1"
locks: others
family: 1
number: 3
one_row:
  apply:
    -
        INSERT INTO "vieworm"."v_store" AS s ("id", "name", "rows", "count_1", "integers_1")
          SELECT "k1", "k2", 1, CASE WHEN "a1" IS NOT NULL THEN 1 ELSE 0 END, COALESCE(("a1"), 0)::pg_catalog.int8
          FROM (SELECT "t1"."id" AS "k1", "t1"."name" AS "k2", ($3 * $2) AS "a1" FROM "golden"."customers" AS "t1", "golden"."orders" AS "t2" WHERE (("t2"."customer" = "t1"."id")) AND (($1 = "t2"."id"))) AS i
          ON CONFLICT ("id", "name") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "integers_1" = s."integers_1" OPERATOR(pg_catalog.+) excluded."integers_1"
  columns:
    - order_id
    - price
    - qty
overlaps: True

-- update on items
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("id", "name", "rows", "count_1", "integers_1")
        SELECT "k1", "k2", COALESCE(pg_catalog.sum("weight"), 0), COALESCE(pg_catalog.sum("weight") FILTER (WHERE "a1" IS NOT NULL), 0), (COALESCE(pg_catalog.sum("a1") FILTER (WHERE "added"), 0) OPERATOR(pg_catalog.-) COALESCE(pg_catalog.sum("a1") FILTER (WHERE NOT "added"), 0))
        FROM (SELECT "t1"."id" AS "k1", "t1"."name" AS "k2", ("t3"."qty" * "t3"."price") AS "a1", "t3"."added" AS "added", CASE WHEN "t3"."added" THEN 1 ELSE -1 END AS "weight" FROM "golden"."customers" AS "t1", "golden"."orders" AS "t2", (SELECT "order_id", "price", "qty", true AS "added" FROM vieworm_new UNION ALL SELECT "order_id", "price", "qty", false FROM vieworm_old) AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))) AS i
        GROUP BY "k1", "k2"
        HAVING COALESCE(pg_catalog.sum("weight"), 0) OPERATOR(pg_catalog.<>) 0 OR COALESCE(pg_catalog.sum("weight") FILTER (WHERE "a1" IS NOT NULL), 0) OPERATOR(pg_catalog.<>) 0 OR (COALESCE(pg_catalog.sum("a1") FILTER (WHERE "added"), 0) OPERATOR(pg_catalog.-) COALESCE(pg_catalog.sum("a1") FILTER (WHERE NOT "added"), 0)) OPERATOR(pg_catalog.<>) 0
        ORDER BY "k1", "k2"
        ON CONFLICT ("id", "name") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "integers_1" = s."integers_1" OPERATOR(pg_catalog.+) excluded."integers_1"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."integers_1" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: others
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."integers_1" OPERATOR(pg_catalog.=) 0)
number: 3
columns:
  - order_id
  - price
  - qty
one_row:
  same:
    - order_id
  apply:
    -
        INSERT INTO "vieworm"."v_store" AS s ("id", "name", "rows", "count_1", "integers_1")
          SELECT "k1", "k2", 0, (CASE WHEN "a1" IS NOT NULL THEN 1 ELSE 0 END OPERATOR(pg_catalog.-) CASE WHEN "a1_before" IS NOT NULL THEN 1 ELSE 0 END), (COALESCE(("a1"), 0)::pg_catalog.int8 OPERATOR(pg_catalog.-) COALESCE(("a1_before"), 0)::pg_catalog.int8)
          FROM (SELECT "t1"."id" AS "k1", "t1"."name" AS "k2", ($3 * $2) AS "a1", ($6 * $5) AS "a1_before" FROM "golden"."customers" AS "t1", "golden"."orders" AS "t2" WHERE (("t2"."customer" = "t1"."id")) AND (($1 = "t2"."id"))) AS i
          WHERE (CASE WHEN "a1" IS NOT NULL THEN 1 ELSE 0 END OPERATOR(pg_catalog.-) CASE WHEN "a1_before" IS NOT NULL THEN 1 ELSE 0 END) OPERATOR(pg_catalog.<>) 0 OR (COALESCE(("a1"), 0)::pg_catalog.int8 OPERATOR(pg_catalog.-) COALESCE(("a1_before"), 0)::pg_catalog.int8) OPERATOR(pg_catalog.<>) 0
          ON CONFLICT ("id", "name") DO UPDATE SET "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "integers_1" = s."integers_1" OPERATOR(pg_catalog.+) excluded."integers_1"
          RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."integers_1" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
  columns:
    - order_id
    - price
    - qty
overlaps: True

-- delete on orders
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("id", "name", "rows", "count_1", "integers_1")
        SELECT "k1", "k2", (OPERATOR(pg_catalog.-) pg_catalog.count(*)), (OPERATOR(pg_catalog.-) pg_catalog.count("a1")), (OPERATOR(pg_catalog.-) COALESCE(pg_catalog.sum("a1"), 0))
        FROM (SELECT "t1"."id" AS "k1", "t1"."name" AS "k2", ("t3"."qty" * "t3"."price") AS "a1", false AS "added", -1 AS "weight" FROM "golden"."customers" AS "t1", vieworm_old AS "t2", "golden"."items" AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))) AS i
        GROUP BY "k1", "k2"
        ORDER BY "k1", "k2"
        ON CONFLICT ("id", "name") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "integers_1" = s."integers_1" OPERATOR(pg_catalog.+) excluded."integers_1"
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
      INSERT INTO "vieworm"."v_store" AS s ("id", "name", "rows", "count_1", "integers_1")
        SELECT "k1", "k2", pg_catalog.count(*), pg_catalog.count("a1"), COALESCE(pg_catalog.sum("a1"), 0)
        FROM (SELECT "t1"."id" AS "k1", "t1"."name" AS "k2", ("t3"."qty" * "t3"."price") AS "a1", true AS "added", 1 AS "weight" FROM "golden"."customers" AS "t1", vieworm_new AS "t2", "golden"."items" AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))) AS i
        GROUP BY "k1", "k2"
        ORDER BY "k1", "k2"
        ON CONFLICT ("id", "name") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "integers_1" = s."integers_1" OPERATOR(pg_catalog.+) excluded."integers_1"
locks: others
family: 1
number: 2
overlaps: True

-- update on orders
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("id", "name", "rows", "count_1", "integers_1")
        SELECT "k1", "k2", COALESCE(pg_catalog.sum("weight"), 0), COALESCE(pg_catalog.sum("weight") FILTER (WHERE "a1" IS NOT NULL), 0), (COALESCE(pg_catalog.sum("a1") FILTER (WHERE "added"), 0) OPERATOR(pg_catalog.-) COALESCE(pg_catalog.sum("a1") FILTER (WHERE NOT "added"), 0))
        FROM (SELECT "t1"."id" AS "k1", "t1"."name" AS "k2", ("t3"."qty" * "t3"."price") AS "a1", "t2"."added" AS "added", CASE WHEN "t2"."added" THEN 1 ELSE -1 END AS "weight" FROM "golden"."customers" AS "t1", (SELECT "customer", "id", true AS "added" FROM vieworm_new UNION ALL SELECT "customer", "id", false FROM vieworm_old) AS "t2", "golden"."items" AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))) AS i
        GROUP BY "k1", "k2"
        HAVING COALESCE(pg_catalog.sum("weight"), 0) OPERATOR(pg_catalog.<>) 0 OR COALESCE(pg_catalog.sum("weight") FILTER (WHERE "a1" IS NOT NULL), 0) OPERATOR(pg_catalog.<>) 0 OR (COALESCE(pg_catalog.sum("a1") FILTER (WHERE "added"), 0) OPERATOR(pg_catalog.-) COALESCE(pg_catalog.sum("a1") FILTER (WHERE NOT "added"), 0)) OPERATOR(pg_catalog.<>) 0
        ORDER BY "k1", "k2"
        ON CONFLICT ("id", "name") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "integers_1" = s."integers_1" OPERATOR(pg_catalog.+) excluded."integers_1"
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
      INSERT INTO "vieworm"."v_store" AS s ("id", "name", "rows", "count_1", "integers_1")
        SELECT "k1", "k2", COALESCE(pg_catalog.sum("weight"), 0), COALESCE(pg_catalog.sum("weight") FILTER (WHERE "a1" IS NOT NULL), 0), (COALESCE(pg_catalog.sum("a1") FILTER (WHERE "added"), 0) OPERATOR(pg_catalog.-) COALESCE(pg_catalog.sum("a1") FILTER (WHERE NOT "added"), 0))
        FROM (SELECT "t1"."id" AS "k1", "t1"."name" AS "k2", ("t3"."qty" * "t3"."price") AS "a1", "t3"."added" AS "added", CASE WHEN "t3"."added" THEN 1 ELSE -1 END AS "weight" FROM "golden"."customers" AS "t1", "golden"."orders" AS "t2", (SELECT "order_id", "price", "qty", true AS "added" FROM vieworm_new_3 UNION ALL SELECT "order_id", "price", "qty", false FROM vieworm_old_3) AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))
          UNION ALL SELECT "t1"."id" AS "k1", "t1"."name" AS "k2", ("t3"."qty" * "t3"."price") AS "a1", "t2"."added" AS "added", CASE WHEN "t2"."added" THEN 1 ELSE -1 END AS "weight" FROM "golden"."customers" AS "t1", (SELECT "customer", "id", true AS "added" FROM vieworm_new_2 UNION ALL SELECT "customer", "id", false FROM vieworm_old_2) AS "t2", "golden"."items" AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))
          UNION ALL SELECT "t1"."id" AS "k1", "t1"."name" AS "k2", ("t3"."qty" * "t3"."price") AS "a1", (NOT ("t2"."added" OPERATOR(pg_catalog.=) "t3"."added")) AS "added", CASE WHEN (NOT ("t2"."added" OPERATOR(pg_catalog.=) "t3"."added")) THEN 1 ELSE -1 END AS "weight" FROM "golden"."customers" AS "t1", (SELECT "customer", "id", true AS "added" FROM vieworm_new_2 UNION ALL SELECT "customer", "id", false FROM vieworm_old_2) AS "t2", (SELECT "order_id", "price", "qty", true AS "added" FROM vieworm_new_3 UNION ALL SELECT "order_id", "price", "qty", false FROM vieworm_old_3) AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))
          UNION ALL SELECT "t1"."id" AS "k1", "t1"."name" AS "k2", ("t3"."qty" * "t3"."price") AS "a1", "t1"."added" AS "added", CASE WHEN "t1"."added" THEN 1 ELSE -1 END AS "weight" FROM (SELECT "id", "name", true AS "added" FROM vieworm_new_1 UNION ALL SELECT "id", "name", false FROM vieworm_old_1) AS "t1", "golden"."orders" AS "t2", "golden"."items" AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))
          UNION ALL SELECT "t1"."id" AS "k1", "t1"."name" AS "k2", ("t3"."qty" * "t3"."price") AS "a1", (NOT ("t1"."added" OPERATOR(pg_catalog.=) "t3"."added")) AS "added", CASE WHEN (NOT ("t1"."added" OPERATOR(pg_catalog.=) "t3"."added")) THEN 1 ELSE -1 END AS "weight" FROM (SELECT "id", "name", true AS "added" FROM vieworm_new_1 UNION ALL SELECT "id", "name", false FROM vieworm_old_1) AS "t1", "golden"."orders" AS "t2", (SELECT "order_id", "price", "qty", true AS "added" FROM vieworm_new_3 UNION ALL SELECT "order_id", "price", "qty", false FROM vieworm_old_3) AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))
          UNION ALL SELECT "t1"."id" AS "k1", "t1"."name" AS "k2", ("t3"."qty" * "t3"."price") AS "a1", (NOT ("t1"."added" OPERATOR(pg_catalog.=) "t2"."added")) AS "added", CASE WHEN (NOT ("t1"."added" OPERATOR(pg_catalog.=) "t2"."added")) THEN 1 ELSE -1 END AS "weight" FROM (SELECT "id", "name", true AS "added" FROM vieworm_new_1 UNION ALL SELECT "id", "name", false FROM vieworm_old_1) AS "t1", (SELECT "customer", "id", true AS "added" FROM vieworm_new_2 UNION ALL SELECT "customer", "id", false FROM vieworm_old_2) AS "t2", "golden"."items" AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))
          UNION ALL SELECT "t1"."id" AS "k1", "t1"."name" AS "k2", ("t3"."qty" * "t3"."price") AS "a1", (("t1"."added" OPERATOR(pg_catalog.=) "t2"."added") OPERATOR(pg_catalog.=) "t3"."added") AS "added", CASE WHEN (("t1"."added" OPERATOR(pg_catalog.=) "t2"."added") OPERATOR(pg_catalog.=) "t3"."added") THEN 1 ELSE -1 END AS "weight" FROM (SELECT "id", "name", true AS "added" FROM vieworm_new_1 UNION ALL SELECT "id", "name", false FROM vieworm_old_1) AS "t1", (SELECT "customer", "id", true AS "added" FROM vieworm_new_2 UNION ALL SELECT "customer", "id", false FROM vieworm_old_2) AS "t2", (SELECT "order_id", "price", "qty", true AS "added" FROM vieworm_new_3 UNION ALL SELECT "order_id", "price", "qty", false FROM vieworm_old_3) AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))) AS i
        GROUP BY "k1", "k2"
        HAVING COALESCE(pg_catalog.sum("weight"), 0) OPERATOR(pg_catalog.<>) 0 OR COALESCE(pg_catalog.sum("weight") FILTER (WHERE "a1" IS NOT NULL), 0) OPERATOR(pg_catalog.<>) 0 OR (COALESCE(pg_catalog.sum("a1") FILTER (WHERE "added"), 0) OPERATOR(pg_catalog.-) COALESCE(pg_catalog.sum("a1") FILTER (WHERE NOT "added"), 0)) OPERATOR(pg_catalog.<>) 0
        ORDER BY "k1", "k2"
        ON CONFLICT ("id", "name") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "integers_1" = s."integers_1" OPERATOR(pg_catalog.+) excluded."integers_1"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."integers_1" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."integers_1" OPERATOR(pg_catalog.=) 0)
