"""Alembic runs the migrations on the service's own engine, each in one transaction."""

import asyncio

from alembic import context
from service.database import make_engine
from service.models import Base
from service.settings import settings
from vieworm_sqlalchemy import include_name, include_object


def migrate(connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        include_name=include_name,  # vieworm's tables are not Alembic's business
        include_object=include_object,
        render_as_batch=True,
        transactional_ddl=True,  # in SQLite, too
        transaction_per_migration=True,
    )
    with context.begin_transaction():
        context.run_migrations()


async def main() -> None:
    # Where Alembic rebuilds a table of SQLite's, references must not follow the old one.
    engine = make_engine(settings.database_url, check_references=False)
    async with engine.connect() as connection:
        await connection.run_sync(migrate)
        await connection.commit()
    await engine.dispose()


asyncio.run(main())
