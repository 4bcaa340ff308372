# What demo.sh needs to know about SQLite. SQL comes on standard input.

version="SELECT 'vieworm ' || vieworm_version() || ' on SQLite ' || sqlite_version()"
create="SELECT vieworm_create(readfile('$spec'))"

prepare() {
  need_packages $packages_build $packages_sqlite
  quietly build_cmake build vieworm
}

start_database() {
  cat examples/leaderboard/schema-sqlite.sql examples/leaderboard/data-sqlite.sql | sql
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
