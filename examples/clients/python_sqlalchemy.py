"""vieworm through SQLAlchemy (1.4 or 2), Core and ORM: python_sqlalchemy.py URL

The URL names either engine: sqlite:////tmp/shop.db, postgresql+psycopg2://me@localhost/shop.
"""

import json
import os
import sys

from sqlalchemy import (JSON, Column, Integer, MetaData, String, Table, Text, create_engine, event,
                        exc, func, inspect, select, text)
from sqlalchemy.orm import Session, declarative_base

engine = create_engine(sys.argv[1], future=True)
on_sqlite = engine.dialect.name == "sqlite"
module = os.environ.get("VIEWORM_SO", "build/vieworm")


def check(name, good):
    print("ok" if good else "not ok", f"SQLAlchemy on {engine.dialect.name}:", name)


if on_sqlite:
    # Python's sqlite3 begins transactions late, and not for every statement: SQLAlchemy shall.
    @event.listens_for(engine, "connect")
    def load_vieworm(connection, _):
        connection.isolation_level = None
        connection.enable_load_extension(True)
        connection.load_extension(module)
        connection.enable_load_extension(False)

    @event.listens_for(engine, "begin")
    def begin(connection):
        connection.exec_driver_sql("BEGIN")


Base = declarative_base()


class Sale(Base):
    __tablename__ = "sale"
    id = Column(Integer, primary_key=True)
    region = Column(String(20))
    amount = Column(Integer)


by_region = (select(Sale.region, func.count().label("sales"), func.sum(Sale.amount).label("amount"))
             .group_by(Sale.region))
big = select(Sale.id, Sale.amount).where(Sale.amount >= 100)


# The view as a class to read. Another MetaData: create_all() and drop_all() leave it alone.
class RegionSales(declarative_base(metadata=MetaData())):
    __tablename__ = "sales_by_region"
    region = Column(String(20), primary_key=True)
    sales = Column(Integer)
    amount = Column(Integer)


def call(connection, name, *arguments):
    """A vieworm function: dicts go in as JSON text, and the JSON of the answer comes out parsed."""
    arguments = [json.dumps(a) if isinstance(a, dict) else a for a in arguments]
    return connection.execute(select(getattr(func, name)(*arguments, type_=JSON))).scalar_one()


def sql(query):
    """The text of a select(), with its values in it: a definition has no parameters."""
    return str(query.compile(engine, compile_kwargs={"literal_binds": True}))


def agrees(connection, view, query):
    found = connection.execute(text(f"SELECT * FROM {view}")).all()
    return sorted(map(tuple, found)) == sorted(map(tuple, connection.execute(query).all()))


def error_of(name, *arguments):
    try:
        with engine.begin() as connection:
            call(connection, name, *arguments)
    except exc.DBAPIError as error:
        return error.orig


with engine.begin() as connection:
    if not on_sqlite:
        connection.execute(text("CREATE EXTENSION vieworm"))
    Base.metadata.create_all(connection)
    connection.execute(Sale.__table__.insert(), [
        {"id": 1, "region": "north", "amount": 120}, {"id": 2, "region": "south", "amount": 80},
        {"id": 3, "region": "north", "amount": 40}])
    spec = {"name": "sales_by_region", "definition": sql(by_region),
            "refresh": {"on": "statement", "mode": "incremental"}}
    answer = call(connection, "vieworm_create", spec)
    call(connection, "vieworm_create", "big_sales", sql(big), {"method": "table"})
    check("a select() creates a view", answer["refresh"]["mode"] == "incremental")
    check("the view has the rows of its definition",
          agrees(connection, "sales_by_region", by_region))

with Session(engine, future=True) as session:
    session.get(Sale, 1).region = "west"
    session.flush()
    check("the session sees its own change", session.get(RegionSales, "west").amount == 120)
    session.rollback()
    check("a rollback takes the view's change back", session.get(RegionSales, "west") is None)
    with session.begin_nested() as savepoint:
        session.execute(Sale.__table__.delete())
        savepoint.rollback()
    session.add(Sale(id=4, region="south", amount=500))
    session.commit()
    best = session.execute(select(RegionSales).order_by(RegionSales.amount.desc())).scalars().first()
    check("the view is mapped as a class", (best.region, best.amount) == ("south", 580))

with engine.begin() as connection:
    check("after the commit the view is right", agrees(connection, "sales_by_region", by_region))
    check("a view on demand is behind", not agrees(connection, "big_sales", big))
    report = call(connection, "vieworm_refresh", "big_sales")
    check("the refresh tells what it changed", (report["deleted"], report["inserted"]) == (0, 1))
    check("the refreshed view is right", agrees(connection, "big_sales", big))
    verdict = call(connection, "vieworm_verify", "sales_by_region")
    check("verify finds no difference", (verdict["missing"], verdict["extra"]) == (0, 0))

    # vieworm_views, and the views themselves, as tables that are read from the database.
    views = Table("vieworm_views", MetaData(), Column("name", Text), Column("timing", Text))
    listed = connection.execute(select(views.c.name, views.c.timing).order_by(views.c.name)).all()
    check("vieworm_views lists both", [tuple(row) for row in listed] ==
          [("big_sales", "demand"), ("sales_by_region", "statement")])
    reflected = Table("sales_by_region", MetaData(), autoload_with=connection)
    check("the view is reflected", list(reflected.columns.keys()) == ["region", "sales", "amount"])
    check("the inspector lists the views", {"sales_by_region", "big_sales"} <=
          set(inspect(connection).get_view_names()))

# The driver's own error is in .orig.
error = error_of("vieworm_create", {"name": "v", "definition": "SELECT 1", "refesh": {}})
print("#", type(error).__name__, error)
code, expected = ((error.sqlite_errorname, "SQLITE_ERROR") if on_sqlite else
                  (getattr(error, "pgcode", None) or error.sqlstate, "22023"))
check("a wrong spec is an error with a hint",
      code.startswith(expected) and 'id you mean "refresh"?' in str(error))

with engine.begin() as connection:
    dropped = connection.execute(select(func.vieworm_drop("sales_by_region"))).scalar_one()
    print("#", dropped)
    check("drop answers with the names", "sales_by_region" in str(dropped))
