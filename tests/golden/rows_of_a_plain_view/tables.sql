CREATE TABLE orders (id INTEGER PRIMARY KEY NOT NULL, region TEXT NOT NULL, amount INTEGER, paid INTEGER NOT NULL);
CREATE VIEW doubled AS SELECT id, amount * 2 AS twice FROM orders WHERE paid = 1;
