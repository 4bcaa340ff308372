-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "golden", "storage": "store", "strategy": {"golden.parcels": "linear"}}
CREATE VIEW "golden"."v_definition" ("kind", "fragile", "any_fragile", "flags") AS
SELECT kind, bool_and(fragile) AS fragile, bool_or(fragile) AS any_fragile, bit_xor(flags) AS flags FROM parcels GROUP BY kind;
ALTER VIEW "golden"."v_definition" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v_state" AS
SELECT "k1" AS "kind", pg_catalog.count(*) AS "rows", bool_and("a1") AS "value_1", bool_or("a1") AS "value_2", bit_xor("a2") AS "value_3", false AS "dirty"
FROM (SELECT "t1"."kind" AS "k1", "t1"."fragile" AS "a1", "t1"."flags" AS "a2" FROM "golden"."parcels" AS "t1") AS i
GROUP BY "k1";
ALTER VIEW "golden"."v_state" SET SCHEMA "vieworm";
CREATE TRIGGER "v_store_insert"
  AFTER insert ON "golden"."parcels"
  REFERENCING NEW TABLE AS "vieworm_new"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_update"
  AFTER update ON "golden"."parcels"
  REFERENCING NEW TABLE AS "vieworm_new" OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_delete"
  AFTER delete ON "golden"."parcels"
  REFERENCING OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_truncate"
  AFTER truncate ON "golden"."parcels"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TABLE "golden"."v_store" AS
SELECT * FROM "vieworm"."v_state";
CREATE UNIQUE INDEX "v_store_kind_idx" ON "golden"."v_store" ("kind") NULLS NOT DISTINCT;
CREATE TRIGGER "vieworm_guard" BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "golden"."v_store" FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."guard_store"();
ALTER TABLE "golden"."v_store" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v" ("kind", "fragile", "any_fragile", "flags") AS
SELECT "t2"."k1" AS "kind", "t2"."r1" AS "fragile", "t2"."r2" AS "any_fragile", "t2"."r3" AS "flags" FROM (SELECT "kind" AS "k1", "value_1" AS "r1", "value_2" AS "r2", "value_3" AS "r3" FROM "vieworm"."v_store" WHERE "rows" OPERATOR(pg_catalog.>) 0) AS "t2";

-- delete on parcels
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("kind", "rows", "value_1", "value_2", "value_3", "dirty")
        SELECT "k1", (OPERATOR(pg_catalog.-) pg_catalog.count(*)), NULL, NULL, NULL, true
        FROM (SELECT "t1"."kind" AS "k1", "t1"."fragile" AS "a1", "t1"."flags" AS "a2", false AS "added", -1 AS "weight" FROM vieworm_old AS "t1") AS i
        GROUP BY "k1"
        ORDER BY "k1"
        ON CONFLICT ("kind") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "dirty" = true
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) OR s."dirty" THEN s.ctid END
locks: none
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0)
  -
      UPDATE "vieworm"."v_store" AS s SET ("value_1", "value_2", "value_3", "dirty") = (
        SELECT bool_and("a1"), bool_or("a1"), bit_xor("a2"), false FROM (SELECT "t1"."kind" AS "k1", "t1"."fragile" AS "a1", "t1"."flags" AS "a2" FROM "golden"."parcels" AS "t1" WHERE ("t1"."kind") OPERATOR(pg_catalog.=) s."kind") AS i)
      WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND s."dirty"
number: 1

-- insert on parcels
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("kind", "rows", "value_1", "value_2", "value_3", "dirty")
        SELECT "k1", pg_catalog.count(*), NULL, NULL, NULL, true
        FROM (SELECT "t1"."kind" AS "k1", "t1"."fragile" AS "a1", "t1"."flags" AS "a2", true AS "added", 1 AS "weight" FROM vieworm_new AS "t1") AS i
        GROUP BY "k1"
        ORDER BY "k1"
        ON CONFLICT ("kind") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "dirty" = true
        RETURNING CASE WHEN s."dirty" THEN s.ctid END
locks: none
family: 1
finish:
  -
      UPDATE "vieworm"."v_store" AS s SET ("value_1", "value_2", "value_3", "dirty") = (
        SELECT bool_and("a1"), bool_or("a1"), bit_xor("a2"), false FROM (SELECT "t1"."kind" AS "k1", "t1"."fragile" AS "a1", "t1"."flags" AS "a2" FROM "golden"."parcels" AS "t1" WHERE ("t1"."kind") OPERATOR(pg_catalog.=) s."kind") AS i)
      WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND s."dirty"
number: 1

-- update on parcels
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("kind", "rows", "value_1", "value_2", "value_3", "dirty")
        SELECT "k1", COALESCE(pg_catalog.sum("weight"), 0), NULL, NULL, NULL, true
        FROM (SELECT "t1"."kind" AS "k1", "t1"."fragile" AS "a1", "t1"."flags" AS "a2", true AS "added", 1 AS "weight" FROM vieworm_new AS "t1"
          UNION ALL SELECT "t1"."kind" AS "k1", "t1"."fragile" AS "a1", "t1"."flags" AS "a2", false AS "added", -1 AS "weight" FROM vieworm_old AS "t1") AS i
        GROUP BY "k1"
        ORDER BY "k1"
        ON CONFLICT ("kind") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "dirty" = true
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) OR s."dirty" THEN s.ctid END
locks: none
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0)
  -
      UPDATE "vieworm"."v_store" AS s SET ("value_1", "value_2", "value_3", "dirty") = (
        SELECT bool_and("a1"), bool_or("a1"), bit_xor("a2"), false FROM (SELECT "t1"."kind" AS "k1", "t1"."fragile" AS "a1", "t1"."flags" AS "a2" FROM "golden"."parcels" AS "t1" WHERE ("t1"."kind") OPERATOR(pg_catalog.=) s."kind") AS i)
      WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND s."dirty"
number: 1
columns:
  - flags
  - fragile
  - kind
