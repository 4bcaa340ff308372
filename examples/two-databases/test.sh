#!/bin/sh
# A primary of its own, and a streaming replica of it.
cd "$(dirname "$0")/../.." || exit 1
. scripts/lib/packages.sh
. scripts/lib/cluster.sh

primary=$(mktemp -d)
replica=$(mktemp -d)
trap 'cluster_stop "$replica"; cluster_stop "$primary"' EXIT
trap 'exit 130' HUP INT TERM
cluster_start "$primary" || exit 1

[ "$(id -u)" != 0 ] || chown postgres "$replica"
as_server "$PG_BINDIR/pg_basebackup" -h "$primary" -U postgres -D "$replica/data" \
  --write-recovery-conf --checkpoint=fast || exit 1
echo "unix_socket_directories = '$replica'" >>"$replica/data/postgresql.conf"
as_server "$PG_BINDIR/pg_ctl" -D "$replica/data" -l "$replica/server.log" -s -w start ||
  { cat "$replica/server.log" >&2; exit 1; }

export PRIMARY_HOST="$primary" REPLICA_HOST="$replica"
/usr/bin/python3 examples/testing.py examples/two-databases/test_repository.py
