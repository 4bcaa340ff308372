# For the shell tests of the PostgreSQL side.

PATH="$PG_BINDIR:$PATH"
failures=0

# sql DATABASE STATEMENTS: the rows, plain.
sql() { psql -XqAt -v ON_ERROR_STOP=1 -d "$1" -c "$2"; }

# check NAME COMMAND...: one "ok" or "not ok" line.
check() {
  name=$1
  shift
  if "$@"; then echo "ok $name"; else
    echo "not ok $name"
    failures=$((failures + 1))
    return 1
  fi
}

# refused DATABASE SQLSTATE STATEMENT: it fails with that code.
refused() {
  psql -XqAt -v VERBOSITY=sqlstate -d "$1" -c "$3" 2>&1 | grep -q "ERROR: *$2\$"
}

# The exit status of the script.
finish() { [ $failures = 0 ]; }
