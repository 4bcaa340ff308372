"""the leaderboard, as a view"""

import json

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

# A migration says for ever what it said once, whatever becomes of the model.
DEFINITION = """\
SELECT users.id AS player_id, users.name AS player, sum(result.coins) AS coins
FROM users JOIN (
  SELECT player1 AS player, CASE WHEN winner = player1 THEN bet ELSE -bet END AS coins FROM gamematch
  UNION ALL
  SELECT player2, CASE WHEN winner = player2 THEN bet ELSE -bet END FROM gamematch
) AS result ON result.player = users.id
GROUP BY users.id, users.name"""

SPEC = {
    "name": "leaderboard",
    "definition": DEFINITION,
    "refresh": {"on": "statement"},
    "or_replace": True,
}


def upgrade() -> None:
    op.get_bind().execute(sa.text("SELECT vieworm_create(:spec)"), {"spec": json.dumps(SPEC)})


def downgrade() -> None:
    op.get_bind().execute(sa.text("SELECT vieworm_drop('leaderboard')"))
