#!/bin/sh
# Are the C++ files laid out as .clang-format says? The answer is clang-format 14's: other versions
# differ in details, so without it nothing is checked. With --fix it lays the files out anew.
cd "$(dirname "$0")/.." || exit 1

for program in clang-format-14 clang-format; do
  case $($program --version 2>/dev/null) in *" 14."*) break ;; *) program= ;; esac
done
[ -n "$program" ] || { echo "skipped: there is no clang-format 14 here"; exit 0; }

files() {
  find . -path './build*' -prune -o \( -name '*.cc' -o -name '*.h' \) -print | sort
}

if [ "${1:-}" = --fix ]; then
  files | xargs "$program" -i
  exit
fi

rule="every C++ file is laid out as .clang-format says"
offenders=$(for file in $(files); do
  "$program" --dry-run -Werror "$file" 2>/dev/null || echo "  $file"
done)
[ -n "$offenders" ] || { echo "ok $rule"; exit 0; }
echo "not ok $rule"
echo "$offenders"
exit 1
