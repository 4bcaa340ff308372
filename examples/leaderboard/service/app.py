"""The routes. What they do is in game.py."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Optional

from fastapi import Depends, FastAPI, Path, Query
from sqlalchemy.exc import SQLAlchemyError

from . import errors, game, logs, schemas
from .database import engine
from .security import writer
from .settings import settings

log = logging.getLogger("leaderboard")


async def refresh_forever(seconds: float) -> None:
    """The background task: what is due is refreshed; what fails is tried again."""
    while True:
        await asyncio.sleep(seconds)
        try:
            for report in await game.refresh_due():
                log.info("refreshed", extra={"fields": {"report": report}})
        except (SQLAlchemyError, OSError) as error:
            log.warning("refresh failed: %s", error)


@asynccontextmanager
async def lifespan(_: FastAPI) -> AsyncIterator[None]:
    logs.set_up()
    refresher = None
    if settings.refresh_seconds > 0:
        refresher = asyncio.create_task(refresh_forever(settings.refresh_seconds))
    yield
    if refresher is not None:
        refresher.cancel()
        with suppress(asyncio.CancelledError):
            await refresher
    await engine.dispose()


app = FastAPI(title="Leaderboard", responses={"default": {"model": schemas.ErrorResponse}})
app.router.lifespan_context = lifespan  # FastAPI(lifespan=...) came after the one in Debian 12
app.add_middleware(logs.RequestLog)
errors.install(app)


@app.post("/players", status_code=201, dependencies=[Depends(writer)])
async def add_player(player: schemas.PlayerIn) -> schemas.Player:
    user = await game.add_player(player.name)
    return schemas.Player(id=user.id, name=user.name)


@app.post("/matches", status_code=201, dependencies=[Depends(writer)])
async def enter_match(match: schemas.MatchIn) -> schemas.Match:
    entered = await game.enter_match(match.player1, match.player2, match.winner, match.bet)
    return schemas.Match(id=entered.id, player1=entered.player1, player2=entered.player2,
                         winner=entered.winner, bet=entered.bet)


@app.get("/leaderboard")
async def leaderboard(
    player: Optional[str] = Query(None, max_length=100, description="a part of the name"),
    min_matches: int = Query(0, ge=0, le=schemas.LARGEST_ID),
    limit: int = Query(10, ge=1, le=1000),
    offset: int = Query(0, ge=0, le=schemas.LARGEST_ID),
) -> schemas.Page:
    total, rows = await game.standings(player, min_matches, limit, offset)
    items = [_standing(row) for row in rows]
    return schemas.Page(total=total, limit=limit, offset=offset, items=items)


@app.get("/players/{player}/rank")
async def rank(player: int = Path(ge=1, le=schemas.LARGEST_ID)) -> schemas.PlayerRank:
    user, row = await game.player_rank(player)
    if row is None:
        return schemas.PlayerRank(player_id=user.id, player=user.name, rank=None, matches=0, coins=0)
    return schemas.PlayerRank(player_id=row.player_id, player=row.player, rank=row.rank,
                              matches=row.matches, coins=row.coins)


def _standing(row: game.Leaderboard) -> schemas.Standing:
    return schemas.Standing(rank=row.rank, player_id=row.player_id, player=row.player,
                            matches=row.matches, coins=row.coins)
