"""A leaderboard over HTTP, whose view vieworm keeps right in SQLite and in PostgreSQL."""
