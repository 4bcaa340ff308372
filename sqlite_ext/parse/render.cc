#include "sqlite_ext/parse/render.h"

#include "sqlite_ext/parse/renderer.h"
#include "sqlite_ext/parse/text.h"

namespace vieworm::parse {

namespace {

const char* SpellingOf(CompoundOp op) {
  switch (op) {
    case CompoundOp::kNone:
      return "";
    case CompoundOp::kUnion:
      return " UNION ";
    case CompoundOp::kUnionAll:
      return " UNION ALL ";
    case CompoundOp::kIntersect:
      return " INTERSECT ";
    case CompoundOp::kExcept:
      return " EXCEPT ";
  }
  return "";
}

const char* SpellingOf(JoinKind kind) {
  switch (kind) {
    case JoinKind::kNone:
      return "";
    case JoinKind::kComma:
      return ", ";
    case JoinKind::kInner:
      return "JOIN ";
    case JoinKind::kCross:
      return "CROSS JOIN ";
    case JoinKind::kLeft:
      return "LEFT JOIN ";
    case JoinKind::kRight:
      return "RIGHT JOIN ";
    case JoinKind::kFull:
      return "FULL JOIN ";
  }
  return "";
}

// Whether SQLite names a result column of a subquery or a view after the column that this is. It
// looks through COLLATE.
bool IsNamedAfterColumn(const Expr& expr) {
  if (const auto* collate = std::get_if<Collate>(&expr.node)) {
    return IsNamedAfterColumn(*collate->operand);
  }
  const auto* column = std::get_if<ColumnRef>(&expr.node);
  return column != nullptr && column->fallback != Fallback::kBoolean;
}

}  // namespace

std::string Render(const Select& select, ColumnNames names) {
  Renderer renderer(names);
  renderer.Write(select, true);
  return renderer.Take();
}

void Renderer::Write(const Select& select, bool named) {
  if (!select.ctes.empty()) Text(select.recursive ? "WITH RECURSIVE " : "WITH ");
  bool first = true;
  for (const Cte& cte : select.ctes) {
    Comma(&first);
    Write(cte);
  }
  if (!select.ctes.empty()) Text(" ");
  for (const Core& core : select.cores) {
    Text(SpellingOf(core.op));
    if (const auto* values = std::get_if<Values>(&core.body)) {
      Write(*values);
    } else {
      Write(std::get<Query>(core.body), named && core.op == CompoundOp::kNone);
    }
  }
  WriteOrderBy(select.order_by);
  WriteLimit(select);
}

void Renderer::WriteLimit(const Select& select) {
  if (!select.limit) return;
  Text(" LIMIT ");
  if (!select.offset) return Write(*select.limit);
  Write(select.offset_first ? *select.offset : *select.limit);
  Text(select.offset_first ? ", " : " OFFSET ");
  Write(select.offset_first ? *select.limit : *select.offset);
}

void Renderer::Write(const Cte& cte) {
  WriteName(cte.name);
  if (!cte.columns.empty()) WriteNames(cte.columns);
  Text(" AS ");
  if (cte.materialized == Materialized::kYes) Text("MATERIALIZED ");
  if (cte.materialized == Materialized::kNo) Text("NOT MATERIALIZED ");
  WriteSubquery(*cte.select, true);
}

void Renderer::Write(const Values& values) {
  Text("VALUES ");
  bool first = true;
  for (const Exprs& row : values.rows) {
    Comma(&first);
    Text("(");
    Write(row);
    Text(")");
  }
}

void Renderer::Write(const Query& query, bool named) {
  Text(query.distinct ? "SELECT DISTINCT " : "SELECT ");
  bool first = true;
  for (const ResultColumn& column : query.columns) {
    Comma(&first);
    Write(column, named);
  }
  if (query.from) {
    Text(" FROM ");
    Write(*query.from);
  }
  if (query.where) {
    Text(" WHERE ");
    Write(*query.where);
  }
  if (!query.group_by.empty()) {
    Text(" GROUP BY ");
    Write(query.group_by);
  }
  if (query.having) {
    Text(" HAVING ");
    Write(*query.having);
  }
  first = true;
  for (const NamedWindow& window : query.windows) {
    Text(first ? " WINDOW " : ", ");
    first = false;
    Text(window.name.text + " AS (");
    Write(window.window);
    Text(")");
  }
}

void Renderer::Write(const ResultColumn& column, bool named) {
  if (column.kind == ColumnKind::kTableStar) {
    WriteName(column.table);
    return Text(".*");
  }
  if (column.kind == ColumnKind::kStar) return Text("*");
  const size_t start = out_.size();
  Write(*column.expr);
  if (column.alias) {
    Text(" AS ");
    return WriteName(*column.alias);
  }
  if (names_ == ColumnNames::kIgnore || !named || IsNamedAfterColumn(*column.expr)) return;
  if (out_.compare(start, std::string::npos, column.text) != 0) {
    Text(" AS " + Enclose(column.text, '"'));
  }
}

void Renderer::Write(const From& from) {
  for (const FromItem& item : from.items) {
    if (item.join != JoinKind::kNone && item.join != JoinKind::kComma) {
      Text(item.natural ? " NATURAL " : " ");
    }
    Text(SpellingOf(item.join));
    Write(item);
  }
}

void Renderer::Write(const FromItem& item) {
  std::visit([this](const auto& source) { Write(source); }, item.source);
  if (item.alias) {
    Text(" AS ");
    WriteName(*item.alias);
  }
  if (const auto* table = std::get_if<TableSource>(&item.source)) {
    if (table->not_indexed) Text(" NOT INDEXED");
    if (table->indexed_by) {
      Text(" INDEXED BY ");
      WriteName(*table->indexed_by);
    }
  }
  if (item.on) {
    Text(" ON ");
    Write(*item.on);
  }
  if (!item.using_columns.empty()) {
    Text(" USING ");
    WriteNames(item.using_columns);
  }
}

void Renderer::Write(const TableSource& source) {
  WriteTable(source.table);
  if (!source.arguments) return;
  Text("(");
  Write(*source.arguments);
  Text(")");
}

void Renderer::Write(const SubquerySource& source) { WriteSubquery(*source.select, true); }

void Renderer::Write(const GroupSource& source) {
  Text("(");
  Write(*source.from);
  Text(")");
}

void Renderer::Clause(std::string_view text) {
  if (out_.empty() || out_.back() != '(') Text(" ");
  Text(text);
}

void Renderer::Comma(bool* first) {
  if (!*first) Text(", ");
  *first = false;
}

void Renderer::WriteName(const Name& name) { Text(Identifier(name.text, '"')); }

void Renderer::WriteQualified(const ColumnRef& column) {
  size_t start = out_.size();
  if (column.schema) {
    WriteName(*column.schema);
    Text(".");
  }
  WriteName(*column.table);
  Text(".");
  WriteName(column.column);
  if (places_ != nullptr) places_->push_back({{start, out_.size() - start}, &column});
}

void Renderer::WriteNames(const Names& names) {
  Text("(");
  bool first = true;
  for (const Name& name : names) {
    Comma(&first);
    WriteName(name);
  }
  Text(")");
}

void Renderer::WriteTable(const TableName& table) {
  if (table.schema) {
    WriteName(*table.schema);
    Text(".");
  }
  WriteName(table.name);
}

void Renderer::WriteSubquery(const Select& select, bool named) {
  Text("(");
  Write(select, named);
  Text(")");
}

}  // namespace vieworm::parse
