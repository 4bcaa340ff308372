#include "pg_ext/lower/set_lowering.h"

#include "common/plan/delta.h"
#include "pg_ext/guard.h"
#include "pg_ext/lower/refused.h"
#include "pg_ext/lower/source_lowering.h"

extern "C" {
#include "nodes/makefuncs.h"
#include "nodes/nodeFuncs.h"
#include "nodes/parsenodes.h"
#include "parser/parse_coerce.h"
#include "parser/parsetree.h"
}

namespace vieworm::lower {

namespace {

std::vector<ValueType> TypesOf(const SetOperationStmt* set) {
  std::vector<ValueType> types;
  for (int i = 0; i < list_length(set->colTypes); ++i) {
    types.push_back({list_nth_oid(set->colTypes, i), list_nth_int(set->colTypmods, i),
                     list_nth_oid(set->colCollations, i)});
  }
  return types;
}

// The first source's column `number` of type `from`, as PostgreSQL's planner makes it one of
// type `to`.
Node* Converted(int number, ValueType from, ValueType to) {
  auto* value = reinterpret_cast<Node*>(
      makeVar(1, static_cast<AttrNumber>(number), from.type, from.modifier, from.collation, 0));
  if (from.type != to.type) value = coerce_to_common_type(nullptr, value, to.type, "UNION");
  if (exprTypmod(value) != to.modifier) {
    value = reinterpret_cast<Node*>(makeRelabelType(reinterpret_cast<Expr*>(value), to.type,
                                                    to.modifier, exprCollation(value),
                                                    COERCE_EXPLICIT_CAST));
  }
  if (OidIsValid(to.collation) && exprCollation(value) != to.collation) {
    CollateExpr* collated = makeNode(CollateExpr);
    collated->arg = reinterpret_cast<Expr*>(value);
    collated->collOid = to.collation;
    collated->location = -1;
    value = reinterpret_cast<Node*>(collated);
  }
  return value;
}

// What a set operation is over: rows, with or without their duplicates.
RelationPtr Bag(const RelationPtr& relation) {
  if (const auto* distinct = std::get_if<Distinct>(&relation->node)) return distinct->input;
  bool set = std::holds_alternative<SetOperation>(relation->node);
  if (!set && !IsLinear(*relation)) throw Refused("it has a set operation over groups");
  return relation;
}

SetKind KindOf(const SetOperationStmt* set) {
  switch (set->op) {
    case SETOP_INTERSECT:
      return SetKind::kIntersect;
    case SETOP_EXCEPT:
      return SetKind::kExcept;
    default:
      return SetKind::kUnion;
  }
}

class SetLowering {
 public:
  SetLowering(const Query* query, const ColumnNamer& name, const PartLowering& lower,
              LoweringContext* context)
      : query_(query), name_(name), lower_(lower), context_(*context) {}

  Lowering Lower(Node* node) {
    CheckStack();
    if (!IsA(node, SetOperationStmt)) {
      int number = reinterpret_cast<RangeTblRef*>(node)->rtindex;
      return lower_(rt_fetch(number, query_->rtable)->subquery);
    }
    auto* set = reinterpret_cast<SetOperationStmt*>(node);
    if (set->all && set->op != SETOP_UNION) {
      throw Refused(set->op == SETOP_INTERSECT ? "it has INTERSECT ALL" : "it has EXCEPT ALL");
    }
    std::vector<ValueType> types = TypesOf(set);
    Lowering left = Lower(set->larg);
    Lowering right = Lower(set->rarg);
    return set->all ? Union(Cast(left, types), Cast(right, types))
                    : Set(KindOf(set), Cast(WithoutDistinct(left), types),
                          Cast(WithoutDistinct(right), types));
  }

 private:
  Lowering WithoutDistinct(const Lowering& part) { return {Bag(part.relation), part.columns}; }

  // A part's columns under the types of the whole.
  Lowering Cast(const Lowering& part, const std::vector<ValueType>& types) {
    bool same = true;
    for (size_t i = 0; i < types.size(); ++i) same = same && part.columns[i].type == types[i];
    if (same) return part;
    if (!IsLinear(*part.relation)) throw Refused("it has set operations over different types");
    Scope scope;
    std::string alias = context_.NewAlias();
    scope.Add(1, {alias, part.columns});
    Lowering cast;
    Block block;
    block.from.push_back({alias, part.relation});
    for (size_t i = 0; i < types.size(); ++i) {
      cast.columns.push_back(CastColumn(part.columns[i], i, types[i]));
      block.outputs.push_back(
          {cast.columns[i].column, CastValue(part.columns[i].type, i, types[i], scope)});
    }
    cast.relation = context_.Note(MakeRelation(std::move(block)), cast.columns);
    return cast;
  }

  ColumnInfo CastColumn(const ColumnInfo& column, size_t i, const ValueType& type) {
    bool same = column.type == type;
    return {name_(i), column.not_null && same, column.plain && same, type};
  }

  static Scalar CastValue(const ValueType& from, size_t i, const ValueType& to,
                          const Scope& scope) {
    if (OidIsValid(from.collation) && !OidIsValid(to.collation) && from.type == to.type) {
      throw Refused("it has a UNION ALL of different collations");
    }
    int number = static_cast<int>(i) + 1;
    return RowScalar(PgCall([=] { return Converted(number, from, to); }), scope);
  }

  static std::vector<ColumnInfo> Merged(const Lowering& left, const Lowering& right) {
    std::vector<ColumnInfo> columns = left.columns;
    for (size_t i = 0; i < columns.size(); ++i) {
      columns[i].not_null = columns[i].not_null && right.columns[i].not_null;
      columns[i].plain = columns[i].plain && right.columns[i].plain;
    }
    return columns;
  }

  Lowering Union(const Lowering& left, const Lowering& right) {
    if (!IsLinear(*left.relation) || !IsLinear(*right.relation)) {
      throw Refused("it has a UNION ALL over a set");
    }
    UnionAll all;
    for (const RelationPtr& side : {left.relation, right.relation}) {
      const auto* more = std::get_if<UnionAll>(&side->node);
      if (more == nullptr) {
        all.branches.push_back(side);
      } else {
        all.branches.insert(all.branches.end(), more->branches.begin(), more->branches.end());
      }
    }
    std::vector<ColumnInfo> columns = Merged(left, right);
    return {context_.Note(MakeRelation(std::move(all)), columns), columns};
  }

  Lowering Set(SetKind kind, const Lowering& left, const Lowering& right) {
    std::vector<ColumnInfo> columns = Merged(left, right);
    for (const ColumnInfo& column : columns) CheckKey(column.type);
    SetOperation set{kind, left.relation, right.relation};
    return {context_.Note(MakeRelation(std::move(set)), columns), columns};
  }

  const Query* query_;
  const ColumnNamer& name_;
  const PartLowering& lower_;
  LoweringContext& context_;
};

}  // namespace

Lowering LowerSets(const Query* query, const ColumnNamer& name, const PartLowering& lower,
                   LoweringContext* context) {
  return SetLowering(query, name, lower, context).Lower(query->setOperations);
}

}  // namespace vieworm::lower
