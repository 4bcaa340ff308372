-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "golden", "storage": "store", "strategy": {"golden.orders": "keyed"}}
CREATE VIEW "golden"."v_definition" ("id", "other") AS
SELECT a.id, b.id AS other FROM orders a JOIN orders b ON a.region = b.region AND a.id < b.id;
ALTER VIEW "golden"."v_definition" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v_state" AS
SELECT "t1"."id" AS "id", "t2"."id" AS "other", "t1"."id" AS "key_1_1", "t2"."id" AS "key_2_1" FROM "golden"."orders" AS "t1", "golden"."orders" AS "t2" WHERE (("t1"."region" = "t2"."region")) AND (("t1"."id" < "t2"."id"));
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
CREATE INDEX "v_store_key_1_1_idx" ON "golden"."v_store" ("key_1_1");
CREATE INDEX "v_store_key_2_1_idx" ON "golden"."v_store" ("key_2_1");
CREATE TRIGGER "vieworm_guard" BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "golden"."v_store" FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."guard_store"();
ALTER TABLE "golden"."v_store" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v" ("id", "other") AS
SELECT "id" AS "id", "other" AS "other" FROM "vieworm"."v_store";

-- delete on orders
apply:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_old) AS n WHERE s."key_1_1" OPERATOR(pg_catalog.=) n."id"
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_old) AS n WHERE s."key_2_1" OPERATOR(pg_catalog.=) n."id"
  - INSERT INTO "vieworm"."v_store" ("id", "other", "key_1_1", "key_2_1") SELECT "t1"."id", "t2"."id", "t1"."id", "t2"."id" FROM (SELECT "id" FROM vieworm_old) AS n CROSS JOIN LATERAL (SELECT t.* FROM "golden"."orders" AS t WHERE t."id" OPERATOR(pg_catalog.=) n."id" OFFSET 0) AS "t1", "golden"."orders" AS "t2" WHERE (("t1"."region" = "t2"."region")) AND (("t1"."id" < "t2"."id"))
  - INSERT INTO "vieworm"."v_store" ("id", "other", "key_1_1", "key_2_1") SELECT "t1"."id", "t2"."id", "t1"."id", "t2"."id" FROM "golden"."orders" AS "t1", (SELECT "id" FROM vieworm_old) AS n CROSS JOIN LATERAL (SELECT t.* FROM "golden"."orders" AS t WHERE t."id" OPERATOR(pg_catalog.=) n."id" OFFSET 0) AS "t2" WHERE (("t1"."region" = "t2"."region")) AND (("t1"."id" < "t2"."id")) AND NOT EXISTS (SELECT FROM (SELECT "id" FROM vieworm_old) AS m WHERE m."id" OPERATOR(pg_catalog.=) "t1"."id")
keyed: True
locks: all
family: 1
number: 1

-- insert on orders
apply:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_new) AS n WHERE s."key_1_1" OPERATOR(pg_catalog.=) n."id"
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_new) AS n WHERE s."key_2_1" OPERATOR(pg_catalog.=) n."id"
  - INSERT INTO "vieworm"."v_store" ("id", "other", "key_1_1", "key_2_1") SELECT "t1"."id", "t2"."id", "t1"."id", "t2"."id" FROM (SELECT "id" FROM vieworm_new) AS n CROSS JOIN LATERAL (SELECT t.* FROM "golden"."orders" AS t WHERE t."id" OPERATOR(pg_catalog.=) n."id" OFFSET 0) AS "t1", "golden"."orders" AS "t2" WHERE (("t1"."region" = "t2"."region")) AND (("t1"."id" < "t2"."id"))
  - INSERT INTO "vieworm"."v_store" ("id", "other", "key_1_1", "key_2_1") SELECT "t1"."id", "t2"."id", "t1"."id", "t2"."id" FROM "golden"."orders" AS "t1", (SELECT "id" FROM vieworm_new) AS n CROSS JOIN LATERAL (SELECT t.* FROM "golden"."orders" AS t WHERE t."id" OPERATOR(pg_catalog.=) n."id" OFFSET 0) AS "t2" WHERE (("t1"."region" = "t2"."region")) AND (("t1"."id" < "t2"."id")) AND NOT EXISTS (SELECT FROM (SELECT "id" FROM vieworm_new) AS m WHERE m."id" OPERATOR(pg_catalog.=) "t1"."id")
keyed: True
locks: all
family: 1
number: 1

-- update on orders
apply:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_old UNION SELECT "id" FROM vieworm_new) AS n WHERE s."key_1_1" OPERATOR(pg_catalog.=) n."id"
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_old UNION SELECT "id" FROM vieworm_new) AS n WHERE s."key_2_1" OPERATOR(pg_catalog.=) n."id"
  - INSERT INTO "vieworm"."v_store" ("id", "other", "key_1_1", "key_2_1") SELECT "t1"."id", "t2"."id", "t1"."id", "t2"."id" FROM (SELECT "id" FROM vieworm_old UNION SELECT "id" FROM vieworm_new) AS n CROSS JOIN LATERAL (SELECT t.* FROM "golden"."orders" AS t WHERE t."id" OPERATOR(pg_catalog.=) n."id" OFFSET 0) AS "t1", "golden"."orders" AS "t2" WHERE (("t1"."region" = "t2"."region")) AND (("t1"."id" < "t2"."id"))
  - INSERT INTO "vieworm"."v_store" ("id", "other", "key_1_1", "key_2_1") SELECT "t1"."id", "t2"."id", "t1"."id", "t2"."id" FROM "golden"."orders" AS "t1", (SELECT "id" FROM vieworm_old UNION SELECT "id" FROM vieworm_new) AS n CROSS JOIN LATERAL (SELECT t.* FROM "golden"."orders" AS t WHERE t."id" OPERATOR(pg_catalog.=) n."id" OFFSET 0) AS "t2" WHERE (("t1"."region" = "t2"."region")) AND (("t1"."id" < "t2"."id")) AND NOT EXISTS (SELECT FROM (SELECT "id" FROM vieworm_old UNION SELECT "id" FROM vieworm_new) AS m WHERE m."id" OPERATOR(pg_catalog.=) "t1"."id")
keyed: True
locks: all
family: 1
number: 1
columns:
  - id
  - region
