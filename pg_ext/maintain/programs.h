// The table vieworm.programs: what the triggers of maintained views run, as text. A program is
// compiled once, when its view is created, and every session that changes a source prepares it.
#ifndef VIEWORM_PG_EXT_MAINTAIN_PROGRAMS_H_
#define VIEWORM_PG_EXT_MAINTAIN_PROGRAMS_H_

#include "pg_ext/server.h"

#include "common/ddl/maintenance_postgres.h"

namespace vieworm {

// A program as one kind of statement on one source needs it.
struct StoredProgram {
  ChangeProgram program;
  bool overlaps = false;  // see PostgresMaintenance
};

// Puts the programs of `store` in the place of those that it has; what is the same is not written.
// Other sessions take notice when this transaction commits.
void SavePrograms(Oid store, const PostgresMaintenance& maintenance);

// Writes them as they are: see CheckSnapshotKnowsProgram. To be called where the rows of the store
// are computed anew.
void RewritePrograms(Oid store);

// Has a table joined the family of one of the sources, or left it, since its programs were saved?
// True as well where that is not known: they come from the dump of an older version.
bool HasOtherFamilies(Oid store);

// Notes with the programs how large the families are. SavePrograms does that, too.
void SaveFamilies(Oid store);

// Nothing where there is none: then that kind of statement on `source` changes nothing.
std::optional<StoredProgram> LoadProgram(Oid store, Oid source, ChangeEvent event);

// Throws PgError, a serialization failure, where the program was written after the transaction's
// snapshot was taken: then so may the rows of the store have been, and who looks at that snapshot
// would not find them.
void CheckSnapshotKnowsProgram(Oid store, Oid source, ChangeEvent event);

// All that follow one statement, by source and event.
std::vector<ChangeProgram> LoadPrograms(Oid store);

// Nothing where there is none.
std::optional<TogetherProgram> LoadTogetherProgram(Oid store);

// UPDATE: moves the bounds of a sliding window to now.
std::string LoadWindowMove(Oid store);

// The tables that have programs, by OID.
std::vector<Oid> SourcesOf(Oid store);

// The source of `store` whose rows `table` holds: itself, or a table above it. InvalidOid where
// there is none.
Oid SourceBehind(Oid store, Oid table);

// The sources by their numbers, from 1.
std::vector<Oid> NumberedSourcesOf(Oid store);

void DeletePrograms(Oid store);

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_MAINTAIN_PROGRAMS_H_
