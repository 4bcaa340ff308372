// JSON -> ViewSpec, and JSON -> the options of the other functions.
//
// All throw Error(kBadSpec) with the JSON path, what was found, what is allowed and the nearest
// known word; Error(kNameTooLong) for identifiers; Error(kNotSupported) for what the engine
// cannot do at all.
#ifndef VIEWORM_COMMON_SPEC_SPEC_PARSER_H_
#define VIEWORM_COMMON_SPEC_SPEC_PARSER_H_

#include <string_view>

#include "common/spec/view_spec.h"
#include "common/sql/dialect.h"

namespace vieworm {

// The spec that vieworm_create(spec) takes, for the engine of `dialect`.
ViewSpec ParseSpec(const Json& spec, const Dialect& dialect);

// The spec that vieworm_create(name, definition, options) stands for. `name` is written as in SQL;
// `options` is an object with any of the spec's other keys, or null.
Json SpecFromArguments(std::string_view name, std::string_view definition, const Json& options,
                       const Dialect& dialect);

// `options` is an object or null.
RefreshOptions ParseRefreshOptions(const Json& options);
DropOptions ParseDropOptions(const Json& options);

// Are the two the same view? Compares what they say, without if_not_exists and or_replace, which
// only say what to do about a view that is there already.
bool SameView(const Json& left, const Json& right);

}  // namespace vieworm

#endif  // VIEWORM_COMMON_SPEC_SPEC_PARSER_H_
