"""vieworm through psycopg 3. The environment (PGHOST, PGDATABASE, ...) says which database."""

import psycopg
from psycopg.rows import dict_row
from psycopg.types.json import Jsonb


def check(name, good):
    print("ok" if good else "not ok", "psycopg:", name)


def bag(connection, query):
    return sorted(connection.execute(query).fetchall())


def agrees(connection, view, definition):
    return bag(connection, f"SELECT * FROM {view}") == bag(connection, definition)


def error_of(action, *arguments):
    try:
        action(*arguments)
    except psycopg.Error as error:
        return error


by_region = "SELECT region, count(*) AS sales, sum(amount) AS amount FROM sale GROUP BY region"

with psycopg.connect(autocommit=True) as db:
    db.execute("SET client_min_messages = warning")
    db.execute("CREATE EXTENSION vieworm")
    db.execute("CREATE TABLE sale (id integer PRIMARY KEY, region text, amount numeric(10, 2))")
    db.cursor().executemany("INSERT INTO sale VALUES (%s, %s, %s)",
                            [(1, "north", 120), (2, "south", 80), (3, "north", 40)])

    # A dict becomes a jsonb parameter, and the jsonb of the answer a dict.
    spec = {"name": "sales_by_region", "definition": by_region,
            "refresh": {"on": "statement", "mode": "incremental"}}
    answer, = db.execute("SELECT vieworm_create(%s)", [Jsonb(spec)]).fetchone()
    check("a dict creates a view, the answer is a dict", answer["refresh"]["mode"] == "incremental")
    check("the view has the rows of its definition", agrees(db, "sales_by_region", by_region))

    # The name and the definition as texts, the other keys as Jsonb.
    big = "SELECT id, amount FROM sale WHERE amount >= 100"
    db.execute("SELECT vieworm_create(%s, %s, %s)",
               ["big_sales", big, Jsonb({"method": "table", "refresh": {"schedule": "1 hour"}})])

    before = bag(db, "SELECT * FROM sales_by_region")
    try:
        with db.transaction():
            db.execute("UPDATE sale SET region = %s WHERE id = %s", ["west", 1])
            check("the transaction sees its own change", ("west", 1, 120) in
                  bag(db, "SELECT * FROM sales_by_region"))
            raise RuntimeError("changed my mind")
    except RuntimeError:
        pass
    check("a rollback takes the view's change back",
          bag(db, "SELECT * FROM sales_by_region") == before)

    with db.transaction():
        with db.transaction(force_rollback=True):  # a savepoint
            db.execute("DELETE FROM sale")
        db.execute("INSERT INTO sale VALUES (%s, %s, %s) RETURNING id", [4, "south", 500])
    check("after the commit the view is right", agrees(db, "sales_by_region", by_region))

    # What is refreshed on demand waits for it.
    check("a view on demand is behind", not agrees(db, "big_sales", big))
    report, = db.execute("SELECT vieworm_refresh(%s)", ["big_sales"]).fetchone()
    check("the refresh tells what it changed", (report["deleted"], report["inserted"]) == (0, 1))
    check("the refreshed view is right", agrees(db, "big_sales", big))
    verdict, = db.execute("SELECT vieworm_verify(%s)", ["sales_by_region"]).fetchone()
    check("verify finds no difference", (verdict["missing"], verdict["extra"]) == (0, 0))

    rows = db.cursor(row_factory=dict_row).execute(
        "SELECT name, mode, timing, schedule FROM vieworm_views ORDER BY name").fetchall()
    check("vieworm_views lists both", [(row["name"], row["schedule"]) for row in rows] ==
          [("big_sales", "1 hour"), ("sales_by_region", None)])

    # Errors are classes by SQLSTATE; the parts of the message are in diag.
    wrong = {"name": "v", "definition": "SELECT 1", "refesh": {}}
    error = error_of(db.execute, "SELECT vieworm_create(%s)", [Jsonb(wrong)])
    print("#", error.sqlstate, "|", error.diag.message_primary, "|", error.diag.message_hint)
    check("a wrong spec is an InvalidParameterValue with a hint",
          isinstance(error, psycopg.errors.InvalidParameterValue) and
          error.diag.message_hint == 'Did you mean "refresh"?')
    error = error_of(db.execute, "SELECT vieworm_create(%s)", [Jsonb(spec)])
    check("a view that is there is a DuplicateTable",
          isinstance(error, psycopg.errors.DuplicateTable))

    dropped, = db.execute("SELECT vieworm_drop(%s)", ["sales_by_region"]).fetchone()
    check("drop answers with a list of names", dropped == ["public.sales_by_region"])
