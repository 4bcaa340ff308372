"""What the environment says."""

from __future__ import annotations

import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    database_url: str
    vieworm_module: str  # SQLite's module, without its suffix
    writer_token: str  # empty: nobody may write
    refresh_seconds: float  # how often to ask what is due; 0: pg_cron, or a crontab, does it
    port: int


def from_environment() -> Settings:
    env = os.environ
    return Settings(
        database_url=env.get("DATABASE_URL", "sqlite+aiosqlite:///leaderboard.db"),
        vieworm_module=env.get("VIEWORM_SO", "build/vieworm"),
        writer_token=env.get("WRITER_TOKEN", ""),
        refresh_seconds=float(env.get("REFRESH_SECONDS", "10")),
        port=int(env.get("PORT", "8000")),
    )


settings = from_environment()
