#include "pg_ext/maintain/programs.h"

#include "pg_ext/guard.h"
#include "pg_ext/identity.h"
#include "pg_ext/lookup.h"
#include "pg_ext/spi.h"
#include "pg_ext/text.h"

extern "C" {
#include "utils/inval.h"
}

namespace vieworm {

namespace {

Json ToJson(const ChangeProgram& program) {
  return {{"columns", program.columns},
          {"apply", program.apply},
          {"finish", program.finish},
          {"locks", Word(program.locks)}};
}

WriterLocks LocksOf(const std::string& word) {
  for (WriterLocks locks : {WriterLocks::kNone, WriterLocks::kOthers, WriterLocks::kAll}) {
    if (word == Word(locks)) return locks;
  }
  throw Error(ErrorKind::kInternal, "unknown locks in a program: " + word);
}

}  // namespace

std::vector<Oid> SourcesOf(Oid store) {
  ActingAsExtension as_extension;
  std::vector<Oid> sources;
  for (const Row& row :
       RunSql("SELECT DISTINCT p.source::pg_catalog.oid FROM vieworm.programs AS p "
              "WHERE p.store::pg_catalog.oid OPERATOR(pg_catalog.=) $1::pg_catalog.oid ORDER BY 1",
              {std::to_string(store)})
           .rows) {
    sources.push_back(static_cast<Oid>(std::stoul(row[0].value())));
  }
  return sources;
}

void SavePrograms(Oid store, const std::vector<ChangeProgram>& programs) {
  DeletePrograms(store);
  {
    ActingAsExtension as_extension;
    for (const ChangeProgram& program : programs) {
      RunSql(
          "INSERT INTO vieworm.programs (store, source, event, program) "
          "VALUES ($1::pg_catalog.oid, $2::pg_catalog.oid, $3, $4::pg_catalog.jsonb)",
          {std::to_string(store), std::to_string(RelationId(program.source)), Word(program.event),
           Dump(ToJson(program))});
    }
  }
  PgCall([=] { CacheInvalidateRelcacheByRelid(store); });
}

std::optional<ChangeProgram> LoadProgram(Oid store, Oid source, ChangeEvent event) {
  ActingAsExtension as_extension;
  Value text =
      FirstValue(RunSql("SELECT p.program FROM vieworm.programs AS p "
                        "WHERE p.store::pg_catalog.oid OPERATOR(pg_catalog.=) $1::pg_catalog.oid "
                        "AND p.source::pg_catalog.oid OPERATOR(pg_catalog.=) $2::pg_catalog.oid "
                        "AND p.event OPERATOR(pg_catalog.=) $3",
                        {std::to_string(store), std::to_string(source), Word(event)}));
  if (!text) return std::nullopt;
  Json json = Json::parse(*text);
  ChangeProgram program;
  program.event = event;
  json.at("columns").get_to(program.columns);
  json.at("apply").get_to(program.apply);
  json.at("finish").get_to(program.finish);
  program.locks = LocksOf(json.at("locks").get<std::string>());
  return program;
}

void DeletePrograms(Oid store) {
  ActingAsExtension as_extension;
  RunSql(
      "DELETE FROM vieworm.programs AS p "
      "WHERE p.store::pg_catalog.oid OPERATOR(pg_catalog.=) $1::pg_catalog.oid",
      {std::to_string(store)});
}

}  // namespace vieworm
