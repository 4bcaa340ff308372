-- Groups over joins: whichever of the tables changes, and however many at once, after every
-- statement each view shows what its definition gives.
\i sql/include/setup.sql
\i sql/include/maintained.sql

CREATE TABLE team (id int PRIMARY KEY, name text, league int);
CREATE TABLE player (id int PRIMARY KEY, team int REFERENCES team ON DELETE CASCADE ON UPDATE CASCADE, captain int REFERENCES player ON DELETE SET NULL, name text);
CREATE TABLE score (player int REFERENCES player ON DELETE CASCADE ON UPDATE CASCADE, points int);  -- no key
INSERT INTO team SELECT i, 'team' || i, i % 2 FROM generate_series(1, 6) AS i;
INSERT INTO player SELECT i, 1 + i % 6, nullif(1 + i % 4, i), 'player' || i FROM generate_series(1, 20) AS i;
INSERT INTO score SELECT 1 + i % 20, i % 7 FROM generate_series(1, 60) AS i;

SELECT keep('by_team', 'SELECT t.name, count(*) AS n, sum(s.points) AS points, avg(s.points) AS mean FROM score AS s JOIN player AS p ON p.id = s.player JOIN team AS t ON t.id = p.team GROUP BY t.name');
SELECT keep('best', 'SELECT t.league, max(s.points) AS best, min(p.name) AS first, string_agg(p.name, '','' ORDER BY p.name, s.points) AS all_of_them FROM score AS s, player AS p, team AS t WHERE p.id = s.player AND t.id = p.team GROUP BY t.league');
SELECT keep('rows_without_key', 'SELECT p.name, s.points FROM score AS s JOIN player AS p ON p.id = s.player');
SELECT keep('leagues', 'SELECT DISTINCT t.league, p.captain FROM player AS p JOIN team AS t ON t.id = p.team');
SELECT keep('mates', 'SELECT a.team, count(*) AS n, sum(a.id * b.id) AS s, max(b.name) AS last FROM player AS a JOIN player AS b ON a.team = b.team AND a.id <> b.id GROUP BY a.team');
SELECT keep('chain', 'SELECT c.name, count(*) AS n, sum(a.id) AS s FROM player AS a JOIN player AS b ON a.captain = b.id JOIN player AS c ON b.captain = c.id GROUP BY c.name');
SELECT keep('silent', 'SELECT id FROM player EXCEPT SELECT s.player FROM score AS s JOIN player AS p ON p.id = s.player');
SELECT keep('everything', 'SELECT count(*) AS n, sum(points) AS s FROM score AS s JOIN player AS p ON p.id = s.player');
SELECT keep('union_of_joins', 'SELECT name, count(*) AS n FROM (SELECT t.name FROM player AS p JOIN team AS t ON t.id = p.team UNION ALL SELECT p.name FROM player AS p JOIN score AS s ON s.player = p.id) AS x GROUP BY name');
SELECT * FROM wrong();

-- What is looked up by which columns, and has no index for that.
SELECT detail FROM vieworm_explain('by_team') WHERE detail LIKE 'Missing%';
SELECT detail FROM vieworm_explain('best') WHERE detail LIKE 'Missing%';
SELECT step, split_part(detail, E'\n', 1) AS detail FROM vieworm_explain('{"name": "by_name", "definition": "SELECT p.name, max(s.points) AS best FROM score AS s JOIN player AS p ON p.id = s.player GROUP BY p.name", "refresh": {"on": "statement"}}'::jsonb);
SELECT * FROM vieworm_explain('{"name": "by_team", "definition": "SELECT name FROM team LEFT JOIN player USING (name)", "refresh": {"on": "statement"}}'::jsonb);
SELECT detail FROM vieworm_explain('{"name": "plain", "definition": "SELECT name FROM team"}'::jsonb);
SELECT attempt($$ SELECT vieworm_explain('{"name": "plain", "definition": "SELECT nothing FROM team"}'::jsonb) $$);
CREATE INDEX ON score (player);
CREATE INDEX ON player (team, name);
SELECT detail FROM vieworm_explain('best') WHERE detail LIKE 'Missing%';

-- One table at a time.
INSERT INTO score SELECT 1 + i % 20, i FROM generate_series(1, 10) AS i;
UPDATE score SET points = points + 1 WHERE player < 5;
UPDATE score SET player = 3 WHERE points = 2;
DELETE FROM score WHERE points = 0;
UPDATE player SET team = 1 + team % 6 WHERE id % 3 = 0;
UPDATE player SET name = upper(name), captain = NULL WHERE id = 7;
UPDATE team SET league = 3 WHERE id < 3;
UPDATE team SET name = 'same';
SELECT * FROM wrong();
SELECT * FROM by_team;

-- Foreign key actions change the next table before the first one is followed.
UPDATE team SET id = id + 10 WHERE id IN (1, 2);
UPDATE player SET id = id + 100 WHERE id IN (5, 6);
DELETE FROM player WHERE id = 3;
DELETE FROM team WHERE id = 11;
SELECT * FROM wrong();

-- Data-modifying WITH, in one statement: partners come and go together.
WITH t AS (INSERT INTO team VALUES (20, 'new', 5) RETURNING id),
  p AS (INSERT INTO player SELECT 200 + i, id, 2, 'p' FROM t, generate_series(1, 3) AS i RETURNING id)
INSERT INTO score SELECT id, 4 FROM p;
-- Of two UPDATEs of one table, PostgreSQL tells the columns of the last one alone.
WITH a AS (UPDATE player SET team = 5 WHERE id = 201) UPDATE player SET captain = NULL WHERE id = 203;
SELECT * FROM wrong();
WITH t AS (UPDATE team SET name = 'other' WHERE id = 20), p AS (UPDATE player SET team = 20 WHERE id = 6)
DELETE FROM score WHERE player = 201;
WITH s AS (DELETE FROM score WHERE player = 202), p AS (DELETE FROM player WHERE id = 202)
UPDATE team SET league = league + 1;
SELECT * FROM wrong();

-- MERGE, and INSERT ... ON CONFLICT.
MERGE INTO player AS p USING (VALUES (6, 3), (7, 4), (300, 5)) AS v(id, team) ON p.id = v.id
  WHEN MATCHED AND v.id = 6 THEN DELETE WHEN MATCHED THEN UPDATE SET team = v.team
  WHEN NOT MATCHED THEN INSERT VALUES (v.id, v.team, 7, 'merged');
INSERT INTO player VALUES (7, 20, NULL, 'again'), (301, 20, 7, 'fresh') ON CONFLICT (id) DO UPDATE SET team = excluded.team;
SELECT * FROM wrong();

-- Triggers that write to the other tables, one inside the other, and subtransactions that fail.
CREATE FUNCTION reward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO score SELECT id, 9 FROM player WHERE team = NEW.id AND id % 2 = 0;
  BEGIN
    UPDATE player SET name = name || '!' WHERE team = NEW.id;
    DELETE FROM score WHERE player = 8;
    IF NEW.league = 7 THEN RAISE EXCEPTION 'not in this league'; END IF;
  EXCEPTION WHEN raise_exception THEN
    UPDATE player SET captain = 8 WHERE team = NEW.id;
  END;
  RETURN NULL;
END $$;
CREATE TRIGGER reward AFTER UPDATE ON team FOR EACH ROW EXECUTE FUNCTION reward();
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE team SET name = 'noted' WHERE id = 5 AND name <> 'noted';
  DELETE FROM score WHERE points > 40;
  RETURN NULL;
END $$;
CREATE TRIGGER note AFTER INSERT ON score FOR EACH STATEMENT EXECUTE FUNCTION note();
UPDATE team SET league = 6 WHERE id IN (3, 4);
UPDATE team SET league = 7 WHERE id IN (4, 5);
INSERT INTO score VALUES (8, 41), (9, 1);
SELECT * FROM wrong();
BEGIN;
UPDATE team SET league = 8 WHERE id = 4;
SAVEPOINT a;
DELETE FROM team WHERE id = 4;
ROLLBACK TO a;
UPDATE team SET league = 9 WHERE id = 4;
COMMIT;
SELECT * FROM wrong();
DROP TRIGGER reward ON team;

-- A source that is emptied while a statement on another one is under way.
CREATE FUNCTION forget() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN TRUNCATE score; RETURN NULL; END';
CREATE TRIGGER forget AFTER DELETE ON team FOR EACH ROW EXECUTE FUNCTION forget();
DELETE FROM team WHERE id = 3;
SELECT * FROM wrong();
DROP TRIGGER forget ON team;
INSERT INTO score SELECT id, id % 5 FROM player;
TRUNCATE player, score;
SELECT * FROM wrong();
INSERT INTO player VALUES (1, 4, NULL, 'one'), (2, 4, 1, 'two');
INSERT INTO score VALUES (1, 5), (2, 6);
SELECT * FROM wrong();
SELECT * FROM by_team;

-- Half of the triggers, where no event trigger sees it: the write goes on, and the view says that it
-- is stale.
CREATE PROCEDURE unseen(command text) LANGUAGE plpgsql SET session_replication_role = replica AS $$ BEGIN EXECUTE command; END $$;
CALL unseen('ALTER TABLE player DISABLE TRIGGER mates_store_update');
UPDATE player SET name = 'x';
CALL unseen('ALTER TABLE player ENABLE TRIGGER mates_store_update');
CALL unseen('ALTER TABLE team DISABLE TRIGGER by_team_store_delete');
BEGIN;
DELETE FROM team WHERE id = 4;
COMMIT;
CALL unseen('ALTER TABLE team ENABLE TRIGGER by_team_store_delete');
INSERT INTO team VALUES (4, 'again', 1);
INSERT INTO player VALUES (1, 4, NULL, 'one'), (2, 4, 1, 'two');
INSERT INTO score VALUES (1, 5), (2, 6);
SELECT name, stale_reason FROM vieworm_views WHERE stale ORDER BY 1;
SELECT r ->> 'name' AS name, r ->> 'deleted' AS deleted, r ->> 'inserted' AS inserted FROM vieworm_views AS v, vieworm_repair(v.name) AS r WHERE v.stale ORDER BY 1;
SELECT * FROM wrong();

-- Not while a statement is under way.
CREATE FUNCTION repair() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM vieworm_repair('by_team'); RETURN NULL; END $$;
CREATE TRIGGER repair AFTER INSERT ON score FOR EACH ROW EXECUTE FUNCTION repair();
SELECT attempt('INSERT INTO score VALUES (1, 1)');
DROP TRIGGER repair ON score;

-- Too many ways to change at once, and a table joined to itself too often.
SELECT vieworm_create('seven', 'SELECT count(*) AS n FROM team AS a, team AS b, team AS c, team AS d, team AS e, team AS f, team AS g WHERE a.id = b.id AND b.id = c.id AND c.id = d.id AND d.id = e.id AND e.id = f.id AND f.id = g.id', '{"refresh": {"on": "statement"}}') -> 'reason';
CREATE TABLE a1 (id int, x int); CREATE TABLE a2 (id int, x int); CREATE TABLE a3 (id int, x int); CREATE TABLE a4 (id int, x int);
CREATE TABLE a5 (id int, x int); CREATE TABLE a6 (id int, x int); CREATE TABLE a7 (id int, x int);
SELECT keep('of_seven', 'SELECT a1.x, count(*) AS n FROM a1, a2, a3, a4, a5, a6, a7 WHERE a1.id = a2.id AND a2.id = a3.id AND a3.id = a4.id AND a4.id = a5.id AND a5.id = a6.id AND a6.id = a7.id GROUP BY a1.x');
INSERT INTO a1 VALUES (1, 1), (2, 2); INSERT INTO a2 VALUES (1, 1), (2, 2); INSERT INTO a3 VALUES (1, 1), (2, 2);
INSERT INTO a4 VALUES (1, 1), (2, 2); INSERT INTO a5 VALUES (1, 1), (2, 2);
WITH x AS (INSERT INTO a6 VALUES (1, 1), (2, 2)), y AS (UPDATE a1 SET x = 5 WHERE id = 1) INSERT INTO a7 VALUES (1, 1), (2, 2), (2, 3);
SELECT * FROM wrong();
SELECT * FROM of_seven ORDER BY x;
\i sql/include/teardown.sql
