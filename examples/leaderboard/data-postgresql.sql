-- 10,000 players and 200,000 matches of the last 60 days. No random numbers: the same players and
-- results every time, and the same as in data-sqlite.sql.
INSERT INTO users (id, name)
SELECT i,
  (ARRAY['Bold', 'Calm', 'Clever', 'Eager', 'Gentle', 'Lucky', 'Nimble', 'Proud', 'Quick', 'Witty'])
    [1 + i % 10] || ' ' ||
  (ARRAY['Badger', 'Crane', 'Falcon', 'Fox', 'Heron', 'Lynx', 'Otter', 'Owl', 'Raven', 'Wolf'])
    [1 + i / 10 % 10] || ' ' || (i / 100 * 37 + 11) % 100
FROM generate_series(1, 10000) AS i;

-- Some play far more than others (a product of two even draws) and some win more (skill); nobody
-- plays against himself.
INSERT INTO gamematch (id, player1, player2, bet, winner, created, finished)
SELECT i, player1, player2, bet,
  CASE WHEN player1 * 7919 % 1000 + luck > player2 * 7919 % 1000 THEN player1 ELSE player2 END,
  finished - interval '10 minutes', finished
FROM (
  SELECT i,
    (1 + x)::integer AS player1,
    (1 + (1 + x + y) % 10000)::integer AS player2,
    (10 + a % 10 * 10)::integer AS bet,
    b % 1000 - 500 AS luck,
    now() - interval '60 days' + i * interval '25.92 seconds' AS finished
  FROM (
    SELECT i, a, b, a % 10000 * (b % 10000) / 10000 AS x, c % 9999 * (d % 9999) / 9999 AS y
    FROM (
      SELECT i,
        i * 2654435761 % 4294967296 / 65536 AS a,
        i * 2246822519 % 4294967296 / 65536 AS b,
        i * 3266489917 % 4294967296 / 65536 AS c,
        i * 668265263 % 4294967296 / 65536 AS d
      FROM generate_series(1::bigint, 200000) AS i
    ) AS hash
  ) AS draw
) AS match;

ALTER TABLE gamematch ALTER id RESTART WITH 200001;
ANALYZE;
