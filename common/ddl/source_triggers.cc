#include "common/ddl/source_triggers.h"

#include <algorithm>
#include <set>

#include "common/ddl/sql_text.h"

#include "common/core_only.h"

namespace vieworm {

namespace {

void AddColumns(const Scalar& scalar, const std::string& alias, std::set<std::string>* columns) {
  for (const ColumnUse& use : scalar.Columns()) {
    if (use.relation == alias) columns->insert(use.column);
  }
}

}  // namespace

std::vector<Trigger> SourceTriggers::Write() {
  if (readers_.guard != nullptr) AddGuard();
  AddInsert();
  AddDelete();
  AddUpdate();
  return std::move(triggers_);
}

void SourceTriggers::Add(const std::string& suffix, const std::string& table,
                         const std::string& event, const std::string& when,
                         const std::vector<std::string>& body) {
  if (body.empty()) return;
  RelationName name{input_.view.schema, input_.trigger_name(Table() + "_" + suffix)};
  triggers_.push_back(MakeTrigger(name, table, event, when, body));
}

// ----------------------------------------------------------------------------------- statements

// The one occurrence of the source is the changed row.
Block SourceTriggers::Delta(const Block& block) const {
  Block delta = block;
  for (Source& source : delta.from) {
    const auto* scan = std::get_if<Scan>(&source.relation->node);
    if (scan == nullptr || scan->table.name != Table()) continue;
    source.relation = MakeRelation(Change{scan->table});
  }
  return delta;
}

void SourceTriggers::Append(std::vector<std::string> statements,
                            std::vector<std::string>* body) const {
  for (std::string& statement : statements) body->push_back(std::move(statement));
}

void SourceTriggers::ApplyDirect(int sign, std::vector<std::string>* body) const {
  std::string current = sign > 0 ? IsCurrent() : "";
  for (const Contribution* contribution : readers_.direct) {
    body->push_back(readers_.groups->Apply(Delta(contribution->block), contribution->count, sign,
                                           RowOf(sign > 0 ? "NEW" : "OLD"), current));
  }
}

// A trigger of somebody else's that fires before this one may have changed the row again, and this
// view with it.
std::string SourceTriggers::IsCurrent() const {
  const TableFacts& facts = *readers_.facts;
  std::vector<std::string> names = readers_.columns;
  if (facts.rowid.empty()) {
    names.insert(names.end(), facts.identity.begin(), facts.identity.end());
  } else {
    names.push_back(facts.rowid);
  }
  std::vector<std::string> terms;
  for (const std::string& name : names) {
    terms.push_back("g." + Q(name) + " IS NEW." + Q(name) + " COLLATE BINARY");
  }
  return "EXISTS (SELECT 1 FROM " + Q(Table()) + " AS g WHERE " + JoinTexts(terms, " AND ") + ")";
}

void SourceTriggers::RefreshRows(const std::string& row, std::vector<std::string>* body) const {
  for (const RowStatements* rows : readers_.row_stores) Append(rows->Refresh(Table(), row), body);
}

void SourceTriggers::CleanUp(bool removes, std::vector<std::string>* body) const {
  if (readers_.groups == nullptr) return;
  bool anything = removes || !readers_.row_stores.empty();
  Append(readers_.groups->CleanUp(anything), body);
}

std::vector<std::string> SourceTriggers::TakeAway() const {
  std::vector<std::string> body;
  ApplyDirect(-1, &body);
  RefreshRows("OLD", &body);
  CleanUp(true, &body);
  return body;
}

// -------------------------------------------------------------------------------------- triggers

void SourceTriggers::AddGuard() {
  const ReplaceGuard& guard = *readers_.guard;
  Add("replaced", guard.aside().name, "AFTER DELETE", guard.WasReplaced(), TakeAway());
  Add("before_insert", Table(), "BEFORE INSERT", guard.Conflicts(false), guard.SetAside(false));
  Add("before_update", Table(), UpdateEvent("BEFORE", guard.UpdatedColumns()),
      guard.Conflicts(true), guard.SetAside(true));
  Add("after_update", Table(), UpdateEvent("AFTER", guard.UpdatedColumns()),
      "EXISTS (SELECT 1 FROM " + Q(guard.aside().name) + ")",
      {guard.Forget(), guard.TakeReplaced("NEW")});
}

void SourceTriggers::AddInsert() {
  std::vector<std::string> body;
  if (readers_.guard != nullptr) body.push_back(readers_.guard->TakeReplaced("NEW"));
  ApplyDirect(1, &body);
  RefreshRows("NEW", &body);
  CleanUp(false, &body);
  Add("insert", Table(), "AFTER INSERT", "", body);
}

void SourceTriggers::AddDelete() {
  std::vector<std::string> body;
  if (readers_.guard != nullptr) {
    body.push_back(readers_.guard->Forget());
    // The row under way may be deleted itself by the actions of one that it replaces: then its own
    // AFTER trigger does not run.
    if (input_.reaches_itself(Table())) body.push_back(readers_.guard->TakeReplaced("OLD"));
  }
  Append(TakeAway(), &body);
  Add("delete", Table(), "AFTER DELETE", "", body);
}

// The rowid can be set under several names, and a generated column under none: then any UPDATE
// counts.
std::string SourceTriggers::UpdateEvent(const char* time, std::vector<std::string> columns) const {
  std::string event = std::string(time) + " UPDATE";
  const TableFacts& facts = *readers_.facts;
  std::set<std::string> names;
  for (const std::string& name : columns) {
    const ColumnFacts* column = facts.Find(name);
    if (column != nullptr && column->generated) return event;
    names.insert(name);
    if (name == facts.rowid_column) names.insert({"rowid", "_rowid_", "oid"});
  }
  std::vector<std::string> list;
  for (const std::string& name : names) list.push_back(Q(name));
  return list.empty() ? event : event + " OF " + JoinTexts(list, ", ");
}

void SourceTriggers::AddUpdate() {
  std::vector<std::string> columns = readers_.columns;
  const TableFacts& facts = *readers_.facts;
  if (!readers_.row_stores.empty()) {
    columns.insert(columns.end(), facts.identity.begin(), facts.identity.end());
  }
  // What is recomputed may depend on the order of the rows, and that is the order of their rowids.
  bool ordered = readers_.group_store != nullptr && !readers_.group_store->recomputed.empty();
  if (ordered && !facts.rowid_column.empty()) columns.push_back(facts.rowid_column);
  if (columns.empty()) return;  // the view counts rows, and their values do not matter
  std::vector<std::string> body;
  ApplyDirect(-1, &body);
  ApplyDirect(1, &body);
  RefreshRows("NEW", &body);
  CleanUp(true, &body);
  std::optional<NetUpdate> net = Net();
  if (net) {
    AddNetUpdate(*net, columns, body);
  } else {
    Add("update", Table(), UpdateEvent("AFTER", columns), "", body);
  }
  if (readers_.row_stores.empty()) return;
  std::vector<std::string> rekey;
  RefreshRows("OLD", &rekey);
  CleanUp(true, &rekey);
  Add("rekey", Table(), UpdateEvent("AFTER", facts.identity), "NOT (" + SameKey() + ")", rekey);
}

std::string SourceTriggers::SameKey() const {
  std::vector<std::string> terms;
  for (const std::string& name : readers_.facts->identity) {
    terms.push_back("NEW." + Q(name) + " IS OLD." + Q(name));
  }
  return JoinTexts(terms, " AND ");
}

// Is the output one that is only added up, and so that differences will do?
bool SourceTriggers::IsNettedOnly(const std::string& output, const Block& block) const {
  for (const GroupKey& key : readers_.group_store->keys) {
    if (key.column.name == output) return false;
  }
  Block delta = Delta(block);
  for (const NumberState& state : readers_.group_store->numbers) {
    bool adds = state.argument == output || state.filter == output;
    if (adds && !IsNetted(state, delta)) return false;
  }
  return true;
}

// The columns whose change moves rows between groups, or in or out of the view.
std::vector<std::string> SourceTriggers::StructuralColumns() const {
  std::set<std::string> columns;
  for (const Contribution* contribution : readers_.direct) {
    const Block& block = contribution->block;
    std::string alias;
    for (const Source& source : block.from) {
      const auto* scan = std::get_if<Scan>(&source.relation->node);
      if (scan != nullptr && scan->table.name == Table()) alias = source.alias;
    }
    for (const Scalar& condition : block.where) AddColumns(condition, alias, &columns);
    for (const Source& source : block.from) {
      const auto* function = std::get_if<FunctionScan>(&source.relation->node);
      if (function != nullptr) AddColumns(function->call, alias, &columns);
    }
    for (const Output& output : block.outputs) {
      if (!IsNettedOnly(output.name, block)) AddColumns(output.value, alias, &columns);
    }
  }
  return {columns.begin(), columns.end()};
}

// When an UPDATE changes nothing but numbers that are added up, their difference is enough.
std::optional<NetUpdate> SourceTriggers::Net() const {
  if (readers_.groups == nullptr || !readers_.row_stores.empty()) return std::nullopt;
  if (!readers_.group_store->IsAdditive() || readers_.group_store->numbers.empty()) {
    return std::nullopt;
  }
  NetUpdate net;
  net.structural = StructuralColumns();
  if (net.structural.size() >= readers_.columns.size()) return std::nullopt;
  std::vector<std::string> same;
  for (const std::string& name : net.structural) {
    std::string now = "NEW." + Q(name);
    std::string then = "OLD." + Q(name);
    same.push_back(now + " IS " + then + " COLLATE BINARY");
    const ColumnFacts* column = readers_.facts->Find(name);
    if (column == nullptr || column->affinity == 'A') {
      same.push_back("typeof(" + now + ") = typeof(" + then + ")");
    }
  }
  std::vector<std::string> countable;
  for (const Contribution* contribution : readers_.direct) {
    std::string numbers = readers_.groups->NetCondition(Delta(contribution->block));
    bool known = std::find(countable.begin(), countable.end(), numbers) != countable.end();
    if (!numbers.empty() && !known) countable.push_back(std::move(numbers));
  }
  net.by_columns = countable.empty();
  same.insert(same.end(), countable.begin(), countable.end());
  net.condition = JoinTexts(same, " AND ");
  return net;
}

// A trigger that is not called costs nothing, and one whose WHEN fails does: where the columns that
// are set tell which of the two is needed, SQLite is told so.
void SourceTriggers::AddNetUpdate(const NetUpdate& net, const std::vector<std::string>& columns,
                                  const std::vector<std::string>& body) {
  std::vector<std::string> values = columns;
  if (net.by_columns) {
    std::erase_if(values, [&](const std::string& name) {
      return std::find(net.structural.begin(), net.structural.end(), name) != net.structural.end();
    });
  }
  const std::vector<std::string>& moving = net.by_columns ? net.structural : columns;
  if (!moving.empty()) {
    Add("update", Table(), UpdateEvent("AFTER", moving), "NOT (" + net.condition + ")", body);
  }
  std::vector<std::string> difference;
  for (const Contribution* contribution : readers_.direct) {
    std::string apply = readers_.groups->ApplyNet(Delta(contribution->block));
    if (!apply.empty()) difference.push_back(std::move(apply));
  }
  Add("change", Table(), UpdateEvent("AFTER", values), net.condition, difference);
}

}  // namespace vieworm
