// What the core asks the engine. The unit tests fake it.
#ifndef VIEWORM_COMMON_PLAN_CATALOG_H_
#define VIEWORM_COMMON_PLAN_CATALOG_H_

#include <optional>
#include <string>
#include <vector>

#include "common/spec/view_spec.h"
#include "common/sql/dialect.h"

namespace vieworm {

// An output column of a definition.
struct Column {
  std::string name;  // as CREATE VIEW of the engine would call it

  // How a store declares the column: SQL text of the type, and the collation's name. PostgreSQL
  // takes both from the definition view by itself and leaves them empty here.
  std::string type;
  std::string collation;

  // Does the engine's `=` tell apart all values that look different? (PostgreSQL: numeric 1.0 and
  // 1.00 are equal and look different, json has no `=` at all.) Rows are compared by this.
  bool equality_is_identity = true;

  // Is the type a user's? Its owner can have functions of his own run by a cast (PostgreSQL: CREATE
  // CAST), or by whatever makes a value of it (CHECK of a domain). So its values are carried as
  // they are, and nothing is written that converts them.
  bool is_users_type = false;
};

// What the engine knows of a definition without running it.
struct DefinitionFacts {
  std::vector<Column> columns;
  std::vector<RelationName> sources;  // the tables and stores it reads, through plain views too

  // SQLite: the definition with its database before every table, so that it means outside of a view
  // what it means inside.
  std::string select;

  // May a view over it be given a list of column names? In SQLite not where it selects *: such a
  // view breaks when its source gains a column, and a broken view makes ALTER TABLE fail. Nor over
  // a UNION: SQLite 3.40 then converts the values to the type of the last part, not of the first.
  bool may_name_columns = true;
};

class Catalog {
 public:
  virtual ~Catalog() = default;

  // The schema in which CREATE without a schema creates.
  virtual std::string DefaultSchema() = 0;

  // Analyses `spec.definition`; nothing is executed and nothing is left behind. Throws where it is
  // not exactly one SELECT without parameters over what exists.
  virtual DefinitionFacts Describe(const ViewSpec& spec) = 0;

  // A name for something internal of the view `view`, such as `leaderboard_store`: fits the
  // engine's length and is free, both in `schema` and in the view's own schema.
  virtual std::string FreeName(const RelationName& view, const std::string& suffix,
                               const std::string& schema) = 0;
};

}  // namespace vieworm

#endif  // VIEWORM_COMMON_PLAN_CATALOG_H_
