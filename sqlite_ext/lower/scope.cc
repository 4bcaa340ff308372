#include "sqlite_ext/lower/scope.h"

#include "common/sql/dialect.h"
#include "sqlite_ext/lower/refused.h"
#include "sqlite_ext/parse/render.h"

namespace vieworm::lower {

const ColumnInfo& Scope::Find(const parse::ColumnRef& column) const {
  auto entry = entries_.find(column.table->text);
  if (entry != entries_.end()) {
    for (const ColumnInfo& info : entry->second.columns) {
      if (SqliteDialect().SameName(info.name, column.column.text)) return info;
    }
  }
  throw Refused("it reads " + column.column.text + ", which is no ordinary column");
}

ColumnUse Scope::Use(const parse::ColumnRef& column) const {
  const ColumnInfo& info = Find(column);
  return {entries_.at(column.table->text).alias, info.column};
}

Scalar ToScalar(const parse::Expr& expr, const Scope& scope, const std::string& suffix) {
  bool bare = std::holds_alternative<parse::ColumnRef>(expr.node);
  std::vector<parse::ColumnPlace> places;
  std::string text = parse::Render(expr, &places);
  std::vector<Scalar::Piece> pieces;
  size_t done = 0;
  for (const parse::ColumnPlace& place : places) {
    const auto& known = *place.column;
    const ColumnInfo& info = scope.Find(known);
    if (info.mixed && scope.IsJoin()) {
      throw Refused("it joins " + known.column.text + ", whose type is not the same everywhere");
    }
    if (info.bare_only && !bare) {
      throw Refused("it computes with " + known.column.text +
                    ", whose type or collation is not the same everywhere");
    }
    if (place.span.offset > done) {
      pieces.emplace_back(text.substr(done, place.span.offset - done));
    }
    pieces.emplace_back(scope.Use(known));
    done = place.span.end();
  }
  if (done < text.size() || !suffix.empty()) pieces.emplace_back(text.substr(done) + suffix);
  return Scalar(std::move(pieces));
}

Nature NatureIn(const Scope& scope, const parse::Expr& expr) {
  return NatureOf(expr, [&scope](const parse::ColumnRef& column) -> const Nature& {
    return scope.Find(column).nature;
  });
}

}  // namespace vieworm::lower
