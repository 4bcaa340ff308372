#include "common/ddl/window_postgres.h"

#include "common/ddl/sql_text.h"
#include "common/names.h"

#include "common/core_only.h"

namespace vieworm {

namespace {

constexpr char kNow[] = "pg_catalog.now()";

}  // namespace

std::string SelectWindowInPostgres(const SlidingWindow& window) {
  std::string text = std::string("SELECT ") + kNow + " AS " + Q(names::kAsOf);
  for (const WindowBound& bound : window.bounds) {
    text += ", " + bound.value + " AS " + Q(bound.column);
  }
  return text;
}

std::string MoveWindowInPostgres(const SlidingWindow& window) {
  std::string text =
      "UPDATE " + RelationText(window.table) + " SET " + Q(names::kAsOf) + " = " + kNow;
  for (const WindowBound& bound : window.bounds) {
    text += ", " + Q(bound.column) + " = " + bound.value;
  }
  return text;
}

}  // namespace vieworm
