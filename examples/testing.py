"""What the examples' tests share: databases of their own on both engines, and "ok" lines.

    python3 examples/testing.py FOLDER      runs FOLDER/test_*.py

PGHOST and PGPORT lead to a PostgreSQL server with vieworm installed, VIEWORM_SO is SQLite's module
without its suffix: ./test.sh examples sees to both.
"""

from __future__ import annotations

import os
import subprocess
import sys
import unittest
from pathlib import Path

MODULE = os.environ.get("VIEWORM_SO", "build/vieworm")

for folder in (Path(__file__).parent, Path(__file__).parent / "python"):
    sys.path.insert(0, str(folder))


class OnSqlite:
    """The URL of a new database file in a folder."""

    engine_name = "SQLite"

    @staticmethod
    def new_database(folder: str, driver: str) -> str:
        return f"sqlite+{driver}:///{folder}/example.db"


class OnPostgres:
    """The URL of a new database, with the extension, on the server that PGHOST names."""

    engine_name = "PostgreSQL"

    @staticmethod
    def new_database(folder: str, driver: str) -> str:
        name = "example_" + Path(folder).name.replace("-", "_").lower()
        psql("postgres", f'CREATE DATABASE "{name}"')
        psql(name, "CREATE EXTENSION vieworm")
        return postgres_url(driver, os.environ["PGHOST"], os.environ.get("PGPORT", "5432"), name)


def postgres_url(driver: str, host: str, port: str, database: str) -> str:
    """A server's URL for SQLAlchemy, by its Unix socket or its address."""
    return f"postgresql+{driver}://postgres@/{database}?host={host}&port={port}"


def psql(database: str, *statements: str) -> str:
    """What the statements print; each one is a transaction of its own."""
    program = Path(os.environ["PG_BINDIR"]) / "psql"
    commands = [option for statement in statements for option in ("-c", statement)]
    options = ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", database]
    return subprocess.run([program, *options, *commands], check=True, stdout=subprocess.PIPE,
                          text=True).stdout.strip()


class OkLines(unittest.TextTestResult):
    """One line for each test: its engine, and the first line of its docstring."""

    def _line(self, word: str, test: unittest.TestCase) -> None:
        engine = getattr(test, "engine_name", None)
        name = test.shortDescription() or test.id()
        print(f"{word} {f'{engine}: ' if engine else ''}{name}", flush=True)

    def addSuccess(self, test):
        super().addSuccess(test)
        self._line("ok", test)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._line("not ok", test)

    def addError(self, test, err):
        super().addError(test, err)
        self._line("not ok", test)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._line("not ok", test)

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self._line("not ok", test)


if __name__ == "__main__":
    suite = unittest.defaultTestLoader.discover(sys.argv[1], top_level_dir=sys.argv[1])
    result = unittest.TextTestRunner(sys.stdout, resultclass=OkLines, verbosity=0).run(suite)
    sys.exit(not result.wasSuccessful() or result.testsRun == 0)
