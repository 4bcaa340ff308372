# The two builds: CMake for the core, the SQLite module and the C++ tests; make (PGXS) for the
# PostgreSQL extension. Both are incremental.

jobs=$(nproc)

# build_cmake DIR TARGET [OPTION...]
build_cmake() {
  directory=$1 target=$2
  shift 2
  cmake -S . -B "$directory" "$@" &&
    cmake --build "$directory" --target "$target" --parallel "$jobs"
}

# build_postgres [VARIABLE=VALUE...]: builds and installs into the system's PostgreSQL.
build_postgres() {
  make -j"$jobs" PG_CONFIG="$PG_BINDIR/pg_config" "$@" &&
    as_root make install PG_CONFIG="$PG_BINDIR/pg_config" "$@"
}

# quietly COMMAND...: its output is shown only if it fails.
quietly() {
  mkdir -p build/logs
  log=build/logs/build.$$.log
  "$@" >$log 2>&1 || { cat $log >&2; return 1; }
  rm -f $log
}
