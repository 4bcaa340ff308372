#include "common/ddl/presence.h"

#include "common/ddl/sql_text.h"

#include "common/core_only.h"

namespace vieworm {

std::string IsPresent(const GroupStore::Side& side, const std::string& is_some) {
  if (!side.kind) return Q(side.count) + is_some;
  std::string left = IsPresent(side.sides[0], is_some);
  std::string right = IsPresent(side.sides[1], is_some);
  switch (*side.kind) {
    case SetKind::kUnion:
      return "(" + left + " OR " + right + ")";
    case SetKind::kIntersect:
      return "(" + left + " AND " + right + ")";
    case SetKind::kExcept:
      return "(" + left + " AND NOT " + right + ")";
  }
  return "";
}

}  // namespace vieworm
