CREATE TABLE orders (id INTEGER PRIMARY KEY NOT NULL, region TEXT NOT NULL, amount INTEGER, paid INTEGER NOT NULL);
SELECT public.vieworm_create('{"name": "sales", "refresh": {"on": "statement"},
  "definition": "SELECT region, sum(amount) AS amount FROM orders GROUP BY region"}');
