#include "tests/differential/table_generator.h"

#include <optional>

#include "tests/differential/values.h"

namespace vieworm::differential {

namespace {

enum class KeyStyle { kRowidAlias, kOtherKey, kComposite, kNone };

struct Type {
  Affinity affinity;
  std::string text;
};

Type OrdinaryType(Dice& dice) {
  switch (dice.Weighted({5, 5, 2, 3, 4})) {
    case 0:
      return {Affinity::kInteger, dice.Pick({" INTEGER", " INT", " BIGINT"})};
    case 1:
      return {Affinity::kText, dice.Pick({" TEXT", " VARCHAR(9)"})};
    case 2:
      return {Affinity::kNumeric, dice.Pick({" NUMERIC", " DECIMAL(9,2)"})};
    case 3:
      return {Affinity::kReal, dice.Pick({" REAL", " DOUBLE"})};
    default:
      return {Affinity::kNone, dice.Pick({"", " BLOB"})};
  }
}

Type StrictType(Dice& dice) {
  switch (dice.Below(5)) {
    case 0:
      return {Affinity::kInteger, dice.Pick({" INTEGER", " INT"})};
    case 1:
      return {Affinity::kReal, " REAL"};
    case 2:
      return {Affinity::kNone, dice.Pick({" ANY", " ANY", " BLOB"})};
    default:
      return {Affinity::kText, " TEXT"};
  }
}

class TableGenerator {
 public:
  TableGenerator(Dice& dice, Schema& schema) : dice_(dice), schema_(schema) {
    strict_ = dice.Chance(12);
    key_ = static_cast<KeyStyle>(dice.Weighted({6, 3, 2, 2}));
    without_rowid_ = key_ != KeyStyle::kNone && dice.Chance(20);
    table_.has_rowid = !without_rowid_;
    std::string number = std::to_string(schema.tables.size() + 1);
    table_.name = dice.Chance(8) ? "\"T " + number + "\"" : "t" + number;
  }

  void Generate() {
    AddKeyColumn();
    size_t ordinary = dice_.Between(1, 4);
    for (size_t i = 0; i < ordinary; ++i) AddOrdinaryColumn(i);
    if (key_ == KeyStyle::kComposite) AddConstraint("PRIMARY KEY", table_.columns[1].name);
    if (dice_.Chance(12)) AddConstraint("UNIQUE", table_.columns.back().name);
    if (dice_.Chance(20)) AddGeneratedColumn();
    if (dice_.Chance(20)) AddJsonColumn();
    WriteTable();
    while (dice_.Chance(30) && indexes_ < 3) AddIndex();
    schema_.tables.push_back(table_);
  }

 private:
  void AddKeyColumn() {
    Column column{.name = "id"};
    Type type = strict_ ? StrictType(dice_) : OrdinaryType(dice_);
    if (key_ == KeyStyle::kRowidAlias) type = {Affinity::kInteger, " INTEGER"};
    column.affinity = type.affinity;
    column.strict = strict_ && type.text != " ANY";
    Sql text = column.name + type.text;
    if (key_ != KeyStyle::kRowidAlias) text = text + Collation(column);
    if (key_ == KeyStyle::kRowidAlias || key_ == KeyStyle::kOtherKey) {
      text = text + " PRIMARY KEY" + OnConflict();
      if (key_ == KeyStyle::kRowidAlias && !without_rowid_ && dice_.Chance(8)) {
        text = text + Sql::Optional(" AUTOINCREMENT");
      }
      AddUnique(column);
    }
    text = text + Reference(column);
    parts_.push_back(text);
    table_.columns.push_back(column);
  }

  void AddOrdinaryColumn(size_t place) {
    Type type = strict_ ? StrictType(dice_) : OrdinaryType(dice_);
    Column column{.name = std::string(1, static_cast<char>('a' + place))};
    if (dice_.Chance(6)) column.name = dice_.Pick({"\"x y\"", "\"order\"", "oid", "\"A\"\"q\""});
    for (const Column& other : table_.columns) {
      if (other.name == column.name) column.name = "k" + std::to_string(place);
    }
    column.affinity = type.affinity;
    column.strict = strict_ && type.text != " ANY";
    Sql text = column.name + type.text;
    text = text + Collation(column);
    if (dice_.Chance(20)) text = text + NotNull(column);
    if (dice_.Chance(25)) {
      text = text + Sql::Optional(" UNIQUE" + OnConflict());
      AddUnique(column);
    }
    if (dice_.Chance(6)) {
      text = text + Sql::Optional(" CHECK (" + column.name + " IS NOT " +
                                  ValueFor(dice_, column, false) + ")");
    }
    text = text + Reference(column);
    parts_.push_back(text);
    table_.columns.push_back(column);
  }

  // The collation of a column that may have one.
  Sql Collation(Column& column) {
    bool fits = column.affinity == Affinity::kText || column.affinity == Affinity::kNone;
    column.nocase = fits && dice_.Chance(20);
    return column.nocase ? Sql::Optional(" COLLATE NOCASE") : Sql();
  }

  Sql NotNull(const Column& column) {
    Sql text = " NOT NULL";
    if (dice_.Chance(70)) text = text + Sql::Optional(" DEFAULT " + DefaultFor(dice_, column));
    return Sql::Optional(text);
  }

  Sql OnConflict() {
    return dice_.Chance(12)
               ? Sql::Optional(" ON CONFLICT " + dice_.Pick({"REPLACE", "IGNORE", "FAIL"}))
               : Sql();
  }

  void AddUnique(const Column& column) {
    table_.unique_columns.push_back(column.name);
    table_.conflict_targets.push_back("(" + column.name + ")");
  }

  // A foreign key to a table before this one, or to this one.
  Sql Reference(const Column& column) {
    bool fits = column.affinity == Affinity::kInteger || column.affinity == Affinity::kText;
    if (!fits || !dice_.Chance(30)) return Sql();
    size_t place = dice_.Below(schema_.tables.size() + 1);
    const Table& parent = place < schema_.tables.size() ? schema_.tables[place] : table_;
    if (parent.unique_columns.empty()) return Sql();
    Sql text = " REFERENCES " + parent.name + "(" + dice_.Pick(parent.unique_columns) + ")";
    if (dice_.Chance(75)) text = text + Sql::Optional(" ON DELETE " + Action());
    if (dice_.Chance(75)) text = text + Sql::Optional(" ON UPDATE " + Action());
    if (dice_.Chance(20)) text = text + Sql::Optional(" DEFERRABLE INITIALLY DEFERRED");
    return Sql::Optional(text);
  }

  std::string Action() {
    return dice_.Pick({"CASCADE", "CASCADE", "SET NULL", "SET DEFAULT", "RESTRICT", "NO ACTION"});
  }

  void AddConstraint(const std::string& kind, const std::string& other) {
    std::string columns = "(id, " + other + ")";
    if (other == "id") columns = "(id)";
    Sql constraint = kind + " " + columns + OnConflict();
    constraints_.push_back(kind == "UNIQUE" ? Sql::Optional(constraint) : constraint);
    table_.conflict_targets.push_back(columns);
  }

  void AddGeneratedColumn() {
    const Column& source = dice_.Pick(table_.columns);
    Column column{.name = "g", .generated = true};
    Type type = strict_ ? Type{Affinity::kNone, " ANY"} : OrdinaryType(dice_);
    // SQLite 3.40 forgets now and then that an integer in such a column is to be read as a real.
    while (type.affinity == Affinity::kReal) type = OrdinaryType(dice_);
    column.affinity = type.affinity;
    std::string name = source.name;
    std::string expression = dice_.Pick({"$ + 1", "lower($)", "$ || 'x'", "coalesce($, 0)",
                                         "CASE WHEN $ > 1 THEN $ END", "$ = '1'", "length($)"});
    for (size_t at; (at = expression.find('$')) != std::string::npos;) {
      expression.replace(at, 1, name);
    }
    std::string storage = without_rowid_ && key_ == KeyStyle::kComposite
                              ? " VIRTUAL"
                              : dice_.Pick({"", " VIRTUAL", " STORED"});
    Sql text = column.name + type.text + " AS (" + expression + ")" + storage;
    if (dice_.Chance(20)) {
      text = text + Sql::Optional(" UNIQUE");
      table_.conflict_targets.push_back("(" + column.name + ")");
    }
    parts_.push_back(text);
    table_.columns.push_back(column);
  }

  void AddJsonColumn() {
    Column column{.name = "j", .affinity = Affinity::kText, .json = true};
    parts_.push_back("j TEXT");
    table_.columns.push_back(column);
  }

  void WriteTable() {
    parts_.insert(parts_.end(), constraints_.begin(), constraints_.end());
    std::vector<Sql> options;
    if (without_rowid_) options.push_back("WITHOUT ROWID");
    if (strict_) options.push_back("STRICT");
    schema_.statements.push_back("CREATE TABLE " + table_.name + "(" + Sql::List(", ", parts_) +
                                 ")" + Sql::List(", ", options, 0));
  }

  void AddIndex() {
    ++indexes_;
    const std::string& first = dice_.Pick(table_.columns).name;
    const std::string& second = dice_.Pick(table_.columns).name;
    bool unique = dice_.Chance(65);
    std::string key = "(" + first + ")";
    switch (dice_.Weighted({1, 4, 4, 1, 4})) {
      case 0:
        key = "(lower(" + first + "))";
        break;
      case 1:
        key = "(" + first + " COLLATE NOCASE)";
        break;
      case 2:
        if (first != second) key = "(" + first + ", " + second + ")";
        break;
      case 3:
        key = "(" + first + " + 1)";
        break;
      default:
        break;
    }
    if (dice_.Chance(30)) {
      key += " WHERE " + second + dice_.Pick({" > 1", " IS NOT NULL", " = 'a'", " <> 2", " > '1'"});
    }
    std::string name = table_.name;
    if (name.front() == '"') name = "t" + std::to_string(schema_.tables.size() + 1);
    schema_.statements.push_back((unique ? "CREATE UNIQUE INDEX " : "CREATE INDEX ") + name + "_i" +
                                 std::to_string(indexes_) + " ON " + table_.name + key);
    if (unique) table_.conflict_targets.push_back(key);
  }

  Dice& dice_;
  Schema& schema_;
  Table table_;
  bool strict_ = false;
  bool without_rowid_ = false;
  KeyStyle key_ = KeyStyle::kNone;
  std::vector<Sql> parts_;
  std::vector<Sql> constraints_;
  int indexes_ = 0;
};

}  // namespace

void AddTable(Dice& dice, Schema& schema) { TableGenerator(dice, schema).Generate(); }

}  // namespace vieworm::differential
