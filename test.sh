#!/bin/sh
# Builds and tests all of vieworm on Debian 12 or 13, installing what is missing.
cd "$(dirname "$0")" || exit 1
. scripts/lib/packages.sh
. scripts/lib/build.sh
. scripts/lib/cluster.sh
. scripts/lib/report.sh

all_stages="layers format core sqlite differential fuzz postgres both examples"
usage="usage: ./test.sh [STAGE...]      (all of them by default; logs are in build/logs)

  layers      the core includes neither engine, the SELECT parser includes no SQLite
  format      clang-format 14 agrees with every C++ file
  core        C++ tests (ctest), under the address and undefined behaviour sanitizers
  sqlite      build/vieworm.so in the real sqlite3 program and in Python: tests/sqlite/*.sh
  differential  random views and statements for 60 seconds: each view is what its definition gives
  fuzz        the SELECT parser and the spec reader under libFuzzer, a few seconds each
  postgres    make install, then in a throw-away cluster: pg_regress, isolation tests,
              tests/postgres/*.sh, and eight writers side by side for a few seconds
  both        what each engine gets for the specs of tests/golden; random views and statements for
              twenty seconds, in SQLite and PostgreSQL alike
  examples    examples/*/test*.sh: the programs that people write, on both engines"

stage_layers() { scripts/check-layers.sh; }
stage_format() { scripts/check-format.sh; }

# Clang++ takes half as long as g++ to compile this, which is most of what the stage does.
stage_core() {
  build_cmake build/sanitizers cpp_tests -DVIEWORM_WERROR=ON -DVIEWORM_SANITIZE=ON \
    -DCMAKE_CXX_COMPILER=clang++ || return 1
  UBSAN_OPTIONS=print_stacktrace=1 run_ctest build/sanitizers
}

stage_sqlite() {
  for target in vieworm vieworm_sqlite; do
    build_cmake build $target -DVIEWORM_WERROR=ON || return 1
  done
  export VIEWORM_SO="$PWD/build/vieworm"
  run_shell_tests tests/sqlite/*.sh
}

stage_differential() {
  build_cmake build vieworm_differential -DVIEWORM_WERROR=ON || return 1
  build/vieworm_differential --self-test || return 1
  build/vieworm_differential --seconds 60 || { echo "not ok no view differs from its definition"; return 1; }
  echo "ok no view differs from its definition"
}

stage_fuzz() { scripts/fuzz.sh 10; }

stage_postgres() {
  build_postgres WERROR=1 || return 1
  directory=$(mktemp -d)
  trap 'cluster_stop "$directory"' EXIT
  trap 'exit 130' HUP INT TERM
  cluster_start "$directory" || return 1
  status=0
  run_installcheck || status=1
  export PG_START="$PWD/scripts/lib/cluster.sh"
  run_shell_tests tests/postgres/*.sh || status=1
  scripts/hammer.sh 5 || status=1
  return $status
}

stage_both() {
  build_cmake build vieworm -DVIEWORM_WERROR=ON && build_postgres WERROR=1 || return 1
  run_shell_tests tests/golden/golden.sh || golden=failed
  scripts/both_engines.sh --self-test || return 1
  both="the views of both engines are the same, and what their definitions give"
  scripts/both_engines.sh --seconds 20 || { echo "not ok $both"; return 1; }
  echo "ok $both"
  [ "${golden:-}" != failed ]
}

# The cluster listens on 127.0.0.1 as well, for clients that know no Unix sockets.
stage_examples() {
  for target in vieworm vieworm_sqlite; do
    build_cmake build $target -DVIEWORM_WERROR=ON || return 1
  done
  build_postgres WERROR=1 || return 1
  directory=$(mktemp -d)
  trap 'cluster_stop "$directory"' EXIT
  trap 'exit 130' HUP INT TERM
  port=$(free_port)
  cluster_start "$directory" "listen_addresses = '127.0.0.1'" "port = $port" || return 1
  export PGPORT="$port" VIEWORM_SO="$PWD/build/vieworm"
  run_shell_tests examples/*/test*.sh
}

case ${1:-} in
  -h | --help) echo "$usage"; exit 0 ;;
  --stage) "stage_$2"; exit ;; # what run_stages calls
esac
for stage in "$@"; do
  case " $all_stages " in *" $stage "*) ;; *) echo "$usage" >&2; exit 2 ;; esac
done

need_packages $packages_build $packages_sqlite $packages_postgres $packages_test $packages_examples
run_stages ${*:-$all_stages}
report
