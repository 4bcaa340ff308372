#include "tests/differential/tally.h"

#include <set>

namespace vieworm::differential {

namespace {

// "linear", or "keyed, linear" where the tables differ.
std::string StrategyText(const CreatedView& view) {
  std::set<std::string> kinds;
  for (const auto& [table, strategy] : view.strategy) kinds.insert(strategy);
  std::string text;
  for (const std::string& kind : kinds) text += (text.empty() ? "" : ", ") + kind;
  return text.empty() ? "(none)" : text;
}

}  // namespace

void Tally::Add(const RunReport& report, bool first) {
  statements_ += report.statements;
  failed_statements_ += report.failed_statements;
  comparisons_ += report.comparisons;
  if (!first) return;
  ++cases_;
  refused_by_sqlite_ += report.refused_by_sqlite.size();
  definitions_ += report.views.size();
  for (const auto& [name, view] : report.views) {
    if (view.incremental) ++incremental_;
    if (view.incremental) strategies_.Add(StrategyText(view));
    if (!view.incremental) reasons_.Add(view.reason);
  }
}

void Tally::Print(std::ostream& out) const {
  out << cases_ << " cases, " << definitions_ << " definitions, " << statements_
      << " statements (of which " << failed_statements_ << " failed, as they must), "
      << comparisons_ << " comparisons\n"
      << refused_by_sqlite_ << " texts refused by SQLite, " << abandoned_
      << " runs abandoned as too slow\n"
      << "maintained incrementally: " << incremental_ << " ("
      << (definitions_ == 0 ? 0 : 100 * incremental_ / definitions_) << " %)\n";
  strategies_.Print(out);
  out << "refreshed in full: " << definitions_ - incremental_ << "\n";
  reasons_.Print(out);
}

}  // namespace vieworm::differential
