// What a definition computes from the current time alone: the bounds of a sliding window.
//
// They are kept in a table of one row, and the definition is read as if it joined that table. So
// everything in the view depends on tables only: it is shown as of the moment for which the bounds
// were computed, changes of the sources are followed as of that moment, too, and a refresh moves
// it on.
#ifndef VIEWORM_COMMON_PLAN_SLIDING_WINDOW_H_
#define VIEWORM_COMMON_PLAN_SLIDING_WINDOW_H_

#include <string>
#include <vector>

#include "common/sql/dialect.h"

namespace vieworm {

struct WindowBound {
  std::string column;  // of the table
  std::string value;   // SQL, over the current time
  std::string type;    // SQL
};

struct SlidingWindow {
  RelationName table;
  std::vector<WindowBound> bounds;  // none: there is no window, and no table
};

}  // namespace vieworm

#endif  // VIEWORM_COMMON_PLAN_SLIDING_WINDOW_H_
