#!/bin/sh
# psql, the sqlite3 program, and a program in C.
. examples/clients/lib.sh

# The program goes on after the error that the file shows, and has the status 1 in the end.
use_sqlite3() {
  sqlite3 -batch -cmd ".load $VIEWORM_SO" "$work/sqlite3.db" <$clients/sqlite3.sql
  [ $? = 1 ]
}

# shows NAME TEXT: the client NAME showed it to its user as an error.
shows() {
  if grep -qF "$2" "$work/$1.err"; then echo "ok $1 shows: $2"; else
    echo "not ok $1 shows: $2"
    cat "$work/$1.err"
    failed=1
  fi
}

client psql psql -X -q -A -t -f $clients/psql.sql
shows psql 'HINT:  Did you mean "refresh"?'
client sqlite3 use_sqlite3
shows sqlite3 'vieworm: unknown key "/refesh"'
shows sqlite3 'id you mean "refresh"?'

if ${CC:-cc} -std=c11 -Wall -Wextra -Werror -I sqlite_ext \
  -o "$work/c_embedded" $clients/c_embedded.c \
  "$(dirname "$VIEWORM_SO")/libvieworm_sqlite.a" -lsqlite3 -lstdc++ -lm; then
  client c "$work/c_embedded" "$work/c.db"
else
  echo "not ok the program in C is built"
  failed=1
fi
finish
