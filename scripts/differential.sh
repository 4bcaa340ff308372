#!/bin/sh
# The differential tester, as long as asked: MINUTES=n (10) or CASES=n. Findings become scripts in
# build/findings. Arguments go to the tester, such as --seed.
cd "$(dirname "$0")/.." || exit 1
. scripts/lib/build.sh

quietly build_cmake build vieworm_differential || exit 1
mkdir -p build/findings
if [ -n "${CASES:-}" ]; then
  set -- --cases "$CASES" "$@"
else
  set -- --seconds $((${MINUTES:-10} * 60)) "$@"
fi
exec build/vieworm_differential --findings 10 --out build/findings "$@"
