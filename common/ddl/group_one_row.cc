// Program, for an UPDATE and a store of count(*) and sum(a1) by k1:
//
//   INSERT INTO store AS s (k, rows, count_1, integers_1)
//   SELECT "k1", 0, 0, "a1"::bigint - "a1_before"::bigint
//   FROM (SELECT $1 AS "k1", $2 AS "a1", $4 AS "a1_before") AS i
//   WHERE "a1"::bigint - "a1_before"::bigint <> 0
//   ON CONFLICT (k) DO UPDATE SET integers_1 = s.integers_1 + excluded.integers_1
//   RETURNING CASE WHEN ... THEN s.ctid END
//
// The group may not be there yet, where what a trigger does comes before the statement that has set
// it off: so it is no UPDATE.

#include "common/ddl/group_one_row.h"

#include <algorithm>
#include <set>

#include "common/ddl/select.h"
#include "common/ddl/sql_text.h"
#include "common/plan/partners.h"

#include "common/core_only.h"

namespace vieworm {

namespace {

constexpr char kMinus[] = " OPERATOR(pg_catalog.-) ";
constexpr char kSum[] = "pg_catalog.sum";
constexpr char kNothing[] = "0";

std::string If(const std::vector<std::string>& conditions, const std::string& value) {
  if (conditions.empty()) return value;
  return "CASE WHEN " + JoinTexts(conditions, " AND ") + " THEN " + value + " ELSE 0 END";
}

std::string Negative(const std::string& value) {
  return value == "1" ? "-1" : "(OPERATOR(pg_catalog.-) " + value + ")";
}

std::string Difference(const std::string& value, const std::string& before) {
  return value == before ? kNothing : "(" + value + kMinus + before + ")";
}

// The block without the source `alias`, whose columns are parameters.
Block WithParameters(const Block& block, const std::string& alias, const OneRowProgram& program,
                     bool is_old, ChangeEvent fired) {
  auto replace = [&](const Scalar& scalar) {
    std::vector<Scalar::Piece> pieces = scalar.pieces();
    for (Scalar::Piece& piece : pieces) {
      const auto* use = std::get_if<ColumnUse>(&piece);
      if (use == nullptr || use->relation != alias) continue;
      piece = ParameterOf(program.columns, use->column, is_old, fired);
    }
    return Scalar(std::move(pieces), scalar.volatility());
  };
  Block result = block;
  std::erase_if(result.from, [&](const Source& source) { return source.alias == alias; });
  for (Scalar& condition : result.where) condition = replace(condition);
  for (Output& output : result.outputs) output.value = replace(output.value);
  return result;
}

// The columns of `alias` that decide whether its row counts, and in which group.
std::vector<std::string> DecidingColumns(const Block& block, const std::string& alias,
                                         size_t keys) {
  std::set<std::string> columns;
  auto add = [&](const Scalar& scalar) {
    for (const ColumnUse& use : scalar.Columns()) {
      if (use.relation == alias) columns.insert(use.column);
    }
  };
  for (const Scalar& condition : block.where) add(condition);
  for (size_t i = 0; i < keys; ++i) add(block.outputs[i].value);
  return {columns.begin(), columns.end()};
}

// The columns of `alias` that are the group's key; none where a key is anything else.
std::vector<std::string> OrderColumns(const Block& block, const std::string& alias, size_t keys) {
  std::vector<std::string> columns;
  for (size_t i = 0; i < keys; ++i) {
    const std::vector<Scalar::Piece>& pieces = block.outputs[i].value.pieces();
    const ColumnUse* use = pieces.size() == 1 ? std::get_if<ColumnUse>(&pieces[0]) : nullptr;
    if (use == nullptr || use->relation != alias) return {};
    columns.push_back(use->column);
  }
  return columns;
}

}  // namespace

// ------------------------------------------------------------------------------------ what it adds

std::optional<GroupOneRow::Reader> GroupOneRow::ReaderOf(const RelationName& source) const {
  std::optional<Reader> reader;
  for (const Contribution& contribution : contributions_) {
    for (const auto& [alias, table] : TablesByAlias(contribution.block)) {
      if (!(table == source)) continue;
      if (reader || !MakesOneRow(contribution.block, alias, facts_)) return std::nullopt;
      reader = Reader{&contribution, alias};
    }
  }
  return reader;
}

// Added to a column's name, it gives none that there is.
std::string GroupOneRow::Before() const {
  std::string suffix = "_before";
  auto taken = [&](const StoredColumn& column) { return column.name.ends_with(suffix); };
  while (std::any_of(columns_.begin(), columns_.end(), taken)) suffix += "_";
  return suffix;
}

// The type in which sums of the values are differences, too: that of the store's column.
std::string GroupOneRow::CastFor(const Sum& sum) const {
  for (const NumberState& state : store_.numbers) {
    if (state.integers != sum.column) continue;
    for (const StoredColumn& column : columns_) {
      if (column.name != state.argument) continue;
      if (column.type == "smallint" || column.type == "integer") return "::pg_catalog.int8";
      if (column.type == "bigint" || column.type.starts_with("numeric")) {
        return "::pg_catalog.numeric";
      }
    }
  }
  return "";
}

bool GroupOneRow::IsAddedUp(const Sum& sum) const {
  return sum.counted || (sum.call.starts_with(kSum) && !CastFor(sum).empty());
}

std::string GroupOneRow::ValueOf(const Sum& sum) const {
  if (sum.counted) return If(*sum.counted, "1");
  std::string argument = sum.call.substr(std::string(kSum).size());
  return If(sum.filter, "COALESCE(" + argument + ", 0)" + CastFor(sum));
}

std::vector<std::string> GroupOneRow::Values(ChangeEvent event) const {
  std::vector<std::string> values;
  for (const Sum& sum : deltas_.Sums()) values.push_back(ValueOf(sum));
  if (event == ChangeEvent::kInsert) return values;
  std::vector<Sum> before = deltas_.Sums(Before());
  for (size_t i = 0; i < values.size(); ++i) {
    values[i] = event == ChangeEvent::kDelete ? Negative(values[i])
                                              : Difference(values[i], ValueOf(before[i]));
  }
  return values;
}

// ------------------------------------------------------------------------------- the statement

// The row of the contribution that the changed row makes; after an UPDATE with the values that it
// had before. `event` is what is written down, `fired` what decides about the parameters: an UPDATE
// may be a DELETE and an INSERT.
std::string GroupOneRow::Row(const Reader& reader, const OneRowProgram& program, ChangeEvent event,
                             ChangeEvent fired) const {
  const Block& block = reader.contribution->block;
  SelectWriter writer(PostgresDialect(), {});
  auto split = [&](bool is_old) {
    return writer.Split(WithParameters(block, reader.alias, program, is_old, fired));
  };
  SelectWriter::Parts row = split(event == ChangeEvent::kDelete);
  std::vector<std::string> outputs;
  for (size_t i = 0; i < row.outputs.size(); ++i) {
    outputs.push_back(row.outputs[i] + " AS " + Q(block.outputs[i].name));
  }
  if (event == ChangeEvent::kUpdate) {
    SelectWriter::Parts before = split(true);
    for (size_t i = store_.keys.size(); i < before.outputs.size(); ++i) {
      outputs.push_back(before.outputs[i] + " AS " + Q(block.outputs[i].name + Before()));
    }
  }
  const std::string& side = reader.contribution->count;
  if (!side.empty()) {
    outputs.push_back(PostgresDialect().QuoteLiteral(side) + "::pg_catalog.text AS " +
                      Q(deltas_.SideOf()));
  }
  std::string text = "SELECT " + JoinTexts(outputs, ", ");
  if (!row.from.empty()) text += " FROM " + row.from;
  return row.where.empty() ? text : text + " WHERE " + row.where;
}

std::string GroupOneRow::Statement(const Reader& reader, const OneRowProgram& program,
                                   ChangeEvent event, ChangeEvent fired) const {
  std::vector<std::string> columns;
  for (const std::string& name : deltas_.KeyColumns()) columns.push_back(Q(name));
  std::string arbiter = JoinTexts(columns, ", ");
  std::vector<std::string> values;
  for (const GroupKey& key : store_.keys) values.push_back(Q(key.column.name));
  if (values.empty()) values.emplace_back("1");
  std::vector<std::string> updates;
  std::vector<std::string> changes;
  std::vector<Sum> sums = deltas_.Sums();
  std::vector<std::string> added = Values(event);
  for (size_t i = 0; i < sums.size(); ++i) {
    std::string column = Q(sums[i].column);
    columns.push_back(column);
    values.push_back(added[i]);
    if (added[i] == kNothing) continue;
    updates.push_back(column + " = s." + column + " OPERATOR(pg_catalog.+) excluded." + column);
    changes.push_back(added[i] + " OPERATOR(pg_catalog.<>) 0");
  }
  if (updates.empty()) return "";
  std::string text = "INSERT INTO " + RelationText(store_.table) + " AS s (" +
                     JoinTexts(columns, ", ") + ")\n  SELECT " + JoinTexts(values, ", ") +
                     "\n  FROM (" + Row(reader, program, event, fired) + ") AS i";
  if (event == ChangeEvent::kUpdate) text += "\n  WHERE " + JoinTexts(changes, " OR ");
  text += "\n  ON CONFLICT (" + arbiter + ") DO UPDATE SET " + JoinTexts(updates, ", ");
  if (!TakesAway(event) || store_.keys.empty()) return text;
  return text + "\n  RETURNING CASE WHEN " + deltas_.IsEmpty("s") + " THEN s.ctid END";
}

std::optional<OneRowProgram> GroupOneRow::Program(const RelationName& source,
                                                  ChangeEvent event) const {
  if (store_.Recomputes()) return std::nullopt;
  for (const Sum& sum : deltas_.Sums()) {
    if (!IsAddedUp(sum)) return std::nullopt;
  }
  std::optional<Reader> reader = ReaderOf(source);
  if (!reader) return std::nullopt;
  const Block& block = reader->contribution->block;
  OneRowProgram program;
  program.columns = ColumnsRead(*MakeRelation(block), reader->alias);
  if (event == ChangeEvent::kUpdate) {
    program.same = DecidingColumns(block, reader->alias, store_.keys.size());
    program.order = OrderColumns(block, reader->alias, store_.keys.size());
    if (program.order.empty() && program.same.size() == program.columns.size()) {
      return std::nullopt;
    }
  }
  std::string statement = Statement(*reader, program, event, event);
  if (!statement.empty()) program.apply.push_back(std::move(statement));
  if (!program.order.empty()) {
    for (ChangeEvent half : {ChangeEvent::kDelete, ChangeEvent::kInsert}) {
      program.moves.push_back(Statement(*reader, program, half, event));
    }
  }
  return program;
}

}  // namespace vieworm
