#include "common/plan/affinity.h"

#include <string>

#include "common/sql/dialect.h"

#include "common/core_only.h"

namespace vieworm {

// Section 3.1: the first rule that applies.
char AffinityOfType(std::string_view declared) {
  std::string type = LowerAscii(declared);
  auto has = [&type](const char* word) { return type.find(word) != std::string::npos; };
  if (has("int")) return 'D';
  if (has("char") || has("clob") || has("text")) return 'B';
  if (type.empty() || has("blob")) return 'A';
  if (has("real") || has("floa") || has("doub")) return 'E';
  return 'C';
}

const char* TypeOfAffinity(char affinity) {
  switch (affinity) {
    case 'B':
      return "TEXT";
    case 'C':
      return "NUMERIC";
    case 'D':
      return "INTEGER";
    case 'E':
      return "REAL";
    default:
      return "";
  }
}

}  // namespace vieworm
