#include "sqlite_ext/column_names.h"

#include <algorithm>
#include <optional>
#include <variant>

#include "common/sql/dialect.h"
#include "sqlite_ext/parse/parser.h"

namespace vieworm {

namespace {

// What the text says of one column.
struct Written {
  bool named = true;
  std::optional<std::string> name;  // nothing where the text does not tell, as for a star
};

Written Unnamed() { return {false, std::nullopt}; }

Written NameOf(const parse::ResultColumn& column) {
  if (column.alias) return {true, column.alias->text};
  const parse::Expr* expr = column.expr.get();
  while (const auto* collate = std::get_if<parse::Collate>(&expr->node)) {
    expr = collate->operand.get();
  }
  const auto* reference = std::get_if<parse::ColumnRef>(&expr->node);
  if (reference == nullptr) return Unnamed();
  return {true, reference->column.text};
}

// The columns of `query` in the order in which they come out, one star spread over as many as are
// left. With more stars, what stands between the first and the last cannot be told apart.
std::vector<Written> Spread(const parse::Query& query, size_t count) {
  std::vector<Written> written(count);
  auto is_star = [](const parse::ResultColumn& column) {
    return column.kind != parse::ColumnKind::kExpr;
  };
  const auto& columns = query.columns;
  auto first_star = std::find_if(columns.begin(), columns.end(), is_star);
  size_t at = 0;
  for (auto it = columns.begin(); it != first_star && at < count; ++it) {
    written[at++] = NameOf(*it);
  }
  if (first_star == columns.end()) return written;
  at = count;
  for (auto it = columns.rbegin(); !is_star(*it) && at > 0; ++it) written[--at] = NameOf(*it);
  return written;
}

// A compound takes its names from its first SELECT; VALUES has none.
std::vector<Written> ReadNames(std::string_view select, size_t count) {
  parse::ParseResult parsed = parse::ParseSelect(select);
  if (!parsed) return std::vector<Written>(count);
  const parse::Core& first = parsed.tree->select->cores.front();
  const auto* query = std::get_if<parse::Query>(&first.body);
  if (query == nullptr) return std::vector<Written>(count, Unnamed());
  return Spread(*query, count);
}

// Is `name` what SQLite makes of a second column `base`?
bool IsRenamed(std::string_view name, std::string_view base) {
  if (name.size() < base.size() + 2 || name[base.size()] != ':') return false;
  if (!SqliteDialect().SameName(name.substr(0, base.size()), base)) return false;
  std::string_view number = name.substr(base.size() + 1);
  return std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool SaysOtherwise(const Written& written, const std::string& name) {
  return written.name && SqliteDialect().SameName(*written.name, name);
}

}  // namespace

std::vector<Column> ColumnNames(std::string_view select, const std::vector<std::string>& names) {
  std::vector<Written> written = ReadNames(select, names.size());
  std::vector<Column> columns;
  for (size_t i = 0; i < names.size(); ++i) {
    Column column;
    column.name = names[i];
    column.named = written[i].named;
    for (size_t k = 0; k < i && !SaysOtherwise(written[i], names[i]); ++k) {
      if (IsRenamed(names[i], names[k])) column.name = names[k];
    }
    // "x" that is no column is the text 'x', and then the column has no name.
    bool quoted = !names[i].empty() && names[i][0] == '"';
    if (quoted && !SaysOtherwise(written[i], names[i])) column.named = false;
    columns.push_back(std::move(column));
  }
  return columns;
}

}  // namespace vieworm
