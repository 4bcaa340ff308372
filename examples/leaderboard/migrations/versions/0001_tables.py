"""players and matches"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "users",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String(100), nullable=False),
    )
    op.create_table(
        "gamematch",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("player1", sa.Integer, sa.ForeignKey("users.id"), nullable=False),
        sa.Column("player2", sa.Integer, sa.ForeignKey("users.id"), nullable=False),
        sa.Column("bet", sa.Integer, nullable=False),
        sa.Column("winner", sa.Integer, nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False,
                  server_default=sa.func.now()),
        sa.Column("finished", sa.DateTime(timezone=True), nullable=False,
                  server_default=sa.func.now()),
        sa.CheckConstraint("winner IN (player1, player2)", name="winner_has_played"),
        sa.CheckConstraint("player1 <> player2", name="two_players"),
    )


def downgrade() -> None:
    op.drop_table("gamematch")
    op.drop_table("users")
