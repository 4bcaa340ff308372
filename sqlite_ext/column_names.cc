#include "sqlite_ext/column_names.h"

#include <algorithm>
#include <optional>

#include "common/sql/dialect.h"
#include "sqlite_ext/parse/analyze.h"
#include "sqlite_ext/parse/parser.h"

namespace vieworm {

namespace {

using parse::OutputColumn;
using parse::OutputKind;

// What the text says of one column; nothing where it does not tell, as for a star.
using Written = std::optional<OutputColumn>;

bool IsStar(const OutputColumn& column) {
  return column.kind == OutputKind::kStar || column.kind == OutputKind::kTableStar;
}

// One for each of the `count` columns that come out. How many a star stands for is not in the text:
// what is before the first one is counted from the left, what is behind the last one from the
// right.
std::vector<Written> ReadNames(std::string_view select, size_t count) {
  std::vector<Written> written(count);
  parse::ParseResult parsed = parse::ParseSelect(select);
  if (!parsed) return written;
  std::vector<OutputColumn> columns = parse::OutputColumns(*parsed.tree->select);
  auto first_star = std::find_if(columns.begin(), columns.end(), IsStar);
  if (first_star == columns.end() && columns.size() != count) return written;
  size_t at = 0;
  for (auto it = columns.begin(); it != first_star && at < count; ++it) written[at++] = *it;
  if (first_star == columns.end()) return written;
  at = count;
  for (auto it = columns.rbegin(); !IsStar(*it) && at > 0; ++it) written[--at] = *it;
  return written;
}

// SQLite takes "x" for the text 'x' where no column is x, and calls the column by all of it.
bool IsNamed(const Written& written, const std::string& name) {
  if (!written) return true;
  if (written->kind == OutputKind::kUnnamed) return false;
  bool is_text = written->kind == OutputKind::kColumn && name == written->text &&
                 !SqliteDialect().SameName(name, written->name);
  return !is_text;
}

// Is `name` what SQLite makes of a second column `base`?
bool IsRenamed(std::string_view name, std::string_view base) {
  if (name.size() < base.size() + 2 || name[base.size()] != ':') return false;
  if (!SqliteDialect().SameName(name.substr(0, base.size()), base)) return false;
  std::string_view number = name.substr(base.size() + 1);
  return std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool IsWritten(const Written& written, const std::string& name) {
  return written && SqliteDialect().SameName(written->name, name);
}

}  // namespace

std::vector<Column> ColumnNames(std::string_view select, const std::vector<std::string>& names) {
  std::vector<Written> written = ReadNames(select, names.size());
  std::vector<Column> columns;
  for (size_t i = 0; i < names.size(); ++i) {
    Column column;
    column.name = names[i];
    column.named = IsNamed(written[i], names[i]);
    for (size_t k = 0; k < i && !IsWritten(written[i], names[i]); ++k) {
      if (IsRenamed(names[i], names[k])) column.name = names[k];
    }
    columns.push_back(std::move(column));
  }
  return columns;
}

}  // namespace vieworm
