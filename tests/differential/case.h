// What is run against vieworm: tables, views, and what is then done to the tables.
#ifndef VIEWORM_TESTS_DIFFERENTIAL_CASE_H_
#define VIEWORM_TESTS_DIFFERENTIAL_CASE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "tests/differential/fidelity.h"
#include "tests/differential/sql_tree.h"

namespace vieworm::differential {

struct ViewCase {
  std::string name = {};
  Sql definition = {};
  Fidelities fidelities = {};
  bool comparable = true;
};

struct Settings {
  bool recursive_triggers = false;
  bool foreign_keys = false;
};

struct Case {
  uint64_t seed = 0;
  bool plain = false;  // the statements come from a connection without vieworm, trusted_schema off
  bool wild = false;   // see Schema
  std::vector<Sql> schema = {};
  std::vector<Sql> data = {};
  std::vector<ViewCase> views = {};  // a later one may read an earlier one
  std::vector<Sql> statements = {};
};

// The same seed gives the same case.
Case GenerateCase(uint64_t seed, size_t statements);

// In reading order: every setting that a case is run under.
std::vector<Settings> AllSettings();

}  // namespace vieworm::differential

#endif  // VIEWORM_TESTS_DIFFERENTIAL_CASE_H_
