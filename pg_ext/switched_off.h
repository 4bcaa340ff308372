// Settings of the server's that are off while an object lives, whatever the session has set.
#ifndef VIEWORM_PG_EXT_SWITCHED_OFF_H_
#define VIEWORM_PG_EXT_SWITCHED_OFF_H_

#include "pg_ext/server.h"

extern "C" {
#include "access/tableam.h"
#include "jit/jit.h"
}

namespace vieworm {

template <bool* kSetting>
class SwitchedOff {
 public:
  SwitchedOff() { *kSetting = false; }
  ~SwitchedOff() { *kSetting = saved_; }
  SwitchedOff(const SwitchedOff&) = delete;
  SwitchedOff& operator=(const SwitchedOff&) = delete;

 private:
  bool saved_ = *kSetting;
};

// What follows a statement, or compares a view with its definition, is not worth compiling: it
// takes the compiler a second, whatever the planner takes the cost for.
using WithoutJit = SwitchedOff<&jit_enabled>;

// PostgreSQL lets a scan of a large table begin where another one is, or has left off. Where the
// rows of two scans are to be met in the same order, both begin at the beginning.
using InTableOrder = SwitchedOff<&synchronize_seqscans>;

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_SWITCHED_OFF_H_
