#!/bin/sh
# The core knows neither engine, and the SELECT parser knows no SQLite: neither may see more than
# the standard library, JSON and itself. And what docs/security.md promises has a test. Prints one "ok" or "not ok" line per rule.
cd "$(dirname "$0")/.." || exit 1
status=0

# rule NAME OFFENDERS: the rule holds when nothing offends.
rule() {
  if [ -z "$2" ]; then echo "ok $1"; else
    echo "not ok $1"
    echo "$2" | sed 's/^/  /'
    status=1
  fi
}

# includes FOLDER: file:line:#include ... of every include in it.
includes() {
  [ ! -d "$1" ] || grep -rnE '^ *# *include' "$1" --include='*.cc' --include='*.h' --include='*.y'
}

# sources_without FOLDER TEXT: its .cc files that lack a line with the text.
sources_without() {
  [ ! -d "$1" ] || find "$1" -name '*.cc' -exec grep -LF "$2" {} +
}

standard='<[a-z_]+>|<nlohmann/json(_fwd)?\.hpp>'
rule "common/ includes only common/, the standard library and JSON" \
  "$(includes common | grep -vE "include ($standard|\"common/[^\"]*\")")"
rule "every source of common/ checks that no engine's header came in" \
  "$(sources_without common '#include "common/core_only.h"')"
rule "the SELECT parser includes no SQLite header" \
  "$(includes sqlite_ext/parse | grep -E 'sqlite3(ext)?\.h')"
rule "PostgreSQL's side and SQLite's side do not include each other" \
  "$(includes pg_ext | grep sqlite_ext/; includes sqlite_ext | grep pg_ext/)"
rule "every promise of docs/security.md names a test that there is" \
  "$(grep '^| [a-z]' docs/security.md | grep -v '| test |' | grep -vE '`(sql|specs|tests)/[^`]*`'
     grep -oE '`(sql|specs|tests)/[^`]*`' docs/security.md | tr -d '`' | sort -u |
       while read -r test; do [ -e "$test" ] || echo "$test"; done)"
exit $status
