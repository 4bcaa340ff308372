// A savepoint that is rolled back unless it is released: all of one call of vieworm's, or nothing.
//
// It works inside a transaction of the user's and outside, where it is a transaction by itself.
#ifndef VIEWORM_SQLITE_EXT_SAVEPOINT_H_
#define VIEWORM_SQLITE_EXT_SAVEPOINT_H_

struct sqlite3;

namespace vieworm {

class Savepoint {
 public:
  // Throws EngineError; Error(kWrongState) inside a statement that writes.
  explicit Savepoint(sqlite3* db);
  ~Savepoint();
  Savepoint(const Savepoint&) = delete;
  Savepoint& operator=(const Savepoint&) = delete;

  // Keeps the work. Throws EngineError where it cannot, as when the transaction cannot be
  // committed; the work is then undone by the destructor.
  void Release();

 private:
  void RollBack();

  sqlite3* db_;
  bool outermost_;  // no transaction of the user's around it
  bool open_ = true;
};

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_SAVEPOINT_H_
