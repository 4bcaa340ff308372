"""Written on a primary, read from its streaming replica. The oracle is the query behind the view."""

from __future__ import annotations

import os
import time
import unittest

from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

import testing  # first: it says where the helper is
from models import Base, Sale, Totals
from repository import Repository
from vieworm_sqlalchemy import create_all, refresh


def engine_at(host: str):
    return create_engine(f"postgresql+psycopg2://postgres@/postgres?host={host}", future=True)


class RepositoryTests(unittest.TestCase):
    engine_name = "PostgreSQL"

    @classmethod
    def setUpClass(cls) -> None:
        cls.primary, cls.replica = (engine_at(os.environ[name])
                                    for name in ("PRIMARY_HOST", "REPLICA_HOST"))
        cls.addClassCleanup(cls.primary.dispose)
        cls.addClassCleanup(cls.replica.dispose)
        with cls.primary.begin() as connection:
            connection.execute(text("CREATE EXTENSION vieworm"))
            Base.metadata.create_all(connection)
            create_all(connection)
        cls.totals = Repository({"primary": cls.primary, "replica": cls.replica}, Totals, "replica")
        with Session(cls.primary, future=True) as session, session.begin():
            session.add_all(Sale(region=f"region {i % 25:02}", coins=i) for i in range(1, 201))
        cls.wait_for_replica()

    @classmethod
    def wait_for_replica(cls) -> None:
        with cls.primary.connect() as connection:
            written = connection.execute(text("SELECT pg_current_wal_lsn()")).scalar()
        replayed = text("SELECT pg_last_wal_replay_lsn() >= CAST(:written AS pg_lsn)")
        for _ in range(300):
            with cls.replica.connect() as connection:
                if connection.execute(replayed, {"written": written}).scalar():
                    return
            time.sleep(0.1)
        raise TimeoutError("the replica does not follow")

    def plain(self) -> list[tuple]:
        with self.primary.connect() as connection:
            return sorted(map(tuple, connection.execute(Totals.select())))

    @staticmethod
    def rows(items: list[Totals]) -> list[tuple]:
        return sorted((row.region, row.sales, row.coins) for row in items)

    def test_follows(self):
        """what is written to the primary is in the replica's view"""
        with Session(self.primary, future=True) as session, session.begin():
            session.add(Sale(region="new", coins=5))
            session.query(Sale).filter(Sale.coins < 10).update({"coins": 1000})
        self.wait_for_replica()
        self.assertEqual(self.rows(self.totals.all()), self.plain())
        self.assertEqual(self.rows(self.totals.using("primary").all()), self.plain())

    def test_chain(self):
        """filter, order_by and paginate read the right rows, and each leaves its repository alone"""
        best = self.totals.filter(Totals.sales == 8).order_by(Totals.coins.desc(), Totals.region)
        wanted = sorted((r for r in self.plain() if r[1] == 8), key=lambda r: (-r[2], r[0]))
        found, number = [], 0
        while True:
            number += 1
            page = best.paginate(number, per_page=7)
            self.assertEqual((page.total, page.pages), (len(wanted), -(-len(wanted) // 7)))
            if not page.items:
                break
            found += [(row.region, row.sales, row.coins) for row in page.items]
        self.assertEqual(found, wanted)
        self.assertEqual(number, page.pages + 1)
        self.assertEqual(best.first().region, wanted[0][0])
        self.assertEqual(len(self.totals.all()), len(self.plain()))

    def test_bad_calls(self):
        """an unknown database and a page that cannot be are errors"""
        with self.assertRaisesRegex(LookupError, 'no database "nowhere"'):
            self.totals.using("nowhere")
        for number, per_page in ((0, 10), (1, 0), (-1, 10)):
            with self.assertRaises(ValueError):
                self.totals.paginate(number, per_page)

    def test_refresh(self):
        """a refresh on the replica says that it belongs on the primary, and changes nothing"""
        before = self.rows(self.totals.all())
        with Session(self.replica, future=True) as session:
            with self.assertRaises(DBAPIError) as caught:
                refresh(session, Totals)
        refusal = caught.exception.orig
        self.assertEqual((refusal.pgcode, refusal.diag.message_primary, refusal.diag.context),
                         ("25006", "cannot execute vieworm_refresh during recovery", None))
        self.assertEqual(self.rows(self.totals.all()), before)
        with Session(self.primary, future=True) as session, session.begin():
            self.assertEqual(refresh(session, Totals)[0]["name"], "totals")

    def test_changes(self):
        """what changes a view is refused on the replica before anything else, what reads it is not"""
        for call in ("vieworm_create('w', 'SELECT 1 AS a')", "vieworm_drop('totals')",
                     "vieworm_repair('totals')", "vieworm_pause('totals')",
                     "vieworm_resume('totals')", "vieworm_refresh_all()", "vieworm_run_due()"):
            with self.replica.connect() as connection, self.assertRaises(DBAPIError) as caught:
                connection.execute(text(f"SELECT {call}"))
            name = call.partition("(")[0]
            self.assertEqual(str(caught.exception.orig),
                             f"cannot execute {name} during recovery\n")
        with self.replica.connect() as connection:
            spec = '{"name": "w", "definition": "SELECT 1"}'
            for call in ("vieworm_verify('totals')", "vieworm_explain('totals')",
                         "vieworm_graph()", f"vieworm_compile('{spec}')"):
                self.assertTrue(connection.exec_driver_sql(f"SELECT {call}").all())
