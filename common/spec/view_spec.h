// What the user asks for: the JSON view spec as a value, already checked as far as the spec alone
// can tell. docs: the spec reference in README.md.
#ifndef VIEWORM_COMMON_SPEC_VIEW_SPEC_H_
#define VIEWORM_COMMON_SPEC_VIEW_SPEC_H_

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/json.h"

namespace vieworm {

enum class Method { kAuto, kSimple, kMaterialized, kTable };
enum class RefreshMode { kAuto, kIncremental, kFull };
enum class Timing { kDemand, kStatement, kCommit };

// The word that a spec uses for each.
const char* Word(Method method);
const char* Word(RefreshMode mode);
const char* Word(Timing timing);

struct RefreshSpec {
  RefreshMode mode = RefreshMode::kAuto;
  Timing on = Timing::kDemand;
  std::optional<std::string> schedule;  // valid for Schedule::Parse
  bool concurrently = false;

  bool operator==(const RefreshSpec&) const = default;
};

// One key of an index: a column by name, or an SQL expression over the view's columns.
struct IndexKey {
  std::string column;      // empty where `expression` is not
  std::string expression;  // SQL text, without the outer parentheses
  bool descending = false;
  std::optional<bool> nulls_first;  // PostgreSQL only
};

struct IndexSpec {
  std::optional<std::string> name;
  std::vector<IndexKey> keys;  // at least one
  bool unique = false;
  std::optional<std::string> method;  // `using`; PostgreSQL only
  std::optional<std::string> where;   // SQL text
};

struct ViewSpec {
  std::string schema;  // empty: where the engine creates by default
  std::string name;
  std::string definition;  // this engine's SELECT
  Method method = Method::kAuto;
  std::optional<RefreshSpec> refresh;  // nothing where the key is absent
  bool with_data = true;
  std::vector<std::string> columns;  // empty: as the definition names them
  std::vector<IndexSpec> indexes;
  std::vector<std::pair<std::string, Json>> options;  // values: string, number or boolean
  std::optional<std::string> tablespace;
  std::optional<std::string> comment;
  bool if_not_exists = false;
  bool or_replace = false;

  // The spec as the user wrote it, with every engine's definition: what the registry keeps.
  Json source;
};

// Options of vieworm_refresh. Nothing: as the view's spec says.
struct RefreshOptions {
  std::optional<RefreshMode> mode;
  std::optional<bool> concurrently;
  bool with_data = true;
};

// Options of vieworm_drop.
struct DropOptions {
  bool if_exists = false;
  bool cascade = false;
};

}  // namespace vieworm

#endif  // VIEWORM_COMMON_SPEC_VIEW_SPEC_H_
