# Runs the stages of test.sh and counts. Whatever a stage runs ends up as lines "ok NAME" and
# "not ok NAME" in its log.

logs=build/logs
passed=0
failed=0

# start_stage NAME: runs stage_NAME in the background, with its output in the log. What hangs must
# not take the whole run with it: after forty minutes the stage has failed. timeout(1) gives
# it a process group of its own, which ends as a whole.
start_stage() {
  mkdir -p $logs
  (
    trap 'kill $!' TERM
    started=$(date +%s)
    timeout --kill-after=60 2400 ./test.sh --stage "$1" >$logs/$1.log 2>&1 &
    wait $!
    status=$?
    [ $status != 124 ] || echo "not ok $1 came to no end in 2400 seconds" >>$logs/$1.log
    echo "$status $(($(date +%s) - started))" >$logs/$1.end
  ) &
}

# count_stage NAME: prints one line about a stage that has come to its end.
count_stage() {
  log=$logs/$1.log
  read -r status seconds <$logs/$1.end
  stage_passed=$(grep -c '^ok ' "$log")
  stage_failed=$(grep -c '^not ok ' "$log")
  skipped=$(sed -n 's/^skipped: //p' "$log" | head -n 1)
  # A stage that failed without a name for it, or in which nothing ran, is one failure.
  [ "$stage_failed" != 0 ] || [ "$status" = 0 ] || stage_failed=1
  [ "$stage_failed" != 0 ] || [ "$stage_passed" != 0 ] || [ -n "$skipped" ] || stage_failed=1
  passed=$((passed + stage_passed))
  failed=$((failed + stage_failed))
  printf '%-11s%5d passed, %d failed  %4d s  %s\n' "$1" "$stage_passed" "$stage_failed" \
    "$seconds" "${skipped:+skipped: $skipped}"
  [ "$stage_failed" = 0 ] || explain_failure "$log"
}

explain_failure() {
  echo "--- the end of $1:"
  tail -n 40 "$1"
  for diffs in regression.diffs output_iso/regression.diffs; do
    [ "$1" != $logs/postgres.log ] || [ ! -s $diffs ] || { echo "--- $diffs:"; head -n 80 $diffs; }
  done
  grep '^not ok ' "$1"
  echo "---"
}

# run_stages NAME...: one after the other, but PostgreSQL's, which shares nothing with the others
# and mostly waits once it is built, beside the first ones.
run_stages() {
  beside=
  # An interrupt does not reach what runs in the background.
  trap 'kill $running $beside 2>/dev/null; exit 130' INT TERM
  case " $* " in *" postgres "*) start_stage postgres; beside=$! ;; esac
  for name in "$@"; do
    if [ "$name" = postgres ]; then running=$beside; else start_stage "$name"; running=$!; fi
    wait $running
    count_stage "$name"
  done
}

# The last line of test.sh, and its exit status.
report() {
  echo "$passed passed, $failed failed"
  [ "$failed" = 0 ] && [ "$passed" != 0 ]
}

# run_ctest DIR: every test case of a CMake build.
run_ctest() {
  ctest --test-dir "$1" --parallel "$jobs" --output-on-failure >"$1/ctest.log" 2>&1
  status=$?
  sed -E 's/^ *[0-9]+\/[0-9]+ Test +#[0-9]+: (.*) \.+ +Passed.*/ok \1/
          s/^ *[0-9]+\/[0-9]+ Test +#[0-9]+: (.*) \.+\*\*\*.*/not ok \1/' "$1/ctest.log"
  return $status
}

# run_installcheck: pg_regress and then the isolation tests, in the cluster that PGHOST names.
# PostgreSQL 16 and newer print "ok 1 - name"; 15 prints "test name ... ok".
run_installcheck() {
  rm -rf regression.diffs output_iso
  result=0
  for without in ISOLATION REGRESS; do
    make installcheck $without= PG_CONFIG="$PG_BINDIR/pg_config" >$logs/installcheck.log 2>&1 ||
      result=1
    sed -E 's/^test ([^ ]+) +\.\.\. ok .*/ok \1/; s/^test ([^ ]+) +\.\.\. FAILED.*/not ok \1/' \
      $logs/installcheck.log
  done
  return $result
}

# run_shell_tests FILE...: each (executable) file prints its own "ok" and "not ok" lines, and its
# status counts, too.
run_shell_tests() {
  result=0
  for file in "$@"; do
    [ -x "$file" ] || continue
    echo "# $file"
    output=$logs/$(basename "$file" .sh).out
    timeout 600 "$file" >"$output" 2>&1
    status=$?
    cat "$output"
    [ $status = 0 ] && grep -q '^ok ' "$output" && continue
    result=1
    grep -q '^not ok ' "$output" || echo "not ok $file (exit status $status)"
  done
  return $result
}
