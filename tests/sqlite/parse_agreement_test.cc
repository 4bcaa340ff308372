// The parser accepts what SQLite's grammar accepts: every keyword in every place of a name, every
// byte, every short number, and thousands of damaged statements.
#include <algorithm>
#include <random>

#include "sqlite_ext/parse/children.h"
#include "sqlite_ext/parse/keywords.h"
#include "sqlite_ext/parse/parser.h"
#include "sqlite_ext/parse/render.h"
#include "sqlite_ext/parse/tokenizer.h"
#include "tests/sqlite/parse_corpus.h"
#include "tests/sqlite/parse_oracle.h"
#include "tests/unit/catch.h"

namespace vieworm {
namespace {

constexpr int kOrderByInArguments = 3044000;
constexpr int kJoinWordsAsFunctions = 3041000;
constexpr int kDigitSeparators = 3046000;

// Finds what only a newer SQLite parses; the parser takes it whatever library is linked.
struct NewerConstructFinder {
  bool found = false;

  template <typename Node>
  void operator()(const Node& node) {
    ForEachChild(node, *this);
  }
  void operator()(const parse::Expr& expr) {
    if (const auto* call = std::get_if<parse::Call>(&expr.node)) {
      found |= !call->order_by.empty() && sqlite3_libversion_number() < kOrderByInArguments;
      found |=
          IsJoinWord(call->function.text) && sqlite3_libversion_number() < kJoinWordsAsFunctions;
    }
    ForEachChild(expr, *this);
  }

  static bool IsJoinWord(const std::string& name) {
    static const int kind = parse::KeywordKind("left");
    return parse::KeywordKind(name) == kind;
  }
};

std::vector<std::string> TokensOf(const std::string& sql) {
  std::vector<std::string> tokens;
  parse::Tokenizer tokenizer(sql);
  for (parse::Token token = tokenizer.Next(); token.kind != 0; token = tokenizer.Next()) {
    tokens.emplace_back(token.In(sql));
  }
  return tokens;
}

bool IsOtherStatement(const std::string& sql) {
  const std::vector<std::string> tokens = TokensOf(sql);
  if (tokens.empty() || !parse::IsKeyword(tokens.front())) return false;
  const int kind = parse::KeywordKind(tokens.front());
  return kind != parse::KeywordKind("SELECT") && kind != parse::KeywordKind("VALUES") &&
         kind != parse::KeywordKind("WITH");
}

// Counts the statements compared, and fails on each one that is judged differently.
class Comparison {
 public:
  void operator()(const std::string& sql) {
    const parse::ParseResult parsed = parse::ParseSelect(sql);
    if (IsOtherStatement(sql)) {
      CHECK_FALSE(parsed);
      return;
    }
    const Verdict verdict = oracle_.Judge(sql);
    if (verdict == Verdict::kUnknown || IsNewer(parsed) || IsLateCheck(parsed)) return;
    ++(verdict == Verdict::kAccepts ? accepted_ : refused_);
    if (parsed.tree != nullptr && verdict == Verdict::kAccepts) CheckMeaning(sql, parsed);
    if ((parsed.tree != nullptr) == (verdict == Verdict::kAccepts)) return;
    FAIL_CHECK(sql << "\n  SQLite: " << (oracle_.message().empty() ? "ok" : oracle_.message())
                   << "\n  parser: " << (parsed ? "ok" : parsed.error.message));
  }

  int accepted() const { return accepted_; }
  int refused() const { return refused_; }

 private:
  static bool IsNewer(const parse::ParseResult& parsed) {
    if (!parsed) return false;
    NewerConstructFinder finder;
    finder(*parsed.tree->select);
    return finder.found;
  }

  // SQLite makes these two checks too, but may find another mistake before them.
  bool IsLateCheck(const parse::ParseResult& parsed) const {
    const std::string& message = parsed.error.message;
    return !oracle_.message().empty() &&
           (message.rfind("all rows of VALUES", 0) == 0 || message.rfind("a NATURAL join", 0) == 0);
  }

  // Where SQLite goes all the way, the rendered text must compile to the same program.
  void CheckMeaning(const std::string& sql, const parse::ParseResult& parsed) {
    if (!oracle_.message().empty()) return;
    const std::string rendered = Render(*parsed.tree->select);
    if (oracle_.Explain(rendered) == oracle_.Explain(sql)) return;
    FAIL_CHECK(sql << "\n  means something else than\n" << rendered);
  }

  ParseOracle oracle_;
  int accepted_ = 0;
  int refused_ = 0;
};

std::string Joined(const std::vector<std::string>& tokens) {
  std::string sql;
  for (const std::string& token : tokens) sql += (sql.empty() ? "" : " ") + token;
  return sql;
}

// The corpus as tokens. A semicolon would leave SQLite text that it does not look at.
std::vector<std::vector<std::string>> CorpusTokens() {
  std::vector<std::vector<std::string>> corpus;
  for (const parse_corpus::Statement& statement : parse_corpus::kAccepted) {
    if (statement.since > sqlite3_libversion_number()) continue;
    if (std::string_view(statement.sql).find(';') != std::string_view::npos) continue;
    corpus.push_back(TokensOf(statement.sql));
  }
  return corpus;
}

std::vector<std::string> Keywords() {
  std::vector<std::string> keywords;
  for (int i = 0; i < sqlite3_keyword_count(); ++i) {
    const char* word = nullptr;
    int length = 0;
    sqlite3_keyword_name(i, &word, &length);
    keywords.emplace_back(word, length);
  }
  return keywords;
}

TEST_CASE("every keyword of SQLite is known, and no other word is") {
  for (const std::string& keyword : Keywords()) {
    INFO(keyword);
    CHECK(parse::IsKeyword(keyword));
  }
  CHECK_FALSE(parse::IsKeyword("true"));
  CHECK_FALSE(parse::IsKeyword("selec"));
  CHECK_FALSE(parse::IsKeyword(""));
}

TEST_CASE("every keyword is an identifier exactly where it is one to SQLite") {
  Comparison compare;
  const std::string before_and_after[][2] = {
      {"SELECT ", " FROM t"},
      {"SELECT 1 AS ", ""},
      {"SELECT 1 ", ""},
      {"SELECT 1 ", " FROM t"},
      {"SELECT 1 FROM ", ""},
      {"SELECT 1 FROM ", ".t"},
      {"SELECT 1 FROM t AS ", ""},
      {"SELECT 1 FROM t ", ""},
      {"SELECT 1 FROM t ", " JOIN u"},
      {"SELECT 1 FROM t ", ", u"},
      {"SELECT 1 FROM t ", " WHERE 1"},
      {"SELECT 1 FROM t LEFT ", " JOIN u"},
      {"SELECT ", ".a FROM t"},
      {"SELECT ", ".* FROM t"},
      {"SELECT t.", " FROM t"},
      {"SELECT main.", ".a FROM t"},
      {"SELECT ", "(1) FROM t"},
      {"SELECT ", "(*) FROM t"},
      {"SELECT (", ") FROM t"},
      {"SELECT a + ", " FROM t"},
      {"SELECT ", " + a FROM t"},
      {"SELECT - ", " FROM t"},
      {"SELECT a IN ", " FROM t"},
      {"SELECT a COLLATE ", " FROM t"},
      {"SELECT CAST(a AS ", ") FROM t"},
      {"SELECT CAST(a AS int ", ") FROM t"},
      {"SELECT CASE ", " WHEN 1 THEN 2 END FROM t"},
      {"SELECT CASE WHEN a THEN ", " END FROM t"},
      {"SELECT a FROM t ORDER BY ", ""},
      {"SELECT a FROM t ORDER BY a ", ""},
      {"SELECT a FROM t ORDER BY a NULLS ", ""},
      {"SELECT a FROM t GROUP BY ", ""},
      {"SELECT a FROM t LIMIT ", ""},
      {"SELECT a FROM t LIMIT 1 ", " 2"},
      {"WITH ", " AS (SELECT 1) SELECT 1"},
      {"WITH q(", ") AS (SELECT 1) SELECT 1"},
      {"WITH q AS ", " (SELECT 1) SELECT 1"},
      {"SELECT 1 FROM t JOIN t AS x USING (", ")"},
      {"SELECT 1 FROM u INDEXED BY ", ""},
      {"SELECT 1 FROM t WINDOW ", " AS (ORDER BY a)"},
      {"SELECT sum(a) OVER ", " FROM t"},
      {"SELECT sum(a) OVER (", ") FROM t"},
      {"SELECT sum(a) OVER (", " ORDER BY b) FROM t"},
      {"SELECT sum(a) OVER (ROWS ", " PRECEDING) FROM t"},
      {"SELECT sum(a) OVER (ORDER BY a ", " CURRENT ROW) FROM t"},
      {"SELECT sum(a) OVER (ROWS CURRENT ROW EXCLUDE ", ") FROM t"},
      {"SELECT sum(a) ", " FROM t"},
      {"SELECT sum(a) ", " (ORDER BY b) FROM t"},
      {"SELECT sum(a) ", " (WHERE b) FROM t"},
      {"SELECT 1 ", " SELECT 2"},
      {"SELECT a ", " b FROM t"},
      {"SELECT a NOT ", " b FROM t"},
      {"SELECT a IS ", " b FROM t"},
      {"SELECT ", " (SELECT 1)"},
      {"SELECT ", " a FROM t"},
      {"", " SELECT 1"},
  };
  for (const std::string& keyword : Keywords()) {
    for (const auto& [before, after] : before_and_after) compare(before + keyword + after);
  }
  CHECK(compare.accepted() > 3000);
  CHECK(compare.refused() > 2000);
}

TEST_CASE("every byte is read as SQLite reads it") {
  Comparison compare;
  for (int byte = 1; byte < 256; ++byte) {
    const std::string c(1, static_cast<char>(byte));
    if (c == ";") continue;  // ends the statement
    for (const std::string& sql : {"SELECT " + c,
                                   "SELECT a" + c + "b",
                                   "SELECT 1" + c,
                                   "SELECT 1 " + c + " 2",
                                   "SELECT 1 " + c,
                                   "SELECT " + c + "a",
                                   "SELECT " + c + "1",
                                   "SELECT ' " + c + " '",
                                   "SELECT \" " + c + "\"",
                                   "SELECT [" + c + "]",
                                   "SELECT $a" + c,
                                   "SELECT :" + c,
                                   "SELECT ?" + c,
                                   "SELECT x'" + c + "'",
                                   "SELECT x'0" + c + "'",
                                   "SELECT 1 " + c + c + " 2",
                                   "SELECT 1 -- " + c,
                                   "SELECT 1 /*" + c,
                                   "SELECT 1 - " + c + " 2",
                                   c + "SELECT 1"}) {
      compare(sql);
    }
  }
  CHECK(compare.accepted() > 1000);
  CHECK(compare.refused() > 1000);
}

TEST_CASE("every short run of characters is cut into the tokens of SQLite") {
  Comparison compare;
  const bool separators = sqlite3_libversion_number() >= kDigitSeparators;
  const std::string alphabets[] = {separators ? "019_.exa+" : "19.ea+-", "-/*>\n1|", "'\"`[]x1",
                                   "$:(a) ?"};
  for (const std::string& alphabet : alphabets) {
    std::vector<std::string> runs = {""};
    for (size_t i = 0; i < runs.size(); ++i) {
      compare("SELECT " + runs[i]);
      if (runs[i].size() == 4) continue;
      for (const char c : alphabet) runs.push_back(runs[i] + c);
    }
  }
  CHECK(compare.accepted() > 1000);
  CHECK(compare.refused() > 1000);
}

TEST_CASE("a statement with one token left out, doubled or moved is judged as SQLite judges it") {
  Comparison compare;
  for (const std::vector<std::string>& tokens : CorpusTokens()) {
    for (size_t i = 0; i < tokens.size(); ++i) {
      std::vector<std::string> damaged = tokens;
      damaged.erase(damaged.begin() + i);
      compare(Joined(damaged));
      damaged = tokens;
      damaged.insert(damaged.begin() + i, tokens[i]);
      compare(Joined(damaged));
      if (i + 1 == tokens.size()) continue;
      damaged = tokens;
      std::swap(damaged[i], damaged[i + 1]);
      compare(Joined(damaged));
    }
  }
  CHECK(compare.accepted() > 2000);
  CHECK(compare.refused() > 4000);
}

TEST_CASE("a statement with tokens of others thrown in is judged as SQLite judges it") {
  Comparison compare;
  const std::vector<std::vector<std::string>> corpus = CorpusTokens();
  std::vector<std::string> pool = Keywords();
  for (const std::vector<std::string>& tokens : corpus) {
    pool.insert(pool.end(), tokens.begin(), tokens.end());
  }
  std::mt19937 random(20240229);
  const auto below = [&](size_t n) { return random() % n; };
  for (int round = 0; round < 20000; ++round) {
    std::vector<std::string> tokens = corpus[below(corpus.size())];
    for (size_t changes = 1 + below(3); changes > 0; --changes) {
      const size_t at = below(tokens.size());
      if (below(2) == 0) {
        tokens[at] = pool[below(pool.size())];
      } else {
        tokens.insert(tokens.begin() + at, pool[below(pool.size())]);
      }
    }
    compare(Joined(tokens));
  }
  CHECK(compare.accepted() > 1000);
  CHECK(compare.refused() > 5000);
}

}  // namespace
}  // namespace vieworm
