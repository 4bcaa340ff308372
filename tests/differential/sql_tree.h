// SQL text that knows which parts of it can go.
#ifndef VIEWORM_TESTS_DIFFERENTIAL_SQL_TREE_H_
#define VIEWORM_TESTS_DIFFERENTIAL_SQL_TREE_H_

#include <string>
#include <vector>

namespace vieworm::differential {

// A generator builds its statements from these, so that a shrinker that knows no SQL can make them
// smaller. Most of the smaller texts are SQL; those that are not fail, and so do not count.
class Sql {
 public:
  Sql() = default;
  Sql(std::string text) : text_(std::move(text)) {}
  Sql(const char* text) : text_(text) {}

  // Elements of which at least `least` must stay.
  static Sql List(const std::string& separator, std::vector<Sql> elements, size_t least = 1);

  // May go.
  static Sql Optional(Sql part);

  // May become one of the expressions within it, or NULL.
  static Sql Expression(Sql part);

  // A literal; simpler ones may stand for it.
  static Sql Value(const std::string& literal);

  // "(columns) VALUES (row), (row)": loses rows, and columns with their values.
  static Sql Rows(std::vector<std::string> columns, std::vector<std::vector<Sql>> rows);

  std::string Text() const;

  // Every text that is one step smaller, the boldest steps first.
  std::vector<Sql> Smaller() const;

  friend Sql operator+(Sql left, const Sql& right);

 private:
  enum class Kind { kText, kSequence, kList, kOptional, kExpression, kValue, kRows };

  Sql(Kind kind, std::vector<Sql> parts) : kind_(kind), parts_(std::move(parts)) {}

  void AddOwnSteps(std::vector<Sql>& smaller) const;
  void AddShorterLists(std::vector<Sql>& smaller) const;
  void AddSmallerRows(std::vector<Sql>& smaller) const;
  void AddExpressionsWithin(std::vector<Sql>& found) const;
  Sql WithoutColumn(size_t column) const;
  Sql WithoutRow(size_t row) const;
  std::string RowsText() const;

  Kind kind_ = Kind::kText;
  std::string text_;  // of kText and kValue; between the elements of kList
  std::vector<Sql> parts_;
  size_t least_ = 0;  // kList: elements that stay; kRows: columns
};

}  // namespace vieworm::differential

#endif  // VIEWORM_TESTS_DIFFERENTIAL_SQL_TREE_H_
