// libFuzzer target: whatever the text, the spec reader gives a spec or an Error that can be shown;
// and a spec that it has read, written out again, is read as the same spec.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "common/diagnostic.h"
#include "common/spec/json_reader.h"
#include "common/spec/spec_parser.h"
#include "common/sql/dialect.h"

namespace {

using namespace vieworm;  // NOLINT(google-build-using-namespace): the whole subject here

void Demand(bool condition, const char* rule, const std::string& text) {
  if (condition) return;
  std::fprintf(stderr, "%s: %s\n", rule, text.c_str());
  std::abort();
}

// JSON is UTF-8, and so is all that is cut out of it. (dump() throws for anything else.)
void CheckError(const Error& error) {
  const Diagnostic& diagnostic = error.diagnostic();
  const std::string text = Json(diagnostic.OneLine()).dump();
  Demand(!diagnostic.message.empty(), "an error has a message", text);
  Demand(diagnostic.message.back() != '.', "which ends without a full stop", text);
  Demand(diagnostic.kind == ErrorKind::kBadSpec || diagnostic.kind == ErrorKind::kNameTooLong ||
             diagnostic.kind == ErrorKind::kNotSupported,
         "an error is of a kind that the header names", text);
}

// What `read` returns, or nothing where it throws an Error. Any other exception ends the program.
template <typename Read>
auto Try(Read read) -> std::optional<decltype(read())> {
  try {
    return read();
  } catch (const Error& error) {
    CheckError(error);
    return std::nullopt;
  }
}

Json Written(const RefreshSpec& refresh) {
  Json json = {{"mode", Word(refresh.mode)}, {"on", Word(refresh.on)}};
  if (refresh.schedule) json["schedule"] = *refresh.schedule;
  json["concurrently"] = refresh.concurrently;
  return json;
}

Json Written(const IndexKey& key) {
  Json json = Json::object();
  if (!key.column.empty()) json["column"] = key.column;
  if (!key.expression.empty()) json["expression"] = key.expression;
  json["order"] = key.descending ? "desc" : "asc";
  if (key.nulls_first) json["nulls"] = *key.nulls_first ? "first" : "last";
  return json;
}

Json Written(const IndexSpec& index) {
  Json json = {{"columns", Json::array()}, {"unique", index.unique}};
  for (const IndexKey& key : index.keys) json["columns"].push_back(Written(key));
  if (index.name) json["name"] = *index.name;
  if (index.method) json["using"] = *index.method;
  if (index.where) json["where"] = *index.where;
  return json;
}

// All that has been read, as a spec with every key that it can have.
Json Written(const ViewSpec& spec) {
  Json json = {{"name", spec.name}, {"definition", spec.definition}};
  if (!spec.schema.empty()) json["schema"] = spec.schema;
  json["method"] = Word(spec.method);
  if (spec.refresh) json["refresh"] = Written(*spec.refresh);
  json["with_data"] = spec.with_data;
  json["columns"] = spec.columns;
  json["indexes"] = Json::array();
  for (const IndexSpec& index : spec.indexes) json["indexes"].push_back(Written(index));
  json["options"] = Json::object();
  for (const auto& [key, value] : spec.options) json["options"][key] = value;
  if (spec.tablespace) json["tablespace"] = *spec.tablespace;
  if (spec.comment) json["comment"] = *spec.comment;
  json["if_not_exists"] = spec.if_not_exists;
  json["or_replace"] = spec.or_replace;
  return json;
}

// vieworm_create(name, definition, options) with what the spec says.
void CheckArguments(const ViewSpec& spec, const Dialect& dialect) {
  Json options = Written(spec);
  for (const char* key : {"name", "definition", "schema"}) options.erase(key);
  std::string name = QuoteIdentifier(spec.name);
  if (!spec.schema.empty()) name = QuoteIdentifier(spec.schema) + "." + name;
  const Json made = SpecFromArguments(name, spec.definition, options, dialect);
  Demand(Written(ParseSpec(made, dialect)) == Written(spec), "arguments make the same spec",
         made.dump());
}

void CheckSpec(const Json& json, const Dialect& dialect) {
  const std::optional<ViewSpec> spec = Try([&] { return ParseSpec(json, dialect); });
  if (!spec) return;
  const std::string kept = spec->source.dump();
  Demand(spec->source == json, "a spec is kept as it was written", kept);
  const Json again = ParseJson(kept, "the kept spec");
  Demand(SameView(again, json), "and comes back as the same view", kept);
  const Json written = Written(*spec);
  Demand(Written(ParseSpec(again, dialect)) == written, "with the same meaning", kept);
  Demand(Written(ParseSpec(written, dialect)) == written, "what was read is a spec again",
         written.dump());
  CheckArguments(*spec, dialect);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::optional<Json> json = Try([&] { return ParseJson(text, "the view spec"); });
  if (!json) return 0;
  for (const Dialect* dialect : {&PostgresDialect(), &SqliteDialect()}) CheckSpec(*json, *dialect);
  Try([&] { return ParseRefreshOptions(*json); });
  Try([&] { return ParseDropOptions(*json); });
  return 0;
}
