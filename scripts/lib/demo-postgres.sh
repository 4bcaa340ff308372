# What demo.sh needs to know about PostgreSQL. SQL comes on standard input.

version="SELECT format('vieworm %s on PostgreSQL %s', vieworm_version(),
  current_setting('server_version'))"
create="\\set spec \`cat $spec\`
SELECT vieworm_create(:'spec'::jsonb)"

read_file="\\i"
view_runs=20  # the rank of all 10,000 players is worked out when it is read
after_matches="triggers keep the view right: read it again"

prepare() {
  need_packages $packages_build $packages_postgres
  showing_progress "common pg_ext" build_postgres
}

start_database() {
  cluster_start "$directory"
  {
    echo "CREATE EXTENSION vieworm;"
    cat examples/leaderboard/schema-postgresql.sql examples/leaderboard/data-postgresql.sql
  } | sql
}

# The view is right by itself.
catch_up() { :; }

# What the clock does, a refresh does: matches that are 30 days old leave the view.
show_more() {
  say "Two clients write at the same time; then the champion takes another name"
  play() {
    print "INSERT INTO gamematch (player1, player2, winner, bet, created, finished)
      SELECT $1, 3, $1, 5, now(), now() FROM generate_series(1, 200);" | sql
  }
  play 1 &
  play 2
  wait $!
  rename="UPDATE users SET name = 'Champion' WHERE id = (
  SELECT id FROM users JOIN leaderboard ON name = player ORDER BY rank LIMIT 1)"
  show "$rename"
  show_table "SELECT * FROM leaderboard ORDER BY rank LIMIT 3"

  say "Is the view right? And what moves it on in time"
  show "SELECT vieworm_verify('leaderboard')"
  show "SELECT vieworm_refresh('leaderboard')"
}

stop_database() { cluster_stop "$directory"; }

psql() { "$PG_BINDIR/psql" -X -q -v ON_ERROR_STOP=1 "$@"; }
sql() { psql -At "$@"; }
sql_table() { psql -P footer=off; }

definition() {
  print "\\set spec \`cat $spec\`
    SELECT :'spec'::jsonb #>> '{definition,postgresql}';" | sql
}

# milliseconds COUNT SQL: per execution, on average.
milliseconds() {
  {
    print "\\timing on"
    yes "$(print "$2;" | tr '\n' ' ')" | head -n "$1"
  } | sql | awk '/^Time: / { sum += $2; count++ } END { print sum / count }'
}
