#include "bench/sqlite/variant.h"

#include <ctime>
#include <stdexcept>
#include <utility>

#include "bench/sqlite/bag.h"
#include "common/json.h"

namespace vieworm::bench {

double CpuSeconds() {
  timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

Variant::Variant(std::string name, Method method, const View& view, Keys keys,
                 const Connection& base, const std::string& file)
    : name_(std::move(name)), method_(method), view_(view), connection_(file) {
  connection_.CopyFrom(base);
  CreateView();
  Prepare(keys);
}

void Variant::CreateView() {
  if (method_ == Method::kHand) {
    connection_.Run(view_.store + ";" + view_.fill + ";" + view_.triggers);
  } else if (method_ == Method::kVieworm) {
    Json spec = {{"name", "v"},
                 {"definition", view_.definition},
                 {"refresh", {{"on", "statement"}, {"mode", "incremental"}}}};
    connection_.Value("SELECT vieworm_create(?)", spec.dump());
  }
}

// The parameters: ?1 id, ?2 g, ?3 d, ?4 v, ?5 u. A statement binds those that it has.
void Variant::Prepare(Keys keys) {
  auto prepare = [this](EventKind kind, const std::string& sql) {
    statements_[static_cast<size_t>(kind)].emplace(connection_.handle(), sql);
  };
  prepare(EventKind::kInsert, keys == Keys::kUnique
                                  ? "INSERT INTO t(id, g, d, v, u) VALUES (?1, ?2, ?3, ?4, ?5)"
                                  : "INSERT INTO t(id, g, d, v) VALUES (?1, ?2, ?3, ?4)");
  prepare(EventKind::kUpdateValue, "UPDATE t SET v = ?4 WHERE id = ?1");
  prepare(EventKind::kUpdateKey, view_.key == "g" ? "UPDATE t SET g = ?2 WHERE id = ?1"
                                                  : "UPDATE t SET d = ?3 WHERE id = ?1");
  prepare(EventKind::kDelete, "DELETE FROM t WHERE id = ?1");
}

void Variant::Execute(const Event& event) {
  Statement& statement = *statements_[static_cast<size_t>(event.kind)];
  const Row& row = event.row;
  bool insert = event.kind == EventKind::kInsert;
  bool key = event.kind == EventKind::kUpdateKey;
  statement.Bind(1, row.id);
  if (insert || (key && view_.key == "g")) statement.Bind(2, GroupName(row.group));
  if (insert || (key && view_.key == "d")) statement.Bind(3, row.dimension);
  if (insert || event.kind == EventKind::kUpdateValue) statement.Bind(4, row.value);
  if (insert && sqlite3_bind_parameter_count(statement.handle()) == 5) {
    statement.Bind(5, UniqueOf(row.id));
  }
  statement.Execute();
}

double Variant::Run(const Batch& batch) {
  double start = CpuSeconds();
  connection_.Run("BEGIN");
  for (const Event& event : batch.list) Execute(event);
  connection_.Run("COMMIT");
  return CpuSeconds() - start;
}

void Variant::ChangeDimensions() {
  connection_.Run(
      "UPDATE d SET c = 'c007', name = 'another' WHERE id = 17;"
      "INSERT INTO d VALUES (5100, 'c new', 'new'); DELETE FROM d WHERE id = 18");
}

double Variant::Rebuild() {
  double start = CpuSeconds();
  if (method_ == Method::kHand) {
    connection_.Run("BEGIN; DELETE FROM by_hand;" + view_.fill + "; COMMIT");
  } else {
    connection_.Value(R"(SELECT vieworm_refresh('v', '{"mode":"full"}'))");
  }
  return CpuSeconds() - start;
}

void Variant::Check() {
  if (method_ == Method::kNone) return;
  Bag wanted = BagOf(&connection_, view_.definition);
  Bag found = BagOf(&connection_, method_ == Method::kHand ? view_.shown : "SELECT * FROM v");
  if (wanted == found) return;
  throw std::runtime_error("WRONG: the view \"" + view_.name + "\" by " + name_ + " has " +
                           std::to_string(found.rows) + " rows, its definition " +
                           std::to_string(wanted.rows) +
                           (found.rows == wanted.rows ? ", and they differ" : ""));
}

bool Variant::HasReplaceGuard() {
  return connection_.Value(
             "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 't'"
             " AND sql LIKE '%BEFORE INSERT ON%'") != "0";
}

}  // namespace vieworm::bench
