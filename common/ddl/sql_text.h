// Pieces of SQL text, in SQLite's dialect, that the statements around a store are made of.
#ifndef VIEWORM_COMMON_DDL_SQL_TEXT_H_
#define VIEWORM_COMMON_DDL_SQL_TEXT_H_

#include <string>
#include <vector>

#include "common/ddl/select.h"
#include "common/plan/group_store.h"

namespace vieworm {

// An identifier, quoted.
inline std::string Q(const std::string& name) { return QuoteIdentifier(name); }

std::string RelationText(const RelationName& relation);

// SQL texts joined by `separator`.
std::string JoinTexts(const std::vector<std::string>& parts, const char* separator);

// " COLLATE x", or nothing for "".
std::string Collate(const std::string& collation);

// The column in CREATE TABLE.
std::string Declaration(const StoredColumn& column);

// A Change is the one row of a row trigger: NEW or OLD.
ChangeWriter RowOf(const std::string& row);

}  // namespace vieworm

#endif  // VIEWORM_COMMON_DDL_SQL_TEXT_H_
