-- {"created": true, "method": "materialized", "name": "v", "reason": "it uses a subquery in an expression", "refresh": {"mode": "full", "on": "demand"}, "schema": "main", "storage": "store", "strategy": {"main.customers": "full", "main.orders": "full"}}
CREATE TABLE "main"."_vieworm_v_store" ("id" INTEGER, "name" TEXT);
INSERT INTO "main"."_vieworm_v_store"
SELECT id, name FROM "main".customers c WHERE EXISTS (SELECT 1 FROM "main".orders o WHERE o.customer = c.id);
CREATE VIEW "main"."v" ("id", "name") AS
-- vieworm: {"name":"v","definition":"SELECT id, name FROM customers c WHERE EXISTS (SELECT 1 FROM orders o WHERE o.customer = c.id)","refresh":{"on":"statement"}}
SELECT "id", "name"
FROM "_vieworm_v_store";
CREATE TRIGGER "main"."_vieworm_v_customers_names" AFTER UPDATE OF "_vieworm_" ON "customers"
BEGIN
  SELECT NEW."id", NEW."name", NULL;
END;
CREATE TRIGGER "main"."_vieworm_v_orders_names" AFTER UPDATE OF "_vieworm_" ON "orders"
BEGIN
  SELECT NEW."id", NEW."customer", NULL;
END;

