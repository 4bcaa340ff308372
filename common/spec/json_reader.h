// Reads one JSON object key by key and rejects what nobody asked for.
//
// Every error names the JSON path, what was found, what is allowed and, for a misspelt word, the
// nearest one that is known.
#ifndef VIEWORM_COMMON_SPEC_JSON_READER_H_
#define VIEWORM_COMMON_SPEC_JSON_READER_H_

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/json.h"

namespace vieworm {

// Parses text. Throws Error(kBadSpec) unless it is one JSON value; `what` names it in the message.
Json ParseJson(std::string_view text, std::string_view what);

// Does the text begin as a JSON object does? No name does without quotes: where either may stand,
// such a text is a spec.
bool BeginsObject(std::string_view text);

class JsonReader {
 public:
  // `object` must outlive the reader; `path` is its JSON pointer (RFC 6901), "" for the top.
  // Throws Error(kBadSpec) unless it is an object.
  JsonReader(const Json& object, std::string path);

  // Each returns nothing where the key is absent or null, and throws where it has another type.
  std::optional<std::string> String(const char* key);
  std::optional<bool> Bool(const char* key);
  const Json* Array(const char* key);
  const Json* Object(const char* key);
  const Json* Any(const char* key);

  // One word out of `words`; returns its value.
  template <typename T>
  std::optional<T> Word(const char* key, const std::vector<std::pair<const char*, T>>& words) {
    std::optional<std::string> found = String(key);
    if (!found) return std::nullopt;
    std::vector<std::string> allowed;
    for (const auto& [word, value] : words) {
      if (*found == word) return value;
      allowed.push_back(word);
    }
    FailWord(key, *found, allowed);
  }

  // Notes that a key without which the object is of no use is absent; Finish says so.
  void Miss(const char* key, std::string_view expected);

  // To be called when all keys have been asked for. Throws if the object has a key that was not, or
  // else for the first key that was missed: a misspelt key is told by its own name.
  void Finish() const;

  // The JSON pointer of `key` in this object.
  std::string PathOf(std::string_view key) const;

  [[noreturn]] static void FailType(const std::string& path, const Json& found,
                                    std::string_view expected);

 private:
  struct Missed {
    std::string path;
    std::string expected;
  };

  const Json* Find(const char* key);
  const Json* Typed(const char* key, bool (Json::*is_type)() const noexcept,
                    std::string_view expected);
  [[noreturn]] void FailWord(const char* key, const std::string& found,
                             const std::vector<std::string>& allowed) const;
  void RejectUnknownKeys() const;

  const Json& object_;
  std::string path_;
  std::vector<std::string> known_;
  std::optional<Missed> missed_;
};

}  // namespace vieworm

#endif  // VIEWORM_COMMON_SPEC_JSON_READER_H_
