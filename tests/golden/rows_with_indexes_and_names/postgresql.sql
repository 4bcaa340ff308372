-- {"created": true, "ignored": ["/indexes/1/unique"], "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "golden", "storage": "store", "strategy": {"golden.orders": "keyed"}}
CREATE VIEW "golden"."v_definition" ("number", "place", "worth") AS
SELECT id, region, amount FROM orders;
ALTER VIEW "golden"."v_definition" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v_state" AS
SELECT "t1"."id" AS "number", "t1"."region" AS "place", "t1"."amount" AS "worth", "t1"."id" AS "key_1_1" FROM "golden"."orders" AS "t1";
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
CREATE INDEX "v_store_key_1_1_idx" ON "golden"."v_store" ("key_1_1");
CREATE INDEX "v_store_place_worth_idx" ON "golden"."v_store" ("place", "worth" DESC);
CREATE INDEX "v_store_number_idx" ON "golden"."v_store" ("number");
CREATE TRIGGER "vieworm_guard" BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "golden"."v_store" FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."guard_store"();
ALTER TABLE "golden"."v_store" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v" ("number", "place", "worth") AS
SELECT "number" AS "number", "place" AS "place", "worth" AS "worth" FROM "vieworm"."v_store";

-- delete on orders
alone:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_old) AS n WHERE s."key_1_1" OPERATOR(pg_catalog.=) n."id"
apply:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_old) AS n WHERE s."key_1_1" OPERATOR(pg_catalog.=) n."id"
  - INSERT INTO "vieworm"."v_store" ("number", "place", "worth", "key_1_1") SELECT "t1"."id", "t1"."region", "t1"."amount", "t1"."id" FROM (SELECT "id" FROM vieworm_old) AS n CROSS JOIN LATERAL (SELECT t.* FROM "golden"."orders" AS t WHERE t."id" OPERATOR(pg_catalog.=) n."id" OFFSET 0) AS "t1" WHERE true
keyed: True
locks: none
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
  - INSERT INTO "vieworm"."v_store" ("number", "place", "worth", "key_1_1") SELECT "t1"."id", "t1"."region", "t1"."amount", "t1"."id" FROM vieworm_new AS "t1" WHERE true
apply:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_new) AS n WHERE s."key_1_1" OPERATOR(pg_catalog.=) n."id"
  - INSERT INTO "vieworm"."v_store" ("number", "place", "worth", "key_1_1") SELECT "t1"."id", "t1"."region", "t1"."amount", "t1"."id" FROM (SELECT "id" FROM vieworm_new) AS n CROSS JOIN LATERAL (SELECT t.* FROM "golden"."orders" AS t WHERE t."id" OPERATOR(pg_catalog.=) n."id" OFFSET 0) AS "t1" WHERE true
keyed: True
locks: none
family: 1
number: 1
one_row:
  apply:
    - DELETE FROM "vieworm"."v_store" AS s WHERE s."key_1_1" OPERATOR(pg_catalog.=) $1
    - INSERT INTO "vieworm"."v_store" ("number", "place", "worth", "key_1_1") SELECT "t1"."id", "t1"."region", "t1"."amount", "t1"."id" FROM "golden"."orders" AS "t1" WHERE true AND "t1"."id" OPERATOR(pg_catalog.=) $1
  columns:
    - id
overlaps: True

-- update on orders
alone:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_old) AS n WHERE s."key_1_1" OPERATOR(pg_catalog.=) n."id"
  - INSERT INTO "vieworm"."v_store" ("number", "place", "worth", "key_1_1") SELECT "t1"."id", "t1"."region", "t1"."amount", "t1"."id" FROM vieworm_new AS "t1" WHERE true
apply:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_old UNION SELECT "id" FROM vieworm_new) AS n WHERE s."key_1_1" OPERATOR(pg_catalog.=) n."id"
  - INSERT INTO "vieworm"."v_store" ("number", "place", "worth", "key_1_1") SELECT "t1"."id", "t1"."region", "t1"."amount", "t1"."id" FROM (SELECT "id" FROM vieworm_old UNION SELECT "id" FROM vieworm_new) AS n CROSS JOIN LATERAL (SELECT t.* FROM "golden"."orders" AS t WHERE t."id" OPERATOR(pg_catalog.=) n."id" OFFSET 0) AS "t1" WHERE true
keyed: True
locks: none
family: 1
number: 1
columns:
  - amount
  - id
  - region
one_row:
  same:
    - id
  apply:
    - DELETE FROM "vieworm"."v_store" AS s WHERE s."key_1_1" OPERATOR(pg_catalog.=) $1
    - INSERT INTO "vieworm"."v_store" ("number", "place", "worth", "key_1_1") SELECT "t1"."id", "t1"."region", "t1"."amount", "t1"."id" FROM "golden"."orders" AS "t1" WHERE true AND "t1"."id" OPERATOR(pg_catalog.=) $1
  columns:
    - id
overlaps: True
