#include "common/ddl/triggers_postgres.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>

#include "common/names.h"
#include "common/sql/sql.h"

#include "common/core_only.h"

namespace vieworm {

namespace {

// `store_event`. Where that is too long for a name, the store's is cut and ends in a number made
// of the whole (FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv), so that two stores stay two.
std::string TriggerName(const std::string& store, const std::string& event) {
  std::string name = store + "_" + event;
  size_t limit = PostgresDialect().MaxIdentifierBytes();
  if (name.size() <= limit) return name;
  uint32_t hash = 2166136261U;
  for (unsigned char byte : store) hash = (hash ^ byte) * 16777619U;
  char digits[16];
  std::snprintf(digits, sizeof(digits), "_%08x_", static_cast<unsigned>(hash));
  std::string end = digits + event;
  size_t cut = limit - end.size();
  auto continues = [&](size_t at) {
    return (static_cast<unsigned char>(store[at]) & 0xC0) == 0x80;
  };
  while (cut > 0 && continues(cut)) --cut;
  return store.substr(0, cut) + end;
}

// `when` as SQL, `suffix` for the name.
struct TriggerKind {
  std::string when;
  std::string suffix;
  bool has_new = false;
  bool has_old = false;
};

std::string CreateTrigger(const RelationName& store, const RelationName& table,
                          const TriggerKind& kind) {
  Sql sql(PostgresDialect());
  sql << "CREATE TRIGGER " << Identifier{TriggerName(store.name, kind.suffix)} << "\n  "
      << Fragment{kind.when} << " ON " << table;
  if (kind.has_new || kind.has_old) sql << "\n  REFERENCING";
  if (kind.has_new) sql << " NEW TABLE AS " << Identifier{names::kNewRows};
  if (kind.has_old) sql << " OLD TABLE AS " << Identifier{names::kOldRows};
  sql << "\n  FOR EACH STATEMENT EXECUTE FUNCTION "
      << RelationName{names::kSchema, names::kMaintainFunction} << "(" << Literal{store.name}
      << ")";
  return sql.str();
}

constexpr char kTruncate[] = "truncate";

std::vector<TriggerKind> KindsFor(const RelationName& source,
                                  const PostgresMaintenance& maintenance) {
  std::vector<TriggerKind> kinds;
  for (const ChangeProgram& program : maintenance.programs) {
    if (program.source != source) continue;
    std::string event = Word(program.event);
    kinds.push_back({"AFTER " + event, event, Adds(program.event), TakesAway(program.event)});
    if (maintenance.overlaps) kinds.push_back({"BEFORE " + event, "begin_" + event});
  }
  kinds.push_back({std::string("AFTER ") + kTruncate, kTruncate});
  return kinds;
}

}  // namespace

std::vector<TableTriggers> TriggersInPostgres(const RelationName& store,
                                              const PostgresMaintenance& maintenance) {
  std::vector<TableTriggers> triggers;
  auto add = [&](const RelationName& table, Actor actor, const std::vector<TriggerKind>& kinds) {
    triggers.push_back({table, {}});
    for (const TriggerKind& kind : kinds) {
      triggers.back().create.push_back({actor, CreateTrigger(store, table, kind)});
    }
  };
  for (const RelationName& source : maintenance.sources) {
    std::vector<TriggerKind> kinds = KindsFor(source, maintenance);
    add(source, Actor::kOwner, kinds);
    auto members = maintenance.members.find(source.Display());
    if (members == maintenance.members.end()) continue;
    for (const RelationName& member : members->second) add(member, Actor::kExtension, kinds);
  }
  return triggers;
}

bool IsTriggerName(const std::string& name, const RelationName& store, ChangeEvent event) {
  return name == TriggerName(store.name, Word(event)) ||
         name == TriggerName(store.name, std::string("begin_") + Word(event));
}

bool IsTriggerName(const std::string& name, const RelationName& store) {
  return name == TruncateTriggerName(store) ||
         std::any_of(std::begin(kChangeEvents), std::end(kChangeEvents),
                     [&](ChangeEvent event) { return IsTriggerName(name, store, event); });
}

std::string TruncateTriggerName(const RelationName& store) {
  return TriggerName(store.name, kTruncate);
}

}  // namespace vieworm
