#!/bin/sh
# The quick start of README.md, word for word, in a new file.
cd "$(dirname "$0")" || exit 1
. ./lib.sh
cd ../.. || exit 1
. scripts/lib/readme.sh

# The README loads the module from where it is built.
readme_code "Quick start: SQLite" sql | sed "s|^\.load build/vieworm$|.load $VIEWORM_SO|" >"$work/script"
sqlite3 -batch -bail -init /dev/null "$work/shop.db" <"$work/script" >"$work/log" 2>&1
check "the quick start runs with an empty database" 0 "$?"
shown() { grep -xE '[a-z]+\|[0-9]+\|[0-9]+' "$work/log"; }
check "the quick start shows the view before and after the insert" "north|2|50
south|1|25
north|3|170
south|1|25" "$(shown)"
check "the quick start finds the view right" 1 \
  "$(grep -cE '"missing": *0, *"extra": *0' "$work/log")"
check "the quick start leaves no view and no trigger" "orders" \
  "$(sqlite3 -batch "$work/shop.db" "SELECT name FROM sqlite_schema WHERE type <> 'index' AND name NOT LIKE '%registry'")"
finish
