"""vieworm's views in SQLAlchemy 1.4 and 2: one file to copy into a project.

    class Totals(View):
        __tablename__ = "totals"
        __spec__ = {"refresh": {"on": "statement"}}     # the other keys of vieworm's spec
        region = Column(String, primary_key=True)       # what tells one row from another
        coins = Column(Integer)

        @classmethod
        def select(cls):                                # or {"postgresql": ..., "sqlite": ...}
            return select(Order.region, func.sum(Order.coins).label("coins")).group_by(Order.region)

    create_all(session)                                 # await async_session.run_sync(create_all)

A bind is a Session or a Connection; run_sync of their async sisters passes one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from graphlib import TopologicalSorter
from typing import Any, ClassVar, Union

from sqlalchemy import MetaData, Table, event, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.orm import Session, declarative_base
from sqlalchemy.sql import visitors
from sqlalchemy.sql.dml import UpdateBase
from sqlalchemy.sql.selectable import SelectBase

Bind = Union[Session, Connection]
Definition = Union[SelectBase, str]

# The SQL of a definition must not depend on the driver: no doubled percent signs, no casts.
_DIALECTS = {"postgresql": postgresql.dialect(paramstyle="named"),
             "sqlite": sqlite.dialect(paramstyle="named")}


class ReadOnlyView(TypeError):
    """A statement, of the ORM or of Core, would have written to a view."""


class _View:
    __spec__: ClassVar[dict[str, Any]] = {}
    # Views that the definition reads where it does not say so itself, because it is a text.
    __reads__: ClassVar[tuple[type, ...]] = ()

    @classmethod
    def select(cls) -> Definition | Mapping[str, Definition]:
        raise NotImplementedError(f"{cls.__name__}.select() is the view's definition")


# Views have a MetaData of their own: Base.metadata.create_all() must not make tables of them.
View: Any = declarative_base(cls=_View, metadata=MetaData(), name="View")


@event.listens_for(Engine, "before_execute")
def _refuse_writes(connection, statement, multiparams, params, execution_options) -> None:
    table = getattr(statement, "table", None)
    if isinstance(statement, UpdateBase) and getattr(table, "metadata", None) is View.metadata:
        raise ReadOnlyView(f'view "{table.name}" is read-only: change the tables that it reads')


def declared_views() -> list[type]:
    """All subclasses of View, each after those that it reads."""
    views = {mapper.local_table: mapper.class_ for mapper in View.registry.mappers}
    reads = {view: _reads(view, views) for view in sorted(views.values(), key=lambda v: v.__name__)}
    return list(TopologicalSorter(reads).static_order())


def _reads(view: Any, views: Mapping[Table, type]) -> set[type]:
    definition = view.select()
    selects = definition.values() if isinstance(definition, Mapping) else [definition]
    elements = (e for s in selects if not isinstance(s, str) for e in visitors.iterate(s))
    tables = {element for element in elements if isinstance(element, Table)}
    return {views[table] for table in tables if table in views} | set(view.__reads__)


def spec_of(view: Any, dialect: str, **options: Any) -> dict[str, Any]:
    """vieworm's spec of a view; `options` come on top of its __spec__."""
    definition, table = view.select(), view.__table__
    if isinstance(definition, Mapping):
        definition = definition[dialect]
    if not isinstance(definition, str):
        literally = {"literal_binds": True}
        definition = str(definition.compile(dialect=_DIALECTS[dialect], compile_kwargs=literally))
    place = {"schema": table.schema} if table.schema else {}
    return {"name": table.name, **place, "definition": definition, **view.__spec__, **options}


def create_all(bind: Bind, *views: Any, **options: Any) -> list[dict[str, Any]]:
    """Creates the views, all of them by default, and returns vieworm's reports.

    Options are keys of the spec: if_not_exists, or_replace (both: replace it if it is there),
    with_data, method, refresh, ...
    """
    dialect = _connection(bind).dialect.name
    return [_call(bind, "vieworm_create", spec_of(view, dialect, **options))[0]
            for view in _in_order(views)]


def drop_all(bind: Bind, *views: Any, if_exists: bool = True, cascade: bool = False) -> list[str]:
    """Drops the views, readers first, and returns the names of what was dropped."""
    options = {"if_exists": if_exists, "cascade": cascade}
    return [name for view in reversed(_in_order(views))
            for name in _call(bind, "vieworm_drop", quoted_name(view, bind), options)]


def refresh(bind: Bind, *views: Any, **options: Any) -> list[dict[str, Any]]:
    """Refreshes the views, sources first; without views, all that the database has.

    Options: concurrently, with_data, mode. A Session is flushed before.
    """
    if isinstance(bind, Session):
        bind.flush()
    if not views:
        return _call(bind, "vieworm_refresh_all", options)
    return [_call(bind, "vieworm_refresh", quoted_name(view, bind), options)[0]
            for view in _in_order(views)]


def list_views(bind: Bind) -> list[dict[str, Any]]:
    """What vieworm knows about each view in the database, declared here or not."""
    rows = _connection(bind).execute(text("SELECT * FROM vieworm_views ORDER BY schema, name"))
    return [dict(row) for row in rows.mappings()]


class refreshed_after:
    """with refreshed_after(session, Totals): ...   (or async with, and an AsyncSession)

    The views are refreshed at the end of the block, in the session's transaction: what they show
    is committed with what they show it of. A block that fails refreshes nothing.
    """

    def __init__(self, session: Any, *views: Any, **options: Any) -> None:
        self._session, self._views, self._options = session, views, options

    def __enter__(self) -> Any:
        return self._session

    def __exit__(self, error: Any, *_: Any) -> None:
        if error is None:
            refresh(self._session, *self._views, **self._options)

    async def __aenter__(self) -> Any:
        return self._session

    async def __aexit__(self, error: Any, *_: Any) -> None:
        if error is None:
            await self._session.run_sync(refresh, *self._views, **self._options)


def include_name(name: str | None, type_: str, parent_names: Any) -> bool:
    """For Alembic's context.configure(): leaves alone what vieworm keeps in the database."""
    if type_ == "schema":
        return name != "vieworm"
    return type_ != "table" or not str(name).startswith("_vieworm_")


def include_object(item: Any, name: str | None, type_: str, reflected: bool, to: Any) -> bool:
    """The same, and leaves alone the views, which are no tables to create."""
    table = item if type_ == "table" else getattr(item, "table", None)
    hidden = isinstance(table, Table) and (
        table.key in View.metadata.tables or table.schema == "vieworm"
        or table.name.startswith("_vieworm_"))
    return not hidden


def load_in_sqlite(engine: Any, module: str) -> None:
    """Loads vieworm on each connection of a (sync or async) engine; nothing to do in PostgreSQL.

    And lets SQLAlchemy begin transactions: Python's sqlite3 begins none before a SELECT, and
    vieworm's functions are called by SELECT. A writer that reads first should begin as one:
    engine.execution_options(sqlite_begin="IMMEDIATE").
    """
    engine = getattr(engine, "sync_engine", engine)
    if engine.dialect.name != "sqlite":
        return

    @event.listens_for(engine, "connect")
    def connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        run = getattr(connection, "run_async", lambda call: call(connection))
        run(lambda driver: driver.enable_load_extension(True))
        run(lambda driver: driver.load_extension(module))
        run(lambda driver: driver.enable_load_extension(False))

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        mode = connection.get_execution_options().get("sqlite_begin", "DEFERRED")
        connection.exec_driver_sql(f"BEGIN {mode}")


def quoted_name(view: Any, bind: Bind) -> str:
    """The view's name as vieworm's functions take it."""
    dialect = _DIALECTS[_connection(bind).dialect.name]
    return dialect.identifier_preparer.format_table(view.__table__)


def _connection(bind: Bind) -> Connection:
    return bind.connection() if isinstance(bind, Session) else bind


def _in_order(views: Iterable[Any]) -> list[Any]:
    wanted = set(views)
    return [view for view in declared_views() if view in wanted or not wanted]


def _call(bind: Bind, function: str, *arguments: Any) -> list[Any]:
    """Calls one of vieworm's functions; its JSON answer, or each of its answers."""
    connection = _connection(bind)
    values = {f"a{i}": a if isinstance(a, str) else json.dumps(a) for i, a in enumerate(arguments)}
    if connection.dialect.name == "postgresql":
        types = ("text" if isinstance(argument, str) else "jsonb" for argument in arguments)
        casts = ", ".join(f"CAST(:{name} AS {type_})" for name, type_ in zip(values, types))
        call = f"SELECT CAST(to_jsonb(answer) AS text) FROM {function}({casts}) AS answer"
    else:
        call = f"SELECT {function}({', '.join(':' + name for name in values)})"
    answers = [json.loads(row[0]) for row in connection.execute(text(call), values)]
    if len(answers) == 1 and isinstance(answers[0], list):
        return answers[0]
    return answers
