# For the shell tests of the module: sourced first by each. VIEWORM_SO is the path of the module
# without its suffix. Prints one "ok" or "not ok" line per check.

VIEWORM_SO=${VIEWORM_SO:?is the path of vieworm.so without .so}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# check NAME EXPECTED FOUND
check() {
  if [ "$2" = "$3" ]; then echo "ok $1"; else
    printf 'not ok %s\n--- expected\n%s\n--- found\n%s\n' "$1" "$2" "$3"
    failed=1
  fi
}

# shell DATABASE [OPTION...]: the sqlite3 program with vieworm loaded, SQL on its standard input.
shell() {
  database=$1
  shift
  sqlite3 -batch "$@" -cmd ".load $VIEWORM_SO" "$database" 2>&1
}

finish() { exit $failed; }
