-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "golden", "storage": "store", "strategy": {"golden.events": "keyed"}}
CREATE VIEW "golden"."v_definition" ("id", "amount") AS
SELECT id, amount FROM events WHERE happened >= now() - interval '30 days';
ALTER VIEW "golden"."v_definition" SET SCHEMA "vieworm";
CREATE TABLE "golden"."v_window" AS
SELECT pg_catalog.now() AS "as_of", (now() - '30 days'::interval) AS "bound_1";
CREATE TRIGGER "vieworm_guard" BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "golden"."v_window" FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."guard_store"();
ALTER TABLE "golden"."v_window" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v_state" AS
SELECT "t1"."id" AS "id", "t1"."amount" AS "amount", "t1"."id" AS "key_1_1" FROM "golden"."events" AS "t1", "vieworm"."v_window" AS "t2" WHERE (("t1"."happened" >= "t2"."bound_1"));
ALTER VIEW "golden"."v_state" SET SCHEMA "vieworm";
CREATE TRIGGER "v_store_insert"
  AFTER insert ON "golden"."events"
  REFERENCING NEW TABLE AS "vieworm_new"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_begin_insert"
  BEFORE insert ON "golden"."events"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_update"
  AFTER update ON "golden"."events"
  REFERENCING NEW TABLE AS "vieworm_new" OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_begin_update"
  BEFORE update ON "golden"."events"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_delete"
  AFTER delete ON "golden"."events"
  REFERENCING OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_begin_delete"
  BEFORE delete ON "golden"."events"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_truncate"
  AFTER truncate ON "golden"."events"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TABLE "golden"."v_store" AS
SELECT * FROM "vieworm"."v_state";
CREATE INDEX "v_store_key_1_1_idx" ON "golden"."v_store" ("key_1_1");
CREATE TRIGGER "vieworm_guard" BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "golden"."v_store" FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."guard_store"();
ALTER TABLE "golden"."v_store" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v" ("id", "amount") AS
SELECT "id" AS "id", "amount" AS "amount" FROM "vieworm"."v_store";

-- delete on events
alone:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_old) AS n WHERE s."key_1_1" OPERATOR(pg_catalog.=) n."id"
apply:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_old) AS n WHERE s."key_1_1" OPERATOR(pg_catalog.=) n."id"
  - INSERT INTO "vieworm"."v_store" ("id", "amount", "key_1_1") SELECT "t1"."id", "t1"."amount", "t1"."id" FROM (SELECT "id" FROM vieworm_old) AS n CROSS JOIN LATERAL (SELECT t.* FROM "golden"."events" AS t WHERE t."id" OPERATOR(pg_catalog.=) n."id" OFFSET 0) AS "t1", "vieworm"."v_window" AS "t2" WHERE (("t1"."happened" >= "t2"."bound_1"))
keyed: True
locks: others
family: 1
number: 1
one_row:
  apply:
    - DELETE FROM "vieworm"."v_store" AS s WHERE s."key_1_1" OPERATOR(pg_catalog.=) $1 AND NOT EXISTS (SELECT FROM "golden"."events" AS "t1" WHERE "t1"."id" OPERATOR(pg_catalog.=) $1)
  columns:
    - id
overlaps: True

-- insert on events
alone:
  - INSERT INTO "vieworm"."v_store" ("id", "amount", "key_1_1") SELECT "t1"."id", "t1"."amount", "t1"."id" FROM vieworm_new AS "t1", "vieworm"."v_window" AS "t2" WHERE (("t1"."happened" >= "t2"."bound_1"))
apply:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_new) AS n WHERE s."key_1_1" OPERATOR(pg_catalog.=) n."id"
  - INSERT INTO "vieworm"."v_store" ("id", "amount", "key_1_1") SELECT "t1"."id", "t1"."amount", "t1"."id" FROM (SELECT "id" FROM vieworm_new) AS n CROSS JOIN LATERAL (SELECT t.* FROM "golden"."events" AS t WHERE t."id" OPERATOR(pg_catalog.=) n."id" OFFSET 0) AS "t1", "vieworm"."v_window" AS "t2" WHERE (("t1"."happened" >= "t2"."bound_1"))
keyed: True
locks: others
family: 1
number: 1
one_row:
  apply:
    - DELETE FROM "vieworm"."v_store" AS s WHERE s."key_1_1" OPERATOR(pg_catalog.=) $1
    - INSERT INTO "vieworm"."v_store" ("id", "amount", "key_1_1") SELECT "t1"."id", "t1"."amount", "t1"."id" FROM "golden"."events" AS "t1", "vieworm"."v_window" AS "t2" WHERE (("t1"."happened" >= "t2"."bound_1")) AND "t1"."id" OPERATOR(pg_catalog.=) $1
  columns:
    - id
overlaps: True

-- update on events
alone:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_old) AS n WHERE s."key_1_1" OPERATOR(pg_catalog.=) n."id"
  - INSERT INTO "vieworm"."v_store" ("id", "amount", "key_1_1") SELECT "t1"."id", "t1"."amount", "t1"."id" FROM vieworm_new AS "t1", "vieworm"."v_window" AS "t2" WHERE (("t1"."happened" >= "t2"."bound_1"))
apply:
  - DELETE FROM "vieworm"."v_store" AS s USING (SELECT "id" FROM vieworm_old UNION SELECT "id" FROM vieworm_new) AS n WHERE s."key_1_1" OPERATOR(pg_catalog.=) n."id"
  - INSERT INTO "vieworm"."v_store" ("id", "amount", "key_1_1") SELECT "t1"."id", "t1"."amount", "t1"."id" FROM (SELECT "id" FROM vieworm_old UNION SELECT "id" FROM vieworm_new) AS n CROSS JOIN LATERAL (SELECT t.* FROM "golden"."events" AS t WHERE t."id" OPERATOR(pg_catalog.=) n."id" OFFSET 0) AS "t1", "vieworm"."v_window" AS "t2" WHERE (("t1"."happened" >= "t2"."bound_1"))
keyed: True
locks: others
family: 1
number: 1
columns:
  - amount
  - happened
  - id
one_row:
  same:
    - id
  apply:
    - DELETE FROM "vieworm"."v_store" AS s WHERE s."key_1_1" OPERATOR(pg_catalog.=) $1
    - INSERT INTO "vieworm"."v_store" ("id", "amount", "key_1_1") SELECT "t1"."id", "t1"."amount", "t1"."id" FROM "golden"."events" AS "t1", "vieworm"."v_window" AS "t2" WHERE (("t1"."happened" >= "t2"."bound_1")) AND "t1"."id" OPERATOR(pg_catalog.=) $1
  columns:
    - id
overlaps: True

-- move window on vieworm.v_store
- U
- P
- D
- A
- T
- E
-  
- "
- v
- i
- e
- w
- o
- r
- m
- "
- .
- "
- v
- _
- w
- i
- n
- d
- o
- w
- "
-  
- S
- E
- T
-  
- "
- a
- s
- _
- o
- f
- "
-  
- =
-  
- p
- g
- _
- c
- a
- t
- a
- l
- o
- g
- .
- n
- o
- w
- (
- )
- ,
-  
- "
- b
- o
- u
- n
- d
- _
- 1
- "
-  
- =
-  
- (
- n
- o
- w
- (
- )
-  
- -
-  
- '
- 3
- 0
-  
- d
- a
- y
- s
- '
- :
- :
- i
- n
- t
- e
- r
- v
- a
- l
- )
