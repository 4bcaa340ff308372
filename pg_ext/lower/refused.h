// What lowering throws for a construct that is left to full refresh.
#ifndef VIEWORM_PG_EXT_LOWER_REFUSED_H_
#define VIEWORM_PG_EXT_LOWER_REFUSED_H_

#include <stdexcept>
#include <string>

namespace vieworm::lower {

// The reason is a clause without a full stop, such as "it uses random()". Never leaves Lower().
class Refused : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace vieworm::lower

#endif  // VIEWORM_PG_EXT_LOWER_REFUSED_H_
