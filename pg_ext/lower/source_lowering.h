// FROM -> sources of a Block, and the conditions of its joins and of WHERE.
#ifndef VIEWORM_PG_EXT_LOWER_SOURCE_LOWERING_H_
#define VIEWORM_PG_EXT_LOWER_SOURCE_LOWERING_H_

#include "pg_ext/lower/query_lowering.h"

struct RangeTblEntry;

namespace vieworm::lower {

class SourceLowering {
 public:
  SourceLowering(const QueryScope& query, LoweringContext* context)
      : query_(query), context_(*context) {}

  // Throws Refused.
  void Lower();

  const Scope& scope() const { return scope_; }
  const std::vector<Source>& sources() const { return sources_; }
  const std::vector<Node*>& conditions() const { return conditions_; }

 private:
  void LowerItem(Node* item);
  void LowerList(List* items);
  void AddConditions(Node* condition);
  void Add(int number);
  void AddRelation(int number, const RangeTblEntry* entry);
  void AddSelect(int number, Lowering lowering);
  void AddFunction(int number, const RangeTblEntry* entry);
  Lowering LowerCte(const RangeTblEntry* entry);

  const QueryScope& query_;
  LoweringContext& context_;
  Scope scope_;
  std::vector<Source> sources_;
  std::vector<Node*> conditions_;
};

// Parts of an expression that are written as something else.
struct Substitution {
  List* parts = nullptr;
  std::function<Scalar(Node* part)> write = {};
};

// The value of an expression over rows of the scope. Throws Refused where it is none.
Scalar RowScalar(Node* expression, const Scope& scope, const Substitution& substitution = {});

}  // namespace vieworm::lower

#endif  // VIEWORM_PG_EXT_LOWER_SOURCE_LOWERING_H_
