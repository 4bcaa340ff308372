// A store that holds one row for each group, and what each aggregate needs to be kept up.
//
// All that is not linear comes down to groups: GROUP BY; DISTINCT, which groups by every column;
// set operations, which do so with a count for each side; and rows that nothing identifies, with
// the number of their copies. Every count and sum is additive: a change adds to it, whatever else
// is in the group.
#ifndef VIEWORM_COMMON_PLAN_GROUP_STORE_H_
#define VIEWORM_COMMON_PLAN_GROUP_STORE_H_

#include <optional>
#include <string>
#include <vector>

#include "common/ir/relation.h"

namespace vieworm {

// count(argument), and what sum, total and avg need beside it.
enum class SumKind {
  kNone,      // nothing: there is only count()
  kIntegers,  // of a column that converts what it can to integers: their sum, and how many values
              // are something else, which sends the reader to the rows themselves
  kNumbers,   // the sum of the integers, the compensated sum of the reals (Neumaier,
              // "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", 1974),
              // the number of reals, and kOdd for each value that is no number
  kDoubles,   // of floating-point numbers of PostgreSQL's: their exact sum, and what is shown of it
              // is rounded once (common/exact/exact_sum.h)
  kReals,     // likewise, of single precision
};

inline bool IsExactSum(SumKind sums) {
  return sums == SumKind::kDoubles || sums == SumKind::kReals;
}

// How the engine declares and compares a column of the contributions.
struct StoredColumn {
  std::string name;                  // among the contributions
  std::string stored;                // in the store
  std::string type;                  // SQL text; "" keeps every value as it is
  std::string collation;             // "" for the engine's own order of bytes
  bool not_null = false;             // known never to be NULL
  bool expression = false;           // no column of a table: it has no affinity in comparisons
  bool exact = false;                // values that are equal look the same, too
  SumKind sums = SumKind::kNumbers;  // how it is added up
};

struct GroupKey {
  StoredColumn column;
  // May equal values look different (1 and 1.0, 'a' and 'A' under NOCASE)? Then the store counts
  // the rows that look like the key it shows, and takes another when there are none left.
  bool varies = false;
};

struct NumberState {
  // What a value that is no number counts in `others`: more than there can be reals.
  static constexpr char kOdd[] = "4294967296";

  std::string argument;
  std::optional<std::string> filter;
  SumKind sums = SumKind::kNone;
  bool not_null = false;  // the argument is known never to be NULL

  std::string count, others, integers, reals, errors;  // the store's columns
};

// min or max. Rows that are taken away may take the extremum with them: the group is recomputed.
struct ExtremeState {
  bool is_max = false;
  std::string argument;
  std::optional<std::string> filter;
  std::string collation;
  std::string value;  // the store's column
};

// Any other aggregate: its group is recomputed whenever it is touched.
struct RecomputedState {
  AggregateCall call;
  std::string value;
};

// Which aggregate is shown how. kRead: it is computed from the rows of the group when it is read.
// `state` counts in the list of its kind.
struct ShownCall {
  enum class Kind { kCountRows, kCount, kSum, kTotal, kAverage, kExtreme, kRecomputed, kRead };
  Kind kind = Kind::kCountRows;
  size_t state = 0;
  std::string output;
};

struct GroupStore {
  RelationName table;
  std::string prefix;          // of the columns below, so that they are none of the user's
  std::vector<GroupKey> keys;  // empty: one group, which is always there
  std::vector<NumberState> numbers;
  std::vector<ExtremeState> extremes;
  std::vector<RecomputedState> recomputed;
  std::vector<AggregateCall> read;
  std::vector<ShownCall> shown;

  // Groups are the rows themselves: values that look different are different rows.
  bool whole_rows = false;

  // For a set operation: the tree over the columns that count each side's copies. Else null.
  struct Side {
    std::optional<SetKind> kind;  // nothing: a leaf
    std::string count;            // of a leaf: the store's column
    std::vector<Side> sides;      // two, unless a leaf
  };
  std::optional<Side> presence;

  // The columns that every such store has.
  std::string Rows() const { return prefix + "rows"; }    // how many rows the group has
  std::string One() const { return prefix + "one"; }      // 1: the key where there are no keys
  std::string Same() const { return prefix + "same"; }    // see GroupKey::varies
  std::string Dirty() const { return prefix + "dirty"; }  // 1: to be recomputed

  bool HasVarying() const;
  bool HasExactSums() const;
  bool Recomputes() const { return !extremes.empty() || !recomputed.empty() || HasVarying(); }
  // Are all states sums, so that a change of a value is the difference of two?
  bool IsAdditive() const { return extremes.empty() && recomputed.empty(); }
};

// A product of the core with the leaf of the set operation that it belongs to: "" without one.
struct Contribution {
  Block block;
  std::string count;
};

// The store, still without a name, for `core`, an Aggregate, a Distinct, a SetOperation, or a
// linear tree whose rows nothing identifies, and its contributions, whose outputs are `columns`, in
// their order: keys first.
struct GroupDesign {
  GroupStore store;
  std::vector<Contribution> contributions;
};
GroupDesign DesignGroups(const Relation& core, const std::vector<StoredColumn>& columns);

// The part of the tree that is stored: what is left without what can be computed when the view is
// read.
const RelationPtr& CoreOf(const RelationPtr& tree);

// The tree with another core.
RelationPtr WithCore(const RelationPtr& tree, const RelationPtr& core);

// The columns that the contributions to `core` have.
std::vector<std::string> ContributionColumns(const Relation& core);

// The linear trees whose rows `core` is made of: one, or more for a set operation.
std::vector<RelationPtr> LinearInputs(const RelationPtr& core);

}  // namespace vieworm

#endif  // VIEWORM_COMMON_PLAN_GROUP_STORE_H_
