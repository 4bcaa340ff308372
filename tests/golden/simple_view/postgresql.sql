-- {"created": true, "method": "simple", "name": "v", "schema": "golden", "storage": "view"}
CREATE VIEW "golden"."v" ("id", "region") AS
SELECT id, region FROM orders WHERE paid = 1;
