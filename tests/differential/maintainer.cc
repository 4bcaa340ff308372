#include "tests/differential/maintainer.h"

#include "common/json.h"

namespace vieworm::differential {

namespace {

Json Call(Connection& connection, const std::string& sql, const std::vector<std::string>& texts) {
  return Json::parse(connection.Query(sql, texts).rows.at(0).at(0).bytes);
}

}  // namespace

void Vieworm::Load(Connection& connection) { connection.LoadVieworm(); }

CreatedView Vieworm::Create(Connection& connection, const ViewCase& view) {
  Json spec = {{"name", view.name},
               {"definition", view.definition.Text()},
               {"refresh", {{"on", "statement"}}}};
  Json answer = Call(connection, "SELECT vieworm_create(?)", {spec.dump()});
  CreatedView created;
  created.incremental = answer["refresh"]["mode"] == "incremental";
  if (answer.contains("reason")) created.reason = answer["reason"].get<std::string>();
  if (!answer.contains("strategy")) return created;
  for (const auto& [table, strategy] : answer["strategy"].items()) {
    created.strategy[table] = strategy.get<std::string>();
  }
  return created;
}

void Vieworm::Refresh(Connection& connection, const std::string& view) {
  connection.Query("SELECT vieworm_refresh(?)", {view});
}

std::string Vieworm::Verify(Connection& connection, const std::string& view) {
  Json answer = Call(connection, "SELECT vieworm_verify(?)", {view});
  return answer["missing"] == 0 && answer["extra"] == 0 ? "" : answer.dump();
}

}  // namespace vieworm::differential
