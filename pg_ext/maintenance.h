// What vieworm itself is doing right now in this session: its triggers must know.
#ifndef VIEWORM_PG_EXT_MAINTENANCE_H_
#define VIEWORM_PG_EXT_MAINTENANCE_H_

#include "pg_ext/server.h"

namespace vieworm {

// While it lives, the guard trigger lets changes of this store through.
class MaintainingStore {
 public:
  explicit MaintainingStore(Oid store);
  ~MaintainingStore();
  MaintainingStore(const MaintainingStore&) = delete;
  MaintainingStore& operator=(const MaintainingStore&) = delete;

  static bool Now(Oid store);

 private:
  Oid saved_;
};

// While it lives, the event triggers leave the relations of `view` alone: vieworm is putting others
// in their place.
class RebuildingView {
 public:
  explicit RebuildingView(Oid view);
  ~RebuildingView();
  RebuildingView(const RebuildingView&) = delete;
  RebuildingView& operator=(const RebuildingView&) = delete;

  static bool Now(Oid view);
  static bool Any();

 private:
  Oid saved_;
};

// While it lives, the names of the views that are dropped are appended to `names`, as SQL.
class DropLog {
 public:
  explicit DropLog(std::vector<std::string>* names);
  ~DropLog();
  DropLog(const DropLog&) = delete;
  DropLog& operator=(const DropLog&) = delete;

  static bool Wanted();
  static void Add(const std::string& name);
};

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_MAINTENANCE_H_
