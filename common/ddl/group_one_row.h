// The statement that adds a change of one row to a GroupStore whose states are all sums.
//
// It is the one of GroupDeltas, without what a row needs no more: it makes at most one row of the
// contributions, so that nothing has to be added up, sorted or told apart by what comes and goes.
// An UPDATE has such a statement for where the row stays in its group, and two for where it goes to
// another one.
#ifndef VIEWORM_COMMON_DDL_GROUP_ONE_ROW_H_
#define VIEWORM_COMMON_DDL_GROUP_ONE_ROW_H_

#include <optional>
#include <string>
#include <vector>

#include "common/ddl/group_deltas.h"
#include "common/ddl/one_row.h"

namespace vieworm {

class GroupOneRow {
 public:
  // All must outlive this. `columns` are those of the contributions.
  GroupOneRow(const GroupStore& store, const std::vector<Contribution>& contributions,
              const std::vector<StoredColumn>& columns, const FactsOf& facts)
      : store_(store),
        contributions_(contributions),
        columns_(columns),
        facts_(facts),
        deltas_(store, contributions, facts) {}

  // Nothing where a row may change more than one of the contributions' rows, or where it takes more
  // than sums.
  std::optional<OneRowProgram> Program(const RelationName& source, ChangeEvent event) const;

 private:
  using Sum = GroupDeltas::Sum;

  // The one contribution that reads the source, and how it calls it.
  struct Reader {
    const Contribution* contribution = nullptr;
    std::string alias;
  };

  std::optional<Reader> ReaderOf(const RelationName& source) const;
  std::string Before() const;
  std::string CastFor(const Sum& sum) const;
  bool IsAddedUp(const Sum& sum) const;
  std::string ValueOf(const Sum& sum) const;
  std::vector<std::string> Values(ChangeEvent event) const;
  std::string Row(const Reader& reader, const OneRowProgram& program, ChangeEvent event,
                  ChangeEvent fired) const;
  std::string Statement(const Reader& reader, const OneRowProgram& program, ChangeEvent event,
                        ChangeEvent fired) const;

  const GroupStore& store_;
  const std::vector<Contribution>& contributions_;
  const std::vector<StoredColumn>& columns_;
  const FactsOf& facts_;
  GroupDeltas deltas_;
};

}  // namespace vieworm

#endif  // VIEWORM_COMMON_DDL_GROUP_ONE_ROW_H_
