#include "pg_ext/lower/lower.h"

#include "pg_ext/column_identity.h"
#include "pg_ext/guard.h"
#include "pg_ext/lower/query_lowering.h"
#include "pg_ext/lower/refused.h"
#include "pg_ext/lower/select_lowering.h"
#include "pg_ext/lower/self_check.h"
#include "pg_ext/lower/source_table.h"
#include "pg_ext/subtransaction.h"
#include "pg_ext/text.h"

extern "C" {
#include "catalog/pg_type.h"
#include "utils/builtins.h"
#include "utils/ruleutils.h"
}

namespace vieworm::lower {

namespace {

std::string CollationText(Oid collation) {
  if (!OidIsValid(collation)) return "";
  return FromServer(PgCall([=] { return generate_collation_name(collation); }));
}

SumKind SumsOf(Oid type) {
  switch (type) {
    case NUMERICOID:
      return SumKind::kNumbers;  // it has a NaN
    case FLOAT8OID:
      return SumKind::kDoubles;
    case FLOAT4OID:
      return SumKind::kReals;
    default:
      return SumKind::kIntegers;
  }
}

StoredColumn Stored(const ColumnInfo& column) {
  StoredColumn stored;
  stored.name = column.column;
  stored.type = QualifiedTypeName(column.type);
  stored.collation = CollationText(column.type.collation);
  stored.not_null = column.not_null;
  stored.expression = !column.plain;
  stored.exact = EqualityIsIdentity(column.type.type, column.type.modifier, column.type.collation);
  stored.sums = SumsOf(column.type.type);
  return stored;
}

// What the outputs of the tree must be.
std::vector<ColumnInfo> Expected(const Query* query, const std::vector<std::string>& names) {
  std::vector<ColumnInfo> columns;
  for (Node* expression : SelectedBy(query)) {
    columns.push_back({names.at(columns.size()), false, false, TypeOf(expression)});
  }
  return columns;
}

// The contributions to the core are the input of its aggregates, or else its own rows.
RelationPtr Contributing(const RelationPtr& core) {
  const auto* aggregate = std::get_if<Aggregate>(&core->node);
  return aggregate != nullptr ? aggregate->input : core;
}

Lowered LowerOrThrow(Query* query, const std::vector<std::string>& names,
                     const RelationName& window) {
  std::vector<ColumnInfo> expected = Expected(query, names);
  LoweringContext context(GetUserId(), window);
  Lowered lowered;
  lowered.tree = LowerQuery(query, names, &context).relation;
  const std::vector<ColumnInfo>& columns = context.ColumnsOf(Contributing(CoreOf(lowered.tree)));
  lowered.window = context.window();
  CheckReading(lowered.tree, lowered.window, expected, columns);
  for (const ColumnInfo& column : columns) lowered.columns.push_back(Stored(column));
  return lowered;
}

Lowered LowerOrRefuse(Query* query, const std::vector<std::string>& names,
                      const RelationName& window) {
  try {
    return LowerOrThrow(query, names, window);
  } catch (const Refused& refused) {
    return {nullptr, refused.what(), false, {}, {}};
  }
}

}  // namespace

// In a subtransaction: what PostgreSQL cannot write, or not read again, is a reason like others.
Lowered Lower(Query* definition, const std::vector<std::string>& names,
              const RelationName& window) {
  Lowered lowered;
  std::optional<std::string> failure = TryInSubtransaction(
      [&] { lowered = LowerOrRefuse(definition, names, window); }, PassesByItself);
  if (failure) lowered = {nullptr, "reading it failed: " + *failure, true, {}, {}};
  return lowered;
}

Lowered Lower(Oid definition, const RelationName& window) {
  std::vector<std::string> names;
  for (const ColumnInfo& column : ColumnsOfTable(definition)) names.push_back(column.column);
  return Lower(QueryOfView(definition), names, window);
}

}  // namespace vieworm::lower
