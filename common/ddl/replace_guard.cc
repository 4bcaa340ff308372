#include "common/ddl/replace_guard.h"

#include <algorithm>
#include <set>

#include "common/ddl/sql_text.h"
#include "common/plan/affinity.h"

#include "common/core_only.h"

namespace vieworm {

namespace {

constexpr char kDead[] = "vieworm_dead";

// A literal, perhaps with a sign.
bool IsConstant(const std::string& fallback) {
  std::string lower = LowerAscii(fallback);
  return lower.find('(') == std::string::npos && lower.find("current_") == std::string::npos;
}

}  // namespace

std::string WhyUnguardable(const TableFacts& table) {
  const std::string& name = table.name.name;
  if (!table.without_rowid && table.rowid.empty()) {
    return name + " has columns of all names under which its rowid could be read";
  }
  bool generated = false;
  bool fallback = false;
  for (const ColumnFacts& column : table.columns) {
    fallback = fallback || (column.not_null && column.fallback);
  }
  for (const UniqueKey& key : table.unique) {
    if (key.expression) return name + " has a unique index on an expression";
    for (const std::string& each : key.columns) {
      const ColumnFacts& column = *table.Find(each);
      generated = generated || column.generated;
      if (column.not_null && column.fallback && !IsConstant(*column.fallback)) {
        return name + " has a unique column whose default is computed";
      }
    }
  }
  // Before the row is written, its rowid and the defaults of NOT NULL columns are not known yet.
  if (generated && (fallback || !table.rowid_column.empty())) {
    return name + " has a unique generated column";
  }
  return "";
}

ReplaceGuard::ReplaceGuard(const TableFacts& source, RelationName aside,
                           std::vector<std::string> columns)
    : source_(source), aside_(std::move(aside)), columns_(std::move(columns)) {
  std::vector<std::string> identity = Identity();
  auto known = [&](const std::string& column) {
    return std::find(identity.begin(), identity.end(), column) != identity.end();
  };
  std::erase_if(columns_, known);
}

// What tells the rows of the source apart in one statement.
std::vector<std::string> ReplaceGuard::Identity() const {
  if (!source_.without_rowid) return {source_.rowid};
  return source_.identity;
}

std::string ReplaceGuard::Create() const {
  std::vector<std::string> columns;
  std::vector<std::string> names = Identity();
  names.insert(names.end(), columns_.begin(), columns_.end());
  for (const std::string& name : names) {
    const ColumnFacts* column = source_.Find(name);
    std::string type = column == nullptr ? "INTEGER" : TypeOfAffinity(column->affinity);
    std::string text = type.empty() ? Q(name) : Q(name) + " " + type;
    bool rowid = !source_.without_rowid && name == source_.rowid;
    if (rowid) text += " PRIMARY KEY";
    if (column != nullptr) text += Collate(column->collation);
    columns.push_back(std::move(text));
  }
  columns.emplace_back(kDead);
  return "CREATE TABLE " + RelationText(aside_) + " (" + JoinTexts(columns, ", ") + ")";
}

std::string ReplaceGuard::SameRow(const std::string& left, const std::string& right) const {
  std::vector<std::string> terms;
  for (const std::string& name : Identity()) {
    terms.push_back(left + "." + Q(name) + " IS " + right + "." + Q(name));
  }
  return "(" + JoinTexts(terms, " AND ") + ")";
}

// One condition on a row g of the source for each unique key. A partial index is taken for a whole
// one: a row that does not conflict stays in the source, and so is not taken for replaced.
std::vector<std::string> ReplaceGuard::ConflictTerms(bool update) const {
  std::vector<std::string> terms;
  if (!source_.without_rowid)
    terms.push_back("g." + Q(source_.rowid) + " = NEW." + Q(source_.rowid));
  for (const UniqueKey& key : source_.unique) {
    std::vector<std::string> equal;
    for (size_t i = 0; i < key.columns.size(); ++i) {
      const ColumnFacts& column = *source_.Find(key.columns[i]);
      // OR REPLACE puts the default in the place of a NULL, but only after this trigger.
      std::string value = "NEW." + Q(column.name);
      if (column.not_null && column.fallback)
        value = "ifnull(" + value + ", " + *column.fallback + ")";
      equal.push_back("g." + Q(column.name) + " = " + value + Collate(key.collations[i]));
    }
    terms.push_back(JoinTexts(equal, " AND "));
  }
  if (!update) return terms;
  for (std::string& term : terms) term += " AND NOT " + SameRow("g", "OLD");
  return terms;
}

std::string ReplaceGuard::Conflicts(bool update) const {
  std::vector<std::string> checks;
  for (const std::string& term : ConflictTerms(update)) {
    checks.push_back("EXISTS (SELECT 1 FROM " + Source() + " AS g WHERE " + term + ")");
  }
  // VACUUM numbers such rows anew: nothing must be left over by then.
  bool stable = source_.without_rowid || !source_.rowid_column.empty();
  if (!stable) checks.push_back("EXISTS (SELECT 1 FROM " + Aside() + ")");
  return JoinTexts(checks, " OR ");
}

std::vector<std::string> ReplaceGuard::SetAside(bool update) const {
  std::vector<std::string> names;
  for (const std::string& name : Identity()) names.push_back(Q(name));
  for (const std::string& name : columns_) names.push_back(Q(name));
  std::vector<std::string> values;
  for (const std::string& name : names) values.push_back("g." + name);
  std::vector<std::string> terms;
  for (const std::string& term : ConflictTerms(update)) terms.push_back("(" + term + ")");
  std::vector<std::string> body = {"UPDATE " + Aside() + " SET " + kDead + " = 1",
                                   "DELETE FROM " + Aside(),
                                   "INSERT INTO " + Aside() + " (" + JoinTexts(names, ", ") + ", " +
                                       kDead + ") SELECT " + JoinTexts(values, ", ") + ", 0 FROM " +
                                       Source() + " AS g WHERE " + JoinTexts(terms, " OR ")};
  if (update && HasGeneratedKey()) body.push_back(NameNewColumns());
  return body;
}

bool ReplaceGuard::HasGeneratedKey() const {
  for (const UniqueKey& key : source_.unique) {
    for (const std::string& name : key.columns) {
      if (source_.Find(name)->generated) return true;
    }
  }
  return false;
}

// A BEFORE UPDATE trigger finds NULL in the columns that the statement does not set and no such
// trigger names, and a generated column of NEW is computed from those. (The AFTER triggers get the
// whole row.) So this names them all.
std::string ReplaceGuard::NameNewColumns() const {
  std::vector<std::string> columns;
  for (const ColumnFacts& column : source_.columns) columns.push_back("NEW." + Q(column.name));
  return "SELECT " + JoinTexts(columns, ", ");
}

std::vector<std::string> ReplaceGuard::UpdatedColumns() const {
  std::set<std::string> names;
  if (!source_.without_rowid) names = {source_.rowid, "rowid", "_rowid_", "oid"};
  for (const UniqueKey& key : source_.unique) {
    if (key.partial) return {};  // a row can come into the index by any column of its condition
    for (const std::string& name : key.columns) {
      if (source_.Find(name)->generated) return {};
      names.insert(name);
    }
  }
  return {names.begin(), names.end()};
}

std::string ReplaceGuard::TakeReplaced(const std::string& row) const {
  return "DELETE FROM " + Aside() + " WHERE NOT " + kDead + " AND (" + SameRow(Aside(), row) +
         " OR NOT EXISTS (SELECT 1 FROM " + Source() + " AS g WHERE " + SameRow("g", Aside()) +
         "))";
}

std::string ReplaceGuard::Forget() const {
  return "UPDATE " + Aside() + " SET " + kDead + " = 1 WHERE " + SameRow(Aside(), "OLD");
}

std::string ReplaceGuard::WasReplaced() const { return std::string("NOT OLD.") + kDead; }

}  // namespace vieworm
