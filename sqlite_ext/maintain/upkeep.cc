#include "sqlite_ext/maintain/upkeep.h"

#include "common/diagnostic.h"
#include "sqlite_ext/create.h"
#include "sqlite_ext/definition_query.h"
#include "sqlite_ext/maintain/parts.h"
#include "sqlite_ext/maintain/premises.h"
#include "sqlite_ext/maintain/renames.h"
#include "sqlite_ext/maintain/renew.h"
#include "sqlite_ext/prepared.h"
#include "sqlite_ext/registry.h"
#include "sqlite_ext/savepoint.h"
#include "sqlite_ext/schemas.h"
#include "sqlite_ext/view_parts.h"

namespace vieworm {

namespace {

void Drop(sqlite3* db, const char* type, const RelationName& name) {
  Execute(db, std::string("DROP ") + type + " IF EXISTS " + QuoteIdentifier(name.schema) + "." +
                  QuoteIdentifier(name.name));
}

// Does `mend`, or nothing of it where it fails.
template <typename Mend>
void Try(sqlite3* db, const Mend& mend) {
  try {
    Savepoint savepoint(db);
    mend();
    savepoint.Release();
  } catch (const Error&) {
    // The view says itself what is wrong with it.
  }
}

// In the first version a definition was a view, and `definition` its name.
void TakeDefinitionOver(sqlite3* db, RegistryEntry* entry) {
  if (!entry->IsStored()) return;
  // They read what has just lost its name.
  for (const Part& part : entry->parts) {
    if (part.type == "trigger") Drop(db, "TRIGGER", {entry->view.schema, part.name});
  }
  RelationName holder{entry->view.schema, entry->definition};
  entry->definition = SelectOfView(db, holder);
  if (entry->definition.empty()) entry->definition = SpecOf(*entry).definition;
  Drop(db, "VIEW", holder);
  SaveEntry(db, *entry);
}

void BuildAnew(sqlite3* db, RegistryEntry* entry) {
  bool populated = entry->populated;
  bool paused = entry->paused;
  Succeed(Rebuild(db, *entry, populated), entry);
  if (paused && populated) Pause(db, entry);
  SaveEntry(db, *entry);
}

// Takes the names of today into the definition, and the triggers as SQLite has rewritten them.
void AdoptNames(sqlite3* db, RegistryEntry* entry) {
  entry->definition = CurrentDefinition(db, *entry);
  for (const Part& part : entry->parts) {
    if (part.type == kNamesPart) Drop(db, "TRIGGER", {entry->view.schema, part.name});
  }
  std::erase_if(entry->parts, [](const Part& part) { return part.type == kNamesPart; });
  for (Part& part : PlanNames(db, entry->view, entry->definition)) {
    Execute(db, part.sql);
    entry->parts.push_back(std::move(part));
  }
  RememberParts(db, entry);
  entry->premises = PremisesOf(db, *entry);
  SaveEntry(db, *entry);
}

bool LacksNames(sqlite3* db, const RegistryEntry& entry) {
  size_t wanted = 0;
  for (const Part& part : entry.parts) wanted += part.type == kNamesPart ? 1 : 0;
  return NamesNow(db, entry).size() < wanted;
}

void MendView(sqlite3* db, RegistryEntry entry, SchemaNow* now) {
  // A view that was dropped, and not by vieworm_drop, was dropped by somebody who did not want it.
  if (!entry.IsStored() || !HasFace(db, entry) || entry.paused) return;
  if (!CanBeRead(db, DefinitionSource(db, entry))) return;
  if (entry.IsIncremental() && !MendableDamage(db, entry, now).empty()) {
    now->Forget();
    Try(db, [&] {
      Renew(db, &entry);
      SaveEntry(db, entry);
    });
    return;
  }
  if (entry.lost) return;
  bool renamed = CurrentDefinition(db, entry) != entry.definition;
  if (!renamed && !LacksNames(db, entry)) return;
  now->Forget();
  Try(db, [&] { AdoptNames(db, &entry); });
}

}  // namespace

void ConvertViews(sqlite3* db) {
  for (const std::string& schema : DistinctSchemas(db)) {
    std::vector<RegistryEntry> entries = ConvertRegistry(db, schema);
    for (RegistryEntry& entry : entries) TakeDefinitionOver(db, &entry);
    for (RegistryEntry& entry : entries) {
      if (entry.IsStored()) Try(db, [&] { BuildAnew(db, &entry); });
    }
  }
}

void MendViews(sqlite3* db) {
  ConvertViews(db);
  SchemaNow now(db);
  for (RegistryEntry& entry : LoadAllEntries(db)) MendView(db, std::move(entry), &now);
}

}  // namespace vieworm
