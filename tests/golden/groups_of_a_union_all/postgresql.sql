-- {"created": true, "method": "materialized", "name": "v", "refresh": {"mode": "incremental", "on": "statement"}, "schema": "golden", "storage": "store", "strategy": {"golden.games": "linear"}}
CREATE VIEW "golden"."v_definition" ("player", "coins") AS
SELECT player, sum(coins) AS coins FROM (SELECT winner AS player, bet AS coins FROM games UNION ALL SELECT loser, -bet FROM games) AS both_sides GROUP BY player;
ALTER VIEW "golden"."v_definition" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v_state" AS
SELECT "k1" AS "player", pg_catalog.count(*) AS "rows", pg_catalog.count("a1") AS "count_1", COALESCE(pg_catalog.sum("a1"), 0) AS "integers_1"
FROM (SELECT "t1"."winner" AS "k1", "t1"."bet" AS "a1" FROM "golden"."games" AS "t1" UNION ALL SELECT "t2"."loser" AS "k1", (- "t2"."bet") AS "a1" FROM "golden"."games" AS "t2") AS i
GROUP BY "k1";
ALTER VIEW "golden"."v_state" SET SCHEMA "vieworm";
CREATE TRIGGER "v_store_insert"
  AFTER insert ON "golden"."games"
  REFERENCING NEW TABLE AS "vieworm_new"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_update"
  AFTER update ON "golden"."games"
  REFERENCING NEW TABLE AS "vieworm_new" OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_delete"
  AFTER delete ON "golden"."games"
  REFERENCING OLD TABLE AS "vieworm_old"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TRIGGER "v_store_truncate"
  AFTER truncate ON "golden"."games"
  FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."maintain"('v_store');
CREATE TABLE "golden"."v_store" AS
SELECT * FROM "vieworm"."v_state";
CREATE UNIQUE INDEX "v_store_player_idx" ON "golden"."v_store" ("player") NULLS NOT DISTINCT;
CREATE TRIGGER "vieworm_guard" BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "golden"."v_store" FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."guard_store"();
ALTER TABLE "golden"."v_store" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v" ("player", "coins") AS
SELECT "t4"."k1" AS "player", "t4"."r1" AS "coins" FROM (SELECT "player" AS "k1", CASE WHEN "count_1" OPERATOR(pg_catalog.>) 0 THEN "integers_1" END AS "r1" FROM "vieworm"."v_store" WHERE "rows" OPERATOR(pg_catalog.>) 0) AS "t4";

-- delete on games
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("player", "rows", "count_1", "integers_1")
        SELECT "k1", (OPERATOR(pg_catalog.-) pg_catalog.count(*)), (OPERATOR(pg_catalog.-) pg_catalog.count("a1")), (OPERATOR(pg_catalog.-) COALESCE(pg_catalog.sum("a1"), 0))
        FROM (SELECT "t1"."winner" AS "k1", "t1"."bet" AS "a1", false AS "added", -1 AS "weight" FROM vieworm_old AS "t1"
          UNION ALL SELECT "t2"."loser" AS "k1", (- "t2"."bet") AS "a1", false AS "added", -1 AS "weight" FROM vieworm_old AS "t2") AS i
        GROUP BY "k1"
        ORDER BY "k1"
        ON CONFLICT ("player") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "integers_1" = s."integers_1" OPERATOR(pg_catalog.+) excluded."integers_1"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."integers_1" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: none
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."integers_1" OPERATOR(pg_catalog.=) 0)
number: 1

-- insert on games
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("player", "rows", "count_1", "integers_1")
        SELECT "k1", pg_catalog.count(*), pg_catalog.count("a1"), COALESCE(pg_catalog.sum("a1"), 0)
        FROM (SELECT "t1"."winner" AS "k1", "t1"."bet" AS "a1", true AS "added", 1 AS "weight" FROM vieworm_new AS "t1"
          UNION ALL SELECT "t2"."loser" AS "k1", (- "t2"."bet") AS "a1", true AS "added", 1 AS "weight" FROM vieworm_new AS "t2") AS i
        GROUP BY "k1"
        ORDER BY "k1"
        ON CONFLICT ("player") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "integers_1" = s."integers_1" OPERATOR(pg_catalog.+) excluded."integers_1"
locks: none
family: 1
number: 1

-- update on games
apply:
  -
      INSERT INTO "vieworm"."v_store" AS s ("player", "rows", "count_1", "integers_1")
        SELECT "k1", COALESCE(pg_catalog.sum("weight"), 0), COALESCE(pg_catalog.sum("weight") FILTER (WHERE "a1" IS NOT NULL), 0), (COALESCE(pg_catalog.sum("a1") FILTER (WHERE "added"), 0) OPERATOR(pg_catalog.-) COALESCE(pg_catalog.sum("a1") FILTER (WHERE NOT "added"), 0))
        FROM (SELECT "t1"."winner" AS "k1", "t1"."bet" AS "a1", true AS "added", 1 AS "weight" FROM vieworm_new AS "t1"
          UNION ALL SELECT "t1"."winner" AS "k1", "t1"."bet" AS "a1", false AS "added", -1 AS "weight" FROM vieworm_old AS "t1"
          UNION ALL SELECT "t2"."loser" AS "k1", (- "t2"."bet") AS "a1", true AS "added", 1 AS "weight" FROM vieworm_new AS "t2"
          UNION ALL SELECT "t2"."loser" AS "k1", (- "t2"."bet") AS "a1", false AS "added", -1 AS "weight" FROM vieworm_old AS "t2") AS i
        GROUP BY "k1"
        HAVING COALESCE(pg_catalog.sum("weight"), 0) OPERATOR(pg_catalog.<>) 0 OR COALESCE(pg_catalog.sum("weight") FILTER (WHERE "a1" IS NOT NULL), 0) OPERATOR(pg_catalog.<>) 0 OR (COALESCE(pg_catalog.sum("a1") FILTER (WHERE "added"), 0) OPERATOR(pg_catalog.-) COALESCE(pg_catalog.sum("a1") FILTER (WHERE NOT "added"), 0)) OPERATOR(pg_catalog.<>) 0
        ORDER BY "k1"
        ON CONFLICT ("player") DO UPDATE SET "rows" = s."rows" OPERATOR(pg_catalog.+) excluded."rows", "count_1" = s."count_1" OPERATOR(pg_catalog.+) excluded."count_1", "integers_1" = s."integers_1" OPERATOR(pg_catalog.+) excluded."integers_1"
        RETURNING CASE WHEN (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."integers_1" OPERATOR(pg_catalog.=) 0) THEN s.ctid END
locks: none
family: 1
finish:
  - DELETE FROM "vieworm"."v_store" AS s WHERE s.ctid OPERATOR(pg_catalog.=) ANY ($1) AND (s."rows" OPERATOR(pg_catalog.=) 0 AND s."count_1" OPERATOR(pg_catalog.=) 0 AND s."integers_1" OPERATOR(pg_catalog.=) 0)
number: 1
columns:
  - bet
  - winner
  - loser
