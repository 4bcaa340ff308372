#include "common/spec/spec_rules.h"

#include "common/diagnostic.h"
#include "common/schedule/schedule.h"

#include "common/core_only.h"

namespace vieworm {

namespace {

[[noreturn]] void Contradiction(const std::string& path, const std::string& why,
                                const std::string& hint) {
  throw Error(ErrorKind::kBadSpec, "contradiction at " + Quoted(path), why, hint);
}

// A simple view stores nothing, so nothing that is said about storage can apply to it.
void CheckSimple(const ViewSpec& spec) {
  bool simple = spec.method == Method::kSimple || (spec.method == Method::kAuto && !spec.refresh);
  if (!simple) return;
  const char* offender = nullptr;
  if (spec.refresh) offender = "/refresh";
  if (!spec.indexes.empty()) offender = "/indexes";
  if (spec.tablespace) offender = "/tablespace";
  if (!spec.with_data) offender = "/with_data";
  if (offender == nullptr) return;
  Contradiction(offender, "A simple view stores no rows.",
                "Use \"method\": \"materialized\" to store them.");
}

void CheckSchedule(const RefreshSpec& refresh) {
  if (!refresh.schedule) return;
  try {
    Schedule::Parse(*refresh.schedule);
  } catch (const Error& error) {
    Diagnostic diagnostic = error.diagnostic();
    diagnostic.message += " at \"/refresh/schedule\"";
    throw Error(diagnostic);
  }
}

void CheckTiming(const RefreshSpec& refresh, const Dialect& dialect) {
  if (refresh.on == Timing::kDemand) return;
  if (refresh.mode == RefreshMode::kFull) {
    Contradiction("/refresh/on", "A full refresh runs on demand or by its schedule.",
                  "Use \"on\": \"demand\", or another \"mode\".");
  }
  if (refresh.on == Timing::kCommit && !dialect.HasCommitTiming()) {
    throw Error(ErrorKind::kNotSupported, "\"/refresh/on\" cannot be \"commit\"",
                std::string(dialect.Title()) + " runs nothing at commit.",
                "Use \"statement\" or \"demand\".");
  }
}

// What asks for more than there is is refused, not quietly served less.
void CheckIncremental(const RefreshSpec& refresh) {
  if (refresh.on == Timing::kStatement) return;
  const char* offender = nullptr;
  if (refresh.mode == RefreshMode::kIncremental) offender = "/refresh/mode";
  if (refresh.on != Timing::kDemand) offender = "/refresh/on";
  if (offender == nullptr) return;
  throw Error(ErrorKind::kNotSupported, Quoted(offender) + " asks for incremental maintenance",
              "This version of vieworm maintains incrementally by statement only.",
              "Use \"on\": \"statement\", or another \"mode\".");
}

}  // namespace

void CheckSpecRules(const ViewSpec& spec, const Dialect& dialect) {
  CheckSimple(spec);
  if (!spec.refresh) return;
  CheckSchedule(*spec.refresh);
  CheckTiming(*spec.refresh, dialect);
  CheckIncremental(*spec.refresh);
}

}  // namespace vieworm
