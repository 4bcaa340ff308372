#include "tests/both_engines/maintained_views.h"

#include "common/json.h"
#include "tests/both_engines/finding.h"
#include "tests/differential/comparison.h"

namespace vieworm::both_engines {

namespace {

using differential::Compare;
using differential::ViewCase;

// The functions have the same names in both engines, and take the same.
std::string Call(const std::string& function, const std::string& argument) {
  std::string quoted = "'";
  for (char c : argument) quoted += c == '\'' ? "''" : std::string(1, c);
  return "SELECT " + function + "(" + quoted + "')";
}

Json Answer(Engine& engine, const std::string& call) {
  return Json::parse(engine.Query(call).rows.at(0).at(0).bytes);
}

std::string CreateCall(const ViewCase& view) {
  Json spec = {{"name", view.name},
               {"definition", view.definition.Text()},
               {"refresh", {{"on", "statement"}}}};
  return Call("vieworm_create", spec.dump());
}

}  // namespace

std::string MaintainedViews::Place(const View& view, size_t engine) const {
  return view.view->name + " in " + engines_[engine]->Name();
}

bool MaintainedViews::BothEvaluate(const std::string& definition) {
  try {
    for (Engine* engine : engines_) engine->Query(definition);
    return true;
  } catch (const StatementError&) {
    return false;
  }
}

bool MaintainedViews::IsCurrent(const View& view) const {
  bool current = view.upkeep.incremental[0] && view.upkeep.incremental[1];
  for (const View& earlier : views_) {
    bool read = view.view->definition.Text().find(earlier.view->name + " AS ") != std::string::npos;
    if (read && !earlier.current) current = false;
  }
  return current;
}

std::vector<std::string> MaintainedViews::Create() {
  std::vector<std::string> calls;
  for (const ViewCase& view : test_.views) {
    if (!BothEvaluate(view.definition.Text())) continue;
    View created{&view, {}};
    calls.push_back(CreateCall(view));
    for (size_t i = 0; i < engines_.size(); ++i) {
      try {
        Json answer = Answer(*engines_[i], calls.back());
        created.upkeep.incremental[i] = answer["refresh"]["mode"] == "incremental";
        created.upkeep.reasons[i] = answer.value("reason", "");
      } catch (const StatementError& error) {
        throw Found{
            {FindingKind::kCreateFails, Place(created, i), 0, "it is created", error.what()}};
      }
    }
    created.current = IsCurrent(created);
    views_.push_back(created);
    counts_.upkeep.push_back(created.upkeep);
  }
  return calls;
}

// Its rows.
Result MaintainedViews::CheckOne(const View& checked, size_t engine) {
  const ViewCase& view = *checked.view;
  Result expected = engines_[engine]->Query(view.definition.Text());
  Result got;
  try {
    got = engines_[engine]->Query("SELECT * FROM " + view.name);
  } catch (const StatementError& error) {
    throw Found{
        {FindingKind::kFaceFails, Place(checked, engine), 0, "it can be read", error.what()}};
  }
  ++counts_.with_definition;
  auto difference = Compare(expected, got, view.fidelities, {});
  if (!difference) return got;
  throw Found{
      {FindingKind::kWrongRows, Place(checked, engine), 0, difference->expected, difference->got}};
}

void MaintainedViews::CheckEachOther(const View& checked, const std::array<Result, 2>& rows) {
  ++counts_.with_each_other;
  auto difference = Compare(rows[0], rows[1], checked.view->fidelities, {});
  if (!difference) return;
  throw Found{{FindingKind::kEnginesDiffer, checked.view->name, 0,
               engines_[0]->Name() + " has " + difference->expected,
               engines_[1]->Name() + " has " + difference->got}};
}

void MaintainedViews::Check() {
  for (const View& view : views_) {
    std::array<Result, 2> rows;
    for (size_t i = 0; i < engines_.size(); ++i) {
      if (view.upkeep.incremental[i]) rows[i] = CheckOne(view, i);
    }
    if (view.current) CheckEachOther(view, rows);
  }
}

void MaintainedViews::Refresh(const View& view) {
  for (size_t i = 0; i < engines_.size(); ++i) {
    if (view.upkeep.incremental[i]) continue;
    ++counts_.refreshes;
    try {
      engines_[i]->Query(Call("vieworm_refresh", view.view->name));
    } catch (const StatementError& error) {
      throw Found{{FindingKind::kRefreshFails, Place(view, i), 0, "it is refreshed", error.what()}};
    }
  }
}

// A view may read those before it, so that all are refreshed first.
void MaintainedViews::RefreshAndCheck() {
  for (const View& view : views_) Refresh(view);
  for (const View& view : views_) {
    CheckEachOther(view, {CheckOne(view, 0), CheckOne(view, 1)});
  }
}

void MaintainedViews::Verify() {
  for (const View& view : views_) {
    for (size_t i = 0; i < engines_.size(); ++i) {
      if (!view.upkeep.incremental[i]) continue;
      Json answer = Answer(*engines_[i], Call("vieworm_verify", view.view->name));
      bool right = answer["missing"] == 0 && answer["extra"] == 0 && !answer.contains("damage");
      if (right) continue;
      throw Found{{FindingKind::kVerifyBlames, Place(view, i), 0, "no fault", answer.dump()}};
    }
  }
}

}  // namespace vieworm::both_engines
