#include "sqlite_ext/explain.h"

#include "common/spec/spec_parser.h"
#include "sqlite_ext/create.h"
#include "sqlite_ext/maintain/parts.h"
#include "sqlite_ext/registry.h"
#include "sqlite_ext/savepoint.h"
#include "sqlite_ext/view_parts.h"

namespace vieworm {

namespace {

const char* Meaning(const std::string& strategy) {
  if (strategy == "keyed") {
    return "keyed: the results of a changed row are found by its key and computed anew";
  }
  return "linear: what a changed row adds or takes away is added to its group";
}

void WriteParts(const RegistryEntry& entry, std::string* text) {
  *text += "sources:\n";
  for (const auto& [source, strategy] : entry.strategy) {
    *text += "  " + source + ": " + Meaning(strategy) + "\n";
  }
  *text += "tables:\n";
  for (const Part& part : entry.parts) {
    if (part.type == "table") *text += "  " + part.name + "\n";
  }
  *text += "triggers:\n";
  for (const Part& part : entry.parts) {
    if (part.type == "trigger") *text += part.sql + ";\n";
  }
}

std::string DamageLine(sqlite3* db, const RegistryEntry& entry) {
  std::string damage = Damage(db, entry);
  return damage.empty() ? "" : "damaged: " + damage + " vieworm_repair mends it.\n";
}

// `damage`: a line, or "".
std::string Explain(sqlite3* db, const RegistryEntry& entry, const std::string& damage) {
  std::string text = "view " + entry.view.Display() + "\n";
  if (!entry.IsStored())
    return text + "simple: it stores nothing and is evaluated when it is read\n";
  if (!entry.IsIncremental()) {
    return text + "refreshed in full, by vieworm_refresh or its schedule\nreason: " + entry.reason +
           "\n" + damage + "definition:\n" + CurrentDefinition(db, entry) + "\n";
  }
  text += "maintained incrementally, by every statement that changes a source\n";
  if (entry.as_of) text += "as of " + *entry.as_of + ": vieworm_refresh moves its window\n";
  if (entry.paused) text += "paused: its triggers are off until vieworm_resume\n";
  text += damage;
  WriteParts(entry, &text);
  return text;
}

}  // namespace

std::string ExplainView(sqlite3* db, const RelationName& name) {
  RegistryEntry entry = FindView(db, name);
  return Explain(db, entry, DamageLine(db, entry));
}

std::string ExplainSpec(sqlite3* db, const Json& spec) {
  Savepoint savepoint(db);
  std::string text = Explain(db, Foresee(db, spec), "");
  savepoint.Release();
  return text;
}

}  // namespace vieworm
