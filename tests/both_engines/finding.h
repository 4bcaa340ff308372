// What a case shows that must not be.
#ifndef VIEWORM_TESTS_BOTH_ENGINES_FINDING_H_
#define VIEWORM_TESTS_BOTH_ENGINES_FINDING_H_

#include <string>

namespace vieworm::both_engines {

enum class FindingKind {
  kCreateFails,    // a definition that the engine evaluates is refused
  kFaceFails,      // the view cannot be read
  kRefreshFails,   // or not refreshed
  kWrongRows,      // the view is not what its definition gives in the same engine
  kEnginesDiffer,  // it is in both, and the engines' views differ
  kTablesDiffer,   // a statement leaves other rows in one engine's tables than in the other's
  kOneFails,       // one engine refuses a statement, and not because of the rows
  kVerifyBlames,   // vieworm_verify finds a fault that is none
  kServerLost,     // PostgreSQL has crashed
};

struct Finding {
  FindingKind kind;
  std::string place;     // "v1 in SQLite"
  size_t statement = 0;  // statements of the case run by then
  std::string expected;
  std::string got;
};

std::string KindText(FindingKind kind);

// Thrown to leave the run.
struct Found {
  Finding finding;
};

}  // namespace vieworm::both_engines

#endif  // VIEWORM_TESTS_BOTH_ENGINES_FINDING_H_
