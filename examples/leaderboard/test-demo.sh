#!/bin/sh
# ./demo.sh web prints an address and two lines of curl: they work as they stand.
cd "$(dirname "$0")/../.." || exit 1
output=$(mktemp)
trap 'kill $demo 2>/dev/null; rm -f "$output"' EXIT
trap 'exit 130' HUP INT TERM
status=0

# check NAME PATTERN: what the next line of curl prints, with the lines in the order of the demo.
check() {
  sed -n 's/^  curl/curl -sS/p' "$output" | sed -n "$3p" | sh >"$output.answer" 2>&1
  if grep -q "$2" "$output.answer"; then echo "ok $1"; else
    echo "not ok $1"
    cat "$output" "$output.answer"
    status=1
  fi
  rm -f "$output.answer"
}

# In a session of its own, so that all that it starts can be told.
setsid ./demo.sh web >"$output" 2>&1 &
demo=$!
for second in $(seq 300); do
  [ "$(grep -c '^  curl' "$output")" = 2 ] && break
  kill -0 $demo 2>/dev/null || break
  sleep 1
done
check "the demo's first line of curl shows the leaderboard" '"total":[0-9]*,"limit":3.*"rank":1,' 1
check "the demo's second line of curl enters a match" '"id":200001' 2

started=$(pgrep -c -s $demo)
kill -TERM $demo
wait $demo
if [ "$started" -gt 1 ] && ! pgrep -a -s $demo; then
  echo "ok the demo leaves nothing running"
else
  echo "not ok the demo leaves nothing running"
  status=1
fi
exit $status
