-- {"created": true, "method": "materialized", "name": "v", "reason": "it uses an outer join", "refresh": {"mode": "full", "on": "demand"}, "schema": "main", "storage": "store", "strategy": {"main.customers": "full", "main.orders": "full"}}
CREATE TABLE "main"."_vieworm_v_store" ("id" INTEGER, "name" TEXT, "day" TEXT);
INSERT INTO "main"."_vieworm_v_store"
SELECT c.id, c.name, o.day FROM "main".customers c LEFT JOIN "main".orders o ON o.customer = c.id;
CREATE VIEW "main"."v" ("id", "name", "day") AS
-- vieworm: {"name":"v","definition":"SELECT c.id, c.name, o.day FROM customers c LEFT JOIN orders o ON o.customer = c.id","refresh":{"on":"statement"}}
SELECT "id", "name", "day"
FROM "_vieworm_v_store";
CREATE TRIGGER "main"."_vieworm_v_customers_names" AFTER UPDATE OF "_vieworm_" ON "customers"
BEGIN
  SELECT NEW."id", NEW."name", NULL;
END;
CREATE TRIGGER "main"."_vieworm_v_orders_names" AFTER UPDATE OF "_vieworm_" ON "orders"
BEGIN
  SELECT NEW."id", NEW."customer", NEW."day", NULL;
END;

