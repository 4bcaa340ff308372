// The table of a sliding window's bounds, in PostgreSQL.
#ifndef VIEWORM_COMMON_DDL_WINDOW_POSTGRES_H_
#define VIEWORM_COMMON_DDL_WINDOW_POSTGRES_H_

#include <string>

#include "common/plan/sliding_window.h"

namespace vieworm {

// SELECT: the one row of the table, as of now.
std::string SelectWindowInPostgres(const SlidingWindow& window);

// UPDATE: moves the window to now.
std::string MoveWindowInPostgres(const SlidingWindow& window);

}  // namespace vieworm

#endif  // VIEWORM_COMMON_DDL_WINDOW_POSTGRES_H_
