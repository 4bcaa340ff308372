// One prepared statement: prepared in the constructor, finalized in the destructor.
#ifndef VIEWORM_SQLITE_EXT_PREPARED_H_
#define VIEWORM_SQLITE_EXT_PREPARED_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;
struct sqlite3_value;

namespace vieworm {

class Prepared {
 public:
  // Throws EngineError where SQLite does not take `sql`, and Error(kSyntax) where anything but
  // white space, comments and semicolons stands after its first statement.
  Prepared(sqlite3* db, std::string_view sql);
  ~Prepared();
  Prepared(const Prepared&) = delete;
  Prepared& operator=(const Prepared&) = delete;

  // Parameters count from 1, as in SQLite. A text must outlive the next Step.
  Prepared& Bind(int parameter, std::string_view text);
  Prepared& Bind(int parameter, const char* text) {
    return Bind(parameter, std::string_view(text));
  }
  Prepared& Bind(int parameter, int64_t number);
  Prepared& Bind(int parameter, double number);
  Prepared& Bind(int parameter, sqlite3_value* value);
  Prepared& BindBlob(int parameter, std::string_view bytes);
  Prepared& BindNull(int parameter);
  template <typename T>
  Prepared& Bind(int parameter, const std::optional<T>& value) {
    return value ? Bind(parameter, *value) : BindNull(parameter);
  }

  // Is there another row? Throws EngineError.
  bool Step();

  // To its end; its rows, if any, are not looked at.
  void Run();

  // So that it can be stepped again; parameters keep their values.
  void Reset();

  // Columns of the row, from 0. NULL reads as "" and 0.
  int Columns() const;
  std::string ColumnName(int column) const;
  bool IsNull(int column) const;
  std::string Text(int column) const;
  int64_t Integer(int column) const;
  double Real(int column) const;
  sqlite3_value* Value(int column) const;
  int Type(int column) const;                // SQLITE_INTEGER and so on
  std::string_view Bytes(int column) const;  // of a text, in UTF-8, or a BLOB; until the next Step
  std::optional<std::string> OptionalText(int column) const;
  std::optional<int64_t> OptionalInteger(int column) const;
  std::optional<double> OptionalReal(int column) const;

 private:
  void Check(int code);

  sqlite3* db_;
  sqlite3_stmt* statement_ = nullptr;
};

// Runs one statement that needs no parameters.
void Execute(sqlite3* db, std::string_view sql);

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_PREPARED_H_
