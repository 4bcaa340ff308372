#include "sqlite_ext/parse/keywords.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>

#include "sqlite_ext/parse/select.h"

namespace vieworm::parse {

namespace {

struct Keyword {
  std::string_view word;
  int kind;
};

// All of sqlite.org/lang_keywords.html, in order. A word that SELECT does not use is ID if SQLite
// takes it for an identifier everywhere, and RESERVED if it does so nowhere; which of the two holds
// was found by trying, and parse_roundtrip_test.cc tries it again on the library it is linked to.
constexpr Keyword kKeywords[] = {{"ABORT", TK_ID},
                                 {"ACTION", TK_ID},
                                 {"ADD", TK_RESERVED},
                                 {"AFTER", TK_ID},
                                 {"ALL", TK_ALL},
                                 {"ALTER", TK_RESERVED},
                                 {"ALWAYS", TK_ID},
                                 {"ANALYZE", TK_ID},
                                 {"AND", TK_AND},
                                 {"AS", TK_AS},
                                 {"ASC", TK_ASC},
                                 {"ATTACH", TK_ID},
                                 {"AUTOINCREMENT", TK_RESERVED},
                                 {"BEFORE", TK_ID},
                                 {"BEGIN", TK_ID},
                                 {"BETWEEN", TK_BETWEEN},
                                 {"BY", TK_BY},
                                 {"CASCADE", TK_ID},
                                 {"CASE", TK_CASE},
                                 {"CAST", TK_CAST},
                                 {"CHECK", TK_RESERVED},
                                 {"COLLATE", TK_COLLATE},
                                 {"COLUMN", TK_ID},
                                 {"COMMIT", TK_RESERVED},
                                 {"CONFLICT", TK_ID},
                                 {"CONSTRAINT", TK_RESERVED},
                                 {"CREATE", TK_RESERVED},
                                 {"CROSS", TK_JOIN_KW},
                                 {"CURRENT", TK_CURRENT},
                                 {"CURRENT_DATE", TK_CURRENT_DATE},
                                 {"CURRENT_TIME", TK_CURRENT_TIME},
                                 {"CURRENT_TIMESTAMP", TK_CURRENT_TIMESTAMP},
                                 {"DATABASE", TK_ID},
                                 {"DEFAULT", TK_RESERVED},
                                 {"DEFERRABLE", TK_RESERVED},
                                 {"DEFERRED", TK_ID},
                                 {"DELETE", TK_RESERVED},
                                 {"DESC", TK_DESC},
                                 {"DETACH", TK_ID},
                                 {"DISTINCT", TK_DISTINCT},
                                 {"DO", TK_ID},
                                 {"DROP", TK_RESERVED},
                                 {"EACH", TK_ID},
                                 {"ELSE", TK_ELSE},
                                 {"END", TK_END},
                                 {"ESCAPE", TK_ESCAPE},
                                 {"EXCEPT", TK_EXCEPT},
                                 {"EXCLUDE", TK_EXCLUDE},
                                 {"EXCLUSIVE", TK_ID},
                                 {"EXISTS", TK_EXISTS},
                                 {"EXPLAIN", TK_ID},
                                 {"FAIL", TK_ID},
                                 {"FILTER", TK_FILTER},
                                 {"FIRST", TK_FIRST},
                                 {"FOLLOWING", TK_FOLLOWING},
                                 {"FOR", TK_ID},
                                 {"FOREIGN", TK_RESERVED},
                                 {"FROM", TK_FROM},
                                 {"FULL", TK_JOIN_KW},
                                 {"GENERATED", TK_ID},
                                 {"GLOB", TK_GLOB},
                                 {"GROUP", TK_GROUP},
                                 {"GROUPS", TK_GROUPS},
                                 {"HAVING", TK_HAVING},
                                 {"IF", TK_ID},
                                 {"IGNORE", TK_ID},
                                 {"IMMEDIATE", TK_ID},
                                 {"IN", TK_IN},
                                 {"INDEX", TK_RESERVED},
                                 {"INDEXED", TK_INDEXED},
                                 {"INITIALLY", TK_ID},
                                 {"INNER", TK_JOIN_KW},
                                 {"INSERT", TK_RESERVED},
                                 {"INSTEAD", TK_ID},
                                 {"INTERSECT", TK_INTERSECT},
                                 {"INTO", TK_RESERVED},
                                 {"IS", TK_IS},
                                 {"ISNULL", TK_ISNULL},
                                 {"JOIN", TK_JOIN},
                                 {"KEY", TK_ID},
                                 {"LAST", TK_LAST},
                                 {"LEFT", TK_JOIN_KW},
                                 {"LIKE", TK_LIKE},
                                 {"LIMIT", TK_LIMIT},
                                 {"MATCH", TK_MATCH},
                                 {"MATERIALIZED", TK_MATERIALIZED},
                                 {"NATURAL", TK_JOIN_KW},
                                 {"NO", TK_NO},
                                 {"NOT", TK_NOT},
                                 {"NOTHING", TK_RESERVED},
                                 {"NOTNULL", TK_NOTNULL},
                                 {"NULL", TK_NULL},
                                 {"NULLS", TK_NULLS},
                                 {"OF", TK_ID},
                                 {"OFFSET", TK_OFFSET},
                                 {"ON", TK_ON},
                                 {"OR", TK_OR},
                                 {"ORDER", TK_ORDER},
                                 {"OTHERS", TK_OTHERS},
                                 {"OUTER", TK_JOIN_KW},
                                 {"OVER", TK_OVER},
                                 {"PARTITION", TK_PARTITION},
                                 {"PLAN", TK_ID},
                                 {"PRAGMA", TK_ID},
                                 {"PRECEDING", TK_PRECEDING},
                                 {"PRIMARY", TK_RESERVED},
                                 {"QUERY", TK_ID},
                                 {"RAISE", TK_RAISE},
                                 {"RANGE", TK_RANGE},
                                 {"RECURSIVE", TK_RECURSIVE},
                                 {"REFERENCES", TK_RESERVED},
                                 {"REGEXP", TK_REGEXP},
                                 {"REINDEX", TK_ID},
                                 {"RELEASE", TK_ID},
                                 {"RENAME", TK_ID},
                                 {"REPLACE", TK_ID},
                                 {"RESTRICT", TK_ID},
                                 {"RETURNING", TK_RESERVED},
                                 {"RIGHT", TK_JOIN_KW},
                                 {"ROLLBACK", TK_ID},
                                 {"ROW", TK_ROW},
                                 {"ROWS", TK_ROWS},
                                 {"SAVEPOINT", TK_ID},
                                 {"SELECT", TK_SELECT},
                                 {"SET", TK_RESERVED},
                                 {"TABLE", TK_RESERVED},
                                 {"TEMP", TK_ID},
                                 {"TEMPORARY", TK_ID},
                                 {"THEN", TK_THEN},
                                 {"TIES", TK_TIES},
                                 {"TO", TK_RESERVED},
                                 {"TRANSACTION", TK_RESERVED},
                                 {"TRIGGER", TK_ID},
                                 {"UNBOUNDED", TK_UNBOUNDED},
                                 {"UNION", TK_UNION},
                                 {"UNIQUE", TK_RESERVED},
                                 {"UPDATE", TK_RESERVED},
                                 {"USING", TK_USING},
                                 {"VACUUM", TK_ID},
                                 {"VALUES", TK_VALUES},
                                 {"VIEW", TK_ID},
                                 {"VIRTUAL", TK_ID},
                                 {"WHEN", TK_WHEN},
                                 {"WHERE", TK_WHERE},
                                 {"WINDOW", TK_WINDOW},
                                 {"WITH", TK_WITH},
                                 {"WITHOUT", TK_ID}};

constexpr size_t kLongestKeyword = 17;

char Upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

}  // namespace

int KeywordKind(std::string_view word) {
  if (word.size() > kLongestKeyword) return 0;
  std::string upper(word);
  std::transform(upper.begin(), upper.end(), upper.begin(), Upper);
  const Keyword* found = std::lower_bound(
      std::begin(kKeywords), std::end(kKeywords), upper,
      [](const Keyword& keyword, const std::string& w) { return keyword.word < w; });
  return found != std::end(kKeywords) && found->word == upper ? found->kind : 0;
}

}  // namespace vieworm::parse
