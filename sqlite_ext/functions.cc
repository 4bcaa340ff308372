#include "sqlite_ext/functions.h"

#include <string>
#include <string_view>

#include "common/graph/graph_writer.h"
#include "common/graph/label.h"
#include "common/plan/refusals.h"
#include "common/spec/json_reader.h"
#include "common/spec/spec_parser.h"
#include "sqlite_ext/create.h"
#include "sqlite_ext/drop.h"
#include "sqlite_ext/due.h"
#include "sqlite_ext/explain.h"
#include "sqlite_ext/guard.h"
#include "sqlite_ext/refresh.h"
#include "sqlite_ext/sqlite.h"
#include "sqlite_ext/verify.h"
#include "sqlite_ext/view_graph.h"

namespace vieworm {

namespace {

class Call;

struct Function {
  const char* name;
  int arguments;
  void (*run)(const Call& call);
};

// One call: its arguments, and where the result goes.
class Call {
 public:
  Call(sqlite3_context* context, int count, sqlite3_value** values)
      : context_(context), count_(count), values_(values) {}

  sqlite3* db() const { return sqlite3_context_db_handle(context_); }
  bool Has(int i) const { return i < count_; }

  // Throws NullArgument, and Error(kBadSpec) for bytes that are no UTF-8.
  std::string Text(int i, const char* argument) const {
    std::string text = Bytes(i, argument);
    if (ValidUtf8(text) == text) return text;
    throw Error(ErrorKind::kBadSpec,
                "argument " + Quoted(argument) + " of " + function().name + " is not UTF-8");
  }

  // Throws NullArgument and what ParseJson throws.
  Json JsonText(int i, const char* argument) const {
    return ParseJson(Bytes(i, argument), "argument " + Quoted(argument));
  }

  // Null where the call has no such argument.
  Json Options(int i) const { return Has(i) ? JsonText(i, "options") : Json(); }

  RelationName Name() const { return ParseRelationName(Text(0, "name"), SqliteDialect()); }

  void Return(const std::string& text) const {
    sqlite3_result_text64(context_, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  }

  // A name may hold bytes that are no UTF-8; JSON may not.
  void Return(const Json& json) const {
    Return(json.dump(-1, ' ', false, Json::error_handler_t::replace));
    constexpr unsigned int kJsonSubtype = 'J';  // SQLite's json functions take it for JSON then
    sqlite3_result_subtype(context_, kJsonSubtype);
  }

 private:
  std::string Bytes(int i, const char* argument) const {
    if (sqlite3_value_type(values_[i]) == SQLITE_NULL) {
      throw NullArgument(function().name, argument);
    }
    const unsigned char* text = sqlite3_value_text(values_[i]);
    auto size = static_cast<size_t>(sqlite3_value_bytes(values_[i]));
    if (text == nullptr && size > 0) throw std::bad_alloc();
    return text == nullptr ? "" : std::string(reinterpret_cast<const char*>(text), size);
  }

  const Function& function() const {
    return *static_cast<const Function*>(sqlite3_user_data(context_));
  }

  sqlite3_context* context_;
  int count_;
  sqlite3_value** values_;
};

void Create(const Call& call) {
  if (!call.Has(1)) return call.Return(CreateView(call.db(), call.JsonText(0, "spec")));
  Json spec = SpecFromArguments(call.Text(0, "name"), call.Text(1, "definition"), call.Options(2),
                                SqliteDialect());
  call.Return(CreateView(call.db(), spec));
}

void Refresh(const Call& call) {
  call.Return(RefreshView(call.db(), call.Name(), ParseRefreshOptions(call.Options(1))));
}

void RefreshEverything(const Call& call) {
  call.Return(RefreshAll(call.db(), ParseRefreshOptions(call.Options(0))));
}

void Drop(const Call& call) {
  call.Return(DropView(call.db(), call.Name(), ParseDropOptions(call.Options(1))));
}

void Compile(const Call& call) { call.Return(CompileView(call.db(), call.JsonText(0, "spec"))); }

void Explain(const Call& call) {
  bool spec = BeginsObject(call.Text(0, "name"));
  call.Return(spec ? ExplainSpec(call.db(), call.JsonText(0, "spec"))
                   : ExplainView(call.db(), call.Name()));
}

void Verify(const Call& call) { call.Return(VerifyView(call.db(), call.Name())); }
void Repair(const Call& call) { call.Return(RepairView(call.db(), call.Name())); }
void Pause(const Call& call) { call.Return(PauseView(call.db(), call.Name())); }
void Resume(const Call& call) { call.Return(ResumeView(call.db(), call.Name())); }

void Due(const Call& call) { call.Return(RunDue(call.db())); }

void Draw(const Call& call) {
  std::string format = call.Has(0) ? call.Text(0, "format") : "mermaid";
  call.Return(RenderGraph(ViewGraph(call.db()), format));
}

void Version(const Call& call) { call.Return(std::string(VIEWORM_VERSION)); }

// SQLITE_RESULT_SUBTYPE: this version and those after it want to know which functions call
// sqlite3_result_subtype(). The header that the module is built with may be older than the library
// that loads it, and does not count.
constexpr int kWantsResultSubtype = 3045000;
constexpr int kResultSubtype = 0x1000000;

constexpr Function kFunctions[] = {
    {"vieworm_create", 1, Create},
    {"vieworm_create", 2, Create},
    {"vieworm_create", 3, Create},
    {"vieworm_refresh", 1, Refresh},
    {"vieworm_refresh", 2, Refresh},
    {"vieworm_refresh_all", 0, RefreshEverything},
    {"vieworm_refresh_all", 1, RefreshEverything},
    {"vieworm_drop", 1, Drop},
    {"vieworm_drop", 2, Drop},
    {"vieworm_compile", 1, Compile},
    {"vieworm_explain", 1, Explain},
    {"vieworm_verify", 1, Verify},
    {"vieworm_repair", 1, Repair},
    {"vieworm_pause", 1, Pause},
    {"vieworm_resume", 1, Resume},
    {"vieworm_run_due", 0, Due},
    {"vieworm_graph", 0, Draw},
    {"vieworm_graph", 1, Draw},
    {"vieworm_version", 0, Version},
};

// What vieworm writes does not change what the user's last_insert_rowid() gives.
class KeepLastRowid {
 public:
  explicit KeepLastRowid(sqlite3* db) : db_(db), rowid_(sqlite3_last_insert_rowid(db)) {}
  ~KeepLastRowid() { sqlite3_set_last_insert_rowid(db_, rowid_); }
  KeepLastRowid(const KeepLastRowid&) = delete;
  KeepLastRowid& operator=(const KeepLastRowid&) = delete;

 private:
  sqlite3* db_;
  sqlite3_int64 rowid_;
};

void Invoke(sqlite3_context* context, int count, sqlite3_value** values) {
  KeepLastRowid keep(sqlite3_context_db_handle(context));
  GuardFunction(context, [&] {
    const auto* function = static_cast<const Function*>(sqlite3_user_data(context));
    function->run(Call(context, count, values));
  });
}

}  // namespace

// All of them are direct-only: a view or trigger in a file from elsewhere must not call them.
int FunctionFlags(int version) {
  int flags = SQLITE_UTF8 | SQLITE_DIRECTONLY;
  if (version >= kWantsResultSubtype) flags |= kResultSubtype;
  return flags;
}

int RegisterFunctions(sqlite3* db) {
  int flags = FunctionFlags(sqlite3_libversion_number());
  for (const Function& function : kFunctions) {
    void* user_data = const_cast<Function*>(&function);
    int code = sqlite3_create_function_v2(db, function.name, function.arguments, flags, user_data,
                                          Invoke, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return code;
  }
  return SQLITE_OK;
}

}  // namespace vieworm
