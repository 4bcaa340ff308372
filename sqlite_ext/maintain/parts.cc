#include "sqlite_ext/maintain/parts.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "common/diagnostic.h"
#include "sqlite_ext/maintain/foreign_triggers.h"
#include "sqlite_ext/maintain/plan.h"
#include "sqlite_ext/maintain/premises.h"
#include "sqlite_ext/maintain/renames.h"
#include "sqlite_ext/prepared.h"
#include "sqlite_ext/scanner.h"
#include "sqlite_ext/schemas.h"
#include "sqlite_ext/view_parts.h"

namespace vieworm {

namespace {

// A view of vieworm's that is stored is what its definition says.
std::optional<std::string> SqlOf(sqlite3* db, const std::string& schema, const Part& part) {
  if (part.type == "view") {
    std::optional<RegistryEntry> entry = LoadEntry(db, {schema, part.name});
    if (entry && entry->IsStored()) return CurrentDefinition(db, *entry);
  }
  std::string type = part.IsTrigger() ? "trigger" : part.type;
  Prepared query(
      db, "SELECT sql FROM " + SchemaTable(schema) + " WHERE name = ? COLLATE NOCASE AND type = ?");
  query.Bind(1, part.name).Bind(2, type);
  if (!query.Step()) return std::nullopt;
  return query.Text(0);
}

// Without its key a store takes no changes. (Those of a PRIMARY KEY or UNIQUE have no SQL.)
std::vector<Part> IndexesOf(sqlite3* db, const RegistryEntry& entry) {
  std::vector<Part> indexes;
  for (const Part& part : entry.parts) {
    if (part.type != "table") continue;
    Prepared list(db, "SELECT name FROM " + SchemaTable(entry.view.schema) +
                          " WHERE type = 'index' AND tbl_name = ? COLLATE NOCASE AND sql NOT NULL");
    list.Bind(1, part.name);
    while (list.Step()) indexes.push_back({"index", list.Text(0), part.name, ""});
  }
  return indexes;
}

}  // namespace

void RememberParts(sqlite3* db, RegistryEntry* entry) {
  std::erase_if(entry->parts, [](const Part& part) { return part.type == "index"; });
  for (Part& index : IndexesOf(db, *entry)) entry->parts.push_back(std::move(index));
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

namespace {

std::string DamagedPart(sqlite3* db, const RegistryEntry& entry) {
  for (const Part& part : entry.parts) {
    if (part.type == kNamesPart || (entry.paused && part.type == "trigger")) continue;
    std::optional<std::string> sql = SqlOf(db, entry.view.schema, part);
    std::string what = part.type == "view" ? "The view " + Quoted(part.name) + " that it reads"
                                           : "Its " + part.type + " " + Quoted(part.name);
    if (!sql) return what + " was dropped.";
    if (*sql == part.sql) continue;
    if (part.type == "trigger" && IsRename(db, entry)) return "";
    return what + " was altered.";
  }
  return "";
}

}  // namespace

std::string MendableDamage(sqlite3* db, const RegistryEntry& entry, SchemaNow* now) {
  if (!entry.IsStored()) return "";
  if (entry.lost) return "The list of vieworm's views, _vieworm_registry, was dropped.";
  if (!HasFace(db, entry)) return "The view itself was dropped, but not by vieworm_drop.";
  if (!HasStore(db, entry)) return "Its table " + Quoted(entry.store) + " was dropped.";
  if (entry.premises.contains("loaded")) {
    return "The data of a dump were loaded into a schema that was there.";
  }
  std::string damage = DamagedPart(db, entry);
  if (damage.empty()) damage = BrokenPremise(db, entry, now);
  if (damage.empty() && !FollowedDefinition(db, entry)) {
    damage = "What it reads was renamed, and SQLite cannot follow that in its definition.";
  }
  if (damage.empty() && entry.IsIncremental()) damage = YoungerTrigger(db, entry, now);
  return damage;
}

std::string Damage(sqlite3* db, const RegistryEntry& entry) {
  SchemaNow now(db);
  return Damage(db, entry, &now);
}

std::string Damage(sqlite3* db, const RegistryEntry& entry, SchemaNow* now) {
  std::string damage = MendableDamage(db, entry, now);
  if (damage.empty() && entry.IsIncremental()) damage = TemporaryTrigger(db, entry, now);
  return damage;
}

}  // namespace vieworm
