#include "sqlite_ext/resolve/scope.h"

#include "sqlite_ext/parse/text.h"

namespace vieworm::resolve {

namespace {

using parse::EqualsIgnoringCase;

std::optional<size_t> IndexOf(const ScopeSource& source, const std::string& column) {
  for (size_t i = 0; i < source.columns.size(); ++i) {
    if (EqualsIgnoringCase(source.columns[i].name, column)) return i;
  }
  return std::nullopt;
}

bool IsRowIdName(const std::string& name) {
  return EqualsIgnoringCase(name, "rowid") || EqualsIgnoringCase(name, "_rowid_") ||
         EqualsIgnoringCase(name, "oid");
}

}  // namespace

std::optional<FoundColumn> Scope::Find(const parse::ColumnRef& reference) const {
  for (const ScopeSource& source : sources_) {
    if (!Matches(source, reference)) continue;
    std::optional<size_t> index = IndexOf(source, reference.column.text);
    if (!index || (!reference.table && source.merged.count(*index) > 0)) continue;
    return FoundColumn{source.alias, source.columns[*index].name};
  }
  return FindRowId(reference);
}

std::optional<FoundColumn> Scope::FindLeft(const std::string& column, size_t count) const {
  for (size_t i = 0; i < count; ++i) {
    std::optional<size_t> index = IndexOf(sources_[i], column);
    if (index && sources_[i].merged.count(*index) == 0) {
      return FoundColumn{sources_[i].alias, sources_[i].columns[*index].name};
    }
  }
  return std::nullopt;
}

bool Scope::Matches(const ScopeSource& source, const parse::ColumnRef& reference) {
  if (!reference.table) return true;
  if (!EqualsIgnoringCase(source.seen_as, reference.table->text)) return false;
  return !reference.schema || EqualsIgnoringCase(source.schema, reference.schema->text);
}

// Unqualified, a name of the rowid means one only where there is one source.
std::optional<FoundColumn> Scope::FindRowId(const parse::ColumnRef& reference) const {
  if (!IsRowIdName(reference.column.text)) return std::nullopt;
  if (!reference.table && sources_.size() != 1) return std::nullopt;
  for (const ScopeSource& source : sources_) {
    if (source.has_rowid && Matches(source, reference)) {
      return FoundColumn{source.alias, reference.column.text};
    }
  }
  return std::nullopt;
}

}  // namespace vieworm::resolve
