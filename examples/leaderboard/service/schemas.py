"""What comes in and what goes out, as JSON."""

from __future__ import annotations

from typing import Any, List, Optional

from pydantic import BaseModel, Field

LARGEST_ID = 2**31 - 1


class PlayerIn(BaseModel):
    name: str = Field(min_length=1, max_length=100)


class Player(BaseModel):
    id: int
    name: str


class MatchIn(BaseModel):
    player1: int = Field(ge=1, le=LARGEST_ID)
    player2: int = Field(ge=1, le=LARGEST_ID)
    winner: int = Field(ge=1, le=LARGEST_ID)
    bet: int = Field(ge=1, le=1_000_000)


class Match(MatchIn):
    id: int


class Standing(BaseModel):
    rank: int
    player_id: int
    player: str
    matches: int
    coins: int


class Page(BaseModel):
    total: int
    limit: int
    offset: int
    items: List[Standing]


class PlayerRank(BaseModel):
    player_id: int
    player: str
    rank: Optional[int]  # null: no match in the last 30 days
    matches: int
    coins: int


class Error(BaseModel):
    code: str
    message: str
    details: List[Any] = []


class ErrorResponse(BaseModel):
    error: Error
