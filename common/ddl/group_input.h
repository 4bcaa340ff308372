// The rows that the groups of a GroupStore are made of, as items of FROM, in PostgreSQL's dialect:
// all of them, those of one group, and those that a change adds or takes away.
#ifndef VIEWORM_COMMON_DDL_GROUP_INPUT_H_
#define VIEWORM_COMMON_DDL_GROUP_INPUT_H_

#include <string>
#include <vector>

#include "common/ddl/change_event.h"
#include "common/ddl/select.h"
#include "common/plan/row_store.h"

namespace vieworm {

// What has happened to some of the sources, and what their changed rows are called. With kUpdate
// rows come and go; with the others, only new_rows or only old_rows are there.
struct GroupChange {
  struct Table {
    RelationName name;
    std::string new_rows;
    std::string old_rows;
  };
  ChangeEvent event = ChangeEvent::kInsert;
  std::vector<Table> tables;

  // Null where it has not changed.
  const Table* Find(const RelationName& name) const;
};

class GroupInput {
 public:
  // All must outlive this.
  GroupInput(const GroupStore& store, const std::vector<Contribution>& contributions,
             const FactsOf& facts)
      : store_(store), contributions_(contributions), facts_(facts) {}

  std::string All() const;

  // The rows of the group that `row`, a row of the store, stands for.
  std::string OfGroup(const std::string& row) const;

  // The rows that come and go, each once. Besides the columns of the contributions there are
  // Added(), true where the row comes, Weight(), 1 or -1 (int) for the same, and, if the store has
  // extremes and the change does not cross, Current(), true where the row is there now or does not
  // come.
  std::string Changed(const GroupChange& change) const;

  // Can more than one row at a time change of those that make up one row of the input? Then rows
  // may come and go that have never been there, as many as go and come.
  bool Crosses(const GroupChange& change) const;

  std::string Added() const { return store_.prefix + "added"; }
  std::string Weight() const { return store_.prefix + "weight"; }
  std::string Current() const { return store_.prefix + "current"; }
  // The contribution's count, as text, where the store counts by sides.
  std::string SideOf() const { return store_.prefix + "side_of"; }

  const std::vector<Contribution>& contributions() const { return contributions_; }

 private:
  // What a branch has besides the contribution's own.
  struct Extras {
    std::string added;  // SQL; empty: no such column
    std::string current;
    std::string condition;
  };

  std::string Branch(const Block& block, const std::string& count, const ChangeWriter& change,
                     const Extras& extras) const;
  std::string Rows(const std::string& of_group_in) const;
  void AddAlone(const Contribution& contribution, const GroupChange& change,
                std::vector<std::string>* branches) const;
  void AddJoined(const Contribution& contribution, const GroupChange& change,
                 std::vector<std::string>* branches) const;
  std::vector<std::string> ColumnsNeeded(const Block& block, const std::string& alias,
                                         const RelationName& table) const;
  std::string Sign(const Block& block, const std::string& alias, const RelationName& table,
                   ChangeEvent event) const;
  std::string SignedRows(const Block& block, const std::string& alias,
                         const GroupChange::Table& table, ChangeEvent event) const;
  std::string IsCurrent(const Block& block, const RelationName& table,
                        const std::string& alias) const;
  bool AsksWhetherCurrent(const GroupChange& change) const;
  std::string IsGroup(const Block& block, const std::string& row) const;

  const GroupStore& store_;
  const std::vector<Contribution>& contributions_;
  const FactsOf& facts_;
};

}  // namespace vieworm

#endif  // VIEWORM_COMMON_DDL_GROUP_INPUT_H_
