// SQLite's rules are in https://www.sqlite.org/datatype3.html. A table's column converts what is
// put into it, so what comes out of it passes unchanged through a column of the same affinity. Not
// so what else can stand where SQLite takes a column's affinity for granted:
// - the other parts of a compound SELECT, whose values may be of any kind;
// - columns of virtual tables, whose declared types nobody enforces;
// - CAST(x AS NUMERIC), which leaves 3.0 alone, where a NUMERIC column makes it 3.

#include "sqlite_ext/store_types.h"

#include <set>

#include "common/plan/affinity.h"
#include "common/sql/dialect.h"
#include "sqlite_ext/definition_query.h"
#include "sqlite_ext/prepared.h"
#include "sqlite_ext/program.h"
#include "sqlite_ext/scanner.h"
#include "sqlite_ext/schemas.h"

namespace vieworm {

namespace {

struct Constructs {
  bool compound = false;
  bool cast = false;
};

// Looks through the plain views that a SELECT may read. A view counts as read if its name stands
// anywhere in the text: rather one too many than one too few.
class ConstructFinder {
 public:
  ConstructFinder(sqlite3* db, const std::string& schema) {
    // A view in temp may read those of every schema; the others read their own only.
    bool everywhere = SqliteDialect().SameName(schema, "temp");
    for (const std::string& each : everywhere ? Schemas(db) : std::vector<std::string>{schema}) {
      Prepared query(db, "SELECT name, sql FROM " + SchemaTable(each) + " WHERE type = 'view'");
      while (query.Step()) views_.emplace_back(LowerAscii(query.Text(0)), query.Text(1));
    }
  }

  Constructs Find(std::string_view select) {
    Look(select);
    return found_;
  }

 private:
  void Look(std::string_view text) {
    std::vector<std::string_view> pending = {text};
    std::set<std::string> seen;
    while (!pending.empty()) {
      std::set<std::string> names = Read(pending.back());
      pending.pop_back();
      for (const auto& [name, sql] : views_) {
        if (names.count(name) > 0 && seen.insert(name).second) Queue(name, &pending);
      }
    }
  }

  // Views of one name in several schemas: all of them.
  void Queue(const std::string& wanted, std::vector<std::string_view>* pending) const {
    for (const auto& [name, sql] : views_) {
      if (name == wanted) pending->push_back(sql);
    }
  }

  // Notes the constructs in `text`; returns the names in it.
  std::set<std::string> Read(std::string_view text) {
    std::set<std::string> names;
    for (const Token& token : ScanSql(text).tokens) {
      if (token.kind != TokenKind::kWord && token.kind != TokenKind::kQuoted) continue;
      for (const char* word : {"union", "intersect", "except", "values"}) {
        found_.compound = found_.compound || token.IsWord(word);
      }
      found_.cast = found_.cast || token.IsWord("cast");
      names.insert(LowerAscii(token.Name()));
    }
    return names;
  }

  std::vector<std::pair<std::string, std::string>> views_;  // name in lower case, SQL
  Constructs found_;
};

const char* TypeName(char affinity, const Constructs& constructs) {
  return affinity == 'C' && constructs.cast ? "" : TypeOfAffinity(affinity);
}

}  // namespace

void SetStoreTypes(sqlite3* db, const std::string& source, const std::string& schema,
                   std::string_view select, std::vector<Column>* columns) {
  std::vector<std::string> names = ColumnsOfSource(db, source);
  std::vector<ColumnNature> natures = ColumnNatures(db, source, names);
  Constructs constructs = ConstructFinder(db, schema).Find(select);
  bool keep = constructs.compound || TablesRead(db, source).virtual_tables;
  for (size_t i = 0; i < columns->size() && i < natures.size(); ++i) {
    (*columns)[i].type = keep ? "" : TypeName(natures[i].affinity, constructs);
    (*columns)[i].collation = natures[i].collation;
  }
}

}  // namespace vieworm
