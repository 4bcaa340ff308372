#!/bin/sh
# Builds the benchmark and runs it with the options given; --help lists them. docs/benchmarks.md
# says how to read what it prints.
cd "$(dirname "$0")/.." || exit 1
. scripts/lib/packages.sh
. scripts/lib/build.sh

need_packages $packages_build $packages_sqlite
quietly build_cmake build vieworm_bench || exit 1
exec build/vieworm_bench "$@"
