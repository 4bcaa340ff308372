// How a store declares its columns, so that the face behaves as the definition does.
#ifndef VIEWORM_SQLITE_EXT_STORE_TYPES_H_
#define VIEWORM_SQLITE_EXT_STORE_TYPES_H_

#include <string>
#include <string_view>
#include <vector>

#include "common/plan/catalog.h"

struct sqlite3;

namespace vieworm {

// Sets type and collation of `columns`, which are those of `source`, an item of FROM: a view over
// `select` in `schema`, or `select` itself.
//
// A column without a type keeps every value as it is. One with a type compares as the definition's
// column would, and converts values; so a type is given only where every value that the definition
// can ever give has been through the same conversion.
void SetStoreTypes(sqlite3* db, const std::string& source, const std::string& schema,
                   std::string_view select, std::vector<Column>* columns);

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_STORE_TYPES_H_
