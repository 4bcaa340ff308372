#!/bin/sh
# The leaderboard on a server of its own, with pg_cron.
cd "$(dirname "$0")/../.." || exit 1
. scripts/lib/packages.sh
. scripts/lib/cluster.sh

directory=$(mktemp -d)
trap 'cluster_stop "$directory"' EXIT
trap 'exit 130' HUP INT TERM
# Jobs run in background workers: they need no password and no pg_hba.conf.
cluster_start "$directory" "shared_preload_libraries = 'pg_cron'" \
  "cron.database_name = 'leaderboard'" "cron.use_background_workers = on" || exit 1
/usr/bin/python3 examples/testing.py examples/leaderboard/test_pg_cron.py
