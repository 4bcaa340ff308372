#include "pg_ext/lower/ordering.h"

#include "pg_ext/guard.h"
#include "pg_ext/lower/refused.h"

extern "C" {
#include "nodes/makefuncs.h"
#include "nodes/parsenodes.h"
#include "optimizer/optimizer.h"
#include "utils/typcache.h"
}

namespace vieworm::lower {

namespace {

Node* ExpressionOf(const SortGroupClause* clause, const Query* query) {
  return reinterpret_cast<Node*>(TargetOf(clause, query)->expr);
}

void AddList(const char* title, List* clauses, bool directions, const Query* query,
             const Writer& write, ScalarText* text) {
  const char* before = title;
  ListCell* cell;
  foreach (cell, clauses) {
    auto* clause = static_cast<SortGroupClause*>(lfirst(cell));
    Node* expression = ExpressionOf(clause, query);
    text->Add(before).Add(write(expression));
    if (directions) text->Add(DirectionOf(clause, expression));
    before = ", ";
  }
}

// Which bits of frameOptions stand for which words, at one end of a frame.
struct FrameWord {
  int option;
  const char* words;
};

constexpr FrameWord kStarts[] = {{FRAMEOPTION_START_UNBOUNDED_PRECEDING, "UNBOUNDED PRECEDING"},
                                 {FRAMEOPTION_START_CURRENT_ROW, "CURRENT ROW"},
                                 {FRAMEOPTION_START_OFFSET_PRECEDING, " PRECEDING"},
                                 {FRAMEOPTION_START_OFFSET_FOLLOWING, " FOLLOWING"}};
constexpr FrameWord kEnds[] = {{FRAMEOPTION_END_UNBOUNDED_FOLLOWING, "UNBOUNDED FOLLOWING"},
                               {FRAMEOPTION_END_CURRENT_ROW, "CURRENT ROW"},
                               {FRAMEOPTION_END_OFFSET_PRECEDING, " PRECEDING"},
                               {FRAMEOPTION_END_OFFSET_FOLLOWING, " FOLLOWING"}};
constexpr FrameWord kUnits[] = {
    {FRAMEOPTION_RANGE, " RANGE"}, {FRAMEOPTION_ROWS, " ROWS"}, {FRAMEOPTION_GROUPS, " GROUPS"}};
constexpr FrameWord kExclusions[] = {{FRAMEOPTION_EXCLUDE_CURRENT_ROW, " EXCLUDE CURRENT ROW"},
                                     {FRAMEOPTION_EXCLUDE_GROUP, " EXCLUDE GROUP"},
                                     {FRAMEOPTION_EXCLUDE_TIES, " EXCLUDE TIES"}};

template <size_t n>
const char* WordsFor(int options, const FrameWord (&words)[n]) {
  for (const FrameWord& each : words) {
    if ((options & each.option) != 0) return each.words;
  }
  return "";
}

// `offset` is null at an end that has none.
void AddBound(Node* offset, const char* words, const Writer& write, ScalarText* text) {
  if (offset != nullptr) text->Add("(").Add(write(offset)).Add(")");
  text->Add(words);
}

void AddFrame(const WindowClause* window, const Writer& write, ScalarText* text) {
  int options = window->frameOptions;
  if ((options & FRAMEOPTION_NONDEFAULT) == 0) return;
  text->Add(WordsFor(options, kUnits)).Add(" BETWEEN ");
  AddBound(window->startOffset, WordsFor(options, kStarts), write, text);
  text->Add(" AND ");
  AddBound(window->endOffset, WordsFor(options, kEnds), write, text);
  text->Add(WordsFor(options, kExclusions));
}

const WindowClause* WindowOf(const WindowFunc* call, const Query* query) {
  ListCell* cell;
  foreach (cell, query->windowClause) {
    auto* window = static_cast<WindowClause*>(lfirst(cell));
    if (window->winref == call->winref) return window;
  }
  throw Refused("it has a window that was not found");
}

// The same call of the same function without a window, which PostgreSQL would write only where it
// has the whole query. It is not to be executed.
Node* WithoutWindow(const WindowFunc* call) {
  return PgCall([=] {
    FuncExpr* plain = makeFuncExpr(call->winfnoid, call->wintype, call->args, call->wincollid,
                                   call->inputcollid, COERCE_EXPLICIT_CALL);
    return reinterpret_cast<Node*>(plain);
  });
}

// count() -> count(*)
Scalar WithStar(const Scalar& call) {
  std::string text = call.Render({});
  if (!text.ends_with("()")) throw Refused("it has a window function that vieworm cannot write");
  return Scalar::Text(text.substr(0, text.size() - 1) + "*)");
}

}  // namespace

std::string DirectionOf(const SortGroupClause* order, Node* expression) {
  Oid type = TypeOf(expression).type;
  TypeCacheEntry* entry =
      PgCall([=] { return lookup_type_cache(type, TYPECACHE_LT_OPR | TYPECACHE_GT_OPR); });
  if (order->sortop == entry->lt_opr) return order->nulls_first ? " NULLS FIRST" : "";
  if (order->sortop == entry->gt_opr) return order->nulls_first ? " DESC" : " DESC NULLS LAST";
  throw Refused("it orders by an operator of its own");
}

TargetEntry* TargetOf(const SortGroupClause* clause, const Query* query) {
  return PgCall([=] {
    return get_sortgroupclause_tle(const_cast<SortGroupClause*>(clause), query->targetList);
  });
}

Scalar WindowCall(WindowFunc* call, const Query* query, List* parts, const Writer& write) {
  const WindowClause* window = WindowOf(call, query);
  Reading reading;
  reading.inside = true;
  reading.parts = parts;
  reading.fill = write;
  Scalar plain = ToScalar(WithoutWindow(call), reading);
  ScalarText text;
  text.Add(call->winstar ? WithStar(plain) : plain);
  if (call->aggfilter != nullptr) {
    text.Add(" FILTER (WHERE ").Add(write(reinterpret_cast<Node*>(call->aggfilter))).Add(")");
  }
  text.Add(" OVER (");
  AddList("PARTITION BY ", window->partitionClause, false, query, write, &text);
  const char* order = window->partitionClause == NIL ? "ORDER BY " : " ORDER BY ";
  AddList(order, window->orderClause, true, query, write, &text);
  AddFrame(window, write, &text);
  return text.Add(")").Take();
}

}  // namespace vieworm::lower
