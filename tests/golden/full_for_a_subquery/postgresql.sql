-- {"created": true, "method": "materialized", "name": "v", "reason": "it has a subquery in an expression", "refresh": {"mode": "full", "on": "demand"}, "schema": "golden", "storage": "materialized view", "strategy": {"golden.customers": "full", "golden.orders": "full"}}
CREATE MATERIALIZED VIEW "golden"."v" ("id", "name") AS
SELECT id, name FROM customers c WHERE EXISTS (SELECT 1 FROM orders o WHERE o.customer = c.id)
WITH NO DATA;
REFRESH MATERIALIZED VIEW "golden"."v";
