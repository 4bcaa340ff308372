// xConnect is the constructor of a table, xDisconnect its destructor; xOpen and xClose are those of
// a cursor (https://www.sqlite.org/vtab.html). A cursor holds a copy of all rows, so that no
// registry is being read while the user's statement drops views.

#include "sqlite_ext/views_table.h"

#include <memory>
#include <variant>
#include <vector>

#include "common/spec/json_reader.h"
#include "sqlite_ext/guard.h"
#include "sqlite_ext/maintain/parts.h"
#include "sqlite_ext/registry.h"
#include "sqlite_ext/schemas.h"
#include "sqlite_ext/sqlite.h"
#include "sqlite_ext/view_parts.h"

namespace vieworm {

namespace {

using Cell = std::variant<std::monostate, int64_t, double, std::string>;
using Row = std::vector<Cell>;

constexpr char kDeclaration[] =
    "CREATE TABLE vieworm_views(schema TEXT, name TEXT, method TEXT, storage TEXT, mode TEXT, "
    "timing TEXT, schedule TEXT, populated INTEGER, stale INTEGER, pending_changes INTEGER, "
    "last_refresh TEXT, last_duration_ms REAL, last_mode TEXT, last_deleted INTEGER, "
    "last_inserted INTEGER, last_error TEXT, last_error_at TEXT, rows INTEGER, strategy TEXT, "
    "as_of TEXT, reason TEXT, comment TEXT, definition TEXT, stale_reason TEXT)";
constexpr int kRowsColumn = 17;

struct Table : sqlite3_vtab {
  sqlite3* db = nullptr;
};

struct Cursor : sqlite3_vtab_cursor {
  std::vector<Row> rows;
  size_t at = 0;
};

template <typename T>
Cell CellOf(const std::optional<T>& value) {
  return value ? Cell(*value) : Cell();
}

Cell NotEmpty(const std::string& text) { return text.empty() ? Cell() : Cell(text); }

// A text in the spec, such as its comment.
Cell FromSpec(const Json& spec, const char* pointer) {
  Json::json_pointer place(pointer);
  if (!spec.contains(place) || !spec.at(place).is_string()) return {};
  return spec.at(place).get<std::string>();
}

// Unknown for a view that is refreshed in full: nobody looks whether its sources have changed. A
// maintained view is fresh as long as its triggers are there, and do for the schema of today.
Cell StaleCell(const RegistryEntry& entry, const std::string& damage) {
  if (!entry.IsStored()) return int64_t{0};
  bool stale = entry.paused || !entry.populated || !damage.empty();
  if (entry.IsIncremental()) return int64_t{stale};
  return stale ? Cell(int64_t{1}) : Cell();
}

// A face that is gone is an error that nobody has seen yet.
Cell ErrorCell(sqlite3* db, const RegistryEntry& entry, const std::string& damage) {
  if (HasFace(db, entry) && damage.empty()) return CellOf(entry.last_error);
  if (HasFace(db, entry)) return damage + " vieworm_repair mends the view.";
  return "the view was dropped, but not by vieworm_drop; vieworm_drop cleans up what is left";
}

Cell StaleReasonCell(const RegistryEntry& entry, const std::string& damage) {
  if (!entry.IsStored()) return {};
  if (!damage.empty()) return damage;
  if (!entry.populated) return "it has no data";
  return entry.paused ? Cell("it is paused") : Cell();
}

// Statements change a maintained view, and nobody notes how many rows it has.
Cell RowsCell(sqlite3* db, const RegistryEntry& entry, bool count) {
  if (!entry.IsIncremental()) return CellOf(entry.rows);
  bool readable = HasFace(db, entry) && HasStore(db, entry);
  return count && readable ? Cell(CountRows(db, entry.view)) : Cell();
}

Row RowOf(sqlite3* db, const RegistryEntry& entry, SchemaNow* now, bool count_rows) {
  std::string damage = Damage(db, entry, now);
  Json spec = Json::parse(entry.spec, nullptr, false);
  return {entry.view.schema,
          entry.view.name,
          entry.method,
          entry.storage,
          NotEmpty(entry.mode),
          NotEmpty(entry.timing),
          FromSpec(spec, "/refresh/schedule"),
          int64_t{entry.populated},
          StaleCell(entry, damage),
          Cell(),
          CellOf(entry.last_refresh),
          CellOf(entry.last_duration_ms),
          CellOf(entry.last_mode),
          CellOf(entry.last_deleted),
          CellOf(entry.last_inserted),
          ErrorCell(db, entry, damage),
          CellOf(entry.last_error_at),
          RowsCell(db, entry, count_rows),
          entry.strategy.empty() ? Cell() : Cell(Json(entry.strategy).dump()),
          CellOf(entry.as_of),
          NotEmpty(entry.reason),
          FromSpec(spec, "/comment"),
          CurrentDefinition(db, entry),
          StaleReasonCell(entry, damage)};
}

// Hands a failure over as the table's error text, which SQLite frees.
int Report(sqlite3_vtab* table, const Failure& failure) {
  if (failure.code == SQLITE_OK) return SQLITE_OK;
  sqlite3_free(table->zErrMsg);
  table->zErrMsg = sqlite3_mprintf("%s", failure.text.c_str());
  return failure.code;
}

int Connect(sqlite3* db, void*, int, const char* const*, sqlite3_vtab** table, char** error) {
  Failure failure = Guarded([&] {
    int code = sqlite3_declare_vtab(db, kDeclaration);
    if (code != SQLITE_OK) ThrowEngineError(db, code);
    // It shows what is in every attached database, and a view over it could not be read by
    // programs without vieworm: not for use in a schema.
    sqlite3_vtab_config(db, SQLITE_VTAB_DIRECTONLY);
    auto fresh = std::make_unique<Table>();
    fresh->db = db;
    *table = fresh.release();
  });
  if (failure.code != SQLITE_OK) *error = sqlite3_mprintf("%s", failure.text.c_str());
  return failure.code;
}

int Disconnect(sqlite3_vtab* table) {
  delete static_cast<Table*>(table);
  return SQLITE_OK;
}

// There is one way to read it: all of it. Rows are counted for who asks for them.
int BestIndex(sqlite3_vtab*, sqlite3_index_info* info) {
  info->idxNum = static_cast<int>((info->colUsed >> kRowsColumn) & 1);
  info->estimatedCost = 1000;
  info->estimatedRows = 100;
  return SQLITE_OK;
}

int Open(sqlite3_vtab*, sqlite3_vtab_cursor** cursor) {
  return Guarded([&] { *cursor = std::make_unique<Cursor>().release(); }).code;
}

int Close(sqlite3_vtab_cursor* cursor) {
  delete static_cast<Cursor*>(cursor);
  return SQLITE_OK;
}

int Filter(sqlite3_vtab_cursor* base, int count_rows, const char*, int, sqlite3_value**) {
  auto* cursor = static_cast<Cursor*>(base);
  return Report(cursor->pVtab, Guarded([&] {
                  sqlite3* db = static_cast<Table*>(cursor->pVtab)->db;
                  cursor->at = 0;
                  cursor->rows.clear();
                  SchemaNow now(db);
                  for (const RegistryEntry& entry : LoadAllEntries(db)) {
                    cursor->rows.push_back(RowOf(db, entry, &now, count_rows != 0));
                  }
                }));
}

int Next(sqlite3_vtab_cursor* cursor) {
  ++static_cast<Cursor*>(cursor)->at;
  return SQLITE_OK;
}

int Eof(sqlite3_vtab_cursor* base) {
  auto* cursor = static_cast<Cursor*>(base);
  return cursor->at >= cursor->rows.size() ? 1 : 0;
}

struct ReturnCell {
  sqlite3_context* context;
  void operator()(std::monostate) const { sqlite3_result_null(context); }
  void operator()(int64_t number) const { sqlite3_result_int64(context, number); }
  void operator()(double number) const { sqlite3_result_double(context, number); }
  void operator()(const std::string& text) const {
    sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  }
};

int Column(sqlite3_vtab_cursor* base, sqlite3_context* context, int column) {
  auto* cursor = static_cast<Cursor*>(base);
  std::visit(ReturnCell{context}, cursor->rows[cursor->at][static_cast<size_t>(column)]);
  return SQLITE_OK;
}

int Rowid(sqlite3_vtab_cursor* cursor, sqlite3_int64* rowid) {
  *rowid = static_cast<sqlite3_int64>(static_cast<Cursor*>(cursor)->at) + 1;
  return SQLITE_OK;
}

// Without xCreate nobody can create another one; without xUpdate it is read-only.
constexpr sqlite3_module MakeModule() {
  sqlite3_module module = {};
  module.xConnect = Connect;
  module.xBestIndex = BestIndex;
  module.xDisconnect = Disconnect;
  module.xDestroy = Disconnect;
  module.xOpen = Open;
  module.xClose = Close;
  module.xFilter = Filter;
  module.xNext = Next;
  module.xEof = Eof;
  module.xColumn = Column;
  module.xRowid = Rowid;
  return module;
}

constexpr sqlite3_module kModule = MakeModule();

}  // namespace

int RegisterViewsTable(sqlite3* db) {
  return sqlite3_create_module_v2(db, "vieworm_views", &kModule, nullptr, nullptr);
}

}  // namespace vieworm
