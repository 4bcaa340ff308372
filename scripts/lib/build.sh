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

# showing_progress SOURCES COMMAND...: says how many of the .cc files in the folders SOURCES the
# command has compiled; the rest of its output is shown only if it fails.
showing_progress() {
  total=$(find $1 -name '*.cc' | wc -l)
  compiled=0
  shift
  mkdir -p build/logs
  log=build/logs/build.$$.log
  : >$log
  { "$@" 2>&1; echo "exit status $?"; } | while IFS= read -r line; do
    case $line in
      *.cc | *.cc.o) compiled=$((compiled + 1)); show_progress ;;
      "exit status "*) end_progress; exit "${line#exit status }" ;;
    esac
    printf '%s\n' "$line" >>$log
  done || { cat $log >&2; return 1; }
  rm -f $log
}

# On a terminal one line that changes; elsewhere a line for every tenth file.
show_progress() {
  text="building: $compiled of $total files"
  if [ -t 1 ]; then printf '\r%s' "$text"
  elif [ $((compiled % 10)) = 0 ]; then echo "$text"; fi
}
end_progress() { [ $compiled = 0 ] || [ ! -t 1 ] || echo; }
