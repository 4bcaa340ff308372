// How a schedule that cannot be read is refused: the same shape of message from every reader.
#ifndef VIEWORM_COMMON_SCHEDULE_SCHEDULE_ERROR_H_
#define VIEWORM_COMMON_SCHEDULE_SCHEDULE_ERROR_H_

#include <string>
#include <string_view>

namespace vieworm {

// `text` as a message may show it: at most 60 bytes of it, and every byte that is not printable
// ASCII as \xNN. What is a schedule has no other bytes, so nothing readable is lost.
std::string Excerpt(std::string_view text);

// Throws Error(kBadSpec) with the message: invalid <what> "<text>".
[[noreturn]] void ThrowBadSchedule(std::string_view what, std::string_view text, std::string detail,
                                   std::string hint);

}  // namespace vieworm

#endif  // VIEWORM_COMMON_SCHEDULE_SCHEDULE_ERROR_H_
