-- {"created": true, "method": "table", "name": "v", "reason": "it is refreshed on demand, not by statement", "refresh": {"mode": "full", "on": "demand"}, "schema": "main", "storage": "store", "strategy": {"main.orders": "full"}}
CREATE TABLE "main"."_vieworm_v_store" ("region" TEXT, "amount");
INSERT INTO "main"."_vieworm_v_store"
SELECT region, sum(amount) AS amount FROM "main".orders GROUP BY region;
CREATE INDEX "main"."v_amounts" ON "_vieworm_v_store" ("amount" DESC);
CREATE VIEW "main"."v" ("region", "amount") AS
-- vieworm: {"name":"v","definition":"SELECT region, sum(amount) AS amount FROM orders GROUP BY region","refresh":{},"method":"table","indexes":[{"columns":[{"column":"amount","order":"desc"}],"name":"v_amounts"}]}
SELECT "region", "amount"
FROM "_vieworm_v_store";
CREATE TRIGGER "main"."_vieworm_v_orders_names" AFTER UPDATE OF "_vieworm_" ON "orders"
BEGIN
  SELECT NEW."id", NEW."region", NEW."amount", NULL;
END;

