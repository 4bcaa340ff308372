#include "sqlite_ext/lower/self_check.h"

#include <vector>

#include "common/sql/sql.h"
#include "sqlite_ext/engine_error.h"
#include "sqlite_ext/lower/refused.h"
#include "sqlite_ext/parse/render.h"
#include "sqlite_ext/prepared.h"
#include "sqlite_ext/probe.h"
#include "sqlite_ext/sqlite.h"

namespace vieworm::lower {

namespace {

// The instruction Explain is a remark for readers, which names tables by their aliases.
std::vector<std::string> ProgramOf(sqlite3* db, const Probe& probe) {
  Sql sql(SqliteDialect());
  sql << "EXPLAIN SELECT * FROM " << probe.name();
  Prepared explain(db, sql.str());
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

}  // namespace

void CheckReading(sqlite3* db, const std::string& schema, const std::string& select,
                  const parse::Select& resolved) {
  Probe original(db, schema, select);
  Probe read(db, schema, parse::Render(resolved));
  bool same = false;
  try {
    same = ProgramOf(db, original) == ProgramOf(db, read);
  } catch (const EngineError& error) {
    if ((error.code() & 0xff) != SQLITE_ERROR) throw;
  }
  read.Drop();
  original.Drop();
  if (!same) throw Refused("vieworm may not have understood it");
}

}  // namespace vieworm::lower
