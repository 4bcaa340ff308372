# For the tests of the clients: sourced by each, which runs in the root of the checkout, with
# PGHOST, PGPORT and PGUSER of a running server and VIEWORM_SO, as ./test.sh examples sets them.

PATH="$PG_BINDIR:$PATH"
clients=examples/clients
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' HUP INT TERM
failed=0

# client NAME COMMAND...: the command prints its own "ok" and "not ok" lines. PGDATABASE is an empty
# database for it, and $work/NAME.db a file that is not there yet.
client() {
  name=$1 database=client_$1
  shift
  psql -X -q -d postgres -c "CREATE DATABASE $database" || return
  PGDATABASE=$database "$@" >"$work/$name.out" 2>"$work/$name.err"
  status=$?
  psql -X -q -d postgres -c "DROP DATABASE $database WITH (FORCE)"
  cat "$work/$name.out"
  if [ $status != 0 ] || ! grep -q '^ok ' "$work/$name.out"; then
    echo "not ok $name comes to its end (status $status)"
    cat "$work/$name.err"
  elif ! grep -q '^not ok ' "$work/$name.out"; then
    return
  fi
  failed=1
}

finish() { exit $failed; }
