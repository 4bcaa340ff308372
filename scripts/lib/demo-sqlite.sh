# What demo.sh needs to know about SQLite. SQL comes on standard input.

version="SELECT 'vieworm ' || vieworm_version() || ' on SQLite ' || sqlite_version()"
create="SELECT vieworm_create(readfile('$spec'))"
read_file=".read"
view_runs=20  # the rank of all 10,000 players is worked out when it is read
after_matches="triggers keep the view right: read it again"

prepare() {
  need_packages $packages_build $packages_sqlite
  showing_progress "common sqlite_ext" build_cmake build vieworm
}

start_database() {
  cat examples/leaderboard/schema-sqlite.sql examples/leaderboard/data-sqlite.sql | sql
}

# The view is right by itself.
catch_up() { :; }

# A file that vieworm maintains needs no vieworm to stay right. What the clock does, a refresh does:
# matches that are 30 days old leave the view.
show_more() {
  say "A plain sqlite3, without vieworm: the champion takes another name"
  plain() { sqlite3 -batch -bail -init /dev/null -cmd 'PRAGMA trusted_schema = OFF' "$@" "$directory/demo.db"; }
  rename="UPDATE users SET name = 'Champion' WHERE id = (
  SELECT id FROM users JOIN leaderboard ON name = player ORDER BY rank LIMIT 1)"
  print "> $rename;" && print "$rename;" | plain
  print "SELECT * FROM leaderboard ORDER BY rank LIMIT 3;" | plain -box

  say "Is the view right? And what moves it on in time"
  show "SELECT vieworm_verify('leaderboard')"
  show "SELECT vieworm_refresh('leaderboard')"
}

stop_database() { rm -rf "$directory"; }

sql() { sqlite3 -batch -bail -init /dev/null -cmd '.load build/vieworm' "$@" "$directory/demo.db"; }
sql_table() { sql -box; }

definition() { print "SELECT json_extract(readfile('$spec'), '\$.definition.sqlite');" | sql; }

# milliseconds COUNT SQL: per execution, on average (SQLite's clock ticks once in a millisecond).
milliseconds() {
  clock="SELECT CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER);"
  {
    echo "$clock"
    echo ".output /dev/null"
    yes "$(print "$2;" | tr '\n' ' ')" | head -n "$1"
    echo ".output"
    echo "$clock"
  } | sql | awk -v count="$1" 'NR == 1 { start = $1 } END { print ($1 - start) / count }'
}
