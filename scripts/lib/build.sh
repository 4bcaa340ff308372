# The two builds: CMake for the core, the SQLite module and the C++ tests; make (PGXS) for the
# PostgreSQL extension. Both are incremental.

jobs=$(nproc)

# build_cmake DIR [OPTION...]
build_cmake() {
  cmake -S . -B "$@" && cmake --build "$1" --parallel "$jobs"
}

# build_postgres [VARIABLE=VALUE...]: builds and installs into the system's PostgreSQL.
build_postgres() {
  make -j"$jobs" PG_CONFIG="$PG_BINDIR/pg_config" "$@" &&
    as_root make install PG_CONFIG="$PG_BINDIR/pg_config" "$@"
}
