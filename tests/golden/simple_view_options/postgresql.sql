-- {"created": true, "method": "simple", "name": "v", "schema": "golden", "storage": "view"}
CREATE VIEW "golden"."v" ("number", "place") AS
SELECT id, region FROM orders;
COMMENT ON VIEW "golden"."v" IS 'Where orders come from';
