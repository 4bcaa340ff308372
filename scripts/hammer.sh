#!/bin/sh
# Eight clients change the sources of maintained views at once, in PostgreSQL, for SECONDS in each
# isolation level; then every view must be what its definition gives.
#   scripts/hammer.sh [SECONDS]      600 by default
cd "$(dirname "$0")/.." || exit 1
. scripts/lib/packages.sh
. scripts/lib/build.sh
. scripts/lib/cluster.sh
. tests/postgres/lib.sh

seconds=${1:-600}
need_packages $packages_build $packages_postgres
PATH="$PG_BINDIR:$PATH"
quietly build_postgres || exit 1

directory=$(mktemp -d)
trap 'cluster_stop "$directory"' EXIT
trap 'exit 130' HUP INT TERM
# Writers of several groups run into deadlocks, as with triggers written by hand: they are to be short.
cluster_start "$directory" "deadlock_timeout = 10ms" || exit 1

createdb hammer
sql hammer "
  CREATE EXTENSION vieworm;
  CREATE TABLE player (id int PRIMARY KEY, team int, name text);
  CREATE TABLE score (id int PRIMARY KEY, player int REFERENCES player ON DELETE CASCADE ON UPDATE CASCADE, team int, points int);
  CREATE TABLE visit (team int, page text, at timestamptz DEFAULT now()) PARTITION BY LIST (team);
  CREATE TABLE visit_low PARTITION OF visit FOR VALUES IN (0, 1, 2);
  CREATE TABLE visit_rest PARTITION OF visit DEFAULT;
  INSERT INTO player SELECT i, i % 5, 'p' || i FROM generate_series(1, 50) AS i;
  INSERT INTO score SELECT i, 1 + i % 50, i % 5, i % 100 FROM generate_series(1, 500) AS i;
  INSERT INTO visit SELECT i % 5, 'page' || i % 7 FROM generate_series(1, 200) AS i;
  SELECT vieworm_create(name, query, '{\"refresh\": {\"on\": \"statement\", \"mode\": \"incremental\"}}') FROM (VALUES
    ('totals', 'SELECT team, count(*) AS n, sum(points) AS points, avg(points) AS mean FROM score GROUP BY team'),
    ('bests', 'SELECT team, max(points) AS best, min(points) AS worst FROM score GROUP BY team'),
    ('lists', 'SELECT player % 7 AS bucket, count(DISTINCT points) AS n, string_agg(id::text, '','' ORDER BY id) AS ids FROM score GROUP BY player % 7'),
    ('overall', 'SELECT count(*) AS n, sum(points) AS points, max(points) AS best FROM score'),
    ('shares', 'SELECT team, sum(points::float8 / 7) AS sevenths, avg(points::real / 3) AS third FROM score GROUP BY team'),
    ('rows', 'SELECT id, name, team FROM player WHERE team <> 3'),
    ('pages', 'SELECT page, team FROM visit'),
    ('teams', 'SELECT team FROM score UNION SELECT team FROM visit'),
    ('earned', 'SELECT p.team, count(*) AS n, sum(s.points) AS points, max(s.points) AS best FROM score AS s JOIN player AS p ON p.id = s.player GROUP BY p.team'),
    ('mates', 'SELECT a.team, count(*) AS n, sum(a.id) AS ids FROM player AS a JOIN player AS b ON a.team = b.team AND a.id <> b.id GROUP BY a.team'),
    ('over_groups', 'SELECT n, count(*) AS teams, max(points) AS points FROM totals GROUP BY n'),
    ('over_join', 'SELECT t.team, t.points, p.name FROM earned AS t JOIN player AS p ON p.team = t.team'),
    ('lately', 'SELECT page, count(*) AS n FROM visit WHERE at > now() - interval ''1 second'' GROUP BY page'),
    ('named', 'SELECT s.id, p.name, s.points FROM score AS s JOIN player AS p ON p.id = s.player'),
    ('pairs', 'SELECT a.id, b.id AS other FROM player AS a JOIN player AS b ON a.team = b.team AND a.id < b.id'),
    ('silent', 'SELECT team FROM player EXCEPT SELECT team FROM visit'),
    ('all_of_them', 'SELECT team, count(*) AS n FROM (SELECT team FROM score UNION ALL SELECT team FROM visit UNION ALL SELECT team FROM player) AS x GROUP BY team')
  ) AS v(name, query)" >/dev/null || exit 1

cat >"$directory/change.sql" <<'SCRIPT'
\set id random(1, 600)
\set player random(1, 50)
\set team random(0, 5)
\set points random(0, 100)
\set kind random(1, 13)
BEGIN;
\if :kind <= 3
UPDATE score SET points = :points WHERE id = :id;
\elif :kind <= 4
UPDATE score SET team = :team WHERE id = :id;
\elif :kind <= 5
DELETE FROM score WHERE id = :id;
INSERT INTO visit VALUES (:team, 'page' || :points % 7);
\elif :kind <= 7
INSERT INTO score SELECT :id, :player, :team, :points WHERE EXISTS (SELECT FROM player WHERE id = :player)
  ON CONFLICT (id) DO UPDATE SET points = score.points + 1;
\elif :kind <= 8
DELETE FROM visit WHERE team = :team AND page = 'page' || :points % 7;
INSERT INTO visit VALUES (:team, 'page1'), (:team, 'page2');
\elif :kind <= 9
UPDATE player SET team = :team, name = name || 'x' WHERE id = :player;
UPDATE score SET points = points - 1 WHERE player = :player;
\elif :kind <= 10
UPDATE player SET id = 101 - id WHERE id = :player AND NOT EXISTS (SELECT FROM player WHERE id = 101 - :player);
\elif :kind <= 11
WITH s AS (UPDATE score SET points = points + 1 WHERE player = :player RETURNING team)
UPDATE player SET team = :team WHERE id IN (:player, 101 - :player);
\elif :kind <= 12
UPDATE visit SET team = (team + 2) % 6 WHERE team = :team AND page = 'page' || :points % 7;
UPDATE visit_rest SET page = 'page3' WHERE team = :team;
\else
DELETE FROM player WHERE id = :player;
INSERT INTO player VALUES (:player, :team, 'new') ON CONFLICT DO NOTHING;
\endif
COMMIT;
SCRIPT

# Who moves a window must see what others have committed.
cat >"$directory/move.sql" <<'SCRIPT'
BEGIN ISOLATION LEVEL READ COMMITTED;
SELECT vieworm_refresh('lately');
COMMIT;
SCRIPT

# hammer LEVEL: then what was done is on the line of the check.
hammer() {
  PGOPTIONS="-c default_transaction_isolation=$(printf %s "$1" | sed 's/ /\\ /g')" \
    pgbench -n -c 8 -j 2 -T "$seconds" --max-tries 100 -f "$directory/change.sql@100" \
    -f "$directory/move.sql" hammer \
    >"$directory/out" 2>&1
  done=$(sed -n 's/^number of transactions actually processed: //p' "$directory/out")
  failed=$(sed -n 's/^number of failed transactions: //p' "$directory/out")
  check "$1: $done transactions, $failed failed; no view differs from its definition" \
    [ "${done:-0}" -gt 0 ] || cat "$directory/out"
  wrong=$(sql hammer "SELECT r FROM vieworm_views AS v, vieworm_verify(v.name) AS r
    WHERE r ->> 'missing' <> '0' OR r ->> 'extra' <> '0' OR r ? 'damage'")
  check "$1: vieworm_verify finds nothing" [ -z "$wrong" ] || echo "$wrong"
}

hammer "read committed"
hammer "repeatable read"
hammer "serializable"
finish
