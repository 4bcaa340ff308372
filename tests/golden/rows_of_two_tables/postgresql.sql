-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "golden", "storage": "store", "strategy": {"golden.customers": "keyed", "golden.orders": "keyed"}}
CREATE VIEW "golden"."v_definition" ("id", "name", "day") AS
SELECT o.id, c.name, o.day FROM orders o JOIN customers c ON c.id = o.customer WHERE c.city <> 'Ulm';
ALTER VIEW "golden"."v_definition" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v_state" AS
SELECT "t1"."id" AS "id", "t2"."name" AS "name", "t1"."day" AS "day", "t1"."id" AS "key_1_1", "t2"."id" AS "key_2_1" FROM "golden"."orders" AS "t1", "golden"."customers" AS "t2" WHERE (("t2"."id" = "t1"."customer")) AND (("t2"."city" <> 'Ulm'::text));
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
CREATE TABLE "golden"."v_store" AS
SELECT * FROM "vieworm"."v_state";
CREATE INDEX "v_store_key_1_1_idx" ON "golden"."v_store" ("key_1_1");
CREATE INDEX "v_store_key_2_1_idx" ON "golden"."v_store" ("key_2_1");
CREATE TRIGGER "vieworm_guard" BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "golden"."v_store" FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."guard_store"();
ALTER TABLE "golden"."v_store" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v" ("id", "name", "day") AS
SELECT "id" AS "id", "name" AS "name", "day" AS "day" FROM "vieworm"."v_store";

-- delete on customers
alone:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_old) AS n WHERE s."key_2_1" OPERATOR(pg_catalog.=) n."id"
apply:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_old) AS n WHERE s."key_2_1" OPERATOR(pg_catalog.=) n."id"
  - INSERT INTO "vieworm"."v_store" ("id", "name", "day", "key_1_1", "key_2_1") SELECT "t1"."id", "t2"."name", "t1"."day", "t1"."id", "t2"."id" FROM "golden"."orders" AS "t1", (SELECT "id" FROM vieworm_old) AS n CROSS JOIN LATERAL (SELECT t.* FROM "golden"."customers" AS t WHERE t."id" OPERATOR(pg_catalog.=) n."id" OFFSET 0) AS "t2" WHERE (("t2"."id" = "t1"."customer")) AND (("t2"."city" <> 'Ulm'::text))
keyed: True
locks: others
family: 1
number: 2
one_row:
  apply:
    - DELETE FROM "vieworm"."v_store" AS s WHERE s."key_2_1" OPERATOR(pg_catalog.=) $1 AND NOT EXISTS (SELECT FROM "golden"."customers" AS "t2" WHERE "t2"."id" OPERATOR(pg_catalog.=) $1)
  columns:
    - id
overlaps: True

-- insert on customers
alone:
  - INSERT INTO "vieworm"."v_store" ("id", "name", "day", "key_1_1", "key_2_1") SELECT "t1"."id", "t2"."name", "t1"."day", "t1"."id", "t2"."id" FROM "golden"."orders" AS "t1", vieworm_new AS "t2" WHERE (("t2"."id" = "t1"."customer")) AND (("t2"."city" <> 'Ulm'::text))
apply:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_new) AS n WHERE s."key_2_1" OPERATOR(pg_catalog.=) n."id"
  - INSERT INTO "vieworm"."v_store" ("id", "name", "day", "key_1_1", "key_2_1") SELECT "t1"."id", "t2"."name", "t1"."day", "t1"."id", "t2"."id" FROM "golden"."orders" AS "t1", (SELECT "id" FROM vieworm_new) AS n CROSS JOIN LATERAL (SELECT t.* FROM "golden"."customers" AS t WHERE t."id" OPERATOR(pg_catalog.=) n."id" OFFSET 0) AS "t2" WHERE (("t2"."id" = "t1"."customer")) AND (("t2"."city" <> 'Ulm'::text))
keyed: True
locks: others
family: 1
number: 2
one_row:
  apply:
    - DELETE FROM "vieworm"."v_store" AS s WHERE s."key_2_1" OPERATOR(pg_catalog.=) $1
    - INSERT INTO "vieworm"."v_store" ("id", "name", "day", "key_1_1", "key_2_1") SELECT "t1"."id", "t2"."name", "t1"."day", "t1"."id", "t2"."id" FROM "golden"."orders" AS "t1", "golden"."customers" AS "t2" WHERE (("t2"."id" = "t1"."customer")) AND (("t2"."city" <> 'Ulm'::text)) AND "t2"."id" OPERATOR(pg_catalog.=) $1
  columns:
    - id
overlaps: True

-- update on customers
alone:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_old) AS n WHERE s."key_2_1" OPERATOR(pg_catalog.=) n."id"
  - INSERT INTO "vieworm"."v_store" ("id", "name", "day", "key_1_1", "key_2_1") SELECT "t1"."id", "t2"."name", "t1"."day", "t1"."id", "t2"."id" FROM "golden"."orders" AS "t1", vieworm_new AS "t2" WHERE (("t2"."id" = "t1"."customer")) AND (("t2"."city" <> 'Ulm'::text))
apply:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_old UNION SELECT "id" FROM vieworm_new) AS n WHERE s."key_2_1" OPERATOR(pg_catalog.=) n."id"
  - INSERT INTO "vieworm"."v_store" ("id", "name", "day", "key_1_1", "key_2_1") SELECT "t1"."id", "t2"."name", "t1"."day", "t1"."id", "t2"."id" FROM "golden"."orders" AS "t1", (SELECT "id" FROM vieworm_old UNION SELECT "id" FROM vieworm_new) AS n CROSS JOIN LATERAL (SELECT t.* FROM "golden"."customers" AS t WHERE t."id" OPERATOR(pg_catalog.=) n."id" OFFSET 0) AS "t2" WHERE (("t2"."id" = "t1"."customer")) AND (("t2"."city" <> 'Ulm'::text))
keyed: True
locks: others
family: 1
number: 2
columns:
  - city
  - id
  - name
one_row:
  same:
    - id
  apply:
    - DELETE FROM "vieworm"."v_store" AS s WHERE s."key_2_1" OPERATOR(pg_catalog.=) $1
    - INSERT INTO "vieworm"."v_store" ("id", "name", "day", "key_1_1", "key_2_1") SELECT "t1"."id", "t2"."name", "t1"."day", "t1"."id", "t2"."id" FROM "golden"."orders" AS "t1", "golden"."customers" AS "t2" WHERE (("t2"."id" = "t1"."customer")) AND (("t2"."city" <> 'Ulm'::text)) AND "t2"."id" OPERATOR(pg_catalog.=) $1
  columns:
    - id
overlaps: True

-- delete on orders
alone:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_old) AS n WHERE s."key_1_1" OPERATOR(pg_catalog.=) n."id"
apply:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_old) AS n WHERE s."key_1_1" OPERATOR(pg_catalog.=) n."id"
  - INSERT INTO "vieworm"."v_store" ("id", "name", "day", "key_1_1", "key_2_1") SELECT "t1"."id", "t2"."name", "t1"."day", "t1"."id", "t2"."id" FROM (SELECT "id" FROM vieworm_old) AS n CROSS JOIN LATERAL (SELECT t.* FROM "golden"."orders" AS t WHERE t."id" OPERATOR(pg_catalog.=) n."id" OFFSET 0) AS "t1", "golden"."customers" AS "t2" WHERE (("t2"."id" = "t1"."customer")) AND (("t2"."city" <> 'Ulm'::text))
keyed: True
locks: others
family: 1
number: 1
one_row:
  apply:
    - DELETE FROM "vieworm"."v_store" AS s WHERE s."key_1_1" OPERATOR(pg_catalog.=) $1 AND NOT EXISTS (SELECT FROM "golden"."orders" AS "t1" WHERE "t1"."id" OPERATOR(pg_catalog.=) $1)
  columns:
    - id
overlaps: True

-- insert on orders
alone:
  - INSERT INTO "vieworm"."v_store" ("id", "name", "day", "key_1_1", "key_2_1") SELECT "t1"."id", "t2"."name", "t1"."day", "t1"."id", "t2"."id" FROM vieworm_new AS "t1", "golden"."customers" AS "t2" WHERE (("t2"."id" = "t1"."customer")) AND (("t2"."city" <> 'Ulm'::text))
apply:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_new) AS n WHERE s."key_1_1" OPERATOR(pg_catalog.=) n."id"
  - INSERT INTO "vieworm"."v_store" ("id", "name", "day", "key_1_1", "key_2_1") SELECT "t1"."id", "t2"."name", "t1"."day", "t1"."id", "t2"."id" FROM (SELECT "id" FROM vieworm_new) AS n CROSS JOIN LATERAL (SELECT t.* FROM "golden"."orders" AS t WHERE t."id" OPERATOR(pg_catalog.=) n."id" OFFSET 0) AS "t1", "golden"."customers" AS "t2" WHERE (("t2"."id" = "t1"."customer")) AND (("t2"."city" <> 'Ulm'::text))
keyed: True
locks: others
family: 1
number: 1
one_row:
  apply:
    - DELETE FROM "vieworm"."v_store" AS s WHERE s."key_1_1" OPERATOR(pg_catalog.=) $1
    - INSERT INTO "vieworm"."v_store" ("id", "name", "day", "key_1_1", "key_2_1") SELECT "t1"."id", "t2"."name", "t1"."day", "t1"."id", "t2"."id" FROM "golden"."orders" AS "t1", "golden"."customers" AS "t2" WHERE (("t2"."id" = "t1"."customer")) AND (("t2"."city" <> 'Ulm'::text)) AND "t1"."id" OPERATOR(pg_catalog.=) $1
  columns:
    - id
overlaps: True

-- update on orders
alone:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_old) AS n WHERE s."key_1_1" OPERATOR(pg_catalog.=) n."id"
  - INSERT INTO "vieworm"."v_store" ("id", "name", "day", "key_1_1", "key_2_1") SELECT "t1"."id", "t2"."name", "t1"."day", "t1"."id", "t2"."id" FROM vieworm_new AS "t1", "golden"."customers" AS "t2" WHERE (("t2"."id" = "t1"."customer")) AND (("t2"."city" <> 'Ulm'::text))
apply:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_old UNION SELECT "id" FROM vieworm_new) AS n WHERE s."key_1_1" OPERATOR(pg_catalog.=) n."id"
  - INSERT INTO "vieworm"."v_store" ("id", "name", "day", "key_1_1", "key_2_1") SELECT "t1"."id", "t2"."name", "t1"."day", "t1"."id", "t2"."id" FROM (SELECT "id" FROM vieworm_old UNION SELECT "id" FROM vieworm_new) AS n CROSS JOIN LATERAL (SELECT t.* FROM "golden"."orders" AS t WHERE t."id" OPERATOR(pg_catalog.=) n."id" OFFSET 0) AS "t1", "golden"."customers" AS "t2" WHERE (("t2"."id" = "t1"."customer")) AND (("t2"."city" <> 'Ulm'::text))
keyed: True
locks: others
family: 1
number: 1
columns:
  - customer
  - day
  - id
one_row:
  same:
    - id
  apply:
    - DELETE FROM "vieworm"."v_store" AS s WHERE s."key_1_1" OPERATOR(pg_catalog.=) $1
    - INSERT INTO "vieworm"."v_store" ("id", "name", "day", "key_1_1", "key_2_1") SELECT "t1"."id", "t2"."name", "t1"."day", "t1"."id", "t2"."id" FROM "golden"."orders" AS "t1", "golden"."customers" AS "t2" WHERE (("t2"."id" = "t1"."customer")) AND (("t2"."city" <> 'Ulm'::text)) AND "t1"."id" OPERATOR(pg_catalog.=) $1
  columns:
    - id
overlaps: True
