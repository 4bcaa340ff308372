#include "common/ddl/maintenance_postgres.h"

#include <algorithm>
#include <set>

#include "common/ddl/group_deltas.h"
#include "common/ddl/group_one_row.h"
#include "common/ddl/group_shown.h"
#include "common/ddl/maintenance.h"
#include "common/ddl/row_deltas.h"
#include "common/ddl/select.h"
#include "common/ddl/sql_text.h"
#include "common/names.h"
#include "common/plan/delta.h"
#include "common/plan/flatten.h"
#include "common/plan/stored_names.h"

#include "common/core_only.h"

namespace vieworm {

namespace {

// More than that, and the text that follows several changes at once is out of proportion.
constexpr size_t kMostTerms = 64;

class Planner {
 public:
  explicit Planner(PostgresMaintenanceInput input)
      : input_(std::move(input)), core_(CoreOf(input_.tree)) {
    NameStored(input_.shown, input_.tree, &input_.columns);
  }

  PostgresMaintenance Plan() {
    CheckSize(core_);
    plan_.window = input_.window;
    if (HasWindow()) {
      locks_ = WriterLocks::kOthers;
      plan_.expected = SelectWriter(PostgresDialect(), {}).Write(*input_.tree);
    }
    std::vector<Block> products;
    for (const RelationPtr& linear : LinearInputs(core_)) {
      for (Block& product : Flatten(*linear)) products.push_back(std::move(product));
    }
    for (const Block& product : products) Check(product);
    plan_.wanted_indexes = IndexesForJoins(products);
    if (!input_.linear && IsLinear(*core_) && HasKeys(Flatten(*core_), input_.facts)) {
      PlanRows();
    } else {
      PlanGroups();
    }
    return std::move(plan_);
  }

 private:
  bool HasWindow() const { return !input_.window.bounds.empty(); }

  void Check(const Block& product) {
    std::set<std::string> tables;
    for (const Source& source : product.from) {
      const auto* scan = std::get_if<Scan>(&source.relation->node);
      if (scan == nullptr || scan->table == input_.window.table) continue;
      bool again = !tables.insert(scan->table.Display()).second;
      if (tables.size() > 1 || again) locks_ = std::max(locks_, WriterLocks::kOthers);
      if (again) locks_ = WriterLocks::kAll;
      bool known =
          std::find(plan_.sources.begin(), plan_.sources.end(), scan->table) != plan_.sources.end();
      if (!known) plan_.sources.push_back(scan->table);
      for (const std::string& column : ColumnsRead(*MakeRelation(product), source.alias)) {
        Use(scan->table, column);
      }
    }
  }

  void Use(const RelationName& table, const std::string& column) {
    std::vector<std::string>& columns = columns_[table.Display()];
    if (std::find(columns.begin(), columns.end(), column) == columns.end()) {
      columns.push_back(column);
    }
  }

  void PlanRows() {
    RowStore store = DesignRows(Flatten(*core_), input_.columns, input_.facts);
    store.table = input_.store;
    RowDeltas rows(store);
    plan_.state = rows.State();
    plan_.indexes = rows.Indexes();
    for (const Occurrence& occurrence : store.occurrences) {
      for (const KeyColumn& key : occurrence.key) Use(occurrence.table, key.source);
    }
    Written shown;
    std::vector<std::string> values;
    for (const StoredColumn& column : store.columns) {
      values.push_back(Q(column.stored) + " AS " + Q(column.name));
      shown.columns.push_back(column.name);
      plan_.stored.push_back(column.stored);
    }
    shown.select = "SELECT " + JoinTexts(values, ", ") + " FROM " + RelationText(store.table);
    ShowStore(std::move(shown));
    for (const RelationName& source : plan_.sources) {
      plan_.strategy[source.Display()] = "keyed";
      for (ChangeEvent event : kChangeEvents) {
        ChangeProgram program = {source, NumberOf(source), event};
        program.apply = rows.Apply(source, event);
        program.alone = rows.ApplyAlone(source, event);
        program.one_row = rows.ApplyOneRow(source, event);
        program.keyed = true;
        plan_.overlaps = plan_.overlaps || !program.alone.empty();
        AddProgram(std::move(program));
      }
    }
  }

  void PlanGroups() {
    GroupDesign design = DesignGroups(*core_, input_.columns);
    design.store.table = input_.store;
    CheckKeys(design.store);
    GroupDeltas groups(design.store, design.contributions, input_.facts);
    GroupOneRow one_row(design.store, design.contributions, input_.columns, input_.facts);
    plan_.state = groups.State();
    plan_.indexes.push_back({groups.KeyColumns(), "", true, ""});
    for (const GroupKey& key : design.store.keys) plan_.stored.push_back(key.column.stored);
    ShowStore(ShowGroups(design.store, RelationText(design.store.table)));
    if (design.store.HasExactSums()) {
      plan_.expected = Shown(ShowGroups(design.store, "(" + plan_.state + ") AS s"));
    }
    for (const RelationName& source : plan_.sources) {
      plan_.strategy[source.Display()] = "linear";
      CheckTerms(design, {source});
      for (ChangeEvent event : kChangeEvents) {
        GroupChange change = {event, {{source, names::kNewRows, names::kOldRows}}};
        ChangeProgram program = {source, NumberOf(source), event};
        program.apply = {groups.Apply(change)};
        program.finish = groups.Finish(change);
        program.one_row = one_row.Program(source, event);
        AddProgram(std::move(program));
      }
    }
    if (design.store.Recomputes()) WantIndexesForGroups(design);
    plan_.overlaps = plan_.sources.size() > 1 || locks_ == WriterLocks::kAll;
    if (plan_.overlaps && locks_ != WriterLocks::kNone) PlanTogether(design, groups);
  }

  void WantIndexesForGroups(const GroupDesign& design) {
    std::vector<Block> products;
    for (const Contribution& contribution : design.contributions) {
      products.push_back(contribution.block);
    }
    for (WantedIndex& index : IndexesForGroups(products, design.store.keys.size())) {
      plan_.wanted_indexes.push_back(std::move(index));
    }
  }

  static size_t CountTerms(const GroupDesign& design, const std::vector<RelationName>& changed) {
    size_t terms = 0;
    for (const Contribution& contribution : design.contributions) {
      int occurrences = 0;
      for (const RelationName& table : changed) {
        occurrences += CountOccurrences(*MakeRelation(contribution.block), table);
      }
      terms += (size_t{1} << std::min(occurrences, 20)) - 1;
    }
    return terms;
  }

  static void CheckTerms(const GroupDesign& design, const std::vector<RelationName>& changed) {
    if (CountTerms(design, changed) <= kMostTerms) return;
    throw Unmaintainable("it joins " + changed[0].Display() + " to itself too many times");
  }

  void PlanTogether(const GroupDesign& design, const GroupDeltas& groups) {
    if (CountTerms(design, plan_.sources) > kMostTerms) return;
    GroupChange change = {ChangeEvent::kUpdate, {}};
    for (const RelationName& source : plan_.sources) {
      int number = NumberOf(source);
      change.tables.push_back({source, names::Numbered(names::kNewRows, number),
                               names::Numbered(names::kOldRows, number)});
    }
    plan_.together = TogetherProgram{{groups.Apply(change)}, groups.Finish(change)};
  }

  int NumberOf(const RelationName& source) const {
    auto found = std::find(plan_.sources.begin(), plan_.sources.end(), source);
    return static_cast<int>(found - plan_.sources.begin()) + 1;
  }

  // Groups are told apart by a unique index, and a row that nothing identifies by its look.
  static void CheckKeys(const GroupStore& store) {
    for (const GroupKey& key : store.keys) {
      if (key.column.exact) continue;
      throw Unmaintainable(store.whole_rows
                               ? "not all of its sources have a primary key, and its rows cannot "
                                 "be told apart by their values"
                               : "values that it groups by may be equal and look different");
    }
  }

  std::string Shown(Written core) const {
    RelationPtr shown = WithCore(input_.tree, MakeRelation(std::move(core)));
    return SelectWriter(PostgresDialect(), {}).Write(*shown);
  }

  void ShowStore(Written shown) { plan_.face = Shown(std::move(shown)); }

  void AddProgram(ChangeProgram program) {
    if (program.event == ChangeEvent::kUpdate) {
      program.columns = columns_[program.source.Display()];
      if (program.columns.empty()) return;  // the view counts rows, and values do not matter
    }
    program.locks = locks_;
    plan_.programs.push_back(std::move(program));
  }

  PostgresMaintenanceInput input_;
  RelationPtr core_;
  PostgresMaintenance plan_;
  WriterLocks locks_ = WriterLocks::kNone;
  std::map<std::string, std::vector<std::string>> columns_;  // in use, by source
};

}  // namespace

const char* Word(WriterLocks locks) {
  switch (locks) {
    case WriterLocks::kNone:
      return "none";
    case WriterLocks::kOthers:
      return "others";
    case WriterLocks::kAll:
      return "all";
  }
  return "";
}

PostgresMaintenance PlanMaintenanceInPostgres(PostgresMaintenanceInput input) {
  return Planner(std::move(input)).Plan();
}

}  // namespace vieworm
