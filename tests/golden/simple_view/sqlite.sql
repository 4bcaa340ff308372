-- {"created": true, "method": "simple", "name": "v", "schema": "main", "storage": "view"}
CREATE VIEW "main"."v" ("id", "region") AS
SELECT id, region FROM orders WHERE paid = 1;

