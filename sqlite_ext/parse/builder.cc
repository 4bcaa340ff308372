#include "sqlite_ext/parse/builder.h"

#include <cctype>
#include <initializer_list>

#include "common/diagnostic.h"
#include "sqlite_ext/parse/select.h"
#include "sqlite_ext/parse/text.h"

namespace vieworm::parse {

namespace {

// A token as messages show it: not the rest of the text behind a quote that was never closed.
std::string Shown(std::string_view token) {
  constexpr size_t kLongest = 60;
  if (token.size() <= kLongest) return Quoted(token);
  size_t length = kLongest;
  while (length > 0 && (token[length] & 0xC0) == 0x80) --length;  // not inside a UTF-8 character
  return Quoted(std::string(token.substr(0, length)) + "...");
}

const char* SpellingOf(CompoundOp op) {
  switch (op) {
    case CompoundOp::kIntersect:
      return "INTERSECT";
    case CompoundOp::kExcept:
      return "EXCEPT";
    default:
      return "UNION";
  }
}

std::optional<Name> Optional(const Name* name) {
  return name == nullptr ? std::nullopt : std::optional<Name>(*name);
}

}  // namespace

void Builder::Fail(std::string message, Token at) {
  if (error_) return;
  error_ = SyntaxError{std::move(message), at.offset, std::string(at.In(sql()))};
}

void Builder::FailAtToken(Token token) {
  if (token.kind == 0 || token.kind == TK_SEMI) return Fail("incomplete statement", token);
  const char* what = token.kind == TK_ILLEGAL ? "unrecognized token " : "syntax error near ";
  Fail(what + Shown(token.In(sql())), token);
}

void Builder::FailTooDeep() { Fail("the statement is nested too deeply", Token{0, lookahead_, 0}); }

Name Builder::NameOf(Token token) const {
  return {Unquote(token.In(sql())), {token.offset, token.length}};
}

// ------------------------------------------------------------------------------------------ FROM

// SQLite takes the words before JOIN in any order, and more than once: each one contributes. Left
// and right together are full; OUTER alone, and INNER or CROSS with an outer join, mean nothing.
Join Builder::JoinOf(Token first, const Name* second, const Name* third) {
  const size_t end = third != nullptr    ? third->span.end()
                     : second != nullptr ? second->span.end()
                                         : first.end();
  bool natural = false, left = false, right = false, outer = false, inner = false, cross = false;
  bool known = true;
  const auto add = [&](std::string_view word) {
    if (EqualsIgnoringCase(word, "natural")) {
      natural = true;
    } else if (EqualsIgnoringCase(word, "left")) {
      left = true;
    } else if (EqualsIgnoringCase(word, "right")) {
      right = true;
    } else if (EqualsIgnoringCase(word, "full")) {
      left = right = true;
    } else if (EqualsIgnoringCase(word, "outer")) {
      outer = true;
    } else if (EqualsIgnoringCase(word, "inner")) {
      inner = true;
    } else if (EqualsIgnoringCase(word, "cross")) {
      cross = true;
    } else {
      known = false;
    }
  };
  add(first.In(sql()));
  if (second != nullptr) add(second->span.In(sql()));
  if (third != nullptr) add(third->span.In(sql()));
  const bool sided = left || right;
  if (!known || (outer && !sided) || ((inner || cross) && sided)) {
    const Token words{0, first.offset, end - first.offset};
    Fail("unknown join type " + Shown(words.In(sql())), words);
  }
  if (left && right) return {JoinKind::kFull, natural};
  if (sided) return {left ? JoinKind::kLeft : JoinKind::kRight, natural};
  return {cross ? JoinKind::kCross : JoinKind::kInner, natural};
}

FromItem* Builder::SourceOf(size_t begin, Source source, const Name* alias,
                            const Constraint* constraint) {
  FromItem item;
  item.span = SpanFrom(begin);
  item.source = std::move(source);
  item.alias = Optional(alias);
  if (constraint != nullptr) {
    item.on = constraint->on;
    item.using_columns = constraint->using_columns;
  }
  return New(std::move(item));
}

std::vector<FromItem>* Builder::FirstSource(const FromItem* item) {
  if (item->on || !item->using_columns.empty()) {
    Fail("ON or USING without a JOIN before it", Token{0, item->span.offset, item->span.length});
  }
  return New(std::vector<FromItem>{*item});
}

void Builder::AppendSource(std::vector<FromItem>* items, Join join, const FromItem* item) {
  if (join.natural && (item->on || !item->using_columns.empty())) {
    Fail("a NATURAL join may not have ON or USING", Token{0, item->span.offset, item->span.length});
  }
  items->push_back(*item);
  items->back().join = join.kind;
  items->back().natural = join.natural;
}

const From* Builder::FinishFrom(const std::vector<FromItem>* items) {
  From from{1, *items};
  from.height = HeightOf(from);
  return tree_->arena.Add(std::move(from));
}

// ---------------------------------------------------------------------------------------- SELECT

ResultColumn* Builder::Star(Token token) {
  ResultColumn column;
  column.kind = ColumnKind::kStar;
  column.span = {token.offset, token.length};
  return New(std::move(column));
}

ResultColumn* Builder::TableStar(const Name& table) {
  ResultColumn column;
  column.kind = ColumnKind::kTableStar;
  column.span = SpanFrom(table.span.offset);
  column.table = table;
  return New(std::move(column));
}

// SQLite's name for an expression reaches up to the token after it, comments included.
ResultColumn* Builder::ColumnAs(Term term, const Name* alias) {
  ResultColumn column;
  column.span = SpanFrom(term.begin);
  column.expr = term.expr;
  column.alias = Optional(alias);
  if (alias == nullptr) {
    std::string_view text = Span{term.begin, lookahead_ - term.begin}.In(sql());
    while (std::isspace(static_cast<unsigned char>(text.back())) != 0) text.remove_suffix(1);
    column.text = text;
  }
  return New(std::move(column));
}

Select* Builder::SelectCore(Token begin, Query query, const OrderTerms* order_by, Limit limit) {
  Select select;
  select.span.offset = begin.offset;
  select.cores.push_back({CompoundOp::kNone, std::move(query)});
  select.order_by = *order_by;
  select.limit = limit.limit;
  select.offset = limit.offset;
  select.offset_first = limit.offset_first;
  return New(std::move(select));
}

Select* Builder::ValuesCore(Token begin, const std::vector<Exprs>* rows) {
  Select select;
  select.span.offset = begin.offset;
  select.cores.push_back({CompoundOp::kNone, Values{*rows}});
  return New(std::move(select));
}

void Builder::AppendRow(std::vector<Exprs>* rows, const Exprs* row) {
  if (row->size() != rows->front().size()) {
    Fail("all rows of VALUES must have the same number of values", Token{0, lookahead_, 0});
  }
  rows->push_back(*row);
}

Select* Builder::Append(Select* compound, CompoundOp op, const Select* core) {
  if (!compound->order_by.empty() || compound->limit) {
    const std::string clause = compound->order_by.empty() ? "LIMIT" : "ORDER BY";
    Fail(clause + " must come after " + SpellingOf(op) + ", not before it",
         Token{0, compound->span.offset, core->span.offset - compound->span.offset});
  }
  compound->cores.push_back(core->cores.front());
  compound->cores.back().op = op;
  compound->order_by = core->order_by;
  compound->limit = core->limit;
  compound->offset = core->offset;
  compound->offset_first = core->offset_first;
  return compound;
}

Select* Builder::With(Token begin, Select* select, const std::vector<Cte>* ctes, bool recursive) {
  select->span.offset = begin.offset;
  select->recursive = recursive;
  select->ctes = *ctes;
  return select;
}

const Select* Builder::FinishSelect(Select* select) {
  select->span = SpanFrom(select->span.offset);
  select->height = HeightOf(*select);
  return tree_->arena.Add(std::move(*select));
}

}  // namespace vieworm::parse
