// The triggers on one source of a view.
#ifndef VIEWORM_COMMON_DDL_SOURCE_TRIGGERS_H_
#define VIEWORM_COMMON_DDL_SOURCE_TRIGGERS_H_

#include <optional>
#include <string>
#include <vector>

#include "common/ddl/group_statements.h"
#include "common/ddl/maintenance.h"
#include "common/ddl/replace_guard.h"
#include "common/ddl/row_statements.h"

namespace vieworm {

// What reads the source. All pointers are to what the planner owns.
struct SourceReaders {
  const TableFacts* facts = nullptr;
  const GroupStatements* groups = nullptr;  // null: there is no GroupStore
  const GroupStore* group_store = nullptr;
  std::vector<const Contribution*> direct;  // contributions that are changed by deltas
  std::vector<const RowStatements*> row_stores;
  const ReplaceGuard* guard = nullptr;  // null: not needed
  std::vector<std::string> columns;     // of the source, as far as they are used
};

// When the difference of values is all that an UPDATE changes.
struct NetUpdate {
  std::vector<std::string> structural;  // the columns that must not change
  std::string condition;                // on NEW and OLD; "" where there are no such columns
  bool by_columns = false;              // the condition asks for nothing else
};

class SourceTriggers {
 public:
  SourceTriggers(const MaintenanceInput& input, const SourceReaders& readers)
      : input_(input), readers_(readers) {}

  std::vector<Trigger> Write();

 private:
  void AddGuard();
  void AddInsert();
  void AddDelete();
  void AddUpdate();
  void AddNetUpdate(const NetUpdate& net, const std::vector<std::string>& columns,
                    const std::vector<std::string>& body);
  void Add(const std::string& suffix, const std::string& table, const std::string& event,
           const std::string& when, const std::vector<std::string>& body);
  void Append(std::vector<std::string> statements, std::vector<std::string>* body) const;
  void ApplyDirect(int sign, std::vector<std::string>* body) const;
  void RefreshRows(const std::string& row, std::vector<std::string>* body) const;
  void CleanUp(bool removes, std::vector<std::string>* body) const;
  std::vector<std::string> TakeAway() const;
  std::string UpdateEvent(const char* time, std::vector<std::string> columns) const;
  std::vector<std::string> StructuralColumns() const;
  bool IsNettedOnly(const std::string& output, const Block& block) const;
  std::optional<NetUpdate> Net() const;
  std::string SameKey() const;
  std::string IsCurrent() const;
  Block Delta(const Block& block) const;
  const std::string& Table() const { return readers_.facts->name.name; }

  const MaintenanceInput& input_;
  const SourceReaders& readers_;
  std::vector<Trigger> triggers_;
};

}  // namespace vieworm

#endif  // VIEWORM_COMMON_DDL_SOURCE_TRIGGERS_H_
