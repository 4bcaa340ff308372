#include "common/ddl/group_statements.h"

#include <algorithm>
#include <map>

#include "common/ddl/group_values.h"
#include "common/sql/sql.h"

#include "common/core_only.h"

namespace vieworm {

namespace {

std::string Q(const std::string& name) { return QuoteIdentifier(name); }

std::string Collate(const std::string& collation) {
  return collation.empty() ? "" : " COLLATE " + Q(collation);
}

std::string RelationText(const RelationName& relation) {
  Sql sql(SqliteDialect());
  sql << relation;
  return sql.str();
}

// Do two values look the same, too?
std::string SameLook(const std::string& left, const std::string& right) {
  return "(typeof(" + left + ") = typeof(" + right + ") AND " + left + " IS " + right +
         " COLLATE BINARY)";
}

std::string Declaration(const StoredColumn& column) {
  std::string text = Q(column.stored);
  if (!column.type.empty()) text += " " + column.type;
  return text + Collate(column.collation);
}

}  // namespace

// ------------------------------------------------------------------------------------- the table

// NULLs are one group, but no two NULLs are equal to an index.
std::string GroupStatements::KeyTerms() const {
  std::vector<std::string> terms;
  for (const GroupKey& key : store_.keys) {
    std::string column = Q(key.column.stored);
    if (store_.whole_rows) {
      terms.push_back("typeof(" + column + ")");
      terms.push_back("ifnull(" + column + ", 0) COLLATE BINARY");
    } else if (key.column.not_null) {
      terms.push_back(column);
    } else {
      terms.push_back("(" + column + " IS NULL)");
      terms.push_back("ifnull(" + column + ", 0)" + Collate(key.column.collation));
    }
  }
  return terms.empty() ? Q(store_.One()) : JoinTexts(terms, ", ");
}

std::vector<std::string> GroupStatements::ColumnNames() const {
  std::vector<std::string> names;
  for (const GroupKey& key : store_.keys) names.push_back(key.column.stored);
  if (store_.keys.empty()) names.push_back(store_.One());
  names.push_back(store_.Rows());
  for (const Contribution& contribution : contributions_) {
    const std::string& count = contribution.count;
    bool known = std::find(names.begin(), names.end(), count) != names.end();
    if (!count.empty() && !known) names.push_back(count);
  }
  for (const NumberState& state : store_.numbers) {
    for (std::string& column : ColumnsOf(state)) names.push_back(std::move(column));
  }
  for (const ExtremeState& state : store_.extremes) names.push_back(state.value);
  for (const RecomputedState& state : store_.recomputed) names.push_back(state.value);
  if (store_.HasVarying()) names.push_back(store_.Same());
  if (store_.Recomputes()) names.push_back(store_.Dirty());
  return names;
}

std::vector<std::string> GroupStatements::Create() const {
  std::vector<std::string> columns;
  for (const GroupKey& key : store_.keys) columns.push_back(Declaration(key.column));
  std::vector<std::string> names = ColumnNames();
  for (size_t i = store_.keys.size(); i < names.size(); ++i) columns.push_back(Q(names[i]));
  std::string on = " ON " + Table() + " (";
  auto index = [this](const char* suffix) {
    return RelationText({store_.table.schema, store_.table.name + suffix});
  };
  std::vector<std::string> statements = {
      "CREATE TABLE " + RelationText(store_.table) + " (" + JoinTexts(columns, ", ") + ")",
      "CREATE UNIQUE INDEX " + index("_key") + on + KeyTerms() + ")"};
  std::string rows = Q(store_.Rows());
  std::string dirty = Q(store_.Dirty());
  if (!store_.keys.empty()) {
    statements.push_back("CREATE INDEX " + index("_empty") + on + rows + ") WHERE " + rows +
                         " = 0");
  }
  if (store_.whole_rows) {
    statements.push_back("CREATE INDEX " + index("_copies") + on + rows + ") WHERE " + rows +
                         " > 1");
  }
  if (store_.Recomputes()) {
    statements.push_back("CREATE INDEX " + index("_dirty") + on + dirty + ") WHERE " + dirty);
  }
  return statements;
}

// ------------------------------------------------------------------------------------- a change

std::string GroupStatements::Argument(const std::string& name,
                                      const std::optional<std::string>& filter,
                                      const std::vector<std::string>& outputs) const {
  const Block& first = contributions_[0].block;
  auto text = [&](const std::string& column) {
    size_t i = 0;
    while (first.outputs[i].name != column) ++i;
    return outputs[i];
  };
  if (!filter) return text(name);
  return "CASE WHEN " + text(*filter) + " THEN " + text(name) + " END";
}

std::vector<std::string> GroupStatements::Values(const std::vector<std::string>& outputs,
                                                 const std::string& count, int sign,
                                                 const std::string& current) const {
  std::string one = sign > 0 ? "1" : "-1";
  std::vector<std::string> values;
  for (const GroupKey& key : store_.keys) {
    values.push_back(Argument(key.column.name, std::nullopt, outputs));
  }
  if (store_.keys.empty()) values.emplace_back("1");
  values.push_back(one);
  std::vector<std::string> names = ColumnNames();
  for (size_t i = values.size(); i < names.size(); ++i) {
    if (names[i].starts_with(store_.prefix + "side_"))
      values.push_back(names[i] == count ? one : "0");
  }
  for (const NumberState& state : store_.numbers) {
    std::string argument = Argument(state.argument, state.filter, outputs);
    for (std::string& value : ValuesOf(state, argument, sign)) values.push_back(std::move(value));
  }
  for (const ExtremeState& state : store_.extremes) {
    values.push_back(Argument(state.argument, state.filter, outputs));
  }
  for (size_t i = 0; i < store_.recomputed.size(); ++i) values.emplace_back("NULL");
  if (store_.HasVarying()) values.push_back(one);
  if (store_.Recomputes()) {
    bool asks = !current.empty() && !store_.extremes.empty();
    values.push_back(!store_.recomputed.empty() ? "1" : asks ? "NOT " + current : "0");
  }
  return values;
}

std::vector<std::string> GroupStatements::Updates(int sign) const {
  std::vector<std::string> updates;
  std::vector<std::string> names = ColumnNames();
  for (const std::string& name : names) {
    bool counts = name == store_.Rows() || (name.starts_with(store_.prefix + "side_"));
    if (counts) updates.push_back(Q(name) + " = " + Q(name) + " + excluded." + Q(name));
  }
  for (const NumberState& state : store_.numbers) {
    for (std::string& update : AddNumbers(state)) updates.push_back(std::move(update));
  }
  for (const ExtremeState& state : store_.extremes) {
    if (sign < 0) continue;
    std::string value = Q(state.value);
    updates.push_back(value + " = CASE WHEN excluded." + value + " IS NULL THEN " + value +
                      " WHEN " + value + " IS NULL OR excluded." + value +
                      (state.is_max ? " > " : " < ") + value + Collate(state.collation) +
                      " THEN excluded." + value + " ELSE " + value + " END");
  }
  if (store_.HasVarying()) {
    std::string same = Q(store_.Same());
    std::vector<std::string> looks;
    for (const GroupKey& key : store_.keys) {
      if (!key.varies) continue;
      looks.push_back(SameLook(Q(key.column.stored), "excluded." + Q(key.column.stored)));
    }
    updates.push_back(same + " = CASE WHEN " + JoinTexts(looks, " AND ") + " THEN " + same +
                      " + excluded." + same + " ELSE " + same + " END");
  }
  if (store_.Recomputes()) updates.push_back(Q(store_.Dirty()) + " = " + DirtyUpdate(sign));
  return updates;
}

// A group is dirty once its extremum may be gone, or may look different; or if it shows a key that
// none of its rows has any more.
std::string GroupStatements::DirtyUpdate(int sign) const {
  if (!store_.recomputed.empty()) return "1";
  std::vector<std::string> conditions;
  if (!store_.extremes.empty()) conditions.push_back("excluded." + Q(store_.Dirty()));
  for (const ExtremeState& state : store_.extremes) {
    std::string value = Q(state.value);
    std::string equal = "excluded." + value + " = " + value + Collate(state.collation);
    if (sign > 0) equal += " AND NOT " + SameLook("excluded." + value, value);
    conditions.push_back(std::move(equal));
  }
  if (store_.HasVarying() && sign < 0) {
    std::string same = Q(store_.Same());
    std::vector<std::string> looks;
    for (const GroupKey& key : store_.keys) {
      if (!key.varies) continue;
      looks.push_back(SameLook(Q(key.column.stored), "excluded." + Q(key.column.stored)));
    }
    conditions.push_back(same + " <= 1 AND " + JoinTexts(looks, " AND "));
  }
  std::string dirty = Q(store_.Dirty());
  if (conditions.empty()) return dirty;
  return "CASE WHEN " + JoinTexts(conditions, " OR ") + " THEN 1 ELSE " + dirty + " END";
}

std::string GroupStatements::Insert(const std::vector<std::string>& values,
                                    const SelectWriter::Parts& parts,
                                    const std::vector<std::string>& updates) const {
  std::vector<std::string> names;
  for (const std::string& name : ColumnNames()) names.push_back(Q(name));
  std::string text = "INSERT INTO " + Table() + " (" + JoinTexts(names, ", ") + ") SELECT " +
                     JoinTexts(values, ", ");
  if (!parts.from.empty()) text += " FROM " + parts.from;
  // Without WHERE, ON CONFLICT would be read as the ON of a join.
  text += " WHERE " + (parts.where.empty() ? "true" : parts.where);
  return text + " ON CONFLICT (" + KeyTerms() + ") DO UPDATE SET " + JoinTexts(updates, ", ");
}

std::string GroupStatements::Apply(const Block& block, const std::string& count, int sign,
                                   const ChangeWriter& change, const std::string& current) const {
  SelectWriter::Parts parts = SelectWriter(SqliteDialect(), change).Split(block);
  return Insert(Values(parts.outputs, count, sign, current), parts, Updates(sign));
}

namespace {

ChangeWriter RowOf(const char* row) {
  return [row](const Change&, const std::string&) { return ChangeText{"", "", row}; };
}

}  // namespace

bool IsNetted(const NumberState& state, const Block& delta) {
  std::string changed;
  for (const Source& source : delta.from) {
    if (std::holds_alternative<Change>(source.relation->node)) changed = source.alias;
  }
  for (const Output& output : delta.outputs) {
    if (output.name != state.argument && output.name != state.filter) continue;
    for (const ColumnUse& use : output.value.Columns()) {
      if (use.relation != changed) return false;
    }
  }
  return true;
}

// An UPSERT, though the group is there: unless a trigger that fires before this one has changed the
// row that is only just being inserted.
std::string GroupStatements::ApplyNet(const Block& block) const {
  SelectWriter::Parts parts = SelectWriter(SqliteDialect(), RowOf("NEW")).Split(block);
  SelectWriter::Parts before = SelectWriter(SqliteDialect(), RowOf("OLD")).Split(block);
  std::map<std::string, std::string> changes;  // by column
  for (const NumberState& state : store_.numbers) {
    std::string now = Argument(state.argument, state.filter, parts.outputs);
    std::string then = Argument(state.argument, state.filter, before.outputs);
    if (!IsNetted(state, block) || now == then) continue;
    std::vector<std::string> columns = ColumnsOf(state);
    std::vector<std::string> differences = DifferencesOf(state, now, then);
    for (size_t i = 0; i < columns.size(); ++i) {
      bool nothing = differences[i] == "0" || differences[i] == "0.0";
      if (!nothing) changes[columns[i]] = differences[i];
    }
  }
  if (changes.empty()) return "";
  std::vector<std::string> names = ColumnNames();
  std::vector<std::string> values = Values(parts.outputs, "", 1, "");
  std::vector<std::string> updates;
  for (size_t i = std::max<size_t>(store_.keys.size(), 1); i < names.size(); ++i) {
    auto change = changes.find(names[i]);
    values[i] = change == changes.end() ? "0" : change->second;
    if (change == changes.end()) continue;
    updates.push_back(Q(names[i]) + " = " + Q(names[i]) + " + excluded." + Q(names[i]));
  }
  return Insert(values, parts, updates);
}

std::string GroupStatements::NetCondition(const Block& block) const {
  std::vector<std::string> conditions;
  for (const char* row : {"NEW", "OLD"}) {
    SelectWriter::Parts parts = SelectWriter(SqliteDialect(), RowOf(row)).Split(block);
    for (const NumberState& state : store_.numbers) {
      if (!IsNetted(state, block)) continue;
      std::string condition =
          IsCountable(state, Argument(state.argument, state.filter, parts.outputs));
      if (!condition.empty()) conditions.push_back(std::move(condition));
    }
  }
  return JoinTexts(conditions, " AND ");
}

// ---------------------------------------------------------------------------------- recomputation

std::string GroupStatements::KeyCondition(const std::vector<std::string>& outputs) const {
  std::vector<std::string> conditions;
  for (const GroupKey& key : store_.keys) {
    // A column without a type compares values as they are; `+` takes the affinity off the other.
    std::string value = Argument(key.column.name, std::nullopt, outputs);
    conditions.push_back((key.column.type.empty() ? "+(" : "(") + value + ") IS " + Table() + "." +
                         Q(key.column.stored) + Collate(key.column.collation));
  }
  return JoinTexts(conditions, " AND ");
}

// The contributions to the group of the store's row at hand, as a FROM item called i.
std::string GroupStatements::GroupInput() const {
  std::vector<std::string> branches;
  SelectWriter writer(SqliteDialect(), {});
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

std::string GroupStatements::Input() const {
  std::vector<std::string> branches;
  SelectWriter writer(SqliteDialect(), {});
  for (const Contribution& contribution : contributions_) {
    branches.push_back(writer.Write(*MakeRelation(contribution.block)));
  }
  return "(" + JoinTexts(branches, " UNION ALL ") + ") AS i";
}

namespace {

std::string CallText(const std::string& function, const AggregateCall& call) {
  std::vector<std::string> arguments;
  for (const std::string& argument : call.arguments) arguments.push_back("i." + Q(argument));
  std::string text = function + "(" + (call.distinct ? "DISTINCT " : "") +
                     (arguments.empty() ? "*" : JoinTexts(arguments, ", ")) + ")";
  if (call.filter) text += " FILTER (WHERE i." + Q(*call.filter) + ")";
  return text;
}

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

std::vector<std::string> GroupStatements::Recompute() const {
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
    statements.push_back("UPDATE " + Table() + " SET (" + JoinTexts(names, ", ") + ") = (SELECT " +
                         JoinTexts(keys, ", ") + " FROM " + GroupInput() + " LIMIT 1)" + where +
                         " AND " + Q(store_.Rows()) + " > 0");
    columns.push_back(Q(store_.Same()));
    values.push_back("count(*) FILTER (WHERE " + JoinTexts(looks, " AND ") + ")");
  }
  columns.push_back(Q(store_.Dirty()));
  values.emplace_back("0");
  statements.push_back("UPDATE " + Table() + " SET (" + JoinTexts(columns, ", ") + ") = (SELECT " +
                       JoinTexts(values, ", ") + " FROM " + GroupInput() + ")" + where);
  return statements;
}

std::vector<std::string> GroupStatements::CleanUp(bool removes) const {
  std::vector<std::string> statements;
  if (removes && !store_.keys.empty()) {
    // A group that is only passing through 0 rows keeps its sums.
    std::string empty = "DELETE FROM " + Table() + " WHERE " + Q(store_.Rows()) + " = 0";
    for (const NumberState& state : store_.numbers) {
      empty += " AND " + Q(state.count) + " = 0";
      if (state.sums == SumKind::kNone) continue;
      empty += " AND " + Q(state.integers) + " = 0 AND " + Q(state.others) + " = 0";
    }
    statements.push_back(std::move(empty));
  }
  bool recomputes =
      removes ? store_.Recomputes() : !store_.extremes.empty() || !store_.recomputed.empty();
  if (!recomputes) return statements;
  for (std::string& statement : Recompute()) statements.push_back(std::move(statement));
  return statements;
}

// ------------------------------------------------------------------------------------------- fill

std::vector<std::string> GroupStatements::Fill() const {
  std::vector<std::string> statements;
  if (store_.keys.empty()) {
    std::vector<std::string> values;
    for (const std::string& name : ColumnNames()) {
      bool extreme = name.starts_with(store_.prefix + "extreme_") ||
                     name.starts_with(store_.prefix + "value_");
      bool real =
          name.starts_with(store_.prefix + "reals_") || name.starts_with(store_.prefix + "errors_");
      values.emplace_back(name == store_.One() ? "1" : extreme ? "NULL" : real ? "0.0" : "0");
    }
    statements.push_back("INSERT INTO " + RelationText(store_.table) + " VALUES (" +
                         JoinTexts(values, ", ") + ")");
  }
  for (const Contribution& contribution : contributions_) {
    statements.push_back(Apply(contribution.block, contribution.count, 1, {}));
  }
  if (!store_.IsAdditive()) statements.push_back(FillRecomputed());
  return statements;
}

// All groups at once: one by one each would look for its rows again.
std::string GroupStatements::FillRecomputed() const {
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
  std::string text = "UPDATE " + Table() + " SET " + JoinTexts(updates, ", ") + " FROM (SELECT " +
                     JoinTexts(outputs, ", ") + " FROM " + Input();
  if (!keys.empty()) text += " GROUP BY " + JoinTexts(keys, ", ");
  text += ") AS f";
  if (!matches.empty()) text += " WHERE " + JoinTexts(matches, " AND ");
  return text;
}

// ------------------------------------------------------------------------------------------- face

std::string GroupStatements::Presence(const GroupStore::Side& side) const {
  if (!side.kind) return Q(side.count) + " > 0";
  std::string left = Presence(side.sides[0]);
  std::string right = Presence(side.sides[1]);
  switch (*side.kind) {
    case SetKind::kUnion:
      return "(" + left + " OR " + right + ")";
    case SetKind::kIntersect:
      return "(" + left + " AND " + right + ")";
    case SetKind::kExcept:
      return "(" + left + " AND NOT " + right + ")";
  }
  return "";
}

// What adding could not get right is computed from the rows of the group: a sum of integers that
// has left their range, infinities.
std::string GroupStatements::ShownNumber(const ShownCall& call, const NumberState& state) const {
  using Kind = ShownCall::Kind;
  std::string table = Table() + ".";
  std::string count = table + Q(state.count);
  std::string integers = table + Q(state.integers);
  bool has_reals = state.sums == SumKind::kNumbers;
  AggregateCall again;
  again.arguments = {state.argument};
  again.filter = state.filter;
  const char* function = call.kind == Kind::kSum     ? "sum"
                         : call.kind == Kind::kTotal ? "total"
                                                     : "avg";
  std::string recomputed = "(SELECT " + CallText(function, again) + " FROM " + GroupInput() + ")";
  std::string total = "CAST(" + integers + " AS REAL)";
  if (has_reals) total += " + (" + table + Q(state.reals) + " + " + table + Q(state.errors) + ")";
  std::string text = "CASE";
  if (call.kind != Kind::kTotal) text += " WHEN " + count + " = 0 THEN NULL";
  text += " WHEN " + IsUncertain(state, table) + " THEN " + recomputed;
  if (call.kind == Kind::kSum && !has_reals) return text + " ELSE " + integers + " END";
  if (call.kind == Kind::kSum) {
    return text + " WHEN " + table + Q(state.others) + " = 0 THEN " + integers + " ELSE " + total +
           " END";
  }
  if (call.kind == Kind::kTotal) return text + " ELSE " + total + " END";
  return text + " ELSE (" + total + ") / " + count + " END";
}

std::string GroupStatements::ShownValue(const ShownCall& call) const {
  using Kind = ShownCall::Kind;
  std::string table = Table() + ".";
  switch (call.kind) {
    case Kind::kCountRows:
      return "+" + table + Q(store_.Rows());
    case Kind::kCount:
      return "+" + table + Q(store_.numbers[call.state].count);
    case Kind::kExtreme:
      return "+" + table + Q(store_.extremes[call.state].value);
    case Kind::kRecomputed:
      return "+" + table + Q(store_.recomputed[call.state].value);
    case Kind::kRead: {
      const AggregateCall& read = store_.read[call.state];
      return "(SELECT " + CallText(read.function, read) + " FROM " + GroupInput() + ")";
    }
    case Kind::kSum:
    case Kind::kTotal:
    case Kind::kAverage:
      return ShownNumber(call, store_.numbers[call.state]);
  }
  return "";
}

Written GroupStatements::Show() const {
  Written written;
  std::vector<std::string> values;
  for (const GroupKey& key : store_.keys) {
    std::string column = Table() + "." + Q(key.column.stored);
    bool plain = !key.column.expression || !key.column.type.empty();
    values.push_back((plain ? column : "+" + column) + " AS " + Q(key.column.name));
    written.columns.push_back(key.column.name);
  }
  for (const ShownCall& call : store_.shown) {
    values.push_back(ShownValue(call) + " AS " + Q(call.output));
    written.columns.push_back(call.output);
  }
  std::string list = "SELECT " + JoinTexts(values, ", ") + " FROM ";
  if (store_.whole_rows) {
    written.select = ShowCopies(list);
    return written;
  }
  written.select = list + Table();
  if (store_.presence) {
    written.select += " WHERE " + Presence(*store_.presence);
  } else if (!store_.keys.empty()) {
    written.select += " WHERE " + Q(store_.Rows()) + " > 0";
  }
  return written;
}

// Each row once, and those with copies again for each further copy.
std::string GroupStatements::ShowCopies(const std::string& list) const {
  std::string rows = Q(store_.Rows());
  return list + Table() + " WHERE " + rows + " > 0 UNION ALL " + list +
         "(WITH RECURSIVE copies(n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM copies WHERE n < "
         "(SELECT max(" +
         rows + ") FROM " + Table() + " WHERE " + rows +
         " > 1)) SELECT n FROM copies) AS copies CROSS JOIN " + Table() + " WHERE " + Table() +
         "." + rows + " > 1 AND " + Table() + "." + rows + " >= copies.n";
}

}  // namespace vieworm
