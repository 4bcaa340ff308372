// PostgreSQL's headers, in the one order in which C++ can include them: the standard library and
// JSON first, because PostgreSQL's port.h turns names such as snprintf into macros.
//
// Every file of pg_ext/ that needs the server includes this; what is special to one topic it
// includes itself, inside extern "C".
#ifndef VIEWORM_PG_EXT_SERVER_H_
#define VIEWORM_PG_EXT_SERVER_H_

#include <algorithm>
#include <cstdint>
#include <exception>
#include <functional>
#include <new>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "common/json.h"

extern "C" {
#include "postgres.h"

#include "fmgr.h"
#include "miscadmin.h"
#include "utils/elog.h"
#include "utils/memutils.h"
}

#endif  // VIEWORM_PG_EXT_SERVER_H_
