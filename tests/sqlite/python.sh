#!/bin/sh
# vieworm in Python's sqlite3 module.
cd "$(dirname "$0")" || exit 1
. ./lib.sh

python=/usr/bin/python3
if ! $python -c 'import sqlite3; sqlite3.connect(":memory:").enable_load_extension(True)' 2>/dev/null
then
  echo "skipped: $python has no sqlite3 that loads extensions"
  exit 0
fi

cat >"$work/use.py" <<'PY'
import json, sqlite3, sys, threading

path = sys.argv[1]
def connect(name=":memory:"):
    connection = sqlite3.connect(name, isolation_level=None)
    connection.enable_load_extension(True)
    connection.load_extension(path)
    connection.enable_load_extension(False)
    return connection

def one(connection, sql, *values):
    return connection.execute(sql, values).fetchone()[0]

def check(name, condition):
    print(("ok " if condition else "not ok ") + "Python: " + name)

db = connect()
db.execute("CREATE TABLE t(a INTEGER, b TEXT)")
db.executemany("INSERT INTO t VALUES (?, ?)", [(1, "x"), (2, None)])
spec = {"name": "Größe", "definition": "SELECT a, b FROM t", "refresh": {}}
summary = json.loads(one(db, "SELECT vieworm_create(?)", json.dumps(spec)))
check("a view is created from json.dumps", summary["created"] and summary["name"] == "Größe")
db.execute("INSERT INTO t VALUES (3, 'z')")
report = json.loads(one(db, "SELECT vieworm_refresh(?)", '"Größe"'))
check("a refresh reports", (report["deleted"], report["inserted"]) == (0, 1))
check("the view reads", db.execute('SELECT * FROM "Größe" ORDER BY a').fetchall() ==
      [(1, "x"), (2, None), (3, "z")])

def error_of(sql, *values):
    try:
        db.execute(sql, values).fetchall()
    except sqlite3.Error as error:
        return type(error).__name__, str(error)

check("an error is an OperationalError with our text", error_of("SELECT vieworm_drop('t')") == (
    "OperationalError", 'vieworm: relation "t" is not a view of vieworm\'s. It was not created by '
    'vieworm_create. The relation vieworm_views lists all views.'))
check("a missing argument is NULL, and that is an error",
      error_of("SELECT vieworm_refresh(?)", None)[1].endswith("must not be null"))
check("a BLOB that is JSON is taken, one that is not is refused",
      error_of("SELECT vieworm_create(?)", b"\xff\x00")[1].startswith("vieworm: argument"))

db.execute("BEGIN")
one(db, "SELECT vieworm_drop(?)", '"Größe"')
db.execute("ROLLBACK")
check("a rollback brings a dropped view back", one(db, "SELECT count(*) FROM vieworm_views") == 1)

cursor = db.execute("SELECT * FROM t")
cursor.fetchone()
check("a reader that is not finished keeps a stored view",
      error_of("SELECT vieworm_drop(?)", '"Größe"')[1].startswith("vieworm: database table is locked"))
check("... and can go on", len(cursor.fetchall()) == 2)
check("... and then the view can go", one(db, "SELECT vieworm_drop(?)", '"Größe"') == '["main.Größe"]')
check("nothing is left", db.execute("SELECT name FROM sqlite_schema").fetchall() == [("t",)])

db.close()
results = []
def work():
    connection = connect()
    connection.execute("CREATE TABLE t(a)")
    for i in range(50):
        one(connection, "SELECT vieworm_create('v', 'SELECT a FROM t', '{\"refresh\": {}}')")
        connection.execute("INSERT INTO t VALUES (?)", (i,))
        one(connection, "SELECT vieworm_refresh('v')")
        results.append(one(connection, "SELECT count(*) FROM v") == i + 1)
        one(connection, "SELECT vieworm_drop('v')")
    connection.close()
threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads: thread.start()
for thread in threads: thread.join()
check("connections in four threads do not disturb each other", results == [True] * 200)
PY
$python "$work/use.py" "$VIEWORM_SO" >"$work/out" 2>&1
check "the Python script ran to its end" "0" "$?"
cat "$work/out"
grep -q '^not ok' "$work/out" && failed=1
finish
