#include "sqlite_ext/maintain/plan.h"

#include <algorithm>
#include <map>
#include <set>

#include "common/ddl/select.h"
#include "common/names.h"
#include "common/plan/affinity.h"
#include "common/plan/flatten.h"
#include "common/plan/stored_names.h"
#include "common/sql/sql.h"
#include "sqlite_ext/definition_query.h"
#include "sqlite_ext/lower/lower.h"
#include "sqlite_ext/maintain/compare.h"
#include "sqlite_ext/maintain/hazards.h"
#include "sqlite_ext/maintain/like_guard.h"
#include "sqlite_ext/prepared.h"
#include "sqlite_ext/probe.h"
#include "sqlite_ext/program.h"
#include "sqlite_ext/registry.h"
#include "sqlite_ext/schemas.h"
#include "sqlite_ext/sqlite_catalog.h"
#include "sqlite_ext/table_facts.h"
#include "sqlite_ext/view_parts.h"

namespace vieworm {

namespace {

// The moment at which the view is shown, from the registry.
std::string MomentIn(const RelationName& registry, const RelationName& view) {
  return "(SELECT as_of FROM " + NameAsSource(registry) +
         " WHERE name = " + SqliteDialect().QuoteLiteral(view.name) + ")";
}

// Inside a trigger.
std::string MomentOf(const RelationName& view) {
  return MomentIn({"", names::kSqliteRegistry}, view);
}

// Outside, where SQLite would look in temp first.
std::string MomentOutside(const RelationName& view) {
  return MomentIn({view.schema, names::kSqliteRegistry}, view);
}

// How the outputs of a product compare. Its conditions do not matter for that, and are left out.
std::vector<ColumnNature> NaturesOf(sqlite3* db, const std::string& schema, Block product) {
  product.where.clear();
  std::vector<std::string> columns;
  for (const Output& output : product.outputs) columns.push_back(output.name);
  std::string select = SelectWriter(SqliteDialect(), {}).Write(*MakeRelation(std::move(product)));
  Probe probe(db, schema, select);
  std::vector<ColumnNature> natures = ColumnNatures(db, NameAsSource(probe.name()), columns);
  probe.Drop();
  return natures;
}

class FactsCache {
 public:
  FactsCache(sqlite3* db, std::string schema) : db_(db), schema_(std::move(schema)) {}

  const TableFacts& operator()(const std::string& table) {
    auto [found, fresh] = facts_.try_emplace(table);
    if (fresh) found->second = DescribeTable(db_, {schema_, table});
    return found->second;
  }

 private:
  sqlite3* db_;
  std::string schema_;
  std::map<std::string, TableFacts> facts_;
};

// What is known of a column from one product.
struct ColumnKnowledge {
  ColumnNature nature;
  bool column = false;    // just a column of a table
  bool function = false;  // of a table-valued function, whose types nobody enforces
  bool not_null = false;
};

ColumnKnowledge Know(const Block& product, const Scalar& value, const ColumnNature& nature,
                     FactsCache* facts) {
  ColumnKnowledge known;
  known.nature = nature;
  const ColumnUse* use = value.AsColumn();
  if (use == nullptr) return known;
  known.column = true;
  for (const Source& source : product.from) {
    if (source.alias != use->relation) continue;
    const auto* scan = std::get_if<Scan>(&source.relation->node);
    known.function = scan == nullptr;
    if (scan == nullptr) continue;
    const TableFacts& table = (*facts)(scan->table.name);
    known.not_null = table.Find(use->column)->not_null || use->column == table.rowid_column;
  }
  return known;
}

// A type is declared only where every value has been through its conversion already: those of a
// table's column have, and so have those of a CAST, unless it is to NUMERIC.
std::string TypeOf(const ColumnKnowledge& known) {
  bool exact = !known.function && (known.column || known.nature.affinity != 'C');
  return exact ? TypeOfAffinity(known.nature.affinity) : "";
}

StoredColumn Merge(const std::string& name, const std::vector<ColumnKnowledge>& products) {
  StoredColumn column;
  column.name = name;
  column.type = TypeOf(products[0]);
  column.collation = products[0].nature.collation;
  column.not_null = true;
  for (const ColumnKnowledge& each : products) {
    if (each.nature.collation != column.collation) {
      throw Unmaintainable("the parts of a UNION differ in the collation of a column");
    }
    if (TypeOf(each) != column.type) column.type.clear();
    column.not_null = column.not_null && each.not_null;
    column.expression = column.expression || !each.column;
  }
  column.exact = !column.type.empty() && column.collation.empty();
  column.sums = column.type == "INTEGER" ? SumKind::kIntegers : SumKind::kNumbers;
  return column;
}

std::vector<StoredColumn> ColumnsOf(sqlite3* db, const std::string& schema, const RelationPtr& core,
                                    FactsCache* facts) {
  std::vector<std::string> names = ContributionColumns(*core);
  std::vector<std::vector<ColumnKnowledge>> knowledge(names.size());
  for (const RelationPtr& input : LinearInputs(core)) {
    for (const Block& product : Flatten(*input)) {
      std::vector<ColumnNature> natures = NaturesOf(db, schema, product);
      for (size_t i = 0; i < names.size(); ++i) {
        knowledge[i].push_back(Know(product, product.outputs[i].value, natures[i], facts));
      }
    }
  }
  std::vector<StoredColumn> columns;
  for (size_t i = 0; i < names.size(); ++i) columns.push_back(Merge(names[i], knowledge[i]));
  return columns;
}

// Names for the tables and triggers of a view, in the order in which they are planned.
class Names {
 public:
  virtual ~Names() = default;
  virtual std::string Table(const std::string& suffix) = 0;
  virtual std::string Trigger(const std::string& suffix) = 0;
};

// Names that nothing has, and that have not been given yet.
class FreeNames : public Names {
 public:
  FreeNames(sqlite3* db, const ViewPlan& plan) : db_(db), view_(plan.view) {
    Prepared triggers(db,
                      "SELECT name FROM " + SchemaTable(view_.schema) + " WHERE type = 'trigger'");
    while (triggers.Step()) triggers_.insert(LowerAscii(triggers.Text(0)));
  }

  std::string Table(const std::string& suffix) override {
    std::string name = FreeName(db_, view_, suffix);
    for (int n = 2; !tables_.insert(LowerAscii(name)).second; ++n) {
      name = FreeName(db_, view_, suffix + "_" + std::to_string(n));
    }
    return name;
  }

  std::string Trigger(const std::string& suffix) override {
    std::string base = names::Internal(view_.name, suffix);
    std::string name = base;
    for (int n = 2; !triggers_.insert(LowerAscii(name)).second; ++n) {
      name = base + "_" + std::to_string(n);
    }
    return name;
  }

 private:
  sqlite3* db_;
  RelationName view_;
  std::set<std::string> tables_;
  std::set<std::string> triggers_;
};

// The names of a view that exists.
class KnownNames : public Names {
 public:
  explicit KnownNames(const RegistryEntry& entry) {
    for (const Part& part : entry.parts) {
      if (part.type == "table") tables_.push_back(part.name);
      if (part.type == "trigger") triggers_.push_back(part.name);
    }
  }

  std::string Table(const std::string&) override {
    return next_table_ < tables_.size() ? tables_[next_table_++] : "";
  }
  std::string Trigger(const std::string&) override {
    return next_trigger_ < triggers_.size() ? triggers_[next_trigger_++] : "";
  }

 private:
  std::vector<std::string> tables_;
  std::vector<std::string> triggers_;
  size_t next_table_ = 0;
  size_t next_trigger_ = 0;
};

Maintenance Plan(sqlite3* db, const RelationName& view, const std::vector<std::string>& outputs,
                 const lower::Lowered& lowered, Names& names, std::optional<Slide> slide) {
  const std::string& schema = view.schema;
  CheckSize(CoreOf(lowered.tree));
  FactsCache facts(db, schema);
  ChangeGraph graph(db, schema);
  for (const RelationName& table : TablesOf(*lowered.tree)) {
    std::string blind = graph.BlindSpotOf(table.name);
    if (!blind.empty()) throw Unmaintainable(blind);
  }
  MaintenanceInput input;
  input.view = view;
  input.tree = lowered.tree;
  input.columns = ColumnsOf(db, schema, CoreOf(lowered.tree), &facts);
  NameStored(outputs, lowered.tree, &input.columns);
  input.slide = std::move(slide);
  input.facts = [&facts](const RelationName& table) -> const TableFacts& {
    return facts(table.name);
  };
  input.hazard = [&](const Block& product) {
    return graph.HazardOf(product, lowered.affinity_traps);
  };
  input.reaches_itself = [&](const std::string& table) { return graph.ReachesItself(table); };
  input.table_name = [&names](const std::string& suffix) { return names.Table(suffix); };
  input.trigger_name = [&names](const std::string& suffix) { return names.Trigger(suffix); };
  Maintenance maintenance = vieworm::PlanMaintenance(input);
  std::vector<RelationName> tables = TablesOf(*lowered.tree);
  bool like =
      lowered.uses_like || std::any_of(tables.begin(), tables.end(), [&](const auto& table) {
        return TableUsesLike(db, {schema, table.name});
      });
  if (like) GuardLike(view, &maintenance.triggers);
  return maintenance;
}

}  // namespace

std::string ExpectedContents(sqlite3* db, const RegistryEntry& entry) {
  if (entry.as_of) {
    lower::Lowered lowered =
        lower::Lower(db, entry.view, CurrentDefinition(db, entry), MomentOutside(entry.view));
    if (lowered.tree) {
      return SelectWriter(SqliteDialect(), {}, entry.view.schema).Write(*lowered.tree);
    }
  }
  return Qualified(CurrentDefinition(db, entry), entry.view.schema);
}

namespace {

std::optional<Maintenance> PlanKnown(sqlite3* db, const RegistryEntry& entry,
                                     const std::string& moment, std::optional<Slide> slide) {
  lower::Lowered lowered = lower::Lower(db, entry.view, CurrentDefinition(db, entry), moment);
  if (!lowered.tree) return std::nullopt;
  KnownNames names(entry);
  try {
    return Plan(db, entry.view, RelationColumns(db, entry.view), lowered, names, std::move(slide));
  } catch (const Unmaintainable&) {
    return std::nullopt;
  }
}

}  // namespace

std::optional<Maintenance> PlanAgain(sqlite3* db, const RegistryEntry& entry) {
  return PlanKnown(db, entry, MomentOf(entry.view), std::nullopt);
}

std::optional<Maintenance> PlanSlide(sqlite3* db, const RegistryEntry& entry,
                                     const std::string& after) {
  std::string definition = CurrentDefinition(db, entry);
  auto at = [&](const std::string& moment) {
    return lower::Lower(db, entry.view, definition, moment).tree;
  };
  std::string now = SqliteDialect().QuoteLiteral(after);
  Slide slide{at(SqliteDialect().QuoteLiteral(*entry.as_of)), at(now)};
  if (!slide.before || !slide.after) return std::nullopt;
  std::optional<Maintenance> plan = PlanKnown(db, entry, now, std::move(slide));
  if (!plan || plan->strategy != entry.strategy) return std::nullopt;
  for (const RelationName& table : plan->tables) {
    if (ObjectType(db, table) != "table") return std::nullopt;
  }
  return plan;
}

MaintenanceOutcome PlanMaintenance(sqlite3* db, const ViewPlan& plan) {
  MaintenanceOutcome outcome;
  lower::Lowered lowered = lower::Lower(db, plan.view, plan.spec.definition, MomentOf(plan.view));
  outcome.reason = lowered.reason;
  if (!lowered.tree) return outcome;
  outcome.views = lowered.views;
  outcome.uses_time = lowered.uses_time;
  // What is run by no trigger.
  lower::Lowered outside = lowered;
  if (lowered.uses_time) {
    outside = lower::Lower(db, plan.view, plan.spec.definition, MomentOutside(plan.view));
  }
  outcome.as_of = SelectWriter(SqliteDialect(), {}, plan.view.schema).Write(*outside.tree);
  try {
    std::vector<std::string> outputs;
    for (const Column& column : plan.facts.columns) outputs.push_back(column.name);
    FreeNames names(db, plan);
    outcome.maintenance = Plan(db, plan.view, outputs, lowered, names, std::nullopt);
    if (!lowered.uses_time) return outcome;
    FreeNames same(db, plan);
    outcome.maintenance->fill = Plan(db, plan.view, outputs, outside, same, std::nullopt).fill;
  } catch (const Unmaintainable& unmaintainable) {
    outcome.reason = unmaintainable.what();
  }
  return outcome;
}

}  // namespace vieworm
