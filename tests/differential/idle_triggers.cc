#include "tests/differential/idle_triggers.h"

#include <regex>
#include <set>

namespace vieworm::differential {

namespace {

constexpr char kTriggers[] = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'";

// What stands between CREATE and the name of the table: the time and the event, with its columns.
std::string TimeAndEvent(const std::string& sql) {
  static const std::regex kPattern(
      R"((BEFORE|AFTER)\s+(INSERT|DELETE|UPDATE(\s+OF\s+((?!\sON\s)[^'])*)?)\s+ON\s)",
      std::regex::icase);
  std::smatch match;
  return std::regex_search(sql, match, kPattern) ? match.str() : "";
}

}  // namespace

void CopyTriggersIdle(Connection& main, Connection& shadow) {
  std::set<std::string> known;
  for (const Row& row : shadow.Query(kTriggers).rows) known.insert(row[0].bytes);
  Result missing = main.Query(
      "SELECT name, sql, '\"' || replace(tbl_name, '\"', '\"\"') || '\"' FROM sqlite_schema "
      "WHERE type = 'trigger'");
  shadow.Run("CREATE TABLE idle(x)");
  size_t number = 0;
  for (const Row& row : missing.rows) {
    std::string event = TimeAndEvent(row[1].bytes);
    if (known.count(row[0].bytes) != 0 || event.empty()) continue;
    shadow.Try("CREATE TRIGGER idle_" + std::to_string(++number) + " " + event + row[2].bytes +
               " BEGIN INSERT INTO idle SELECT 1 WHERE 0; END");
  }
}

}  // namespace vieworm::differential
