#include "pg_ext/arguments.h"

#include "common/diagnostic.h"
#include "common/plan/refusals.h"
#include "common/spec/json_reader.h"
#include "pg_ext/guard.h"
#include "pg_ext/text.h"

extern "C" {
#include "catalog/pg_type.h"
#include "funcapi.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/jsonb.h"
#include "utils/lsyscache.h"
}

namespace vieworm {

namespace {

void StartRows(FunctionCallInfo info, bits32 flags) {
  PgCall([=] { InitMaterializedSRF(info, flags); });
}

void AddRow(FunctionCallInfo info, Datum* values) {
  auto* result = reinterpret_cast<ReturnSetInfo*>(info->resultinfo);
  PgCall([=] {
    bool nulls[2] = {false, false};
    tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
  });
}

// As it is declared: each function that takes JSON has a namesake for each type.
Oid TypeOf(FunctionCallInfo info, int position) {
  Oid* types = nullptr;
  int count = 0;
  get_func_signature(info->flinfo->fn_oid, &types, &count);
  return types[position];
}

// PostgreSQL keeps json as it keeps text.
char* JsonText(FunctionCallInfo info, int position) {
  Datum value = info->args[position].value;
  if (TypeOf(info, position) != JSONBOID) return text_to_cstring(DatumGetTextPP(value));
  Jsonb* json = DatumGetJsonbP(value);
  return JsonbToCString(nullptr, &json->root, VARSIZE(json));
}

}  // namespace

std::string Arguments::Text(int position, const char* name) const {
  CheckNotNull(position, name);
  FunctionCallInfo info = info_;
  return FromServer(
      PgCall([=] { return text_to_cstring(DatumGetTextPP(info->args[position].value)); }));
}

Json Arguments::JsonValue(int position, const char* name) const {
  CheckNotNull(position, name);
  FunctionCallInfo info = info_;
  char* text = PgCall([=] { return JsonText(info, position); });
  return ParseJson(FromServer(text), "argument " + Quoted(name));
}

void Arguments::AddText(int position, const char* key, Json* options) const {
  if (!info_->args[position].isnull) Add(key, Text(position, key), options);
}

void Arguments::AddBool(int position, const char* key, Json* options) const {
  if (info_->args[position].isnull) return;
  Add(key, DatumGetBool(info_->args[position].value), options);
}

void Arguments::CheckNotNull(int position, const char* name) const {
  if (info_->args[position].isnull) throw NullArgument(function_, name);
}

void Arguments::Add(const char* key, Json value, Json* options) const {
  // What is no object is refused where the options are read, in words that fit.
  if (!options->is_object()) return;
  if (options->contains(key)) {
    throw Error(ErrorKind::kBadSpec, "key \"/" + std::string(key) + "\" is given twice",
                "The argument of that name says it already.");
  }
  (*options)[key] = std::move(value);
}

Datum ReturnRows(FunctionCallInfo info, const std::vector<Json>& rows) {
  StartRows(info, MAT_SRF_USE_EXPECTED_DESC);
  for (const Json& row : rows) {
    Datum value = ToJsonb(row);
    AddRow(info, &value);
  }
  return Datum{0};
}

Datum ReturnSteps(FunctionCallInfo info, const std::vector<std::string>& steps) {
  StartRows(info, 0);
  for (size_t i = 0; i < steps.size(); ++i) {
    Datum values[2] = {Int32GetDatum(static_cast<int32>(i + 1)), ToText(steps[i])};
    AddRow(info, values);
  }
  return Datum{0};
}

Datum ReturnTexts(const std::vector<std::string>& texts) {
  int count = static_cast<int>(texts.size());
  Datum* values = PgCall([=] { return static_cast<Datum*>(palloc((count + 1) * sizeof(Datum))); });
  for (int i = 0; i < count; ++i) values[i] = ToText(texts[i]);
  return PgCall([=] {
    return PointerGetDatum(construct_array(values, count, TEXTOID, -1, false, TYPALIGN_INT));
  });
}

}  // namespace vieworm
