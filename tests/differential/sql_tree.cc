#include "tests/differential/sql_tree.h"

#include <rapidcheck.h>

namespace vieworm::differential {

Sql Sql::List(const std::string& separator, std::vector<Sql> elements, size_t least) {
  Sql list(Kind::kList, std::move(elements));
  list.text_ = separator;
  list.least_ = least;
  return list;
}

Sql Sql::Optional(Sql part) { return Sql(Kind::kOptional, {std::move(part)}); }

Sql Sql::Expression(Sql part) { return Sql(Kind::kExpression, {std::move(part)}); }

Sql Sql::Value(const std::string& literal) {
  Sql value(literal);
  value.kind_ = Kind::kValue;
  return value;
}

// The parts of kRows are cells, row by row; the names of the columns are the first row.
Sql Sql::Rows(std::vector<std::string> columns, std::vector<std::vector<Sql>> rows) {
  Sql grid(Kind::kRows, {});
  grid.least_ = columns.size();
  for (std::string& column : columns) grid.parts_.emplace_back(std::move(column));
  for (std::vector<Sql>& row : rows) {
    for (Sql& cell : row) grid.parts_.push_back(std::move(cell));
  }
  return grid;
}

Sql operator+(Sql left, const Sql& right) {
  if (left.kind_ == Sql::Kind::kSequence) {
    left.parts_.push_back(right);
    return left;
  }
  return Sql(Sql::Kind::kSequence, {std::move(left), right});
}

std::string Sql::RowsText() const {
  std::string text;
  for (size_t i = 0; i < parts_.size(); ++i) {
    bool first = i % least_ == 0;
    if (first && i > 0) text += i == least_ ? ") VALUES " : "), ";
    text += first ? "(" : ", ";
    text += parts_[i].Text();
  }
  return text + ")";
}

std::string Sql::Text() const {
  if (kind_ == Kind::kText || kind_ == Kind::kValue) return text_;
  if (kind_ == Kind::kRows) return RowsText();
  std::string text;
  for (size_t i = 0; i < parts_.size(); ++i) {
    if (kind_ == Kind::kList && i > 0) text += text_;
    text += parts_[i].Text();
  }
  return text;
}

void Sql::AddShorterLists(std::vector<Sql>& smaller) const {
  rc::Seq<std::vector<Sql>> shorter = rc::shrink::removeChunks(parts_);
  for (rc::Maybe<std::vector<Sql>> parts = shorter.next(); parts; parts = shorter.next()) {
    if (parts->size() < least_) continue;
    smaller.push_back(*this);
    smaller.back().parts_ = *parts;
  }
}

Sql Sql::WithoutColumn(size_t column) const {
  Sql rest(kind_, {});
  rest.least_ = least_ - 1;
  for (size_t i = 0; i < parts_.size(); ++i) {
    if (i % least_ != column) rest.parts_.push_back(parts_[i]);
  }
  return rest;
}

Sql Sql::WithoutRow(size_t row) const {
  Sql rest(kind_, {});
  rest.least_ = least_;
  for (size_t i = 0; i < parts_.size(); ++i) {
    if (i / least_ != row) rest.parts_.push_back(parts_[i]);
  }
  return rest;
}

void Sql::AddSmallerRows(std::vector<Sql>& smaller) const {
  size_t rows = parts_.size() / least_;
  for (size_t row = 1; rows > 2 && row < rows; ++row) smaller.push_back(WithoutRow(row));
  for (size_t i = 0; least_ > 1 && i < least_; ++i) smaller.push_back(WithoutColumn(i));
}

void Sql::AddExpressionsWithin(std::vector<Sql>& found) const {
  for (const Sql& part : parts_) {
    if (part.kind_ == Kind::kExpression || part.kind_ == Kind::kValue) {
      found.push_back(part);
    } else {
      part.AddExpressionsWithin(found);
    }
  }
}

void Sql::AddOwnSteps(std::vector<Sql>& smaller) const {
  if (kind_ == Kind::kList) AddShorterLists(smaller);
  if (kind_ == Kind::kRows) AddSmallerRows(smaller);
  if (kind_ == Kind::kOptional && !Text().empty()) smaller.emplace_back("");
  if (kind_ == Kind::kExpression) {
    AddExpressionsWithin(smaller);
    if (smaller.empty() && parts_[0].kind_ != Kind::kText) smaller.emplace_back("NULL");
  }
  if (kind_ == Kind::kValue) {
    for (const char* simple : {"NULL", "0", "1"}) {
      if (text_ == simple) break;
      smaller.push_back(Value(simple));
    }
  }
}

std::vector<Sql> Sql::Smaller() const {
  std::vector<Sql> smaller;
  AddOwnSteps(smaller);
  for (size_t i = 0; i < parts_.size(); ++i) {
    for (Sql& part : parts_[i].Smaller()) {
      smaller.push_back(*this);
      smaller.back().parts_[i] = std::move(part);
    }
  }
  return smaller;
}

}  // namespace vieworm::differential
