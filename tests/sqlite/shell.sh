#!/bin/sh
# vieworm in the sqlite3 program: .load, files, programs that do not have the module.
cd "$(dirname "$0")" || exit 1
. ./lib.sh

check ".load finds the entry point" "$(cat ../../VERSION)" \
  "$(echo "SELECT vieworm_version();" | shell :memory:)"

db=$work/game.db
shell "$db" >"$work/made" <<'SQL'
CREATE TABLE score(player TEXT, points INTEGER);
INSERT INTO score VALUES ('ann', 3), ('bob', 5), ('ann', 4);
.output /dev/null
SELECT vieworm_create('{"name": "leaderboard", "refresh": {"schedule": "5 minutes"},
  "definition": "SELECT player, sum(points) AS total FROM score GROUP BY player",
  "indexes": [{"columns": ["total"]}]}');
SQL
check "a view is created in a file" "" "$(cat "$work/made")"
check "it is there in the next session, and a refresh follows its source" \
  "ann|7
bob|5
1|2
bob|15
cyd|1
ann|7" \
  "$(shell "$db" <<'SQL'
SELECT * FROM leaderboard ORDER BY player;
INSERT INTO score VALUES ('bob', 10), ('cyd', 1);
SELECT vieworm_refresh('leaderboard') ->> 'deleted', vieworm_refresh('leaderboard') ->> 'inserted' + 2;
SELECT * FROM leaderboard WHERE player <> 'ann' ORDER BY player;
SELECT * FROM leaderboard WHERE player = 'ann';
SQL
)"

check "a plain sqlite3 with trusted_schema off reads the file" \
  "ann|7
bob|15
cyd|1
ok" \
  "$(sqlite3 -batch "$db" 'PRAGMA trusted_schema = OFF; SELECT * FROM leaderboard ORDER BY player;
     PRAGMA integrity_check;')"
check "a plain sqlite3 writes to the source" "1" \
  "$(sqlite3 -batch "$db" "DELETE FROM score WHERE player = 'cyd'; SELECT changes();")"
check "a dump is plain SQL, and what it restores is a working view" \
  "ann|7
bob|15
leaderboard|1" \
  "$({ sqlite3 -batch "$db" .dump
      echo "SELECT NULL FROM (SELECT vieworm_refresh('leaderboard')) WHERE 0;"
      echo "SELECT vieworm_refresh('leaderboard') IS NULL WHERE 0;"
      cat <<'SQL'
.output /dev/null
SELECT vieworm_refresh('leaderboard');
.output stdout
SELECT * FROM leaderboard ORDER BY player;
SELECT name, populated FROM vieworm_views;
SQL
    } | shell "$work/restored.db")"
check "VACUUM INTO takes the view along" "2" \
  "$(sqlite3 -batch "$db" "VACUUM INTO '$work/copy.db'" &&
     echo "SELECT count(*) FROM leaderboard WHERE total > 1;" | shell "$work/copy.db")"

check "an error is one line and stops the script" \
  'Runtime error near line 1: vieworm: view "nothing" does not exist. The relation vieworm_views lists all views.' \
  "$(echo "SELECT vieworm_refresh('nothing');" | shell :memory: -bail | tail -n 1)"

# What crontab would run.
sqlite3 -batch "$db" "UPDATE _vieworm_registry SET due_at = '2001-01-01 00:00:00.000'"
check "run_due from a command line" "refreshed" \
  "$(sqlite3 -batch -cmd ".load $VIEWORM_SO" "$db" \
     "SELECT json_extract(vieworm_run_due(), '\$[0].status')")"

# Four programs at once: who comes later waits for the lock, and then finds nothing left to do. (A
# statement that reads a table itself, json_each() for one, cannot wait: SQLite sees a deadlock.)
sqlite3 -batch "$db" "UPDATE _vieworm_registry SET due_at = '2001-01-01 00:00:00.000'"
for i in 1 2 3 4; do
  echo ".timeout 20000
SELECT json_extract(vieworm_run_due(), '\$[0].status');" | shell "$db" >"$work/run$i" &
done
wait
check "of four runs at once one refreshes" "refreshed" "$(cat "$work"/run? | sed '/^$/d' | sort | uniq)"
check "and only one" "1" "$(cat "$work"/run? | sed '/^$/d' | wc -l)"

# kill -9 in the middle of a refresh: the journal brings the file back.
shell "$work/killed.db" >/dev/null <<'SQL'
CREATE TABLE t(a);
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
  INSERT INTO t SELECT i FROM n;
SELECT vieworm_create('v', 'SELECT a FROM t', '{"refresh": {}}');
UPDATE t SET a = a + 1000000;
SQL
for delay in 0.02 0.05 0.1 0.15; do
  { echo "SELECT vieworm_refresh('v');"; echo "UPDATE t SET a = a + 1; SELECT vieworm_refresh('v');"
    echo "UPDATE t SET a = a + 1; SELECT vieworm_refresh('v');"; } |
    sqlite3 -batch -cmd ".load $VIEWORM_SO" "$work/killed.db" >/dev/null 2>&1 &
  sleep $delay
  kill -9 $! 2>/dev/null
  wait $! 2>/dev/null
done
check "a process killed in a refresh leaves a sound file and a view that refreshes" \
  "ok
20000
0" \
  "$(shell "$work/killed.db" <<'SQL'
PRAGMA integrity_check;
SELECT count(*) FROM v;
.output /dev/null
SELECT vieworm_refresh('v');
.output stdout
SELECT count(*) FROM (SELECT a FROM t EXCEPT SELECT a FROM v);
SQL
)"

finish
