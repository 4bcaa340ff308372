#include "pg_ext/execute.h"

#include "pg_ext/identity.h"

namespace vieworm {

SqlResult Run(const Statement& statement, Oid owner) {
  switch (statement.actor) {
    case Actor::kCaller: {
      if (owner == GetUserId()) return RunSql(statement.sql);
      ActingAs as_owner(owner, Restriction::kRestricted);
      return RunSql(statement.sql);
    }
    case Actor::kOwner: {
      PinnedSettings settings;
      ActingAs as_owner(owner, Restriction::kRestricted);
      return RunSql(statement.sql);
    }
    case Actor::kExtension: {
      ActingAsExtension as_extension;
      return RunSql(statement.sql);
    }
  }
  return {};
}

}  // namespace vieworm
