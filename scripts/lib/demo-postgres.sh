# What demo.sh needs to know about PostgreSQL. SQL comes on standard input.

version="SELECT format('vieworm %s on PostgreSQL %s', vieworm_version(),
  current_setting('server_version'))"
create="\\set spec \`cat $spec\`
SELECT vieworm_create(:'spec'::jsonb)"

view_runs=1000
after_matches="refresh the view, read it again"

prepare() {
  need_packages $packages_build $packages_postgres
  quietly build_postgres
}

start_database() {
  cluster_start "$directory"
  {
    echo "CREATE EXTENSION vieworm;"
    cat examples/leaderboard/schema-postgresql.sql examples/leaderboard/data-postgresql.sql
  } | sql
}

catch_up() { show "SELECT vieworm_refresh('leaderboard')"; }
show_more() { :; }

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
