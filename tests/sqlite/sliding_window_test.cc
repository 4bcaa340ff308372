// Definitions with a condition on the current time, moved on by vieworm_refresh: whatever the place
// of the table with the time among the other sources.
#include <string>

#include "common/names.h"
#include "tests/sqlite/incremental_fixture.h"

namespace vieworm {
namespace {

constexpr char kGame[] =
    "CREATE TABLE users(id INTEGER PRIMARY KEY, name TEXT NOT NULL, boss INTEGER);"
    "CREATE TABLE team(id INTEGER PRIMARY KEY, label TEXT NOT NULL);"
    "CREATE TABLE gamematch(id INTEGER PRIMARY KEY, player1 INTEGER NOT NULL,"
    " player2 INTEGER NOT NULL, bet INTEGER NOT NULL, winner INTEGER NOT NULL, finished TEXT);"
    "CREATE TABLE keyless(player INTEGER, coins INTEGER, finished TEXT);"
    "INSERT INTO users VALUES (1,'ann',NULL),(2,'bob',1),(3,'cy',1),(4,'di',2);"
    "INSERT INTO team VALUES (1,'red'),(2,'blue'),(3,'red');";

// In the window of 20 days ago and in that of today; in the first only; in the second only; in
// none of them.
constexpr char kMatches[] =
    "INSERT INTO gamematch(player1, player2, bet, winner, finished) VALUES"
    " (1,2,10,1,datetime('now','-25 days')),(2,3,20,3,datetime('now','-25 days')),"
    " (1,3,5,3,datetime('now','-40 days')),(3,2,7,2,datetime('now','-45 days')),"
    " (2,1,3,2,datetime('now','-60 days')),(4,1,9,4,NULL),(1,1,4,1,datetime('now','-35 days'));"
    "INSERT INTO keyless VALUES (1,10,datetime('now','-25 days')),(1,10,datetime('now','-25 "
    "days')),"
    " (2,5,datetime('now','-40 days')),(2,5,datetime('now','-40 days')),(3,1,NULL);";

// A view that was last refreshed 20 days ago, and sources that have changed since.
void CheckMoves(const std::string& select) {
  INFO(select);
  Maintained m(kGame);
  Json report = m.db.Call("vieworm_create", {"v", select, kStrict});
  REQUIRE(report["refresh"]["mode"] == "incremental");
  m.db.Run(std::string("UPDATE ") + names::kSqliteRegistry +
           " SET as_of = datetime(as_of, '-20 days')");
  m.db.Run(kMatches);
  CHECK(m.db.Call("vieworm_verify", {"v"})["missing"] == 0);
  CHECK(m.db.Call("vieworm_verify", {"v"})["extra"] == 0);
  Json moved = m.db.Call("vieworm_refresh", {"v"});
  CHECK(moved["mode"] == "incremental");
  m.Watch("v", select);
  m.Run(
      "UPDATE gamematch SET player1 = 4 WHERE id = 1;"
      "INSERT INTO gamematch(player1, player2, bet, winner, finished)"
      " VALUES (4,3,11,3,datetime('now','-1 days')),(4,3,11,4,datetime('now','-90 days'));"
      "UPDATE gamematch SET finished = datetime('now') WHERE id IN (3,5);"
      "UPDATE users SET name = name || '!' WHERE id < 3;"
      "DELETE FROM gamematch WHERE id = 2;"
      "INSERT INTO keyless VALUES (4,2,datetime('now'));"
      "DELETE FROM keyless WHERE player = 1;");
}

const char kWon[] =
    "(SELECT player1 AS player, CASE WHEN winner = player1 THEN bet ELSE -bet END AS coins"
    " FROM gamematch WHERE finished >= datetime('now', '-30 days')"
    " UNION ALL"
    " SELECT player2 AS player, CASE WHEN winner = player2 THEN bet ELSE -bet END AS coins"
    " FROM gamematch WHERE finished >= datetime('now', '-30 days')) AS ";

TEST_CASE("a leaderboard as SQLAlchemy renders it can be refreshed") {
  CheckMoves(
      "SELECT users.id AS player_id, users.name AS name, sum(anon_1.coins) AS coins,"
      " count(*) AS matches, rank() OVER (ORDER BY sum(anon_1.coins) DESC, users.id) AS rank"
      " FROM users JOIN " +
      std::string(kWon) +
      "anon_1 ON anon_1.player = users.id"
      " GROUP BY users.id, users.name");
}

TEST_CASE("a window moves whether its table stands before, after or between the others") {
  std::string won = kWon;
  std::string sums =
      "SELECT users.id AS id, team.label AS label, count(*) AS n, sum(m.coins) AS c FROM ";
  std::string rest = " GROUP BY users.id, team.label";
  std::string on = " WHERE m.player = users.id AND team.id = users.id";
  for (const std::string& from : {"users, team, " + won + "m", won + "m, users, team",
                                  "users, " + won + "m, team", "team, " + won + "m, users"}) {
    CheckMoves(sums + from + on + rest);
    CheckMoves("SELECT users.name AS name, team.label AS label, m.coins AS coins FROM " + from +
               on);
    CheckMoves("SELECT DISTINCT users.name AS name, team.label AS label, m.coins AS c FROM " +
               from + on);
  }
}

TEST_CASE("a window moves below two UNION ALL, a CTE that is read twice, and itself") {
  std::string won = kWon;
  CheckMoves("SELECT users.id AS id, count(*) AS n, sum(a.coins * b.coins) AS c FROM users JOIN " +
             won + "a ON a.player = users.id JOIN " + won +
             "b ON b.player = users.boss GROUP BY users.id");
  CheckMoves("SELECT users.id AS id, a.coins AS x, b.coins AS y FROM users JOIN " + won +
             "a ON a.player = users.id JOIN " + won + "b ON b.player = users.boss");
  CheckMoves(
      "WITH w AS (SELECT * FROM " + won +
      "m) SELECT u.name AS name, count(*) AS n FROM users AS u JOIN w AS a ON a.player = u.id"
      " JOIN w AS b ON b.player = a.player GROUP BY u.name");
  CheckMoves(
      "SELECT u.name AS name, a.id AS id, b.id AS other FROM users AS u, gamematch AS a,"
      " gamematch AS b WHERE a.player1 = u.id AND b.player2 = u.id"
      " AND a.finished > datetime('now', '-30 days') AND b.finished > date('now', '-5 days')");
}

TEST_CASE("several windows of one view move, one in each branch") {
  CheckMoves(
      "SELECT users.id AS id, sum(m.coins) AS coins FROM users JOIN ("
      " SELECT player1 AS player, +bet AS coins FROM gamematch"
      " WHERE finished >= datetime('now', '-30 days')"
      " UNION ALL SELECT player2, -bet FROM gamematch WHERE finished < datetime('now', '-30 days')"
      " UNION ALL SELECT winner, 1 FROM gamematch WHERE finished >= date('now', '-50 days')"
      " UNION ALL SELECT player1, 0 FROM gamematch) AS m ON m.player = users.id GROUP BY users.id");
}

TEST_CASE("a window moves on each side of a set operation") {
  std::string joined =
      "SELECT users.id AS id FROM users JOIN " + std::string(kWon) + "m ON m.player = users.id";
  std::string bosses =
      "SELECT users.boss AS id FROM users JOIN " + std::string(kWon) + "m ON m.player = users.id";
  for (const char* op : {" UNION ", " EXCEPT ", " INTERSECT "}) CheckMoves(joined + op + bosses);
  CheckMoves(joined + " UNION ALL " + bosses);
}

TEST_CASE("a window over a table without a key moves beside a table") {
  std::string both =
      "(SELECT player, +coins AS coins FROM keyless WHERE finished >= datetime('now', '-30 days')"
      " UNION ALL SELECT player, -coins FROM keyless WHERE finished >= datetime('now', '-30 days'))"
      " AS m ON m.player = users.id";
  CheckMoves("SELECT users.name AS name, m.coins AS coins FROM users JOIN " + both);
  CheckMoves("SELECT users.name AS name, sum(m.coins) AS coins FROM users JOIN " + both +
             " GROUP BY users.name");
}

TEST_CASE("a window moves with the elements of JSON beside a UNION ALL") {
  CheckMoves(
      "SELECT users.id AS id, e.value AS v, count(*) AS n FROM json_each('[1,2,3]') AS e, users "
      "JOIN " +
      std::string(kWon) + "m ON m.player = users.id WHERE e.value = users.id GROUP BY 1, 2");
}

}  // namespace
}  // namespace vieworm
