#include "sqlite_ext/maintain/parts.h"

#include <algorithm>
#include <optional>
#include <set>

#include "common/diagnostic.h"
#include "sqlite_ext/maintain/hazards.h"
#include "sqlite_ext/maintain/plan.h"
#include "sqlite_ext/prepared.h"
#include "sqlite_ext/scanner.h"
#include "sqlite_ext/schemas.h"

namespace vieworm {

namespace {

std::optional<std::string> SqlOf(sqlite3* db, const std::string& schema, const Part& part) {
  Prepared query(
      db, "SELECT sql FROM " + SchemaTable(schema) + " WHERE name = ? COLLATE NOCASE AND type = ?");
  query.Bind(1, part.name).Bind(2, part.type);
  if (!query.Step()) return std::nullopt;
  return query.Text(0);
}

bool IsTrigger(const RegistryEntry& entry, const std::string& name) {
  return std::any_of(entry.parts.begin(), entry.parts.end(), [&](const Part& part) {
    return part.type == "trigger" && SqliteDialect().SameName(part.name, name);
  });
}

// The tables that the view's triggers are on.
std::set<std::string> SourcesOf(const RegistryEntry& entry) {
  std::set<std::string> sources;
  for (const Part& part : entry.parts) {
    if (part.type == "trigger") sources.insert(LowerAscii(part.table));
  }
  return sources;
}

bool Inserts(const std::string& sql) {
  std::vector<Token> tokens = ScanSql(sql).tokens;
  auto begin = std::find_if(tokens.begin(), tokens.end(),
                            [](const Token& token) { return token.IsWord("begin"); });
  return std::any_of(begin, tokens.end(), [](const Token& token) {
    return token.IsWord("insert") || token.IsWord("replace");
  });
}

// A trigger of somebody else's that is younger than those of the view fires before them. If it
// writes to another source, the view sees that before the change that has set it off; if it inserts
// into its own table, that comes between a REPLACE and what looks for the rows that it removes
// (docs/sqlite-triggers.md, A3 and A5).
std::string YoungerTrigger(sqlite3* db, const RegistryEntry& entry) {
  const std::string& schema = entry.view.schema;
  std::set<std::string> sources = SourcesOf(entry);
  std::set<std::string> own = OwnTriggers(db, schema);
  std::optional<ChangeGraph> graph;
  std::string table;
  bool after_ours = false;
  Prepared query(db, "SELECT name, lower(tbl_name), sql FROM " + SchemaTable(schema) +
                         " WHERE type = 'trigger' ORDER BY 2, rowid");
  while (query.Step()) {
    if (query.Text(1) != table) after_ours = false;
    table = query.Text(1);
    std::string name = query.Text(0);
    if (IsTrigger(entry, name)) after_ours = true;
    if (!after_ours || own.count(LowerAscii(name)) > 0) continue;
    if (!graph) graph.emplace(db, schema);
    for (const std::string& written : graph->WrittenBy(query.Text(2))) {
      bool harms = written == table ? Inserts(query.Text(2)) : sources.count(written) > 0;
      if (harms) return name;
    }
  }
  return "";
}

}  // namespace

void RememberParts(sqlite3* db, RegistryEntry* entry) {
  for (Part& part : entry->parts) {
    if (std::optional<std::string> sql = SqlOf(db, entry->view.schema, part)) part.sql = *sql;
  }
}

namespace {

// A trigger without the names in it: its other tokens in alphabetical order, because lists of
// columns are sorted by name.
std::vector<std::string> Shape(const std::string& sql) {
  std::vector<std::string> tokens;
  for (const Token& token : ScanSql(sql).tokens) {
    bool name = token.kind == TokenKind::kQuoted && token.text[0] == '"';
    tokens.push_back(name ? "name" : std::string(token.text));
  }
  std::sort(tokens.begin(), tokens.end());
  return tokens;
}

// SQLite itself rewrites triggers when a table or a column gets another name. Then they are what
// would be planned now, but for names.
bool IsRename(sqlite3* db, const RegistryEntry& entry) {
  std::optional<Maintenance> plan = PlanAgain(db, entry);
  if (!plan) return false;
  for (const Trigger& trigger : plan->triggers) {
    std::optional<std::string> sql =
        SqlOf(db, entry.view.schema, {"trigger", trigger.name, "", ""});
    std::string planned = trigger.sql;
    std::string schema = QuoteIdentifier(entry.view.schema) + ".";
    size_t qualified = planned.find(schema);
    if (qualified != std::string::npos) planned.erase(qualified, schema.size());
    if (!sql || Shape(*sql) != Shape(planned)) return false;
  }
  return true;
}

}  // namespace

std::string Damage(sqlite3* db, const RegistryEntry& entry) {
  for (const Part& part : entry.parts) {
    if (entry.paused && part.type == "trigger") continue;
    std::optional<std::string> sql = SqlOf(db, entry.view.schema, part);
    std::string what = part.type == "view" ? "The view " + Quoted(part.name) + " that it reads"
                                           : "Its " + part.type + " " + Quoted(part.name);
    if (!sql) return what + " was dropped.";
    if (*sql == part.sql) continue;
    if (part.type == "trigger" && IsRename(db, entry)) break;
    return what + " was altered.";
  }
  std::string younger = YoungerTrigger(db, entry);
  if (younger.empty()) return "";
  return "Trigger " + Quoted(younger) +
         " on a source is younger than the view's, and what it writes comes before they fire.";
}

}  // namespace vieworm
