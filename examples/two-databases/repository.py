"""Reads that say which database they go to: the primary, or a replica of it.

    standings = Repository({"primary": primary, "replica": replica}, Totals, "replica")
    page = standings.filter(Totals.coins > 10).order_by(Totals.coins.desc()).paginate(1, per_page=20)
    fresh = standings.using("primary").all()

Each call gives a new repository; nothing is read before all(), first() or paginate().
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Generic, Optional, TypeVar

from sqlalchemy import func, select
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session
from sqlalchemy.sql import Select

Model = TypeVar("Model")


@dataclass(frozen=True)
class Page(Generic[Model]):
    items: list[Model]
    number: int  # the first page is 1
    per_page: int
    total: int

    @property
    def pages(self) -> int:
        return -(-self.total // self.per_page)


@dataclass(frozen=True)
class Repository(Generic[Model]):
    engines: Mapping[str, Engine]
    model: type[Model]
    database: str
    conditions: tuple[Any, ...] = ()
    order: tuple[Any, ...] = ()

    def using(self, database: str) -> Repository[Model]:
        if database not in self.engines:
            raise LookupError(f'there is no database "{database}", but {sorted(self.engines)}')
        return replace(self, database=database)

    def filter(self, *conditions: Any) -> Repository[Model]:
        return replace(self, conditions=self.conditions + conditions)

    def order_by(self, *columns: Any) -> Repository[Model]:
        return replace(self, order=columns)

    def all(self) -> list[Model]:
        with self._session() as session:
            return session.execute(self._select()).scalars().all()

    def first(self) -> Optional[Model]:
        with self._session() as session:
            return session.execute(self._select().limit(1)).scalars().first()

    def paginate(self, number: int, per_page: int = 20) -> Page[Model]:
        """One page, and how many rows there are: both of one moment."""
        if number < 1 or per_page < 1:
            raise ValueError("the first page is 1, and a page has at least one row")
        rows = self._select().limit(per_page).offset((number - 1) * per_page)
        count = select(func.count()).select_from(self.model).where(*self.conditions)
        with self._session() as session:
            session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
            total = session.execute(count).scalar_one()
            return Page(session.execute(rows).scalars().all(), number, per_page, total)

    def _select(self) -> Select:
        return select(self.model).where(*self.conditions).order_by(*self.order)

    def _session(self) -> Session:
        return Session(self.engines[self.database], future=True, expire_on_commit=False)
