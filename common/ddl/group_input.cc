// Changed, for an UPDATE of t in a join of t and d:
//
//   SELECT d.c AS "k1", t.v AS "a1", t.added AS added
//   FROM (SELECT d, v, true AS added FROM vieworm_new
//         UNION ALL SELECT d, v, false FROM vieworm_old) AS t, d WHERE t.d = d.id
//
// and one more branch for each way in which several factors of a product have changed, see
// common/plan/delta.h.

#include "common/ddl/group_input.h"

#include <algorithm>
#include <set>

#include "common/ddl/sql_text.h"
#include "common/plan/delta.h"

#include "common/core_only.h"

namespace vieworm {

namespace {

constexpr char kEquals[] = " OPERATOR(pg_catalog.=) ";

// A source of a product that stands for the changed rows of its table.
struct ChangedSource {
  std::string alias;
  RelationName table;
};

std::vector<ChangedSource> ChangedSourcesOf(const Block& block) {
  std::vector<ChangedSource> changed;
  for (const Source& source : block.from) {
    const auto* change = std::get_if<Change>(&source.relation->node);
    if (change != nullptr) changed.push_back({source.alias, change->table});
  }
  return changed;
}

std::vector<RelationName> TablesOfChange(const GroupChange& change) {
  std::vector<RelationName> tables;
  for (const GroupChange::Table& table : change.tables) tables.push_back(table.name);
  return tables;
}

size_t CountTables(const Block& block) {
  return std::count_if(block.from.begin(), block.from.end(), [](const Source& source) {
    return !std::holds_alternative<FunctionScan>(source.relation->node);
  });
}

std::vector<DeltaTerm> TermsOf(const Block& block, const GroupChange& change) {
  return DeltaOf(MakeRelation(block), TablesOfChange(change));
}

// The column that tells the rows that come from those that go, beside columns of the user's.
std::string SignColumn(const std::vector<std::string>& columns) {
  std::string name = "added";
  while (std::find(columns.begin(), columns.end(), name) != columns.end()) name += "_";
  return name;
}

std::string WeightOf(const std::string& added) {
  if (added == "true") return "1";
  if (added == "false") return "-1";
  return "CASE WHEN " + added + " THEN 1 ELSE -1 END";
}

}  // namespace

const GroupChange::Table* GroupChange::Find(const RelationName& name) const {
  auto found = std::find_if(tables.begin(), tables.end(),
                            [&](const Table& table) { return table.name == name; });
  return found == tables.end() ? nullptr : &*found;
}

// ---------------------------------------------------------------------------------- what is there

std::string GroupInput::Branch(const Block& block, const std::string& count,
                               const ChangeWriter& change, const Extras& extras) const {
  SelectWriter::Parts parts = SelectWriter(PostgresDialect(), change).Split(block);
  std::vector<std::string> outputs;
  for (size_t i = 0; i < parts.outputs.size(); ++i) {
    outputs.push_back(parts.outputs[i] + " AS " + Q(block.outputs[i].name));
  }
  if (!count.empty()) {
    outputs.push_back(PostgresDialect().QuoteLiteral(count) + "::pg_catalog.text AS " +
                      Q(SideOf()));
  }
  if (!extras.added.empty()) {
    outputs.push_back(extras.added + " AS " + Q(Added()));
    outputs.push_back(WeightOf(extras.added) + " AS " + Q(Weight()));
  }
  if (!extras.current.empty()) outputs.push_back(extras.current + " AS " + Q(Current()));
  std::vector<std::string> conditions;
  if (!parts.where.empty()) conditions.push_back(parts.where);
  if (!extras.condition.empty()) conditions.push_back(extras.condition);
  std::string text = "SELECT " + JoinTexts(outputs, ", ");
  if (!parts.from.empty()) text += " FROM " + parts.from;
  if (!conditions.empty()) text += " WHERE " + JoinTexts(conditions, " AND ");
  return text;
}

std::string GroupInput::IsGroup(const Block& block, const std::string& row) const {
  std::vector<std::string> terms;
  SelectWriter::Parts parts = SelectWriter(PostgresDialect(), {}).Split(block);
  for (size_t i = 0; i < store_.keys.size(); ++i) {
    const StoredColumn& column = store_.keys[i].column;
    std::string value = "(" + parts.outputs[i] + ")";
    std::string key = row + "." + Q(column.stored);
    std::string equal = value + kEquals + key;
    if (!column.not_null) {
      equal = "(" + equal + " OR (" + value + " IS NULL AND " + key + " IS NULL))";
    }
    terms.push_back(std::move(equal));
  }
  return JoinTexts(terms, " AND ");
}

std::string GroupInput::Rows(const std::string& of_group_in) const {
  std::vector<std::string> branches;
  for (const Contribution& contribution : contributions_) {
    Extras extras;
    if (!of_group_in.empty()) extras.condition = IsGroup(contribution.block, of_group_in);
    branches.push_back(Branch(contribution.block, contribution.count, {}, extras));
  }
  return "(" + JoinTexts(branches, " UNION ALL ") + ") AS i";
}

std::string GroupInput::All() const { return Rows(""); }

std::string GroupInput::OfGroup(const std::string& row) const { return Rows(row); }

// ------------------------------------------------------------------------------- what has changed

// A trigger that the statement has set off may have changed the row again, and the store with it.
// What is added up does not mind; an extremum would be that of a row that is no longer there. (A
// subquery of its own, so that it stays a lookup by key. Bytes are compared, which every type has.)
std::string GroupInput::IsCurrent(const Block& block, const RelationName& table,
                                  const std::string& alias) const {
  const TableFacts& facts = facts_(table);
  if (facts.identity.empty()) return "false";
  std::vector<std::string> terms;
  for (const std::string& key : facts.identity) {
    terms.push_back("c." + Q(key) + kEquals + Q(alias) + "." + Q(key));
  }
  std::vector<std::string> held;
  std::vector<std::string> told;
  for (const std::string& column : ColumnsRead(*MakeRelation(block), alias)) {
    held.push_back("c." + Q(column));
    told.push_back(Q(alias) + "." + Q(column));
  }
  return "COALESCE((SELECT true FROM " + RelationText(table) + " AS c WHERE " +
         JoinTexts(terms, " AND ") + " AND pg_catalog.record_image_eq(ROW(" +
         JoinTexts(held, ", ") + "), ROW(" + JoinTexts(told, ", ") + ")) LIMIT 1), false)";
}

// The rows of one table come from two branches, which is what the executor is quickest with.
void GroupInput::AddAlone(const Contribution& contribution, const GroupChange& change,
                          std::vector<std::string>* branches) const {
  bool asks = AsksWhetherCurrent(change);
  for (const DeltaTerm& term : TermsOf(contribution.block, change)) {
    const Block& block = std::get<Block>(term.relation->node);
    ChangedSource source = ChangedSourcesOf(block).at(0);
    const GroupChange::Table& table = *change.Find(source.table);
    auto add = [&](const std::string& rows, const char* added, const std::string& current) {
      auto read = [&](const Change&, const std::string&) { return ChangeText{rows, "", ""}; };
      branches->push_back(Branch(block, contribution.count, read, {added, current, ""}));
    };
    if (Adds(change.event)) {
      add(table.new_rows, "true", asks ? IsCurrent(block, source.table, source.alias) : "");
    }
    if (TakesAway(change.event)) add(table.old_rows, "false", asks ? "true" : "");
  }
}

// Those that the block reads, and where IsCurrent looks the row up, its key.
std::vector<std::string> GroupInput::ColumnsNeeded(const Block& block, const std::string& alias,
                                                   const RelationName& table) const {
  std::vector<std::string> columns = ColumnsRead(*MakeRelation(block), alias);
  if (store_.extremes.empty()) return columns;
  for (const std::string& key : facts_(table).identity) {
    bool there = std::find(columns.begin(), columns.end(), key) != columns.end();
    if (!there) columns.push_back(key);
  }
  return columns;
}

// SQL: does the row of the source come?
std::string GroupInput::Sign(const Block& block, const std::string& alias,
                             const RelationName& table, ChangeEvent event) const {
  if (!TakesAway(event)) return "true";
  if (!Adds(event)) return "false";
  return Q(alias) + "." + Q(SignColumn(ColumnsNeeded(block, alias, table)));
}

std::string GroupInput::SignedRows(const Block& block, const std::string& alias,
                                   const GroupChange::Table& table, ChangeEvent event) const {
  if (!TakesAway(event)) return table.new_rows;
  if (!Adds(event)) return table.old_rows;
  std::vector<std::string> columns = ColumnsNeeded(block, alias, table.name);
  std::string sign = SignColumn(columns);
  std::vector<std::string> values;
  for (const std::string& column : columns) values.push_back(Q(column));
  std::string list = values.empty() ? "" : JoinTexts(values, ", ") + ", ";
  return "(SELECT " + list + "true AS " + Q(sign) + " FROM " + table.new_rows +
         " UNION ALL SELECT " + list + "false FROM " + table.old_rows + ")";
}

// A row of a term comes if the term's sign, times those of the changed rows in it, is positive.
void GroupInput::AddJoined(const Contribution& contribution, const GroupChange& change,
                           std::vector<std::string>* branches) const {
  for (const DeltaTerm& term : TermsOf(contribution.block, change)) {
    const Block& block = std::get<Block>(term.relation->node);
    std::vector<ChangedSource> changed = ChangedSourcesOf(block);
    std::string comes;
    for (const ChangedSource& source : changed) {
      std::string sign = Sign(block, source.alias, source.table, change.event);
      comes = comes.empty() ? sign : "(" + comes + kEquals + sign + ")";
    }
    if (term.sign < 0) comes = "(NOT " + comes + ")";
    std::string current;
    if (AsksWhetherCurrent(change)) {
      current = "(NOT " + comes + " OR " +
                IsCurrent(contribution.block, changed[0].table, changed[0].alias) + ")";
    }
    auto read = [&](const Change& of, const std::string& alias) {
      std::string rows = SignedRows(block, alias, *change.Find(of.table), change.event);
      return ChangeText{rows, "", ""};
    };
    branches->push_back(Branch(block, contribution.count, read, {comes, current, ""}));
  }
}

std::string GroupInput::Changed(const GroupChange& change) const {
  std::vector<std::string> branches;
  for (const Contribution& contribution : contributions_) {
    if (CountTables(contribution.block) == 1) {
      AddAlone(contribution, change, &branches);
    } else {
      AddJoined(contribution, change, &branches);
    }
  }
  return "(" + JoinTexts(branches, "\n    UNION ALL ") + ") AS i";
}

bool GroupInput::AsksWhetherCurrent(const GroupChange& change) const {
  return !store_.extremes.empty() && !Crosses(change);
}

bool GroupInput::Crosses(const GroupChange& change) const {
  for (const Contribution& contribution : contributions_) {
    int changed = 0;
    for (const RelationName& table : TablesOfChange(change)) {
      changed += CountOccurrences(*MakeRelation(contribution.block), table);
    }
    if (changed > 1) return true;
  }
  return false;
}

}  // namespace vieworm
