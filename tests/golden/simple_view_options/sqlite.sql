-- {"created": true, "method": "simple", "name": "v", "schema": "main", "storage": "view"}
CREATE VIEW "main"."v" ("number", "place") AS
SELECT id, region FROM orders;

