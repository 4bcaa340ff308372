"""The leaderboard on a server with pg_cron, which moves the window on by itself."""

from __future__ import annotations

import tempfile
import unittest

from sqlalchemy import create_engine, text

from service_process import OLD_MATCH, Service, plain_standings, run, until
from testing import psql, postgres_url


class PgCronTests(unittest.TestCase):
    engine_name = "PostgreSQL"

    def test_window(self):
        """pg_cron refreshes the leaderboard where the service does not"""
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        psql("postgres", "CREATE DATABASE leaderboard")
        psql("leaderboard", "CREATE EXTENSION pg_cron", "CREATE EXTENSION vieworm")
        url = postgres_url("asyncpg", "leaderboard")
        run("-m", "alembic", "upgrade", "head", url=url)
        jobs = psql("leaderboard", "SELECT jobname, schedule FROM cron.job")
        self.assertEqual(jobs, "vieworm: public.leaderboard|* * * * *")

        engine = create_engine(postgres_url("psycopg2", "leaderboard"), future=True)
        self.addCleanup(engine.dispose)
        service = Service(folder.name, url, REFRESH_SECONDS="0")
        self.addCleanup(service.stop)
        for number in range(1, 12):
            service.http.post("/players", json={"name": f"player {number}"}).raise_for_status()
        with engine.begin() as connection:
            connection.execute(text(OLD_MATCH["postgresql"]))

        def shown() -> int:
            return service.http.get("/leaderboard").json()["total"]

        self.assertEqual(shown(), 2)
        self.assertTrue(until(lambda: shown() == 0, 180))
        self.assertEqual(plain_standings(engine), [])
