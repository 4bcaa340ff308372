#include "common/diagnostic.h"

#include <algorithm>
#include <numeric>

#include "common/core_only.h"

namespace vieworm {

namespace {

size_t EditDistance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), size_t{0});
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      size_t substitute = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, substitute});
    }
  }
  return row[b.size()];
}

std::string Joined(const std::vector<std::string>& words, std::string_view last_separator) {
  std::string list;
  for (size_t i = 0; i < words.size(); ++i) {
    if (i > 0) list += i + 1 == words.size() ? last_separator : ", ";
    list += words[i];
  }
  return list;
}

}  // namespace

std::string Diagnostic::OneLine() const {
  std::string line = message;
  for (const std::string* part : {&detail, &hint}) {
    if (part->empty()) continue;
    line += (line.empty() || line.back() == '.' ? " " : ". ") + *part;
  }
  return line;
}

std::string Quoted(std::string_view name) { return "\"" + std::string(name) + "\""; }

std::string Alternatives(const std::vector<std::string>& words) { return Joined(words, " or "); }

std::string Listed(const std::vector<std::string>& names) {
  std::vector<std::string> quoted;
  for (const std::string& name : names) quoted.push_back(Quoted(name));
  return Joined(quoted, " and ");
}

std::string NearestWord(std::string_view word, const std::vector<std::string>& known) {
  // A word of a megabyte is no typing mistake, and the distance is quadratic.
  constexpr size_t kLongestWord = 100;
  if (word.size() > kLongestWord) return "";
  std::string nearest;
  size_t least = std::max<size_t>(1, word.size() / 2) + 1;
  for (const std::string& candidate : known) {
    size_t distance = EditDistance(word, candidate);
    if (distance < least) {
      least = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

std::string DidYouMean(std::string_view word, const std::vector<std::string>& known) {
  std::string nearest = NearestWord(word, known);
  return nearest.empty() ? "" : "Did you mean " + Quoted(nearest) + "?";
}

}  // namespace vieworm
