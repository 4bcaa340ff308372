// The differential tester: random tables, definitions and statements, and after every statement the
// view must be what its definition gives. README.md beside this file tells more.
#include <exception>
#include <iostream>
#include <stdexcept>

#include "tests/differential/options.h"
#include "tests/differential/search.h"
#include "tests/differential/self_test.h"

int main(int count, char** arguments) {
  using namespace vieworm::differential;
  try {
    Options options = ParseOptions(count, arguments);
    if (options.self_test) return RunSelfTest() ? 0 : 1;
    return Search(options) == 0 ? 0 : 1;
  } catch (const std::invalid_argument& error) {
    std::cerr << error.what() << "\n" << Usage("vieworm_differential");
    return 2;
  } catch (const std::exception& error) {
    std::cerr << "vieworm_differential: " << error.what() << "\n";
    return 3;
  }
}
