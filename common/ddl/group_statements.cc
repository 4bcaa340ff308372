#include "common/ddl/group_statements.h"

#include <algorithm>
#include <map>

#include "common/ddl/group_values.h"
#include "common/ddl/sql_text.h"

#include "common/core_only.h"

namespace vieworm {

std::string GroupStatements::Target() const { return RelationText({schema_, store_.table.name}); }

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
  for (size_t i = 0; i < store_.keys.size(); ++i) values.push_back(outputs[i]);
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
    updates.push_back(same + " = CASE WHEN " + SameLooks() + " THEN " + same + " + excluded." +
                      same + " ELSE " + same + " END");
  }
  if (store_.Recomputes()) updates.push_back(Q(store_.Dirty()) + " = " + DirtyUpdate(sign));
  return updates;
}

// Condition under which a change has keys that look like those that its group shows.
std::string GroupStatements::SameLooks() const {
  std::vector<std::string> looks;
  for (const GroupKey& key : store_.keys) {
    std::string column = Q(key.column.stored);
    if (key.varies) looks.push_back(SameLook(column, "excluded." + column));
  }
  return JoinTexts(looks, " AND ");
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
    conditions.push_back(same + " <= 1 AND " + SameLooks());
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
  std::string text = "INSERT INTO " + Target() + " (" + JoinTexts(names, ", ") + ") SELECT " +
                     JoinTexts(values, ", ");
  if (!parts.from.empty()) text += " FROM " + parts.from;
  // Without WHERE, ON CONFLICT would be read as the ON of a join.
  text += " WHERE " + (parts.where.empty() ? "true" : parts.where);
  return text + " ON CONFLICT (" + KeyTerms() + ") DO UPDATE SET " + JoinTexts(updates, ", ");
}

std::string GroupStatements::Apply(const Block& block, const std::string& count, int sign,
                                   const ChangeWriter& change, const std::string& current) const {
  SelectWriter::Parts parts = SelectWriter(SqliteDialect(), change, schema_).Split(block);
  return Insert(Values(parts.outputs, count, sign, current), parts, Updates(sign));
}

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

std::vector<std::string> GroupStatements::CleanUp(bool removes) const {
  std::vector<std::string> statements;
  if (removes && !store_.keys.empty()) {
    // A group that is only passing through 0 rows keeps its sums.
    std::string empty = "DELETE FROM " + Target() + " WHERE " + Q(store_.Rows()) + " = 0";
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
  for (std::string& statement : rows_.Recompute()) statements.push_back(std::move(statement));
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
  if (!store_.IsAdditive()) statements.push_back(rows_.FillRecomputed());
  return statements;
}

}  // namespace vieworm
