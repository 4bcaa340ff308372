// Of each table: the columns in use and how they behave, the keys that identify a row or let a
// REPLACE remove one, and how a change is carried on from it (hazards.h). Of these only more is
// harmful: a key that is gone removes no rows. A view that is refreshed in full needs the columns
// alone.

#include "sqlite_ext/maintain/premises.h"

#include <algorithm>

#include "common/diagnostic.h"
#include "sqlite_ext/maintain/hazards.h"
#include "sqlite_ext/maintain/reading.h"
#include "sqlite_ext/maintain/renames.h"
#include "sqlite_ext/schemas.h"
#include "sqlite_ext/table_facts.h"

namespace vieworm {

namespace {

// Names as they were when the premises were taken down.
class OldNames {
 public:
  OldNames() = default;
  explicit OldNames(std::vector<TableNames> tables) : tables_(std::move(tables)) {}

  std::string TableNow(const std::string& was) const {
    for (const TableNames& table : tables_) {
      if (SqliteDialect().SameName(table.was, was)) return table.now;
    }
    return was;
  }

  std::string Column(const std::string& table_now, const std::string& now) const {
    for (const TableNames& table : tables_) {
      if (!SqliteDialect().SameName(table.now, table_now)) continue;
      for (const auto& [old_name, new_name] : table.columns) {
        if (SqliteDialect().SameName(new_name, now)) return old_name;
      }
    }
    return now;
  }

 private:
  std::vector<TableNames> tables_;
};

std::string Behaviour(const ColumnFacts& column) {
  std::string text(1, column.affinity);
  if (!column.collation.empty()) text += " " + LowerAscii(column.collation);
  if (column.not_null) text += " not null";
  if (column.generated) text += " generated";
  if (column.fallback) text += " default " + *column.fallback;
  return text;
}

Json KeyOf(const TableFacts& table, const UniqueKey& key, const OldNames& names) {
  Json columns = Json::array();
  for (const std::string& column : key.columns) {
    columns.push_back(LowerAscii(names.Column(table.name.name, column)));
  }
  return {{"columns", columns},
          {"collations", key.collations},
          {"partial", key.partial},
          {"expression", key.expression}};
}

Json TableOf(const TableFacts& table, const OldNames& names) {
  Json columns = Json::object();
  for (const ColumnFacts& column : table.columns) {
    columns[LowerAscii(names.Column(table.name.name, column.name))] = Behaviour(column);
  }
  Json keys = Json::array();
  for (const UniqueKey& key : table.unique) keys.push_back(KeyOf(table, key, names));
  Json identity = Json::array();
  for (const std::string& column : table.identity) {
    identity.push_back(LowerAscii(names.Column(table.name.name, column)));
  }
  return {{"columns", columns},
          {"keys", keys},
          {"identity", identity},
          {"without_rowid", table.without_rowid},
          {"strict", table.strict}};
}

std::vector<std::string> TableNamesOf(const Json& premises) {
  std::vector<std::string> names;
  for (const auto& [name, table] : premises.at("tables").items()) names.push_back(name);
  return names;
}

std::string Of(const std::string& table) { return " of table " + Quoted(table); }

// A table that is there is compared with what it was.
class TableComparison {
 public:
  TableComparison(const std::string& name, const Json& was, const Json& now, const Json& premises)
      : name_(name), was_(was), now_(now), premises_(premises) {}

  std::string ColumnChange() const {
    const Json& used = premises_.at("used").at(name_);
    for (const auto& [column, behaviour] : was_.at("columns").items()) {
      bool in_use = std::find(used.begin(), used.end(), column) != used.end();
      if (!in_use) continue;
      if (!now_.at("columns").contains(column)) {
        return "Column " + Quoted(column) + Of(name_) + " is gone.";
      }
      if (now_.at("columns").at(column) != behaviour) {
        return "Column " + Quoted(column) + Of(name_) + " was altered.";
      }
    }
    return "";
  }

  std::string KeyChange() const {
    if (was_.at("identity") != now_.at("identity") ||
        was_.at("without_rowid") != now_.at("without_rowid")) {
      return "The key" + Of(name_) + " is another one.";
    }
    for (const Json& key : now_.at("keys")) {
      const Json& known = was_.at("keys");
      if (std::find(known.begin(), known.end(), key) != known.end()) continue;
      return "Table " + Quoted(name_) + " has a unique index" + ColumnsOf(key) +
             " that it did not have; REPLACE may remove rows by it unseen.";
    }
    return "";
  }

  // It may take the place of another one in the definition, or be one more behind its star.
  std::string NewColumn() const {
    for (const auto& [column, behaviour] : now_.at("columns").items()) {
      if (was_.at("columns").contains(column)) continue;
      const Json& words = premises_.at("words");
      bool named = std::find(words.begin(), words.end(), column) != words.end();
      if (!named && !premises_.at("star").get<bool>()) continue;
      return "Table " + Quoted(name_) + " has a column " + Quoted(column) +
             " that it did not have, and the definition " +
             (named ? "has that name in it." : "selects *.");
    }
    return "";
  }

 private:
  static std::string ColumnsOf(const Json& key) {
    std::string list;
    for (const Json& column : key.at("columns")) {
      list += (list.empty() ? " (" : ", ") + column.get<std::string>();
    }
    return list.empty() ? "" : list + ")";
  }

  const std::string& name_;
  const Json& was_;
  const Json& now_;
  const Json& premises_;
};

std::string NewDanger(const RegistryEntry& entry, const OldNames& names, SchemaNow* now) {
  std::map<std::string, std::string> tables;  // now, was
  for (const std::string& was : TableNamesOf(entry.premises)) {
    tables[LowerAscii(names.TableNow(was))] = was;
  }
  const Json& known = entry.premises.at("dangers");
  for (const Danger& danger : now->Graph(entry.view.schema).DangersOf(tables)) {
    if (std::find(known.begin(), known.end(), danger.key) == known.end()) return danger.sentence;
  }
  return "";
}

}  // namespace

Json PremisesOf(sqlite3* db, const RegistryEntry& entry) {
  Json premises = {{"tables", Json::object()},
                   {"used", Json::object()},
                   {"words", Json::array()},
                   {"star", false},
                   {"dangers", Json::array()}};
  if (SqliteDialect().SameName(entry.view.schema, "temp")) return premises;
  Reading reading = Read(db, entry.view.schema, entry.definition);
  std::map<std::string, std::string> tables;
  for (const resolve::TableFacts& table : reading.tables) {
    const std::string& name = table.name.name;
    premises["tables"][name] = TableOf(DescribeTable(db, table.name), {});
    Json used = Json::array();
    for (const auto& [column, behaviour] : premises["tables"][name]["columns"].items()) {
      if (reading.has_star || reading.Mentions(column)) used.push_back(column);
    }
    premises["used"][name] = used;
    tables[LowerAscii(name)] = name;
  }
  premises["star"] = reading.has_star;
  premises["words"] = reading.words;
  for (const Danger& danger : ChangeGraph(db, entry.view.schema).DangersOf(tables)) {
    premises["dangers"].push_back(danger.key);
  }
  return premises;
}

std::string BrokenPremise(sqlite3* db, const RegistryEntry& entry, SchemaNow* now) {
  if (!entry.premises.contains("tables")) return "";
  OldNames names(NamesNow(db, entry));
  for (const auto& [was, facts] : entry.premises.at("tables").items()) {
    RelationName renamed{entry.view.schema, names.TableNow(was)};
    if (ObjectType(db, renamed) != "table") return "Table " + Quoted(was) + " was dropped.";
    Json today = TableOf(DescribeTable(db, renamed), names);
    TableComparison comparison(was, facts, today, entry.premises);
    std::string change = comparison.ColumnChange();
    if (change.empty() && entry.IsIncremental()) change = comparison.NewColumn();
    if (change.empty() && entry.IsIncremental()) change = comparison.KeyChange();
    if (!change.empty()) return change;
  }
  return entry.IsIncremental() ? NewDanger(entry, names, now) : "";
}

}  // namespace vieworm
