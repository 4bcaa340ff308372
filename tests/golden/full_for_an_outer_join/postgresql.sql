-- {"created": true, "method": "materialized", "name": "v", "reason": "it uses an outer join", "refresh": {"mode": "full", "on": "demand"}, "schema": "golden", "storage": "materialized view", "strategy": {"golden.customers": "full", "golden.orders": "full"}}
CREATE MATERIALIZED VIEW "golden"."v" ("id", "name", "day") AS
SELECT c.id, c.name, o.day FROM customers c LEFT JOIN orders o ON o.customer = c.id
WITH NO DATA;
REFRESH MATERIALIZED VIEW "golden"."v";
