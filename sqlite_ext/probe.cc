#include "sqlite_ext/probe.h"

#include <algorithm>
#include <vector>

#include "common/diagnostic.h"
#include "common/sql/sql.h"
#include "sqlite_ext/definition_query.h"
#include "sqlite_ext/engine_error.h"
#include "sqlite_ext/parse/analyze.h"
#include "sqlite_ext/parse/parser.h"
#include "sqlite_ext/prepared.h"
#include "sqlite_ext/schemas.h"
#include "sqlite_ext/sqlite.h"

namespace vieworm {

namespace {

bool Same(const std::string& a, const std::string& b) { return SqliteDialect().SameName(a, b); }

bool Writes(sqlite3* db, const std::string& schema) {
  return Same(schema, "temp") || sqlite3_txn_state(db, schema.c_str()) == SQLITE_TXN_WRITE;
}

// Is the first thing of that name, as a view in temp looks it up, in `schema`?
bool IsFoundIn(sqlite3* db, const std::string& schema, const std::string& name) {
  for (const std::string& candidate : Schemas(db)) {
    if (!ObjectType(db, {candidate, name}).empty()) return Same(candidate, schema);
  }
  return false;
}

// A view in temp may read every database; one that stays may not.
[[noreturn]] void FailForeign(const std::string& schema) {
  throw EngineError(SQLITE_ERROR, {ErrorKind::kSyntax,
                                   "view cannot reference objects in database " + schema, "", ""});
}

std::string ForTemp(sqlite3* db, const std::string& schema, const std::string& select) {
  parse::ParseResult parsed = parse::ParseSelect(select);
  if (!parsed) return select;
  bool plain = true;
  for (const parse::TableUse& use : parse::TableNames(*parsed.tree->select)) {
    if (use.schema && !Same(*use.schema, schema)) FailForeign(*use.schema);
    bool elsewhere = !use.schema && !use.function && !IsFoundIn(db, schema, use.name);
    plain = plain && !elsewhere;
  }
  return plain ? select : Qualified(select, schema);
}

}  // namespace

Probe::Probe(sqlite3* db, const std::string& schema, const std::string& select) : db_(db) {
  bool in_place = Writes(db, schema);
  name_.schema = in_place ? schema : "temp";
  name_.name = ProbeName(db, name_.schema);
  Sql create(SqliteDialect());
  create << "CREATE VIEW " << name_ << " AS\n"
         << Fragment{in_place ? select : ForTemp(db, schema, select)};
  Execute(db, create.str());
}

void Probe::Drop() {
  Sql drop(SqliteDialect());
  drop << "DROP VIEW " << name_;
  Execute(db_, drop.str());
}

}  // namespace vieworm
