#include "common/ddl/row_deltas.h"

#include <set>

#include "common/ddl/select.h"
#include "common/ddl/sql_text.h"
#include "common/names.h"

#include "common/core_only.h"

namespace vieworm {

namespace {

constexpr char kEquals[] = " OPERATOR(pg_catalog.=) ";

// NULL of the column's type: a bare NULL would make text of a column that is NULL in two branches.
std::string NullLike(const RelationName& table, const std::string& column) {
  return "(SELECT n." + Q(column) + " FROM " + RelationText(table) + " AS n LIMIT 0)";
}

std::string Rest(const SelectWriter::Parts& parts) {
  std::string text = parts.from.empty() ? "" : " FROM " + parts.from;
  return parts.where.empty() ? text : text + " WHERE " + parts.where;
}

}  // namespace

// A row has the key of its own product, and no keys of the others.
std::string RowDeltas::State() const {
  std::vector<std::string> branches;
  for (size_t i = 0; i < store_.products.size(); ++i) {
    SelectWriter::Parts parts = SelectWriter(PostgresDialect(), {}).Split(store_.products[i]);
    std::vector<std::string> values;
    for (size_t c = 0; c < store_.columns.size(); ++c) {
      values.push_back(parts.outputs[c] + " AS " + Q(store_.columns[c].stored));
    }
    for (const Occurrence& occurrence : store_.occurrences) {
      for (const KeyColumn& key : occurrence.key) {
        std::string value = occurrence.product == i ? Q(occurrence.alias) + "." + Q(key.source)
                                                    : NullLike(occurrence.table, key.source);
        values.push_back(value + " AS " + Q(key.stored.stored));
      }
    }
    branches.push_back("SELECT " + JoinTexts(values, ", ") + Rest(parts));
  }
  return JoinTexts(branches, "\nUNION ALL\n");
}

std::vector<StoreIndex> RowDeltas::Indexes() const {
  std::vector<StoreIndex> indexes;
  for (const Occurrence& occurrence : store_.occurrences) {
    StoreIndex index;
    for (const KeyColumn& key : occurrence.key) index.columns.push_back(key.stored.stored);
    if (store_.products.size() > 1) index.where = Q(index.columns[0]) + " IS NOT NULL";
    indexes.push_back(std::move(index));
  }
  return indexes;
}

// The keys that a statement has changed in the table of `occurrence`, each once, as a subquery.
std::string RowDeltas::ChangedKeys(const Occurrence& occurrence, ChangeEvent event) const {
  std::vector<std::string> keys;
  for (const KeyColumn& key : occurrence.key) keys.push_back(Q(key.source));
  std::vector<std::string> selects;
  auto add = [&](const char* rows) {
    selects.push_back("SELECT " + JoinTexts(keys, ", ") + " FROM " + rows);
  };
  if (TakesAway(event)) add(names::kOldRows);
  if (Adds(event)) add(names::kNewRows);
  return "(" + JoinTexts(selects, " UNION ") + ")";
}

std::string RowDeltas::Remove(const Occurrence& occurrence, ChangeEvent event) const {
  std::vector<std::string> terms;
  for (const KeyColumn& key : occurrence.key) {
    terms.push_back("s." + Q(key.stored.stored) + kEquals + "n." + Q(key.source));
  }
  return "DELETE FROM " + RelationText(store_.table) + " AS s USING " +
         ChangedKeys(occurrence, event) + " AS n WHERE " + JoinTexts(terms, " AND ");
}

// OFFSET keeps the lookup by key a lookup by key, however many rows the statement that is prepared
// first has changed.
std::string RowDeltas::CurrentRows(const Occurrence& occurrence, ChangeEvent event) const {
  std::vector<std::string> terms;
  for (const KeyColumn& key : occurrence.key) {
    terms.push_back("t." + Q(key.source) + kEquals + "n." + Q(key.source));
  }
  return ChangedKeys(occurrence, event) + " AS n CROSS JOIN LATERAL (SELECT t.* FROM " +
         RelationText(occurrence.table) + " AS t WHERE " + JoinTexts(terms, " AND ") + " OFFSET 0)";
}

// Where the table is in the product several times, a row of the product is put in once: for the
// first occurrence whose row has changed.
std::string RowDeltas::NotByAnother(const Occurrence& occurrence, ChangeEvent event) const {
  std::string text;
  for (const Occurrence& before : store_.occurrences) {
    if (&before == &occurrence) break;
    if (before.product != occurrence.product || !(before.table == occurrence.table)) continue;
    std::vector<std::string> terms;
    for (const KeyColumn& key : before.key) {
      terms.push_back("m." + Q(key.source) + kEquals + Q(before.alias) + "." + Q(key.source));
    }
    text += " AND NOT EXISTS (SELECT FROM " + ChangedKeys(before, event) + " AS m WHERE " +
            JoinTexts(terms, " AND ") + ")";
  }
  return text;
}

// Puts in the rows that the changed ones make.
std::string RowDeltas::Insert(const Occurrence& occurrence, const ChangedTable& changed) const {
  Block product = store_.products[occurrence.product];
  for (Source& source : product.from) {
    if (source.alias == occurrence.alias) source.relation = MakeRelation(Change{occurrence.table});
  }
  auto read = [&](const Change&, const std::string&) { return ChangeText{changed.rows, "", ""}; };
  SelectWriter::Parts parts = SelectWriter(PostgresDialect(), read).Split(product);
  if (parts.where.empty()) parts.where = "true";
  parts.where += changed.condition;
  std::vector<std::string> columns;
  for (const StoredColumn& column : store_.columns) columns.push_back(Q(column.stored));
  std::vector<std::string> values = parts.outputs;
  for (const Occurrence& each : store_.occurrences) {
    if (each.product != occurrence.product) continue;
    for (const KeyColumn& key : each.key) {
      columns.push_back(Q(key.stored.stored));
      values.push_back(Q(each.alias) + "." + Q(key.source));
    }
  }
  return "INSERT INTO " + RelationText(store_.table) + " (" + JoinTexts(columns, ", ") +
         ") SELECT " + JoinTexts(values, ", ") + Rest(parts);
}

std::vector<std::string> RowDeltas::Apply(const RelationName& table, ChangeEvent event) const {
  std::vector<std::string> statements;
  for (const Occurrence& occurrence : store_.occurrences) {
    if (occurrence.table == table) statements.push_back(Remove(occurrence, event));
  }
  for (const Occurrence& occurrence : store_.occurrences) {
    if (!(occurrence.table == table)) continue;
    ChangedTable changed = {CurrentRows(occurrence, event), NotByAnother(occurrence, event)};
    statements.push_back(Insert(occurrence, changed));
  }
  return statements;
}

std::vector<std::string> RowDeltas::ApplyAlone(const RelationName& table, ChangeEvent event) const {
  std::vector<std::string> remove;
  std::vector<std::string> insert;
  std::set<size_t> products;
  for (const Occurrence& occurrence : store_.occurrences) {
    if (!(occurrence.table == table)) continue;
    if (!products.insert(occurrence.product).second) return {};
    if (TakesAway(event)) remove.push_back(Remove(occurrence, ChangeEvent::kDelete));
    if (Adds(event)) insert.push_back(Insert(occurrence, {names::kNewRows, ""}));
  }
  remove.insert(remove.end(), insert.begin(), insert.end());
  return remove;
}

std::optional<OneRowProgram> RowDeltas::ApplyOneRow(const RelationName& table,
                                                    ChangeEvent event) const {
  const Occurrence* occurrence = nullptr;
  for (const Occurrence& each : store_.occurrences) {
    if (!(each.table == table)) continue;
    if (occurrence != nullptr) return std::nullopt;
    occurrence = &each;
  }
  OneRowProgram program;
  for (const KeyColumn& key : occurrence->key) program.columns.push_back(key.source);
  if (event == ChangeEvent::kUpdate) program.same = program.columns;
  std::vector<std::string> in_store;
  std::vector<std::string> in_table;
  for (const KeyColumn& key : occurrence->key) {
    std::string is_key = kEquals + ParameterOf(program.columns, key.source, !Adds(event), event);
    in_store.push_back("s." + Q(key.stored.stored) + is_key);
    in_table.push_back(Q(occurrence->alias) + "." + Q(key.source) + is_key);
  }
  std::string remove =
      "DELETE FROM " + RelationText(store_.table) + " AS s WHERE " + JoinTexts(in_store, " AND ");
  std::string is_current = JoinTexts(in_table, " AND ");
  if (Adds(event)) {
    program.apply = {remove, Insert(*occurrence, {RelationText(table), " AND " + is_current})};
  } else {
    // The command may have put in a row with that key, which is followed by what follows that.
    program.apply = {remove + " AND NOT EXISTS (SELECT FROM " + RelationText(table) + " AS " +
                     Q(occurrence->alias) + " WHERE " + is_current + ")"};
  }
  return program;
}

}  // namespace vieworm
