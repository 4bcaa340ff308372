#include "common/ddl/group_rows.h"

#include "common/ddl/select.h"
#include "common/ddl/sql_text.h"

#include "common/core_only.h"

namespace vieworm {

std::string CallText(const std::string& function, const AggregateCall& call) {
  std::vector<std::string> arguments;
  for (const std::string& argument : call.arguments) arguments.push_back("i." + Q(argument));
  std::string text = function + "(" + (call.distinct ? "DISTINCT " : "") +
                     (arguments.empty() ? "*" : JoinTexts(arguments, ", ")) + ")";
  if (call.filter) text += " FILTER (WHERE i." + Q(*call.filter) + ")";
  return text;
}

std::string SameLook(const std::string& left, const std::string& right) {
  return "(typeof(" + left + ") = typeof(" + right + ") AND " + left + " IS " + right +
         " COLLATE BINARY)";
}

std::string GroupRows::Table() const { return Q(store_.table.name); }

std::string GroupRows::Target() const { return RelationText({schema_, store_.table.name}); }

namespace {

AggregateCall ExtremeCall(const ExtremeState& state) {
  AggregateCall call;
  call.arguments = {state.argument};
  call.filter = state.filter;
  return call;
}

struct Assignment {
  std::string column;
  std::string value;
};

std::vector<Assignment> Recomputed(const GroupStore& store) {
  std::vector<Assignment> assignments;
  for (const ExtremeState& state : store.extremes) {
    assignments.push_back(
        {state.value, CallText(state.is_max ? "max" : "min", ExtremeCall(state))});
  }
  for (const RecomputedState& state : store.recomputed) {
    assignments.push_back({state.value, CallText(state.call.function, state.call)});
  }
  return assignments;
}

}  // namespace

std::string GroupRows::KeyCondition(const std::vector<std::string>& outputs) const {
  std::vector<std::string> conditions;
  for (size_t i = 0; i < store_.keys.size(); ++i) {
    const StoredColumn& column = store_.keys[i].column;
    // A column without a type compares values as they are; `+` takes the affinity off the other.
    conditions.push_back((column.type.empty() ? "+(" : "(") + outputs[i] + ") IS " + Table() + "." +
                         Q(column.stored) + Collate(column.collation));
  }
  return JoinTexts(conditions, " AND ");
}

std::string GroupRows::OfGroup() const {
  std::vector<std::string> branches;
  SelectWriter writer(SqliteDialect(), {}, schema_);
  for (const Contribution& contribution : contributions_) {
    SelectWriter::Parts parts = writer.Split(contribution.block);
    std::vector<std::string> outputs;
    for (size_t i = 0; i < parts.outputs.size(); ++i) {
      outputs.push_back(parts.outputs[i] + " AS " + Q(contribution.block.outputs[i].name));
    }
    std::vector<std::string> conditions;
    if (!parts.where.empty()) conditions.push_back(parts.where);
    std::string of_group = KeyCondition(parts.outputs);
    if (!of_group.empty()) conditions.push_back(of_group);
    std::string text = "SELECT " + JoinTexts(outputs, ", ") + " FROM " + parts.from;
    if (!conditions.empty()) text += " WHERE " + JoinTexts(conditions, " AND ");
    branches.push_back(std::move(text));
  }
  return "(" + JoinTexts(branches, " UNION ALL ") + ") AS i";
}

std::string GroupRows::All() const {
  std::vector<std::string> branches;
  SelectWriter writer(SqliteDialect(), {}, schema_);
  for (const Contribution& contribution : contributions_) {
    branches.push_back(writer.Write(*MakeRelation(contribution.block)));
  }
  return "(" + JoinTexts(branches, " UNION ALL ") + ") AS i";
}

std::vector<std::string> GroupRows::Recompute() const {
  std::string where = " WHERE " + Q(store_.Dirty());
  std::vector<std::string> statements;
  std::vector<std::string> columns;
  std::vector<std::string> values;
  for (const Assignment& assignment : Recomputed(store_)) {
    columns.push_back(Q(assignment.column));
    values.push_back(assignment.value);
  }
  if (store_.HasVarying()) {
    std::vector<std::string> names;
    std::vector<std::string> keys;
    std::vector<std::string> looks;
    for (const GroupKey& key : store_.keys) {
      if (!key.varies) continue;
      names.push_back(Q(key.column.stored));
      keys.push_back("i." + Q(key.column.name));
      looks.push_back(SameLook(keys.back(), Table() + "." + names.back()));
    }
    statements.push_back("UPDATE " + Target() + " SET (" + JoinTexts(names, ", ") + ") = (SELECT " +
                         JoinTexts(keys, ", ") + " FROM " + OfGroup() + " LIMIT 1)" + where +
                         " AND " + Q(store_.Rows()) + " > 0");
    columns.push_back(Q(store_.Same()));
    values.push_back("count(*) FILTER (WHERE " + JoinTexts(looks, " AND ") + ")");
  }
  columns.push_back(Q(store_.Dirty()));
  values.emplace_back("0");
  statements.push_back("UPDATE " + Target() + " SET (" + JoinTexts(columns, ", ") + ") = (SELECT " +
                       JoinTexts(values, ", ") + " FROM " + OfGroup() + ")" + where);
  return statements;
}

std::string GroupRows::FillRecomputed() const {
  std::vector<std::string> outputs;
  std::vector<std::string> keys;
  std::vector<std::string> matches;
  std::vector<std::string> updates;
  for (const GroupKey& key : store_.keys) {
    std::string name = Q(key.column.name);
    outputs.push_back("i." + name + " AS " + name);
    keys.push_back("i." + name);
    matches.push_back((key.column.type.empty() ? "+f." : "f.") + name + " IS " + Table() + "." +
                      Q(key.column.stored) + Collate(key.column.collation));
  }
  for (const Assignment& assignment : Recomputed(store_)) {
    outputs.push_back(assignment.value + " AS " + Q(assignment.column));
    updates.push_back(Q(assignment.column) + " = f." + Q(assignment.column));
  }
  updates.push_back(Q(store_.Dirty()) + " = 0");
  std::string text = "UPDATE " + Target() + " SET " + JoinTexts(updates, ", ") + " FROM (SELECT " +
                     JoinTexts(outputs, ", ") + " FROM " + All();
  if (!keys.empty()) text += " GROUP BY " + JoinTexts(keys, ", ");
  text += ") AS f";
  if (!matches.empty()) text += " WHERE " + JoinTexts(matches, " AND ");
  return text;
}

}  // namespace vieworm
