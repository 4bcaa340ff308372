// PostgreSQL has no place to call from between two rows of a plan. But every node of a plan is run
// through a pointer, ExecProcNode, which may be changed until it is first used (executor/
// execProcnode.c: ExecSetExecProcNode). So each plan that starts while somebody waits is run
// through a function that counts rows and looks at a flag, which a timeout sets.

#include "pg_ext/progress.h"

#include <csignal>

#include "common/diagnostic.h"
#include "pg_ext/compat.h"
#include "pg_ext/guard.h"
#include "pg_ext/text.h"

extern "C" {
#include "executor/executor.h"
#include "executor/instrument.h"
#include "nodes/execnodes.h"
#include "utils/timeout.h"
}

namespace vieworm {

namespace {

constexpr int kEveryMilliseconds = 3000;

struct Told {
  std::string view;  // for the server; empty where nobody waits
  uint64 rows = 0;
  Stopwatch stopwatch;
};

Told told;
volatile sig_atomic_t is_due = 0;
ExecutorStart_hook_type next_hook = nullptr;

TimeoutId Timeout() {
  static const TimeoutId id = RegisterTimeout(USER_TIMEOUT, [] { is_due = 1; });
  return id;
}

void Tell() {
  is_due = 0;
  enable_timeout_after(Timeout(), kEveryMilliseconds);
  ereport(NOTICE, (errmsg("view %s: " UINT64_FORMAT " rows read in %.0f s", told.view.c_str(),
                          told.rows, told.stopwatch.Milliseconds() / 1000)));
}

// What execProcnode.c does for a node once it has begun, and a look at the flag.
TupleTableSlot* Run(PlanState* node) {
  check_stack_depth();
  if (is_due != 0 && !told.view.empty()) Tell();
  if (node->instrument == nullptr) return node->ExecProcNodeReal(node);
  InstrStartNode(node->instrument);
  TupleTableSlot* row = node->ExecProcNodeReal(node);
  InstrStopNode(node->instrument, TupIsNull(row) ? 0.0 : 1.0);
  return row;
}

TupleTableSlot* RunAndCount(PlanState* node) {
  TupleTableSlot* row = Run(node);
  if (!TupIsNull(row)) ++told.rows;
  return row;
}

bool Watch(PlanState* node, void* has_child) {
  if (has_child != nullptr) *static_cast<bool*>(has_child) = true;
  bool is_inner = false;
  compat::WalkPlan(node, Watch, &is_inner);
  node->ExecProcNode = is_inner ? Run : RunAndCount;
  return false;
}

void WatchWhatStarts(QueryDesc* query, int flags) {
  if (next_hook != nullptr) {
    next_hook(query, flags);
  } else {
    standard_ExecutorStart(query, flags);
  }
  if (!told.view.empty() && query->planstate != nullptr) Watch(query->planstate, nullptr);
}

// It stays: others may have put theirs in front of it.
void InstallHook() {
  static bool is_installed = false;
  if (is_installed) return;
  next_hook = ExecutorStart_hook;
  ExecutorStart_hook = WatchWhatStarts;
  is_installed = true;
}

}  // namespace

Progress::Progress(const RelationName& view) : is_outermost_(told.view.empty()) {
  if (!is_outermost_) return;
  InstallHook();
  PgCall([] {
    is_due = 0;
    enable_timeout_after(Timeout(), kEveryMilliseconds);
  });
  told = {ToServer(Quoted(view.Display())), 0, Stopwatch()};
}

Progress::~Progress() {
  if (!is_outermost_) return;
  told.view.clear();
  disable_timeout(Timeout(), false);
}

}  // namespace vieworm
