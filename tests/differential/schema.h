// The tables of a case, as far as definitions and statements must know them.
#ifndef VIEWORM_TESTS_DIFFERENTIAL_SCHEMA_H_
#define VIEWORM_TESTS_DIFFERENTIAL_SCHEMA_H_

#include <string>
#include <vector>

#include "tests/differential/fidelity.h"
#include "tests/differential/sql_tree.h"

namespace vieworm::differential {

enum class Affinity { kNone, kText, kInteger, kNumeric, kReal };

struct Column {
  std::string name = {};  // as SQL writes it: quoted where it must be
  Affinity affinity = Affinity::kNone;
  bool nocase = false;
  bool json = false;       // holds JSON or NULL
  bool generated = false;  // nothing can be written to it
  bool strict = false;     // other classes than the affinity's are refused
  Fidelity fidelity = {};  // of a plain view's column
};

struct Table {
  std::string name = {};
  std::vector<Column> columns = {};
  bool has_rowid = true;
  bool common = false;                             // a common table expression: in no schema
  std::vector<std::string> unique_columns = {};    // unique by themselves, so fit for REFERENCES
  std::vector<std::string> conflict_targets = {};  // "(a, b)", for ON CONFLICT
};

struct Schema {
  bool wild = false;                 // integers near 2^63, infinities, and reals of all sizes
  std::vector<Table> tables = {};    // a table refers to itself and to those before it
  std::vector<Table> views = {};     // plain ones
  std::vector<Sql> statements = {};  // CREATE ..., in order
};

}  // namespace vieworm::differential

#endif  // VIEWORM_TESTS_DIFFERENTIAL_SCHEMA_H_
