#include "sqlite_ext/definition_text.h"

#include "common/diagnostic.h"
#include "common/plan/refusals.h"
#include "sqlite_ext/scanner.h"

namespace vieworm {

namespace {

bool BeginsSelect(const Token& token) {
  return token.IsWord("select") || token.IsWord("values") || token.IsWord("with");
}

void CheckTerminated(const ScannedSql& scan, const std::string& where) {
  bool open = scan.open_comment || (!scan.tokens.empty() && !scan.tokens.back().terminated);
  if (!open) return;
  throw Error(ErrorKind::kSyntax, "unterminated " + where,
              scan.open_comment ? "A comment that begins with /* does not end."
                                : "A quote that is opened is not closed.");
}

std::string Beginning(std::string_view text) {
  constexpr size_t kLongest = 40;
  if (text.size() <= kLongest) return std::string(text);
  size_t end = kLongest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end)) + "...";
}

// How the parentheses stand before each token; a step over one token.
int Depth(int depth, const Token& token) {
  if (token.Is('(')) return depth + 1;
  return token.Is(')') ? depth - 1 : depth;
}

void CheckFragment(const std::string& text, const std::string& path) {
  // A "/*" at the very end begins a comment only where something follows, and here that is so.
  std::string followed = text + "\n";
  ScannedSql scan = ScanSql(followed);
  CheckTerminated(scan, "SQL text at " + Quoted(path));
  bool whole = !scan.tokens.empty();
  int depth = 0;
  for (const Token& token : scan.tokens) {
    depth = Depth(depth, token);
    whole = whole && depth >= 0 && !token.Is(';');
  }
  if (whole && depth == 0) return;
  throw Error(ErrorKind::kBadSpec, "invalid SQL text at " + Quoted(path),
              "It must be one expression with as many closing as opening parentheses.");
}

}  // namespace

std::string OneSelect(std::string_view text) {
  ScannedSql scan = ScanSql(text);
  CheckTerminated(scan, "definition");
  while (!scan.tokens.empty() && scan.tokens.back().Is(';')) scan.tokens.pop_back();
  if (scan.tokens.empty()) throw NotOneSelect("It is empty.");
  const Token& first = scan.tokens.front();
  if (!BeginsSelect(first)) {
    throw NotOneSelect("It begins with " + Quoted(Beginning(first.text)) + ".");
  }
  for (const Token& token : scan.tokens) {
    if (token.Is(';')) throw NotOneSelect("It has more than one statement.");
    if (token.kind == TokenKind::kVariable) throw HasParameters(Beginning(token.text));
  }
  std::string_view last = scan.tokens.back().text;
  return std::string(first.text.data(), last.data() + last.size());
}

bool HasStar(std::string_view select) {
  ScannedSql scan = ScanSql(select);
  int depth = 0;
  const Token* before = nullptr;
  for (const Token& token : scan.tokens) {
    depth = Depth(depth, token);
    // After anything else it multiplies.
    bool begins_column =
        before != nullptr && (before->Is(',') || before->Is('.') || before->IsWord("select") ||
                              before->IsWord("distinct") || before->IsWord("all"));
    if (depth == 0 && token.Is('*') && begins_column) return true;
    before = &token;
  }
  return false;
}

bool IsCompound(std::string_view select) {
  int depth = 0;
  for (const Token& token : ScanSql(select).tokens) {
    depth = Depth(depth, token);
    bool joins = token.IsWord("union") || token.IsWord("intersect") || token.IsWord("except");
    if (depth == 0 && joins) return true;
  }
  return false;
}

void CheckIndexTexts(const ViewSpec& spec) {
  for (size_t i = 0; i < spec.indexes.size(); ++i) {
    std::string path = "/indexes/" + std::to_string(i);
    const IndexSpec& index = spec.indexes[i];
    if (index.where) CheckFragment(*index.where, path + "/where");
    for (size_t k = 0; k < index.keys.size(); ++k) {
      if (index.keys[k].expression.empty()) continue;
      CheckFragment(index.keys[k].expression,
                    path + "/columns/" + std::to_string(k) + "/expression");
    }
  }
}

}  // namespace vieworm
