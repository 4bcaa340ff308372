// The names in a FROM clause: each source gets an alias; NATURAL and USING become ON.
#ifndef VIEWORM_SQLITE_EXT_RESOLVE_FROM_RESOLVER_H_
#define VIEWORM_SQLITE_EXT_RESOLVE_FROM_RESOLVER_H_

#include <map>
#include <string>
#include <vector>

#include "sqlite_ext/parse/ast.h"
#include "sqlite_ext/resolve/schema.h"
#include "sqlite_ext/resolve/scope.h"
#include "sqlite_ext/resolve/with_scope.h"

namespace vieworm::resolve {

// Who resolves a subquery.
class SelectResolver {
 public:
  virtual ~SelectResolver() = default;
  virtual parse::Ref<parse::Select> Resolve(const parse::Select& select,
                                            const WithScope* outer) = 0;
};

// The names of a resolved SELECT's columns.
std::vector<std::string> ColumnNamesOf(const parse::Select& select);

class FromResolver {
 public:
  // All must outlive the resolver. `aliases` counts the aliases given so far.
  FromResolver(parse::Arena* arena, const Schema& schema, SelectResolver& selects,
               const WithScope& with, std::map<std::string, TableFacts>* tables, int* aliases)
      : arena_(arena),
        schema_(schema),
        selects_(selects),
        with_(with),
        tables_(*tables),
        aliases_(*aliases) {}

  // Fills `scope`, which is empty. Throws Unresolvable.
  parse::Ref<parse::From> Resolve(const parse::From& from, Scope* scope);

 private:
  parse::Ref<parse::From> Sources(const parse::From& from, Scope* scope);
  void Source(parse::FromItem* item, Scope* scope);
  void Table(parse::TableSource* table, parse::FromItem* item, Scope* scope);
  void AddTable(const parse::TableSource& table, const parse::FromItem& item, TableFacts facts,
                const std::string& alias, Scope* scope);
  void Subquery(parse::SubquerySource* subquery, parse::FromItem* item, Scope* scope);
  void Merge(parse::FromItem* item, size_t left_count, Scope* scope);
  parse::Ref<parse::From> Conditions(const parse::From& from, const Scope& scope);
  std::string NewAlias() { return "r" + std::to_string(++aliases_); }

  parse::Arena* arena_;
  const Schema& schema_;
  SelectResolver& selects_;
  const WithScope& with_;
  std::map<std::string, TableFacts>& tables_;
  int& aliases_;
  std::map<std::string, parse::Ref<parse::Expr>> merged_;  // by alias: what NATURAL or USING says
};

}  // namespace vieworm::resolve

#endif  // VIEWORM_SQLITE_EXT_RESOLVE_FROM_RESOLVER_H_
