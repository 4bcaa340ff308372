# The code in README.md, for the tests that run it.

# readme_code SECTION LANGUAGE: the blocks of that language under the heading, as they are.
readme_code() {
  awk -v section="## $1" -v fence="\`\`\`$2" '
    /^## / { inside = $0 == section }
    inside && $0 == "```" { shown = 0 }
    inside && shown
    inside && $0 == fence { shown = 1 }' README.md
}
