// https://www.sqlite.org/lang_datefunc.html. A date function reads the clock where its time value
// is 'now' or left out. (A time value that is computed may turn out to be 'now', too; SQLite itself
// notices that only when it runs.)

#include "sqlite_ext/lower/volatility.h"

#include <set>

#include "common/sql/dialect.h"
#include "sqlite_ext/lower/refused.h"
#include "sqlite_ext/parse/children.h"
#include "sqlite_ext/parse/map_children.h"

namespace vieworm::lower {

namespace {

using parse::Expr;
using parse::LiteralKind;
using parse::Ref;

bool IsString(const Expr& expr, const std::string& lower) {
  const auto* literal = std::get_if<parse::Literal>(&expr.node);
  return literal != nullptr && literal->kind == LiteralKind::kString &&
         LowerAscii(literal->text) == lower;
}

// The place of a date function's time value among its arguments, or -1 for any other function.
int TimeArgument(const parse::Call& call) {
  static const std::set<std::string> kDates = {"date", "time", "datetime", "julianday",
                                               "unixepoch"};
  std::string name = LowerAscii(call.function.text);
  if (kDates.count(name) > 0) return 0;
  return name == "strftime" ? 1 : -1;
}

bool ReadsClock(const parse::Call& call) {
  int place = TimeArgument(call);
  if (place < 0) return false;
  auto at = static_cast<size_t>(place);
  return call.arguments.size() <= at || IsString(*call.arguments[at], "now");
}

bool ReadsClock(const parse::Literal& literal) {
  return literal.kind == LiteralKind::kCurrentDate || literal.kind == LiteralKind::kCurrentTime ||
         literal.kind == LiteralKind::kCurrentTimestamp;
}

class Checker {
 public:
  Checker(const FunctionList& functions, Allowed allowed)
      : functions_(functions), allowed_(allowed) {}

  void operator()(const Expr& expr) {
    if (const auto* call = std::get_if<parse::Call>(&expr.node)) {
      Check(*call);
    } else if (const auto* match = std::get_if<parse::Match>(&expr.node)) {
      Check(*match);
    } else if (const auto* literal = std::get_if<parse::Literal>(&expr.node)) {
      if (ReadsClock(*literal)) NoteTime();
    } else if (const auto* binary = std::get_if<parse::Binary>(&expr.node)) {
      if (binary->op == parse::BinaryOp::kArrow) CheckFunction("->", 2);
      if (binary->op == parse::BinaryOp::kLongArrow) CheckFunction("->>", 2);
    }
    parse::ForEachChild(expr, *this);
  }
  void operator()(const parse::From&) {}
  void operator()(const parse::Select&) { throw Refused("it has a subquery in an expression"); }

  bool time() const { return time_; }

 private:
  void Check(const parse::Call& call) {
    const std::string& name = call.function.text;
    if (!std::holds_alternative<std::monostate>(call.over)) {
      if (!allowed_.windows) throw Refused("it has a window function over rows");
    }
    FunctionKind kind = functions_.KindOf(name, call.arguments.size());
    if (kind == FunctionKind::kAggregate) {
      bool window = !std::holds_alternative<std::monostate>(call.over);
      if (!window && !allowed_.aggregates) throw Refused("it has an aggregate where rows are");
    } else {
      CheckFunction(name, call.arguments.size());
    }
    if (ReadsClock(call)) NoteTime();
    if (TimeArgument(call) < 0) return;
    for (const Ref<Expr>& argument : call.arguments) {
      for (const char* zone : {"localtime", "utc"}) {
        if (IsString(*argument, zone)) throw Refused("it uses the time zone of the machine");
      }
    }
  }

  void Check(const parse::Match& match) {
    const char* name = nullptr;
    switch (match.op) {
      case parse::MatchOp::kLike:
        name = "like";
        break;
      case parse::MatchOp::kGlob:
        name = "glob";
        break;
      case parse::MatchOp::kRegexp:
        name = "regexp";
        break;
      case parse::MatchOp::kMatch:
        name = "match";
        break;
    }
    CheckFunction(name, match.escape ? 3 : 2);
  }

  void CheckFunction(const std::string& name, size_t arguments) {
    FunctionKind kind = functions_.KindOf(name, arguments);
    if (kind == FunctionKind::kUnknown) {
      throw Refused("it uses " + name + "(), which a trigger cannot call on every connection");
    }
    if (kind == FunctionKind::kVolatile) {
      throw Refused("it uses " + name + "(), whose value does not depend on its arguments alone");
    }
  }

  void NoteTime() {
    if (!allowed_.time) throw Refused("it uses the current time outside a comparison in WHERE");
    time_ = true;
  }

  const FunctionList& functions_;
  Allowed allowed_;
  bool time_ = false;
};

class ClockReplacer {
 public:
  ClockReplacer(Ref<Expr> moment, parse::Arena* arena) : moment_(moment), arena_(arena) {}

  Ref<Expr> operator()(const Expr& expr) const {
    if (const auto* literal = std::get_if<parse::Literal>(&expr.node)) {
      if (ReadsClock(*literal)) return Current(literal->kind);
    }
    Expr mapped = expr;
    mapped.node = parse::MapChildren(expr.node, *this);
    const auto* call = std::get_if<parse::Call>(&mapped.node);
    if (call != nullptr && ReadsClock(*call)) mapped.node = AtMoment(*call);
    return arena_->Add(std::move(mapped));
  }

 private:
  parse::Call AtMoment(parse::Call call) const {
    auto at = static_cast<size_t>(TimeArgument(call));
    if (call.arguments.size() <= at) call.arguments.emplace_back();
    call.arguments[at] = moment_;
    return call;
  }

  Ref<Expr> Current(LiteralKind kind) const {
    parse::Call call;
    call.function.text = kind == LiteralKind::kCurrentDate   ? "date"
                         : kind == LiteralKind::kCurrentTime ? "time"
                                                             : "datetime";
    call.arguments.push_back(moment_);
    Expr expr;
    expr.node = std::move(call);
    return arena_->Add(std::move(expr));
  }

  Ref<Expr> moment_;
  parse::Arena* arena_;
};

}  // namespace

bool CheckExpression(const Expr& expr, const FunctionList& functions, Allowed allowed) {
  Checker checker(functions, allowed);
  checker(expr);
  return checker.time();
}

Ref<Expr> AtMoment(const Expr& expr, Ref<Expr> moment, parse::Arena* arena) {
  return ClockReplacer(moment, arena)(expr);
}

}  // namespace vieworm::lower
