// ViewSpec + what the engine knows -> ViewPlan: which relations make up the view, how it is
// refreshed, and why.
#ifndef VIEWORM_COMMON_PLAN_VIEW_PLAN_H_
#define VIEWORM_COMMON_PLAN_VIEW_PLAN_H_

#include <map>
#include <string>
#include <vector>

#include "common/plan/catalog.h"
#include "common/spec/view_spec.h"
#include "common/sql/dialect.h"

namespace vieworm {

// Where the rows are.
enum class Storage {
  kView,              // nowhere: a plain view
  kMaterializedView,  // in PostgreSQL's own materialized view
  kStore,             // in a store, an ordinary table; the face, a plain view, shows it
};

// "view", "materialized view" or "store".
const char* Word(Storage storage);

// Throws Error(kInternal) for any other word.
Storage StorageOf(std::string_view word);

struct ViewPlan {
  ViewSpec spec;  // with schema filled in, and method never kAuto
  Storage storage = Storage::kView;
  RefreshMode mode = RefreshMode::kFull;  // in force; never kAuto; without meaning for kView
  Timing timing = Timing::kDemand;        // in force
  std::string reason;                     // why a stored view is refreshed in full

  // How each source of an incremental view is maintained, by its name as messages show it.
  std::map<std::string, std::string> strategy;
  DefinitionFacts facts;  // columns under their final names

  RelationName view;        // what the user sees: the face of a store
  RelationName store;       // only where storage is kStore
  RelationName definition;  // only where storage is kStore, in PostgreSQL
  RelationName state;   // only of a view that PostgreSQL maintains: what the store ought to hold
  RelationName window;  // only of a sliding window that PostgreSQL maintains: its bounds

  // What vieworm_create returns.
  Json Summary() const;
};

// Decides everything about a view that is to be created. Throws what Catalog::Describe throws, and
// for columns that are named twice, miscounted, or unknown to an index.
ViewPlan PlanView(const ViewSpec& spec, const Dialect& dialect, Catalog& catalog);

}  // namespace vieworm

#endif  // VIEWORM_COMMON_PLAN_VIEW_PLAN_H_
