#!/bin/sh
# vieworm linked into a program: libvieworm_sqlite.a and sqlite3_auto_extension().
cd "$(dirname "$0")" || exit 1
. ./lib.sh

library=$(dirname "$VIEWORM_SO")/libvieworm_sqlite.a
cat >"$work/main.cc" <<'CC'
#include <sqlite3.h>
#include <cstdio>
#include "sqlite_ext/vieworm.h"

int Print(void*, int, char** values, char**) { return std::puts(values[0]) < 0; }

int main() {
  sqlite3_auto_extension(reinterpret_cast<void (*)()>(sqlite3_vieworm_init));
  sqlite3* db = nullptr;
  sqlite3_open(":memory:", &db);
  char* error = nullptr;
  int code = sqlite3_exec(db,
      "CREATE TABLE t(a); INSERT INTO t VALUES (1);"
      "SELECT vieworm_create('v', 'SELECT a FROM t', '{\"refresh\": {}}') ->> 'storage';"
      "INSERT INTO t VALUES (2); SELECT vieworm_refresh('v') ->> 'inserted'; SELECT sum(a) FROM v",
      Print, nullptr, &error);
  if (code != SQLITE_OK) std::puts(error);
  sqlite3_free(error);
  return sqlite3_close(db) + code;
}
CC
if ! ${CXX:-g++} -std=c++20 -DSQLITE_CORE -I../.. -o "$work/main" "$work/main.cc" "$library" -lsqlite3 \
  >"$work/log" 2>&1; then
  check "a program links with the static library" "" "$(cat "$work/log")"
  finish
fi
check "a program with vieworm linked in needs no .load" \
  "store
1
3" "$("$work/main" && :)"
check "the module shows its entry point and nothing else" "sqlite3_vieworm_init" \
  "$(nm -D --defined-only "$VIEWORM_SO.so" | awk '{ print $3 }')"
finish
