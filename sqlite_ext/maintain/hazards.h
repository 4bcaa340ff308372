// Can a change to one source of a join be evaluated right after the row has changed, or may the
// other sources have changed with it by then?
#ifndef VIEWORM_SQLITE_EXT_MAINTAIN_HAZARDS_H_
#define VIEWORM_SQLITE_EXT_MAINTAIN_HAZARDS_H_

#include <map>
#include <set>
#include <string>
#include <vector>

#include "common/ir/relation.h"

struct sqlite3;

namespace vieworm {

// Is `trigger`, a CREATE TRIGGER, one for BEFORE?
bool FiresBeforeChange(const std::string& trigger);

// A way in which a change of one table is carried on that a plan has to know of.
struct Danger {
  std::string key;       // tells it from others
  std::string sentence;  // for users
};

// What a change of a row sets off in its schema: foreign key actions, and the triggers of others.
class ChangeGraph {
 public:
  // Reads it. Triggers of vieworm's own are not counted: they write to nothing that is read.
  ChangeGraph(sqlite3* db, const std::string& schema);

  // Every table, in lower case, that may be written once those named in `sql`, a trigger, are.
  std::set<std::string> WrittenBy(const std::string& sql) const;

  // Can foreign key actions carry a change of the table on to other rows of it?
  bool ReachesItself(const std::string& table) const;

  // Why triggers on the table do not see its rows as they are, a clause; "" where they do. No key
  // helps there.
  //  - A foreign key compares a column of it with one of another affinity: SQLite converts the
  //    parent's value while it looks for children, and triggers see the converted one.
  //  - A BEFORE trigger may write to it: OLD is then a row that is there no more, and what an inner
  //    REPLACE removes hides what the outer one does.
  std::string BlindSpotOf(const std::string& table) const;

  // All dangers of a view of these tables: the name of today, in lower case, and the name by which
  // the key calls it.
  std::vector<Danger> DangersOf(const std::map<std::string, std::string>& tables) const;

  // Why a delta of one source of `product` cannot be trusted, a clause; "" where all can.
  // `affinity_traps`: see lower::Lowered.
  std::string HazardOf(const Block& product, const std::set<std::string>& affinity_traps) const;

 private:
  using Names = std::set<std::string>;  // in lower case

  void ReadForeignKeys(sqlite3* db, const std::string& schema, const std::string& table);
  void ReadTriggers(sqlite3* db, const std::string& schema);
  Names Reachable(const Names& start) const;
  Names ReachedByActions(const std::string& table) const;
  bool IsConverted(const std::string& table) const;
  bool WritesItselfBefore(const std::string& table) const;

  Names converted_;                        // parents whose keys have another affinity in a child
  std::map<std::string, Names> children_;  // to which foreign key actions carry a change on
  std::map<std::string, Names> named_;     // in the triggers of the table
  std::map<std::string, Names> before_;    // in its BEFORE triggers
};

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_MAINTAIN_HAZARDS_H_
