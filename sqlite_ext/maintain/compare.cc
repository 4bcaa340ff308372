#include "sqlite_ext/maintain/compare.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <set>

#include "common/names.h"
#include "common/sql/sql.h"
#include "sqlite_ext/definition_query.h"
#include "sqlite_ext/prepared.h"
#include "sqlite_ext/scanner.h"
#include "sqlite_ext/schemas.h"
#include "sqlite_ext/sqlite.h"
#include "sqlite_ext/view_parts.h"

namespace vieworm {

namespace {

constexpr size_t kMostLookedAt = 2000;
constexpr size_t kMostSamples = 5;

struct Value {
  int type = SQLITE_NULL;
  int64_t integer = 0;
  double number = 0;  // an integer's, too
  std::string text;
  std::string form;  // what lookalikes have in common

  bool IsNumber() const { return type == SQLITE_INTEGER || type == SQLITE_FLOAT; }
};

struct Row {
  std::vector<Value> values;
  int64_t weight = 0;  // above 0: only in the first; below: only in the second
};

std::string ColumnList(int columns) {
  std::string text;
  for (int i = 1; i <= columns; ++i) text += (i > 1 ? ", c" : "c") + std::to_string(i);
  return text;
}

// A column with its real numbers rounded, as it is compared.
std::string Rounded(int i) {
  std::string column = "c" + std::to_string(i);
  return "CASE WHEN typeof(" + column + ") = 'real' AND abs(" + column +
         ") < 1e300 THEN CAST(printf('%.10e', " + column + ") AS REAL) ELSE " + column +
         " END AS " + column;
}

std::string DifferenceSql(const std::string& expected, const std::string& actual, int columns) {
  std::string list = ColumnList(columns);
  std::string rounded;
  std::string keys;
  for (int i = 1; i <= columns; ++i) {
    std::string column = "c" + std::to_string(i);
    rounded += Rounded(i) + ", ";
    keys += (i > 1 ? ", typeof(" : "typeof(") + column + "), " + column + " COLLATE BINARY";
  }
  // Names that no definition has for a table of its own.
  return "WITH vieworm_expected(" + list + ") AS (" + expected + "\n), vieworm_actual(" + list +
         ") AS (" + actual + ") SELECT " + list + ", sum(weight) FROM (SELECT " + rounded +
         "1 AS weight FROM vieworm_expected UNION ALL SELECT " + rounded +
         "-1 FROM vieworm_actual) GROUP BY " + keys + " HAVING sum(weight) <> 0";
}

Row ReadRow(const Prepared& query, int columns) {
  Row row;
  for (int i = 0; i < columns; ++i) {
    Value value;
    value.type = query.Type(i);
    if (value.IsNumber()) {
      value.integer = query.Integer(i);
      value.number = query.Real(i);
    } else if (value.type != SQLITE_NULL) {
      value.text = query.Bytes(i);
    }
    row.values.push_back(std::move(value));
  }
  row.weight = query.Integer(columns);
  return row;
}

// Does any table or view of the user's take texts for equal whose bytes differ? Then one text may
// stand for another.
bool HasLooseCollation(sqlite3* db, const std::string& schema) {
  Prepared query(
      db, "SELECT sql FROM " + SchemaTable(schema) + " WHERE sql LIKE '%collate%' AND name <> ?");
  query.Bind(1, names::kSqliteRegistry);
  while (query.Step()) {
    std::string sql = query.Text(0);
    std::vector<Token> tokens = ScanSql(sql).tokens;
    for (size_t i = 1; i < tokens.size(); ++i) {
      if (tokens[i - 1].IsWord("collate") && LowerAscii(tokens[i].Name()) != "binary") return true;
    }
  }
  return false;
}

bool NamesListing(const std::string& sql) {
  std::string text = LowerAscii(sql);
  for (const char* name : {"group_concat", "string_agg", "json_group_", "jsonb_group_"}) {
    if (text.find(name) != std::string::npos) return true;
  }
  return false;
}

// Does `select`, or a view that it reads, make lists of rows in no order that is promised? A face
// has its view's definition in a comment.
bool ListsRows(sqlite3* db, const std::string& schema, const std::string& select,
               std::set<std::string>* seen) {
  if (NamesListing(select)) return true;
  for (const std::string& name : NamesOfTables(select)) {
    if (!seen->insert(LowerAscii(name)).second) continue;
    Prepared query(db, "SELECT sql FROM " + SchemaTable(schema) +
                           " WHERE type = 'view' AND name = ? COLLATE NOCASE");
    query.Bind(1, name);
    if (!query.Step()) continue;
    if (NamesListing(query.Text(0))) return true;
    if (ListsRows(db, schema, SelectOfView(db, {schema, name}), seen)) return true;
  }
  return false;
}

std::string Folded(const std::string& text) {
  std::string folded = LowerAscii(text);
  folded.erase(folded.find_last_not_of(' ') + 1);
  return folded;
}

bool MayBeEqualNumbers(const Value& left, const Value& right) {
  bool integers = left.type == SQLITE_INTEGER && right.type == SQLITE_INTEGER;
  if (integers) return left.integer == right.integer;
  double scale = std::max({1.0, std::fabs(left.number), std::fabs(right.number)});
  return left.number == right.number || std::fabs(left.number - right.number) <= 1e-9 * scale;
}

bool MayBeEqualValues(const Value& left, const Value& right) {
  if (left.IsNumber() && right.IsNumber()) return MayBeEqualNumbers(left, right);
  return left.type == right.type && left.form == right.form;
}

// Whether two rows that differ may be the same result. Their values have their forms.
bool MayBeEqual(const Row& left, const Row& right) {
  return std::equal(left.values.begin(), left.values.end(), right.values.begin(), MayBeEqualValues);
}

// A list of more than one value has something between them, which is hardly ever a letter or a
// digit: 'ab' and 'ba' are two words.
bool MayBeList(const std::string& text) {
  return std::any_of(text.begin(), text.end(),
                     [](unsigned char c) { return c < 0x80 && std::isalnum(c) == 0; });
}

void SetForms(bool folds, bool lists, std::vector<Row>* rows) {
  for (Row& row : *rows) {
    for (Value& value : row.values) {
      bool fold = folds && value.type == SQLITE_TEXT;
      value.form = fold ? Folded(value.text) : value.text;
      // A list in another order has the same bytes.
      if (lists && MayBeList(value.form)) std::sort(value.form.begin(), value.form.end());
    }
  }
}

void CancelLookalikes(std::vector<Row>* rows) {
  if (rows->size() > kMostLookedAt) return;
  for (Row& missing : *rows) {
    for (Row& extra : *rows) {
      if (missing.weight <= 0) break;
      if (extra.weight >= 0 || !MayBeEqual(missing, extra)) continue;
      int64_t common = std::min(missing.weight, -extra.weight);
      missing.weight -= common;
      extra.weight += common;
    }
  }
}

Json JsonOf(const Value& value) {
  if (value.type == SQLITE_NULL) return nullptr;
  if (value.type == SQLITE_INTEGER) return value.integer;
  if (value.type == SQLITE_FLOAT) return value.number;
  if (value.type == SQLITE_TEXT) return value.text;
  return "(" + std::to_string(value.text.size()) + " bytes)";
}

void Count(const Row& row, BagDifference* difference) {
  if (row.weight == 0) return;
  bool missing = row.weight > 0;
  (missing ? difference->missing : difference->extra) += std::abs(row.weight);
  if (difference->samples.size() >= kMostSamples) return;
  Json values = Json::array();
  for (const Value& value : row.values) values.push_back(JsonOf(value));
  difference->samples.push_back({{missing ? "missing" : "extra", values}});
}

int CountColumns(sqlite3* db, const std::string& select) { return Prepared(db, select).Columns(); }

}  // namespace

BagDifference CompareBags(sqlite3* db, const std::string& expected, const RelationName& actual) {
  int columns = CountColumns(db, expected);
  Prepared query(db, DifferenceSql(expected, SelectAll(actual), columns));
  std::vector<Row> rows;
  BagDifference difference;
  while (query.Step()) {
    rows.push_back(ReadRow(query, columns));
    if (rows.size() <= kMostLookedAt) continue;
    Count(rows.back(), &difference);
    rows.pop_back();
  }
  if (!rows.empty()) {
    std::set<std::string> seen;
    bool lists = ListsRows(db, actual.schema, expected, &seen);
    SetForms(HasLooseCollation(db, actual.schema), lists, &rows);
    CancelLookalikes(&rows);
  }
  for (const Row& row : rows) Count(row, &difference);
  return difference;
}

std::string SelectAll(const RelationName& relation) {
  Sql sql(SqliteDialect());
  sql << "SELECT * FROM " << relation;
  return sql.str();
}

}  // namespace vieworm
