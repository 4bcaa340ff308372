#include "pg_ext/maintain/plan.h"

#include <map>

#include "common/ddl/maintenance.h"
#include "common/plan/refusals.h"
#include "pg_ext/analyze.h"
#include "pg_ext/family.h"
#include "pg_ext/guard.h"
#include "pg_ext/identity.h"
#include "pg_ext/lookup.h"
#include "pg_ext/lower/lower.h"
#include "pg_ext/maintain/table_facts.h"
#include "pg_ext/text.h"

extern "C" {
#include "utils/acl.h"
}

namespace vieworm {

namespace {

TableFacts DescribeWindow(const SlidingWindow& window) {
  TableFacts facts;
  facts.name = window.table;
  facts.one_row = true;
  return facts;
}

class FactsCache {
 public:
  explicit FactsCache(const SlidingWindow& window) {
    if (!window.bounds.empty()) facts_[window.table.Display()] = DescribeWindow(window);
  }

  const TableFacts& operator()(const RelationName& table) {
    auto [found, fresh] = facts_.try_emplace(table.Display());
    if (fresh) found->second = DescribeTable(table);
    return found->second;
  }

 private:
  std::map<std::string, TableFacts> facts_;
};

void AddMembers(PostgresMaintenance* maintenance) {
  for (const RelationName& source : maintenance->sources) {
    std::vector<Oid> family = FamilyOf(RelationId(source));
    for (size_t i = 1; i < family.size(); ++i) {
      maintenance->members[source.Display()].push_back(NameOf(family[i]));
    }
  }
}

// PostgreSQL checks this, too, but then it is too late to refresh in full instead.
void CheckMayCreateTriggers(const PostgresMaintenance& maintenance) {
  for (const RelationName& source : maintenance.sources) {
    Oid table = RelationId(source);
    Oid user = GetUserId();
    bool may = PgCall([=] { return pg_class_aclcheck(table, user, ACL_TRIGGER) == ACLCHECK_OK; });
    if (may) continue;
    throw Unmaintainable("its owner may not create triggers on " + source.Display());
  }
}

struct Wanted {
  RelationName store;
  std::vector<std::string> shown;
  bool linear = false;
};

MaintenanceOutcome Plan(Wanted wanted, lower::Lowered lowered) {
  MaintenanceOutcome outcome;
  outcome.reason = lowered.reason;
  outcome.failed = lowered.failed;
  if (!lowered.tree) return outcome;
  FactsCache facts(lowered.window);
  PostgresMaintenanceInput input;
  input.store = std::move(wanted.store);
  input.tree = lowered.tree;
  input.columns = std::move(lowered.columns);
  input.shown = std::move(wanted.shown);
  input.window = std::move(lowered.window);
  input.linear = wanted.linear;
  input.facts = [&facts](const RelationName& table) -> const TableFacts& { return facts(table); };
  try {
    PostgresMaintenance maintenance = PlanMaintenanceInPostgres(std::move(input));
    CheckMayCreateTriggers(maintenance);
    AddMembers(&maintenance);
    outcome.maintenance = std::move(maintenance);
  } catch (const Unmaintainable& unmaintainable) {
    outcome.reason = unmaintainable.what();
  }
  return outcome;
}

}  // namespace

MaintenanceOutcome PlanMaintenance(const MaintainedNames& names,
                                   const std::vector<std::string>& shown, Query* definition) {
  PinnedSettings settings;
  return Plan({names.store, shown}, lower::Lower(definition, shown, names.window));
}

MaintenanceOutcome PlanMaintenance(const RegisteredView& view) {
  PinnedSettings settings;
  std::vector<std::string> shown;
  for (const Column& column :
       ColumnsOf(AnalyzeSelect("SELECT * FROM " + QualifiedSql(view.definition_name)))) {
    shown.push_back(column.name);
  }
  return Plan({view.store_name, std::move(shown), view.linear},
              lower::Lower(view.definition, view.window_name));
}

PostgresMaintenance PlanAgain(const RegisteredView& view) {
  ActingAs as_owner(view.owner, Restriction::kRestricted);
  MaintenanceOutcome outcome = PlanMaintenance(view);
  if (!outcome.maintenance) throw CannotMaintain(view.name, outcome.reason);
  return std::move(*outcome.maintenance);
}

}  // namespace vieworm
