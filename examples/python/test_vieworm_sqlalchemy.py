"""The helper, on both engines, sync and async."""

from __future__ import annotations

import asyncio
import tempfile
import unittest

from sqlalchemy import Column, Integer, String, create_engine, func, select, text
from sqlalchemy import delete, insert, inspect, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import Session, declarative_base

from testing import MODULE, OnPostgres, OnSqlite
from vieworm_sqlalchemy import (ReadOnlyView, View, create_all, declared_views, drop_all,
                                include_name, include_object, list_views, load_in_sqlite, refresh,
                                refreshed_after, spec_of)

Base = declarative_base()


class Sale(Base):
    __tablename__ = "sale"
    id = Column(Integer, primary_key=True)
    region = Column(String, nullable=False)
    coins = Column(Integer, nullable=False)


# Declared, and named, before the views that it reads.
class ABest(View):
    __tablename__ = "a best"
    __spec__ = {"method": "table"}
    region = Column(String, primary_key=True)

    @classmethod
    def select(cls):
        return select(Totals.region).where(Totals.coins >= 10)


class Totals(View):
    __tablename__ = "totals"
    __spec__ = {"refresh": {"on": "statement"}}
    region = Column(String, primary_key=True)
    coins = Column(Integer)

    @classmethod
    def select(cls):
        coins = func.sum(Sale.coins).label("coins")
        return select(Sale.region, coins).group_by(Sale.region)


class Labels(View):
    __tablename__ = "labels"
    __spec__ = {"method": "materialized", "indexes": [{"columns": ["label"], "unique": True}]}
    label = Column(String, primary_key=True)
    engine = Column(String)

    @classmethod
    def select(cls):
        label = (Sale.region + "%:é'").label("label")
        return {"postgresql": select(label, text("'postgresql' AS engine")).distinct(),
                "sqlite": "SELECT DISTINCT region || '%:é''' AS label, 'sqlite' AS engine FROM sale"}


class Spelt(View):
    __tablename__ = "a spelt one"
    __reads__ = (Totals,)
    regions = Column(Integer, primary_key=True)

    @classmethod
    def select(cls):
        return "SELECT count(*) AS regions FROM totals"


def plain_totals(session: Session) -> list[tuple]:
    rows = session.execute(select(Sale.region, func.sum(Sale.coins)).group_by(Sale.region))
    return sorted(map(tuple, rows))


def shown(session: Session, view: type) -> list[tuple]:
    return sorted(map(tuple, session.execute(select(*view.__table__.columns))))


class Tests:
    driver: str

    def setUp(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.engine = create_engine(self.new_database(self.folder.name, self.driver), future=True)
        self.addCleanup(self.engine.dispose)
        load_in_sqlite(self.engine, MODULE)
        Base.metadata.create_all(self.engine)
        self.session = Session(self.engine, future=True)
        self.addCleanup(self.session.close)
        self.session.add_all([Sale(region="north", coins=5), Sale(region="south", coins=20)])
        self.session.commit()

    def names(self) -> list[str]:
        return [view["name"] for view in list_views(self.session)]

    def test_order(self):
        """views are created after those that they read, and dropped before them"""
        reports = create_all(self.session)
        created = [report["name"] for report in reports]
        self.assertEqual(sorted(created), ["a best", "a spelt one", "labels", "totals"])
        self.assertGreater(created.index("a best"), created.index("totals"))
        self.assertGreater(created.index("a spelt one"), created.index("totals"))
        self.assertEqual(self.names(), sorted(created))
        dropped = [name.split(".")[-1].strip('"') for name in drop_all(self.session)]
        self.assertEqual(dropped, created[::-1])
        self.assertEqual(self.names(), [])
        self.assertEqual(drop_all(self.session), [])

    def test_contents(self):
        """a view shows what its select() gives, percent signs, colons and quotes included"""
        create_all(self.session)
        self.assertEqual(shown(self.session, Totals), plain_totals(self.session))
        self.assertEqual(shown(self.session, ABest), [("south",)])
        engine = self.engine.dialect.name
        self.assertEqual(shown(self.session, Labels),
                         [("north%:é'", engine), ("south%:é'", engine)])

    def test_maintained(self):
        """a view that is kept by statement is right after each flush"""
        create_all(self.session, Totals)
        self.session.commit()
        self.session.add(Sale(region="north", coins=7))
        self.session.flush()
        self.assertEqual(self.session.get(Totals, "north").coins, 12)
        self.session.rollback()
        self.assertEqual(shown(self.session, Totals), [("north", 5), ("south", 20)])

    def test_refresh(self):
        """refresh() refreshes what is pending in the session, views in their order"""
        create_all(self.session)
        self.session.add(Sale(region="north", coins=7))
        reports = refresh(self.session, ABest, Totals)
        self.assertEqual([report["name"] for report in reports], ["totals", "a best"])
        self.assertEqual(shown(self.session, ABest), [("north",), ("south",)])
        self.assertEqual({report["name"] for report in refresh(self.session)} - {"a spelt one"},
                         {"a best", "labels", "totals"})

    def test_refreshed_after(self):
        """a block refreshes its views at its end, unless it fails"""
        create_all(self.session)
        with refreshed_after(self.session, ABest):
            self.session.add(Sale(region="north", coins=7))
        self.assertEqual(shown(self.session, ABest), [("north",), ("south",)])
        with self.assertRaises(KeyError):
            with refreshed_after(self.session, ABest):
                self.session.add(Sale(region="west", coins=70))
                raise KeyError
        self.session.flush()
        self.assertEqual(shown(self.session, ABest), [("north",), ("south",)])

    def test_options(self):
        """with_data=False makes a view empty until it is refreshed, concurrently where it can be"""
        create_all(self.session, Labels, with_data=False)
        populated = [view["populated"] for view in list_views(self.session)]
        self.assertEqual(list(map(bool, populated)), [False])
        refresh(self.session, Labels)
        self.session.add(Sale(region="west", coins=70))
        refresh(self.session, Labels, concurrently=True)
        self.assertEqual(len(shown(self.session, Labels)), 3)
        refresh(self.session, Labels, with_data=False)
        self.assertEqual(list_views(self.session)[0]["populated"] in (True, 1), False)

    def test_exists(self):
        """if_not_exists leaves a view, or_replace replaces it, and so do both together"""
        both = {"if_not_exists": True, "or_replace": True}
        self.assertTrue(create_all(self.session, Totals, **both)[0]["created"])
        self.session.commit()
        with self.assertRaisesRegex(SQLAlchemyError, "already exists"):
            create_all(self.session, Totals)
        self.session.rollback()
        self.assertFalse(create_all(self.session, Totals, if_not_exists=True)[0]["created"])
        self.assertFalse(create_all(self.session, Totals, **both)[0]["replaced"])
        changed = create_all(self.session, Totals, comment="by region", **both)
        self.assertTrue(changed[0]["replaced"])
        self.assertEqual(list_views(self.session)[0]["comment"], "by region")

    def test_read_only(self):
        """a write to a view says that the view is read-only, whichever way it goes"""
        create_all(self.session, Totals)
        self.session.commit()
        north = self.session.get(Totals, "north")

        def change():
            north.coins = 6
            self.session.flush()

        def add():
            self.session.add(Totals(region="east", coins=1))
            self.session.flush()

        def remove():
            self.session.delete(self.session.get(Totals, "north"))
            self.session.flush()

        ways = [change, add, remove,
                lambda: self.session.query(Totals).update({"coins": 1}),
                lambda: self.session.query(Totals).delete(),
                lambda: self.session.execute(update(Totals).values(coins=1)),
                lambda: self.session.execute(delete(Totals.__table__)),
                lambda: self.session.execute(insert(Totals).values(region="x", coins=1)),
                lambda: self.session.bulk_insert_mappings(Totals, [{"region": "x", "coins": 1}]),
                lambda: self.session.bulk_save_objects([Totals(region="x", coins=1)])]
        for number, way in enumerate(ways):
            with self.subTest(way=number), self.assertRaisesRegex(ReadOnlyView, '"totals" is read-only'):
                way()
            self.session.rollback()
        self.assertEqual(shown(self.session, Totals), plain_totals(self.session))

    def test_rollback(self):
        """what a transaction created is gone when it is rolled back"""
        create_all(self.session)
        self.session.rollback()
        self.assertEqual(self.names(), [])

    def test_tables(self):
        """Base.metadata.create_all() makes no table of a view"""
        self.assertEqual(inspect(self.engine).get_table_names(), ["sale"])

    def test_alembic(self):
        """Alembic's autogenerate proposes nothing for vieworm's tables and views"""
        from alembic.autogenerate import compare_metadata
        from alembic.migration import MigrationContext

        create_all(self.session)
        self.session.commit()
        for target in (Base.metadata, [Base.metadata, View.metadata]):
            options = {"include_name": include_name, "include_object": include_object,
                       "include_schemas": self.engine.dialect.name == "postgresql"}
            with self.engine.connect() as connection:
                context = MigrationContext.configure(connection, opts=options)
                self.assertEqual(compare_metadata(context, target), [])

    def test_async(self):
        """the same from an AsyncSession, by run_sync and async with"""
        asyncio.run(self.use_async_session())

    async def use_async_session(self) -> None:
        url = str(self.engine.url).replace(f"+{self.driver}", f"+{self.async_driver}")
        engine = create_async_engine(url)
        load_in_sqlite(engine, MODULE)
        async with AsyncSession(engine) as session:
            await session.run_sync(create_all)
            async with refreshed_after(session, ABest):
                session.add(Sale(region="north", coins=7))
            await session.commit()
            self.assertEqual(await session.run_sync(shown, ABest), [("north",), ("south",)])
            self.assertEqual(await session.run_sync(shown, Totals), [("north", 12), ("south", 20)])
            session.add(Totals(region="east", coins=1))
            with self.assertRaisesRegex(ReadOnlyView, "read-only"):
                await session.flush()
            await session.rollback()
            await session.run_sync(drop_all)
            await session.commit()
        await engine.dispose()
        self.assertEqual(self.names(), [])


class SqliteTests(OnSqlite, Tests, unittest.TestCase):
    driver, async_driver = "pysqlite", "aiosqlite"


class PostgresTests(OnPostgres, Tests, unittest.TestCase):
    driver, async_driver = "psycopg2", "asyncpg"


class SpecTests(unittest.TestCase):
    def test_driver(self):
        """a definition is the same whichever driver compiles it"""
        self.assertEqual(spec_of(Labels, "postgresql")["definition"],
                         "SELECT DISTINCT sale.region || '%:é''' AS label, 'postgresql' AS engine \n"
                         "FROM sale")

    def test_declared_once(self):
        """every view that is declared is known, whatever it is called"""
        self.assertEqual({v.__name__ for v in declared_views()}, {"ABest", "Totals", "Labels", "Spelt"})
