#include "common/schedule/schedule_error.h"

#include "common/diagnostic.h"

#include "common/core_only.h"

namespace vieworm {

std::string Excerpt(std::string_view text) {
  constexpr size_t kLongestExcerpt = 60;
  constexpr char kHexDigits[] = "0123456789abcdef";
  std::string shown;
  for (unsigned char byte : text.substr(0, kLongestExcerpt)) {
    if (byte >= 0x20 && byte < 0x7f) {
      shown += static_cast<char>(byte);
    } else {
      shown += {'\\', 'x', kHexDigits[byte >> 4], kHexDigits[byte & 15]};
    }
  }
  if (text.size() > kLongestExcerpt) shown += "...";
  return shown;
}

void ThrowBadSchedule(std::string_view what, std::string_view text, std::string detail,
                      std::string hint) {
  throw Error(ErrorKind::kBadSpec, "invalid " + std::string(what) + " " + Quoted(Excerpt(text)),
              std::move(detail), std::move(hint));
}

}  // namespace vieworm
