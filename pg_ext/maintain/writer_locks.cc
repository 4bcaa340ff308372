#include "pg_ext/maintain/writer_locks.h"

extern "C" {
#include "storage/lock.h"
#include "storage/lockdefs.h"
}

namespace vieworm {

namespace {

// Advisory locks of users have 1 or 2 here.
constexpr uint16 kTagClass = 0x7677;

LOCKMODE ModeFor(bool own, WriterLocks locks) {
  if (!own) return ShareLock;
  return locks == WriterLocks::kAll ? ShareRowExclusiveLock : RowExclusiveLock;
}

}  // namespace

void LockWriters(Oid store, Oid source, const Oid* sources, int count, WriterLocks locks) {
  for (int i = 0; i < count; ++i) {
    LOCKTAG tag;
    SET_LOCKTAG_ADVISORY(tag, MyDatabaseId, store, sources[i], kTagClass);
    LockAcquire(&tag, ModeFor(sources[i] == source, locks), false, false);
  }
}

void LockOutWriters(Oid store, const Oid* sources, int count) {
  for (int i = 0; i < count; ++i) {
    LOCKTAG tag;
    SET_LOCKTAG_ADVISORY(tag, MyDatabaseId, store, sources[i], kTagClass);
    LockAcquire(&tag, ExclusiveLock, false, false);
  }
}

}  // namespace vieworm
