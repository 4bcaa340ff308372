#include "sqlite_ext/lower/group_rewriter.h"

#include <algorithm>
#include <map>

#include "common/sql/dialect.h"
#include "sqlite_ext/lower/refused.h"
#include "sqlite_ext/parse/children.h"
#include "sqlite_ext/parse/map_children.h"
#include "sqlite_ext/parse/text.h"

namespace vieworm::lower {

namespace {

using parse::Expr;
using parse::Ref;

bool IsWindow(const parse::Call& call) {
  return !std::holds_alternative<std::monostate>(call.over);
}

bool IsAggregate(const Expr& expr, const FunctionList& functions) {
  const auto* call = std::get_if<parse::Call>(&expr.node);
  return call != nullptr && !IsWindow(*call) &&
         functions.KindOf(call->function.text, call->arguments.size()) == FunctionKind::kAggregate;
}

struct AggregateFinder {
  const FunctionList& functions;
  bool found = false;

  void operator()(const Expr& expr) {
    found = found || IsAggregate(expr, functions);
    if (!found) parse::ForEachChild(expr, *this);
  }
  void operator()(const parse::From&) {}
  void operator()(const parse::Select&) {}
};

}  // namespace

bool HasAggregate(const Expr& expr, const FunctionList& functions) {
  AggregateFinder finder{functions};
  finder(expr);
  return finder.found;
}

GroupRewriter::GroupRewriter(const parse::Query& query, std::string alias,
                             const FunctionList& functions, parse::Arena* arena)
    : query_(query), alias_(std::move(alias)), functions_(functions), arena_(arena) {
  for (const Ref<Expr>& term : query.group_by) {
    keys_.push_back({"k" + std::to_string(keys_.size() + 1), AtPosition(*term, query.columns)});
  }
}

Ref<Expr> GroupRewriter::operator()(const Expr& expr) {
  for (const Contribution& key : keys_) {
    if (*key.expr == expr) return Column(key.name);
  }
  if (const auto* call = std::get_if<parse::Call>(&expr.node)) {
    if (IsWindow(*call)) return Windowed(expr, *call);
    if (IsAggregate(expr, functions_)) return Aggregated(*call);
  }
  const auto* column = std::get_if<parse::ColumnRef>(&expr.node);
  if (column != nullptr && column->table) {
    throw Refused("it selects " + column->column.text +
                  ", which is neither grouped nor aggregated");
  }
  Expr mapped = expr;
  mapped.node = parse::MapChildren(expr.node, [this](const Expr& child) { return (*this)(child); });
  return arena_->Add(std::move(mapped));
}

namespace {

AggregateKind KindOf(const AggregateCall& call) {
  static const std::map<std::string, AggregateKind> kAdditive = {{"count", AggregateKind::kCount},
                                                                 {"sum", AggregateKind::kSum},
                                                                 {"total", AggregateKind::kTotal},
                                                                 {"avg", AggregateKind::kAverage}};
  bool single = call.arguments.size() == 1;
  // min(DISTINCT x) is min(x).
  if (single && call.function == "min") return AggregateKind::kMinimum;
  if (single && call.function == "max") return AggregateKind::kMaximum;
  // It fails where it overflows.
  if (call.distinct && call.function == "sum") return AggregateKind::kRead;
  auto additive = kAdditive.find(call.function);
  if (call.distinct || additive == kAdditive.end()) return AggregateKind::kOther;
  return additive->second;
}

}  // namespace

Ref<Expr> GroupRewriter::Aggregated(const parse::Call& call) {
  if (!call.order_by.empty()) throw Refused("it has an aggregate with ORDER BY");
  AggregateCall wanted;
  wanted.function = LowerAscii(call.function.text);
  wanted.distinct = call.distinct;
  for (const Ref<Expr>& argument : call.arguments) {
    wanted.arguments.push_back(ArgumentFor(*argument));
  }
  if (call.filter) wanted.filter = ArgumentFor(*call.filter);
  for (const AggregateCall& known : calls_) {
    bool same = known.function == wanted.function && known.distinct == wanted.distinct &&
                known.arguments == wanted.arguments && known.filter == wanted.filter;
    if (same) return Column(known.output);
  }
  wanted.kind = KindOf(wanted);
  wanted.output = "r" + std::to_string(calls_.size() + 1);
  calls_.push_back(wanted);
  return Column(wanted.output);
}

// A named window is written where it is used.
Ref<Expr> GroupRewriter::Windowed(const Expr& expr, const parse::Call& call) {
  has_window_ = true;
  parse::Call inlined = call;
  if (const auto* name = std::get_if<parse::WindowName>(&call.over)) {
    auto found = std::find_if(query_.windows.begin(), query_.windows.end(),
                              [&](const parse::NamedWindow& window) {
                                return parse::EqualsIgnoringCase(window.name.text, name->text);
                              });
    if (found == query_.windows.end()) throw Refused("it has a window that was not found");
    inlined.over = found->window;
  }
  if (std::get<parse::Window>(inlined.over).base) {
    throw Refused("it has a window that extends another");
  }
  Expr mapped = expr;
  mapped.node = parse::MapChildren(inlined, [this](const Expr& child) { return (*this)(child); });
  return arena_->Add(std::move(mapped));
}

std::string GroupRewriter::ArgumentFor(const Expr& expr) {
  if (HasAggregate(expr, functions_)) throw Refused("it has an aggregate inside an aggregate");
  for (const Contribution& argument : arguments_) {
    if (*argument.expr == expr) return argument.name;
  }
  arguments_.push_back({"a" + std::to_string(arguments_.size() + 1), &expr});
  return arguments_.back().name;
}

Ref<Expr> GroupRewriter::Column(const std::string& name) {
  parse::ColumnRef column;
  column.table = parse::Name{alias_};
  column.column = parse::Name{name};
  Expr expr;
  expr.node = column;
  return arena_->Add(std::move(expr));
}

Ref<Expr> AtPosition(const Expr& expr, const std::vector<parse::ResultColumn>& columns) {
  const auto* literal = std::get_if<parse::Literal>(&expr.node);
  if (literal == nullptr || literal->kind != parse::LiteralKind::kInteger) return &expr;
  size_t position = std::strtoul(literal->text.c_str(), nullptr, 0);
  if (position == 0 || position > columns.size()) throw Refused("it orders by a number");
  return columns[position - 1].expr;
}

}  // namespace vieworm::lower
