// The common table expressions that a SELECT can see.
#ifndef VIEWORM_SQLITE_EXT_RESOLVE_WITH_SCOPE_H_
#define VIEWORM_SQLITE_EXT_RESOLVE_WITH_SCOPE_H_

#include <string>
#include <utility>
#include <vector>

#include "sqlite_ext/parse/text.h"

namespace vieworm::resolve {

struct KnownCte {
  std::string name;
  std::vector<std::string> columns;
  bool usable = true;  // false inside its own body, and before it
};

class WithScope {
 public:
  // `outer` may be null, and must outlive this.
  explicit WithScope(const WithScope* outer) : outer_(outer) {}

  void Add(KnownCte cte) { ctes_.push_back(std::move(cte)); }

  // The CTE of this very WITH clause; it must be there.
  KnownCte& operator[](size_t i) { return ctes_[i]; }

  // The innermost CTE of that name, or null.
  const KnownCte* Find(const std::string& name) const {
    for (const KnownCte& cte : ctes_) {
      if (parse::EqualsIgnoringCase(cte.name, name)) return &cte;
    }
    return outer_ == nullptr ? nullptr : outer_->Find(name);
  }

 private:
  const WithScope* outer_;
  std::vector<KnownCte> ctes_;
};

}  // namespace vieworm::resolve

#endif  // VIEWORM_SQLITE_EXT_RESOLVE_WITH_SCOPE_H_
