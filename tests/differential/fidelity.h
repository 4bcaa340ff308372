// How exactly a column of a view can be foretold from the rows of its tables.
#ifndef VIEWORM_TESTS_DIFFERENTIAL_FIDELITY_H_
#define VIEWORM_TESTS_DIFFERENTIAL_FIDELITY_H_

#include <map>
#include <string>

namespace vieworm::differential {

// SQLite itself gives one answer or another where values that it holds for equal can be told apart
// (a group's key is spelled as in one of its rows), and where the order of rows matters. Everything
// that is not said here is compared to the last bit, storage classes included.
struct Fidelity {
  bool folded = false;       // one of the spellings that are equal under NOCASE
  bool numeric = false;      // 1 for 1.0, or 1.0 for 1
  bool approximate = false;  // a sum of reals: rounded in one order or another
  bool list = false;         // group_concat: the elements in any order

  bool exact() const { return !folded && !numeric && !approximate && !list; }
};

// By the name of the column, in lower case. A column that is not in it is exact.
using Fidelities = std::map<std::string, Fidelity>;

}  // namespace vieworm::differential

#endif  // VIEWORM_TESTS_DIFFERENTIAL_FIDELITY_H_
