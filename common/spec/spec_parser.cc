#include "common/spec/spec_parser.h"

#include "common/diagnostic.h"
#include "common/spec/json_reader.h"
#include "common/spec/spec_rules.h"
#include "common/spec/words.h"

#include "common/core_only.h"

namespace vieworm {

namespace {

// An SQL text is a string, or an object with one text for each engine.
class SqlTextReader {
 public:
  explicit SqlTextReader(const Dialect& dialect) : dialect_(dialect) {}

  // This engine's text; nothing where `value` is null.
  std::optional<std::string> Read(const Json* value, const std::string& path) const {
    if (value == nullptr) return std::nullopt;
    if (value->is_string()) return Checked(value->get<std::string>(), path);
    if (!value->is_object()) JsonReader::FailType(path, *value, "a string, or one for each engine");
    JsonReader reader(*value, path);
    std::optional<std::string> mine;
    for (const Dialect* dialect : {&PostgresDialect(), &SqliteDialect()}) {
      std::optional<std::string> text = reader.String(dialect->Key());
      if (text) Checked(*text, reader.PathOf(dialect->Key()));
      if (dialect == &dialect_) mine = text;
    }
    if (!mine) reader.Miss(dialect_.Key(), "a string");
    reader.Finish();
    return mine;
  }

 private:
  static std::string Checked(std::string text, const std::string& path) {
    if (text.find('\0') != std::string::npos) {
      throw Error(ErrorKind::kBadSpec, "SQL text with a NUL character at " + Quoted(path));
    }
    return text;
  }

  const Dialect& dialect_;
};

class SpecParser {
 public:
  explicit SpecParser(const Dialect& dialect) : dialect_(dialect), sql_text_(dialect) {}

  ViewSpec Parse(const Json& json) {
    JsonReader reader(json, "");
    ViewSpec spec;
    spec.source = json;
    ReadNames(reader, &spec);
    ReadDefinition(reader, &spec);
    spec.method = reader.Word("method", MethodWords()).value_or(Method::kAuto);
    if (const Json* refresh = reader.Object("refresh")) {
      spec.refresh = ReadRefresh(JsonReader(*refresh, reader.PathOf("refresh")));
    }
    spec.with_data = reader.Bool("with_data").value_or(true);
    ReadColumns(reader, &spec);
    ReadIndexes(reader, &spec);
    ReadOptions(reader, &spec);
    spec.tablespace = ReadIdentifier(reader, "tablespace");
    spec.comment = ReadComment(reader);
    spec.if_not_exists = reader.Bool("if_not_exists").value_or(false);
    spec.or_replace = reader.Bool("or_replace").value_or(false);
    reader.Finish();
    CheckSpecRules(spec, dialect_);
    return spec;
  }

 private:
  void ReadNames(JsonReader& reader, ViewSpec* spec) const {
    std::optional<std::string> name = ReadIdentifier(reader, "name");
    if (!name) reader.Miss("name", "the view's name");
    spec->name = name.value_or("");
    spec->schema = ReadIdentifier(reader, "schema").value_or("");
  }

  std::optional<std::string> ReadIdentifier(JsonReader& reader, const char* key) const {
    std::optional<std::string> name = reader.String(key);
    if (name) CheckIdentifier(*name, reader.PathOf(key), dialect_);
    return name;
  }

  void ReadDefinition(JsonReader& reader, ViewSpec* spec) const {
    std::string path = reader.PathOf("definition");
    std::optional<std::string> text = sql_text_.Read(reader.Any("definition"), path);
    if (!text) reader.Miss("definition", "a SELECT");
    spec->definition = text.value_or("");
  }

  static RefreshSpec ReadRefresh(JsonReader reader) {
    RefreshSpec refresh;
    refresh.mode = reader.Word("mode", RefreshModeWords()).value_or(RefreshMode::kAuto);
    refresh.on = reader.Word("on", TimingWords()).value_or(Timing::kDemand);
    refresh.schedule = reader.String("schedule");
    refresh.concurrently = reader.Bool("concurrently").value_or(false);
    reader.Finish();
    return refresh;
  }

  void ReadColumns(JsonReader& reader, ViewSpec* spec) const {
    const Json* columns = reader.Array("columns");
    if (columns == nullptr) return;
    for (size_t i = 0; i < columns->size(); ++i) {
      std::string path = reader.PathOf("columns") + "/" + std::to_string(i);
      const Json& column = (*columns)[i];
      if (!column.is_string()) JsonReader::FailType(path, column, "a column's name");
      spec->columns.push_back(column.get<std::string>());
      CheckIdentifier(spec->columns.back(), path, dialect_);
    }
  }

  void ReadIndexes(JsonReader& reader, ViewSpec* spec) const {
    const Json* indexes = reader.Array("indexes");
    if (indexes == nullptr) return;
    for (size_t i = 0; i < indexes->size(); ++i) {
      std::string path = reader.PathOf("indexes") + "/" + std::to_string(i);
      spec->indexes.push_back(ReadIndex(JsonReader((*indexes)[i], path)));
    }
  }

  IndexSpec ReadIndex(JsonReader reader) const {
    IndexSpec index;
    const Json* columns = reader.Array("columns");
    for (size_t i = 0; columns != nullptr && i < columns->size(); ++i) {
      std::string path = reader.PathOf("columns") + "/" + std::to_string(i);
      index.keys.push_back(ReadIndexKey((*columns)[i], path));
    }
    if (index.keys.empty()) reader.Miss("columns", "an array of at least one column");
    index.unique = reader.Bool("unique").value_or(false);
    index.name = ReadIdentifier(reader, "name");
    index.method = ReadIdentifier(reader, "using");
    index.where = sql_text_.Read(reader.Any("where"), reader.PathOf("where"));
    reader.Finish();
    return index;
  }

  IndexKey ReadIndexKey(const Json& json, const std::string& path) const {
    IndexKey key;
    if (json.is_string()) {
      key.column = json.get<std::string>();
      CheckIdentifier(key.column, path, dialect_);
      return key;
    }
    if (!json.is_object()) JsonReader::FailType(path, json, "a column's name or an object");
    JsonReader reader(json, path);
    key.column = ReadIdentifier(reader, "column").value_or("");
    key.expression =
        sql_text_.Read(reader.Any("expression"), reader.PathOf("expression")).value_or("");
    if (key.column.empty() == key.expression.empty()) {
      reader.Miss("column", "either a column or an expression");
    }
    key.descending = reader.Word<bool>("order", {{"asc", false}, {"desc", true}}).value_or(false);
    key.nulls_first = reader.Word<bool>("nulls", {{"first", true}, {"last", false}});
    reader.Finish();
    return key;
  }

  static void ReadOptions(JsonReader& reader, ViewSpec* spec) {
    const Json* options = reader.Object("options");
    if (options == nullptr) return;
    JsonReader values(*options, reader.PathOf("options"));
    for (const auto& [key, value] : options->items()) {
      if (!value.is_string() && !value.is_number() && !value.is_boolean()) {
        JsonReader::FailType(values.PathOf(key), value, "a string, a number or a boolean");
      }
      CheckIdentifier(key, values.PathOf(key), PostgresDialect());
      spec->options.emplace_back(key, value);
    }
  }

  static std::optional<std::string> ReadComment(JsonReader& reader) {
    std::optional<std::string> comment = reader.String("comment");
    if (comment && comment->find('\0') != std::string::npos) {
      throw Error(ErrorKind::kBadSpec, "comment with a NUL character");
    }
    return comment;
  }

  const Dialect& dialect_;
  SqlTextReader sql_text_;
};

Json OrNone(const Json& options) { return options.is_null() ? Json::object() : options; }

// With sorted keys, so that the order in which they were written does not matter.
nlohmann::json WithoutExistenceRules(const Json& spec) {
  nlohmann::json sorted = nlohmann::json::parse(spec.dump());
  sorted.erase("if_not_exists");
  sorted.erase("or_replace");
  return sorted;
}

}  // namespace

ViewSpec ParseSpec(const Json& spec, const Dialect& dialect) {
  return SpecParser(dialect).Parse(spec);
}

Json SpecFromArguments(std::string_view name, std::string_view definition, const Json& options,
                       const Dialect& dialect) {
  RelationName relation = ParseRelationName(name, dialect);
  Json spec = Json::object();
  if (!relation.schema.empty()) spec["schema"] = relation.schema;
  spec["name"] = relation.name;
  spec["definition"] = std::string(definition);
  const Json others = OrNone(options);
  JsonReader reader(others, "");
  for (const auto& [key, value] : others.items()) {
    if (spec.contains(key)) {
      throw Error(ErrorKind::kBadSpec, "key " + Quoted(reader.PathOf(key)) + " is given twice",
                  "The first arguments say it already.");
    }
    spec[key] = value;
  }
  return spec;
}

RefreshOptions ParseRefreshOptions(const Json& options) {
  const Json object = OrNone(options);
  JsonReader reader(object, "");
  RefreshOptions parsed;
  parsed.mode = reader.Word("mode", RefreshModeWords());
  parsed.concurrently = reader.Bool("concurrently");
  parsed.with_data = reader.Bool("with_data").value_or(true);
  reader.Finish();
  if (!parsed.with_data && parsed.concurrently.value_or(false)) {
    throw Error(ErrorKind::kBadSpec, "\"concurrently\" contradicts \"with_data\": false");
  }
  return parsed;
}

DropOptions ParseDropOptions(const Json& options) {
  const Json object = OrNone(options);
  JsonReader reader(object, "");
  DropOptions parsed;
  parsed.if_exists = reader.Bool("if_exists").value_or(false);
  parsed.cascade = reader.Bool("cascade").value_or(false);
  reader.Finish();
  return parsed;
}

bool SameView(const Json& left, const Json& right) {
  return WithoutExistenceRules(left) == WithoutExistenceRules(right);
}

}  // namespace vieworm
