#include "common/ddl/maintenance.h"

#include <algorithm>
#include <deque>
#include <set>

#include "common/ddl/group_face.h"
#include "common/ddl/source_triggers.h"
#include "common/ddl/sql_text.h"
#include "common/names.h"
#include "common/plan/delta.h"
#include "common/plan/flatten.h"

#include "common/core_only.h"

namespace vieworm {

namespace {

constexpr size_t kMostProducts = 32;

// How many blocks Flatten would give.
size_t CountProducts(const Relation& relation) {
  size_t count = 1;
  if (const auto* all = std::get_if<UnionAll>(&relation.node)) {
    count = 0;
    for (const RelationPtr& branch : all->branches) count += CountProducts(*branch);
  } else {
    for (const RelationPtr& input : InputsOf(relation)) count *= CountProducts(*input);
  }
  return std::min(count, kMostProducts + 1);
}

class Planner {
 public:
  explicit Planner(const MaintenanceInput& input) : input_(input), core_(CoreOf(input.tree)) {}

  Maintenance Plan() {
    if (IsLinear(*core_) && HasKeys(Flatten(*core_), input_.facts)) {
      PlanRows();
    } else {
      PlanGroups();
    }
    if (input_.slide) WriteSlide();
    ReadersOfTables();
    WriteTriggers();
    return std::move(plan_);
  }

 private:
  RelationName NewTable(const std::string& suffix) {
    RelationName name{input_.view.schema, input_.table_name(suffix)};
    plan_.tables.push_back(name);
    return name;
  }

  void PlanRows() {
    RowStore& store = NewRowStore(Flatten(*core_), input_.columns, names::kStore);
    ShowStore(store.table, rows_.back().Show());
    for (const StoredColumn& column : input_.columns) plan_.stored.push_back(column.stored);
  }

  // What is not run by a trigger.
  GroupStatements GroupsOutside() const {
    return {group_store_, contributions_, input_.view.schema};
  }

  RowStore& NewRowStore(std::vector<Block> products, std::vector<StoredColumn> columns,
                        const std::string& suffix) {
    RowStore& store =
        row_stores_.emplace_back(DesignRows(std::move(products), std::move(columns), input_.facts));
    store.table = NewTable(suffix);
    RowStatements& rows = rows_.emplace_back(store);
    Add(rows.Create(), &plan_.create);
    Add(RowStatements(store, input_.view.schema).Fill(), &plan_.fill);
    return store;
  }

  void ShowStore(const RelationName& store, Written shown) {
    plan_.store = store;
    RelationPtr face = WithCore(input_.tree, MakeRelation(std::move(shown)));
    plan_.face = SelectWriter(SqliteDialect(), {}).Write(*face);
  }

  void PlanGroups() {
    GroupDesign design = DesignGroups(*core_, input_.columns);
    group_store_ = std::move(design.store);
    group_store_.table = NewTable(names::kStore);
    contributions_ = std::move(design.contributions);
    AvoidHazards();
    groups_.emplace(group_store_, contributions_);
    Add(groups_->Create(), &plan_.create);
    Add(GroupsOutside().Fill(), &plan_.fill);
    ShowStore(group_store_.table, GroupFace(group_store_, contributions_).Write());
    for (const GroupKey& key : group_store_.keys) plan_.stored.push_back(key.column.stored);
  }

  // The contributions of one side whose deltas cannot be trusted go through a store of rows.
  void AvoidHazards() {
    std::vector<Contribution> kept;
    std::map<std::string, std::vector<Block>> by_side;
    for (Contribution& contribution : contributions_) {
      by_side[contribution.count].push_back(contribution.block);
    }
    for (auto& [count, products] : by_side) {
      std::string hazard = HazardOf(products);
      if (hazard.empty()) {
        for (Block& product : products) kept.push_back({std::move(product), count});
        continue;
      }
      if (!HasKeys(products, input_.facts)) {
        throw Unmaintainable(hazard + ", and not all of its sources have a primary key");
      }
      kept.push_back({ThroughRows(std::move(products)), count});
    }
    contributions_ = std::move(kept);
  }

  std::string HazardOf(const std::vector<Block>& products) const {
    for (const Block& product : products) {
      if (std::string hazard = input_.hazard(product); !hazard.empty()) return hazard;
    }
    return "";
  }

  // A block that reads a new row store with the rows of `products`.
  Block ThroughRows(std::vector<Block> products) {
    std::vector<StoredColumn> columns = input_.columns;
    for (StoredColumn& column : columns) column.stored = column.name;
    RowStore& store = NewRowStore(std::move(products), std::move(columns), "rows");
    Block block;
    std::string alias = "rows_" + std::to_string(row_stores_.size());
    block.from.push_back({alias, MakeRelation(Scan{{"", store.table.name}})});
    for (const StoredColumn& column : store.columns) {
      block.outputs.push_back({column.name, Scalar::Column({alias, column.stored})});
    }
    return block;
  }

  // ------------------------------------------------------------------------------ sliding window

  // The products of all leaves in the order in which they were planned. The trees differ in the
  // moment only, so their products correspond.
  static std::vector<Block> ProductsOf(const RelationPtr& tree) {
    std::vector<Block> products;
    for (const RelationPtr& input : LinearInputs(CoreOf(tree))) Add(Flatten(*input), &products);
    return products;
  }

  // A product's sources, each under its alias, tell it from all others: of a source that is a UNION
  // ALL, each product has another branch. A table beside the UNION ALL is in all of its products.
  static bool SameProduct(const Block& one, const Block& other) {
    return std::equal(one.from.begin(), one.from.end(), other.from.begin(), other.from.end(),
                      [](const Source& a, const Source& b) { return a.alias == b.alias; });
  }

  void WriteSlide() {
    std::vector<Block> before = ProductsOf(input_.slide->before);
    std::vector<Block> after = ProductsOf(input_.slide->after);
    for (size_t i = 0; i < before.size(); ++i) SlideProduct(before[i], after[i]);
    if (groups_) Add(GroupsOutside().CleanUp(true), &plan_.enter);
  }

  void SlideProduct(const Block& before, const Block& after) {
    for (const Contribution& contribution : contributions_) {
      if (!SameProduct(contribution.block, before)) continue;
      plan_.leave.push_back(
          GroupsOutside().Apply(ButNot(before, after), contribution.count, -1, ChangeWriter()));
      plan_.enter.push_back(
          GroupsOutside().Apply(ButNot(after, before), contribution.count, 1, ChangeWriter()));
    }
    for (size_t store = 0; store < row_stores_.size(); ++store) {
      const std::vector<Block>& products = row_stores_[store].products;
      RowStatements rows(row_stores_[store], input_.view.schema);
      for (size_t i = 0; i < products.size(); ++i) {
        if (!SameProduct(products[i], before)) continue;
        plan_.leave.push_back(rows.Remove(i, ButNot(before, after)));
        plan_.enter.push_back(rows.Insert(i, ButNot(after, before)));
      }
    }
  }

  // The rows of `block` that the conditions of `other` leave out.
  static Block ButNot(Block block, const Block& other) {
    std::vector<Scalar::Piece> pieces = {std::string("(")};
    for (size_t i = 0; i < other.where.size(); ++i) {
      pieces.emplace_back(std::string(i > 0 ? " AND (" : "("));
      const std::vector<Scalar::Piece>& term = other.where[i].pieces();
      pieces.insert(pieces.end(), term.begin(), term.end());
      pieces.emplace_back(std::string(")"));
    }
    pieces.emplace_back(std::string(other.where.empty() ? "true) IS NOT TRUE" : ") IS NOT TRUE"));
    block.where.emplace_back(std::move(pieces));
    return block;
  }

  // ----------------------------------------------------------------------------------- triggers

  bool IsRowStore(const std::string& table) const {
    return std::any_of(row_stores_.begin(), row_stores_.end(),
                       [&](const RowStore& store) { return store.table.name == table; });
  }

  SourceReaders& ReadersOf(const std::string& table) {
    auto [found, fresh] = readers_.try_emplace(table);
    if (fresh) {
      found->second.facts = &input_.facts({"", table});
      tables_in_order_.push_back(table);
    }
    return found->second;
  }

  void NoteColumns(const Block& block, const Source& source, SourceReaders* readers) {
    std::vector<std::string>& columns = readers->columns;
    for (const std::string& column : ColumnsRead(*MakeRelation(block), source.alias)) {
      bool known = std::find(columns.begin(), columns.end(), column) != columns.end();
      if (!known) columns.push_back(column);
    }
  }

  void ReadersOfTables() {
    for (const Contribution& contribution : contributions_) {
      for (const Source& source : contribution.block.from) {
        const auto* scan = std::get_if<Scan>(&source.relation->node);
        if (scan == nullptr || IsRowStore(scan->table.name)) continue;
        SourceReaders& readers = ReadersOf(scan->table.name);
        readers.direct.push_back(&contribution);
        NoteColumns(contribution.block, source, &readers);
        plan_.strategy.try_emplace(scan->table.name, "linear");
      }
    }
    for (size_t i = 0; i < row_stores_.size(); ++i) {
      for (const Occurrence& occurrence : row_stores_[i].occurrences) {
        NoteRowStore(i, occurrence);
      }
    }
  }

  void NoteRowStore(size_t i, const Occurrence& occurrence) {
    SourceReaders& readers = ReadersOf(occurrence.table.name);
    bool known = std::find(readers.row_stores.begin(), readers.row_stores.end(), &rows_[i]) !=
                 readers.row_stores.end();
    if (!known) readers.row_stores.push_back(&rows_[i]);
    const Block& block = row_stores_[i].products[occurrence.product];
    for (const Source& source : block.from) {
      if (source.alias == occurrence.alias) NoteColumns(block, source, &readers);
    }
    plan_.strategy[occurrence.table.name] = "keyed";
  }

  // A row that is replaced by one of the same key is found by that key. Only where other keys can
  // make a row go, where the old row itself is needed, or where foreign key actions can make the
  // new row go before its trigger fires, must the old one be set aside.
  bool NeedsGuard(const SourceReaders& readers) const {
    const TableFacts& facts = *readers.facts;
    if (!readers.direct.empty() || input_.reaches_itself(facts.name.name)) return true;
    if (facts.without_rowid) return facts.unique.size() > 1;
    return facts.rowid_column.empty() || !facts.unique.empty();
  }

  void AddGuard(SourceReaders* readers) {
    if (!NeedsGuard(*readers)) return;
    std::string why = WhyUnguardable(*readers->facts);
    if (!why.empty()) throw Unmaintainable(why);
    std::vector<std::string> columns = readers->columns;
    const std::vector<std::string>& identity = readers->facts->identity;
    if (!readers->row_stores.empty()) {
      for (const std::string& name : identity) {
        if (std::find(columns.begin(), columns.end(), name) == columns.end()) {
          columns.push_back(name);
        }
      }
    }
    RelationName aside = NewTable("replaced");
    guards_.emplace_back(*readers->facts, aside, std::move(columns));
    plan_.create.push_back(guards_.back().Create());
    readers->guard = &guards_.back();
  }

  void WriteTriggers() {
    WriteRowStoreTriggers();
    for (const std::string& table : tables_in_order_) {
      SourceReaders& readers = readers_.at(table);
      if (groups_) {
        readers.groups = &*groups_;
        readers.group_store = &group_store_;
      }
      AddGuard(&readers);
      Add(SourceTriggers(input_, readers).Write(), &plan_.triggers);
    }
  }

  // Rows that come into a hidden store, or leave it, are added to the groups.
  void WriteRowStoreTriggers() {
    for (const Contribution& contribution : contributions_) {
      const auto* scan = std::get_if<Scan>(&contribution.block.from[0].relation->node);
      if (scan == nullptr || !IsRowStore(scan->table.name)) continue;
      Block delta = contribution.block;
      delta.from[0].relation = MakeRelation(Change{scan->table});
      AddRowTrigger(scan->table.name, "insert", "AFTER INSERT", "NEW", 1, delta,
                    contribution.count);
      AddRowTrigger(scan->table.name, "delete", "AFTER DELETE", "OLD", -1, delta,
                    contribution.count);
    }
  }

  void AddRowTrigger(const std::string& table, const char* suffix, const char* event,
                     const char* row, int sign, const Block& delta, const std::string& count) {
    RelationName name{input_.view.schema, input_.trigger_name(table + "_" + suffix)};
    plan_.triggers.push_back(
        MakeTrigger(name, table, event, "", {groups_->Apply(delta, count, sign, RowOf(row))}));
  }

  template <typename T>
  static void Add(std::vector<T> items, std::vector<T>* list) {
    for (T& item : items) list->push_back(std::move(item));
  }

  const MaintenanceInput& input_;
  RelationPtr core_;
  Maintenance plan_;
  GroupStore group_store_;
  std::vector<Contribution> contributions_;
  std::optional<GroupStatements> groups_;
  std::deque<RowStore> row_stores_;  // deques: their items are pointed to
  std::deque<RowStatements> rows_;
  std::deque<ReplaceGuard> guards_;
  std::map<std::string, SourceReaders> readers_;
  std::vector<std::string> tables_in_order_;
};

}  // namespace

void CheckSize(const RelationPtr& core) {
  size_t count = 0;
  for (const RelationPtr& input : LinearInputs(core)) count += CountProducts(*input);
  if (count <= kMostProducts) return;
  throw Unmaintainable("it has more than " + std::to_string(kMostProducts) +
                       " combinations of UNION ALL branches");
}

Maintenance PlanMaintenance(const MaintenanceInput& input) { return Planner(input).Plan(); }

}  // namespace vieworm
