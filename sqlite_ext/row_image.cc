// Each value is one byte for its storage class and then eight bytes of a number, or the length of a
// text or BLOB in eight bytes and its bytes.

#include "sqlite_ext/row_image.h"

#include <cstring>

#include "sqlite_ext/sqlite.h"

namespace vieworm {

namespace {

template <typename T>
void Append(T number, std::string* image) {
  char bytes[sizeof number];
  std::memcpy(bytes, &number, sizeof number);
  image->append(bytes, sizeof number);
}

template <typename T>
T Take(std::string_view* image) {
  T number;
  std::memcpy(&number, image->data(), sizeof number);
  image->remove_prefix(sizeof number);
  return number;
}

// SQLite stores -0.0 as 0.0 where a column is REAL: they must not count as different.
double Number(const Prepared& row, int column) { return row.Real(column) + 0.0; }

std::string_view Bytes(sqlite3_value* value) {
  bool text = sqlite3_value_type(value) == SQLITE_TEXT;
  const void* bytes = text ? sqlite3_value_text(value) : sqlite3_value_blob(value);
  if (bytes == nullptr) return "";
  return {static_cast<const char*>(bytes), static_cast<size_t>(sqlite3_value_bytes(value))};
}

bool SameValue(sqlite3_value* left, sqlite3_value* right) {
  int type = sqlite3_value_type(left);
  if (type != sqlite3_value_type(right)) return false;
  switch (type) {
    case SQLITE_INTEGER:
      return sqlite3_value_int64(left) == sqlite3_value_int64(right);
    case SQLITE_FLOAT:
      return sqlite3_value_double(left) == sqlite3_value_double(right);
    case SQLITE_NULL:
      return true;
    default:
      return Bytes(left) == Bytes(right);
  }
}

}  // namespace

// The connection is locked by the statement that called vieworm, so the values may be read as they
// are. They are taken from SQLite once: each sqlite3_column_ call costs more than a comparison.
bool SameRow(const Prepared& left, const Prepared& right, int columns) {
  for (int i = 0; i < columns; ++i) {
    if (!SameValue(left.Value(i), right.Value(i))) return false;
  }
  return true;
}

std::string RowImage(const Prepared& row, int columns) {
  std::string image;
  for (int i = 0; i < columns; ++i) {
    int type = row.Type(i);
    image += static_cast<char>(type);
    if (type == SQLITE_INTEGER) Append(row.Integer(i), &image);
    if (type == SQLITE_FLOAT) Append(Number(row, i), &image);
    if (type != SQLITE_TEXT && type != SQLITE_BLOB) continue;
    std::string_view bytes = row.Bytes(i);
    Append(bytes.size(), &image);
    image += bytes;
  }
  return image;
}

void BindRow(std::string_view image, Prepared* statement) {
  for (int parameter = 1; !image.empty(); ++parameter) {
    int type = image[0];
    image.remove_prefix(1);
    if (type == SQLITE_NULL) statement->BindNull(parameter);
    if (type == SQLITE_INTEGER) statement->Bind(parameter, Take<int64_t>(&image));
    if (type == SQLITE_FLOAT) statement->Bind(parameter, Take<double>(&image));
    if (type != SQLITE_TEXT && type != SQLITE_BLOB) continue;
    auto size = Take<size_t>(&image);
    std::string_view bytes = image.substr(0, size);
    image.remove_prefix(size);
    type == SQLITE_TEXT ? statement->Bind(parameter, bytes) : statement->BindBlob(parameter, bytes);
  }
}

}  // namespace vieworm
