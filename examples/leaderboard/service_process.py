"""What the tests of the service share: the service as a process, and its oracle."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import httpx
from sqlalchemy import select
from sqlalchemy.engine import Engine

from testing import MODULE, free_port

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from service.models import Leaderboard  # noqa: E402

TOKEN = "a token for tests"


def environment_of(url: str, **environment: str) -> dict[str, str]:
    paths = f"{HERE}:{HERE.parent / 'python'}"
    return {**os.environ, "PYTHONPATH": paths, "VIEWORM_SO": MODULE, "DATABASE_URL": url,
            **environment}


def run(*arguments: str, url: str) -> str:
    """What python3 prints, in the example's folder, with the database at the URL."""
    return subprocess.run([sys.executable, *arguments], cwd=HERE, env=environment_of(url),
                          check=True, stdout=subprocess.PIPE, text=True).stdout


class Service:
    """The service, running; its log goes to a file."""

    def __init__(self, folder: str, url: str, **environment: str) -> None:
        self.port = free_port()
        self.log = Path(folder) / f"service.{self.port}.log"
        env = environment_of(url, **{"PORT": str(self.port), "WRITER_TOKEN": TOKEN, **environment})
        with self.log.open("w") as log:
            self.process = subprocess.Popen([sys.executable, "-m", "service"], cwd=HERE, env=env,
                                            stdout=log, stderr=log)
        self.http = httpx.Client(base_url=f"http://127.0.0.1:{self.port}", timeout=60,
                                 headers={"Authorization": f"Bearer {TOKEN}"})
        self._wait()

    def _wait(self) -> None:
        for _ in range(600):
            try:
                self.http.get("/leaderboard")
                return
            except httpx.TransportError:
                if self.process.poll() is not None:
                    break
                time.sleep(0.1)
        raise RuntimeError(self.log.read_text())

    def stop(self) -> None:
        self.http.close()
        self.process.terminate()
        self.process.wait(timeout=30)

    def lines(self) -> list[dict]:
        return [json.loads(line) for line in self.log.read_text().splitlines()]


def plain_standings(engine: Engine) -> list[dict]:
    """What the leaderboard ought to be, ordered as its pages are."""
    query = Leaderboard.select()[engine.dialect.name].subquery()
    with engine.connect() as connection:
        rows = connection.execute(select(query).order_by(query.c.rank, query.c.player_id))
        return [dict(row) for row in rows.mappings()]


# A match that leaves the leaderboard in a few seconds.
_OLD = "INSERT INTO gamematch (player1, player2, winner, bet, finished) VALUES (11, 1, 11, 3, {})"
OLD_MATCH = {"postgresql": _OLD.format("now() - interval '30 days' + interval '8 seconds'"),
             "sqlite": _OLD.format("datetime('now', '-30 days', '+8 seconds')")}

CALL = """
import asyncio, json, sys
from sqlalchemy import text
from service.database import transaction

async def main():
    async with transaction(write=True) as session:
        print((await session.execute(text(sys.argv[1]), json.loads(sys.argv[2]))).scalar())

asyncio.run(main())
"""


def until(condition, seconds: float) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.2)
    return condition()
