// Syntax tree -> syntax tree in which every name is spelled out: each source has an alias of its
// own (r1, r2, ...), each column is qualified by it, stars, NATURAL and USING are written out, and
// an alias of a result column is replaced by what it stands for.
//
// The result has the same shape as the original, so SQLite must compile both to the same program;
// the caller checks that (see STYLE of the self-check in DESIGN.md: a front-end that misreads a
// definition must be noticed before it maintains anything).
#ifndef VIEWORM_SQLITE_EXT_RESOLVE_RESOLVER_H_
#define VIEWORM_SQLITE_EXT_RESOLVE_RESOLVER_H_

#include <map>
#include <memory>
#include <string>

#include "sqlite_ext/parse/ast.h"
#include "sqlite_ext/resolve/schema.h"

namespace vieworm::resolve {

struct Resolved {
  std::shared_ptr<parse::Arena> arena;       // owns the nodes below
  parse::Ref<parse::Select> select;          // null where the statement cannot be resolved
  std::map<std::string, TableFacts> tables;  // what each alias of a table, view or function is
  std::string reason;                        // why it cannot be resolved; fit for "it uses ..."

  explicit operator bool() const { return static_cast<bool>(select); }
};

// `tree` is a statement that SQLite accepts, and must outlive the result.
Resolved Resolve(const parse::Tree& tree, const Schema& schema);

}  // namespace vieworm::resolve

#endif  // VIEWORM_SQLITE_EXT_RESOLVE_RESOLVER_H_
