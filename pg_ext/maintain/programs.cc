#include "pg_ext/maintain/programs.h"

#include <algorithm>
#include <map>
#include <set>

#include "common/ddl/window_postgres.h"
#include "pg_ext/family.h"
#include "pg_ext/guard.h"
#include "pg_ext/identity.h"
#include "pg_ext/lookup.h"
#include "pg_ext/spi.h"
#include "pg_ext/text.h"

extern "C" {
#include "access/xact.h"
#include "utils/inval.h"
}

namespace vieworm {

namespace {

// Beside the kinds of statements; the source is the store itself.
constexpr char kTogether[] = "together";
constexpr char kMoveWindow[] = "move window";

// How many tables a source's family had when the program was written: when one is dropped, that is
// all that tells that it was of the family.
constexpr char kFamily[] = "family";

Json ToJson(const ChangeProgram& program, bool overlaps) {
  Json json = {{"number", program.number}, {"columns", program.columns},
               {"apply", program.apply},   {"finish", program.finish},
               {"overlaps", overlaps},     {"locks", Word(program.locks)},
               {"keyed", program.keyed}};
  if (!program.alone.empty()) json["alone"] = program.alone;
  if (program.one_row) {
    json["one_row"] = {{"columns", program.one_row->columns},
                       {"same", program.one_row->same},
                       {"apply", program.one_row->apply},
                       {"order", program.one_row->order},
                       {"moves", program.one_row->moves}};
  }
  return json;
}

std::optional<OneRowProgram> ToOneRowProgram(const Json& json) {
  auto found = json.find("one_row");
  if (found == json.end()) return std::nullopt;
  OneRowProgram program;
  found->at("columns").get_to(program.columns);
  found->at("same").get_to(program.same);
  found->at("apply").get_to(program.apply);
  found->at("order").get_to(program.order);
  found->at("moves").get_to(program.moves);
  return program;
}

WriterLocks LocksOf(const std::string& word) {
  for (WriterLocks locks : {WriterLocks::kNone, WriterLocks::kOthers, WriterLocks::kAll}) {
    if (word == Word(locks)) return locks;
  }
  throw Error(ErrorKind::kInternal, "unknown locks in a program: " + word);
}

ChangeProgram ToProgram(const Json& json, const RelationName& source, ChangeEvent event) {
  ChangeProgram program;
  program.source = source;
  program.event = event;
  json.at("number").get_to(program.number);
  json.at("columns").get_to(program.columns);
  json.at("apply").get_to(program.apply);
  json.at("finish").get_to(program.finish);
  program.locks = LocksOf(json.at("locks").get<std::string>());
  program.keyed = json.at("keyed").get<bool>();
  if (json.contains("alone")) json.at("alone").get_to(program.alone);
  program.one_row = ToOneRowProgram(json);
  return program;
}

using ProgramKey = std::pair<Oid, std::string>;  // the source, and the event

// Whoever writes a row keeps others from it until his transaction's end, and makes them wait who
// follow a command of their own: what stays as it is, is not written.
void Save(Oid store, const ProgramKey& key, const Json& program) {
  ActingAsExtension as_extension;
  RunSqlAsOfNow(
      "INSERT INTO vieworm.programs AS p (store, source, event, program) "
      "SELECT $1::pg_catalog.oid, $2::pg_catalog.oid, $3, $4::pg_catalog.jsonb "
      "WHERE NOT EXISTS (SELECT FROM vieworm.programs AS have "
      "WHERE have.store::pg_catalog.oid OPERATOR(pg_catalog.=) $1::pg_catalog.oid "
      "AND have.source::pg_catalog.oid OPERATOR(pg_catalog.=) $2::pg_catalog.oid "
      "AND have.event OPERATOR(pg_catalog.=) $3 "
      "AND have.program OPERATOR(pg_catalog.=) $4::pg_catalog.jsonb) "
      "ON CONFLICT (store, source, event) DO UPDATE SET program = EXCLUDED.program",
      {std::to_string(store), std::to_string(key.first), key.second, Dump(program)});
}

std::set<ProgramKey> KeysOf(Oid store) {
  ActingAsExtension as_extension;
  std::set<ProgramKey> keys;
  for (const Row& row :
       RunSqlAsOfNow("SELECT p.source::pg_catalog.oid, p.event FROM vieworm.programs AS p "
                     "WHERE p.store::pg_catalog.oid OPERATOR(pg_catalog.=) $1::pg_catalog.oid",
                     {std::to_string(store)})
           .rows) {
    keys.emplace(static_cast<Oid>(std::stoul(row[0].value())), row[1].value());
  }
  return keys;
}

void Delete(Oid store, const ProgramKey& key) {
  ActingAsExtension as_extension;
  RunSqlAsOfNow(
      "DELETE FROM vieworm.programs AS p "
      "WHERE p.store::pg_catalog.oid OPERATOR(pg_catalog.=) $1::pg_catalog.oid "
      "AND p.source::pg_catalog.oid OPERATOR(pg_catalog.=) $2::pg_catalog.oid "
      "AND p.event OPERATOR(pg_catalog.=) $3",
      {std::to_string(store), std::to_string(key.first), key.second});
}

std::map<ProgramKey, Json> ProgramsIn(Oid store, const PostgresMaintenance& maintenance) {
  std::map<ProgramKey, Json> programs;
  for (const ChangeProgram& program : maintenance.programs) {
    Oid source = RelationId(program.source);
    Json& json = programs[{source, Word(program.event)}];
    json = ToJson(program, maintenance.overlaps);
    json[kFamily] = FamilyOf(source).size();
  }
  if (maintenance.together) {
    programs[{store, kTogether}] = {{"apply", maintenance.together->apply},
                                    {"finish", maintenance.together->finish}};
  }
  if (!maintenance.window.bounds.empty()) {
    programs[{store, kMoveWindow}] = MoveWindowInPostgres(maintenance.window);
  }
  return programs;
}

std::optional<Json> Load(Oid store, Oid source, const char* event) {
  ActingAsExtension as_extension;
  Value text = FirstValue(
      RunSqlAsOfNow("SELECT p.program FROM vieworm.programs AS p "
                    "WHERE p.store::pg_catalog.oid OPERATOR(pg_catalog.=) $1::pg_catalog.oid "
                    "AND p.source::pg_catalog.oid OPERATOR(pg_catalog.=) $2::pg_catalog.oid "
                    "AND p.event OPERATOR(pg_catalog.=) $3",
                    {std::to_string(store), std::to_string(source), event}));
  if (!text) return std::nullopt;
  return Json::parse(*text);
}

std::vector<Oid> Sources(Oid store, const char* order) {
  ActingAsExtension as_extension;
  std::vector<Oid> sources;
  std::string sql =
      "SELECT p.source::pg_catalog.oid FROM vieworm.programs AS p "
      "WHERE p.store::pg_catalog.oid OPERATOR(pg_catalog.=) $1::pg_catalog.oid "
      "AND p.source::pg_catalog.oid OPERATOR(pg_catalog.<>) p.store::pg_catalog.oid "
      "GROUP BY p.source ORDER BY ";
  for (const Row& row : RunSqlAsOfNow(sql + order, {std::to_string(store)}).rows) {
    sources.push_back(static_cast<Oid>(std::stoul(row[0].value())));
  }
  return sources;
}

}  // namespace

std::vector<Oid> SourcesOf(Oid store) { return Sources(store, "1"); }

Oid SourceBehind(Oid store, Oid table) {
  std::vector<Oid> sources = SourcesOf(store);
  auto is_source = [&](Oid each) {
    return std::find(sources.begin(), sources.end(), each) != sources.end();
  };
  if (is_source(table)) return table;
  std::vector<Oid> above = WithAncestors(table);
  auto found = std::find_if(above.begin(), above.end(), is_source);
  return found == above.end() ? InvalidOid : *found;
}

std::vector<Oid> NumberedSourcesOf(Oid store) {
  return Sources(store,
                 "pg_catalog.min((p.program OPERATOR(pg_catalog.->>) 'number')::pg_catalog.int4)");
}

void SavePrograms(Oid store, const PostgresMaintenance& maintenance) {
  std::map<ProgramKey, Json> programs = ProgramsIn(store, maintenance);
  for (const ProgramKey& key : KeysOf(store)) {
    if (programs.count(key) == 0) Delete(store, key);
  }
  for (const auto& [key, program] : programs) Save(store, key, program);
  PgCall([=] { CacheInvalidateRelcacheByRelid(store); });
}

void RewritePrograms(Oid store) {
  ActingAsExtension as_extension;
  RunSqlAsOfNow(
      "UPDATE vieworm.programs AS p SET program = p.program "
      "WHERE p.store::pg_catalog.oid OPERATOR(pg_catalog.=) $1::pg_catalog.oid",
      {std::to_string(store)});
}

bool HasOtherFamilies(Oid store) {
  ActingAsExtension as_extension;
  std::vector<Row> known =
      RunSqlAsOfNow(
          "SELECT DISTINCT p.source::pg_catalog.oid, p.program OPERATOR(pg_catalog.->>) 'family' "
          "FROM vieworm.programs AS p "
          "WHERE p.store::pg_catalog.oid OPERATOR(pg_catalog.=) $1::pg_catalog.oid "
          "AND p.source::pg_catalog.oid OPERATOR(pg_catalog.<>) p.store::pg_catalog.oid",
          {std::to_string(store)})
          .rows;
  return std::any_of(known.begin(), known.end(), [](const Row& row) {
    size_t family = FamilyOf(static_cast<Oid>(std::stoul(row[0].value()))).size();
    return row[1] != std::to_string(family);
  });
}

void SaveFamilies(Oid store) {
  for (Oid source : SourcesOf(store)) {
    ActingAsExtension as_extension;
    RunSqlAsOfNow(
        "UPDATE vieworm.programs AS p "
        "SET program = pg_catalog.jsonb_set(p.program, '{family}', $3::pg_catalog.jsonb) "
        "WHERE p.store::pg_catalog.oid OPERATOR(pg_catalog.=) $1::pg_catalog.oid "
        "AND p.source::pg_catalog.oid OPERATOR(pg_catalog.=) $2::pg_catalog.oid",
        {std::to_string(store), std::to_string(source), std::to_string(FamilyOf(source).size())});
  }
}

std::optional<StoredProgram> LoadProgram(Oid store, Oid source, ChangeEvent event) {
  std::optional<Json> json = Load(store, source, Word(event));
  if (!json) return std::nullopt;
  return StoredProgram{ToProgram(*json, NameOf(source), event), json->at("overlaps").get<bool>()};
}

void CheckSnapshotKnowsProgram(Oid store, Oid source, ChangeEvent event) {
  constexpr char kPlace[] =
      "SELECT p.ctid FROM vieworm.programs AS p "
      "WHERE p.store::pg_catalog.oid OPERATOR(pg_catalog.=) $1::pg_catalog.oid "
      "AND p.source::pg_catalog.oid OPERATOR(pg_catalog.=) $2::pg_catalog.oid "
      "AND p.event OPERATOR(pg_catalog.=) $3";
  if (!IsolationUsesXactSnapshot()) return;
  ActingAsExtension as_extension;
  std::vector<Value> key = {std::to_string(store), std::to_string(source), Word(event)};
  if (FirstValue(RunSql(kPlace, key)) == FirstValue(RunSqlAsOfNow(kPlace, key))) return;
  PgCall([] {
    ereport(ERROR, (errcode(ERRCODE_T_R_SERIALIZATION_FAILURE),
                    errmsg("could not serialize access due to concurrent change of a view"),
                    errdetail("A maintained view of the table is younger than the transaction's "
                              "snapshot, or was made anew since.")));
  });
}

std::vector<ChangeProgram> LoadPrograms(Oid store) {
  std::vector<ChangeProgram> programs;
  for (Oid source : SourcesOf(store)) {
    for (ChangeEvent event : kChangeEvents) {
      if (std::optional<StoredProgram> stored = LoadProgram(store, source, event)) {
        programs.push_back(std::move(stored->program));
      }
    }
  }
  return programs;
}

std::optional<TogetherProgram> LoadTogetherProgram(Oid store) {
  std::optional<Json> json = Load(store, store, kTogether);
  if (!json) return std::nullopt;
  TogetherProgram program;
  json->at("apply").get_to(program.apply);
  json->at("finish").get_to(program.finish);
  return program;
}

std::string LoadWindowMove(Oid store) {
  return Load(store, store, kMoveWindow).value().get<std::string>();
}

void DeletePrograms(Oid store) {
  ActingAsExtension as_extension;
  RunSqlAsOfNow(
      "DELETE FROM vieworm.programs AS p "
      "WHERE p.store::pg_catalog.oid OPERATOR(pg_catalog.=) $1::pg_catalog.oid",
      {std::to_string(store)});
}

}  // namespace vieworm
