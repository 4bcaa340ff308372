#include "sqlite_ext/lower/source_lowering.h"

#include "sqlite_ext/lower/refused.h"
#include "sqlite_ext/lower/volatility.h"
#include "sqlite_ext/parse/text.h"
#include "sqlite_ext/schemas.h"
#include "sqlite_ext/table_facts.h"

namespace vieworm::lower {

namespace {

ColumnInfo InfoOf(const ColumnFacts& facts, const vieworm::TableFacts& table,
                  const std::string& alias) {
  ColumnInfo info;
  info.name = facts.name;
  info.column = facts.name;
  info.nature.affinity = facts.affinity;
  info.nature.collation = LowerAscii(facts.collation);
  bool rowid = facts.name == table.rowid_column;
  info.nature.not_null = facts.not_null || rowid;
  info.nature.bases = {{alias, facts.affinity, rowid}};
  return info;
}

// SQLite 3.40 forgets, in some programs and not in others, that an integer in such a column is to
// be read as a real: there is no one value that the view could have.
void CheckReadable(const ColumnFacts& column) {
  if (!column.generated || column.affinity != 'E') return;
  throw Refused("it may read " + column.name + ", a generated column of type REAL");
}

// The INTEGER PRIMARY KEY is the rowid under another name. Without one VACUUM may number the rows
// anew.
void AddRowid(const vieworm::TableFacts& table, std::vector<ColumnInfo>* columns) {
  if (table.rowid_column.empty()) return;
  ColumnInfo rowid;
  for (const ColumnInfo& column : *columns) {
    if (column.name == table.rowid_column) rowid = column;
  }
  for (const char* name : {"rowid", "_rowid_", "oid"}) {
    if (table.Find(name) != nullptr) continue;
    rowid.name = name;
    columns->push_back(rowid);
  }
}

// Affinities as json_each and json_tree declare their columns: some have no type.
std::vector<ColumnInfo> FunctionColumns(const resolve::TableFacts& facts) {
  std::vector<ColumnInfo> columns;
  for (const resolve::TableColumn& column : facts.columns) {
    ColumnInfo info;
    info.name = column.name;
    info.column = column.name;
    info.nature.affinity = 'A';
    for (const char* text : {"type", "fullkey", "path"}) {
      if (SqliteDialect().SameName(column.name, text)) info.nature.affinity = 'B';
    }
    for (const char* integer : {"id", "parent"}) {
      if (SqliteDialect().SameName(column.name, integer)) info.nature.affinity = 'D';
    }
    columns.push_back(std::move(info));
  }
  return columns;
}

void CheckDistinctNames(const std::vector<ColumnInfo>& columns) {
  for (size_t i = 0; i < columns.size(); ++i) {
    for (size_t j = 0; j < i; ++j) {
      if (!SqliteDialect().SameName(columns[i].name, columns[j].name)) continue;
      throw Refused("a subquery has two columns of the name " + columns[i].name);
    }
  }
}

}  // namespace

void SourceLowering::Lower(const parse::From& from) {
  for (const parse::FromItem& item : from.items) {
    Add(item);
    if (item.on) conditions_.push_back(item.on);
  }
}

void SourceLowering::Add(const parse::FromItem& item) {
  if (const auto* group = std::get_if<parse::GroupSource>(&item.source)) {
    Lower(*group->from);
  } else if (const auto* subquery = std::get_if<parse::SubquerySource>(&item.source)) {
    AddSelect(subqueries_.Lower(*subquery->select, &ctes_), item.alias->text);
  } else {
    AddTable(std::get<parse::TableSource>(item.source), item.alias->text);
  }
}

void SourceLowering::AddTable(const parse::TableSource& table, const std::string& resolved) {
  auto facts = resolved_.tables.find(resolved);
  if (facts == resolved_.tables.end()) return AddSelect(LowerCte(table.table.name.text), resolved);
  switch (facts->second.kind) {
    case resolve::TableKind::kTable:
      return AddBaseTable(facts->second, resolved);
    case resolve::TableKind::kView:
      return AddSelect(context_.views->LowerView(facts->second), resolved);
    case resolve::TableKind::kVirtual:
      return AddFunction(table, facts->second, resolved);
  }
}

void SourceLowering::AddBaseTable(const resolve::TableFacts& facts, const std::string& resolved) {
  if (facts.name.name.starts_with("sqlite_") || IsInternalName(facts.name.name)) {
    throw Refused("it reads " + facts.name.name + ", on which there can be no triggers");
  }
  vieworm::TableFacts table = DescribeTable(context_.db, facts.name);
  ScopeEntry entry;
  entry.alias = NewAlias();
  for (const ColumnFacts& column : table.columns) {
    CheckReadable(column);
    entry.columns.push_back(InfoOf(column, table, entry.alias));
  }
  AddRowid(table, &entry.columns);
  sources_.push_back({entry.alias, MakeRelation(Scan{{"", table.name.name}})});
  scope_.Add(resolved, std::move(entry));
}

void SourceLowering::AddFunction(const parse::TableSource& table, const resolve::TableFacts& facts,
                                 const std::string& resolved) {
  const std::string& name = table.table.name.text;
  bool known =
      parse::EqualsIgnoringCase(name, "json_each") || parse::EqualsIgnoringCase(name, "json_tree");
  if (!known || !table.arguments) {
    throw Refused("it reads " + name + ", a virtual table");
  }
  std::vector<Scalar::Piece> pieces = {LowerAscii(name) + "("};
  for (size_t i = 0; i < table.arguments->size(); ++i) {
    const parse::Expr& argument = *(*table.arguments)[i];
    CheckExpression(argument, *context_.functions, {});
    if (i > 0) pieces.emplace_back(std::string(", "));
    Scalar scalar = ToScalar(argument, scope_);
    pieces.insert(pieces.end(), scalar.pieces().begin(), scalar.pieces().end());
  }
  pieces.emplace_back(std::string(")"));
  ScopeEntry entry{NewAlias(), FunctionColumns(facts)};
  sources_.push_back({entry.alias, MakeRelation(FunctionScan{Scalar(std::move(pieces)), {}})});
  scope_.Add(resolved, std::move(entry));
}

void SourceLowering::AddSelect(Lowering lowering, const std::string& resolved) {
  CheckDistinctNames(lowering.columns);
  columns_ = lowering.columns;
  std::string alias = NewAlias();
  sources_.push_back({alias, lowering.relation});
  scope_.Add(resolved, {alias, std::move(lowering.columns)});
}

// Each mention of a CTE is lowered by itself, so that aliases stay unique.
Lowering SourceLowering::LowerCte(const std::string& name) {
  for (const CteScope* scope = &ctes_; scope != nullptr; scope = scope->outer) {
    for (size_t i = 0; i < scope->count; ++i) {
      const parse::Cte& cte = scope->select->ctes[i];
      if (!parse::EqualsIgnoringCase(cte.name.text, name)) continue;
      CteScope visible{scope->outer, scope->select, i};
      Lowering lowering = subqueries_.Lower(*cte.select, &visible);
      for (size_t n = 0; n < cte.columns.size() && n < lowering.columns.size(); ++n) {
        lowering.columns[n].name = cte.columns[n].text;
      }
      return lowering;
    }
  }
  throw Refused("it reads " + name + ", which was not found");
}

}  // namespace vieworm::lower
