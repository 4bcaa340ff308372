// The sources of one FROM clause, and which of their columns a name means.
#ifndef VIEWORM_SQLITE_EXT_RESOLVE_SCOPE_H_
#define VIEWORM_SQLITE_EXT_RESOLVE_SCOPE_H_

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sqlite_ext/parse/ast.h"
#include "sqlite_ext/resolve/schema.h"

namespace vieworm::resolve {

struct ScopeSource {
  std::string alias;    // the one that the resolver gave it, unique in the statement
  std::string seen_as;  // the name by which the text qualifies its columns; "" for none
  std::string schema;   // of a table without an alias; else ""
  std::vector<TableColumn> columns;
  bool has_rowid = false;
  std::set<size_t> merged;  // columns that USING or NATURAL made one with a column to the left
};

struct FoundColumn {
  std::string alias;
  std::string column;
};

// Names are compared as SQLite does, without regard to ASCII case.
class Scope {
 public:
  void Add(ScopeSource source) { sources_.push_back(std::move(source)); }
  std::vector<ScopeSource>& sources() { return sources_; }
  const std::vector<ScopeSource>& sources() const { return sources_; }

  // The column that the reference means, or nothing. SQLite has accepted the statement, so a name
  // is never ambiguous here.
  std::optional<FoundColumn> Find(const parse::ColumnRef& reference) const;

  // The leftmost column of that name among the first `count` sources, as USING looks for it.
  std::optional<FoundColumn> FindLeft(const std::string& column, size_t count) const;

 private:
  static bool Matches(const ScopeSource& source, const parse::ColumnRef& reference);
  std::optional<FoundColumn> FindRowId(const parse::ColumnRef& reference) const;

  std::vector<ScopeSource> sources_;
};

}  // namespace vieworm::resolve

#endif  // VIEWORM_SQLITE_EXT_RESOLVE_SCOPE_H_
