#include "sqlite_ext/maintain/reading.h"

#include "sqlite_ext/definition_query.h"
#include "sqlite_ext/name_lookup.h"
#include "sqlite_ext/registry.h"
#include "sqlite_ext/scanner.h"
#include "sqlite_ext/schemas.h"
#include "sqlite_ext/view_parts.h"

namespace vieworm {

namespace {

class Reader {
 public:
  Reader(sqlite3* db, const std::string& schema) : db_(db), names_(db, schema), schema_(schema) {}

  Reading Read(const std::string& select) {
    Look(select);
    return std::move(reading_);
  }

 private:
  void Look(const std::string& select) {
    NoteWords(select);
    for (const std::string& name : NamesOfTables(select)) {
      if (!seen_.insert(LowerAscii(name)).second) continue;
      std::optional<resolve::TableFacts> facts = names_.Find(schema_, name);
      if (facts) Note(*facts);
    }
  }

  void Note(const resolve::TableFacts& facts) {
    const std::string& name = facts.name.name;
    bool internal = IsInternalName(name) || LowerAscii(name).starts_with("sqlite_");
    if (facts.kind == resolve::TableKind::kTable && !internal) reading_.tables.push_back(facts);
    if (facts.kind != resolve::TableKind::kView) return;
    reading_.views.push_back(facts);
    std::optional<RegistryEntry> entry = LoadEntry(db_, facts.name);
    if (!entry || !entry->IsStored()) Look(SelectOfView(db_, facts.name));
  }

  // In a list of columns a star stands behind SELECT, a comma or a dot; elsewhere it multiplies, or
  // counts.
  void NoteWords(const std::string& select) {
    Token before{TokenKind::kSymbol, " "};
    for (const Token& token : ScanSql(select).tokens) {
      bool name = token.kind == TokenKind::kWord || token.kind == TokenKind::kQuoted;
      if (name) reading_.words.insert(LowerAscii(token.Name()));
      bool lists = before.IsWord("select") || before.IsWord("distinct") || before.IsWord("all") ||
                   before.Is(',') || before.Is('.');
      reading_.has_star |= (token.Is('*') && lists) || token.IsWord("natural");
      before = token;
    }
  }

  sqlite3* db_;
  resolve::SqliteSchema names_;
  std::string schema_;
  std::set<std::string> seen_;
  Reading reading_;
};

}  // namespace

bool Reading::Mentions(const std::string& name) const { return words.count(LowerAscii(name)) > 0; }

Reading Read(sqlite3* db, const std::string& schema, const std::string& select) {
  return Reader(db, schema).Read(select);
}

}  // namespace vieworm
