"""The tables, and the view over them."""

from __future__ import annotations

from sqlalchemy import (CheckConstraint, Column, DateTime, ForeignKey, Integer, String, case, func,
                        literal_column, select, union_all)
from sqlalchemy.orm import declarative_base
from sqlalchemy.sql import ColumnElement, Select
from vieworm_sqlalchemy import View

Base = declarative_base()


class User(Base):
    __tablename__ = "users"

    id = Column(Integer, primary_key=True)
    name = Column(String(100), nullable=False)


class Match(Base):
    __tablename__ = "gamematch"
    __table_args__ = (
        CheckConstraint("winner IN (player1, player2)", name="winner_has_played"),
        CheckConstraint("player1 <> player2", name="two_players"),
    )

    id = Column(Integer, primary_key=True)
    player1 = Column(ForeignKey("users.id"), nullable=False)
    player2 = Column(ForeignKey("users.id"), nullable=False)
    bet = Column(Integer, nullable=False)
    winner = Column(Integer, nullable=False)
    created = Column(DateTime(timezone=True), nullable=False, server_default=func.now())
    finished = Column(DateTime(timezone=True), nullable=False, server_default=func.now())


class Leaderboard(View):
    """Who won how much in the last 30 days. Each statement on a match keeps it right; what the
    clock does, a refresh does, once a minute."""

    __tablename__ = "leaderboard"
    __spec__ = {"refresh": {"on": "statement", "schedule": "1 minute"}}

    rank = Column(Integer)
    player_id = Column(Integer, primary_key=True)
    player = Column(String)
    matches = Column(Integer)
    coins = Column(Integer)

    @classmethod
    def select(cls) -> dict[str, Select]:
        return {
            "postgresql": _standings(func.now() - literal_column("interval '30 days'")),
            "sqlite": _standings(func.datetime("now", "-30 days")),
        }


def _standings(since: ColumnElement) -> Select:
    result = union_all(_side(Match.player1, since), _side(Match.player2, since)).subquery("result")
    coins = func.sum(result.c.coins)
    return (
        select(
            func.rank().over(order_by=coins.desc()).label("rank"),
            User.id.label("player_id"),
            User.name.label("player"),
            func.count().label("matches"),
            coins.label("coins"),
        )
        .select_from(User)
        .join(result, result.c.player == User.id)
        .group_by(User.id, User.name)
    )


def _side(player: ColumnElement, since: ColumnElement) -> Select:
    """What each match was worth to one of its two players."""
    coins = case((Match.winner == player, Match.bet), else_=-Match.bet)
    return select(player.label("player"), coins.label("coins")).where(Match.finished >= since)
