// PostgreSQL lets a scan of a large table begin where another one is, or has left off. Where the
// rows of two scans are to be met in the same order, both begin at the beginning.
#ifndef VIEWORM_PG_EXT_IN_TABLE_ORDER_H_
#define VIEWORM_PG_EXT_IN_TABLE_ORDER_H_

#include "pg_ext/server.h"

extern "C" {
#include "access/tableam.h"
}

namespace vieworm {

class InTableOrder {
 public:
  InTableOrder() { synchronize_seqscans = false; }
  ~InTableOrder() { synchronize_seqscans = saved_; }
  InTableOrder(const InTableOrder&) = delete;
  InTableOrder& operator=(const InTableOrder&) = delete;

 private:
  bool saved_ = synchronize_seqscans;
};

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_IN_TABLE_ORDER_H_
