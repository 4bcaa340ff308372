CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL
);

CREATE TABLE gamematch (
  id INTEGER PRIMARY KEY,
  player1 INTEGER NOT NULL REFERENCES users,
  player2 INTEGER NOT NULL REFERENCES users,
  bet INTEGER NOT NULL,
  winner INTEGER NOT NULL CHECK (winner IN (player1, player2)),
  created TEXT NOT NULL,
  finished TEXT NOT NULL,
  CHECK (player1 <> player2)
);
