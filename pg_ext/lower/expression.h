// An expression of PostgreSQL's -> text with holes.
//
// What is to become a column is replaced by a parameter $n, which PostgreSQL's own deparser writes
// wherever it stands; then the text is cut at the parameters. So whatever PostgreSQL can write, we
// can.
#ifndef VIEWORM_PG_EXT_LOWER_EXPRESSION_H_
#define VIEWORM_PG_EXT_LOWER_EXPRESSION_H_

#include "pg_ext/server.h"

#include "common/ir/scalar.h"

struct Node;
struct List;
struct Var;

namespace vieworm::lower {

// Gives what stands in the place of a part of an expression: of a Var, an Aggref, a WindowFunc, or
// of what the caller asked for. May throw Refused.
using Filler = std::function<Scalar(Node* part)>;

struct Reading {
  Filler fill;
  List* parts = nullptr;  // expressions that are to be filled as a whole, wherever they occur
  bool inside = false;    // the expression itself is an Aggref or WindowFunc, not to be filled
  bool checked = false;   // somebody else sees to it that it may be maintained
};

// Throws Refused where a maintained view cannot have the expression. Type, modifier and collation
// of the text are those of the expression.
Scalar ToScalar(Node* expression, const Reading& reading);

// The texts of several, one behind the other.
class ScalarText {
 public:
  ScalarText& Add(const std::string& text);
  ScalarText& Add(const Scalar& scalar);
  Scalar Take() { return Scalar(std::move(pieces_)); }

 private:
  std::vector<Scalar::Piece> pieces_;
};

// The type, modifier and collation of an expression.
struct ValueType {
  Oid type = InvalidOid;
  int32 modifier = -1;
  Oid collation = InvalidOid;

  bool operator==(const ValueType&) const = default;
};
ValueType TypeOf(Node* expression);

// As messages show it.
std::string TypeName(Oid type);

// As SQL, with its modifier.
std::string QualifiedTypeName(const ValueType& type);

// The terms of a conjunction.
std::vector<Node*> Conjuncts(Node* condition);

// Throws PgError (54001) where the stack is about to overflow.
void CheckStack();

}  // namespace vieworm::lower

#endif  // VIEWORM_PG_EXT_LOWER_EXPRESSION_H_
