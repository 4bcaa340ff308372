// Who acts, and under which settings. Both are put back by the destructors, and by PostgreSQL
// itself where the transaction or subtransaction is rolled back.
#ifndef VIEWORM_PG_EXT_IDENTITY_H_
#define VIEWORM_PG_EXT_IDENTITY_H_

#include "pg_ext/server.h"

namespace vieworm {

enum class Restriction {
  kLocal,       // the change of user is for this code alone: SET ROLE is refused
  kRestricted,  // and so is whatever would outlive it: temporary tables, cursors, SET, ...
};

class ActingAs {
 public:
  ActingAs(Oid user, Restriction restriction);
  ~ActingAs();
  ActingAs(const ActingAs&) = delete;
  ActingAs& operator=(const ActingAs&) = delete;

 private:
  Oid saved_user_;
  int saved_context_;
};

// search_path is pg_catalog, pg_temp; and whatever else a session may set that changes what a text
// means, how a value is written or which rows a query gives is the default: what maintenance
// computes does not depend on who writes. Cheap where a session has set nothing of it.
class PinnedSettings {
 public:
  PinnedSettings();
  ~PinnedSettings();
  PinnedSettings(const PinnedSettings&) = delete;
  PinnedSettings& operator=(const PinnedSettings&) = delete;

 private:
  int level_;
};

// The owner of vieworm's registry.
Oid ExtensionOwner();

// Acts as the extension's owner under pinned settings. Nothing of a user's may run meanwhile.
class ActingAsExtension {
 public:
  ActingAsExtension() : identity_(ExtensionOwner(), Restriction::kLocal) {}

 private:
  PinnedSettings settings_;
  ActingAs identity_;
};

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_IDENTITY_H_
