-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "golden", "storage": "store", "strategy": {"golden.events": "linear"}}
CREATE VIEW "golden"."v_definition" ("kind", "n") AS
SELECT kind, count(*) AS n FROM events WHERE happened >= now() - interval '30 days' GROUP BY kind;
ALTER VIEW "golden"."v_definition" SET SCHEMA "vieworm";
CREATE TABLE "golden"."v_window" AS
SELECT pg_catalog.now() AS "as_of", (now() - '30 days'::interval) AS "bound_1";
CREATE TRIGGER "vieworm_guard" BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "golden"."v_window" FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."guard_store"();
ALTER TABLE "golden"."v_window" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v_state" AS
SELECT "k1" AS "kind", pg_catalog.count(*) AS "rows"
FROM (SELECT "t1"."kind" AS "k1" FROM "golden"."events" AS "t1", "vieworm"."v_window" AS "t2" WHERE (("t1"."happened" >= "t2"."bound_1"))) AS i
GROUP BY "k1";
ALTER VIEW "golden"."v_state" SET SCHEMA "vieworm";
CREATE TRIGGER "v_store_insert"
  AFTER insert ON "golden"."events"
  REFERENCING NEW TABLE AS "vieworm_new"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_update"
  AFTER update ON "golden"."events"
  REFERENCING NEW TABLE AS "vieworm_new" OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_delete"
  AFTER delete ON "golden"."events"
  REFERENCING OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_truncate"
  AFTER truncate ON "golden"."events"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TABLE "golden"."v_store" AS
SELECT * FROM "vieworm"."v_state";
CREATE UNIQUE INDEX "v_store_kind_idx" ON "golden"."v_store" ("kind") NULLS NOT DISTINCT;
CREATE TRIGGER "vieworm_guard" BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "golden"."v_store" FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."guard_store"();
ALTER TABLE "golden"."v_store" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v" ("kind", "n") AS
SELECT "t3"."k1" AS "kind", "t3"."r1" AS "n" FROM (SELECT "kind" AS "k1", "rows" AS "r1" FROM "vieworm"."v_store" WHERE "rows" OPERATOR(pg_catalog.>) 0) AS "t3";

-- delete on events
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("kind", "rows")
        SELECT "k1", (OPERATOR(pg_catalog.-) pg_catalog.count(*))
        FROM (SELECT "t1"."kind" AS "k1", false AS "added", -1 AS "weight" FROM vieworm_old AS "t1", "vieworm"."v_window" AS "t2" WHERE (("t1"."happened" >= "t2"."bound_1"))) AS i
        GROUP BY "k1"
        ORDER BY "k1"
        ON CONFLICT ("kind") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: others
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0)
number: 1
one_row:
  apply:
    -
        INSERT INTO "vieworm"."v_store" AS s ("kind", "rows")
          SELECT "k1", -1
          FROM (SELECT $2 AS "k1" FROM "vieworm"."v_window" AS "t2" WHERE (($1 >= "t2"."bound_1"))) AS i
          ON CONFLICT ("kind") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
          RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
  columns:
    - happened
    - kind

-- insert on events
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("kind", "rows")
        SELECT "k1", pg_catalog.count(*)
        FROM (SELECT "t1"."kind" AS "k1", true AS "added", 1 AS "weight" FROM vieworm_new AS "t1", "vieworm"."v_window" AS "t2" WHERE (("t1"."happened" >= "t2"."bound_1"))) AS i
        GROUP BY "k1"
        ORDER BY "k1"
        ON CONFLICT ("kind") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
locks: others
family: 1
number: 1
one_row:
  apply:
    -
        INSERT INTO "vieworm"."v_store" AS s ("kind", "rows")
          SELECT "k1", 1
          FROM (SELECT $2 AS "k1" FROM "vieworm"."v_window" AS "t2" WHERE (($1 >= "t2"."bound_1"))) AS i
          ON CONFLICT ("kind") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
  columns:
    - happened
    - kind

-- update on events
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("kind", "rows")
        SELECT "k1", COALESCE(pg_catalog.sum("weight"), 0)
        FROM (SELECT "t1"."kind" AS "k1", "t1"."added" AS "added", CASE WHEN "t1"."added" THEN 1 ELSE -1 END AS "weight" FROM (SELECT "happened", "kind", true AS "added" FROM vieworm_new UNION ALL SELECT "happened", "kind", false FROM vieworm_old) AS "t1", "vieworm"."v_window" AS "t2" WHERE (("t1"."happened" >= "t2"."bound_1"))) AS i
        GROUP BY "k1"
        HAVING COALESCE(pg_catalog.sum("weight"), 0) OPERATOR(pg_catalog.<>) 0
        ORDER BY "k1"
        ON CONFLICT ("kind") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: others
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0)
number: 1
columns:
  - happened
  - kind
one_row:
  same:
    - happened
    - kind
  moves:
    -
        INSERT INTO "vieworm"."v_store" AS s ("kind", "rows")
          SELECT "k1", -1
          FROM (SELECT $4 AS "k1" FROM "vieworm"."v_window" AS "t2" WHERE (($3 >= "t2"."bound_1"))) AS i
          ON CONFLICT ("kind") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
          RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
    -
        INSERT INTO "vieworm"."v_store" AS s ("kind", "rows")
          SELECT "k1", 1
          FROM (SELECT $2 AS "k1" FROM "vieworm"."v_window" AS "t2" WHERE (($1 >= "t2"."bound_1"))) AS i
          ON CONFLICT ("kind") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows"
  order:
    - kind
  columns:
    - happened
    - kind

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
