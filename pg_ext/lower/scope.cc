#include "pg_ext/lower/scope.h"

#include "pg_ext/lower/refused.h"

extern "C" {
#include "nodes/primnodes.h"
}

namespace vieworm::lower {

const ScopeEntry& Scope::EntryOf(const Var* column) const {
  if (column->varlevelsup > 0) throw Refused("it has a subquery that reads the query around it");
  if (column->varattno == 0) throw Refused("it reads a whole row as one value");
  if (column->varattno < 0) throw Refused("it reads a system column");
  auto entry = entries_.find(static_cast<int>(column->varno));
  bool known = entry != entries_.end() &&
               static_cast<size_t>(column->varattno) <= entry->second.columns.size();
  if (!known) throw Refused("it reads a column that vieworm did not find");
  return entry->second;
}

ColumnInfo Scope::Find(const Var* column) const {
  return EntryOf(column).columns[column->varattno - 1];
}

Scalar Scope::Use(const Var* column) const {
  const ScopeEntry& entry = EntryOf(column);
  return Scalar::Column({entry.alias, entry.columns[column->varattno - 1].column});
}

ColumnInfo InfoOf(Node* expression, const Scope& scope, const std::string& column) {
  ColumnInfo info;
  if (IsA(expression, Var)) info = scope.Find(reinterpret_cast<Var*>(expression));
  info.column = column;
  info.type = TypeOf(expression);
  return info;
}

}  // namespace vieworm::lower
