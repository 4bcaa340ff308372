#include "bench/sqlite/bag.h"

#include <bit>

#include "bench/sqlite/base_table.h"

namespace vieworm::bench {

namespace {

uint64_t HashOfBytes(const void* bytes, int size) {
  const auto* at = static_cast<const unsigned char*>(bytes);
  uint64_t hash = Mixed(static_cast<uint64_t>(size));
  for (int i = 0; i < size; ++i) hash = (hash ^ at[i]) * 0x100000001b3u;  // FNV-1a
  return hash;
}

uint64_t HashOfValue(sqlite3_stmt* row, int column) {
  switch (sqlite3_column_type(row, column)) {
    case SQLITE_INTEGER:
      return static_cast<uint64_t>(sqlite3_column_int64(row, column));
    case SQLITE_FLOAT:
      return std::bit_cast<uint64_t>(sqlite3_column_double(row, column));
    case SQLITE_NULL:
      return 0;
    default: {
      const void* bytes = sqlite3_column_blob(row, column);
      return HashOfBytes(bytes, sqlite3_column_bytes(row, column));
    }
  }
}

uint64_t HashOfRow(sqlite3_stmt* row) {
  uint64_t hash = 0;
  for (int column = 0; column < sqlite3_column_count(row); ++column) {
    hash = Mixed(hash ^ static_cast<uint64_t>(sqlite3_column_type(row, column)));
    hash = Mixed(hash ^ HashOfValue(row, column));
  }
  return hash;
}

}  // namespace

Bag BagOf(Connection* connection, const std::string& select) {
  Statement statement(connection->handle(), select);
  Bag bag;
  while (statement.Step()) {
    ++bag.rows;
    bag.sum += HashOfRow(statement.handle());
  }
  return bag;
}

}  // namespace vieworm::bench
