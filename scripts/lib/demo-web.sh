# ./demo.sh web: the service of examples/leaderboard, on SQLite, until it is interrupted.

need_packages $packages_build $packages_sqlite $packages_web
echo "building vieworm"
quietly build_cmake build vieworm || exit 1

directory=$(mktemp -d)
trap 'kill $service 2>/dev/null; wait; rm -rf "$directory"' EXIT
trap 'exit 130' HUP INT TERM
PORT=$(free_port)
export PORT WRITER_TOKEN=demo VIEWORM_SO="$PWD/build/vieworm"
export PYTHONPATH="$PWD/examples/python:$PWD/examples/leaderboard"
export DATABASE_URL="sqlite+aiosqlite:///$directory/leaderboard.db"

alembic() { /usr/bin/python3 -m alembic -c examples/leaderboard/alembic.ini "$@"; }
alembic upgrade 0001 || exit 1
sqlite3 -batch -bail "$directory/leaderboard.db" <examples/leaderboard/data-sqlite.sql || exit 1
alembic upgrade head || exit 1

/usr/bin/python3 -m service 2>"$directory/log" &
service=$!
until grep -q 'Uvicorn running' "$directory/log"; do
  kill -0 $service 2>/dev/null || { cat "$directory/log" >&2; exit 1; }
  sleep 0.1
done
cat <<END
10,000 players, 200,000 matches, at http://127.0.0.1:$PORT/docs until you press Ctrl-C

  curl 'http://127.0.0.1:$PORT/leaderboard?limit=3'
  curl http://127.0.0.1:$PORT/matches -H 'Authorization: Bearer demo' -H 'Content-Type: application/json' -d '{"player1": 4711, "player2": 1, "winner": 4711, "bet": 1000}'
END
wait $service
