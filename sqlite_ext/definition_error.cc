#include "sqlite_ext/definition_error.h"

#include <string_view>

#include "sqlite_ext/scanner.h"
#include "sqlite_ext/schemas.h"
#include "sqlite_ext/sqlite.h"

namespace vieworm {

namespace {

constexpr char kOwnFileOnly[] = "In SQLite a view reads only the database that it is in.";

// The rest of `message` behind `beginning`, or "".
std::string_view After(std::string_view message, std::string_view beginning) {
  size_t at = message.find(beginning);
  return at == std::string_view::npos ? "" : message.substr(at + beginning.size());
}

// What the definition takes from `schema`: the first name that is qualified with it.
std::string NameIn(std::string_view definition, std::string_view schema) {
  ScannedSql scan = ScanSql(definition);
  for (size_t i = 0; i + 2 < scan.tokens.size(); ++i) {
    if (!scan.tokens[i + 1].Is('.')) continue;
    if (!SqliteDialect().SameName(scan.tokens[i].Name(), schema)) continue;
    return scan.tokens[i].Name() + "." + scan.tokens[i + 2].Name();
  }
  return std::string(schema);
}

[[noreturn]] void FailOtherDatabase(const ViewSpec& spec, const std::string& name,
                                    const std::string& schema) {
  throw Error(ErrorKind::kNotSupported,
              "the definition reads " + Quoted(name) + ", which is in another database",
              kOwnFileOnly,
              "The view would be in " + Quoted(spec.schema) + "; set \"/schema\" to " +
                  Quoted(schema) + ", or to \"temp\", whose views may read every database.");
}

// A table that is missing in the view's database, but there in another one.
void CheckOtherDatabases(sqlite3* db, const ViewSpec& spec, std::string_view missing) {
  std::string_view name = missing.substr(missing.find('.') + 1);
  for (const std::string& schema : Schemas(db)) {
    if (SqliteDialect().SameName(schema, spec.schema)) continue;
    if (ObjectType(db, {schema, std::string(name)}).empty()) continue;
    FailOtherDatabase(spec, schema + "." + std::string(name), schema);
  }
}

}  // namespace

void ThrowDefinitionError(sqlite3* db, const ViewSpec& spec, const EngineError& error) {
  if ((error.code() & 0xff) != SQLITE_ERROR) throw error;
  std::string message = error.diagnostic().message;
  std::string_view elsewhere = After(message, " cannot reference objects in database ");
  if (!elsewhere.empty()) {
    FailOtherDatabase(spec, NameIn(spec.definition, elsewhere), std::string(elsewhere));
  }
  std::string_view missing = After(message, "no such table: ");
  if (!missing.empty()) CheckOtherDatabases(db, spec, missing);
  ErrorKind kind = missing.empty() ? ErrorKind::kSyntax : ErrorKind::kMissing;
  throw Error(kind, message, "SQLite cannot read the definition.");
}

}  // namespace vieworm
