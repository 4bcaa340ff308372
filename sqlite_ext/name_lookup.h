// Name resolution's questions, answered by one connection.
#ifndef VIEWORM_SQLITE_EXT_NAME_LOOKUP_H_
#define VIEWORM_SQLITE_EXT_NAME_LOOKUP_H_

#include <string>

#include "sqlite_ext/resolve/schema.h"

struct sqlite3;

namespace vieworm::resolve {

class SqliteSchema : public Schema {
 public:
  // `home` is the schema of the definition: a view sees the tables of its own file only, a view in
  // temp those of every file.
  SqliteSchema(sqlite3* db, std::string home) : db_(db), home_(std::move(home)) {}

  std::optional<TableFacts> Find(const std::optional<std::string>& schema,
                                 const std::string& name) const override;

 private:
  std::optional<TableFacts> FindIn(const std::string& schema, const std::string& name) const;

  sqlite3* db_;
  std::string home_;
};

}  // namespace vieworm::resolve

#endif  // VIEWORM_SQLITE_EXT_NAME_LOOKUP_H_
