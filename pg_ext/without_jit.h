// What follows a statement, or compares a view with its definition, is not worth compiling: it
// takes the compiler a second, whatever the planner takes the cost for.
#ifndef VIEWORM_PG_EXT_WITHOUT_JIT_H_
#define VIEWORM_PG_EXT_WITHOUT_JIT_H_

#include "pg_ext/server.h"

extern "C" {
#include "jit/jit.h"
}

namespace vieworm {

class WithoutJit {
 public:
  WithoutJit() { jit_enabled = false; }
  ~WithoutJit() { jit_enabled = saved_; }
  WithoutJit(const WithoutJit&) = delete;
  WithoutJit& operator=(const WithoutJit&) = delete;

 private:
  bool saved_ = jit_enabled;
};

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_WITHOUT_JIT_H_
