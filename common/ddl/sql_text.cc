#include "common/ddl/sql_text.h"

#include "common/sql/sql.h"

#include "common/core_only.h"

namespace vieworm {

std::string RelationText(const RelationName& relation) {
  Sql sql(SqliteDialect());
  sql << relation;
  return sql.str();
}

std::string JoinTexts(const std::vector<std::string>& parts, const char* separator) {
  std::string text;
  for (const std::string& part : parts) {
    if (!text.empty()) text += separator;
    text += part;
  }
  return text;
}

std::string Collate(const std::string& collation) {
  return collation.empty() ? "" : " COLLATE " + Q(collation);
}

std::string Declaration(const StoredColumn& column) {
  std::string text = Q(column.stored);
  if (!column.type.empty()) text += " " + column.type;
  return text + Collate(column.collation);
}

ChangeWriter RowOf(const std::string& row) {
  return [row](const Change&, const std::string&) { return ChangeText{"", "", row}; };
}

}  // namespace vieworm
