"""vieworm through psycopg2. The environment (PGHOST, PGDATABASE, ...) says which database."""

import psycopg2
from psycopg2 import errors
from psycopg2.extras import Json, RealDictCursor, execute_values


def check(name, good):
    print("ok" if good else "not ok", "psycopg2:", name)


def rows(query, parameters=None):
    with db.cursor() as cursor:
        cursor.execute(query, parameters)
        return cursor.fetchall()


def value(query, *parameters):
    return rows(query, parameters)[0][0]


def agrees(view, definition):
    return sorted(rows(f"SELECT * FROM {view}")) == sorted(rows(definition))


def error_of(query, *parameters):
    try:
        rows(query, parameters)
    except psycopg2.Error as error:
        db.rollback()
        return error


by_region = "SELECT region, count(*) AS sales, sum(amount) AS amount FROM sale GROUP BY region"
big = "SELECT id, amount FROM sale WHERE amount >= 100"

# Outside of "with db" a transaction is open until commit() or rollback(): "with db" ends it.
db = psycopg2.connect("", options="-c client_min_messages=warning")
with db, db.cursor() as cursor:
    cursor.execute("CREATE EXTENSION vieworm")
    cursor.execute("CREATE TABLE sale (id integer PRIMARY KEY, region text, amount numeric(10, 2))")
    execute_values(cursor, "INSERT INTO sale VALUES %s",
                   [(1, "north", 120), (2, "south", 80), (3, "north", 40)])

# Json() makes a literal of a dict; the jsonb of the answer is a dict again.
spec = {"name": "sales_by_region", "definition": by_region,
        "refresh": {"on": "statement", "mode": "incremental"}}
with db:
    answer = value("SELECT vieworm_create(%s)", Json(spec))
    value("SELECT vieworm_create(%s, %s, %s)", "big_sales", big, Json({"method": "table"}))
check("a dict creates a view, the answer is a dict", answer["refresh"]["mode"] == "incremental")
check("the view has the rows of its definition", agrees("sales_by_region", by_region))

before = rows("SELECT * FROM sales_by_region ORDER BY region")
with db.cursor() as cursor:
    cursor.execute("UPDATE sale SET region = %s WHERE id = %s", ["west", 1])
check("the transaction sees its own change", value(
    "SELECT amount FROM sales_by_region WHERE region = %s", "west") == 120)
db.rollback()
check("a rollback takes the view's change back",
      rows("SELECT * FROM sales_by_region ORDER BY region") == before)

with db, db.cursor() as cursor:
    cursor.execute("SAVEPOINT before_delete")
    cursor.execute("DELETE FROM sale")
    cursor.execute("ROLLBACK TO before_delete")
    cursor.execute("INSERT INTO sale VALUES (%s, %s, %s) RETURNING id", [4, "south", 500])
check("after the commit the view is right", agrees("sales_by_region", by_region))

check("a view on demand is behind", not agrees("big_sales", big))
report = value("SELECT vieworm_refresh(%s)", "big_sales")
check("the refresh tells what it changed", (report["deleted"], report["inserted"]) == (0, 1))
check("the refreshed view is right", agrees("big_sales", big))
verdict = value("SELECT vieworm_verify(%s)", "sales_by_region")
check("verify finds no difference", (verdict["missing"], verdict["extra"]) == (0, 0))
db.commit()

with db, db.cursor(cursor_factory=RealDictCursor) as cursor:
    cursor.execute("SELECT name, storage, mode, timing FROM vieworm_views ORDER BY name")
    check("vieworm_views lists both", [(row["name"], row["timing"]) for row in cursor] ==
          [("big_sales", "demand"), ("sales_by_region", "statement")])

# Errors are classes by SQLSTATE; the parts of the message are in diag.
wrong = {"name": "v", "definition": "SELECT 1", "refesh": {}}
error = error_of("SELECT vieworm_create(%s)", Json(wrong))
print("#", error.pgcode, "|", error.diag.message_primary, "|", error.diag.message_hint)
check("a wrong spec is an InvalidParameterValue with a hint",
      isinstance(error, errors.InvalidParameterValue) and
      error.diag.message_hint == 'Did you mean "refresh"?')
error = error_of("SELECT vieworm_refresh(%s)", "no_such_view")
check("a view that is not there is an UndefinedTable", isinstance(error, errors.UndefinedTable))

with db:
    check("drop answers with a list of names",
          value("SELECT vieworm_drop(%s)", "sales_by_region") == ["public.sales_by_region"])
db.close()
