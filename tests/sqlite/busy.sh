#!/bin/sh
# Another process is writing: what changes something waits for it, as a plain INSERT does.
cd "$(dirname "$0")" || exit 1
. ./lib.sh

db=$work/busy.db
kept='{"refresh": {"on": "statement"}}'
shell "$db" >"$work/made" <<SQL
PRAGMA journal_mode = WAL;
CREATE TABLE t(id INTEGER PRIMARY KEY, a, b);
INSERT INTO t(a, b) VALUES (1, 2), (3, 4);
.output /dev/null
SELECT vieworm_create('kept', 'SELECT a, count(*) AS n FROM t GROUP BY a', '$kept');
SELECT vieworm_create('full', 'SELECT max(b) AS b FROM t', '{"refresh": {}}');
SQL

# hold: writes for a second, in a process of its own; comes back when it has the lock.
hold() {
  rm -f "$work/locked"
  sqlite3 -batch "$db" "BEGIN IMMEDIATE" "INSERT INTO t(a, b) VALUES (1, 9)" \
    ".shell touch '$work/locked'; sleep 1" "COMMIT" >"$work/holder" 2>&1 &
  while [ ! -e "$work/locked" ]; do sleep 0.05; done
}

# waits NAME EXPECTED SQL
waits() {
  hold
  found=$(echo "$3" | shell "$db" -cmd '.timeout 10000')
  wait
  check "$1 waits for a writer of another process" "$2" "$found$(cat "$work/holder")"
}

waits vieworm_refresh "0
9" "SELECT vieworm_refresh('full') IS NULL; SELECT b FROM full;"
waits vieworm_create "0" "SELECT vieworm_create('other', 'SELECT a FROM t', '$kept') IS NULL;"
waits vieworm_repair "0" "SELECT vieworm_repair('kept') IS NULL;"
waits vieworm_pause "1" "SELECT vieworm_pause('kept') ->> 'paused';"
waits vieworm_resume "0" "SELECT vieworm_resume('kept') ->> 'paused';"
waits vieworm_refresh_all "3" "SELECT json_array_length(vieworm_refresh_all());"
waits vieworm_drop '["main.other"]' "SELECT vieworm_drop('other');"

hold
check "without a timeout the lock is an error at once" \
  "vieworm: database is locked. Another connection holds the lock. Try again later, or set a busy timeout." \
  "$(echo "SELECT vieworm_refresh('full');" | shell "$db" | sed 's/^.*vieworm:/vieworm:/; s/ (5)$//')"
check "what only asks about a view waits for nobody" "1|1" \
  "$(shell "$db" <<SQL
SELECT vieworm_compile('{"name": "v", "definition": "SELECT a, b + 1 FROM t", "refresh": {}}') LIKE '%b + 1%',
  vieworm_explain('{"name": "v", "definition": "SELECT a, sum(b) AS b FROM t GROUP BY a",
    "refresh": {"on": "statement"}}') LIKE '%maintained incrementally%';
SQL
)"
wait
check "afterwards the views are right" "0|0|ok" \
  "$(echo "SELECT vieworm_verify('kept') ->> 'missing', vieworm_verify('kept') ->> 'extra', (SELECT integrity_check FROM pragma_integrity_check);" | shell "$db")"
finish
