#include "common/ddl/triggers_postgres.h"

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

std::string CreateTrigger(const RelationName& store, const RelationName& source,
                          const TriggerKind& kind) {
  Sql sql(PostgresDialect());
  sql << "CREATE TRIGGER " << Identifier{TriggerName(store.name, kind.suffix)} << "\n  "
      << Fragment{kind.when} << " ON " << source;
  if (kind.has_new || kind.has_old) sql << "\n  REFERENCING";
  if (kind.has_new) sql << " NEW TABLE AS " << Identifier{names::kNewRows};
  if (kind.has_old) sql << " OLD TABLE AS " << Identifier{names::kOldRows};
  sql << "\n  FOR EACH STATEMENT EXECUTE FUNCTION "
      << RelationName{names::kSchema, names::kMaintainFunction} << "(" << Literal{store.name}
      << ")";
  return sql.str();
}

}  // namespace

std::vector<std::string> CreateTriggersInPostgres(const RelationName& store,
                                                  const PostgresMaintenance& maintenance) {
  std::vector<std::string> statements;
  for (const ChangeProgram& program : maintenance.programs) {
    std::string event = Word(program.event);
    TriggerKind after = {"AFTER " + event, event, Adds(program.event), TakesAway(program.event)};
    statements.push_back(CreateTrigger(store, program.source, after));
    if (!maintenance.overlaps) continue;
    statements.push_back(
        CreateTrigger(store, program.source, {"BEFORE " + event, "begin_" + event}));
  }
  for (const RelationName& source : maintenance.sources) {
    statements.push_back(CreateTrigger(store, source, {"AFTER truncate", "truncate"}));
  }
  return statements;
}

}  // namespace vieworm
