"""The products on both engines. The oracle is the query behind the views, run afresh."""

from __future__ import annotations

import tempfile
import unittest

from sqlalchemy import create_engine

import testing  # first: it says where the helper is
from app import by_category, create_app


class Tests:
    driver: str

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.url = self.new_database(folder.name, self.driver)
        self.app = create_app(self.url)
        self.client = self.app.test_client()
        self.engine = create_engine(self.url, future=True)
        self.addCleanup(self.engine.dispose)
        for category, name, price in [("tools", "saw", 1999), ("tools", "file", 750),
                                      ("tools", "rasp", 751), ("toys", "top", 399)]:
            self.add(category, name, price)

    def add(self, category, name, price, status=201) -> int:
        answer = self.client.post("/products", json={"category": category, "name": name,
                                                     "price": price})
        self.assertEqual(answer.status_code, status, answer.text)
        return answer.json.get("id")

    def plain(self) -> list[dict]:
        with self.engine.connect() as connection:
            rows = connection.execute(by_category().order_by("category")).mappings()
            return [{**row, "average": float(row["average"])} for row in rows]

    def get(self, path: str) -> list[dict]:
        return self.client.get(path).json

    def test_maintained(self):
        """the maintained view is right after each product that comes, changes or goes"""
        self.assertEqual(len(self.get("/stats")), 2)
        self.assertEqual(self.get("/stats"), self.plain())
        added = self.add("tools", "vice", 9900)
        self.assertEqual(self.get("/stats"), self.plain())
        self.assertEqual(self.client.patch(f"/products/{added}", json={"price": 1}).status_code, 204)
        self.assertEqual(self.get("/stats")[0]["least"], 1)
        self.assertEqual(self.get("/stats"), self.plain())
        self.assertEqual(self.client.delete(f"/products/{added}").status_code, 204)
        self.assertEqual(self.get("/stats"), self.plain())
        self.assertEqual(self.client.delete("/products/4").status_code, 204)
        self.assertEqual([row["category"] for row in self.get("/stats")], ["tools"])

    def test_report(self):
        """the report stays as it is until it is refreshed, by difference"""
        self.assertEqual(self.get("/report"), [])
        self.assertEqual(self.client.post("/report/refresh").json, {"deleted": 0, "inserted": 2})
        before = self.plain()
        self.assertEqual(self.get("/report"), before)
        self.add("toys", "kite", 1200)
        self.assertEqual(self.get("/report"), before)
        self.assertEqual(self.client.post("/report/refresh").json, {"deleted": 1, "inserted": 1})
        self.assertEqual(self.get("/report"), self.plain())
        self.assertEqual(self.client.post("/report/refresh").json, {"deleted": 0, "inserted": 0})

    def test_restart(self):
        """a program that starts again finds its views as it left them"""
        again = create_app(self.url)
        self.assertEqual(again.test_client().get("/stats").json, self.get("/stats"))

    def test_bad_input(self):
        """what is no product is refused, as JSON, and changes nothing"""
        before = self.get("/stats")
        for category, name, price in [("", "x", 1), ("x" * 101, "x", 1), ("x", None, 1), ("x", "x", -1),
                                      ("x", "x", True), ("x", "x", 1.5), ("x", "x", 2**31)]:
            self.add(category, name, price, status=422)
        for answer in (self.client.post("/products", data="{", content_type="application/json"),
                       self.client.post("/products", json=[]),
                       self.client.delete("/products/99"), self.client.delete(f"/products/{2**70}"),
                       self.client.put("/stats")):
            self.assertIn(answer.status_code, (400, 404, 405, 422))
            self.assertEqual(sorted(answer.json["error"]), ["code", "message"])
        self.assertEqual(self.get("/stats"), before)


class SqliteTests(testing.OnSqlite, Tests, unittest.TestCase):
    driver = "pysqlite"


class PostgresTests(testing.OnPostgres, Tests, unittest.TestCase):
    driver = "psycopg2"
