#include "sqlite_ext/difference.h"

#include "common/ddl/refresh.h"
#include "common/json.h"
#include "common/sql/sql.h"
#include "sqlite_ext/prepared.h"
#include "sqlite_ext/sqlite.h"

namespace vieworm {

namespace {

bool IsEmpty(sqlite3* db, const RelationName& store) {
  Sql sql(SqliteDialect());
  sql << "SELECT 1 FROM " << store << " LIMIT 1";
  return !Prepared(db, sql.str()).Step();
}

// The whole definition is the difference.
RefreshResult FillEmpty(sqlite3* db, const RelationName& store, const RelationName& definition,
                        const std::vector<Column>& columns) {
  Sql sql(SqliteDialect());
  sql << "INSERT INTO " << store << " SELECT ";
  sql.Join(", ", columns, [](Sql& out, const Column& column) { out << Identifier{column.name}; });
  sql << " FROM " << definition;
  Execute(db, sql.str());
  RefreshResult result;
  result.inserted = sqlite3_changes64(db);
  return result;
}

// One row of the difference; see SqliteDifference::select.
class Applier {
 public:
  Applier(sqlite3* db, const SqliteDifference& difference, int columns)
      : insert_(db, difference.insert), remove_(db, difference.remove), columns_(columns) {}

  void Apply(const Prepared& row) {
    int64_t weight = row.Integer(columns_);
    weight < 0 ? Remove(row, -weight) : Insert(row, weight);
  }

  const RefreshResult& result() const { return result_; }

 private:
  void Insert(const Prepared& row, int64_t copies) {
    for (int i = 0; i < columns_; ++i) insert_.Bind(i + 1, row.Value(i));
    for (int64_t n = 0; n < copies; ++n) Run(&insert_);
    result_.inserted += copies;
  }

  void Remove(const Prepared& row, int64_t copies) {
    Json places = Json::parse(row.Text(columns_ + 1));
    for (int64_t n = 0; n < copies; ++n) {
      remove_.Bind(1, places.at(static_cast<size_t>(n)).get<int64_t>());
      Run(&remove_);
    }
    result_.deleted += copies;
  }

  static void Run(Prepared* statement) {
    statement->Run();
    statement->Reset();
  }

  Prepared insert_;
  Prepared remove_;
  int columns_;
  RefreshResult result_;
};

}  // namespace

RefreshResult ApplyDifference(sqlite3* db, const RelationName& store,
                              const RelationName& definition, const std::vector<Column>& columns) {
  if (IsEmpty(db, store)) return FillEmpty(db, store, definition, columns);
  SqliteDifference difference = RefreshByDifferenceInSqlite(store, definition, columns);
  Prepared rows(db, difference.select);
  Applier applier(db, difference, static_cast<int>(columns.size()));
  while (rows.Step()) applier.Apply(rows);
  return applier.result();
}

}  // namespace vieworm
