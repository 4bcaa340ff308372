#include "sqlite_ext/definition_query.h"

#include <algorithm>

#include "common/sql/dialect.h"
#include "sqlite_ext/engine_error.h"
#include "sqlite_ext/parse/analyze.h"
#include "sqlite_ext/parse/parser.h"
#include "sqlite_ext/prepared.h"

namespace vieworm {

std::string Qualified(const std::string& select, const std::string& schema) {
  if (SqliteDialect().SameName(schema, "temp")) return select;
  parse::ParseResult parsed = parse::ParseSelect(select);
  if (!parsed) return select;
  std::string text;
  size_t copied = 0;
  for (const parse::TableUse& use : parse::TableNames(*parsed.tree->select)) {
    // A table-valued function belongs to no database.
    if (use.schema || use.function) continue;
    text += select.substr(copied, use.span.offset - copied) + QuoteIdentifier(schema) + ".";
    copied = use.span.offset;
  }
  return text + select.substr(copied);
}

std::vector<std::string> NamesOfTables(std::string_view select) {
  std::vector<std::string> names;
  parse::ParseResult parsed = parse::ParseSelect(select);
  if (!parsed) return names;
  for (const parse::TableUse& use : parse::TableNames(*parsed.tree->select)) {
    bool known = std::any_of(names.begin(), names.end(), [&](const std::string& name) {
      return SqliteDialect().SameName(name, use.name);
    });
    if (!known) names.push_back(use.name);
  }
  return names;
}

std::string AsSource(const std::string& select) { return "(" + select + "\n)"; }

std::vector<std::string> ColumnsOfSource(sqlite3* db, const std::string& source) {
  Prepared all(db, "SELECT * FROM " + source);
  std::vector<std::string> names;
  for (int i = 0; i < all.Columns(); ++i) names.push_back(all.ColumnName(i));
  return names;
}

bool CanBeRead(sqlite3* db, const std::string& source) {
  try {
    Prepared(db, "SELECT 1 FROM " + source);
    return true;
  } catch (const EngineError&) {
    return false;
  }
}

}  // namespace vieworm
