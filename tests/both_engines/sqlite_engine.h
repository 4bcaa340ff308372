// SQLite, linked into the program.
#ifndef VIEWORM_TESTS_BOTH_ENGINES_SQLITE_ENGINE_H_
#define VIEWORM_TESTS_BOTH_ENGINES_SQLITE_ENGINE_H_

#include <memory>

#include "tests/both_engines/engine.h"

namespace vieworm::both_engines {

class SqliteEngine : public Engine {
 public:
  std::string Name() const override { return "SQLite"; }
  void Restart() override;
  Result Query(const std::string& sql) override;
  void Deafen(const std::string& event) override;
  std::string ScriptHead() const override;

 private:
  std::unique_ptr<differential::Connection> connection_;
};

}  // namespace vieworm::both_engines

#endif  // VIEWORM_TESTS_BOTH_ENGINES_SQLITE_ENGINE_H_
