// Between the change of a row and vieworm's AFTER trigger run foreign key actions, with all that
// they fire; the AFTER triggers of others run later, because vieworm's are created last. BEFORE
// triggers of others run before the change, and do harm only where they write to the table itself.
// (docs/sqlite-triggers.md, A4 and A5.) What a trigger writes is not looked at closely: it may
// write to whatever its text names.

#include "sqlite_ext/maintain/hazards.h"

#include "common/diagnostic.h"
#include "common/sql/dialect.h"
#include "sqlite_ext/prepared.h"
#include "sqlite_ext/registry.h"
#include "sqlite_ext/scanner.h"
#include "sqlite_ext/schemas.h"
#include "sqlite_ext/table_facts.h"

namespace vieworm {

namespace {

// The names in the body of a trigger, in lower case.
std::set<std::string> NamesIn(const std::string& sql) {
  std::set<std::string> names;
  bool in_body = false;
  for (const Token& token : ScanSql(sql).tokens) {
    if (token.IsWord("begin")) in_body = true;
    bool name = token.kind == TokenKind::kWord || token.kind == TokenKind::kQuoted;
    if (in_body && name) names.insert(LowerAscii(token.Name()));
  }
  return names;
}

// A row of foreign_key_list: the child's column in 3, the parent's in 4, or NULL for its primary
// key.
bool HasSameAffinity(sqlite3* db, const TableFacts& child, const Prepared& key) {
  TableFacts parent = DescribeTable(db, {child.name.schema, key.Text(2)});
  const ColumnFacts* from = child.Find(key.Text(3));
  const ColumnFacts* to = parent.Find(key.Text(4));
  size_t place = static_cast<size_t>(key.Integer(1));
  if (key.IsNull(4) && place < parent.identity.size()) to = parent.Find(parent.identity[place]);
  return from == nullptr || to == nullptr || from->affinity == to->affinity;
}

bool IsAction(const std::string& action) { return action != "NO ACTION" && action != "RESTRICT"; }

}  // namespace

bool FiresBeforeChange(const std::string& trigger) {
  for (const Token& token : ScanSql(trigger).tokens) {
    if (token.IsWord("after")) return false;
    if (token.IsWord("begin")) break;
  }
  return true;
}

ChangeGraph::ChangeGraph(sqlite3* db, const std::string& schema) {
  Prepared tables(db, "SELECT name FROM " + SchemaTable(schema) + " WHERE type = 'table'");
  while (tables.Step()) ReadForeignKeys(db, schema, tables.Text(0));
  ReadTriggers(db, schema);
}

void ChangeGraph::ReadForeignKeys(sqlite3* db, const std::string& schema,
                                  const std::string& table) {
  Prepared list(db, "PRAGMA " + QuoteIdentifier(schema) + ".foreign_key_list(" +
                        QuoteIdentifier(table) + ")");
  TableFacts child = DescribeTable(db, {schema, table});
  while (list.Step()) {
    if (!HasSameAffinity(db, child, list)) converted_.insert(LowerAscii(list.Text(2)));
    if (!IsAction(list.Text(5)) && !IsAction(list.Text(6))) continue;
    children_[LowerAscii(list.Text(2))].insert(LowerAscii(table));
  }
}

void ChangeGraph::ReadTriggers(sqlite3* db, const std::string& schema) {
  Names own = OwnTriggers(db, schema);
  Prepared list(
      db, "SELECT name, tbl_name, sql FROM " + SchemaTable(schema) + " WHERE type = 'trigger'");
  while (list.Step()) {
    if (own.count(LowerAscii(list.Text(0))) > 0) continue;
    std::string table = LowerAscii(list.Text(1));
    std::string sql = list.Text(2);
    Names names = NamesIn(sql);
    named_[table].insert(names.begin(), names.end());
    if (FiresBeforeChange(sql)) before_[table].insert(names.begin(), names.end());
  }
}

std::set<std::string> ChangeGraph::WrittenBy(const std::string& sql) const {
  return Reachable(NamesIn(sql));
}

// Every table that may be written once those in `start` are.
ChangeGraph::Names ChangeGraph::Reachable(const Names& start) const {
  Names reached = start;
  std::vector<std::string> pending(start.begin(), start.end());
  while (!pending.empty()) {
    std::string table = pending.back();
    pending.pop_back();
    for (const auto* edges : {&children_, &named_}) {
      auto found = edges->find(table);
      if (found == edges->end()) continue;
      for (const std::string& next : found->second) {
        if (reached.insert(next).second) pending.push_back(next);
      }
    }
  }
  return reached;
}

ChangeGraph::Names ChangeGraph::ReachedByActions(const std::string& table) const {
  auto children = children_.find(table);
  return children == children_.end() ? Names() : Reachable(children->second);
}

bool ChangeGraph::IsConverted(const std::string& table) const {
  return converted_.count(table) > 0;
}

bool ChangeGraph::ReachesItself(const std::string& table) const {
  return ReachedByActions(LowerAscii(table)).count(LowerAscii(table)) > 0;
}

bool ChangeGraph::WritesItselfBefore(const std::string& table) const {
  auto before = before_.find(table);
  return before != before_.end() && Reachable(before->second).count(table) > 0;
}

std::string ChangeGraph::BlindSpotOf(const std::string& table) const {
  std::string name = LowerAscii(table);
  if (IsConverted(name)) {
    return "a foreign key compares " + table + " with a column of another type";
  }
  if (WritesItselfBefore(name)) return "a BEFORE trigger on " + table + " may write to it";
  return "";
}

std::vector<Danger> ChangeGraph::DangersOf(const std::map<std::string, std::string>& tables) const {
  std::vector<Danger> dangers;
  for (const auto& [table, name] : tables) {
    if (IsConverted(table)) {
      dangers.push_back({"converted " + name, "A foreign key compares table " + Quoted(name) +
                                                  " with a column of another type."});
    }
    if (WritesItselfBefore(table)) {
      dangers.push_back(
          {"before " + name, "A BEFORE trigger on table " + Quoted(name) + " may write to it."});
    }
    Names reached = ReachedByActions(table);
    for (const auto& [other, other_name] : tables) {
      if (reached.count(other) == 0) continue;
      dangers.push_back({"action " + name + " " + other_name,
                         "Foreign key actions carry changes of table " + Quoted(name) +
                             " on to table " + Quoted(other_name) + "."});
    }
  }
  return dangers;
}

std::string ChangeGraph::HazardOf(const Block& product,
                                  const std::set<std::string>& affinity_traps) const {
  std::vector<std::string> tables;
  for (const Source& source : product.from) {
    const auto* scan = std::get_if<Scan>(&source.relation->node);
    if (scan == nullptr) continue;
    if (affinity_traps.count(source.alias) > 0) {
      return "it compares a column of " + scan->table.name + " with a value of another type";
    }
    tables.push_back(LowerAscii(scan->table.name));
  }
  for (size_t i = 0; i < tables.size(); ++i) {
    for (size_t j = 0; j < i; ++j) {
      if (tables[i] == tables[j]) return "it joins " + tables[i] + " to itself";
    }
  }
  for (const std::string& table : tables) {
    Names reached = ReachedByActions(table);
    for (const std::string& other : tables) {
      if (reached.count(other) == 0) continue;
      return "foreign key actions carry changes of " + table + " on to " + other;
    }
  }
  return "";
}

}  // namespace vieworm
