#!/bin/sh
# cmake --install: the module, and a program in plain C that has vieworm linked in, from what was
# installed and nothing else.
cd "$(dirname "$0")" || exit 1
. ./lib.sh

prefix=$work/usr
if ! cmake --install "$(dirname "$VIEWORM_SO")" --prefix "$prefix" >"$work/log" 2>&1; then
  check "cmake --install puts the module and the library in place" "" "$(cat "$work/log")"
  finish
fi
check "cmake --install puts the module, the library, the header and vieworm.pc in place" \
  "libvieworm_sqlite.a
vieworm.h
vieworm.pc
vieworm.so" "$(find "$prefix" -type f -printf '%f\n' | LC_ALL=C sort)"

module=$(find "$prefix" -name vieworm.so)
check "the installed module is loaded" "$(cat ../../VERSION)" \
  "$(echo 'SELECT vieworm_version();' | sqlite3 -batch -cmd ".load ${module%.so}" 2>&1)"

cat >"$work/main.c" <<'C'
#include <sqlite3.h>
#include <stdio.h>
#include <vieworm.h>

static int print(void* unused, int count, char** values, char** names) {
  (void)unused, (void)count, (void)names;
  return puts(values[0]) < 0;
}

int main(void) {
  sqlite3* db = NULL;
  sqlite3_auto_extension((void (*)(void))sqlite3_vieworm_init);
  if (sqlite3_open(":memory:", &db) != SQLITE_OK) return 1;
  char* error = NULL;
  int code = sqlite3_exec(db,
      "CREATE TABLE t(a); INSERT INTO t VALUES (1);"
      "SELECT vieworm_create('v', 'SELECT count(*) AS n, sum(a) AS a FROM t',"
      "  '{\"refresh\": {\"on\": \"statement\", \"mode\": \"incremental\"}}') ->> '$.refresh.mode';"
      "INSERT INTO t VALUES (2); SELECT n || ' rows, ' || a FROM v",
      print, NULL, &error);
  if (code != SQLITE_OK) puts(error);
  sqlite3_free(error);
  return sqlite3_close(db) + code;
}
C
export PKG_CONFIG_PATH="$(dirname "$(find "$prefix" -name vieworm.pc)")"
check "pkg-config knows the version" "$(cat ../../VERSION)" "$(pkg-config --modversion vieworm 2>&1)"
cc() { ${CC:-gcc} -std=c11 -pedantic -Wall -Wextra -Werror "$@" >"$work/log" 2>&1; }
if ! cc -o "$work/main" "$work/main.c" $(pkg-config --cflags --libs vieworm); then
  check "a program in C is built against what was installed" "" "$(cat "$work/log")"
  finish
fi
check "a program in C has vieworm in each connection" "incremental
2 rows, 3" "$("$work/main")"
finish
