#!/bin/sh
# Databases that are not in UTF-8: names, definitions, comments and messages pass both ways.
cd "$(dirname "$0")/../.." || exit 1
. scripts/lib/packages.sh
. scripts/lib/cluster.sh
. tests/postgres/lib.sh

directory=$(mktemp -d)
trap 'cluster_stop "$directory"' EXIT
trap 'exit 130' HUP INT TERM
cluster_start "$directory" || exit 1
export PGCLIENTENCODING=UTF8

for encoding in LATIN1 EUC_JP SQL_ASCII; do
  case $encoding in EUC_JP) word=表 ;; *) word=größe ;; esac
  createdb -T template0 -E $encoding --locale=C $encoding
  sql $encoding "CREATE EXTENSION vieworm; CREATE TABLE \"t $word\" (\"$word\" text);
    INSERT INTO \"t $word\" VALUES ('$word');
    SELECT vieworm_create('\"v $word\"', 'SELECT \"$word\", ''$word''::text AS x FROM \"t $word\"',
      '{\"method\": \"table\", \"comment\": \"$word!\", \"indexes\": [{\"columns\": [\"$word\"]}]}');
    INSERT INTO \"t $word\" VALUES ('$word$word');
    SELECT vieworm_refresh('\"v $word\"')" >/dev/null
  check "$encoding: a refreshed view" [ "$(sql $encoding "SELECT * FROM \"v $word\" ORDER BY 1")" \
    = "$word|$word
$word$word|$word" ]
  check "$encoding: its comment" [ "$(sql $encoding "SELECT name, comment FROM vieworm_views")" \
    = "v $word|$word!" ]
  check "$encoding: a message" [ "$(psql -XqAt -d $encoding -c "SELECT vieworm_refresh('\"no $word\"')" 2>&1 |
    head -n 1)" = "ERROR:  view \"no $word\" does not exist" ]
  check "$encoding: its drop" [ "$(sql $encoding "SELECT (vieworm_drop('\"v $word\"'))[1]")" \
    = "public.\"v $word\"" ]
done
finish
