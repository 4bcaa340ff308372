# Throw-away PostgreSQL clusters: no TCP port, no durability, nothing left behind.
#
#   . scripts/lib/cluster.sh            (needs PG_BINDIR)
#   dir=$(mktemp -d)
#   cluster_start "$dir" "shared_preload_libraries = 'pg_cron'"
#   psql -c 'SELECT 1'                  (PGHOST, PGPORT, PGUSER, PGDATABASE are set)
#   cluster_stop "$dir"                 (removes the directory, too)
#
# A script that starts a cluster also sets, so that an interrupted run leaves nothing behind:
#   trap 'cluster_stop "$dir"' EXIT; trap 'exit 130' HUP INT TERM

# PostgreSQL refuses to run as root: then its own user runs the server, and root is its client.
as_server() {
  if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

# cluster_start DIR [LINE...]: DIR is an empty directory, LINEs are added to postgresql.conf.
cluster_start() {
  cluster=$1
  shift
  [ "$(id -u)" != 0 ] || chown postgres "$cluster"
  as_server "$PG_BINDIR/initdb" -D "$cluster/data" -U postgres -A trust -E UTF8 --locale=C -N \
    >"$cluster/initdb.log" 2>&1 || { cat "$cluster/initdb.log" >&2; return 1; }
  {
    echo "listen_addresses = ''"
    echo "unix_socket_directories = '$cluster'"
    echo "fsync = off"
    # The server would take PGPORT of a cluster around this one otherwise.
    echo "port = 5432"
    # A chroot may have no shared memory file system.
    [ -w /dev/shm ] || echo "dynamic_shared_memory_type = mmap"
    for line in "$@"; do echo "$line"; done
  } >>"$cluster/data/postgresql.conf"
  as_server "$PG_BINDIR/pg_ctl" -D "$cluster/data" -l "$cluster/server.log" -s -w start ||
    { cat "$cluster/server.log" >&2; return 1; }
  export PGHOST="$cluster" PGPORT=5432 PGUSER=postgres PGDATABASE=postgres
}

# cluster_stop DIR: does nothing when the directory is gone.
cluster_stop() {
  [ -d "$1" ] || return 0
  [ ! -f "$1/data/postmaster.pid" ] ||
    as_server "$PG_BINDIR/pg_ctl" -D "$1/data" -s -w -m immediate stop
  rm -rf "$1"
}

# free_port: a TCP port of 127.0.0.1 that nobody listens on.
free_port() {
  /usr/bin/python3 -c 'import socket; s = socket.create_server(("127.0.0.1", 0)); print(s.getsockname()[1])'
}
