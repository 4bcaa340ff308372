-- The tables of one variant, in its schema :schema, with :rows rows in t.
--
-- Rows of one group have ids that are equal modulo 16, so that clients can be told to keep to
-- groups of their own; so have those of a joined group. One row in twenty matches no row of d.
CREATE SCHEMA :schema;
SET search_path = :schema;

CREATE TABLE t (
  id int PRIMARY KEY,
  g int NOT NULL,
  d int NOT NULL,
  v int NOT NULL,
  filler char(84) NOT NULL DEFAULT ''
);
INSERT INTO t SELECT i, i % 1024, i % 4304, i % 100 FROM generate_series(1, :rows) AS i;

CREATE TABLE d (id int PRIMARY KEY, c int NOT NULL, name text NOT NULL);
INSERT INTO d SELECT i, i % 1024, 'name ' || i FROM generate_series(0, 4095) AS i;
