// Random tables: keys of all kinds or none, foreign keys with what they do, and indexes.
#include "tests/both_engines/schema.h"

namespace vieworm::both_engines {

namespace {

Column KeyColumn(const std::string& name, Type type) {
  return {.name = name, .type = type, .required = true};
}

class TableGenerator {
 public:
  TableGenerator(Dice& dice, Schema& schema)
      : dice_(dice), schema_(schema), table_{"t" + std::to_string(schema.tables.size() + 1)} {}

  void Generate() {
    AddKey();
    size_t columns = dice_.Between(2, 4);
    for (size_t i = 0; i < columns; ++i) AddColumn(std::string(1, static_cast<char>('a' + i)));
    if (dice_.Chance(45)) AddForeignKey();
    parts_.insert(parts_.end(), constraints_.begin(), constraints_.end());
    schema_.statements.push_back("CREATE TABLE " + table_.name + "(" + Sql::List(", ", parts_) +
                                 ")");
    size_t indexes = dice_.Weighted({6, 3, 1});
    for (size_t i = 0; i < indexes; ++i) AddIndex(i);
    schema_.tables.push_back(table_);
  }

 private:
  // An INTEGER PRIMARY KEY is the rowid itself in SQLite; the others are not.
  void AddKey() {
    switch (dice_.Weighted({5, 2, 2, 2, 4})) {
      case 0:
        return AddKeyColumn("INTEGER PRIMARY KEY", Type::kInteger);
      case 1:
        return AddKeyColumn("BIGINT NOT NULL PRIMARY KEY", Type::kInteger);
      case 2:
        return AddKeyColumn("TEXT NOT NULL PRIMARY KEY", Type::kText);
      case 3:
        AddPart(KeyColumn("id", Type::kInteger), "INTEGER NOT NULL");
        AddPart(KeyColumn("k", Type::kText), "TEXT NOT NULL");
        constraints_.push_back("PRIMARY KEY (id, k)");
        table_.keys.push_back({"id", "k"});
        return;
      default:
        return;
    }
  }

  void AddPart(const Column& column, const Sql& definition) {
    table_.columns.push_back(column);
    parts_.push_back(column.name + " " + definition);
  }

  void AddKeyColumn(const std::string& definition, Type type) {
    AddPart(KeyColumn("id", type), definition);
    table_.keys.push_back({"id"});
  }

  std::string TypeName(Type type) {
    switch (type) {
      case Type::kInteger:
        return dice_.Pick({"INTEGER", "INTEGER", "BIGINT"});
      case Type::kReal:
        return "DOUBLE PRECISION";
      default:
        return "TEXT";
    }
  }

  void AddColumn(const std::string& name) {
    Column column{name, dice_.Pick(std::vector{Type::kInteger, Type::kInteger, Type::kInteger,
                                               Type::kText, Type::kText, Type::kReal})};
    Sql definition = TypeName(column.type);
    column.required = dice_.Chance(12);
    if (column.required) definition = definition + Sql::Optional(" NOT NULL");
    if (dice_.Chance(15)) definition = definition + Sql::Optional(" DEFAULT " + Default(column));
    if (dice_.Chance(8)) {
      definition = definition + Sql::Optional(" UNIQUE");
      table_.keys.push_back({name});
    }
    if (column.type == Type::kInteger && dice_.Chance(5)) {
      definition = definition + Sql::Optional(" CHECK (" + name + " <> 3)");
    }
    AddPart(column, definition);
  }

  Sql Default(const Column& column) { return Literal(dice_, column.type); }

  // To a table before this one, or to itself. RESTRICT is left out: the engines look at it at other
  // times.
  void AddForeignKey() {
    std::vector<const Table*> parents;
    for (const Table& table : schema_.tables) parents.push_back(&table);
    if (dice_.Chance(30)) parents.push_back(&table_);
    std::erase_if(parents, [](const Table* table) {
      return table->keys.empty() || table->keys[0].size() != 1;
    });
    if (parents.empty()) return;
    const Table& parent = *dice_.Pick(parents);
    const std::string& key = parent.keys[0][0];
    Type type = Type::kInteger;
    for (const Column& column : parent.columns) {
      if (column.name == key) type = column.type;
    }
    std::string actions =
        dice_.Pick({" ON DELETE CASCADE", " ON DELETE CASCADE", " ON DELETE SET NULL",
                    " ON DELETE SET NULL", ""}) +
        dice_.Pick({" ON UPDATE CASCADE", " ON UPDATE CASCADE", " ON UPDATE SET NULL", ""});
    std::string target = " REFERENCES " + parent.name + "(" + key + ")";
    table_.parent = parent.name;
    AddPart({"p", type}, TypeName(type) + Sql::Optional(target + Sql::Optional(actions)));
  }

  void AddIndex(size_t number) {
    const std::string& first = dice_.Pick(table_.columns).name;
    const std::string& second = dice_.Pick(table_.columns).name;
    bool two = first != second && dice_.Chance(50);
    bool unique = dice_.Chance(25);
    Sql text = std::string("CREATE ") + (unique ? "UNIQUE " : "") + "INDEX " + table_.name + "_i" +
               std::to_string(number) + " ON " + table_.name + "(" + first +
               (two ? ", " + second : "") + ")";
    bool partial = dice_.Chance(20);
    if (partial) text = text + Sql::Optional(" WHERE " + second + " IS NOT NULL");
    schema_.statements.push_back(text);
    // SQLite takes no INTEGER PRIMARY KEY as a part of ON CONFLICT's target.
    if (!unique || partial || (two && (first == "id" || second == "id"))) return;
    table_.keys.push_back({first});
    if (two) table_.keys.back().push_back(second);
  }

  Dice& dice_;
  Schema& schema_;
  Table table_;
  std::vector<Sql> parts_;
  std::vector<Sql> constraints_;
};

}  // namespace

Schema GenerateTables(Dice& dice) {
  Schema schema;
  size_t tables = dice.Weighted({0, 2, 4, 3});
  while (schema.tables.size() < tables) TableGenerator(dice, schema).Generate();
  return schema;
}

// Small numbers, so that nothing overflows: SQLite goes on in reals, PostgreSQL fails. Reals are
// multiples of 1/4, so that their sums are exact in any order. Texts and reals have no simpler ones
// (Sql::Value), which would be integers.
Sql Literal(Dice& dice, Type type) {
  switch (type) {
    case Type::kInteger:
      return Sql::Value(std::to_string(dice.Below(5)));
    case Type::kReal:
      return dice.Pick({"0.0", "0.5", "1.0", "2.25", "-1.5", "3.0"});
    default:
      return dice.Pick({"'a'", "'A'", "'b'", "'B'", "'ab'", "'c'", "''", "' x'", "'it''s'",
                        "'\xC3\xA9'", "'1'"});
  }
}

Sql ValueFor(Dice& dice, const Column& column) {
  if (!column.required && dice.Chance(column.name == "p" ? 25 : 12)) return "NULL";
  if (column.type == Type::kInteger && column.name == "id") {
    return Sql::Value(std::to_string(dice.Between(1, 9)));
  }
  return Literal(dice, column.type);
}

}  // namespace vieworm::both_engines
