-- Whoever has lost the right to read a table gets no more of its rows through a view, and is not in
-- the way of its owner.
\i sql/include/setup.sql
SET client_min_messages = warning;
CREATE ROLE regress_alice;
CREATE ROLE regress_bob;
CREATE ROLE regress_readers;
GRANT USAGE, CREATE ON SCHEMA test TO regress_alice, regress_bob;
SET ROLE regress_alice;
CREATE TABLE t (id int PRIMARY KEY, g text, v int);
INSERT INTO t VALUES (1, 'a', 1), (2, 'b', 2);
GRANT SELECT, TRIGGER ON t TO regress_bob;
SET ROLE regress_bob;
SELECT vieworm_create('sums', 'SELECT g, sum(v) AS s FROM t GROUP BY g', '{"refresh": {"on": "statement"}}') -> 'strategy';
GRANT SELECT ON sums TO PUBLIC;

-- After REVOKE, the view still received rows, or its owner's writes failed.
SET ROLE regress_alice;
REVOKE ALL ON t FROM regress_bob;
INSERT INTO t VALUES (3, 'a', 3);
UPDATE t SET v = v + 1;
DELETE FROM t WHERE id = 2;
TRUNCATE t;
INSERT INTO t VALUES (4, 'a', 4);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
ALTER TABLE t DISABLE ROW LEVEL SECURITY;
SELECT attempt('SELECT * FROM sums');
SET ROLE regress_bob;
SELECT attempt('SELECT * FROM sums');
SELECT name, stale, stale_reason FROM vieworm_views;
SELECT attempt($$ SELECT vieworm_repair('sums') $$);
SET ROLE regress_alice;
GRANT SELECT, TRIGGER ON t TO regress_bob;
SET ROLE regress_bob;
SELECT vieworm_repair('sums') - 'milliseconds';
SELECT * FROM sums;
SET ROLE regress_alice;
SELECT * FROM sums;

-- REVOKE TRIGGER made everybody's DDL fail; what was read before may be read on.
REVOKE TRIGGER ON t FROM regress_bob;
ALTER TABLE t ADD COLUMN w int;
INSERT INTO t VALUES (5, 'a', 5);
SELECT * FROM sums;
GRANT TRIGGER ON t TO regress_bob;
RESET ROLE;
SELECT vieworm_repair('sums') - 'milliseconds';

-- Membership of a role goes without an event: the next write notices.
REVOKE ALL ON t FROM regress_bob;
SELECT stale_reason FROM vieworm_views;
GRANT SELECT, TRIGGER ON t TO regress_readers;
GRANT regress_readers TO regress_bob;
SELECT vieworm_repair('sums') - 'milliseconds';
REVOKE regress_readers FROM regress_bob;
SET ROLE regress_alice;
TRUNCATE t;
INSERT INTO t VALUES (6, 'c', 6);
SELECT attempt('SELECT * FROM sums');
RESET ROLE;
SELECT stale_reason FROM vieworm_views;

-- The table's owner drops it, and enables row-level security.
GRANT regress_readers TO regress_bob;
SELECT vieworm_repair('sums') - 'milliseconds';
SET ROLE regress_alice;
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
SELECT attempt('SELECT * FROM sums');
DROP TABLE t CASCADE;
RESET ROLE;
SELECT count(*) FROM vieworm_views;

-- vieworm.registry showed everybody errors with words of the sources' contents in them.
SET ROLE regress_alice;
SELECT attempt('TABLE vieworm.registry'), attempt('TABLE vieworm.programs');
RESET ROLE;
SET client_min_messages = error;
DROP OWNED BY regress_alice, regress_bob, regress_readers CASCADE;
DROP ROLE regress_alice, regress_bob, regress_readers;
RESET client_min_messages;
\i sql/include/teardown.sql
