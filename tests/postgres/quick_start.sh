#!/bin/sh
# The quick start of README.md, word for word, in a new database.
cd "$(dirname "$0")/../.." || exit 1
. tests/postgres/lib.sh
. scripts/lib/readme.sh

createdb quick_start
directory=$(mktemp -d)
trap 'rm -rf "$directory"; dropdb quick_start' EXIT
readme_code "Quick start: PostgreSQL" sql >"$directory/script"
psql -XqAt -v ON_ERROR_STOP=1 quick_start <"$directory/script" >"$directory/log" 2>&1
status=$?

ran_to_its_end() { [ $status = 0 ] || { cat "$directory/log"; false; }; }
check "the quick start runs in an empty database" ran_to_its_end
shows() { grep -qxF "$1" "$directory/log" || { cat "$directory/log"; false; }; }
check "the quick start shows the orders that were there" shows 'north|2|50.00'
check "the quick start shows the order that came later" shows 'west|1|120.00'
left() { sql quick_start "SELECT count(*) FROM vieworm_views"; }
check "the quick start leaves no view" [ "$(left)" = 0 ]
finish
