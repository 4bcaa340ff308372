#include "tests/both_engines/finding.h"

namespace vieworm::both_engines {

std::string KindText(FindingKind kind) {
  switch (kind) {
    case FindingKind::kCreateFails:
      return "create fails";
    case FindingKind::kFaceFails:
      return "the view cannot be read";
    case FindingKind::kRefreshFails:
      return "refresh fails";
    case FindingKind::kWrongRows:
      return "wrong rows";
    case FindingKind::kEnginesDiffer:
      return "the engines' views differ";
    case FindingKind::kTablesDiffer:
      return "the engines' tables differ";
    case FindingKind::kOneFails:
      return "one engine refuses the statement";
    case FindingKind::kVerifyBlames:
      return "vieworm_verify finds a fault where there is none";
    case FindingKind::kServerLost:
      return "the server is lost";
  }
  return "";
}

}  // namespace vieworm::both_engines
