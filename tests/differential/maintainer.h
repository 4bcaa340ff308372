// What keeps the views right: vieworm, or for the tester's own test something that does not.
#ifndef VIEWORM_TESTS_DIFFERENTIAL_MAINTAINER_H_
#define VIEWORM_TESTS_DIFFERENTIAL_MAINTAINER_H_

#include <map>
#include <string>

#include "tests/differential/case.h"
#include "tests/differential/connection.h"

namespace vieworm::differential {

// What the maintainer says of a view that it has created.
struct CreatedView {
  bool incremental = false;
  std::string reason;                           // why it is not
  std::map<std::string, std::string> strategy;  // by table
};

class Maintainer {
 public:
  virtual ~Maintainer() = default;

  // All throw SqlError.
  virtual void Load(Connection& connection) = 0;
  virtual CreatedView Create(Connection& connection, const ViewCase& view) = 0;
  virtual void Refresh(Connection& connection, const std::string& view) = 0;

  // What it finds wrong with the view by itself; "" for nothing.
  virtual std::string Verify(Connection& connection, const std::string& view) = 0;
};

class Vieworm : public Maintainer {
 public:
  void Load(Connection& connection) override;
  CreatedView Create(Connection& connection, const ViewCase& view) override;
  void Refresh(Connection& connection, const std::string& view) override;
  std::string Verify(Connection& connection, const std::string& view) override;
};

}  // namespace vieworm::differential

#endif  // VIEWORM_TESTS_DIFFERENTIAL_MAINTAINER_H_
