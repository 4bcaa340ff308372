#include "sqlite_ext/lower/self_check.h"

#include <vector>

#include "common/sql/sql.h"
#include "sqlite_ext/engine_error.h"
#include "sqlite_ext/lower/refused.h"
#include "sqlite_ext/parse/render.h"
#include "sqlite_ext/prepared.h"
#include "sqlite_ext/schemas.h"
#include "sqlite_ext/sqlite.h"

namespace vieworm::lower {

namespace {

// A view, so that names are looked up as in the definition's own.
class Probe {
 public:
  Probe(sqlite3* db, const std::string& schema, const std::string& select)
      : db_(db), name_{schema, ProbeName(db, schema)} {
    Sql create(SqliteDialect());
    create << "CREATE VIEW " << name_ << " AS\n" << Fragment{select};
    Execute(db, create.str());
  }

  void Drop() {
    Sql drop(SqliteDialect());
    drop << "DROP VIEW " << name_;
    Execute(db_, drop.str());
  }

  // The instruction Explain is a remark for readers, which names tables by their aliases.
  std::vector<std::string> Program() const {
    Sql sql(SqliteDialect());
    sql << "EXPLAIN SELECT * FROM " << name_;
    Prepared explain(db_, sql.str());
    std::vector<std::string> program;
    while (explain.Step()) {
      std::string line = explain.Text(1);
      for (int column = 2; line != "Explain" && column <= 6; ++column) {
        line += " " + explain.Text(column);
      }
      program.push_back(std::move(line));
    }
    return program;
  }

 private:
  sqlite3* db_;
  RelationName name_;
};

}  // namespace

void CheckReading(sqlite3* db, const std::string& schema, const std::string& select,
                  const parse::Select& resolved) {
  Probe original(db, schema, select);
  Probe read(db, schema, parse::Render(resolved));
  bool same = false;
  try {
    same = original.Program() == read.Program();
  } catch (const EngineError& error) {
    if ((error.code() & 0xff) != SQLITE_ERROR) throw;
  }
  read.Drop();
  original.Drop();
  if (!same) throw Refused("vieworm may not have understood it");
}

}  // namespace vieworm::lower
