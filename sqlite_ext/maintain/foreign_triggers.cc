// A trigger of somebody else's that fires before those of the view does harm in three ways
// (docs/sqlite-triggers.md, A2, A3, A5 and A7):
// - what it writes to another source, the view sees before the change that has set it off; what it
//   inserts into its own table comes between a REPLACE and what looks for the rows that it removes;
// - RAISE(IGNORE) and RAISE(FAIL) in an AFTER trigger leave the row changed and fire no other;
// - so does a constraint that fails in its body, where the statement says OR FAIL.

#include "sqlite_ext/maintain/foreign_triggers.h"

#include <algorithm>
#include <set>

#include "common/diagnostic.h"
#include "sqlite_ext/maintain/hazards.h"
#include "sqlite_ext/prepared.h"
#include "sqlite_ext/scanner.h"
#include "sqlite_ext/schemas.h"
#include "sqlite_ext/table_facts.h"

namespace vieworm {

namespace {

struct ForeignTrigger {
  std::string name;
  std::string table;  // in lower case
  std::string sql;
};

std::string FullName(const ForeignTrigger& trigger) { return "Trigger " + Quoted(trigger.name); }

// The tables that the view's triggers are on.
std::set<std::string> SourcesOf(const RegistryEntry& entry) {
  std::set<std::string> sources;
  for (const Part& part : entry.parts) {
    if (part.type == "trigger") sources.insert(LowerAscii(part.table));
  }
  return sources;
}

bool IsOwn(const RegistryEntry& entry, const std::string& name) {
  return std::any_of(entry.parts.begin(), entry.parts.end(), [&](const Part& part) {
    return part.type == "trigger" && SqliteDialect().SameName(part.name, name);
  });
}

std::vector<Token> BodyOf(const std::string& sql) {
  std::vector<Token> tokens = ScanSql(sql).tokens;
  auto begin = std::find_if(tokens.begin(), tokens.end(),
                            [](const Token& token) { return token.IsWord("begin"); });
  return {begin, tokens.end()};
}

bool HasWord(const std::vector<Token>& tokens, std::initializer_list<const char*> words) {
  return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
    return std::any_of(words.begin(), words.end(),
                       [&](const char* word) { return token.IsWord(word); });
  });
}

bool Raises(const std::vector<Token>& body) {
  for (size_t i = 2; i < body.size(); ++i) {
    bool ends = body[i].IsWord("ignore") || body[i].IsWord("fail");
    if (ends && body[i - 1].Is('(') && body[i - 2].IsWord("raise")) return true;
  }
  return false;
}

// Can a row that is written to it be refused?
bool HasConstraints(sqlite3* db, const RelationName& table) {
  TableFacts facts = DescribeTable(db, table);
  bool not_null = std::any_of(facts.columns.begin(), facts.columns.end(),
                              [](const ColumnFacts& column) { return column.not_null; });
  if (facts.strict || not_null || !facts.unique.empty()) return true;
  Prepared query(db, "SELECT sql FROM " + SchemaTable(table.schema) +
                         " WHERE name = ? COLLATE NOCASE AND type = 'table'");
  if (!query.Bind(1, table.name).Step()) return false;
  std::string sql = query.Text(0);
  return HasWord(ScanSql(sql).tokens, {"check"});
}

// Judges triggers by what they do to one view.
class Judge {
 public:
  Judge(sqlite3* db, const RegistryEntry& entry, SchemaNow* now)
      : db_(db),
        schema_(entry.view.schema),
        sources_(SourcesOf(entry)),
        graph_(now->Graph(schema_)) {}

  bool IsOnSource(const ForeignTrigger& trigger) const { return sources_.count(trigger.table) > 0; }

  // A clause that tells what is wrong with the trigger, or "".
  std::string HarmOf(const ForeignTrigger& trigger) const {
    std::vector<Token> body = BodyOf(trigger.sql);
    bool writes = HasWord(body, {"insert", "replace", "update"});
    bool may_fail = false;
    for (const std::string& written : graph_.WrittenBy(trigger.sql)) {
      bool harms = written == trigger.table ? HasWord(body, {"insert", "replace"})
                                            : sources_.count(written) > 0;
      if (harms) return "what it writes comes before they fire";
      bool is_table = ObjectType(db_, {schema_, written}) == "table";
      may_fail = may_fail || (is_table && HasConstraints(db_, {schema_, written}));
    }
    if (FiresBeforeChange(trigger.sql)) return "";
    if (Raises(body)) return "its RAISE leaves a row changed without firing them";
    if (!writes || !may_fail) return "";
    return "where it fails under OR FAIL a row is changed without firing them";
  }

 private:
  sqlite3* db_;
  std::string schema_;
  std::set<std::string> sources_;
  const ChangeGraph& graph_;
};

}  // namespace

// SQLite fires the triggers of a table in the reverse order of their creation.
std::string YoungerTrigger(sqlite3* db, const RegistryEntry& entry, SchemaNow* now) {
  const std::string& schema = entry.view.schema;
  if (!now->HasForeignTriggers(schema)) return "";
  const std::set<std::string>& own = now->OwnTriggers(schema);
  std::optional<Judge> judge;
  std::string table;
  bool after_ours = false;
  Prepared query(db, "SELECT name, lower(tbl_name), sql FROM " + SchemaTable(schema) +
                         " WHERE type = 'trigger' ORDER BY 2, rowid");
  while (query.Step()) {
    ForeignTrigger trigger{query.Text(0), query.Text(1), query.Text(2)};
    if (trigger.table != table) after_ours = false;
    table = trigger.table;
    if (IsOwn(entry, trigger.name)) after_ours = true;
    if (!after_ours || own.count(LowerAscii(trigger.name)) > 0) continue;
    if (!judge) judge.emplace(db, entry, now);
    std::string harm = judge->HarmOf(trigger);
    if (harm.empty()) continue;
    return FullName(trigger) + " on a source is younger than the view's, and " + harm + ".";
  }
  return "";
}

std::string TemporaryTrigger(sqlite3* db, const RegistryEntry& entry, SchemaNow* now) {
  if (entry.paused) return "";
  std::optional<Judge> judge;
  Prepared query(db,
                 "SELECT name, lower(tbl_name), sql FROM temp.sqlite_schema AS t WHERE type = "
                 "'trigger' AND NOT EXISTS (SELECT 1 FROM temp.sqlite_schema AS s WHERE s.type IN "
                 "('table', 'view') AND s.name = t.tbl_name COLLATE NOCASE) ORDER BY rowid");
  while (query.Step()) {
    if (!judge) judge.emplace(db, entry, now);
    ForeignTrigger trigger{"temp." + query.Text(0), query.Text(1), query.Text(2)};
    if (!judge->IsOnSource(trigger)) continue;
    std::string harm = judge->HarmOf(trigger);
    if (harm.empty()) continue;
    return FullName(trigger) + " of this connection fires before the view's, and " + harm +
           "; drop it first.";
  }
  return "";
}

}  // namespace vieworm
