// Every name that vieworm gives to something of its own is spelled here and nowhere else.
#ifndef VIEWORM_COMMON_NAMES_H_
#define VIEWORM_COMMON_NAMES_H_

#include <string>

namespace vieworm::names {

// PostgreSQL: the schema of everything internal. Users' views are never in it.
inline constexpr char kSchema[] = "vieworm";

// SQLite: the names of everything internal begin like this, so that programs which compare a schema
// with what they know of can leave it alone. Users' views have no such names.
inline constexpr char kPrefix[] = "_vieworm_";

// SQLite: what stands beside the view `view` for it: `_vieworm_<view>_<suffix>`.
inline std::string Internal(const std::string& view, const std::string& suffix) {
  return kPrefix + view + "_" + suffix;
}

// SQLite: in a face, the line of a comment that holds the view's spec begins like this.
inline constexpr char kRemark[] = "-- vieworm: ";

// The relations behind a view `v` that is stored: `v_store`, an ordinary table with the contents,
// and, in PostgreSQL, `v_definition`, a plain view with the user's SELECT. In PostgreSQL they are
// in kSchema, in SQLite beside the view, as `_vieworm_v_store`.
inline constexpr char kStore[] = "store";
inline constexpr char kDefinition[] = "definition";

// PostgreSQL: a plain view with what the store of a maintained view ought to hold, beside the
// store.
inline constexpr char kState[] = "state";

// PostgreSQL: a table of one row with the bounds of a sliding window, and the column that says as
// of when they are.
inline constexpr char kWindow[] = "window";
inline constexpr char kAsOf[] = "as_of";

// PostgreSQL: the function that maintains views, in kSchema, and what its triggers call the changed
// rows.
inline constexpr char kMaintainFunction[] = "maintain";
inline constexpr char kNewRows[] = "vieworm_new";
inline constexpr char kOldRows[] = "vieworm_old";

// The same for the source of that number, where several have changed.
inline std::string Numbered(const char* rows, int number) {
  return std::string(rows) + "_" + std::to_string(number);
}

// PostgreSQL, in kSchema: the aggregate that adds floating-point numbers up without rounding, and
// the functions that round such a sum, the first one divided by a count.
inline constexpr char kExactSum[] = "exact_sum";
inline constexpr char kDoubleOfSum[] = "double_of_sum";
inline constexpr char kRealOfSum[] = "real_of_sum";

// PostgreSQL: the trigger on a store that lets only maintenance through, and its function.
inline constexpr char kStoreGuard[] = "vieworm_guard";
inline constexpr char kGuardFunction[] = "guard_store";

// The table that knows every view of vieworm's: `vieworm.registry` in PostgreSQL,
// `_vieworm_registry` in each SQLite database that holds a view.
inline constexpr char kRegistry[] = "registry";
inline constexpr char kSqliteRegistry[] = "_vieworm_registry";

// PostgreSQL: what drives a view's schedule is a job of pg_cron's, called after the view with this
// in front. One more job for each owner drives what pg_cron cannot say by itself.
inline constexpr char kJobPrefix[] = "vieworm: ";
inline constexpr char kDispatcherJob[] = "vieworm: run due";

}  // namespace vieworm::names

#endif  // VIEWORM_COMMON_NAMES_H_
