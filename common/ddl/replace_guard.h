// REPLACE removes rows without firing their DELETE triggers, unless recursive_triggers is on.
//
// Before a row is written, those that it would conflict with on any unique key are set aside in a
// table; once it has been written, those of them that are no longer in the source were replaced.
// They are deleted from that table, and its own DELETE trigger takes them off the view. What is
// left there by a statement that went another way (OR IGNORE, UPSERT) is cleared before anything
// else is set aside. docs/sqlite-triggers.md, A3, has the reasons and the trials.
#ifndef VIEWORM_COMMON_DDL_REPLACE_GUARD_H_
#define VIEWORM_COMMON_DDL_REPLACE_GUARD_H_

#include <string>
#include <vector>

#include "common/plan/table_facts.h"

namespace vieworm {

// Why no guard can be put on a table, a clause; "" where one can.
std::string WhyUnguardable(const TableFacts& table);

class ReplaceGuard {
 public:
  // `aside` is the name of the table; `columns` are what the view uses of the source.
  ReplaceGuard(const TableFacts& source, RelationName aside, std::vector<std::string> columns);

  const RelationName& aside() const { return aside_; }

  // CREATE TABLE.
  std::string Create() const;

  // For a BEFORE INSERT or BEFORE UPDATE trigger on the source: its WHEN, and its statements.
  std::string Conflicts(bool update) const;
  std::vector<std::string> SetAside(bool update) const;

  // UPDATE OF which columns can conflict; empty: of any.
  std::vector<std::string> UpdatedColumns() const;

  // For the AFTER trigger that goes with it; `row` is NEW. With OLD, for AFTER DELETE: what has
  // been replaced by then.
  std::string TakeReplaced(const std::string& row) const;

  // For AFTER DELETE and AFTER UPDATE on the source: OLD was not replaced.
  std::string Forget() const;

  // WHEN of the DELETE trigger on the table set aside, whose OLD is a row that was replaced.
  std::string WasReplaced() const;

 private:
  std::vector<std::string> Identity() const;
  std::vector<std::string> ConflictTerms(bool update) const;
  bool HasGeneratedKey() const;
  std::string NameNewColumns() const;
  std::string SameRow(const std::string& left, const std::string& right) const;
  std::string Aside() const { return QuoteIdentifier(aside_.name); }
  std::string Source() const { return QuoteIdentifier(source_.name.name); }

  const TableFacts& source_;
  RelationName aside_;
  std::vector<std::string> columns_;
};

}  // namespace vieworm

#endif  // VIEWORM_COMMON_DDL_REPLACE_GUARD_H_
