// One SQL statement that a back-end is to run.
#ifndef VIEWORM_COMMON_DDL_STATEMENT_H_
#define VIEWORM_COMMON_DDL_STATEMENT_H_

#include <string>

namespace vieworm {

// As whom PostgreSQL runs a statement. SQLite knows no users and runs all of them alike.
enum class Actor {
  kCaller,     // the user, with the user's own search_path: what reads the definition's text
  kOwner,      // the view's owner, search_path pinned: what evaluates the definition
  kExtension,  // the extension's owner, search_path pinned: what touches vieworm's own schema
};

struct Statement {
  Actor actor = Actor::kCaller;
  std::string sql;  // exactly one statement, without a semicolon
};

}  // namespace vieworm

#endif  // VIEWORM_COMMON_DDL_STATEMENT_H_
