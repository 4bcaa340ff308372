// A store keeps its rows in the order in which the definition gave them when it was filled, and a
// new row takes the place of a deleted one. So when both are read side by side most rows meet their
// like at once; the others wait in a RowBag until they do. That takes two scans and no sort. Where
// the orders have nothing to do with each other the bag would grow to the size of the store; then
// SQLite sorts both sides instead, on disk if it must.

#include "sqlite_ext/difference.h"

#include <optional>

#include "common/ddl/refresh.h"
#include "common/json.h"
#include "common/sql/sql.h"
#include "sqlite_ext/prepared.h"
#include "sqlite_ext/row_bag.h"
#include "sqlite_ext/row_image.h"
#include "sqlite_ext/sqlite.h"

namespace vieworm {

namespace {

bool IsEmpty(sqlite3* db, const RelationName& store) {
  Sql sql(SqliteDialect());
  sql << "SELECT 1 FROM " << store << " LIMIT 1";
  return !Prepared(db, sql.str()).Step();
}

// The whole definition is the difference.
RefreshResult FillEmpty(sqlite3* db, const RelationName& store,
                        const SqliteDifference& difference) {
  Sql sql(SqliteDialect());
  sql << "INSERT INTO " << store << " " << Fragment{difference.new_rows};
  Execute(db, sql.str());
  RefreshResult result;
  result.inserted = sqlite3_changes64(db);
  return result;
}

// Reads old and new rows side by side.
class Comparison {
 public:
  Comparison(sqlite3* db, const SqliteDifference& difference, int columns)
      : old_(db, difference.old_rows), new_(db, difference.new_rows), columns_(columns) {}

  // The difference, or nothing where too much of it had to be remembered.
  std::optional<RowBag> Run() {
    bool has_old = old_.Step();
    bool has_new = new_.Step();
    while (has_old || has_new) {
      if (!has_old || !has_new || !SameRow(old_, new_, columns_)) {
        if (has_old) bag_.AddOld(RowImage(old_, columns_), old_.Integer(columns_));
        if (has_new) bag_.AddNew(RowImage(new_, columns_), position_);
        if (bag_.Memory() > kMostMemory) return std::nullopt;
      }
      ++position_;
      has_old = has_old && old_.Step();
      has_new = has_new && new_.Step();
    }
    return std::move(bag_);
  }

 private:
  static constexpr size_t kMostMemory = size_t{128} << 20;

  Prepared old_;
  Prepared new_;
  int columns_;
  int64_t position_ = 0;
  RowBag bag_;
};

void RunAgain(Prepared* statement) {
  statement->Run();
  statement->Reset();
}

// Deletions first: a unique index must not see a row's old and new state together.
RefreshResult ApplyBag(sqlite3* db, const SqliteDifference& difference, const RowBag& bag,
                       int columns) {
  Prepared remove(db, difference.remove);
  std::vector<int64_t> places = bag.OldRows();
  for (int64_t place : places) RunAgain(&remove.Bind(1, place));
  Prepared insert(db, difference.insert);
  Prepared put(db, difference.place);
  std::vector<NewRow> rows = bag.NewRows();
  for (size_t i = 0; i < rows.size(); ++i) {
    Prepared* statement = i < places.size() ? &put : &insert;
    BindRow(rows[i].image, statement);
    if (i < places.size()) put.Bind(columns + 1, places[i]);
    RunAgain(statement);
  }
  RefreshResult result;
  result.deleted = static_cast<int64_t>(places.size());
  result.inserted = static_cast<int64_t>(rows.size());
  return result;
}

// One row of the difference that SQLite has computed; see SqliteDifference::select.
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
    for (int64_t n = 0; n < copies; ++n) RunAgain(&insert_);
    result_.inserted += copies;
  }

  void Remove(const Prepared& row, int64_t copies) {
    Json places = Json::parse(row.Text(columns_ + 1));
    for (int64_t n = 0; n < copies; ++n) {
      remove_.Bind(1, places.at(static_cast<size_t>(n)).get<int64_t>());
      RunAgain(&remove_);
    }
    result_.deleted += copies;
  }

  Prepared insert_;
  Prepared remove_;
  int columns_;
  RefreshResult result_;
};

RefreshResult ApplySorted(sqlite3* db, const SqliteDifference& difference, int columns) {
  Prepared rows(db, difference.select);
  Applier applier(db, difference, columns);
  while (rows.Step()) applier.Apply(rows);
  return applier.result();
}

}  // namespace

RefreshResult ApplyDifference(sqlite3* db, const RelationName& store, const std::string& definition,
                              const std::vector<Column>& columns,
                              const std::vector<std::string>& sources) {
  SqliteDifference difference = RefreshByDifferenceInSqlite(store, definition, columns, sources);
  if (IsEmpty(db, store)) return FillEmpty(db, store, difference);
  int count = static_cast<int>(columns.size());
  std::optional<RowBag> bag = Comparison(db, difference, count).Run();
  return bag ? ApplyBag(db, difference, *bag, count) : ApplySorted(db, difference, count);
}

}  // namespace vieworm
