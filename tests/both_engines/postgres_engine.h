// A PostgreSQL server on which vieworm is installed.
#ifndef VIEWORM_TESTS_BOTH_ENGINES_POSTGRES_ENGINE_H_
#define VIEWORM_TESTS_BOTH_ENGINES_POSTGRES_ENGINE_H_

#include <memory>

#include "tests/both_engines/engine.h"

struct pg_conn;

namespace vieworm::both_engines {

class PostgresEngine : public Engine {
 public:
  // `connection` is what libpq takes; the database's text must be ordered by bytes (locale C). The
  // tester makes the extension there, and the schema both_engines, which is its own.
  explicit PostgresEngine(const std::string& connection);

  std::string Name() const override { return "PostgreSQL"; }

  // With a session of its own, too.
  void Restart() override;

  Result Query(const std::string& sql) override;
  void Deafen(const std::string& event) override;
  std::string ScriptHead() const override;

 private:
  struct Closer {
    void operator()(pg_conn* connection) const;
  };

  void Connect();
  void MakeSchema();

  std::string parameters_;
  std::unique_ptr<pg_conn, Closer> connection_;
};

}  // namespace vieworm::both_engines

#endif  // VIEWORM_TESTS_BOTH_ENGINES_POSTGRES_ENGINE_H_
