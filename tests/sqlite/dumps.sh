#!/bin/sh
# The ways in which the sqlite3 program copies a file: in the copy every view is right, or it says
# that it is stale, and is right when it has been repaired.
cd "$(dirname "$0")" || exit 1
. ./lib.sh

cat >"$work/schema.sql" <<'SQL'
CREATE TABLE sale(id INTEGER PRIMARY KEY, shop TEXT, day TEXT, amount INT);
CREATE TABLE shop(name TEXT PRIMARY KEY, city TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE note(text TEXT);
.output /dev/null
.parameter set :by '{"refresh": {"on": "statement", "mode": "incremental"}}'
SELECT vieworm_create('keyed', 'SELECT id, amount FROM sale WHERE amount > 5', :by);
SELECT vieworm_create('joined',
  'SELECT s.id, city FROM sale s JOIN shop ON shop.name = s.shop', :by);
SELECT vieworm_create('sums',
  'SELECT shop, count(*) AS n, sum(amount) AS total, max(amount) FROM sale GROUP BY shop', :by);
SELECT vieworm_create('texts', 'SELECT text FROM note', :by);
SELECT vieworm_create('recent', 'SELECT id, day FROM sale WHERE day > datetime(''now'')', :by);
SELECT vieworm_create('paused', 'SELECT id, shop FROM sale', :by);
SELECT vieworm_create('full', 'SELECT shop, max(day) AS day FROM sale GROUP BY shop',
  '{"refresh": {}}');
SQL
db=$work/shop.db
{ cat "$work/schema.sql"; cat <<'SQL'; } | shell "$db" >"$work/made"
INSERT INTO shop VALUES ('n', 'Oslo'), ('s', 'Rome'), ('w', 'Rome');
INSERT INTO sale VALUES
  (1, 'n', '2020-01-01', 5), (2, 's', '2999-01-01', 7), (3, 's', '2999-01-02', 7);
INSERT INTO note VALUES ('a'), ('a'), (NULL);
SELECT vieworm_pause('paused');
SELECT vieworm_refresh('full');
SQL
check "the views are there" "" "$(cat "$work/made")"

# state FILE: how many views there are, and each that is not what it ought to be.
state() {
  shell "$1" <<'SQL'
SELECT count(*) FROM vieworm_views;
SELECT name || ' ' || iif(stale, stale_reason, 'is wrong')
  FROM (SELECT name, stale, stale_reason, vieworm_verify(name) AS v FROM vieworm_views)
 WHERE stale OR v ->> 'missing' + v ->> 'extra' > 0 ORDER BY name;
SQL
}

# mend FILE: repairs every view; then a write must find each as it ought to be.
mend() {
  { echo ".output /dev/null"
    for view in keyed joined sums texts recent paused full; do
      echo "SELECT vieworm_repair('$view');"
    done
    echo "UPDATE sale SET shop = 'w', amount = amount + 1 WHERE id > 1; DELETE FROM note;"
    echo "SELECT vieworm_refresh('full');"; } | shell "$1"
  state "$1"
}

sound="7
paused it is paused"
for way in .dump .backup "VACUUM INTO" .clone .recover; do
  copy=$work/copy$way.db
  case $way in
    .backup | .clone) sqlite3 -batch "$db" "$way '$copy'" >/dev/null ;;
    VACUUM*) sqlite3 -batch "$db" "VACUUM INTO '$copy'" ;;
    *)
      # Some builds of the program have no .recover that works.
      if ! sqlite3 -batch "$db" $way >"$work/copy.sql" 2>"$work/refused"; then continue; fi
      if grep -q '^sql error' "$work/copy.sql" "$work/refused"; then continue; fi
      sqlite3 -batch "$copy" <"$work/copy.sql"
      ;;
  esac
  check "after $way every view is what it was" "$sound" "$(state "$copy")"
  check "after $way every view is maintained" "7" "$(mend "$copy")"
done

# The triggers compute the rows that the dump has, too.
reason="The data of a dump were loaded into a schema that was there."
stale="7
joined $reason
keyed $reason
paused $reason
recent $reason
sums $reason
texts $reason"
sqlite3 -batch "$db" ".dump --data-only" >"$work/data.sql"

sqlite3 -batch "$db" .schema | sqlite3 -batch "$work/schema.db"
sqlite3 -batch "$work/schema.db" <"$work/data.sql" 2>"$work/refused"
check "a schema, then its data: no view has its rows twice in silence" "$stale" \
  "$(state "$work/schema.db")"
cp "$work/schema.db" "$work/mended.db"
check "a schema, then its data: repair mends every view" "7" "$(mend "$work/schema.db")"
echo "SELECT vieworm_refresh('full');" | shell "$work/mended.db" >/dev/null
check "so does the next call that changes anything, but for a view that is paused" \
  "7
paused $reason" "$(state "$work/mended.db")"

# What a program's migrations have created, before the data come.
shell "$work/migrated.db" <"$work/schema.sql"
sqlite3 -batch "$work/migrated.db" <"$work/data.sql" 2>"$work/refused"
check "data loaded beside views that vieworm_create has made: the same" \
  "$(echo "$stale" | sed '/^paused/d')" "$(state "$work/migrated.db" | sed '/^paused/d')"
check "data loaded beside views that vieworm_create has made: repair mends them" "7" \
  "$(mend "$work/migrated.db")"

finish
