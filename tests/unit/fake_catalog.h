// An engine that knows one definition.
#ifndef VIEWORM_TESTS_UNIT_FAKE_CATALOG_H_
#define VIEWORM_TESTS_UNIT_FAKE_CATALOG_H_

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "common/plan/catalog.h"

namespace vieworm {

class FakeCatalog : public Catalog {
 public:
  explicit FakeCatalog(std::vector<Column> columns, std::vector<RelationName> sources = {})
      : facts_{std::move(columns), std::move(sources), "", true} {}

  std::string DefaultSchema() override { return "public"; }
  DefinitionFacts Describe(const ViewSpec& spec) override {
    facts_.select = spec.definition;
    return facts_;
  }
  std::string FreeName(const RelationName& view, const std::string& suffix,
                       const std::string&) override {
    return view.name + "_" + suffix;
  }

 private:
  DefinitionFacts facts_;
};

// Columns of the given names, declared with no type.
inline std::vector<Column> Columns(const std::vector<std::string>& names) {
  std::vector<Column> columns;
  for (const std::string& name : names) {
    Column column;
    column.name = name;
    columns.push_back(column);
  }
  return columns;
}

}  // namespace vieworm

#endif  // VIEWORM_TESTS_UNIT_FAKE_CATALOG_H_
