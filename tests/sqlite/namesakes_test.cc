// Other databases of the connection have tables and views of the same names, temp above all, where
// SQLite looks first: they are neither read nor written.
#include "common/names.h"
#include "tests/sqlite/incremental_fixture.h"

namespace vieworm {
namespace {

struct Definition {
  const char* name;
  const char* select;  // @ stands before the names of tables
  const char* options;
};

const Definition kDefinitions[] = {
    {"groups", "SELECT g, count(*) AS n, sum(v) AS s, max(v) AS m FROM @t GROUP BY g", kStrict},
    {"total", "SELECT count(*) AS n, min(v) AS l FROM @t", kStrict},
    {"joined", "SELECT t.id, t.v, u.w FROM @t JOIN @u ON u.id = t.u", kStrict},
    {"kinds", "SELECT u.w, count(DISTINCT t.g) AS l FROM @t JOIN @u ON u.id = t.u GROUP BY u.w",
     kStrict},
    {"both", "SELECT v FROM @t EXCEPT SELECT w FROM @u", kStrict},
    {"paired", "SELECT a.g, count(*) AS n FROM @t a JOIN @t b ON a.g = b.g GROUP BY a.g", kStrict},
    {"recent", "SELECT id, v FROM @t WHERE at > datetime('now', '-30 days')", kStrict},
    {"recent_groups",
     "SELECT g, count(*) AS n, max(v) AS m FROM @t WHERE at > datetime('now', '-30 days')"
     " GROUP BY g",
     kStrict},
    {"recent_joined",
     "SELECT u.w, min(t.v) AS m, sum(t.v) AS s FROM @t JOIN @u ON u.id = t.u"
     " WHERE t.at > datetime('now', '-30 days') GROUP BY u.w",
     kStrict},
    {"ranked", "SELECT id, row_number() OVER (ORDER BY v, id) AS r FROM @t", R"({"refresh": {}})"},
};

constexpr char kTables[] =
    "CREATE TABLE @t(id INTEGER PRIMARY KEY, g TEXT, v INTEGER, u INTEGER, at TEXT);"
    "CREATE TABLE @u(id INTEGER PRIMARY KEY, w INTEGER);"
    "INSERT INTO @u VALUES (1,10),(2,20),(3,10);"
    "INSERT INTO @t VALUES (1,'a',5,1,datetime('now')),(2,'b',10,2,datetime('now','-25 days')),"
    "(3,'a',7,3,datetime('now','-40 days')),(4,'c',NULL,1,datetime('now','-60 days')),"
    "(5,'b',20,2,NULL);";

// In the other databases.
constexpr char kOthers[] =
    "CREATE TABLE @t(id INTEGER PRIMARY KEY, g TEXT, v INTEGER, u INTEGER, at TEXT);"
    "CREATE TABLE @u(id INTEGER PRIMARY KEY, w INTEGER);"
    "INSERT INTO @u VALUES (1,-1),(7,-7);"
    "INSERT INTO @t VALUES (1,'wrong',-5,1,datetime('now')),(9,'wrong',-9,7,datetime('now'));";

constexpr char kWrites[] =
    "INSERT INTO @t VALUES (6,'c',1,2,datetime('now','-1 day')),(7,'d',2,1,NULL);"
    "UPDATE @t SET v = v + 1, g = 'a' WHERE id IN (1, 2);"
    "UPDATE @u SET w = 30 WHERE id = 3; DELETE FROM @t WHERE id = 3;"
    "REPLACE INTO @t VALUES (5,'e',9,3,datetime('now'));";

std::string At(std::string text, const std::string& schema) {
  std::string before = schema.empty() ? "" : QuotedName(schema) + ".";
  for (size_t at = text.find('@'); at != std::string::npos; at = text.find('@', at)) {
    text.replace(at, 1, before);
  }
  return text;
}

// Views in `schema`, and what else is there.
class Namesakes {
 public:
  explicit Namesakes(std::string schema) : schema_(std::move(schema)) {
    db.Run("PRAGMA trusted_schema = OFF");
    if (schema_ != "main") db.Run("ATTACH ':memory:' AS " + QuotedName(schema_));
    db.Run(At(kTables, schema_));
  }

  Database db;

  std::string Name(const Definition& view) const {
    return QuotedName(schema_) + "." + QuotedName(view.name);
  }

  void Create(const Definition& view) {
    Json spec = Json::parse(view.options);
    spec["schema"] = schema_;
    spec["name"] = view.name;
    spec["definition"] = At(view.select, "");
    db.Call("vieworm_create", {spec.dump()});
  }

  void CreateAll() {
    for (const Definition& view : kDefinitions) Create(view);
  }

  // Tables with the names of the sources in temp, and views of vieworm's with the names of ours:
  // faces, stores and a registry.
  void AddNamesakes(const std::string& other) {
    db.Run(At(kOthers, other));
    for (const Definition& view : kDefinitions) {
      Json spec = {{"schema", other},
                   {"name", view.name},
                   {"refresh", Json::object()},
                   {"definition", At(view.select, "")}};
      db.Call("vieworm_create", {spec.dump()});
    }
    other_ = other;
    others_ = Others();
  }

  // All that the other database has.
  std::vector<std::string> Others() {
    std::vector<std::string> all;
    for (const Definition& view : kDefinitions) {
      for (std::string& row : db.Bag(QuotedName(other_) + "." + view.name)) all.push_back(row);
    }
    for (const char* table : {"t", "u"}) {
      for (std::string& row : db.Bag(QuotedName(other_) + "." + table)) all.push_back(row);
    }
    for (std::string& row : db.Rows("SELECT name, as_of, populated FROM " + QuotedName(other_) +
                                    "." + names::kSqliteRegistry)) {
      all.push_back(row);
    }
    return all;
  }

  void Check(const Definition& view) {
    INFO(Name(view));
    CHECK(db.Bag(Name(view)) == db.Bag("(" + At(view.select, schema_) + ")"));
    Json report = db.Call("vieworm_verify", {Name(view)});
    INFO(report.dump());
    CHECK(report["missing"] == 0);
    CHECK(report["extra"] == 0);
    CHECK_FALSE(report.contains("damage"));
  }

  void CheckAll() {
    for (const Definition& view : kDefinitions) Check(view);
    if (!others_.empty()) CHECK(Others() == others_);
  }

  void Write() { db.Run(At(kWrites, schema_)); }

  // As if the views had been refreshed last 20 days ago.
  void TurnBack() {
    db.Run("UPDATE " + QuotedName(schema_) + "." + names::kSqliteRegistry +
           " SET as_of = datetime(as_of, '-20 days')");
  }

  // Every function.
  void CheckFunctions() {
    Write();
    db.Call("vieworm_refresh", {Name(kDefinitions[9])});
    CheckAll();
    TurnBack();
    for (const Definition& view : kDefinitions) {
      CHECK_NOTHROW(db.Call("vieworm_refresh", {Name(view)}));
      Check(view);
    }
    for (const Definition& view : kDefinitions) {
      CHECK(db.Call("vieworm_repair", {Name(view)})["deleted"] == 0);
      CHECK_NOTHROW(db.Call("vieworm_refresh", {Name(view), R"({"mode": "full"})"}));
      Check(view);
    }
    PauseAndResume();
    CheckAll();
    ReplaceAndDrop();
  }

 private:
  bool IsKept(const Definition& view) const { return std::string(view.name) != "ranked"; }

  void PauseAndResume() {
    for (const Definition& view : kDefinitions) {
      if (!IsKept(view)) continue;
      CHECK_NOTHROW(db.Call("vieworm_pause", {Name(view)}));
    }
    db.Run(At("INSERT INTO @t SELECT id + 100, g, v + 3, u, at FROM @t", schema_));
    for (const Definition& view : kDefinitions) {
      if (IsKept(view)) {
        CHECK_NOTHROW(db.Call("vieworm_resume", {Name(view)}));
      } else {
        db.Call("vieworm_refresh", {Name(view)});
      }
      Check(view);
    }
  }

  void ReplaceAndDrop() {
    for (const Definition& view : kDefinitions) {
      Json spec = Json::parse(view.options);
      spec["schema"] = schema_;
      spec["name"] = view.name;
      spec["definition"] = At(view.select, "") + " -- anew";
      spec["or_replace"] = true;
      CHECK(db.Call("vieworm_create", {spec.dump()})["replaced"] == true);
      Check(view);
    }
    db.Run(At("DELETE FROM @t WHERE id > 100", schema_));
    db.Call("vieworm_refresh", {Name(kDefinitions[9])});
    CheckAll();
    for (const Definition& view : kDefinitions) {
      CHECK(db.Call("vieworm_drop", {Name(view)}).size() == 1);
    }
    CHECK(Others() == others_);
    CHECK(db.Rows("SELECT name FROM " + QuotedName(schema_) + ".sqlite_schema ORDER BY name") ==
          Lines{"t", "u"});
  }

  std::string schema_;
  std::string other_;
  std::vector<std::string> others_;
};

TEST_CASE("TEMP tables and views of the same names are neither read nor written") {
  std::string schema = GENERATE("main", "o'dd \"na\"me");
  INFO(schema);
  Namesakes n(schema);
  n.CreateAll();
  n.AddNamesakes("temp");
  n.CheckFunctions();
}

TEST_CASE("views are created and filled beside TEMP namesakes") {
  Namesakes n("main");
  n.AddNamesakes("temp");
  n.CreateAll();
  n.CheckFunctions();
}

TEST_CASE("views in an attached database have namesakes in main") {
  Namesakes n("more");
  n.AddNamesakes("main");
  n.CreateAll();
  n.CheckFunctions();
}

TEST_CASE("views in main have namesakes in an attached database") {
  Namesakes n("main");
  n.db.Run("ATTACH ':memory:' AS more");
  n.CreateAll();
  n.AddNamesakes("more");
  n.CheckFunctions();
}

TEST_CASE("refresh_all and run_due refresh each of the namesakes from its own sources") {
  Namesakes n("main");
  n.CreateAll();
  n.AddNamesakes("temp");
  n.Write();
  n.db.Run("INSERT INTO temp.t VALUES (20, 'more', 1, 1, NULL)");
  n.TurnBack();
  CHECK(n.db.Call("vieworm_refresh_all").size() == 2 * std::size(kDefinitions));
  for (const char* schema : {"main", "temp"}) {
    for (const Definition& view : kDefinitions) {
      INFO(schema << "." << view.name);
      CHECK(n.db.Bag(std::string(schema) + "." + view.name) ==
            n.db.Bag("(" + At(view.select, schema) + ")"));
    }
  }
}

TEST_CASE("a view that is compiled or explained is that of its own database") {
  Namesakes n("main");
  n.db.Run("CREATE TEMP TABLE t(other); CREATE TEMP TABLE u(other)");
  for (const Definition& view : kDefinitions) {
    Json spec = Json::parse(view.options);
    spec["name"] = view.name;
    spec["definition"] = At(view.select, "");
    CHECK_NOTHROW(n.db.Rows("SELECT vieworm_explain(" + QuotedText(spec.dump()) + ")"));
    CHECK_NOTHROW(n.db.Rows("SELECT vieworm_compile(" + QuotedText(spec.dump()) + ")"));
  }
}

TEST_CASE("one file attached under two names does not meet its own lock") {
  TemporaryFile file;
  Database db;
  for (const char* name : {"one", "two"}) {
    db.Run("ATTACH " + QuotedText(file.name()) + " AS " + name);
  }
  db.Run("CREATE TABLE one.t(a); INSERT INTO one.t VALUES (1)");
  db.Call("vieworm_create", {R"({"schema": "one", "name": "v", "definition": "SELECT a FROM t",
                                 "refresh": {}})"});
  db.Run("INSERT INTO one.t VALUES (2)");
  CHECK_NOTHROW(db.Call("vieworm_refresh", {"two.v"}));
  CHECK(db.Rows("SELECT a FROM one.v ORDER BY a") == Lines{"1", "2"});
  db.Run("INSERT INTO two.t VALUES (3)");
  CHECK_NOTHROW(db.Call("vieworm_refresh_all"));
  CHECK(db.Rows("SELECT a FROM one.v ORDER BY a") == Lines{"1", "2", "3"});
}

}  // namespace
}  // namespace vieworm
