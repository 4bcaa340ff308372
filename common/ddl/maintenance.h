// Relational tree -> everything that keeps a view right in SQLite: stores, triggers, the SELECT of
// the face. (docs/sqlite-triggers.md has the facts about triggers that the plans stand on.)
//
// Two ways to maintain, see RowStore and GroupStore:
// - keyed: the store has the keys of the source rows; a changed row's results are computed anew.
// - linear: a change adds to its group. It needs the other sources as they were when the row
//   changed; where something may have changed them meanwhile, the rows that make up the groups are
//   kept in a hidden store by their keys, and that store's changes are added to the groups.
#ifndef VIEWORM_COMMON_DDL_MAINTENANCE_H_
#define VIEWORM_COMMON_DDL_MAINTENANCE_H_

#include <functional>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "common/ddl/trigger.h"
#include "common/ir/relation.h"
#include "common/plan/row_store.h"

namespace vieworm {

// Why a definition cannot be maintained: a clause without a full stop.
class Unmaintainable : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// The same tree at two moments: between them rows leave a sliding window, and others enter it.
struct Slide {
  RelationPtr before;
  RelationPtr after;
};

struct MaintenanceInput {
  RelationName view;
  RelationPtr tree;
  std::vector<StoredColumn> columns;  // of the contributions to CoreOf(tree)
  FactsOf facts;                      // of a base table

  // Why the delta of one source in a product may see the others changed already; "" where it
  // cannot.
  std::function<std::string(const Block& product)> hazard;

  // Can foreign key actions carry a change of a table on to other rows of it?
  std::function<bool(const std::string& table)> reaches_itself;

  // What Maintenance::leave and enter are to do; may be nothing.
  std::optional<Slide> slide;

  // Free names for a table or a trigger of the view, in its schema.
  std::function<std::string(const std::string& suffix)> table_name;
  std::function<std::string(const std::string& suffix)> trigger_name;
};

struct Maintenance {
  RelationName store;                           // what the face reads
  std::vector<std::string> stored;              // its columns that are columns of the core
  std::vector<RelationName> tables;             // all tables, `store` first
  std::vector<std::string> create;              // tables and indexes
  std::vector<std::string> fill;                // while they are empty
  std::string face;                             // SELECT
  std::vector<Trigger> triggers;                // in the order of creation
  std::vector<std::string> leave;               // takes the rows that leave off the stores
  std::vector<std::string> enter;               // adds those that enter
  std::map<std::string, std::string> strategy;  // by base table: "keyed" or "linear"
};

// Throws Unmaintainable where the core has too many UNION ALL branches, joined with each other, to
// be flattened.
void CheckSize(const RelationPtr& core);

// Throws Unmaintainable. CheckSize has been called for the core.
Maintenance PlanMaintenance(const MaintenanceInput& input);

}  // namespace vieworm

#endif  // VIEWORM_COMMON_DDL_MAINTENANCE_H_
