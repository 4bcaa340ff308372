#!/bin/sh
# JDBC, with Debian's drivers for both engines.
. examples/clients/lib.sh

jdbc() {
  driver=$1 url=$2
  java -cp "/usr/share/java/$driver" $clients/java/Jdbc.java "$url"
}

if ! command -v java >/dev/null; then
  echo "skipped: there is no java"
  exit 0
fi
client jdbc_postgresql jdbc postgresql.jar \
  "jdbc:postgresql://127.0.0.1:$PGPORT/client_jdbc_postgresql?user=$PGUSER"
client jdbc_sqlite jdbc sqlite-jdbc.jar \
  "jdbc:sqlite:$work/jdbc.db?enable_load_extension=true"
finish
