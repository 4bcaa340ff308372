// Relational tree -> everything that keeps a view right in PostgreSQL: what the store holds, what
// the face shows, and what runs after a statement that has changed a source.
//
// Rows that their sources' keys identify are computed anew by their keys, from what the tables
// hold; all else comes down to groups, to which changes are added. See WriterLocks for what other
// transactions may do meanwhile.
//
// What is added is the changed rows joined with the other sources as they are now. Where one
// statement changes several sources of a product (WITH, MERGE, foreign key actions, what triggers
// do), those may have changed as well: then the changes wait for the last of the statements to come
// to its end, and are applied together.
#ifndef VIEWORM_COMMON_DDL_MAINTENANCE_POSTGRES_H_
#define VIEWORM_COMMON_DDL_MAINTENANCE_POSTGRES_H_

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/ddl/change_event.h"
#include "common/ddl/one_row.h"
#include "common/ddl/store_index.h"
#include "common/ir/relation.h"
#include "common/plan/row_store.h"
#include "common/plan/sliding_window.h"
#include "common/plan/wanted_indexes.h"

namespace vieworm {

struct PostgresMaintenanceInput {
  RelationName store;
  RelationPtr tree;
  std::vector<StoredColumn> columns;  // of the contributions to CoreOf(tree)
  std::vector<std::string> shown;     // the names of the view's columns
  FactsOf facts;                      // of a base table
  SlidingWindow window;
  bool linear = false;  // adds up, though there may be keys by now
};

// Which other writers one that runs a program keeps away until its transaction ends. They are told
// apart by the source that they change.
enum class WriterLocks {
  kNone,    // nobody: it looks at nothing but its own changes
  kOthers,  // those of the view's other sources, which it reads; and who moves a window
  kAll,     // those of its own source as well, which it reads, too
};

// "none", "others" or "all".
const char* Word(WriterLocks locks);

// What runs after one kind of statement on one source. `apply` may return places in the store, in
// one column (tid), or NULL; each statement of `finish` takes all of them as $1 (tid[]), and does
// not run where there are none. `one_row` stands in for `apply` where one row has changed, and
// `alone`, if there is any, where no other statement on the view's sources has begun or been under
// way meanwhile.
struct ChangeProgram {
  RelationName source;
  int number = 0;  // of the source, from 1
  ChangeEvent event = ChangeEvent::kInsert;
  std::vector<std::string> columns = {};  // of the source; an UPDATE of others changes nothing
  std::vector<std::string> apply = {};
  std::vector<std::string> finish = {};
  WriterLocks locks = WriterLocks::kNone;
  std::optional<OneRowProgram> one_row = std::nullopt;
  std::vector<std::string> alone = {};
  bool keyed = false;  // computes rows anew by their keys: other statements need not end before
};

// What applies the changes of several sources together: their changed rows are called by
// names::Numbered. Each statement of `finish` as above.
struct TogetherProgram {
  std::vector<std::string> apply;
  std::vector<std::string> finish;
};

struct PostgresMaintenance {
  SlidingWindow window;
  // SELECT: what the face ought to show, where that is not what the definition selects: it is as of
  // the bounds of a window, or has sums that the definition rounds in whatever order rows come.
  std::string expected;
  std::string state;                  // SELECT: the rows of the store
  std::string face;                   // SELECT over the store
  std::vector<std::string> stored;    // columns of the store that the face shows as such
  std::vector<StoreIndex> indexes;    // on the store
  std::vector<RelationName> sources;  // base tables, each once
  // By source, as shown: its partitions, and the tables that inherit from it, whose rows it shows.
  std::map<std::string, std::vector<RelationName>> members;
  std::vector<ChangeProgram> programs;

  // Must it be known when a statement begins to change a source? Where changes are added up, what
  // several of them have changed is found by computing the contents anew, if not by `together`.
  bool overlaps = false;
  std::optional<TogetherProgram> together;

  std::map<std::string, std::string> strategy;  // by source, as shown: "keyed" or "linear"
  std::vector<WantedIndex> wanted_indexes;
};

// Throws Unmaintainable.
PostgresMaintenance PlanMaintenanceInPostgres(PostgresMaintenanceInput input);

}  // namespace vieworm

#endif  // VIEWORM_COMMON_DDL_MAINTENANCE_POSTGRES_H_
