#!/bin/sh
# Builds the libFuzzer targets, tests/fuzz/*_fuzz.cc, and runs them one after the other.
#   scripts/fuzz.sh SECONDS [NAME...]     NAME: sqlite_parse or spec; all by default
# Prints one "ok" or "not ok" line for each. An input that fails is kept in build/fuzz/failures, and
# build/fuzz/fuzz_NAME_fuzz FILE runs it again; new inputs that pass go to build/fuzz/corpus/NAME.
cd "$(dirname "$0")/.." || exit 1
. scripts/lib/build.sh

seconds=${1:?usage: scripts/fuzz.sh SECONDS [NAME...]}
shift
[ $# != 0 ] || set -- sqlite_parse spec
build=build/fuzz

targets=
for name in "$@"; do targets="$targets fuzz_${name}_fuzz"; done
cmake -S . -B $build -DVIEWORM_FUZZ=ON -DCMAKE_CXX_COMPILER=clang++ >/dev/null || exit 1
quietly cmake --build $build --parallel "$jobs" --target $targets || exit 1

# fuzz NAME: from the seeds and what earlier runs have found.
fuzz() {
  corpus=$build/corpus/$1 seeds=tests/fuzz/seeds/$1 dictionary=tests/fuzz/$1.dict
  mkdir -p "$corpus" $build/failures
  UBSAN_OPTIONS=print_stacktrace=1 "$build/fuzz_${1}_fuzz" -max_total_time="$seconds" \
    -timeout=10 -max_len=8192 -dict="$dictionary" -artifact_prefix=$build/failures/ \
    -print_final_stats=1 "$corpus" "$seeds" 2>"$build/$1.log"
}

status=0
for name in "$@"; do
  if fuzz "$name"; then
    echo "ok fuzz $name: $(sed -n 's/^stat::number_of_executed_units: //p' "$build/$name.log") inputs"
  else
    echo "not ok fuzz $name"
    tail -n 40 "$build/$name.log"
    status=1
  fi
done
exit $status
