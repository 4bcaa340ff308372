"""The migrations, on both engines."""

from __future__ import annotations

import runpy
import tempfile
import unittest

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, inspect

from service_process import HERE, Service, run
from testing import OnPostgres, OnSqlite
from service.models import Base, Leaderboard
from vieworm_sqlalchemy import include_name, include_object, spec_of


class MigrationTests:
    driver: str
    plain_driver: str

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.url = self.new_database(folder.name, self.driver)
        self.engine = create_engine(self.url.replace(self.driver, self.plain_driver), future=True)
        self.addCleanup(self.engine.dispose)
        self.folder = folder.name

    def migrate(self, *arguments: str) -> None:
        run("-m", "alembic", *arguments, url=self.url)

    def columns(self) -> list[str]:
        inspector = inspect(self.engine)
        if "leaderboard" not in inspector.get_view_names():
            return []
        return [column["name"] for column in inspector.get_columns("leaderboard")]

    def test_migrations(self):
        """migrations create the view, replace it, go back and drop it"""
        self.migrate("upgrade", "0002")
        self.assertEqual(self.columns(), ["player_id", "player", "coins"])
        self.migrate("upgrade", "head")
        declared = [column.name for column in Leaderboard.__table__.columns]
        self.assertEqual(self.columns(), declared)
        self.migrate("downgrade", "0002")
        self.assertEqual(self.columns(), ["player_id", "player", "coins"])
        self.migrate("downgrade", "0001")
        self.assertEqual(self.columns(), [])
        self.migrate("upgrade", "head")
        self.assertEqual(self.columns(), declared)
        self.migrate("downgrade", "base")
        self.assertEqual(set(inspect(self.engine).get_table_names()) & {"users", "gamematch"}, set())

    def test_model(self):
        """the last migration makes the view that the model declares"""
        spec = runpy.run_path(str(HERE / "migrations/versions/0003_last_30_days.py"))["SPEC"]
        declared = spec_of(Leaderboard, self.engine.dialect.name)
        self.assertEqual(" ".join(spec["definition"][self.engine.dialect.name].split()),
                         " ".join(declared["definition"].split()))
        self.assertEqual(spec["refresh"], declared["refresh"])

    def test_autogenerate(self):
        """Alembic's autogenerate has nothing to add to the migrations"""
        self.migrate("upgrade", "head")
        with self.engine.connect() as connection:
            context = MigrationContext.configure(
                connection, opts={"include_name": include_name, "include_object": include_object})
            self.assertEqual(compare_metadata(context, Base.metadata), [])

    def test_read_only(self):
        """without a token in its environment the service is read-only"""
        self.migrate("upgrade", "head")
        service = Service(self.folder, self.url, WRITER_TOKEN="")
        self.addCleanup(service.stop)
        answer = service.http.post("/players", json={"name": "x"})
        self.assertEqual((answer.status_code, answer.json()["error"]["code"]), (403, "read_only"))


class SqliteMigrationTests(OnSqlite, MigrationTests, unittest.TestCase):
    driver, plain_driver = "aiosqlite", "pysqlite"


class PostgresMigrationTests(OnPostgres, MigrationTests, unittest.TestCase):
    driver, plain_driver = "asyncpg", "psycopg2"
