#include "common/graph/label.h"

#include <cstdint>

#include "common/core_only.h"

namespace vieworm {

namespace {

constexpr char32_t kReplacement = 0xfffd;
constexpr char kReplacementUtf8[] = "\xef\xbf\xbd";

struct CodePoint {
  char32_t value;
  std::string_view bytes;  // as many as the text has for it
};

// The first code point of `text`, which is not empty. A byte that begins nothing well-formed is
// kReplacement; an overlong form, a surrogate and a value above 0x10ffff are not well-formed.
CodePoint First(std::string_view text) {
  auto lead = static_cast<uint8_t>(text[0]);
  if (lead < 0x80) return {lead, text.substr(0, 1)};
  size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  CodePoint bad = {kReplacement, text.substr(0, 1)};
  if (lead < 0xc2 || lead > 0xf4 || text.size() < length) return bad;
  char32_t value = lead & (0xff >> (length + 1));
  for (size_t i = 1; i < length; ++i) {
    auto byte = static_cast<uint8_t>(text[i]);
    if ((byte & 0xc0) != 0x80) return bad;
    value = value << 6 | (byte & 0x3f);
  }
  char32_t least = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80;
  bool surrogate = value >= 0xd800 && value <= 0xdfff;
  return value < least || value > 0x10ffff || surrogate ? bad
                                                        : CodePoint{value, text.substr(0, length)};
}

bool IsControl(char32_t value) { return value < 0x20 || (value >= 0x7f && value < 0xa0); }

// Puts together what `write` makes of each code point that has no other form than itself.
template <typename Write>
std::string MapCodePoints(std::string_view text, Write write) {
  std::string mapped;
  while (!text.empty()) {
    CodePoint next = First(text);
    text.remove_prefix(next.bytes.size());
    if (next.value == kReplacement) next.bytes = kReplacementUtf8;
    mapped += write(next);
  }
  return mapped;
}

bool IsPlainInMermaid(char32_t value) {
  if (value >= 0xa0) return true;
  bool letter_or_digit = (value >= '0' && value <= '9') || (value >= 'A' && value <= 'Z') ||
                         (value >= 'a' && value <= 'z');
  return letter_or_digit || value == ' ' || value == '_' || value == '.' || value == '-';
}

}  // namespace

std::string ValidUtf8(std::string_view text) {
  return MapCodePoints(text, [](const CodePoint& next) { return next.bytes; });
}

std::string MermaidLabel(std::string_view text) {
  if (text.empty()) return " ";
  return MapCodePoints(text, [](const CodePoint& next) -> std::string {
    if (IsPlainInMermaid(next.value)) return std::string(next.bytes);
    if (next.value == '"') return "#quot;";
    if (IsControl(next.value) && next.value != '\n' && next.value != '\t') return kReplacementUtf8;
    return "#" + std::to_string(static_cast<uint32_t>(next.value)) + ";";
  });
}

std::string DotLabel(std::string_view text) {
  return MapCodePoints(text, [](const CodePoint& next) -> std::string {
    if (next.value == '"') return "\\\"";
    if (next.value == '\\') return "\\\\";
    if (next.value == '&') return "&amp;";
    if (next.value == '\n') return "\\n";
    if (next.value == '\t') return " ";
    if (IsControl(next.value)) return kReplacementUtf8;
    return std::string(next.bytes);
  });
}

}  // namespace vieworm
