// A file for a database, gone with its owner.
#ifndef VIEWORM_TESTS_DIFFERENTIAL_TEMPORARY_FILE_H_
#define VIEWORM_TESTS_DIFFERENTIAL_TEMPORARY_FILE_H_

#include <stdlib.h>
#include <unistd.h>

#include <filesystem>
#include <stdexcept>
#include <string>

namespace vieworm::differential {

class TemporaryFile {
 public:
  TemporaryFile()
      : name_((std::filesystem::temp_directory_path() / "vieworm_case_XXXXXX").string()) {
    int descriptor = mkstemp(name_.data());
    if (descriptor < 0) throw std::runtime_error("no temporary file");
    close(descriptor);
  }
  ~TemporaryFile() { std::filesystem::remove(name_); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  const std::string& name() const { return name_; }

 private:
  std::string name_;
};

}  // namespace vieworm::differential

#endif  // VIEWORM_TESTS_DIFFERENTIAL_TEMPORARY_FILE_H_
