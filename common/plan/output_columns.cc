#include "common/plan/output_columns.h"

#include <set>

#include "common/diagnostic.h"

#include "common/core_only.h"

namespace vieworm {

namespace {

void Rename(const ViewSpec& spec, std::vector<Column>* columns) {
  if (spec.columns.empty()) return;
  if (spec.columns.size() != columns->size()) {
    throw Error(ErrorKind::kBadSpec, "wrong number of names at \"/columns\"",
                "The definition has " + std::to_string(columns->size()) + " columns; found are " +
                    std::to_string(spec.columns.size()) + " names.");
  }
  for (size_t i = 0; i < columns->size(); ++i) {
    (*columns)[i].name = spec.columns[i];
  }
}

void CheckDistinct(const std::vector<Column>& columns, const Dialect& dialect) {
  std::set<std::string> seen;
  for (const Column& column : columns) {
    if (seen.insert(dialect.ComparedName(column.name)).second) continue;
    throw Error(ErrorKind::kDuplicateColumn,
                "column " + Quoted(column.name) + " is in the definition twice", "",
                "Give one of them an alias, or name all columns in \"/columns\".");
  }
}

void CheckIndexColumns(const ViewSpec& spec, const std::vector<Column>& columns,
                       const Dialect& dialect) {
  std::vector<std::string> names;
  std::set<std::string> known;
  for (const Column& column : columns) {
    names.push_back(column.name);
    known.insert(dialect.ComparedName(column.name));
  }
  for (size_t i = 0; i < spec.indexes.size(); ++i) {
    for (size_t k = 0; k < spec.indexes[i].keys.size(); ++k) {
      const std::string& name = spec.indexes[i].keys[k].column;
      if (name.empty() || known.count(dialect.ComparedName(name)) > 0) continue;
      throw Error(ErrorKind::kUndefinedColumn, "column " + Quoted(name) + " does not exist",
                  "It is named at \"/indexes/" + std::to_string(i) + "/columns/" +
                      std::to_string(k) + "\"; the view's columns are " + Listed(names) + ".",
                  DidYouMean(name, names));
    }
  }
}

}  // namespace

std::vector<Column> OutputColumns(const ViewSpec& spec, std::vector<Column> defined,
                                  const Dialect& dialect) {
  Rename(spec, &defined);
  if (defined.empty()) throw Error(ErrorKind::kBadSpec, "the definition has no columns");
  CheckDistinct(defined, dialect);
  CheckIndexColumns(spec, defined, dialect);
  return defined;
}

}  // namespace vieworm
