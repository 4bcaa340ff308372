-- {"created": true, "method": "materialized", "name": "v", "reason": "it is refreshed on demand, not by statement", "refresh": {"mode": "full", "on": "demand", "schedule": "5 minutes"}, "schema": "golden", "storage": "materialized view", "strategy": {"golden.orders": "full"}}
CREATE MATERIALIZED VIEW "golden"."v" ("region", "amount") AS
SELECT region, sum(amount) AS amount FROM orders GROUP BY region
WITH NO DATA;
REFRESH MATERIALIZED VIEW "golden"."v";
CREATE UNIQUE INDEX ON "golden"."v" ("region");
