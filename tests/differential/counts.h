// How often a text came.
#ifndef VIEWORM_TESTS_DIFFERENTIAL_COUNTS_H_
#define VIEWORM_TESTS_DIFFERENTIAL_COUNTS_H_

#include <map>
#include <ostream>
#include <string>

namespace vieworm::differential {

class Counts {
 public:
  // Texts that differ only in the names in them, in double quotes, are counted together.
  void Add(const std::string& text);

  // One line each, the most frequent first.
  void Print(std::ostream& out) const;

 private:
  std::map<std::string, size_t> counts_;
};

}  // namespace vieworm::differential

#endif  // VIEWORM_TESTS_DIFFERENTIAL_COUNTS_H_
