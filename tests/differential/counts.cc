#include "tests/differential/counts.h"

#include <algorithm>
#include <vector>

namespace vieworm::differential {

namespace {

std::string WithoutNames(const std::string& reason) {
  std::string text;
  bool inside = false;
  for (char c : reason) {
    if (c == '"') inside = !inside;
    if (!inside) text += c;
    if (c == '"' && inside) text += "...";
  }
  return text;
}

}  // namespace

void Counts::Add(const std::string& text) { ++counts_[WithoutNames(text)]; }

void Counts::Print(std::ostream& out) const {
  std::vector<std::pair<size_t, std::string>> ordered;
  for (const auto& [text, count] : counts_) ordered.emplace_back(count, text);
  std::sort(ordered.rbegin(), ordered.rend());
  for (const auto& [count, text] : ordered) out << "  " << count << "  " << text << "\n";
}

}  // namespace vieworm::differential
