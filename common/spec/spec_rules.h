// What a spec may not say at once.
#ifndef VIEWORM_COMMON_SPEC_SPEC_RULES_H_
#define VIEWORM_COMMON_SPEC_SPEC_RULES_H_

#include "common/spec/view_spec.h"
#include "common/sql/dialect.h"

namespace vieworm {

// Throws Error(kBadSpec) for keys that contradict each other or a schedule that does not parse,
// Error(kNotSupported) for what this engine, or this version, cannot do.
void CheckSpecRules(const ViewSpec& spec, const Dialect& dialect);

}  // namespace vieworm

#endif  // VIEWORM_COMMON_SPEC_SPEC_RULES_H_
