#include "bench/sqlite/base_table.h"

#include <vector>

namespace vieworm::bench {

namespace {

std::vector<std::string> GroupNames() {
  std::vector<std::string> names;
  for (int group = 0; group < kGroups; ++group) {
    std::string digits = std::to_string(group);
    names.push_back("g" + std::string(4 - digits.size(), '0') + digits);
  }
  return names;
}

constexpr char kDimensionTable[] = R"(
CREATE TABLE d(id INTEGER PRIMARY KEY, c TEXT NOT NULL, name TEXT NOT NULL);
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 4999)
INSERT INTO d SELECT i, printf('c%03d', i * 7919 % 500), printf('name %05d', i) FROM n;)";

}  // namespace

// The finalizer of splitmix64 (Sebastiano Vigna, public domain).
uint64_t Mixed(uint64_t number) {
  uint64_t z = number + 0x9e3779b97f4a7c15u;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

Row RandomRow(int64_t id, uint64_t serial) {
  uint64_t bits = Mixed(serial);
  Row row;
  row.id = id;
  row.group = static_cast<int>((bits & 0xfffff) % kGroups);
  row.dimension = static_cast<int>((bits >> 20 & 0xfffff) % kDimensions);
  row.value = static_cast<int>((bits >> 40) % 10000);
  return row;
}

const std::string& GroupName(int group) {
  static const std::vector<std::string> names = GroupNames();
  return names[static_cast<size_t>(group)];
}

// An odd factor is a permutation of the numbers below 2^32.
int64_t UniqueOf(int64_t id) { return (id * 2654435761) & 0xffffffff; }

void FillBaseTables(int64_t rows, Keys keys, Connection* connection) {
  bool unique = keys == Keys::kUnique;
  connection->Run(kDimensionTable);
  connection->Run(std::string("CREATE TABLE t(id INTEGER PRIMARY KEY, g TEXT NOT NULL,"
                              " d INTEGER NOT NULL, v INTEGER NOT NULL") +
                  (unique ? ", u INTEGER NOT NULL)" : ")"));
  connection->Run("BEGIN");
  Statement insert(connection->handle(), unique ? "INSERT INTO t VALUES (?, ?, ?, ?, ?)"
                                                : "INSERT INTO t VALUES (?, ?, ?, ?)");
  for (int64_t id = 1; id <= rows; ++id) {
    Row row = RandomRow(id, static_cast<uint64_t>(id));
    insert.Bind(1, id);
    insert.Bind(2, GroupName(row.group));
    insert.Bind(3, row.dimension);
    insert.Bind(4, row.value);
    if (unique) insert.Bind(5, UniqueOf(id));
    insert.Execute();
  }
  // Not before: an index is built faster than it is kept.
  if (unique) connection->Run("CREATE UNIQUE INDEX t_u ON t(u)");
  connection->Run("COMMIT");
}

}  // namespace vieworm::bench
