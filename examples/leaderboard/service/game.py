"""What the service does, without HTTP: routes call it, and so do jobs."""

from __future__ import annotations

import json
from typing import Any, Optional

from sqlalchemy import func, select, text

from .database import transaction
from .errors import ApiError
from .models import Leaderboard, Match, User


async def add_player(name: str) -> User:
    async with transaction(write=True) as session:
        user = User(name=name)
        session.add(user)
        await session.flush()
        return user


async def enter_match(player1: int, player2: int, winner: int, bet: int) -> Match:
    if player1 == player2:
        raise ApiError(422, "invalid_match", "nobody plays against himself")
    if winner not in (player1, player2):
        raise ApiError(422, "invalid_match", "the winner is one of the two players")
    async with transaction(write=True) as session:
        found = await session.execute(select(User.id).where(User.id.in_([player1, player2])))
        missing = sorted({player1, player2} - set(found.scalars()))
        if missing:
            raise ApiError(404, "unknown_player", f"there is no player {missing[0]}", missing)
        match = Match(player1=player1, player2=player2, winner=winner, bet=bet)
        session.add(match)
        await session.flush()
        return match


async def standings(
    name: Optional[str] = None, least_matches: int = 0, limit: int = 10, offset: int = 0
) -> tuple[int, list[Leaderboard]]:
    """How many players there are, and one page of them, the best first."""
    wanted = [Leaderboard.matches >= least_matches]
    if name:
        wanted.append(func.lower(Leaderboard.player).contains(name.lower(), autoescape=True))
    page = select(Leaderboard).where(*wanted).order_by(Leaderboard.rank, Leaderboard.player_id)
    async with transaction() as session:
        total = await session.scalar(select(func.count()).select_from(Leaderboard).where(*wanted))
        rows = await session.execute(page.limit(limit).offset(offset))
        return total, rows.scalars().all()


async def player_rank(player: int) -> tuple[User, Optional[Leaderboard]]:
    """A player and his standing, if he has one. A view is joined like any table."""
    query = (
        select(User, Leaderboard)
        .outerjoin(Leaderboard, Leaderboard.player_id == User.id)
        .where(User.id == player)
    )
    async with transaction() as session:
        row = (await session.execute(query)).one_or_none()
    if row is None:
        raise ApiError(404, "unknown_player", f"there is no player {player}", [player])
    return row[0], row[1]


async def refresh_due() -> list[dict[str, Any]]:
    """Refreshes what its schedule says is due; vieworm's reports."""
    async with transaction(write=True) as session:
        answers = (await session.execute(text("SELECT vieworm_run_due()"))).scalars().all()
    # PostgreSQL answers with a row for each view, SQLite with one array.
    reports = [json.loads(answer) if isinstance(answer, str) else answer for answer in answers]
    return reports[0] if len(reports) == 1 and isinstance(reports[0], list) else reports
