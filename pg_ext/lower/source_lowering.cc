#include "pg_ext/lower/source_lowering.h"

#include "pg_ext/guard.h"
#include "pg_ext/lookup.h"
#include "pg_ext/lower/refused.h"
#include "pg_ext/lower/source_table.h"
#include "pg_ext/text.h"

extern "C" {
#include "catalog/pg_class.h"
#include "nodes/parsenodes.h"
#include "optimizer/optimizer.h"
#include "parser/parsetree.h"
}

namespace vieworm::lower {

namespace {

// The names that a function's columns go by in the definition, if each has one of its own.
std::vector<std::string> ColumnsOfFunction(const RangeTblEntry* entry) {
  std::vector<std::string> names;
  std::set<std::string> known;
  ListCell* cell;
  foreach (cell, entry->eref->colnames) {
    names.push_back(FromServer(strVal(lfirst(cell))));
    if (names.back().empty()) throw Refused("it reads a function that returns a table's rows");
    known.insert(names.back());
  }
  for (size_t i = 0; known.size() < names.size() && i < names.size(); ++i) {
    names[i] = "c" + std::to_string(i + 1);
  }
  return names;
}

const RangeTblFunction* TheFunctionOf(const RangeTblEntry* entry) {
  if (list_length(entry->functions) != 1) throw Refused("it reads functions side by side");
  if (entry->funcordinality) throw Refused("it has WITH ORDINALITY");
  auto* function = static_cast<RangeTblFunction*>(linitial(entry->functions));
  if (function->funccolnames != NIL) {
    throw Refused("it reads a function with a list of column definitions");
  }
  if (!IsA(function->funcexpr, FuncExpr)) throw Refused("it has an expression in FROM");
  return function;
}

}  // namespace

Scalar RowScalar(Node* expression, const Scope& scope, const Substitution& substitution) {
  Reading reading;
  reading.parts = substitution.parts;
  reading.fill = [&](Node* part) {
    List* parts = substitution.parts;
    if (PgCall([=] { return list_member(parts, part); })) return substitution.write(part);
    if (IsA(part, WindowFunc)) throw Refused("it has a window function over rows");
    if (IsA(part, Aggref)) throw Refused("it has an aggregate where rows are");
    return scope.Use(reinterpret_cast<Var*>(part));
  };
  return ToScalar(expression, reading);
}

void SourceLowering::Lower() { LowerItem(reinterpret_cast<Node*>(query_.query->jointree)); }

void SourceLowering::LowerItem(Node* item) {
  CheckStack();
  if (IsA(item, FromExpr)) {
    auto* from = reinterpret_cast<FromExpr*>(item);
    LowerList(from->fromlist);
    AddConditions(from->quals);
  } else if (IsA(item, JoinExpr)) {
    auto* join = reinterpret_cast<JoinExpr*>(item);
    if (join->jointype != JOIN_INNER) throw Refused("it uses an outer join");
    LowerItem(join->larg);
    LowerItem(join->rarg);
    AddConditions(join->quals);
  } else {
    Add(reinterpret_cast<RangeTblRef*>(item)->rtindex);
  }
}

void SourceLowering::LowerList(List* items) {
  ListCell* cell;
  foreach (cell, items) {
    LowerItem(static_cast<Node*>(lfirst(cell)));
  }
}

void SourceLowering::AddConditions(Node* condition) {
  for (Node* term : Conjuncts(condition)) conditions_.push_back(term);
}

void SourceLowering::Add(int number) {
  RangeTblEntry* entry = rt_fetch(number, query_.query->rtable);
  if (entry->tablesample != nullptr) throw Refused("it has TABLESAMPLE");
  switch (entry->rtekind) {
    case RTE_RELATION:
      return AddRelation(number, entry);
    case RTE_SUBQUERY: {
      auto* subquery = reinterpret_cast<Node*>(entry->subquery);
      if (PgCall([=] { return contain_vars_of_level(subquery, 1); })) {
        throw Refused("it has a LATERAL subquery");
      }
      return AddSelect(number, LowerSubquery(entry->subquery, &query_, &context_));
    }
    case RTE_FUNCTION:
      return AddFunction(number, entry);
    case RTE_CTE:
      return AddSelect(number, LowerCte(entry));
    case RTE_VALUES:
      throw Refused("it has VALUES");
    case RTE_TABLEFUNC:
      throw Refused("it has XMLTABLE or JSON_TABLE");
    default:
      throw Refused("it reads something that vieworm does not know, entry of kind " +
                    std::to_string(entry->rtekind) + " of its range table");
  }
}

void SourceLowering::AddRelation(int number, const RangeTblEntry* entry) {
  CheckSource(entry->relid, context_.owner());
  if (entry->relkind == RELKIND_VIEW) {
    return AddSelect(number, LowerSubquery(QueryOfView(entry->relid), nullptr, &context_));
  }
  RelationName name = NameOf(entry->relid);
  if (!entry->inh) throw Refused("it reads ONLY " + name.Display());
  std::string alias = context_.NewAlias();
  sources_.push_back({alias, MakeRelation(Scan{name})});
  scope_.Add(number, {alias, ColumnsOfTable(entry->relid)});
}

void SourceLowering::AddSelect(int number, Lowering lowering) {
  std::string alias = context_.NewAlias();
  sources_.push_back({alias, lowering.relation});
  scope_.Add(number, {alias, std::move(lowering.columns)});
}

// It may read the sources before it.
void SourceLowering::AddFunction(int number, const RangeTblEntry* entry) {
  std::vector<std::string> names = ColumnsOfFunction(entry);
  Scalar call = RowScalar(TheFunctionOf(entry)->funcexpr, scope_);
  ScopeEntry columns{context_.NewAlias(), {}};
  for (const std::string& name : names) {
    columns.columns.emplace_back();
    columns.columns.back().column = name;
  }
  sources_.push_back({columns.alias, MakeRelation(FunctionScan{std::move(call), names})});
  scope_.Add(number, std::move(columns));
}

// Each mention of a CTE is lowered by itself, so that aliases stay unique.
Lowering SourceLowering::LowerCte(const RangeTblEntry* entry) {
  const QueryScope* scope = &query_;
  for (Index level = 0; level < entry->ctelevelsup && scope != nullptr; ++level) {
    scope = scope->outer;
  }
  ListCell* cell;
  foreach (cell, scope == nullptr ? NIL : scope->query->cteList) {
    auto* cte = static_cast<CommonTableExpr*>(lfirst(cell));
    if (strcmp(cte->ctename, entry->ctename) != 0) continue;
    if (cte->cterecursive) throw Refused("it has a recursive WITH");
    Node* query = cte->ctequery;
    auto* copy = PgCall([=] { return static_cast<Query*>(copyObjectImpl(query)); });
    return LowerSubquery(copy, scope, &context_);
  }
  throw Refused("it reads " + FromServer(entry->ctename) + ", which was not found");
}

}  // namespace vieworm::lower
