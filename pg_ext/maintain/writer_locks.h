// The locks that keep writers of different sources of one view apart.
//
// For each view and source there is one heavyweight lock tag. Who changes a source takes its tag in
// RowExclusive mode, in which all its writers go side by side, and the tags of the other sources in
// Share mode, which keeps their writers out. All are held until the end of the transaction, and
// taken in the order of the sources' OIDs.
#ifndef VIEWORM_PG_EXT_MAINTAIN_WRITER_LOCKS_H_
#define VIEWORM_PG_EXT_MAINTAIN_WRITER_LOCKS_H_

#include "pg_ext/server.h"

#include "common/ddl/maintenance_postgres.h"

namespace vieworm {

// C code: errors (a deadlock, a timeout) jump out of it.
void LockWriters(Oid store, Oid source, const Oid* sources, int count, WriterLocks locks);

// Keeps all writers out that take locks at all. Likewise.
void LockOutWriters(Oid store, const Oid* sources, int count);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_MAINTAIN_WRITER_LOCKS_H_
