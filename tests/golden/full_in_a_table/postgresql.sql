-- {"created": true, "method": "table", "name": "v", "reason": "it is refreshed on demand, not by statement", "refresh": {"mode": "full", "on": "demand"}, "schema": "golden", "storage": "store", "strategy": {"golden.orders": "full"}}
CREATE VIEW "golden"."v_definition" ("region", "amount") AS
SELECT region, sum(amount) AS amount FROM orders GROUP BY region;
ALTER VIEW "golden"."v_definition" SET SCHEMA "vieworm";
CREATE TABLE "golden"."v_store" AS
SELECT * FROM "vieworm"."v_definition";
CREATE INDEX "v_amounts" ON "golden"."v_store" ("amount" DESC);
CREATE TRIGGER "vieworm_guard" BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "golden"."v_store" FOR EACH STATEMENT EXECUTE FUNCTION "vieworm"."guard_store"();
ALTER TABLE "golden"."v_store" SET SCHEMA "vieworm";
CREATE VIEW "golden"."v" AS
SELECT "region", "amount"
FROM "vieworm"."v_store";
