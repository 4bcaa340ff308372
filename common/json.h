// The one JSON type of the project: objects keep the order in which keys were written, so that
// what vieworm prints is the same every time.
#ifndef VIEWORM_COMMON_JSON_H_
#define VIEWORM_COMMON_JSON_H_

#include <nlohmann/json.hpp>

namespace vieworm {

using Json = nlohmann::ordered_json;

}  // namespace vieworm

#endif  // VIEWORM_COMMON_JSON_H_
