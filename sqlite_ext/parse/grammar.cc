// Compiles the generated select.c as C++, inside a namespace of its own.
#include "sqlite_ext/parse/grammar.h"

// Lemon's template includes these two in the middle of its code, that is, inside our namespaces:
// they must have been seen before.
#include <assert.h>
#include <stdio.h>

#include <cstdlib>
#include <memory>
#include <new>
#include <optional>
#include <vector>

#include "sqlite_ext/parse/builder.h"
#include "sqlite_ext/parse/tokenizer.h"

namespace vieworm::parse {

namespace {

// Lemon's template is C that leaves much unused: not our code, hence not our warnings.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wsign-compare"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wtype-limits"
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wunused-parameter"
#pragma GCC diagnostic ignored "-Wunused-variable"
#include "sqlite_ext/parse/select.c"  // NOLINT(bugprone-suspicious-include)
#pragma GCC diagnostic pop

struct FreeParser {
  void operator()(void* parser) const { ViewormSelectFree(parser, std::free); }
};

}  // namespace

void RunGrammar(Builder* builder) {
  const std::unique_ptr<void, FreeParser> parser(ViewormSelectAlloc(std::malloc, builder));
  if (!parser) throw std::bad_alloc();
  Tokenizer tokenizer(builder->sql());
  for (;;) {
    const Token token = tokenizer.Next();
    if (token.kind == TK_ILLEGAL) return builder->FailAtToken(token);
    const bool last = token.kind == 0 || token.kind == TK_SEMI;
    builder->set_lookahead(token.offset);
    ViewormSelect(parser.get(), last ? 0 : token.kind, token);
    if (builder->error()) return;
    if (last) break;
    builder->set_consumed(token.end());
  }
  Token rest = tokenizer.Next();
  while (rest.kind == TK_SEMI) rest = tokenizer.Next();
  if (rest.kind != 0) builder->Fail("only one statement is allowed", rest);
}

bool FallsBackToIdentifier(int kind) { return ViewormSelectFallback(kind) == TK_ID; }

}  // namespace vieworm::parse
