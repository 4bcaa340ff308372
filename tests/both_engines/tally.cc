#include "tests/both_engines/tally.h"

namespace vieworm::both_engines {

void Tally::AddUpkeep(const Upkeep& upkeep) {
  ++definitions_;
  for (size_t i = 0; i < 2; ++i) {
    if (!upkeep.incremental[i]) reasons_[i].Add(upkeep.reasons[i]);
    if (upkeep.incremental[i] && !upkeep.incremental[1 - i]) ++incremental_in_one_[i];
  }
  if (upkeep.incremental[0] && upkeep.incremental[1]) ++incremental_in_both_;
  if (!upkeep.incremental[0] && !upkeep.incremental[1]) ++incremental_in_none_;
}

void Tally::Add(const RunReport& report) {
  ++cases_;
  statements_ += report.statements;
  refused_by_both_ += report.refused_by_both;
  refused_ += report.refused.size();
  with_definition_ += report.views.with_definition;
  with_each_other_ += report.views.with_each_other;
  refreshes_ += report.views.refreshes;
  one_sided_count_ += report.one_sided.size();
  for (const Upkeep& upkeep : report.views.upkeep) AddUpkeep(upkeep);
  for (const std::string& text : report.one_sided) one_sided_.Add(text.substr(0, text.find(';')));
}

void Tally::Print(std::ostream& out) const {
  out << statements_ << " statements (" << refused_by_both_ << " of them refused by both engines), "
      << definitions_ << " definitions, " << with_definition_
      << " comparisons of a view with its definition, " << with_each_other_
      << " of both engines' views; " << cases_ << " cases\n"
      << "incremental in both engines: " << incremental_in_both_ << ", in SQLite only "
      << incremental_in_one_[0] << ", in PostgreSQL only " << incremental_in_one_[1]
      << ", in neither " << incremental_in_none_ << "; " << refreshes_ << " refreshes in full\n"
      << "in full in SQLite:\n";
  reasons_[0].Print(out);
  out << "in full in PostgreSQL:\n";
  reasons_[1].Print(out);
  out << refused_ << " texts that an engine does not take, " << abandoned_
      << " cases abandoned as too slow\n"
      << one_sided_count_
      << " statements refused by one engine because of the rows, not counted:\n";
  one_sided_.Print(out);
}

}  // namespace vieworm::both_engines
