"""What the examples' tests share: databases of their own on both engines, and "ok" lines.

    python3 examples/testing.py FILE...     runs the tests in these files

PGHOST and PGPORT lead to a PostgreSQL server with vieworm installed, VIEWORM_SO is SQLite's module
without its suffix: ./test.sh examples sees to both.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import unittest
from pathlib import Path

MODULE = os.environ.get("VIEWORM_SO", str(Path(__file__).parents[1] / "build/vieworm"))

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
        return postgres_url(driver, name)


def postgres_url(driver: str, database: str) -> str:
    """The URL of a database of PGHOST's, by its Unix socket."""
    host, port = os.environ["PGHOST"], os.environ.get("PGPORT", "5432")
    return f"postgresql+{driver}://postgres@/{database}?host={host}&port={port}"


def free_port() -> int:
    """A TCP port of 127.0.0.1 that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


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


def main(files: list[str]) -> int:
    suite = unittest.TestSuite()
    for file in map(Path, files):
        sys.path.insert(0, str(file.parent))
        suite.addTests(unittest.defaultTestLoader.loadTestsFromName(file.stem))
    result = unittest.TextTestRunner(sys.stdout, resultclass=OkLines, verbosity=0).run(suite)
    return int(not result.wasSuccessful() or result.testsRun == 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
