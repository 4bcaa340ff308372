"""vieworm through asyncpg. The environment (PGHOST, PGDATABASE, ...) says which database."""

import asyncio
import json

import asyncpg


def check(name, good):
    print("ok" if good else "not ok", "asyncpg:", name)


async def agrees(db, view, definition):
    found, expected = [sorted(map(tuple, await db.fetch(query)))
                       for query in (f"SELECT * FROM {view}", definition)]
    return found == expected


async def error_of(call):
    try:
        await call
    except asyncpg.PostgresError as error:
        return error


# asyncpg hands jsonb over as text, unless it is told otherwise, once for each connection.
async def set_codec(db):
    await db.set_type_codec("jsonb", encoder=json.dumps, decoder=json.loads, schema="pg_catalog")


async def main():
    async with asyncpg.create_pool(min_size=1, max_size=4, init=set_codec) as pool:
        async with pool.acquire() as db:
            await use(db)
        # Another connection of the pool reads the view like any other relation.
        async with pool.acquire() as first, pool.acquire() as second:
            await first.execute("INSERT INTO sale VALUES (9, 'east', 7)")
            check("another connection sees the view", await second.fetchval(
                "SELECT sales FROM sales_by_region WHERE region = $1", "east") == 1)
            dropped = await first.fetchval("SELECT vieworm_drop($1)", "sales_by_region")
            check("drop answers with a list of names", dropped == ["public.sales_by_region"])


by_region = "SELECT region, count(*) AS sales, sum(amount) AS amount FROM sale GROUP BY region"
big = "SELECT id, amount FROM sale WHERE amount >= 100"


async def use(db):
    await db.execute("""
        SET client_min_messages = warning;
        CREATE EXTENSION vieworm;
        CREATE TABLE sale (id integer PRIMARY KEY, region text, amount numeric(10, 2))""")
    await db.executemany("INSERT INTO sale VALUES ($1, $2, $3)",
                         [(1, "north", 120), (2, "south", 80), (3, "north", 40)])

    # vieworm's functions take jsonb and text: the cast says which one $1 is. Here a dict goes in.
    spec = {"name": "sales_by_region", "definition": by_region,
            "refresh": {"on": "statement", "mode": "incremental"}}
    answer = await db.fetchval("SELECT vieworm_create($1::jsonb)", spec)
    check("a dict creates a view, the answer is a dict", answer["refresh"]["mode"] == "incremental")
    await db.fetchval("SELECT vieworm_create($1, $2, $3::jsonb)", "big_sales", big,
                      {"method": "table"})
    check("the view has the rows of its definition", await agrees(db, "sales_by_region", by_region))

    before = await db.fetch("SELECT * FROM sales_by_region ORDER BY region")
    transaction = db.transaction()
    await transaction.start()
    await db.execute("UPDATE sale SET region = $1 WHERE id = $2", "west", 1)
    check("the transaction sees its own change", await db.fetchval(
        "SELECT amount FROM sales_by_region WHERE region = $1", "west") == 120)
    await transaction.rollback()
    check("a rollback takes the view's change back",
          await db.fetch("SELECT * FROM sales_by_region ORDER BY region") == before)

    async with db.transaction():
        await db.fetchval("INSERT INTO sale VALUES ($1, $2, $3) RETURNING id", 4, "south", 500)
        await db.copy_records_to_table("sale", records=[(5, "west", 300)])
    check("after the commit the view is right", await agrees(db, "sales_by_region", by_region))

    check("a view on demand is behind", not await agrees(db, "big_sales", big))
    report = await db.fetchval("SELECT vieworm_refresh($1)", "big_sales")
    check("the refresh tells what it changed", (report["deleted"], report["inserted"]) == (0, 2))
    check("the refreshed view is right", await agrees(db, "big_sales", big))
    verdict = await db.fetchval("SELECT vieworm_verify($1)", "sales_by_region")
    check("verify finds no difference", (verdict["missing"], verdict["extra"]) == (0, 0))

    views = await db.fetch("SELECT name, timing FROM vieworm_views ORDER BY name")
    check("vieworm_views lists both", [dict(view) for view in views] ==
          [{"name": "big_sales", "timing": "demand"},
           {"name": "sales_by_region", "timing": "statement"}])

    # Errors are classes by SQLSTATE, with detail and hint.
    wrong = {"name": "v", "definition": "SELECT 1", "refesh": {}}
    error = await error_of(db.fetchval("SELECT vieworm_create($1::jsonb)", wrong))
    print("#", error.sqlstate, "|", error, "|", error.hint)
    check("a wrong spec is an InvalidParameterValueError with a hint",
          isinstance(error, asyncpg.InvalidParameterValueError) and
          error.hint == 'Did you mean "refresh"?')
    error = await error_of(db.fetchval("SELECT vieworm_create($1::jsonb)", spec))
    check("a view that is there is a DuplicateTableError",
          isinstance(error, asyncpg.DuplicateTableError))


asyncio.run(main())
