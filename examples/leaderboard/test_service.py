"""The service as a process, over HTTP, on both engines, while others write. The oracle is the query
behind the view, run afresh."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import threading
import unittest

import httpx
from sqlalchemy import create_engine, text

from service_process import CALL, HERE, OLD_MATCH, TOKEN, Service, plain_standings, run, until
from testing import OnPostgres, OnSqlite
from service.models import Leaderboard
from vieworm_sqlalchemy import spec_of


class Tests:
    driver: str
    plain_driver: str

    @classmethod
    def setUpClass(cls) -> None:
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.url = cls.new_database(folder.name, cls.driver)
        cls.plain_url = cls.url.replace(cls.driver, cls.plain_driver)
        run("-m", "alembic", "upgrade", "head", url=cls.url)
        cls.folder = folder.name
        cls.service = Service(folder.name, cls.url, REFRESH_SECONDS="0.5")
        cls.addClassCleanup(cls.service.stop)
        cls.http = cls.service.http
        cls.engine = create_engine(cls.plain_url, future=True)
        cls.addClassCleanup(cls.engine.dispose)
        for number in range(1, 13):
            cls.http.post("/players", json={"name": f"player {number}"}).raise_for_status()

    def board(self, **query) -> list[dict]:
        """The whole leaderboard, page by page."""
        items, query = [], {"limit": 5, **query}
        while True:
            page = self.http.get("/leaderboard", params={**query, "offset": len(items)}).json()
            items += page["items"]
            if len(items) >= page["total"] or not page["items"]:
                return items

    def play(self, player1: int, player2: int, winner: int, bet: int) -> httpx.Response:
        return self.http.post("/matches", json={"player1": player1, "player2": player2,
                                                "winner": winner, "bet": bet})

    def execute(self, sql: str, **values) -> None:
        with self.engine.begin() as connection:
            connection.execute(text(sql), values)

    def vieworm(self, sql: str, **values: str) -> str:
        """What a statement with vieworm's functions answers, in the service's own transaction."""
        return run("-c", CALL, sql, json.dumps(values), url=self.url).strip()

    def test_maintained(self):
        """the leaderboard is kept by statement, for the query as SQLAlchemy writes it"""
        state = "SELECT mode || ' ' || timing FROM vieworm_views"
        self.assertEqual(self.vieworm(state), "incremental statement")

    def test_match(self):
        """a match that was entered is in the next answer"""
        answer = self.play(1, 2, 2, 7)
        self.assertEqual(answer.status_code, 201)
        self.assertEqual(sorted(answer.json()), ["bet", "id", "player1", "player2", "winner"])
        self.assertEqual(self.board(), plain_standings(self.engine))
        self.assertTrue(self.board())

    def test_pages(self):
        """pages and filters show each player once, wildcards taken as they are"""
        for player in range(2, 11):
            self.play(1, player, player, player)
        self.play(2, 3, 3, 1)
        everybody = plain_standings(self.engine)
        self.assertEqual(self.board(limit=2), everybody)
        self.assertEqual(self.board(min_matches=2), [p for p in everybody if p["matches"] >= 2])
        self.assertEqual(self.board(player="YER 3"),
                         [p for p in everybody if "yer 3" in p["player"].lower()])
        self.assertEqual(self.board(player="%"), [])
        self.assertEqual(self.board(player="_"), [])
        page = self.http.get("/leaderboard", params={"limit": 3, "offset": 1000}).json()
        self.assertEqual((page["items"], page["total"]), ([], len(everybody)))

    def test_rank(self):
        """a player's rank is the view's; who has not played has none"""
        self.play(1, 2, 2, 7)
        for row in plain_standings(self.engine):
            self.assertEqual(self.http.get(f"/players/{row['player_id']}/rank").json(), row)
        self.assertEqual(self.http.get("/players/12/rank").json(),
                         {"player_id": 12, "player": "player 12", "rank": None, "matches": 0,
                          "coins": 0})

    def test_authentication(self):
        """who has no token, or another one, changes nothing"""
        before = plain_standings(self.engine)
        for token in ("", "Bearer", "Bearer x", f"Bearer {TOKEN}x", f"Basic {TOKEN}"):
            answer = self.http.post("/matches", headers={"Authorization": token},
                                    json={"player1": 1, "player2": 2, "winner": 1, "bet": 1})
            self.assertEqual(answer.status_code, 401, token)
            self.assertEqual(answer.headers["WWW-Authenticate"], "Bearer")
            self.assertEqual(answer.json()["error"]["code"], "unauthorized")
        self.assertEqual(plain_standings(self.engine), before)

    def test_errors(self):
        """every error has the one shape and the right status"""
        huge = 2**31
        match = {"player1": 1, "player2": 2, "winner": 1, "bet": 1}
        cases = [
            ("POST", "/matches", {}, 422, "invalid_request"),
            ("POST", "/matches", {**match, "bet": 0}, 422, "invalid_request"),
            ("POST", "/matches", {**match, "player1": huge}, 422, "invalid_request"),
            ("POST", "/matches", {**match, "player2": 1}, 422, "invalid_match"),
            ("POST", "/matches", {**match, "winner": 3}, 422, "invalid_match"),
            ("POST", "/matches", {**match, "player2": 999}, 404, "unknown_player"),
            ("POST", "/players", {"name": ""}, 422, "invalid_request"),
            ("POST", "/players", {"name": "x" * 101}, 422, "invalid_request"),
            ("GET", "/players/999/rank", None, 404, "unknown_player"),
            ("GET", "/players/0/rank", None, 422, "invalid_request"),
            ("GET", f"/players/{huge}/rank", None, 422, "invalid_request"),
            ("GET", "/players/x/rank", None, 422, "invalid_request"),
            ("GET", "/leaderboard?limit=0", None, 422, "invalid_request"),
            ("GET", f"/leaderboard?offset={huge}", None, 422, "invalid_request"),
            ("GET", "/nothing", None, 404, "not_found"),
            ("PUT", "/leaderboard", None, 405, "method_not_allowed"),
        ]
        for method, path, body, status, code in cases:
            with self.subTest(path=path, body=body):
                answer = self.http.request(method, path, json=body)
                self.assertEqual(answer.status_code, status, answer.text)
                error = answer.json()["error"]
                self.assertEqual(sorted(error), ["code", "details", "message"])
                self.assertEqual(error["code"], code)

    def test_odd_texts(self):
        """a text that the database cannot store is the client's error, any other is stored"""
        for name in ("Zoë'); DROP TABLE users; --", "日本", "\N{PILE OF POO}", "%s :x ?"):
            added = self.http.post("/players", json={"name": name})
            self.assertEqual((added.status_code, added.json()["name"]), (201, name))
        nul = self.http.post("/players", json={"name": "a\0b"})
        if self.engine.dialect.name == "postgresql":
            self.assertEqual((nul.status_code, nul.json()["error"]["code"]), (422, "invalid_value"))
        else:
            self.assertEqual(nul.status_code, 201)

    def test_log(self):
        """each request is one line of JSON, with the id that the client got"""
        answer = self.http.get("/players/999/rank")

        def lines() -> list[dict]:
            return [line for line in self.service.lines()
                    if line.get("request") == answer.headers["X-Request-Id"]]

        self.assertTrue(until(lines, 30))  # the line follows the answer
        self.assertEqual([(f["path"], f["status"]) for f in lines()], [("/players/999/rank", 404)])

    def test_writers(self):
        """the leaderboard is right while other processes write, in every answer and at the end"""
        writers = [subprocess.Popen([sys.executable, str(HERE / "writer.py"), self.plain_url,
                                     str(seed), "40"]) for seed in (1, 2)]
        answers: list[int] = []
        player = threading.Thread(target=lambda: answers.extend(
            self.play(1 + i % 10, 1 + (i + 3) % 10, 1 + i % 10, i + 1).status_code
            for i in range(40)))
        player.start()
        reads = 0
        while player.is_alive() or any(writer.poll() is None for writer in writers):
            page = self.http.get("/leaderboard", params={"limit": 1000}).json()
            # What one wins another one loses: half a match would show.
            self.assertEqual(sum(row["coins"] for row in page["items"]), 0)
            self.assertEqual(sum(row["matches"] for row in page["items"]) % 2, 0)
            ranks = [row["rank"] for row in page["items"]]
            self.assertEqual(ranks, sorted(ranks))
            reads += 1
        player.join()
        self.assertEqual([writer.returncode for writer in writers], [0, 0])
        self.assertEqual(answers, [201] * 40)
        self.assertGreater(reads, 5)
        self.assertEqual(self.board(), plain_standings(self.engine))
        verified = self.vieworm("SELECT vieworm_verify('leaderboard')")
        self.assertRegex(verified, r"""["']missing["']: ?0\b""")
        self.assertRegex(verified, r"""["']extra["']: ?0\b""")

    def test_window(self):
        """the background task moves the window on: a match that turns 30 days old leaves"""
        often = spec_of(Leaderboard, self.engine.dialect.name, or_replace=True,
                        refresh={"on": "statement", "schedule": "1 second"})
        self.vieworm("SELECT vieworm_create(:spec)", spec=json.dumps(often))
        self.play(11, 1, 11, 7)
        self.execute(OLD_MATCH[self.engine.dialect.name])

        def matches() -> int:
            return self.http.get("/players/11/rank").json()["matches"]

        before = matches()
        self.assertTrue(until(lambda: matches() == before - 1, 60))
        self.assertEqual(self.board(), plain_standings(self.engine))

    def test_job(self):
        """the same code runs outside of any request"""
        self.play(1, 2, 2, 7)
        best = plain_standings(self.engine)
        lines = run("-m", "service.job", url=self.url).splitlines()
        self.assertEqual(lines[0], f"{len(best)} players")
        self.assertEqual(lines[1:], [f"{p['rank']} {p['player']} {p['coins']}" for p in best[:3]])


class SqliteTests(OnSqlite, Tests, unittest.TestCase):
    driver, plain_driver = "aiosqlite", "pysqlite"


class PostgresTests(OnPostgres, Tests, unittest.TestCase):
    driver, plain_driver = "asyncpg", "psycopg2"
