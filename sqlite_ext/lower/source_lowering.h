// FROM -> sources of a Block, and the conditions of its joins.
#ifndef VIEWORM_SQLITE_EXT_LOWER_SOURCE_LOWERING_H_
#define VIEWORM_SQLITE_EXT_LOWER_SOURCE_LOWERING_H_

#include <vector>

#include "sqlite_ext/lower/select_lowering.h"

namespace vieworm::lower {

// The common table expressions that a SELECT sees: the first `count` of `select`, then those
// outside.
struct CteScope {
  const CteScope* outer = nullptr;
  const parse::Select* select = nullptr;
  size_t count = 0;
};

// Who lowers the SELECT of a subquery or CTE.
class SubqueryLowering {
 public:
  virtual ~SubqueryLowering() = default;
  virtual Lowering Lower(const parse::Select& select, const CteScope* outer) = 0;
};

class SourceLowering {
 public:
  SourceLowering(const resolve::Resolved& resolved, const CteScope& ctes,
                 SubqueryLowering* subqueries, LoweringContext* context)
      : resolved_(resolved), ctes_(ctes), subqueries_(*subqueries), context_(*context) {}

  // Throws Refused.
  void Lower(const parse::From& from);

  const Scope& scope() const { return scope_; }
  std::vector<Source>& sources() { return sources_; }
  const parse::Exprs& conditions() const { return conditions_; }
  // The columns of the one source, if it is a SELECT.
  const std::vector<ColumnInfo>& columns() const { return columns_; }

 private:
  void Add(const parse::FromItem& item);
  void AddTable(const parse::TableSource& table, const std::string& resolved);
  void AddFunction(const parse::TableSource& table, const resolve::TableFacts& facts,
                   const std::string& resolved);
  void AddBaseTable(const resolve::TableFacts& facts, const std::string& resolved);
  void AddSelect(Lowering lowering, const std::string& resolved);
  Lowering LowerCte(const std::string& name);
  std::string NewAlias() { return "s" + std::to_string(++context_.aliases); }

  const resolve::Resolved& resolved_;
  const CteScope& ctes_;
  SubqueryLowering& subqueries_;
  LoweringContext& context_;
  Scope scope_;
  std::vector<Source> sources_;
  parse::Exprs conditions_;
  std::vector<ColumnInfo> columns_;
};

}  // namespace vieworm::lower

#endif  // VIEWORM_SQLITE_EXT_LOWER_SOURCE_LOWERING_H_
