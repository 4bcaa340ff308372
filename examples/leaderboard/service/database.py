"""The engine, and sessions that follow the context: the same code runs in a route and in a job."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from contextvars import ContextVar
from typing import Any, Optional

from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine
from vieworm_sqlalchemy import load_in_sqlite

from .settings import settings


def make_engine(url: str, check_references: bool = True) -> AsyncEngine:
    engine = create_async_engine(url, future=True)
    load_in_sqlite(engine, settings.vieworm_module)
    if engine.dialect.name != "sqlite":
        return engine

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode = WAL")  # who reads does not wait for who writes
        cursor.execute("PRAGMA busy_timeout = 10000")
        cursor.execute(f"PRAGMA foreign_keys = {check_references}")
        cursor.close()

    return engine


engine = make_engine(settings.database_url)
# A transaction of SQLite's that reads first and then writes may find that another one has written
# meanwhile, and has to fail: who will write says so first. PostgreSQL does not care.
writer_engine = engine.execution_options(sqlite_begin="IMMEDIATE")

_session: ContextVar[Optional[AsyncSession]] = ContextVar("session", default=None)


@asynccontextmanager
async def transaction(write: bool = False) -> AsyncIterator[AsyncSession]:
    """The context's session. The outermost block begins it and, unless it fails, commits; what is
    called inside joins in. (Do not start tasks inside that use it: a session serves one at a time.)
    """
    outer = _session.get()
    if outer is not None:
        if write and not outer.info["write"]:
            raise RuntimeError("a transaction that only reads cannot turn into one that writes")
        yield outer
        return
    async with AsyncSession(writer_engine if write else engine, expire_on_commit=False) as session:
        session.info["write"] = write
        async with session.begin():
            token = _session.set(session)
            try:
                yield session
            finally:
                _session.reset(token)
