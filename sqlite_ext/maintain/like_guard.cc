#include "sqlite_ext/maintain/like_guard.h"

#include <algorithm>
#include <string>

#include "common/diagnostic.h"
#include "sqlite_ext/prepared.h"
#include "sqlite_ext/scanner.h"
#include "sqlite_ext/schemas.h"

namespace vieworm {

namespace {

// The pragma cannot be read; what it does can.
constexpr char kIsSensitive[] = "'a' NOT LIKE 'A'";

std::string Refusal(const RelationName& view) {
  std::string message = "vieworm: view " + Quoted(view.Display()) +
                        " cannot follow this write; PRAGMA case_sensitive_like is on in this "
                        "connection, and LIKE in what the view reads would mean something else; "
                        "turn it off";
  return "  SELECT RAISE(ABORT, " + SqliteDialect().QuoteLiteral(message) + ") WHERE " +
         kIsSensitive + ";\n";
}

}  // namespace

bool UsesLike(std::string_view sql) {
  std::string text(sql);
  std::vector<Token> tokens = ScanSql(text).tokens;
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
    bool named = token.kind == TokenKind::kQuoted && token.text[0] != '\'';
    return token.IsWord("like") || (named && LowerAscii(token.Name()) == "like");
  });
}

bool TableUsesLike(sqlite3* db, const RelationName& table) {
  Prepared query(db, "SELECT sql FROM " + SchemaTable(table.schema) +
                         " WHERE type = 'table' AND name = ? COLLATE NOCASE");
  query.Bind(1, table.name);
  return query.Step() && UsesLike(query.Text(0));
}

void GuardLike(const RelationName& view, std::vector<Trigger>* triggers) {
  const std::string begin = "\nBEGIN\n";
  std::string refusal = Refusal(view);
  for (Trigger& trigger : *triggers) {
    trigger.sql.insert(trigger.sql.find(begin) + begin.size(), refusal);
  }
}

}  // namespace vieworm
