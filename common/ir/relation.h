// The relational tree: what a definition computes, in the few operators that maintenance tells
// apart. Nodes are shared as const; a pass that changes something returns a new tree.
//
// All trees are bags: a row may come several times, order means nothing.
#ifndef VIEWORM_COMMON_IR_RELATION_H_
#define VIEWORM_COMMON_IR_RELATION_H_

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "common/ir/scalar.h"
#include "common/sql/dialect.h"

namespace vieworm {

struct Relation;
using RelationPtr = std::shared_ptr<const Relation>;

// A base table, or a store. Each Scan in a tree is one *occurrence* of its table.
struct Scan {
  RelationName table;
};

// The rows of `table` that the statement at hand adds, or takes away. It stands in a delta where
// a Scan stood in the definition.
struct Change {
  RelationName table;
};

// A set-returning function of columns of the sources before it, such as json_each(t.tags).
struct FunctionScan {
  Scalar call;
  std::vector<std::string> columns = {};  // names for its columns; empty: it has its own
};

struct Source {
  std::string alias;  // unique in the whole tree
  RelationPtr relation;
};

struct Output {
  std::string name;
  Scalar value;
};

// SELECT outputs FROM from WHERE all of where: filter, inner join and projection in one.
struct Block {
  std::vector<Source> from;  // a FunctionScan may read the sources before it
  std::vector<Scalar> where;
  std::vector<Output> outputs;
};

// Columns go together by position and are named by the first branch.
struct UnionAll {
  std::vector<RelationPtr> branches;  // at least one
};

enum class SetKind { kUnion, kIntersect, kExcept };

struct SetOperation {
  SetKind kind;
  RelationPtr left;
  RelationPtr right;
};

struct Distinct {
  RelationPtr input;
};

// What maintenance knows of an aggregate; the front-end tells, for the types at hand.
enum class AggregateKind {
  kCount,    // of rows, or of values that are not NULL
  kSum,      // NULL where there is no value
  kTotal,    // SQLite's: 0.0 where there is no value
  kAverage,  // the sum by the count
  kMinimum,
  kMaximum,
  kOther,  // computed anew for a group that has changed
  kRead,   // likewise, but it may fail, which must be the reader's affair: computed when it is read
};

// One aggregate function over the rows of a group.
struct AggregateCall {
  std::string output;    // the name of its column
  std::string function;  // folded as the engine does
  AggregateKind kind = AggregateKind::kOther;
  std::vector<std::string> arguments;  // columns of the input; empty for count(*)
  bool distinct = false;
  std::optional<std::string> filter;  // a column of the input, true where the row counts
  std::string order_by;               // SQL text over columns of the input; may be empty

  // The whole call as SQL text over columns of the input, by their names alone. Empty where it is
  // written from the parts above.
  std::string text;
};

// Columns: the keys, then the calls.
struct Aggregate {
  RelationPtr input;
  std::vector<std::string> keys;  // columns of the input; empty: one group, always there
  std::vector<AggregateCall> calls;
};

// What is computed at read time over `input`, whose columns its scalars read under `alias`:
// SELECT [DISTINCT] outputs FROM input AS alias WHERE filter ORDER BY ... LIMIT ... OFFSET ...
struct Present {
  std::string alias;
  RelationPtr input;
  std::vector<Output> outputs;
  std::optional<Scalar> filter;
  std::vector<Scalar> order_by;  // each with its direction
  std::optional<Scalar> limit;
  std::optional<Scalar> offset;
  bool distinct = false;
  bool has_window = false;  // an output or order_by has a window function
};

// A SELECT that is text already: what shows the contents of a store.
struct Written {
  std::string select;
  std::vector<std::string> columns;
};

struct Relation {
  std::variant<Scan, Change, FunctionScan, Block, UnionAll, SetOperation, Distinct, Aggregate,
               Present, Written>
      node;
};

template <typename Node>
RelationPtr MakeRelation(Node node) {
  return std::make_shared<const Relation>(Relation{std::move(node)});
}

// The inputs of a node, left to right: the one place that knows where they are.
std::vector<RelationPtr> InputsOf(const Relation& relation);

// The node with other inputs, as many as InputsOf gives.
RelationPtr WithInputs(const Relation& relation, const std::vector<RelationPtr>& inputs);

// The names of a relation's columns. Empty for Scan, Change and FunctionScan, whose columns only
// the engine knows.
std::vector<std::string> ColumnNames(const Relation& relation);

// The tables that occur in the tree, each once, in the order of their first occurrence.
std::vector<RelationName> TablesOf(const Relation& relation);

// How often `table` occurs.
int CountOccurrences(const Relation& relation, const RelationName& table);

// The columns of the source `alias` that anything in the tree reads, each once, sorted.
std::vector<std::string> ColumnsRead(const Relation& relation, const std::string& alias);

// Every scalar in the tree, in no particular order.
std::vector<Scalar> ScalarsOf(const Relation& relation);

}  // namespace vieworm

#endif  // VIEWORM_COMMON_IR_RELATION_H_
