#include "sqlite_ext/parse/analyze.h"

#include <algorithm>
#include <string_view>

#include "sqlite_ext/parse/children.h"
#include "sqlite_ext/parse/text.h"

namespace vieworm::parse {

namespace {

OutputColumn OutputOf(const ResultColumn& column) {
  switch (column.kind) {
    case ColumnKind::kStar:
      return {OutputKind::kStar, "", "", {}, column.span};
    case ColumnKind::kTableStar:
      return {OutputKind::kTableStar, column.table.text, "", {}, column.span};
    case ColumnKind::kExpr:
      break;
  }
  if (column.alias)
    return {OutputKind::kAlias, column.alias->text, column.text, column.expr, column.span};
  const auto* ref = std::get_if<ColumnRef>(&column.expr->node);
  if (ref != nullptr && ref->fallback != Fallback::kBoolean) {
    return {OutputKind::kColumn, ref->column.text, column.text, column.expr, column.span};
  }
  return {OutputKind::kUnnamed, column.text, column.text, column.expr, column.span};
}

struct CompoundFinder {
  bool found = false;

  template <typename Node>
  void operator()(const Node& node) {
    ForEachChild(node, *this);
  }
  void operator()(const Select& select) {
    found |= select.cores.size() > 1;
    ForEachChild(select, *this);
  }
};

struct ParameterCollector {
  std::vector<ParameterUse> uses;

  template <typename Node>
  void operator()(const Node& node) {
    ForEachChild(node, *this);
  }
  void operator()(const Expr& expr) {
    if (const auto* parameter = std::get_if<Parameter>(&expr.node)) {
      uses.push_back({parameter->text, expr.span});
    }
    ForEachChild(expr, *this);
  }
};

// Keeps the names of the CTEs in scope while it walks.
class TableCollector {
 public:
  void operator()(const Expr& expr) {
    ForEachChild(expr, *this);
    if (const auto* in = std::get_if<InTable>(&expr.node))
      Add(in->table, in->arguments.has_value());
  }

  void operator()(const From& from) {
    for (const FromItem& item : from.items) {
      if (const auto* source = std::get_if<TableSource>(&item.source)) {
        Add(source->table, source->arguments.has_value());
      }
      ForEachChild(item, *this);
    }
  }

  void operator()(const Select& select) {
    const size_t outer = scope_.size();
    for (const Cte& cte : select.ctes) scope_.push_back(cte.name.text);
    ForEachChild(select, *this);
    scope_.resize(outer);
  }

  std::vector<TableUse> Take() {
    const auto before = [](const TableUse& a, const TableUse& b) {
      return a.span.offset < b.span.offset;
    };
    std::sort(uses_.begin(), uses_.end(), before);
    return std::move(uses_);
  }

 private:
  void Add(const TableName& table, bool function) {
    const std::string& name = table.name.text;
    const auto is_cte = [&](std::string_view cte) { return EqualsIgnoringCase(cte, name); };
    if (!table.schema && std::any_of(scope_.begin(), scope_.end(), is_cte)) return;
    TableUse use{std::nullopt, name, function, table.name.span};
    if (table.schema) {
      use.schema = table.schema->text;
      use.span = {table.schema->span.offset, table.name.span.end() - table.schema->span.offset};
    }
    uses_.push_back(std::move(use));
  }

  std::vector<std::string_view> scope_;
  std::vector<TableUse> uses_;
};

}  // namespace

std::vector<OutputColumn> OutputColumns(const Select& select) {
  std::vector<OutputColumn> outputs;
  const Core& leftmost = select.cores.front();
  if (const auto* query = std::get_if<Query>(&leftmost.body)) {
    std::transform(query->columns.begin(), query->columns.end(), std::back_inserter(outputs),
                   OutputOf);
    return outputs;
  }
  for (const Ref<Expr>& expr : std::get<Values>(leftmost.body).rows.front()) {
    const std::string name = "column" + std::to_string(outputs.size() + 1);
    outputs.push_back({OutputKind::kUnnamed, name, "", expr, expr->span});
  }
  return outputs;
}

bool HasCompound(const Select& select) {
  CompoundFinder finder;
  finder(select);
  return finder.found;
}

std::vector<TableUse> TableNames(const Select& select) {
  TableCollector collector;
  collector(select);
  return collector.Take();
}

std::vector<ParameterUse> Parameters(const Select& select) {
  ParameterCollector collector;
  collector(select);
  return std::move(collector.uses);
}

}  // namespace vieworm::parse
