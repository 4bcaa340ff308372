// The SQL functions: arguments in, one call, result out.

#include "common/graph/graph_writer.h"
#include "common/plan/refusals.h"
#include "common/spec/json_reader.h"
#include "common/spec/spec_parser.h"
#include "pg_ext/arguments.h"
#include "pg_ext/create.h"
#include "pg_ext/drop.h"
#include "pg_ext/find_view.h"
#include "pg_ext/guard.h"
#include "pg_ext/maintain/explain.h"
#include "pg_ext/maintain/verify.h"
#include "pg_ext/module_version.h"
#include "pg_ext/reading_order.h"
#include "pg_ext/refresh.h"
#include "pg_ext/run_due.h"
#include "pg_ext/text.h"

extern "C" {
#include "miscadmin.h"
}

namespace vieworm {

namespace {

Datum CreateFromSpec(FunctionCallInfo fcinfo) {
  Arguments arguments(fcinfo, "vieworm_create");
  return ToJsonb(Create(arguments.JsonValue(0, "spec")));
}

Datum CreateFromArguments(FunctionCallInfo fcinfo) {
  Arguments arguments(fcinfo, "vieworm_create");
  std::string name = arguments.Text(0, "name");
  std::string definition = arguments.Text(1, "definition");
  Json options = arguments.JsonValue(2, "options");
  return ToJsonb(Create(SpecFromArguments(name, definition, options, PostgresDialect())));
}

Datum CompileSpec(FunctionCallInfo fcinfo) {
  Arguments arguments(fcinfo, "vieworm_compile");
  std::vector<std::string> steps;
  for (const Statement& statement : Compile(arguments.JsonValue(0, "spec"))) {
    steps.push_back(statement.sql);
  }
  return ReturnSteps(fcinfo, steps);
}

Datum RefreshOne(FunctionCallInfo fcinfo) {
  Arguments arguments(fcinfo, "vieworm_refresh");
  std::string name = arguments.Text(0, "name");
  Json options = arguments.JsonValue(1, "options");
  arguments.AddText(2, "mode", &options);
  arguments.AddBool(3, "concurrently", &options);
  arguments.AddBool(4, "with_data", &options);
  RefreshOptions parsed = ParseRefreshOptions(options);
  return ToJsonb(Refresh(FindView(name), parsed));
}

Datum RefreshEach(FunctionCallInfo fcinfo) {
  Arguments arguments(fcinfo, "vieworm_refresh_all");
  return ReturnRows(fcinfo, RefreshAll(ParseRefreshOptions(arguments.JsonValue(0, "options"))));
}

Datum DropOne(FunctionCallInfo fcinfo) {
  Arguments arguments(fcinfo, "vieworm_drop");
  std::string name = arguments.Text(0, "name");
  Json options = arguments.JsonValue(1, "options");
  arguments.AddBool(2, "if_exists", &options);
  arguments.AddBool(3, "cascade", &options);
  return ReturnTexts(Drop(name, ParseDropOptions(options)));
}

RegisteredView ViewArgument(FunctionCallInfo fcinfo, const char* function) {
  return FindView(Arguments(fcinfo, function).Text(0, "name"));
}

Datum ExplainJson(FunctionCallInfo fcinfo) {
  Arguments arguments(fcinfo, "vieworm_explain");
  return ReturnSteps(fcinfo, ExplainSpec(arguments.JsonValue(0, "spec")));
}

Datum ExplainText(FunctionCallInfo fcinfo) {
  Arguments arguments(fcinfo, "vieworm_explain");
  std::string text = arguments.Text(0, "name");
  if (BeginsObject(text)) return ExplainJson(fcinfo);
  return ReturnSteps(fcinfo, Explain(FindView(text)));
}

Datum Draw(FunctionCallInfo fcinfo) {
  Arguments arguments(fcinfo, "vieworm_graph");
  std::string format = arguments.Text(0, "format");
  return ToText(RenderGraph(ReadingGraph(AllRegistered()), format));
}

Datum RunScheduledView(FunctionCallInfo fcinfo) {
  Arguments arguments(fcinfo, "run_scheduled");
  return ToJsonb(RunScheduled(arguments.Text(0, "name")));
}

// Says at once, in one sentence, where nothing can be changed: not somewhere within.
template <typename Body>
Datum ChangingEntry(const char* function, Body body) {
  return Entry([=] {
    PgCall([=] {
      PreventCommandDuringRecovery(function);
      PreventCommandIfReadOnly(function);
    });
    return body();
  });
}

}  // namespace

}  // namespace vieworm

extern "C" {

PG_FUNCTION_INFO_V1(vieworm_create_from_spec);
PG_FUNCTION_INFO_V1(vieworm_create_from_arguments);
PG_FUNCTION_INFO_V1(vieworm_compile);
PG_FUNCTION_INFO_V1(vieworm_refresh);
PG_FUNCTION_INFO_V1(vieworm_refresh_all);
PG_FUNCTION_INFO_V1(vieworm_drop);
PG_FUNCTION_INFO_V1(vieworm_verify);
PG_FUNCTION_INFO_V1(vieworm_repair);
PG_FUNCTION_INFO_V1(vieworm_pause);
PG_FUNCTION_INFO_V1(vieworm_resume);
PG_FUNCTION_INFO_V1(vieworm_explain);
PG_FUNCTION_INFO_V1(vieworm_explain_spec);
PG_FUNCTION_INFO_V1(vieworm_graph);
PG_FUNCTION_INFO_V1(vieworm_run_due);
PG_FUNCTION_INFO_V1(vieworm_run_scheduled);
PG_FUNCTION_INFO_V1(vieworm_version);

Datum vieworm_create_from_spec(PG_FUNCTION_ARGS) {
  return vieworm::ChangingEntry("vieworm_create",
                                [fcinfo] { return vieworm::CreateFromSpec(fcinfo); });
}

Datum vieworm_create_from_arguments(PG_FUNCTION_ARGS) {
  return vieworm::ChangingEntry("vieworm_create",
                                [fcinfo] { return vieworm::CreateFromArguments(fcinfo); });
}

Datum vieworm_compile(PG_FUNCTION_ARGS) {
  return vieworm::Entry([fcinfo] { return vieworm::CompileSpec(fcinfo); });
}

Datum vieworm_refresh(PG_FUNCTION_ARGS) {
  return vieworm::ChangingEntry("vieworm_refresh",
                                [fcinfo] { return vieworm::RefreshOne(fcinfo); });
}

Datum vieworm_refresh_all(PG_FUNCTION_ARGS) {
  return vieworm::ChangingEntry("vieworm_refresh_all",
                                [fcinfo] { return vieworm::RefreshEach(fcinfo); });
}

Datum vieworm_drop(PG_FUNCTION_ARGS) {
  return vieworm::ChangingEntry("vieworm_drop", [fcinfo] { return vieworm::DropOne(fcinfo); });
}

Datum vieworm_verify(PG_FUNCTION_ARGS) {
  return vieworm::Entry([fcinfo] {
    return vieworm::ToJsonb(vieworm::Verify(vieworm::ViewArgument(fcinfo, "vieworm_verify")));
  });
}

Datum vieworm_repair(PG_FUNCTION_ARGS) {
  return vieworm::ChangingEntry("vieworm_repair", [fcinfo] {
    return vieworm::ToJsonb(vieworm::Repair(vieworm::ViewArgument(fcinfo, "vieworm_repair")));
  });
}

Datum vieworm_pause(PG_FUNCTION_ARGS) {
  return vieworm::ChangingEntry("vieworm_pause", [fcinfo] {
    return vieworm::ToJsonb(vieworm::Pause(vieworm::ViewArgument(fcinfo, "vieworm_pause")));
  });
}

Datum vieworm_resume(PG_FUNCTION_ARGS) {
  return vieworm::ChangingEntry("vieworm_resume", [fcinfo] {
    return vieworm::ToJsonb(vieworm::Resume(vieworm::ViewArgument(fcinfo, "vieworm_resume")));
  });
}

Datum vieworm_explain(PG_FUNCTION_ARGS) {
  return vieworm::Entry([fcinfo] { return vieworm::ExplainText(fcinfo); });
}

Datum vieworm_explain_spec(PG_FUNCTION_ARGS) {
  return vieworm::Entry([fcinfo] { return vieworm::ExplainJson(fcinfo); });
}

Datum vieworm_graph(PG_FUNCTION_ARGS) {
  return vieworm::Entry([fcinfo] { return vieworm::Draw(fcinfo); });
}

Datum vieworm_run_due(PG_FUNCTION_ARGS) {
  return vieworm::ChangingEntry(
      "vieworm_run_due", [fcinfo] { return vieworm::ReturnRows(fcinfo, vieworm::RunDue()); });
}

Datum vieworm_run_scheduled(PG_FUNCTION_ARGS) {
  return vieworm::ChangingEntry("run_scheduled",
                                [fcinfo] { return vieworm::RunScheduledView(fcinfo); });
}

Datum vieworm_version(PG_FUNCTION_ARGS) {
  return vieworm::Entry([] { return vieworm::ToText(vieworm::ModuleVersion()); });
}

}  // extern "C"
