// The tester of both engines: the same random tables, definitions and statements in SQLite and in
// PostgreSQL, and after every statement the same views. README.md beside this file tells more.
#include <exception>
#include <iostream>
#include <stdexcept>

#include "tests/both_engines/postgres_engine.h"
#include "tests/both_engines/search.h"
#include "tests/both_engines/self_test.h"
#include "tests/both_engines/sqlite_engine.h"
#include "tests/differential/options.h"

int main(int count, char** arguments) {
  using namespace vieworm;
  try {
    if (count < 2) throw std::invalid_argument("there is no connection string");
    differential::Options options = differential::ParseOptions(count - 1, arguments + 1);
    both_engines::SqliteEngine sqlite;
    both_engines::PostgresEngine postgres(arguments[1]);
    both_engines::Engines engines = {&sqlite, &postgres};
    if (options.self_test) return both_engines::RunSelfTest(engines) ? 0 : 1;
    return both_engines::Search(options, engines) == 0 ? 0 : 1;
  } catch (const std::invalid_argument& error) {
    std::cerr << error.what() << "\n" << differential::Usage("vieworm_both_engines CONNECTION");
    return 2;
  } catch (const std::exception& error) {
    std::cerr << "vieworm_both_engines: " << error.what() << "\n";
    return 3;
  }
}
