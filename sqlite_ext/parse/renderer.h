// The class behind render.h; its two halves are render.cc and render_expr.cc.
#ifndef VIEWORM_SQLITE_EXT_PARSE_RENDERER_H_
#define VIEWORM_SQLITE_EXT_PARSE_RENDERER_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sqlite_ext/parse/ast.h"
#include "sqlite_ext/parse/precedence.h"
#include "sqlite_ext/parse/render.h"

namespace vieworm::parse {

// Appends to one string. `named` says whether the names of a SELECT's result columns can be seen
// from outside: those of a FROM subquery can, those of a scalar subquery cannot.
class Renderer {
 public:
  // `places` may be null; else it is given the places of qualified columns.
  explicit Renderer(ColumnNames names, std::vector<ColumnPlace>* places = nullptr)
      : names_(names), places_(places) {}

  std::string Take() { return std::move(out_); }

  // Expressions: render_expr.cc. In parentheses if `expr` binds less tightly than asked for.
  void Write(const Expr& expr, Binding at_least = Binding::kAny);
  void Write(const Exprs& list);
  void Write(const OrderTerms& terms);
  void Write(const Window& window);

  // SELECT: render.cc.
  void Write(const Select& select, bool named);

 private:
  friend struct ExprWriter;

  void Write(const Cte& cte);
  void Write(const Query& query, bool named);
  void Write(const Values& values);
  void Write(const ResultColumn& column, bool named);
  void Write(const From& from);
  void Write(const FromItem& item);
  void Write(const TableSource& source);
  void Write(const SubquerySource& source);
  void Write(const GroupSource& source);
  void WriteLimit(const Select& select);

  void Write(const Frame& frame);
  void Write(const FrameBound& bound);
  void WriteOrderBy(const OrderTerms& terms);
  void WriteTail(const Call& call);

  void Text(std::string_view text) { out_ += text; }
  // A space before it, except right after an opening parenthesis.
  void Clause(std::string_view text);
  // Before all items but the first.
  void Comma(bool* first);
  void WriteName(const Name& name);
  void WriteQualified(const ColumnRef& column);
  void WriteNames(const Names& names);
  void WriteTable(const TableName& table);
  void WriteSubquery(const Select& select, bool named);

  const ColumnNames names_;
  std::vector<ColumnPlace>* const places_;
  std::string out_;
};

}  // namespace vieworm::parse

#endif  // VIEWORM_SQLITE_EXT_PARSE_RENDERER_H_
