-- Foreign key actions that change the table of the very statement, or one table several times: to a
-- trigger they are one statement, and it is told of the columns of the last of them only.
\i sql/include/setup.sql
\i sql/include/maintained.sql

-- A view that does not use the column which the action sets, of the table that is updated.
CREATE TABLE node (id text PRIMARY KEY, parent text REFERENCES node ON UPDATE SET NULL ON DELETE SET NULL, v int);
INSERT INTO node VALUES ('a', NULL, 1), ('b', 'a', 2), ('c', 'a', 3);
SELECT keep('ids', 'SELECT id FROM node');
SELECT keep('parents', 'SELECT parent, count(*) AS n FROM node GROUP BY parent');
UPDATE node SET id = id || '2';
SELECT * FROM wrong();
SELECT * FROM ids ORDER BY id;
UPDATE node SET parent = 'b2' WHERE id = 'a2';
DELETE FROM node WHERE id = 'b2';
SELECT * FROM wrong();

-- Two columns that follow one key, the first of them used by the view.
CREATE TABLE team (id int PRIMARY KEY);
CREATE TABLE game (id int PRIMARY KEY, home int REFERENCES team ON UPDATE CASCADE, away int REFERENCES team ON UPDATE CASCADE);
INSERT INTO team VALUES (1), (2);
INSERT INTO game VALUES (1, 1, 1), (2, 1, 2), (3, 2, 1);
SELECT keep('homes', 'SELECT home, count(*) AS n FROM game GROUP BY home');
SELECT keep('aways', 'SELECT id, away FROM game');
UPDATE team SET id = id + 10;
SELECT * FROM wrong();
SELECT * FROM homes ORDER BY home;

\i sql/include/teardown.sql
