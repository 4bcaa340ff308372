-- 10,000 players and 200,000 matches of the last 60 days. No random numbers: the same players and
-- results every time, and the same as in data-postgresql.sql.
WITH RECURSIVE counter(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM counter WHERE i < 10000)
INSERT INTO users (id, name)
SELECT i,
  json_extract(
    '["Bold","Calm","Clever","Eager","Gentle","Lucky","Nimble","Proud","Quick","Witty"]',
    '$[' || (i % 10) || ']') || ' ' ||
  json_extract(
    '["Badger","Crane","Falcon","Fox","Heron","Lynx","Otter","Owl","Raven","Wolf"]',
    '$[' || (i / 10 % 10) || ']') || ' ' || ((i / 100 * 37 + 11) % 100)
FROM counter;

-- Some play far more than others (a product of two even draws) and some win more (skill); nobody
-- plays against himself.
WITH RECURSIVE counter(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM counter WHERE i < 200000),
hash AS (
  SELECT i,
    i * 2654435761 % 4294967296 / 65536 AS a,
    i * 2246822519 % 4294967296 / 65536 AS b,
    i * 3266489917 % 4294967296 / 65536 AS c,
    i * 668265263 % 4294967296 / 65536 AS d
  FROM counter
),
draw AS (
  SELECT i, a, b, a % 10000 * (b % 10000) / 10000 AS x, c % 9999 * (d % 9999) / 9999 AS y
  FROM hash
),
match AS (
  SELECT i,
    1 + x AS player1,
    1 + (1 + x + y) % 10000 AS player2,
    10 + a % 10 * 10 AS bet,
    b % 1000 - 500 AS luck,
    julianday('now', '-60 days') + i * 25.92 / 86400 AS finished
  FROM draw
)
INSERT INTO gamematch (id, player1, player2, bet, winner, created, finished)
SELECT i, player1, player2, bet,
  CASE WHEN player1 * 7919 % 1000 + luck > player2 * 7919 % 1000 THEN player1 ELSE player2 END,
  datetime(finished, '-10 minutes'), datetime(finished)
FROM match;

ANALYZE;
