-- {"created": true, "method": "materialized", "name": "v", "reason": "it is refreshed on demand, not by statement", "refresh": {"mode": "full", "on": "demand", "schedule": "5 minutes"}, "schema": "main", "storage": "store", "strategy": {"main.orders": "full"}}
CREATE TABLE "main"."_vieworm_v_store" ("region" TEXT, "amount");
INSERT INTO "main"."_vieworm_v_store"
SELECT region, sum(amount) AS amount FROM "main".orders GROUP BY region;
CREATE UNIQUE INDEX "main"."_vieworm_v_region_idx" ON "_vieworm_v_store" ("region");
CREATE VIEW "main"."v" ("region", "amount") AS
-- vieworm: {"name":"v","definition":"SELECT region, sum(amount) AS amount FROM orders GROUP BY region","refresh":{"schedule":"5 minutes"},"indexes":[{"columns":["region"],"unique":true}]}
SELECT "region", "amount"
FROM "_vieworm_v_store";
CREATE TRIGGER "main"."_vieworm_v_orders_names" AFTER UPDATE OF "_vieworm_" ON "orders"
BEGIN
  SELECT NEW."id", NEW."region", NEW."amount", NULL;
END;

