#include "sqlite_ext/lost_views.h"

#include <algorithm>

#include "common/names.h"
#include "common/plan/view_plan.h"
#include "common/spec/view_spec.h"
#include "common/spec/words.h"
#include "sqlite_ext/prepared.h"
#include "sqlite_ext/scanner.h"
#include "sqlite_ext/schemas.h"
#include "sqlite_ext/view_parts.h"

namespace vieworm {

namespace {

struct Face {
  std::string name;
  Json spec;
  std::string store;  // that it reads
};

// The spec in the comment of a face, or null.
Json SpecInRemark(const std::string& create) {
  size_t at = create.find("\n" + std::string(names::kRemark));
  if (at == std::string::npos) return nullptr;
  at += 1 + std::string(names::kRemark).size();
  Json spec = Json::parse(create.substr(at, create.find('\n', at) - at), nullptr, false);
  return spec.is_object() && spec.contains("name") ? spec : Json(nullptr);
}

// The store of `view` that the face reads, or "".
std::string StoreIn(const std::string& create, const std::string& view) {
  std::string prefix = LowerAscii(names::Internal(view, names::kStore));
  for (const Token& token : ScanSql(create).tokens) {
    if (token.kind != TokenKind::kQuoted) continue;
    if (LowerAscii(token.Name()).starts_with(prefix)) return token.Name();
  }
  return "";
}

// A view that somebody has made by copying the text of a face is none.
std::vector<Face> Faces(sqlite3* db, const std::string& schema) {
  std::vector<Face> faces;
  Prepared query(db, "SELECT name, sql FROM " + SchemaTable(schema) +
                         " WHERE type = 'view' AND instr(sql, ?) ORDER BY rowid");
  query.Bind(1, names::kRemark);
  while (query.Step()) {
    Face face{query.Text(0), SpecInRemark(query.Text(1)), StoreIn(query.Text(1), query.Text(0))};
    if (face.store.empty() || !face.spec.is_object()) continue;
    if (face.spec.at("name") == face.name) faces.push_back(std::move(face));
  }
  return faces;
}

bool StartsWith(const std::string& name, const std::string& prefix) {
  return LowerAscii(name).starts_with(LowerAscii(prefix));
}

bool IsTableOf(const std::string& name, const std::string& view) {
  for (const char* suffix : {names::kStore, "rows", "replaced"}) {
    if (StartsWith(name, names::Internal(view, suffix))) return true;
  }
  return false;
}

// Triggers are called after the view and the table that they are on: `v_t` may be the view, or `v`
// the view and `t` the table. Those on the view's own tables go with these.
bool IsTriggerOf(const Part& part, const Face& face, const std::vector<Face>& faces) {
  auto fits = [&](const Face& other) {
    return StartsWith(part.name, names::Internal(other.name, part.table + "_"));
  };
  if (IsTableOf(part.table, face.name)) return true;
  return fits(face) && std::none_of(faces.begin(), faces.end(), [&](const Face& other) {
           return other.name.size() > face.name.size() && fits(other);
         });
}

void FindParts(sqlite3* db, const Face& face, const std::vector<Face>& faces,
               RegistryEntry* entry) {
  Prepared query(db, "SELECT type, name, tbl_name, sql FROM " + SchemaTable(entry->view.schema) +
                         " WHERE type IN ('table', 'trigger') ORDER BY rowid");
  while (query.Step()) {
    Part part{query.Text(0), query.Text(1), query.Text(2), query.Text(3)};
    bool table = part.type == "table";
    if (table ? !IsTableOf(part.name, face.name) : !IsTriggerOf(part, face, faces)) continue;
    if (table) part.table.clear();
    entry->parts.push_back(std::move(part));
  }
}

bool IsMaintained(const RegistryEntry& entry) {
  return std::any_of(entry.parts.begin(), entry.parts.end(), [](const Part& part) {
    return part.type == "trigger" && !part.name.ends_with("_names");
  });
}

RegistryEntry EntryOf(sqlite3* db, const std::string& schema, const Face& face,
                      const std::vector<Face>& faces) {
  RegistryEntry entry;
  entry.view = {schema, face.name};
  entry.lost = true;
  entry.spec = face.spec.dump();
  ViewSpec spec = SpecOf(entry);
  bool table = spec.method == Method::kTable;
  entry.method = Word(table ? Method::kTable : Method::kMaterialized);
  entry.storage = Word(Storage::kStore);
  entry.store = face.store;
  entry.definition = spec.definition;
  FindParts(db, face, faces, &entry);
  bool maintained = IsMaintained(entry);
  entry.mode = Word(maintained ? RefreshMode::kIncremental : RefreshMode::kFull);
  entry.timing = Word(maintained ? Timing::kStatement : Timing::kDemand);
  entry.populated = true;
  return entry;
}

}  // namespace

std::vector<RegistryEntry> LostViews(sqlite3* db, const std::string& schema,
                                     const std::vector<RegistryEntry>& known) {
  std::vector<Face> faces = Faces(db, schema);
  std::vector<RegistryEntry> lost;
  for (const Face& face : faces) {
    bool is_known = std::any_of(known.begin(), known.end(), [&](const RegistryEntry& entry) {
      return SqliteDialect().SameName(entry.view.name, face.name);
    });
    if (!is_known) lost.push_back(EntryOf(db, schema, face, faces));
  }
  return lost;
}

std::optional<RegistryEntry> LostView(sqlite3* db, const RelationName& view) {
  std::vector<Face> faces = Faces(db, view.schema);
  for (const Face& face : faces) {
    if (!SqliteDialect().SameName(face.name, view.name)) continue;
    return EntryOf(db, view.schema, face, faces);
  }
  return std::nullopt;
}

}  // namespace vieworm
