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

// What is done for a conflict may fail, whatever OR clause the statement around it has.
std::string IdleBody(const std::string& sql) {
  std::string insert = "INSERT INTO idle SELECT 1, 1 WHERE 0";
  bool upserts = sql.find("DO UPDATE") != std::string::npos;
  return upserts ? insert + " ON CONFLICT (x) DO UPDATE SET y = 1;" : insert + ";";
}

}  // namespace

void CopyTriggersIdle(Connection& main, Connection& shadow) {
  std::set<std::string> known;
  for (const Row& row : shadow.Query(kTriggers).rows) known.insert(row[0].bytes);
  Result missing = main.Query(
      "SELECT name, sql, '\"' || replace(tbl_name, '\"', '\"\"') || '\"' FROM sqlite_schema "
      "WHERE type = 'trigger'");
  shadow.Run("CREATE TABLE idle(x UNIQUE, y NOT NULL)");
  size_t number = 0;
  for (const Row& row : missing.rows) {
    std::string event = TimeAndEvent(row[1].bytes);
    if (known.count(row[0].bytes) != 0 || event.empty()) continue;
    shadow.Try("CREATE TRIGGER idle_" + std::to_string(++number) + " " + event + row[2].bytes +
               " BEGIN " + IdleBody(row[1].bytes) + " END");
  }
}

}  // namespace vieworm::differential
