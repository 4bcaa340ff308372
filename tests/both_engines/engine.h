// An engine with vieworm in it, as the tester sees it.
#ifndef VIEWORM_TESTS_BOTH_ENGINES_ENGINE_H_
#define VIEWORM_TESTS_BOTH_ENGINES_ENGINE_H_

#include <array>
#include <stdexcept>
#include <string>

#include "tests/differential/connection.h"

namespace vieworm::both_engines {

using differential::Result;

// A statement failed.
struct StatementError : std::runtime_error {
  StatementError(const std::string& message, bool of_data)
      : std::runtime_error(message), of_data(of_data) {}

  bool of_data;  // the rows break a rule of one of the case's tables, and vieworm had no part in it
};

// The server has gone.
struct ServerLost : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class Engine {
 public:
  virtual ~Engine() = default;

  virtual std::string Name() const = 0;

  // An empty database in which foreign keys are enforced. Throws ServerLost.
  virtual void Restart() = 0;

  // Throws StatementError, ServerLost or differential::TooSlow.
  virtual Result Query(const std::string& sql) = 0;

  // From now on an INSERT, UPDATE or DELETE (`event`) of one of the tables is not heard of.
  virtual void Deafen(const std::string& event) = 0;

  // The first lines of a script for the engine's own program, which do what Restart does.
  virtual std::string ScriptHead() const = 0;
};

// SQLite and PostgreSQL.
using Engines = std::array<Engine*, 2>;

}  // namespace vieworm::both_engines

#endif  // VIEWORM_TESTS_BOTH_ENGINES_ENGINE_H_
