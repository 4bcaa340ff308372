// Schedules: when a view is due, and vieworm_run_due.
#ifndef VIEWORM_SQLITE_EXT_DUE_H_
#define VIEWORM_SQLITE_EXT_DUE_H_

#include <optional>
#include <string>

#include "common/json.h"
#include "common/spec/view_spec.h"
#include "sqlite_ext/clock.h"

struct sqlite3;

namespace vieworm {

// When a view with that spec is due next, or nothing without a schedule.
std::optional<std::string> NextDue(sqlite3* db, const ViewSpec& spec, const Moment& now);

// Refreshes what is due, dependencies first; returns one object per view. What fails is recorded
// and does not stop the others. Throws only what concerns the whole run, such as an interrupt.
Json RunDue(sqlite3* db);

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_DUE_H_
