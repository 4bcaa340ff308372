-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "golden", "storage": "store", "strategy": {"golden.customers": "keyed", "golden.items": "keyed", "golden.orders": "keyed"}}
CREATE VIEW "golden"."v_definition" ("name", "day", "product", "value") AS
SELECT c.name, o.day, i.product, i.qty * i.price AS value FROM customers c JOIN orders o ON o.customer = c.id JOIN items i ON i.order_id = o.id;
ALTER VIEW "golden"."v_definition" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v_state" AS
SELECT "t1"."name" AS "name", "t2"."day" AS "day", "t3"."product" AS "product", ("t3"."qty" * "t3"."price") AS "value", "t1"."id" AS "key_1_1", "t2"."id" AS "key_2_1", "t3"."order_id" AS "key_3_1", "t3"."line" AS "key_3_2" FROM "golden"."customers" AS "t1", "golden"."orders" AS "t2", "golden"."items" AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"));
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
CREATE INDEX "v_store_key_1_1_idx" ON "golden"."v_store" ("key_1_1");
CREATE INDEX "v_store_key_2_1_idx" ON "golden"."v_store" ("key_2_1");
CREATE INDEX "v_store_key_3_1_key_3_2_idx" ON "golden"."v_store" ("key_3_1", "key_3_2");
CREATE TRIGGER "vieworm_guard" BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "golden"."v_store" FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."guard_store"();
ALTER TABLE "golden"."v_store" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v" ("name", "day", "product", "value") AS
SELECT "name" AS "name", "day" AS "day", "product" AS "product", "value" AS "value" FROM "vieworm"."v_store";

-- delete on customers
alone:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_old) AS n WHERE s."key_1_1" OPERATOR(pg_catalog.=) n."id"
apply:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_old) AS n WHERE s."key_1_1" OPERATOR(pg_catalog.=) n."id"
  - INSERT INTO "vieworm"."v_store" ("name", "day", "product", "value", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "t1"."name", "t2"."day", "t3"."product", ("t3"."qty" * "t3"."price"), "t1"."id", "t2"."id", "t3"."order_id", "t3"."line" FROM (SELECT "id" FROM vieworm_old) AS n CROSS JOIN LATERAL (SELECT t.* FROM "golden"."customers" AS t WHERE t."id" OPERATOR(pg_catalog.=) n."id" OFFSET 0) AS "t1", "golden"."orders" AS "t2", "golden"."items" AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))
keyed: True
locks: others
family: 1
number: 1
one_row:
  apply:
    - DELETE FROM "vieworm"."v_store" AS s WHERE s."key_1_1" OPERATOR(pg_catalog.=) $1 AND NOT EXISTS (SELECT FROM "golden"."customers" AS "t1" WHERE "t1"."id" OPERATOR(pg_catalog.=) $1)
  columns:
    - id
overlaps: True

-- insert on customers
alone:
  - INSERT INTO "vieworm"."v_store" ("name", "day", "product", "value", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "t1"."name", "t2"."day", "t3"."product", ("t3"."qty" * "t3"."price"), "t1"."id", "t2"."id", "t3"."order_id", "t3"."line" FROM vieworm_new AS "t1", "golden"."orders" AS "t2", "golden"."items" AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))
apply:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_new) AS n WHERE s."key_1_1" OPERATOR(pg_catalog.=) n."id"
  - INSERT INTO "vieworm"."v_store" ("name", "day", "product", "value", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "t1"."name", "t2"."day", "t3"."product", ("t3"."qty" * "t3"."price"), "t1"."id", "t2"."id", "t3"."order_id", "t3"."line" FROM (SELECT "id" FROM vieworm_new) AS n CROSS JOIN LATERAL (SELECT t.* FROM "golden"."customers" AS t WHERE t."id" OPERATOR(pg_catalog.=) n."id" OFFSET 0) AS "t1", "golden"."orders" AS "t2", "golden"."items" AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))
keyed: True
locks: others
family: 1
number: 1
one_row:
  apply:
    - DELETE FROM "vieworm"."v_store" AS s WHERE s."key_1_1" OPERATOR(pg_catalog.=) $1
    - INSERT INTO "vieworm"."v_store" ("name", "day", "product", "value", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "t1"."name", "t2"."day", "t3"."product", ("t3"."qty" * "t3"."price"), "t1"."id", "t2"."id", "t3"."order_id", "t3"."line" FROM "golden"."customers" AS "t1", "golden"."orders" AS "t2", "golden"."items" AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id")) AND "t1"."id" OPERATOR(pg_catalog.=) $1
  columns:
    - id
overlaps: True

-- update on customers
alone:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_old) AS n WHERE s."key_1_1" OPERATOR(pg_catalog.=) n."id"
  - INSERT INTO "vieworm"."v_store" ("name", "day", "product", "value", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "t1"."name", "t2"."day", "t3"."product", ("t3"."qty" * "t3"."price"), "t1"."id", "t2"."id", "t3"."order_id", "t3"."line" FROM vieworm_new AS "t1", "golden"."orders" AS "t2", "golden"."items" AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))
apply:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_old UNION SELECT "id" FROM vieworm_new) AS n WHERE s."key_1_1" OPERATOR(pg_catalog.=) n."id"
  - INSERT INTO "vieworm"."v_store" ("name", "day", "product", "value", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "t1"."name", "t2"."day", "t3"."product", ("t3"."qty" * "t3"."price"), "t1"."id", "t2"."id", "t3"."order_id", "t3"."line" FROM (SELECT "id" FROM vieworm_old UNION SELECT "id" FROM vieworm_new) AS n CROSS JOIN LATERAL (SELECT t.* FROM "golden"."customers" AS t WHERE t."id" OPERATOR(pg_catalog.=) n."id" OFFSET 0) AS "t1", "golden"."orders" AS "t2", "golden"."items" AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))
keyed: True
locks: others
family: 1
number: 1
columns:
  - id
  - name
one_row:
  same:
    - id
  apply:
    - DELETE FROM "vieworm"."v_store" AS s WHERE s."key_1_1" OPERATOR(pg_catalog.=) $1
    - INSERT INTO "vieworm"."v_store" ("name", "day", "product", "value", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "t1"."name", "t2"."day", "t3"."product", ("t3"."qty" * "t3"."price"), "t1"."id", "t2"."id", "t3"."order_id", "t3"."line" FROM "golden"."customers" AS "t1", "golden"."orders" AS "t2", "golden"."items" AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id")) AND "t1"."id" OPERATOR(pg_catalog.=) $1
  columns:
    - id
overlaps: True

-- delete on items
alone:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "order_id", "line" FROM vieworm_old) AS n WHERE s."key_3_1" OPERATOR(pg_catalog.=) n."order_id" AND s."key_3_2" OPERATOR(pg_catalog.=) n."line"
apply:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "order_id", "line" FROM vieworm_old) AS n WHERE s."key_3_1" OPERATOR(pg_catalog.=) n."order_id" AND s."key_3_2" OPERATOR(pg_catalog.=) n."line"
  - INSERT INTO "vieworm"."v_store" ("name", "day", "product", "value", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "t1"."name", "t2"."day", "t3"."product", ("t3"."qty" * "t3"."price"), "t1"."id", "t2"."id", "t3"."order_id", "t3"."line" FROM "golden"."customers" AS "t1", "golden"."orders" AS "t2", (SELECT "order_id", "line" FROM vieworm_old) AS n CROSS JOIN LATERAL (SELECT t.* FROM "golden"."items" AS t WHERE t."order_id" OPERATOR(pg_catalog.=) n."order_id" AND t."line" OPERATOR(pg_catalog.=) n."line" OFFSET 0) AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))
keyed: True
locks: others
family: 1
number: 3
one_row:
  apply:
    - DELETE FROM "vieworm"."v_store" AS s WHERE s."key_3_1" OPERATOR(pg_catalog.=) $1 AND s."key_3_2" OPERATOR(pg_catalog.=) $2 AND NOT EXISTS (SELECT FROM "golden"."items" AS "t3" WHERE "t3"."order_id" OPERATOR(pg_catalog.=) $1 AND "t3"."line" OPERATOR(pg_catalog.=) $2)
  columns:
    - order_id
    - line
overlaps: True

-- insert on items
alone:
  - INSERT INTO "vieworm"."v_store" ("name", "day", "product", "value", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "t1"."name", "t2"."day", "t3"."product", ("t3"."qty" * "t3"."price"), "t1"."id", "t2"."id", "t3"."order_id", "t3"."line" FROM "golden"."customers" AS "t1", "golden"."orders" AS "t2", vieworm_new AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))
apply:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "order_id", "line" FROM vieworm_new) AS n WHERE s."key_3_1" OPERATOR(pg_catalog.=) n."order_id" AND s."key_3_2" OPERATOR(pg_catalog.=) n."line"
  - INSERT INTO "vieworm"."v_store" ("name", "day", "product", "value", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "t1"."name", "t2"."day", "t3"."product", ("t3"."qty" * "t3"."price"), "t1"."id", "t2"."id", "t3"."order_id", "t3"."line" FROM "golden"."customers" AS "t1", "golden"."orders" AS "t2", (SELECT "order_id", "line" FROM vieworm_new) AS n CROSS JOIN LATERAL (SELECT t.* FROM "golden"."items" AS t WHERE t."order_id" OPERATOR(pg_catalog.=) n."order_id" AND t."line" OPERATOR(pg_catalog.=) n."line" OFFSET 0) AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))
keyed: True
locks: others
family: 1
number: 3
one_row:
  apply:
    - DELETE FROM "vieworm"."v_store" AS s WHERE s."key_3_1" OPERATOR(pg_catalog.=) $1 AND s."key_3_2" OPERATOR(pg_catalog.=) $2
    - INSERT INTO "vieworm"."v_store" ("name", "day", "product", "value", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "t1"."name", "t2"."day", "t3"."product", ("t3"."qty" * "t3"."price"), "t1"."id", "t2"."id", "t3"."order_id", "t3"."line" FROM "golden"."customers" AS "t1", "golden"."orders" AS "t2", "golden"."items" AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id")) AND "t3"."order_id" OPERATOR(pg_catalog.=) $1 AND "t3"."line" OPERATOR(pg_catalog.=) $2
  columns:
    - order_id
    - line
overlaps: True

-- update on items
alone:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "order_id", "line" FROM vieworm_old) AS n WHERE s."key_3_1" OPERATOR(pg_catalog.=) n."order_id" AND s."key_3_2" OPERATOR(pg_catalog.=) n."line"
  - INSERT INTO "vieworm"."v_store" ("name", "day", "product", "value", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "t1"."name", "t2"."day", "t3"."product", ("t3"."qty" * "t3"."price"), "t1"."id", "t2"."id", "t3"."order_id", "t3"."line" FROM "golden"."customers" AS "t1", "golden"."orders" AS "t2", vieworm_new AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))
apply:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "order_id", "line" FROM vieworm_old UNION SELECT "order_id", "line" FROM vieworm_new) AS n WHERE s."key_3_1" OPERATOR(pg_catalog.=) n."order_id" AND s."key_3_2" OPERATOR(pg_catalog.=) n."line"
  - INSERT INTO "vieworm"."v_store" ("name", "day", "product", "value", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "t1"."name", "t2"."day", "t3"."product", ("t3"."qty" * "t3"."price"), "t1"."id", "t2"."id", "t3"."order_id", "t3"."line" FROM "golden"."customers" AS "t1", "golden"."orders" AS "t2", (SELECT "order_id", "line" FROM vieworm_old UNION SELECT "order_id", "line" FROM vieworm_new) AS n CROSS JOIN LATERAL (SELECT t.* FROM "golden"."items" AS t WHERE t."order_id" OPERATOR(pg_catalog.=) n."order_id" AND t."line" OPERATOR(pg_catalog.=) n."line" OFFSET 0) AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))
keyed: True
locks: others
family: 1
number: 3
columns:
  - order_id
  - price
  - product
  - qty
  - line
one_row:
  same:
    - order_id
    - line
  apply:
    - DELETE FROM "vieworm"."v_store" AS s WHERE s."key_3_1" OPERATOR(pg_catalog.=) $1 AND s."key_3_2" OPERATOR(pg_catalog.=) $2
    - INSERT INTO "vieworm"."v_store" ("name", "day", "product", "value", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "t1"."name", "t2"."day", "t3"."product", ("t3"."qty" * "t3"."price"), "t1"."id", "t2"."id", "t3"."order_id", "t3"."line" FROM "golden"."customers" AS "t1", "golden"."orders" AS "t2", "golden"."items" AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id")) AND "t3"."order_id" OPERATOR(pg_catalog.=) $1 AND "t3"."line" OPERATOR(pg_catalog.=) $2
  columns:
    - order_id
    - line
overlaps: True

-- delete on orders
alone:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_old) AS n WHERE s."key_2_1" OPERATOR(pg_catalog.=) n."id"
apply:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_old) AS n WHERE s."key_2_1" OPERATOR(pg_catalog.=) n."id"
  - INSERT INTO "vieworm"."v_store" ("name", "day", "product", "value", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "t1"."name", "t2"."day", "t3"."product", ("t3"."qty" * "t3"."price"), "t1"."id", "t2"."id", "t3"."order_id", "t3"."line" FROM "golden"."customers" AS "t1", (SELECT "id" FROM vieworm_old) AS n CROSS JOIN LATERAL (SELECT t.* FROM "golden"."orders" AS t WHERE t."id" OPERATOR(pg_catalog.=) n."id" OFFSET 0) AS "t2", "golden"."items" AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))
keyed: True
locks: others
family: 1
number: 2
one_row:
  apply:
    - DELETE FROM "vieworm"."v_store" AS s WHERE s."key_2_1" OPERATOR(pg_catalog.=) $1 AND NOT EXISTS (SELECT FROM "golden"."orders" AS "t2" WHERE "t2"."id" OPERATOR(pg_catalog.=) $1)
  columns:
    - id
overlaps: True

-- insert on orders
alone:
  - INSERT INTO "vieworm"."v_store" ("name", "day", "product", "value", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "t1"."name", "t2"."day", "t3"."product", ("t3"."qty" * "t3"."price"), "t1"."id", "t2"."id", "t3"."order_id", "t3"."line" FROM "golden"."customers" AS "t1", vieworm_new AS "t2", "golden"."items" AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))
apply:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_new) AS n WHERE s."key_2_1" OPERATOR(pg_catalog.=) n."id"
  - INSERT INTO "vieworm"."v_store" ("name", "day", "product", "value", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "t1"."name", "t2"."day", "t3"."product", ("t3"."qty" * "t3"."price"), "t1"."id", "t2"."id", "t3"."order_id", "t3"."line" FROM "golden"."customers" AS "t1", (SELECT "id" FROM vieworm_new) AS n CROSS JOIN LATERAL (SELECT t.* FROM "golden"."orders" AS t WHERE t."id" OPERATOR(pg_catalog.=) n."id" OFFSET 0) AS "t2", "golden"."items" AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))
keyed: True
locks: others
family: 1
number: 2
one_row:
  apply:
    - DELETE FROM "vieworm"."v_store" AS s WHERE s."key_2_1" OPERATOR(pg_catalog.=) $1
    - INSERT INTO "vieworm"."v_store" ("name", "day", "product", "value", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "t1"."name", "t2"."day", "t3"."product", ("t3"."qty" * "t3"."price"), "t1"."id", "t2"."id", "t3"."order_id", "t3"."line" FROM "golden"."customers" AS "t1", "golden"."orders" AS "t2", "golden"."items" AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id")) AND "t2"."id" OPERATOR(pg_catalog.=) $1
  columns:
    - id
overlaps: True

-- update on orders
alone:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_old) AS n WHERE s."key_2_1" OPERATOR(pg_catalog.=) n."id"
  - INSERT INTO "vieworm"."v_store" ("name", "day", "product", "value", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "t1"."name", "t2"."day", "t3"."product", ("t3"."qty" * "t3"."price"), "t1"."id", "t2"."id", "t3"."order_id", "t3"."line" FROM "golden"."customers" AS "t1", vieworm_new AS "t2", "golden"."items" AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))
apply:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_old UNION SELECT "id" FROM vieworm_new) AS n WHERE s."key_2_1" OPERATOR(pg_catalog.=) n."id"
  - INSERT INTO "vieworm"."v_store" ("name", "day", "product", "value", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "t1"."name", "t2"."day", "t3"."product", ("t3"."qty" * "t3"."price"), "t1"."id", "t2"."id", "t3"."order_id", "t3"."line" FROM "golden"."customers" AS "t1", (SELECT "id" FROM vieworm_old UNION SELECT "id" FROM vieworm_new) AS n CROSS JOIN LATERAL (SELECT t.* FROM "golden"."orders" AS t WHERE t."id" OPERATOR(pg_catalog.=) n."id" OFFSET 0) AS "t2", "golden"."items" AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id"))
keyed: True
locks: others
family: 1
number: 2
columns:
  - customer
  - day
  - id
one_row:
  same:
    - id
  apply:
    - DELETE FROM "vieworm"."v_store" AS s WHERE s."key_2_1" OPERATOR(pg_catalog.=) $1
    - INSERT INTO "vieworm"."v_store" ("name", "day", "product", "value", "key_1_1", "key_2_1", "key_3_1", "key_3_2") SELECT "t1"."name", "t2"."day", "t3"."product", ("t3"."qty" * "t3"."price"), "t1"."id", "t2"."id", "t3"."order_id", "t3"."line" FROM "golden"."customers" AS "t1", "golden"."orders" AS "t2", "golden"."items" AS "t3" WHERE (("t2"."customer" = "t1"."id")) AND (("t3"."order_id" = "t2"."id")) AND "t2"."id" OPERATOR(pg_catalog.=) $1
  columns:
    - id
overlaps: True
