#include "pg_ext/lower/select_lowering.h"

#include "common/plan/delta.h"
#include "pg_ext/guard.h"
#include "pg_ext/lower/group_rewriter.h"
#include "pg_ext/lower/ordering.h"
#include "pg_ext/lower/refused.h"
#include "pg_ext/lower/source_lowering.h"
#include "pg_ext/lower/time_parts.h"

extern "C" {
#include "catalog/pg_type.h"
#include "nodes/nodeFuncs.h"
#include "nodes/parsenodes.h"
}

namespace vieworm::lower {

namespace {

bool IsConstant(const Node* expression) { return IsA(expression, Const); }

bool IsNullConstant(const Node* expression) {
  return IsConstant(expression) && reinterpret_cast<const Const*>(expression)->constisnull;
}

// LIMIT NULL and OFFSET NULL mean nothing.
std::optional<Scalar> Bound(Node* expression) {
  if (expression == nullptr || IsNullConstant(expression)) return std::nullopt;
  return RowScalar(expression, Scope());
}

void AddLimit(const Query* query, Present* present) {
  present->limit = Bound(query->limitCount);
  present->offset = Bound(query->limitOffset);
}

bool HasLimit(const Query* query) {
  Present present;
  AddLimit(query, &present);
  return present.limit || present.offset;
}

// A source that is no table, no function and not linear.
bool IsGroups(const Source& source) {
  bool leaf = std::holds_alternative<Scan>(source.relation->node) ||
              std::holds_alternative<FunctionScan>(source.relation->node);
  return !leaf && !IsLinear(*source.relation);
}

std::vector<SortGroupClause*> OrderOf(const Query* query) {
  std::vector<SortGroupClause*> order;
  ListCell* cell;
  foreach (cell, query->sortClause) {
    order.push_back(static_cast<SortGroupClause*>(lfirst(cell)));
  }
  return order;
}

Scalar Joined(const std::vector<Scalar>& terms) {
  ScalarText text;
  for (size_t i = 0; i < terms.size(); ++i) {
    text.Add(i == 0 ? "(" : " AND (").Add(terms[i]).Add(")");
  }
  return text.Take();
}

class SelectLowering {
 public:
  SelectLowering(const QueryScope& query, const ColumnNamer& name, LoweringContext* context)
      : scope_(query), query_(query.query), name_(name), context_(*context) {}

  Lowering Lower(bool top) {
    SourceLowering from(scope_, &context_);
    from.Lower();
    bool over_groups = std::any_of(from.sources().begin(), from.sources().end(), IsGroups);
    if (over_groups) return LowerOverGroups(from);
    Block block;
    block.from = from.sources();
    for (Node* condition : from.conditions()) AddCondition(condition, from.scope(), &block);
    if (IsGrouped(query_)) return LowerGroups(from.scope(), std::move(block));
    return LowerRows(from.scope(), std::move(block), top);
  }

 private:
  // What depends on the time alone is read from the table of the window.
  void AddCondition(Node* condition, const Scope& scope, Block* block) {
    List* bounds = TimeParts(condition);
    if (bounds != NIL && window_alias_.empty()) {
      window_alias_ = context_.NewAlias();
      block->from.push_back({window_alias_, MakeRelation(Scan{context_.window().table})});
    }
    auto bound = [&](Node* part) {
      return Scalar::Column({window_alias_, context_.BoundFor(part)});
    };
    block->where.push_back(RowScalar(condition, scope, {bounds, bound}));
  }

  Lowering LowerRows(const Scope& scope, Block block, bool top) {
    std::vector<ColumnInfo> columns;
    for (Node* expression : SelectedBy(query_)) {
      std::string name = name_(columns.size());
      block.outputs.push_back({name, RowScalar(expression, scope)});
      columns.push_back(InfoOf(expression, scope, name));
    }
    RelationPtr rows = context_.Note(MakeRelation(std::move(block)), columns);
    if (query_->distinctClause != NIL) {
      for (const ColumnInfo& column : columns) CheckKey(column.type);
      rows = context_.Note(MakeRelation(Distinct{rows}), columns);
    }
    return Ordered({rows, std::move(columns)}, query_, top, &context_);
  }

  // ------------------------------------------------------------------------------------- groups

  Lowering LowerGroups(const Scope& scope, Block block) {
    Present present;
    present.alias = context_.NewAlias();
    GroupRewriter rewrite(query_, present.alias);
    auto write = [&rewrite](Node* expression) { return rewrite(expression); };
    Lowering lowering = Finish(std::move(present), Having(), write);
    present = std::get<Present>(lowering.relation->node);
    present.has_window = rewrite.has_window();
    present.input = GroupsOf(rewrite, scope, std::move(block));
    lowering.relation = MakeRelation(std::move(present));
    return lowering;
  }

  std::vector<Node*> Having() const { return Conjuncts(query_->havingQual); }

  RelationPtr GroupsOf(const GroupRewriter& rewrite, const Scope& scope, Block block) {
    std::vector<ColumnInfo> columns;
    auto add = [&](const GroupRewriter::Contribution& contribution) {
      columns.push_back(InfoOf(contribution.expression, scope, contribution.name));
      block.outputs.push_back({contribution.name, RowScalar(contribution.expression, scope)});
    };
    Aggregate aggregate;
    for (const auto& key : rewrite.keys()) {
      add(key);
      CheckKey(columns.back().type);
      aggregate.keys.push_back(key.name);
    }
    for (const auto& argument : rewrite.arguments()) add(argument);
    // count(*) of everything: a row contributes nothing but itself.
    if (block.outputs.empty()) {
      block.outputs.push_back({"a1", Scalar::Text("1")});
      columns.push_back({"a1", true, false, {INT4OID, -1, InvalidOid}});
    }
    aggregate.calls = rewrite.calls();
    aggregate.input = context_.Note(MakeRelation(std::move(block)), columns);
    return MakeRelation(std::move(aggregate));
  }

  // Output columns, filter, order and limit of a SELECT over groups.
  Lowering Finish(Present present, const std::vector<Node*>& filter, const Writer& write) {
    Lowering lowering;
    present.distinct = query_->distinctClause != NIL;
    for (Node* expression : SelectedBy(query_)) {
      std::string name = name_(present.outputs.size());
      present.outputs.push_back({name, write(expression)});
      lowering.columns.push_back({name, false, false, TypeOf(expression)});
    }
    std::vector<Scalar> terms;
    for (Node* term : filter) terms.push_back(write(term));
    if (!terms.empty()) present.filter = Joined(terms);
    for (const SortGroupClause* term : OrderOf(query_)) {
      auto* expression = reinterpret_cast<Node*>(TargetOf(term, query_)->expr);
      // A bare number would be the number of a column.
      if (IsConstant(expression)) continue;
      ScalarText text;
      text.Add(write(expression)).Add(DirectionOf(term, expression));
      present.order_by.push_back(text.Take());
    }
    AddLimit(query_, &present);
    lowering.relation = MakeRelation(std::move(present));
    return lowering;
  }

  // SELECT ... FROM (groups): computed when it is read.
  Lowering LowerOverGroups(const SourceLowering& from) {
    if (from.sources().size() != 1) throw Refused("it joins groups with something else");
    if (IsGrouped(query_)) throw Refused("it aggregates groups");
    Present present;
    present.alias = from.sources()[0].alias;
    present.input = from.sources()[0].relation;
    present.has_window = query_->hasWindowFuncs;
    return Finish(std::move(present), from.conditions(),
                  [&](Node* expression) { return OverGroups(expression, from.scope()); });
  }

  Scalar OverGroups(Node* expression, const Scope& scope) {
    Writer write = [&](Node* part) { return OverGroups(part, scope); };
    Reading reading;
    reading.fill = [&](Node* part) {
      if (IsA(part, WindowFunc)) {
        return WindowCall(reinterpret_cast<WindowFunc*>(part), query_, NIL, write);
      }
      return scope.Use(reinterpret_cast<Var*>(part));
    };
    return ToScalar(expression, reading);
  }

  const QueryScope& scope_;
  const Query* query_;
  const ColumnNamer& name_;
  LoweringContext& context_;
  std::string window_alias_;  // empty until there is a window
};

// The place of what `term` orders by among the output columns, or their number.
size_t PlaceOf(const SortGroupClause* term, const Query* query, size_t columns) {
  const TargetEntry* target = TargetOf(term, query);
  return target->resjunk ? columns : static_cast<size_t>(target->resno) - 1;
}

}  // namespace

Lowering LowerSelect(const QueryScope& query, const ColumnNamer& name, bool top,
                     LoweringContext* context) {
  return SelectLowering(query, name, context).Lower(top);
}

Lowering Ordered(Lowering lowering, const Query* query, bool top, LoweringContext* context) {
  bool limited = HasLimit(query);
  if (limited && IsLinear(*lowering.relation)) throw Refused("it has LIMIT over rows");
  if (!limited && (query->sortClause == NIL || !top)) return lowering;
  Present present;
  present.alias = context->NewAlias();
  present.input = lowering.relation;
  for (const ColumnInfo& column : lowering.columns) {
    present.outputs.push_back({column.column, Scalar::Column({present.alias, column.column})});
  }
  for (const SortGroupClause* term : OrderOf(query)) {
    size_t place = PlaceOf(term, query, lowering.columns.size());
    if (place == lowering.columns.size()) {
      if (limited) throw Refused("it has LIMIT in an order that is not selected");
      return lowering;
    }
    auto* expression = reinterpret_cast<Node*>(TargetOf(term, query)->expr);
    ScalarText text;
    text.Add(present.outputs[place].value).Add(DirectionOf(term, expression));
    present.order_by.push_back(text.Take());
  }
  AddLimit(query, &present);
  lowering.relation = MakeRelation(std::move(present));
  return lowering;
}

std::vector<Node*> SelectedBy(const Query* query) {
  std::vector<Node*> selected;
  ListCell* cell;
  foreach (cell, query->targetList) {
    auto* target = static_cast<TargetEntry*>(lfirst(cell));
    if (!target->resjunk) selected.push_back(reinterpret_cast<Node*>(target->expr));
  }
  return selected;
}

}  // namespace vieworm::lower
