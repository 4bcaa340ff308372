// Relational tree -> SELECT. The text means the tree and nothing else: aliases are the tree's own,
// every column is qualified by its source's alias.
#ifndef VIEWORM_COMMON_DDL_SELECT_H_
#define VIEWORM_COMMON_DDL_SELECT_H_

#include <functional>
#include <string>

#include "common/ir/relation.h"
#include "common/sql/dialect.h"

namespace vieworm {

// How a Change reads as SQL. One of the two forms:
struct ChangeText {
  // A FROM item without its alias, and a condition over that alias or nothing: the changed rows are
  // read where they are.
  std::string from;
  std::string condition;
  // Or, where `from` is empty, a prefix such as NEW: there is exactly one changed row, whose
  // columns are NEW."x", and the source is left out of FROM.
  std::string row;
};

// What stands for a Change under `alias`.
using ChangeWriter = std::function<ChangeText(const Change& change, const std::string& alias)>;

class SelectWriter {
 public:
  // `write_change` may be empty where the tree has no Change. Tables that the tree names without a
  // schema are written with `schema`; where that is empty, too, the reader knows where they are:
  // SQLite does so inside of views and triggers.
  SelectWriter(const Dialect& dialect, ChangeWriter write_change, std::string schema = "")
      : dialect_(dialect), write_change_(std::move(write_change)), schema_(std::move(schema)) {}

  // A SELECT whose columns are ColumnNames(relation). Throws Error(kInternal) for a tree that is a
  // bare Scan, Change or FunctionScan.
  std::string Write(const Relation& relation) const;

  // FROM, WHERE and outputs of a block apart, for who builds a larger statement around them.
  struct Parts {
    std::string from;                  // without FROM; empty where nothing is read
    std::string where;                 // without WHERE; empty where every row counts
    std::vector<std::string> outputs;  // the values, without their names
  };
  Parts Split(const Block& block) const;

 private:
  std::string WriteBlock(const Block& block) const;
  std::string WriteUnion(const UnionAll& all) const;
  std::string WriteSet(const SetOperation& set) const;
  std::string WriteDistinct(const Distinct& distinct) const;
  std::string WriteAggregate(const Aggregate& aggregate) const;
  std::string WritePresent(const Present& present) const;
  using ColumnNamer = std::function<std::string(const ColumnUse&)>;
  std::string WriteSource(const Source& source, const ColumnNamer& name) const;
  std::string WriteCall(const AggregateCall& call) const;

  const Dialect& dialect_;
  ChangeWriter write_change_;
  std::string schema_;
};

}  // namespace vieworm

#endif  // VIEWORM_COMMON_DDL_SELECT_H_
