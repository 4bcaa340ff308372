#!/bin/sh
# make: what is installed, what is taken away again, and what it says when PostgreSQL is missing.
cd "$(dirname "$0")/../.." || exit 1
. tests/postgres/lib.sh

directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
trap 'exit 130' HUP INT TERM
version=$(cat VERSION)
make_for() { make "PG_CONFIG=$1" "DESTDIR=$directory/root" "$2" >"$directory/log" 2>&1; }
installed() { find "$directory/root" -type f -printf '%f\n' | LC_ALL=C sort; }
sections() { readelf -SW "$1" | sed -n 's/^ *\[ *[0-9]*\] \([^ ]*\) .*/\1/p'; }

make_for "$PG_BINDIR/pg_config" install || cat "$directory/log"
module=$(find "$directory/root" -name vieworm.so)
is_stripped() { ! sections "$module" | grep -q '^\.debug_\|^\.symtab$'; }
check "make install strips the module" is_stripped
names_symbols() { readelf -p .gnu_debuglink "$module" | grep -q ' vieworm\.so\.debug$'; }
check "the stripped module says which file has its symbols" names_symbols
has_symbols() { sections vieworm.so.debug | grep -q '^\.debug_info$'; }
check "the build keeps the symbols" has_symbols
is_small() { [ "$(stat -c %s "$module")" -lt 8000000 ]; }
check "the installed module has a few megabytes, not dozens" is_small

updates=$(cd pg_ext/updates && ls -- *.sql)
expect_files() {
  [ "$(installed)" = "$(printf '%s\n' "$@" | LC_ALL=C sort)" ] || { installed; false; }
}
check "make install puts the module, the control file and the SQL in place" \
  expect_files $updates "vieworm--$version.sql" vieworm.control vieworm.so
make_for "$PG_BINDIR/pg_config" install-debug || cat "$directory/log"
check "make install-debug puts the symbols beside the module" \
  [ -f "$(dirname "$module")/vieworm.so.debug" ]
make_for "$PG_BINDIR/pg_config" uninstall || cat "$directory/log"
check "make uninstall takes everything away again" [ -z "$(installed)" ]

names_package() {
  for goal in all install installcheck; do
    ! make_for "$1" $goal || return 1
    grep -q '^On Debian install postgresql-server-dev-all' "$directory/log" || return 1
  done
}
check "make without pg_config says what to install" names_package /nowhere/pg_config
printf '#!/bin/sh\necho /usr/lib/postgresql/none/pgxs.mk\n' >"$directory/pg_config"
chmod +x "$directory/pg_config"
check "make with the pg_config of libpq-dev alone says what to install" \
  names_package "$directory/pg_config"

meta_is_valid() {
  python3 - "$version" <<'PY'
import json, re, sys
meta = json.load(open("META.json"))
needed = {"name": str, "version": str, "abstract": str, "maintainer": (str, list),
          "license": (str, list, dict), "provides": dict, "meta-spec": dict}
for key, kind in needed.items():
    assert isinstance(meta[key], kind) and meta[key], key
known = set(needed) | {"description", "tags", "prereqs", "release_status", "resources",
                       "generated_by", "no_index"}
assert set(meta) <= known, set(meta) - known
assert re.fullmatch(r"\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?", meta["version"]), "no semantic version"
assert meta["meta-spec"]["version"] == "1.0.0"
assert meta["license"] == "postgresql"
assert meta["release_status"] in ("stable", "testing", "unstable")
extension = meta["provides"]["vieworm"]
assert meta["version"] == extension["version"] == sys.argv[1], "not the version of VERSION"
for key in "file", "docfile":
    open(extension[key]).close()
PY
}
check "META.json has the fields that PGXN wants, and the version of VERSION" meta_is_valid
finish
