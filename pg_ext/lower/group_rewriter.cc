#include "pg_ext/lower/group_rewriter.h"

#include "pg_ext/guard.h"
#include "pg_ext/lower/expression_check.h"
#include "pg_ext/lower/function_facts.h"
#include "pg_ext/lower/ordering.h"
#include "pg_ext/lower/refused.h"

extern "C" {
#include "nodes/parsenodes.h"
#include "optimizer/optimizer.h"
}

namespace vieworm::lower {

namespace {

bool Same(const void* left, const void* right) {
  return PgCall([=] { return equal(left, right); });
}

const std::string* NameOf(Node* expression,
                          const std::vector<GroupRewriter::Contribution>& contributions) {
  for (const GroupRewriter::Contribution& each : contributions) {
    if (Same(each.expression, expression)) return &each.name;
  }
  return nullptr;
}

bool ReadsColumns(Node* expression) {
  return PgCall([=] { return contain_vars_of_level(expression, 0); });
}

void Append(List** list, Node* node) {
  PgCall([=] { *list = lappend(*list, node); });
}

}  // namespace

bool IsGrouped(const Query* query) {
  return query->hasAggs || query->groupClause != NIL || query->havingQual != nullptr;
}

GroupRewriter::GroupRewriter(const Query* query, std::string alias)
    : query_(query), alias_(std::move(alias)) {
  ListCell* cell;
  foreach (cell, query->groupClause) {
    auto* clause = static_cast<SortGroupClause*>(lfirst(cell));
    KeyFor(reinterpret_cast<Node*>(TargetOf(clause, query)->expr));
  }
}

Scalar GroupRewriter::operator()(Node* expression) {
  CheckStack();
  Reading reading;
  reading.parts = KeyList();
  reading.fill = [this](Node* part) { return Fill(part); };
  return ToScalar(expression, reading);
}

List* GroupRewriter::KeyList() const {
  List* list = NIL;
  for (const Contribution& key : keys_) Append(&list, key.expression);
  return list;
}

Scalar GroupRewriter::Fill(Node* part) {
  if (const std::string* key = NameOf(part, keys_)) return Scalar::Column({alias_, *key});
  if (IsA(part, Aggref)) {
    return Scalar::Column({alias_, Aggregated(reinterpret_cast<Aggref*>(part))});
  }
  if (!IsA(part, WindowFunc)) return Scalar::Column({alias_, KeyFor(part)});
  has_window_ = true;
  return WindowCall(reinterpret_cast<WindowFunc*>(part), query_, KeyList(),
                    [this](Node* expression) { return (*this)(expression); });
}

std::string GroupRewriter::KeyFor(Node* expression) {
  if (const std::string* known = NameOf(expression, keys_)) return *known;
  keys_.push_back({"k" + std::to_string(keys_.size() + 1), expression});
  return keys_.back().name;
}

std::string GroupRewriter::ArgumentFor(Node* expression) {
  if (const std::string* known = NameOf(expression, arguments_)) return *known;
  arguments_.push_back({"a" + std::to_string(arguments_.size() + 1), expression});
  return arguments_.back().name;
}

std::string GroupRewriter::Aggregated(Aggref* call) {
  if (call->agglevelsup > 0) throw Refused("it has a subquery that reads the query around it");
  for (size_t i = 0; i < known_.size(); ++i) {
    if (Same(known_[i], call)) return calls_[i].output;
  }
  AggregateCall wanted = NewCall(call);
  known_.push_back(call);
  calls_.push_back(std::move(wanted));
  return calls_.back().output;
}

AggregateCall GroupRewriter::NewCall(Aggref* call) {
  CheckAggregate(call);
  AggregateCall wanted;
  wanted.output = "r" + std::to_string(calls_.size() + 1);
  wanted.function = QualifiedFunctionName(call->aggfnoid);
  wanted.kind = KindOfAggregate(call);
  wanted.distinct = call->aggdistinct != NIL;
  List* parts = NIL;
  AddArguments(call, &wanted, &parts);
  wanted.text = TextOf(call, parts);
  return wanted;
}

// An argument that reads no column, such as the comma of string_agg(name, ','), stays in the text;
// unless maintenance is to know it. So do the arguments of the group that precede WITHIN GROUP.
void GroupRewriter::AddArguments(const Aggref* call, AggregateCall* wanted, List** parts) {
  ListCell* cell;
  foreach (cell, call->aggdirectargs) {
    CheckExpression(static_cast<Node*>(lfirst(cell)));
  }
  foreach (cell, call->args) {
    auto* argument = reinterpret_cast<Node*>(static_cast<TargetEntry*>(lfirst(cell))->expr);
    CheckExpression(argument);
    if (wanted->kind == AggregateKind::kOther && !ReadsColumns(argument)) continue;
    wanted->arguments.push_back(ArgumentFor(argument));
    Append(parts, argument);
  }
  if (call->aggfilter == nullptr) return;
  auto* filter = reinterpret_cast<Node*>(call->aggfilter);
  wanted->filter = ArgumentFor(filter);
  Append(parts, filter);
}

std::string GroupRewriter::TextOf(Aggref* call, List* parts) {
  Reading reading;
  reading.inside = true;
  reading.checked = true;
  reading.parts = call->aggdirectargs == NIL
                      ? parts
                      : PgCall([=, keys = KeyList()] { return list_concat_copy(parts, keys); });
  reading.fill = [this](Node* part) {
    const std::string* argument = NameOf(part, arguments_);
    return Scalar::Text(QuoteIdentifier(argument != nullptr ? *argument : KeyFor(part)));
  };
  return ToScalar(reinterpret_cast<Node*>(call), reading).Render({});
}

}  // namespace vieworm::lower
