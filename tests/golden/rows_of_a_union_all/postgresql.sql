-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "golden", "storage": "store", "strategy": {"golden.customers": "keyed", "golden.orders": "keyed"}}
CREATE VIEW "golden"."v_definition" ("id", "label") AS
SELECT id, name AS label FROM customers UNION ALL SELECT id, day FROM orders;
ALTER VIEW "golden"."v_definition" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v_state" AS
SELECT "t1"."id" AS "id", "t1"."name" AS "label", "t1"."id" AS "key_1_1", (SELECT n."id" FROM "golden"."orders" AS n LIMIT 0) AS "key_2_1" FROM "golden"."customers" AS "t1"
UNION ALL
SELECT "t2"."id" AS "id", "t2"."day" AS "label", (SELECT n."id" FROM "golden"."customers" AS n LIMIT 0) AS "key_1_1", "t2"."id" AS "key_2_1" FROM "golden"."orders" AS "t2";
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
CREATE TABLE "golden"."v_store" AS
SELECT * FROM "vieworm"."v_state";
CREATE INDEX "v_store_key_1_1_idx" ON "golden"."v_store" ("key_1_1") WHERE "key_1_1" IS NOT NULL;
CREATE INDEX "v_store_key_2_1_idx" ON "golden"."v_store" ("key_2_1") WHERE "key_2_1" IS NOT NULL;
CREATE TRIGGER "vieworm_guard" BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "golden"."v_store" FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."guard_store"();
ALTER TABLE "golden"."v_store" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v" ("id", "label") AS
SELECT "id" AS "id", "label" AS "label" FROM "vieworm"."v_store";

-- delete on customers
alone:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_old) AS n WHERE s."key_1_1" OPERATOR(pg_catalog.=) n."id"
apply:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_old) AS n WHERE s."key_1_1" OPERATOR(pg_catalog.=) n."id"
  - INSERT INTO "vieworm"."v_store" ("id", "label", "key_1_1") SELECT "t1"."id", "t1"."name", "t1"."id" FROM (SELECT "id" FROM vieworm_old) AS n CROSS JOIN LATERAL (SELECT t.* FROM "golden"."customers" AS t WHERE t."id" OPERATOR(pg_catalog.=) n."id" OFFSET 0) AS "t1" WHERE true
keyed: True
locks: none
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
  - INSERT INTO "vieworm"."v_store" ("id", "label", "key_1_1") SELECT "t1"."id", "t1"."name", "t1"."id" FROM vieworm_new AS "t1" WHERE true
apply:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_new) AS n WHERE s."key_1_1" OPERATOR(pg_catalog.=) n."id"
  - INSERT INTO "vieworm"."v_store" ("id", "label", "key_1_1") SELECT "t1"."id", "t1"."name", "t1"."id" FROM (SELECT "id" FROM vieworm_new) AS n CROSS JOIN LATERAL (SELECT t.* FROM "golden"."customers" AS t WHERE t."id" OPERATOR(pg_catalog.=) n."id" OFFSET 0) AS "t1" WHERE true
keyed: True
locks: none
family: 1
number: 1
one_row:
  apply:
    - DELETE FROM "vieworm"."v_store" AS s WHERE s."key_1_1" OPERATOR(pg_catalog.=) $1
    - INSERT INTO "vieworm"."v_store" ("id", "label", "key_1_1") SELECT "t1"."id", "t1"."name", "t1"."id" FROM "golden"."customers" AS "t1" WHERE true AND "t1"."id" OPERATOR(pg_catalog.=) $1
  columns:
    - id
overlaps: True

-- update on customers
alone:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_old) AS n WHERE s."key_1_1" OPERATOR(pg_catalog.=) n."id"
  - INSERT INTO "vieworm"."v_store" ("id", "label", "key_1_1") SELECT "t1"."id", "t1"."name", "t1"."id" FROM vieworm_new AS "t1" WHERE true
apply:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_old UNION SELECT "id" FROM vieworm_new) AS n WHERE s."key_1_1" OPERATOR(pg_catalog.=) n."id"
  - INSERT INTO "vieworm"."v_store" ("id", "label", "key_1_1") SELECT "t1"."id", "t1"."name", "t1"."id" FROM (SELECT "id" FROM vieworm_old UNION SELECT "id" FROM vieworm_new) AS n CROSS JOIN LATERAL (SELECT t.* FROM "golden"."customers" AS t WHERE t."id" OPERATOR(pg_catalog.=) n."id" OFFSET 0) AS "t1" WHERE true
keyed: True
locks: none
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
    - INSERT INTO "vieworm"."v_store" ("id", "label", "key_1_1") SELECT "t1"."id", "t1"."name", "t1"."id" FROM "golden"."customers" AS "t1" WHERE true AND "t1"."id" OPERATOR(pg_catalog.=) $1
  columns:
    - id
overlaps: True

-- delete on orders
alone:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_old) AS n WHERE s."key_2_1" OPERATOR(pg_catalog.=) n."id"
apply:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_old) AS n WHERE s."key_2_1" OPERATOR(pg_catalog.=) n."id"
  - INSERT INTO "vieworm"."v_store" ("id", "label", "key_2_1") SELECT "t2"."id", "t2"."day", "t2"."id" FROM (SELECT "id" FROM vieworm_old) AS n CROSS JOIN LATERAL (SELECT t.* FROM "golden"."orders" AS t WHERE t."id" OPERATOR(pg_catalog.=) n."id" OFFSET 0) AS "t2" WHERE true
keyed: True
locks: none
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
  - INSERT INTO "vieworm"."v_store" ("id", "label", "key_2_1") SELECT "t2"."id", "t2"."day", "t2"."id" FROM vieworm_new AS "t2" WHERE true
apply:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_new) AS n WHERE s."key_2_1" OPERATOR(pg_catalog.=) n."id"
  - INSERT INTO "vieworm"."v_store" ("id", "label", "key_2_1") SELECT "t2"."id", "t2"."day", "t2"."id" FROM (SELECT "id" FROM vieworm_new) AS n CROSS JOIN LATERAL (SELECT t.* FROM "golden"."orders" AS t WHERE t."id" OPERATOR(pg_catalog.=) n."id" OFFSET 0) AS "t2" WHERE true
keyed: True
locks: none
family: 1
number: 2
one_row:
  apply:
    - DELETE FROM "vieworm"."v_store" AS s WHERE s."key_2_1" OPERATOR(pg_catalog.=) $1
    - INSERT INTO "vieworm"."v_store" ("id", "label", "key_2_1") SELECT "t2"."id", "t2"."day", "t2"."id" FROM "golden"."orders" AS "t2" WHERE true AND "t2"."id" OPERATOR(pg_catalog.=) $1
  columns:
    - id
overlaps: True

-- update on orders
alone:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_old) AS n WHERE s."key_2_1" OPERATOR(pg_catalog.=) n."id"
  - INSERT INTO "vieworm"."v_store" ("id", "label", "key_2_1") SELECT "t2"."id", "t2"."day", "t2"."id" FROM vieworm_new AS "t2" WHERE true
apply:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_old UNION SELECT "id" FROM vieworm_new) AS n WHERE s."key_2_1" OPERATOR(pg_catalog.=) n."id"
  - INSERT INTO "vieworm"."v_store" ("id", "label", "key_2_1") SELECT "t2"."id", "t2"."day", "t2"."id" FROM (SELECT "id" FROM vieworm_old UNION SELECT "id" FROM vieworm_new) AS n CROSS JOIN LATERAL (SELECT t.* FROM "golden"."orders" AS t WHERE t."id" OPERATOR(pg_catalog.=) n."id" OFFSET 0) AS "t2" WHERE true
keyed: True
locks: none
family: 1
number: 2
columns:
  - day
  - id
one_row:
  same:
    - id
  apply:
    - DELETE FROM "vieworm"."v_store" AS s WHERE s."key_2_1" OPERATOR(pg_catalog.=) $1
    - INSERT INTO "vieworm"."v_store" ("id", "label", "key_2_1") SELECT "t2"."id", "t2"."day", "t2"."id" FROM "golden"."orders" AS "t2" WHERE true AND "t2"."id" OPERATOR(pg_catalog.=) $1
  columns:
    - id
overlaps: True
