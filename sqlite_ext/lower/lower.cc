#include "sqlite_ext/lower/lower.h"

#include <algorithm>
#include <memory>
#include <optional>

#include "sqlite_ext/lower/comparisons.h"
#include "sqlite_ext/lower/function_list.h"
#include "sqlite_ext/lower/refused.h"
#include "sqlite_ext/lower/scope.h"
#include "sqlite_ext/lower/select_lowering.h"
#include "sqlite_ext/lower/self_check.h"
#include "sqlite_ext/maintain/like_guard.h"
#include "sqlite_ext/name_lookup.h"
#include "sqlite_ext/parse/parser.h"
#include "sqlite_ext/registry.h"
#include "sqlite_ext/resolve/resolver.h"
#include "sqlite_ext/view_parts.h"

namespace vieworm::lower {

namespace {

// Parses, resolves and checks the text, and hands it on; comes back for the text of each view that
// it reads.
class TextLowering : public ViewLowering {
 public:
  TextLowering(sqlite3* db, std::string schema, const std::string& moment)
      : db_(db), schema_(std::move(schema)), functions_(db) {
    moment_ = Parse("SELECT " + moment);
    const auto& query = std::get<parse::Query>(moment_->select->cores[0].body);
    context_.db = db;
    context_.functions = &functions_;
    context_.moment = query.columns[0].expr;
    context_.views = this;
  }

  Lowering Lower(const std::string& select, bool top) {
    std::shared_ptr<const parse::Tree> tree = Parse(select);
    uses_like_ = uses_like_ || UsesLike(select);
    resolve::SqliteSchema names(db_, schema_);
    resolve::Resolved resolved = resolve::Resolve(*tree, names);
    if (!resolved) throw Refused("it uses " + resolved.reason);
    CheckReading(db_, schema_, select, *resolved.select);
    trees_.push_back(tree);
    arenas_.push_back(resolved.arena);
    return LowerSelect(*resolved.select, resolved, top, &context_);
  }

  Lowering LowerView(const resolve::TableFacts& view) override {
    std::optional<RegistryEntry> entry = LoadEntry(db_, view.name);
    bool face = entry && entry->IsStored() && HasFace(db_, *entry);
    if (face && entry->mode != Word(RefreshMode::kIncremental)) {
      throw Refused("it reads view " + view.name.name + ", which is refreshed in full");
    }
    views_.insert(view.name.name);
    Lowering lowering =
        Lower(face ? CurrentDefinition(db_, *entry) : SelectOfView(db_, view.name), false);
    for (size_t i = 0; i < lowering.columns.size() && i < view.columns.size(); ++i) {
      lowering.columns[i].name = view.columns[i].name;
    }
    return lowering;
  }

  const LoweringContext& context() const { return context_; }
  const std::set<std::string>& views() const { return views_; }
  bool uses_like() const { return uses_like_; }

 private:
  static std::shared_ptr<const parse::Tree> Parse(const std::string& select) {
    parse::ParseResult parsed = parse::ParseSelect(select);
    if (!parsed) throw Refused("it has a construct that vieworm cannot read");
    return parsed.tree;
  }

  sqlite3* db_;
  std::string schema_;
  FunctionList functions_;
  LoweringContext context_;
  std::set<std::string> views_;
  bool uses_like_ = false;
  std::shared_ptr<const parse::Tree> moment_;
  std::vector<std::shared_ptr<const parse::Tree>> trees_;
  std::vector<std::shared_ptr<parse::Arena>> arenas_;
};

}  // namespace

Lowered Lower(sqlite3* db, const RelationName& view, const std::string& select,
              const std::string& moment) {
  Lowered lowered;
  try {
    if (SqliteDialect().SameName(view.schema, "temp")) {
      throw Refused("it is a view of the connection's own, and its sources are in files");
    }
    TextLowering lowering(db, view.schema, moment);
    RelationPtr tree = lowering.Lower(select, true).relation;
    lowered.affinity_traps = lowering.context().affinity_traps;
    lowered.views = lowering.views();
    lowered.uses_like = lowering.uses_like();
    lowered.uses_time = lowering.context().uses_time;
    lowered.tree = std::move(tree);
  } catch (const Refused& refused) {
    lowered.reason = refused.what();
  }
  return lowered;
}

}  // namespace vieworm::lower
