-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "golden", "storage": "store", "strategy": {"golden.docs": "keyed"}}
CREATE VIEW "golden"."v_definition" ("id", "tag") AS
SELECT o.id, t.tag FROM docs o, unnest(o.tags) AS t(tag);
ALTER VIEW "golden"."v_definition" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v_state" AS
SELECT "t1"."id" AS "id", "t2"."tag" AS "tag", "t1"."id" AS "key_1_1" FROM "golden"."docs" AS "t1", unnest("t1"."tags") AS "t2"("tag");
ALTER VIEW "golden"."v_state" SET SCHEMA "vieworm";
CREATE TRIGGER "v_store_insert"
  AFTER insert ON "golden"."docs"
  REFERENCING NEW TABLE AS "vieworm_new"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_begin_insert"
  BEFORE insert ON "golden"."docs"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_update"
  AFTER update ON "golden"."docs"
  REFERENCING NEW TABLE AS "vieworm_new" OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_begin_update"
  BEFORE update ON "golden"."docs"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_delete"
  AFTER delete ON "golden"."docs"
  REFERENCING OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_begin_delete"
  BEFORE delete ON "golden"."docs"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_truncate"
  AFTER truncate ON "golden"."docs"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TABLE "golden"."v_store" AS
SELECT * FROM "vieworm"."v_state";
CREATE INDEX "v_store_key_1_1_idx" ON "golden"."v_store" ("key_1_1");
CREATE TRIGGER "vieworm_guard" BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "golden"."v_store" FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."guard_store"();
ALTER TABLE "golden"."v_store" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v" ("id", "tag") AS
SELECT "id" AS "id", "tag" AS "tag" FROM "vieworm"."v_store";

-- delete on docs
alone:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_old) AS n WHERE s."key_1_1" OPERATOR(pg_catalog.=) n."id"
apply:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_old) AS n WHERE s."key_1_1" OPERATOR(pg_catalog.=) n."id"
  - INSERT INTO "vieworm"."v_store" ("id", "tag", "key_1_1") SELECT "t1"."id", "t2"."tag", "t1"."id" FROM (SELECT "id" FROM vieworm_old) AS n CROSS JOIN LATERAL (SELECT t.* FROM "golden"."docs" AS t WHERE t."id" OPERATOR(pg_catalog.=) n."id" OFFSET 0) AS "t1", unnest("t1"."tags") AS "t2"("tag") WHERE true
keyed: True
locks: none
family: 1
number: 1
one_row:
  apply:
    - DELETE FROM "vieworm"."v_store" AS s WHERE s."key_1_1" OPERATOR(pg_catalog.=) $1 AND NOT EXISTS (SELECT FROM "golden"."docs" AS "t1" WHERE "t1"."id" OPERATOR(pg_catalog.=) $1)
  columns:
    - id
overlaps: True

-- insert on docs
alone:
  - INSERT INTO "vieworm"."v_store" ("id", "tag", "key_1_1") SELECT "t1"."id", "t2"."tag", "t1"."id" FROM vieworm_new AS "t1", unnest("t1"."tags") AS "t2"("tag") WHERE true
apply:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_new) AS n WHERE s."key_1_1" OPERATOR(pg_catalog.=) n."id"
  - INSERT INTO "vieworm"."v_store" ("id", "tag", "key_1_1") SELECT "t1"."id", "t2"."tag", "t1"."id" FROM (SELECT "id" FROM vieworm_new) AS n CROSS JOIN LATERAL (SELECT t.* FROM "golden"."docs" AS t WHERE t."id" OPERATOR(pg_catalog.=) n."id" OFFSET 0) AS "t1", unnest("t1"."tags") AS "t2"("tag") WHERE true
keyed: True
locks: none
family: 1
number: 1
one_row:
  apply:
    - DELETE FROM "vieworm"."v_store" AS s WHERE s."key_1_1" OPERATOR(pg_catalog.=) $1
    - INSERT INTO "vieworm"."v_store" ("id", "tag", "key_1_1") SELECT "t1"."id", "t2"."tag", "t1"."id" FROM "golden"."docs" AS "t1", unnest("t1"."tags") AS "t2"("tag") WHERE true AND "t1"."id" OPERATOR(pg_catalog.=) $1
  columns:
    - id
overlaps: True

-- update on docs
alone:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_old) AS n WHERE s."key_1_1" OPERATOR(pg_catalog.=) n."id"
  - INSERT INTO "vieworm"."v_store" ("id", "tag", "key_1_1") SELECT "t1"."id", "t2"."tag", "t1"."id" FROM vieworm_new AS "t1", unnest("t1"."tags") AS "t2"("tag") WHERE true
apply:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_old UNION SELECT "id" FROM vieworm_new) AS n WHERE s."key_1_1" OPERATOR(pg_catalog.=) n."id"
  - INSERT INTO "vieworm"."v_store" ("id", "tag", "key_1_1") SELECT "t1"."id", "t2"."tag", "t1"."id" FROM (SELECT "id" FROM vieworm_old UNION SELECT "id" FROM vieworm_new) AS n CROSS JOIN LATERAL (SELECT t.* FROM "golden"."docs" AS t WHERE t."id" OPERATOR(pg_catalog.=) n."id" OFFSET 0) AS "t1", unnest("t1"."tags") AS "t2"("tag") WHERE true
keyed: True
locks: none
family: 1
number: 1
columns:
  - id
  - tags
one_row:
  same:
    - id
  apply:
    - DELETE FROM "vieworm"."v_store" AS s WHERE s."key_1_1" OPERATOR(pg_catalog.=) $1
    - INSERT INTO "vieworm"."v_store" ("id", "tag", "key_1_1") SELECT "t1"."id", "t2"."tag", "t1"."id" FROM "golden"."docs" AS "t1", unnest("t1"."tags") AS "t2"("tag") WHERE true AND "t1"."id" OPERATOR(pg_catalog.=) $1
  columns:
    - id
overlaps: True
