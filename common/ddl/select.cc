#include "common/ddl/select.h"

#include <map>

#include "common/ddl/sql_text.h"
#include "common/diagnostic.h"
#include "common/sql/sql.h"

#include "common/core_only.h"

namespace vieworm {

namespace {

// The alias of the one source of an aggregate or a DISTINCT.
constexpr char kInput[] = "input";

std::string Qualified(const ColumnUse& use) {
  return QuoteIdentifier(use.relation) + "." + QuoteIdentifier(use.column);
}

std::string AsIdentifiers(const std::vector<std::string>& names) {
  std::vector<std::string> quoted;
  for (const std::string& name : names) quoted.push_back(QuoteIdentifier(name));
  return JoinTexts(quoted, ", ");
}

const char* Word(SetKind kind) {
  switch (kind) {
    case SetKind::kUnion:
      return "UNION";
    case SetKind::kIntersect:
      return "INTERSECT";
    case SetKind::kExcept:
      return "EXCEPT";
  }
  return "";
}

// Values with their names, as a select list.
std::string SelectList(const std::vector<std::string>& values, const std::vector<Output>& outputs) {
  std::vector<std::string> items;
  for (size_t i = 0; i < outputs.size(); ++i) {
    items.push_back(values[i] + " AS " + QuoteIdentifier(outputs[i].name));
  }
  return JoinTexts(items, ", ");
}

}  // namespace

std::string SelectWriter::Write(const Relation& relation) const {
  if (const auto* block = std::get_if<Block>(&relation.node)) return WriteBlock(*block);
  if (const auto* all = std::get_if<UnionAll>(&relation.node)) return WriteUnion(*all);
  if (const auto* set = std::get_if<SetOperation>(&relation.node)) return WriteSet(*set);
  if (const auto* distinct = std::get_if<Distinct>(&relation.node)) return WriteDistinct(*distinct);
  if (const auto* groups = std::get_if<Aggregate>(&relation.node)) return WriteAggregate(*groups);
  if (const auto* present = std::get_if<Present>(&relation.node)) return WritePresent(*present);
  if (const auto* written = std::get_if<Written>(&relation.node)) return written->select;
  throw Error(ErrorKind::kInternal, "a bare source is not a SELECT");
}

SelectWriter::Parts SelectWriter::Split(const Block& block) const {
  std::map<std::string, ChangeText> changes;  // by alias
  for (const Source& source : block.from) {
    const auto* change = std::get_if<Change>(&source.relation->node);
    if (change != nullptr) changes[source.alias] = write_change_(*change, source.alias);
  }
  auto name = [&changes](const ColumnUse& use) {
    auto change = changes.find(use.relation);
    bool is_row = change != changes.end() && change->second.from.empty();
    return is_row ? change->second.row + "." + QuoteIdentifier(use.column) : Qualified(use);
  };
  std::vector<std::string> from;
  std::vector<std::string> where;
  for (const Source& source : block.from) {
    auto change = changes.find(source.alias);
    if (change == changes.end()) {
      from.push_back(WriteSource(source, name));
    } else if (!change->second.from.empty()) {
      from.push_back(change->second.from + " AS " + QuoteIdentifier(source.alias));
      if (!change->second.condition.empty()) where.push_back(change->second.condition);
    }
  }
  for (const Scalar& condition : block.where) where.push_back("(" + condition.Render(name) + ")");
  Parts parts = {JoinTexts(from, ", "), JoinTexts(where, " AND "), {}};
  for (const Output& output : block.outputs) parts.outputs.push_back(output.value.Render(name));
  return parts;
}

std::string SelectWriter::WriteBlock(const Block& block) const {
  Parts parts = Split(block);
  std::string text = "SELECT " + SelectList(parts.outputs, block.outputs);
  if (!parts.from.empty()) text += " FROM " + parts.from;
  if (!parts.where.empty()) text += " WHERE " + parts.where;
  return text;
}

std::string SelectWriter::WriteUnion(const UnionAll& all) const {
  std::vector<std::string> branches;
  for (const RelationPtr& branch : all.branches) branches.push_back(Write(*branch));
  return JoinTexts(branches, " UNION ALL ");
}

// A side of its own SELECT, so that neither engine's precedence of set operations matters.
std::string SelectWriter::WriteSet(const SetOperation& set) const {
  auto side = [this](const RelationPtr& relation) {
    return "SELECT * FROM (" + Write(*relation) + ") AS " + QuoteIdentifier(kInput);
  };
  return side(set.left) + " " + Word(set.kind) + " " + side(set.right);
}

std::string SelectWriter::WriteDistinct(const Distinct& distinct) const {
  return "SELECT DISTINCT * FROM (" + Write(*distinct.input) + ") AS " + QuoteIdentifier(kInput);
}

std::string SelectWriter::WriteAggregate(const Aggregate& aggregate) const {
  std::vector<std::string> items;
  for (const std::string& key : aggregate.keys) items.push_back(QuoteIdentifier(key));
  for (const AggregateCall& call : aggregate.calls) {
    items.push_back(WriteCall(call) + " AS " + QuoteIdentifier(call.output));
  }
  std::string text = "SELECT " + JoinTexts(items, ", ") + " FROM (" + Write(*aggregate.input) +
                     ") AS " + QuoteIdentifier(kInput);
  if (!aggregate.keys.empty()) text += " GROUP BY " + AsIdentifiers(aggregate.keys);
  return text;
}

std::string SelectWriter::WriteCall(const AggregateCall& call) const {
  if (!call.text.empty()) return call.text;
  std::string text = call.function + "(" + (call.distinct ? "DISTINCT " : "") +
                     (call.arguments.empty() ? "*" : AsIdentifiers(call.arguments));
  if (!call.order_by.empty()) text += " ORDER BY " + call.order_by;
  text += ")";
  if (call.filter) text += " FILTER (WHERE " + QuoteIdentifier(*call.filter) + ")";
  return text;
}

std::string SelectWriter::WritePresent(const Present& present) const {
  std::vector<std::string> values;
  for (const Output& output : present.outputs) values.push_back(output.value.Render(Qualified));
  std::string text = present.distinct ? "SELECT DISTINCT " : "SELECT ";
  text += SelectList(values, present.outputs) + " FROM (" + Write(*present.input) + ") AS " +
          QuoteIdentifier(present.alias);
  if (present.filter) text += " WHERE " + present.filter->Render(Qualified);
  std::vector<std::string> order;
  for (const Scalar& key : present.order_by) order.push_back(key.Render(Qualified));
  if (!order.empty()) text += " ORDER BY " + JoinTexts(order, ", ");
  if (present.limit) text += " LIMIT " + present.limit->Render(Qualified);
  if (present.offset) text += " OFFSET " + present.offset->Render(Qualified);
  return text;
}

std::string SelectWriter::WriteSource(const Source& source, const ColumnNamer& name) const {
  const Relation& relation = *source.relation;
  std::string text;
  std::string columns;
  if (const auto* scan = std::get_if<Scan>(&relation.node)) {
    Sql sql(dialect_);
    sql << RelationName{scan->table.schema.empty() ? schema_ : scan->table.schema,
                        scan->table.name};
    text = sql.str();
  } else if (const auto* function = std::get_if<FunctionScan>(&relation.node)) {
    text = function->call.Render(name);
    if (!function->columns.empty()) columns = "(" + AsIdentifiers(function->columns) + ")";
  } else {
    text = "(" + Write(relation) + ")";
  }
  return text + " AS " + QuoteIdentifier(source.alias) + columns;
}

}  // namespace vieworm
