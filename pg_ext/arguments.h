// Arguments and results of the SQL functions.
#ifndef VIEWORM_PG_EXT_ARGUMENTS_H_
#define VIEWORM_PG_EXT_ARGUMENTS_H_

#include "pg_ext/server.h"

namespace vieworm {

class Arguments {
 public:
  // `function`: as users call it, for the messages.
  Arguments(FunctionCallInfo info, const char* function) : info_(info), function_(function) {}

  // Throw Error(kNullArgument) for NULL; `name` is for the message.
  std::string Text(int position, const char* name) const;

  // Of type jsonb, json or text. Throws what ParseJson throws, too.
  Json JsonValue(int position, const char* name) const;

  // Sets `key` of `options` to the argument, unless that is NULL. Throws Error(kBadSpec) where the
  // options have it already.
  void AddText(int position, const char* key, Json* options) const;
  void AddBool(int position, const char* key, Json* options) const;

 private:
  void CheckNotNull(int position, const char* name) const;
  void Add(const char* key, Json value, Json* options) const;

  FunctionCallInfo info_;
  const char* function_;
};

// Results of functions that return a set: one column of type jsonb, or (int, text) rows.
Datum ReturnRows(FunctionCallInfo info, const std::vector<Json>& rows);
Datum ReturnSteps(FunctionCallInfo info, const std::vector<std::string>& steps);

// text[]
Datum ReturnTexts(const std::vector<std::string>& texts);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_ARGUMENTS_H_
