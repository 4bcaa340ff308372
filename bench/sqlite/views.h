// The views that are measured: what each one is, and how an expert maintains it by hand.
#ifndef VIEWORM_BENCH_SQLITE_VIEWS_H_
#define VIEWORM_BENCH_SQLITE_VIEWS_H_

#include <string>
#include <vector>

namespace vieworm::bench {

// A view over t(id, g, d, v) and d(id, c, name); see base_table.h.
struct View {
  std::string name;
  std::string definition;
  std::string key;  // the column of t whose change moves a row: group key or join key

  // By hand: a table, what fills it, what keeps it right, and what shows the view.
  std::string store;
  std::string fill;
  std::string triggers;
  std::string shown;
};

// The table of the hand-written version.
inline constexpr char kHandStore[] = "by_hand";

std::vector<View> AllViews();

}  // namespace vieworm::bench

#endif  // VIEWORM_BENCH_SQLITE_VIEWS_H_
