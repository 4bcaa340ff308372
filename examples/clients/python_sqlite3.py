"""vieworm through Python's own sqlite3: python_sqlite3.py FILE; VIEWORM_SO names the module."""

import json
import os
import sqlite3
import sys


def check(name, good):
    print("ok" if good else "not ok", "sqlite3 in Python:", name)


def connect():
    # isolation_level None: transactions begin where the program says BEGIN.
    connection = sqlite3.connect(sys.argv[1], isolation_level=None)
    connection.enable_load_extension(True)
    connection.load_extension(os.environ.get("VIEWORM_SO", "build/vieworm"))
    connection.enable_load_extension(False)
    return connection


def call(function, *arguments):
    """A vieworm function: dicts go in as JSON text, and the JSON of the answer comes out parsed."""
    arguments = [json.dumps(a) if isinstance(a, dict) else a for a in arguments]
    marks = ", ".join("?" * len(arguments))
    return json.loads(db.execute(f"SELECT {function}({marks})", arguments).fetchone()[0])


def bag(query, connection=None):
    return sorted((connection or db).execute(query).fetchall())


def agrees(view, definition):
    return bag(f"SELECT * FROM {view}") == bag(definition)


by_region = "SELECT region, count(*) AS sales, sum(amount) AS amount FROM sale GROUP BY region"
big = "SELECT id, amount FROM sale WHERE amount >= 100"

db = connect()
db.execute("CREATE TABLE sale (id INTEGER PRIMARY KEY, region TEXT, amount INTEGER)")
db.executemany("INSERT INTO sale VALUES (?, ?, ?)",
               [(1, "north", 120), (2, "south", 80), (3, "north", 40)])
answer = call("vieworm_create", {"name": "sales_by_region", "definition": by_region,
                                 "refresh": {"on": "statement", "mode": "incremental"}})
check("a dict creates a view", answer["refresh"]["mode"] == "incremental")
check("the view has the rows of its definition", agrees("sales_by_region", by_region))
call("vieworm_create", "big_sales", big, {"method": "table"})

before = bag("SELECT * FROM sales_by_region")
db.execute("BEGIN IMMEDIATE")
db.execute("UPDATE sale SET region = :region WHERE id = :id", {"region": "west", "id": 1})
check("the transaction sees its own change", ("west", 1, 120) in bag("SELECT * FROM sales_by_region"))
db.execute("ROLLBACK")
check("a rollback takes the view's change back", bag("SELECT * FROM sales_by_region") == before)
with db:  # commits, or rolls back where there is an exception
    db.execute("BEGIN IMMEDIATE")
    db.execute("INSERT INTO sale VALUES (?, ?, ?)", (4, "south", 500))
check("after the commit the view is right", agrees("sales_by_region", by_region))

check("a view on demand is behind", not agrees("big_sales", big))
report = call("vieworm_refresh", "big_sales")
check("the refresh tells what it changed", (report["deleted"], report["inserted"]) == (0, 1))
check("the refreshed view is right", agrees("big_sales", big))
verdict = call("vieworm_verify", "sales_by_region")
check("verify finds no difference", (verdict["missing"], verdict["extra"]) == (0, 0))
check("vieworm_views lists both", bag("SELECT name, timing FROM vieworm_views") ==
      [("big_sales", "demand"), ("sales_by_region", "statement")])

# The triggers are SQLite's own: a connection without vieworm reads and keeps the view right.
with sqlite3.connect(sys.argv[1]) as plain:
    plain.execute("INSERT INTO sale VALUES (?, ?, ?)", (5, "east", 60))
    check("a connection without vieworm keeps the view right",
          bag("SELECT * FROM sales_by_region", plain) == bag(by_region, plain))
plain.close()

# An error is an OperationalError; its text is "vieworm: message; detail; hint".
try:
    call("vieworm_create", {"name": "v", "definition": "SELECT 1", "refesh": {}})
    check("a wrong spec is an error with a hint", False)
except sqlite3.OperationalError as error:
    print("#", error.sqlite_errorname, "|", error)
    check("a wrong spec is an error with a hint", 'id you mean "refresh"?' in str(error))

check("drop answers with a list of names",
      call("vieworm_drop", "sales_by_region") == ["main.sales_by_region"])
db.close()
