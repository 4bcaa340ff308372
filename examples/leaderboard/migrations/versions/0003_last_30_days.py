"""the leaderboard counts the last 30 days, and ranks"""

import json
import runpy
from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


# As SQLAlchemy wrote it: str(Leaderboard.select()[...].compile(...)), see vieworm_sqlalchemy.py.
def definition(since: str) -> str:
    def side(player: str) -> str:
        return (
            f"SELECT gamematch.{player} AS player, CASE WHEN (gamematch.winner = gamematch.{player}) "
            "THEN gamematch.bet ELSE -gamematch.bet END AS coins \n"
            f"FROM gamematch \nWHERE gamematch.finished >= {since}"
        )

    return (
        "SELECT rank() OVER (ORDER BY sum(result.coins) DESC) AS rank, users.id AS player_id, "
        "users.name AS player, count(*) AS matches, sum(result.coins) AS coins \n"
        f"FROM users JOIN ({side('player1')} UNION ALL {side('player2')}) AS result "
        "ON result.player = users.id GROUP BY users.id, users.name"
    )


SPEC = {
    "name": "leaderboard",
    "definition": {
        "postgresql": definition("now() - interval '30 days'"),
        "sqlite": definition("datetime('now', '-30 days')"),
    },
    "refresh": {"on": "statement", "schedule": "1 minute"},
    "or_replace": True,
}


def create(spec: dict) -> None:
    op.get_bind().execute(sa.text("SELECT vieworm_create(:spec)"), {"spec": json.dumps(spec)})


def upgrade() -> None:
    create(SPEC)


def downgrade() -> None:
    create(runpy.run_path(str(Path(__file__).with_name("0002_leaderboard.py")))["SPEC"])
