#include "common/ddl/row_statements.h"

#include "common/ddl/select.h"
#include "common/ddl/sql_text.h"

#include "common/core_only.h"

namespace vieworm {

namespace {

// The key of `row` is that of the occurrence's row under the alias in the product.
std::string IsRow(const Occurrence& occurrence, const std::string& row) {
  std::vector<std::string> terms;
  for (const KeyColumn& key : occurrence.key) {
    terms.push_back(Q(occurrence.alias) + "." + Q(key.source) + " = " + row + "." + Q(key.source));
  }
  return JoinTexts(terms, " AND ");
}

}  // namespace

std::string RowStatements::Table() const { return Q(store_.table.name); }

std::string RowStatements::Target() const { return RelationText({schema_, store_.table.name}); }

std::vector<std::string> RowStatements::Create() const {
  std::vector<std::string> columns;
  for (const StoredColumn& column : store_.columns) columns.push_back(Declaration(column));
  for (const Occurrence& occurrence : store_.occurrences) {
    for (const KeyColumn& key : occurrence.key) columns.push_back(Declaration(key.stored));
  }
  std::vector<std::string> statements = {"CREATE TABLE " + RelationText(store_.table) + " (" +
                                         JoinTexts(columns, ", ") + ")"};
  for (size_t i = 0; i < store_.occurrences.size(); ++i) {
    std::vector<std::string> keys;
    for (const KeyColumn& key : store_.occurrences[i].key) keys.push_back(Q(key.stored.stored));
    std::string name = store_.table.name + "_key_" + std::to_string(i + 1);
    std::string text = "CREATE INDEX " + RelationText({store_.table.schema, name}) + " ON " +
                       Table() + " (" + JoinTexts(keys, ", ") + ")";
    // A row belongs to one product; it has no keys of the others.
    if (store_.products.size() > 1) text += " WHERE " + keys[0] + " IS NOT NULL";
    statements.push_back(std::move(text));
  }
  return statements;
}

std::vector<std::string> RowStatements::Fill() const {
  std::vector<std::string> statements;
  for (size_t i = 0; i < store_.products.size(); ++i)
    statements.push_back(Insert(i, store_.products[i]));
  return statements;
}

std::string RowStatements::Insert(size_t product, const Block& block) const {
  return InsertInto(product, block, {});
}

std::string RowStatements::Remove(size_t product, const Block& block) const {
  SelectWriter::Parts parts = SelectWriter(SqliteDialect(), {}, schema_).Split(block);
  std::vector<std::string> stored;
  std::vector<std::string> keys;
  for (const Occurrence& occurrence : store_.occurrences) {
    if (occurrence.product != product) continue;
    for (const KeyColumn& key : occurrence.key) {
      stored.push_back(Q(key.stored.stored));
      keys.push_back(Q(occurrence.alias) + "." + Q(key.source));
    }
  }
  std::string text = "DELETE FROM " + Target() + " WHERE (" + JoinTexts(stored, ", ") +
                     ") IN (SELECT " + JoinTexts(keys, ", ") + " FROM " + parts.from;
  if (!parts.where.empty()) text += " WHERE " + parts.where;
  return text + ")";
}

std::string RowStatements::InsertInto(size_t product, const Block& block,
                                      const std::vector<std::string>& conditions) const {
  SelectWriter::Parts parts = SelectWriter(SqliteDialect(), {}, schema_).Split(block);
  std::vector<std::string> columns;
  for (const StoredColumn& column : store_.columns) columns.push_back(Q(column.stored));
  std::vector<std::string> values = parts.outputs;
  for (const Occurrence& occurrence : store_.occurrences) {
    if (occurrence.product != product) continue;
    for (const KeyColumn& key : occurrence.key) {
      columns.push_back(Q(key.stored.stored));
      values.push_back(Q(occurrence.alias) + "." + Q(key.source));
    }
  }
  std::vector<std::string> where = conditions;
  if (!parts.where.empty()) where.push_back(parts.where);
  std::string text = "INSERT INTO " + Target() + " (" + JoinTexts(columns, ", ") + ") SELECT " +
                     JoinTexts(values, ", ") + " FROM " + parts.from;
  if (!where.empty()) text += " WHERE " + JoinTexts(where, " AND ");
  return text;
}

std::vector<std::string> RowStatements::Refresh(const std::string& table,
                                                const std::string& row) const {
  std::vector<std::string> statements;
  for (const Occurrence& occurrence : store_.occurrences) {
    if (occurrence.table.name == table) statements.push_back(Remove(occurrence, row));
  }
  for (const Occurrence& occurrence : store_.occurrences) {
    if (occurrence.table.name == table) statements.push_back(Insert(occurrence, row));
  }
  return statements;
}

std::string RowStatements::Remove(const Occurrence& occurrence, const std::string& row) const {
  std::vector<std::string> terms;
  for (const KeyColumn& key : occurrence.key) {
    terms.push_back(Q(key.stored.stored) + " = " + row + "." + Q(key.source));
  }
  return "DELETE FROM " + Target() + " WHERE " + JoinTexts(terms, " AND ");
}

// A row that is in a product several times is put in once: where an occurrence before this one is
// the row, too, that one has done it.
std::string RowStatements::Insert(const Occurrence& occurrence, const std::string& row) const {
  std::vector<std::string> conditions = {IsRow(occurrence, row)};
  for (const Occurrence& before : store_.occurrences) {
    if (&before == &occurrence) break;
    if (before.product != occurrence.product || before.table != occurrence.table) continue;
    conditions.push_back("NOT (" + IsRow(before, row) + ")");
  }
  return InsertInto(occurrence.product, store_.products[occurrence.product], conditions);
}

Written RowStatements::Show() const {
  Written written;
  std::vector<std::string> values;
  for (const StoredColumn& column : store_.columns) {
    std::string value = Table() + "." + Q(column.stored);
    if (column.expression && column.type.empty()) value = "+" + value;
    values.push_back(value + " AS " + Q(column.name));
    written.columns.push_back(column.name);
  }
  written.select = "SELECT " + JoinTexts(values, ", ") + " FROM " + Table();
  return written;
}

}  // namespace vieworm
