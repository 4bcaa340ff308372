// SELECT with aggregates -> what is computed for each row, for each group, and over the groups.
#ifndef VIEWORM_SQLITE_EXT_LOWER_GROUP_REWRITER_H_
#define VIEWORM_SQLITE_EXT_LOWER_GROUP_REWRITER_H_

#include <string>
#include <vector>

#include "common/ir/relation.h"
#include "sqlite_ext/lower/function_list.h"
#include "sqlite_ext/parse/ast.h"

namespace vieworm::lower {

// Does an aggregate function occur, not counting window functions?
bool HasAggregate(const parse::Expr& expr, const FunctionList& functions);

class GroupRewriter {
 public:
  // `alias` is what the rewritten expressions call the groups. All must outlive the rewriter.
  GroupRewriter(const parse::Query& query, std::string alias, const FunctionList& functions,
                parse::Arena* arena);

  // The expression over the groups: GROUP BY expressions and aggregates have become columns.
  // Throws Refused where it reads a row's column.
  parse::Ref<parse::Expr> operator()(const parse::Expr& expr);

  // What the rows contribute: a key or an argument of an aggregate.
  struct Contribution {
    std::string name;
    parse::Ref<parse::Expr> expr;
  };
  const std::vector<Contribution>& keys() const { return keys_; }
  const std::vector<Contribution>& arguments() const { return arguments_; }
  const std::vector<AggregateCall>& calls() const { return calls_; }
  bool has_window() const { return has_window_; }

 private:
  std::string ArgumentFor(const parse::Expr& expr);
  parse::Ref<parse::Expr> Aggregated(const parse::Call& call);
  parse::Ref<parse::Expr> Windowed(const parse::Expr& expr, const parse::Call& call);
  parse::Ref<parse::Expr> Column(const std::string& name);

  const parse::Query& query_;
  std::string alias_;
  const FunctionList& functions_;
  parse::Arena* arena_;
  std::vector<Contribution> keys_;
  std::vector<Contribution> arguments_;
  std::vector<AggregateCall> calls_;
  bool has_window_ = false;
};

// The expression that `expr` stands for where it is the number of a result column; else itself.
parse::Ref<parse::Expr> AtPosition(const parse::Expr& expr,
                                   const std::vector<parse::ResultColumn>& columns);

}  // namespace vieworm::lower

#endif  // VIEWORM_SQLITE_EXT_LOWER_GROUP_REWRITER_H_
