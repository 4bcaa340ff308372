// SELECT c < ?1 FROM v compares the column with a parameter, which has neither affinity nor
// collation, so the comparison is done by those of the column: the opcode Lt has the affinity in
// P5 and the collation in P4. The parameter's number leads from the register that Lt compares with
// back to the column.

#include "sqlite_ext/program.h"

#include <algorithm>
#include <map>
#include <set>

#include "common/sql/sql.h"
#include "sqlite_ext/prepared.h"
#include "sqlite_ext/schemas.h"

namespace vieworm {

namespace {

struct Operation {
  std::string opcode;
  int64_t p1, p2, p3;
  std::string p4;
  int64_t p5;
};

std::vector<Operation> Explain(sqlite3* db, const std::string& select) {
  std::vector<Operation> program;
  Prepared query(db, "EXPLAIN " + select);
  while (query.Step()) {
    program.push_back({query.Text(1), query.Integer(2), query.Integer(3), query.Integer(4),
                       query.Text(5), query.Integer(6)});
  }
  return program;
}

// The order in which they run: the program begins with a jump to its last part, which sets up what
// is constant and jumps back.
void SortAsRun(std::vector<Operation>* program) {
  if (program->empty() || program->front().opcode != "Init") return;
  auto setup = std::clamp<int64_t>(program->front().p2, 0, static_cast<int64_t>(program->size()));
  std::rotate(program->begin(), program->begin() + setup, program->end());
}

// P4 of a comparison is the collation's name, cut off after 18 bytes, and its encoding.
std::string CollationOf(sqlite3* db, const std::string& p4) {
  constexpr size_t kShown = 18;
  std::string name = p4.substr(0, p4.rfind('-'));
  if (name.size() == kShown) {
    Prepared list(db, "PRAGMA collation_list");
    while (list.Step()) {
      if (list.Text(1).starts_with(name)) name = list.Text(1);
    }
  }
  return SqliteDialect().SameName(name, "BINARY") ? "" : name;
}

ColumnNature NatureOf(sqlite3* db, const Operation& comparison) {
  // The bits above are about NULL.
  constexpr int64_t kAffinityMask = 0x47;
  constexpr int64_t kNone = 0x40;
  int64_t affinity = comparison.p5 & kAffinityMask;
  if (affinity == kNone) ++affinity;
  return {static_cast<char>(affinity), CollationOf(db, comparison.p4)};
}

std::vector<ColumnNature> NaturesOfSome(sqlite3* db, const std::string& source,
                                        const std::vector<std::string>& columns) {
  Sql sql(SqliteDialect());
  sql << "SELECT ";
  sql.Join(", ", columns,
           [](Sql& out, const std::string& name) { out << Identifier{name} << " < ?"; });
  sql << " FROM " << Fragment{source};
  std::vector<Operation> program = Explain(db, sql.str());
  SortAsRun(&program);
  std::map<int64_t, size_t> column_at;  // register -> column whose parameter it holds
  std::vector<ColumnNature> natures(columns.size());
  std::set<size_t> known;
  for (const Operation& operation : program) {
    if (operation.opcode == "Variable") {
      column_at[operation.p2] = static_cast<size_t>(operation.p1 - 1);
    } else if (operation.opcode == "Lt") {
      auto found = column_at.find(operation.p1);
      if (found == column_at.end() || found->second >= columns.size()) continue;
      if (known.insert(found->second).second) natures[found->second] = NatureOf(db, operation);
    }
  }
  return natures;
}

// Table of each b-tree in a schema, by its root page. That of an index leads to its table.
std::map<int64_t, std::string> TablesByRoot(sqlite3* db, const std::string& schema) {
  std::map<int64_t, std::string> tables = {{1, "sqlite_schema"}};
  Prepared query(db, "SELECT rootpage, tbl_name FROM " + SchemaTable(schema) +
                         " WHERE type IN ('table', 'index') AND rootpage > 0");
  while (query.Step()) tables[query.Integer(0)] = query.Text(1);
  return tables;
}

// Schemas by the number that opcodes use.
std::map<int64_t, std::string> SchemasByNumber(sqlite3* db) {
  std::map<int64_t, std::string> schemas = {{0, "main"}, {1, "temp"}};
  Prepared list(db, "PRAGMA database_list");
  while (list.Step()) schemas[list.Integer(0)] = list.Text(1);
  return schemas;
}

}  // namespace

std::vector<ColumnNature> ColumnNatures(sqlite3* db, const std::string& source,
                                        const std::vector<std::string>& columns) {
  constexpr size_t kAtOnce = 100;  // below every limit on the number of parameters
  std::vector<ColumnNature> natures;
  for (size_t at = 0; at < columns.size(); at += kAtOnce) {
    auto begin = columns.begin() + static_cast<std::ptrdiff_t>(at);
    auto end =
        columns.begin() + static_cast<std::ptrdiff_t>(std::min(at + kAtOnce, columns.size()));
    for (ColumnNature& nature : NaturesOfSome(db, source, {begin, end})) {
      natures.push_back(std::move(nature));
    }
  }
  return natures;
}

Reads TablesRead(sqlite3* db, const std::string& source) {
  std::map<int64_t, std::string> schemas = SchemasByNumber(db);
  std::map<int64_t, std::map<int64_t, std::string>> tables;
  Reads reads;
  for (const Operation& operation : Explain(db, "SELECT * FROM " + source)) {
    if (operation.opcode == "VOpen") reads.virtual_tables = true;
    if (operation.opcode != "OpenRead") continue;
    const std::string& schema = schemas[operation.p3];
    auto [in_schema, fresh] = tables.try_emplace(operation.p3);
    if (fresh) in_schema->second = TablesByRoot(db, schema);
    RelationName table{schema, in_schema->second[operation.p2]};
    bool seen = std::find(reads.tables.begin(), reads.tables.end(), table) != reads.tables.end();
    if (!table.name.empty() && !seen) reads.tables.push_back(table);
  }
  return reads;
}

}  // namespace vieworm
