-- The player with id 4711 wins 60 matches in a row. Runs on both engines.
INSERT INTO gamematch (player1, player2, bet, winner, created, finished)
SELECT 4711, id, 100, 4711, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP
FROM users WHERE id BETWEEN 1 AND 60;
