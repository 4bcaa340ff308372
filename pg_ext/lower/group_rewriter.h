// SELECT with aggregates -> what is computed for each row, for each group, and over the groups.
#ifndef VIEWORM_PG_EXT_LOWER_GROUP_REWRITER_H_
#define VIEWORM_PG_EXT_LOWER_GROUP_REWRITER_H_

#include "pg_ext/lower/scope.h"

struct Aggref;

namespace vieworm::lower {

// Has the query groups, be it one that is always there?
bool IsGrouped(const Query* query);

class GroupRewriter {
 public:
  // `alias` is what the rewritten expressions call the groups. The query must outlive the rewriter.
  GroupRewriter(const Query* query, std::string alias);

  // The expression over the groups: GROUP BY expressions and aggregates have become columns.
  // A column that is neither grouped nor aggregated depends on the key by which the query groups
  // (PostgreSQL has seen to it): it becomes one more key. Throws Refused.
  Scalar operator()(Node* expression);

  // What the rows contribute: a key or an argument of an aggregate. To be asked for once all
  // expressions have been rewritten.
  struct Contribution {
    std::string name;
    Node* expression;
  };
  const std::vector<Contribution>& keys() const { return keys_; }
  const std::vector<Contribution>& arguments() const { return arguments_; }
  const std::vector<AggregateCall>& calls() const { return calls_; }
  bool has_window() const { return has_window_; }

 private:
  Scalar Fill(Node* part);
  std::string Aggregated(Aggref* call);
  std::string KeyFor(Node* expression);
  std::string ArgumentFor(Node* expression);
  AggregateCall NewCall(Aggref* call);
  void AddArguments(const Aggref* call, AggregateCall* wanted, List** parts);
  std::string TextOf(Aggref* call, List* parts);
  List* KeyList() const;

  const Query* query_;
  std::string alias_;
  std::vector<Contribution> keys_;
  std::vector<Contribution> arguments_;
  std::vector<AggregateCall> calls_;
  std::vector<Aggref*> known_;  // what `calls_` were
  bool has_window_ = false;
};

}  // namespace vieworm::lower

#endif  // VIEWORM_PG_EXT_LOWER_GROUP_REWRITER_H_
