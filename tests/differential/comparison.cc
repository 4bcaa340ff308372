// Two values are the same when their canonical forms are, and those are chosen by the column's
// fidelity: a folded column's texts in lower case; in a numeric column reals that are whole numbers
// as integers, so that 1 and 1.0 are one value; lists sorted. (-0.0 is 0.0 everywhere.) Only sums
// of reals need more than a canonical form: rows that agree in everything else are paired one by
// one within the tolerance.
#include "tests/differential/comparison.h"

#include <sqlite3.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>

namespace vieworm::differential {

namespace {

std::string Hex(const std::string& bytes) {
  std::string hex;
  for (unsigned char byte : bytes) {
    char digits[3];
    std::snprintf(digits, sizeof digits, "%02x", byte);
    hex += digits;
  }
  return hex;
}

std::string RealText(double real) {
  if (std::isinf(real)) return real > 0 ? "9e999" : "-9e999";
  char text[32];
  std::snprintf(text, sizeof text, "%.17g", real);
  std::string result = text;
  return result.find_first_of(".e") == std::string::npos ? result + ".0" : result;
}

std::string LowerCase(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

std::string SortedList(const std::string& text) {
  std::vector<std::string> elements(1);
  for (char c : text) {
    if (c == ',') elements.emplace_back();
    if (c != ',') elements.back() += c;
  }
  std::sort(elements.begin(), elements.end());
  std::string sorted;
  for (const std::string& element : elements) sorted += element + ",";
  return sorted;
}

Value WholeAsInteger(Value value) {
  constexpr double kLimit = 9223372036854775808.0;
  double real = value.real;
  if (value.type != SQLITE_FLOAT || real != std::trunc(real)) return value;
  if (real < -kLimit || real >= kLimit) return value;
  return {SQLITE_INTEGER, static_cast<int64_t>(real), 0, ""};
}

Value Canonical(Value value, const Fidelity& fidelity) {
  if (fidelity.numeric) value = WholeAsInteger(value);
  if (value.type == SQLITE_FLOAT && value.real == 0) value.real = 0;  // -0.0
  if (value.type != SQLITE_TEXT) return value;
  if (fidelity.folded) value.bytes = LowerCase(value.bytes);
  if (fidelity.list) value.bytes = SortedList(value.bytes);
  return value;
}

bool Near(const Value& a, const Value& b, const Tolerance& tolerance) {
  if (tolerance.any_real && (a.type != SQLITE_INTEGER || b.type != SQLITE_INTEGER)) return true;
  if (a.type != SQLITE_FLOAT || b.type != SQLITE_FLOAT) return a == b;
  if (a.real == b.real) return true;
  double size = std::max(std::fabs(a.real), std::fabs(b.real));
  return std::fabs(a.real - b.real) <= tolerance.relative * size + tolerance.absolute;
}

std::string RowText(const Row& row) {
  std::string text = "(";
  for (size_t i = 0; i < row.size(); ++i) text += (i == 0 ? "" : ", ") + Literal(row[i]);
  return text + ")";
}

std::string Joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

class Comparer {
 public:
  Comparer(const std::vector<std::string>& columns, const Fidelities& fidelities,
           const Tolerance& tolerance)
      : tolerance_(tolerance) {
    for (const std::string& column : columns) {
      auto found = fidelities.find(LowerCase(column));
      fidelities_.push_back(found == fidelities.end() ? Fidelity() : found->second);
    }
  }

  // What is in `left` without a partner in `right`, as text. Rows that are equal are paired first,
  // so that none of them is taken away by one that is only near.
  std::string Rest(const std::vector<Row>& left, const std::vector<Row>& right) const {
    std::multimap<std::string, const Row*> partners;
    for (const Row& row : right) partners.emplace(Key(row), &row);
    std::vector<const Row*> rows;
    for (const Row& row : left) rows.push_back(&row);
    RemovePairs(rows, partners, &Comparer::Equal);
    RemovePairs(rows, partners, &Comparer::AllNear);
    std::string rest;
    for (const Row* row : rows) rest += (rest.empty() ? "" : " ") + RowText(*row);
    return rest;
  }

 private:
  // Equal for rows that may be partners.
  std::string Key(const Row& row) const {
    std::string key;
    for (size_t i = 0; i < row.size(); ++i) {
      if (!fidelities_[i].approximate) key += Literal(Canonical(row[i], fidelities_[i])) + "|";
    }
    return key;
  }

  using Relation = bool (Comparer::*)(const Row&, const Row&) const;

  void RemovePairs(std::vector<const Row*>& rows, std::multimap<std::string, const Row*>& partners,
                   Relation related) const {
    std::erase_if(rows, [&](const Row* row) {
      auto [begin, end] = partners.equal_range(Key(*row));
      auto partner =
          std::find_if(begin, end, [&](auto& it) { return (this->*related)(*row, *it.second); });
      if (partner == end) return false;
      partners.erase(partner);
      return true;
    });
  }

  bool Equal(const Row& a, const Row& b) const {
    for (size_t i = 0; i < a.size(); ++i) {
      if (Canonical(a[i], fidelities_[i]) != Canonical(b[i], fidelities_[i])) return false;
    }
    return true;
  }

  bool AllNear(const Row& a, const Row& b) const {
    for (size_t i = 0; i < a.size(); ++i) {
      if (fidelities_[i].approximate && !Near(a[i], b[i], tolerance_)) return false;
    }
    return true;
  }

  std::vector<Fidelity> fidelities_;
  Tolerance tolerance_;
};

}  // namespace

std::string Literal(const Value& value) {
  switch (value.type) {
    case SQLITE_INTEGER:
      return std::to_string(value.integer);
    case SQLITE_FLOAT:
      return RealText(value.real);
    case SQLITE_TEXT: {
      std::string text = "'";
      for (char c : value.bytes) text += c == '\'' ? "''" : std::string(1, c);
      return text + "'";
    }
    case SQLITE_BLOB:
      return "x'" + Hex(value.bytes) + "'";
    default:
      return "NULL";
  }
}

std::optional<Difference> Compare(const Result& expected, const Result& got,
                                  const Fidelities& fidelities, const Tolerance& tolerance) {
  if (expected.columns != got.columns) {
    return Difference{"columns " + Joined(expected.columns), "columns " + Joined(got.columns)};
  }
  Comparer comparer(expected.columns, fidelities, tolerance);
  Difference difference{comparer.Rest(expected.rows, got.rows),
                        comparer.Rest(got.rows, expected.rows)};
  if (difference.expected.empty() && difference.got.empty()) return std::nullopt;
  return difference;
}

}  // namespace vieworm::differential
