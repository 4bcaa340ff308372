#include "common/spec/json_reader.h"

#include <algorithm>

#include "common/diagnostic.h"

#include "common/core_only.h"

namespace vieworm {

namespace {

// A found value as messages show it: whole if short, else its beginning.
std::string Shown(const Json& value) {
  constexpr size_t kLongest = 60;
  std::string text = value.dump(-1, ' ', false, Json::error_handler_t::replace);
  if (text.size() <= kLongest) return text;
  size_t end = kLongest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "...";
}

// Control characters are shown as JSON writes them: a NUL would cut the message short.
std::string PointerToken(std::string_view key) {
  std::string token;
  for (char c : key) {
    if (static_cast<unsigned char>(c) < ' ') {
      std::string quoted = Json(std::string(1, c)).dump();
      token += quoted.substr(1, quoted.size() - 2);
    } else if (c == '~') {
      token += "~0";
    } else if (c == '/') {
      token += "~1";
    } else {
      token += c;
    }
  }
  return token;
}

std::vector<std::string> InQuotes(const std::vector<std::string>& words) {
  std::vector<std::string> quoted;
  for (const std::string& word : words) quoted.push_back(Quoted(word));
  return quoted;
}

}  // namespace

Json ParseJson(std::string_view text, std::string_view what) {
  // The JSON library prints recursively: what nests without bound would overflow the stack.
  constexpr int kDeepest = 100;
  auto check_depth = [what](int depth, Json::parse_event_t, Json&) {
    if (depth <= kDeepest) return true;
    throw Error(ErrorKind::kBadSpec, std::string(what) + " is nested too deeply",
                "Allowed are " + std::to_string(kDeepest) + " levels.");
  };
  try {
    return Json::parse(text, check_depth);
  } catch (const Json::parse_error& error) {
    throw Error(ErrorKind::kBadSpec, std::string(what) + " is not JSON",
                "The text is not valid at byte " + std::to_string(error.byte) + ".");
  } catch (const Json::out_of_range&) {
    throw Error(ErrorKind::kBadSpec, std::string(what) + " has a number out of range",
                "No number may be larger than a double can hold.");
  }
}

bool BeginsObject(std::string_view text) {
  size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && text[first] == '{';
}

JsonReader::JsonReader(const Json& object, std::string path)
    : object_(object), path_(std::move(path)) {
  if (!object_.is_object()) FailType(path_, object_, "an object");
}

std::optional<std::string> JsonReader::String(const char* key) {
  const Json* value = Typed(key, &Json::is_string, "a string");
  if (value == nullptr) return std::nullopt;
  return value->get<std::string>();
}

std::optional<bool> JsonReader::Bool(const char* key) {
  const Json* value = Typed(key, &Json::is_boolean, "true or false");
  if (value == nullptr) return std::nullopt;
  return value->get<bool>();
}

const Json* JsonReader::Array(const char* key) { return Typed(key, &Json::is_array, "an array"); }

const Json* JsonReader::Object(const char* key) {
  return Typed(key, &Json::is_object, "an object");
}

const Json* JsonReader::Any(const char* key) { return Find(key); }

void JsonReader::Miss(const char* key, std::string_view expected) {
  if (!missed_) missed_ = {PathOf(key), std::string(expected)};
}

void JsonReader::Finish() const {
  RejectUnknownKeys();
  if (!missed_) return;
  throw Error(ErrorKind::kBadSpec, "missing key " + Quoted(missed_->path),
              "Expected is " + missed_->expected + ".");
}

void JsonReader::RejectUnknownKeys() const {
  for (const auto& [key, value] : object_.items()) {
    if (std::find(known_.begin(), known_.end(), key) != known_.end()) continue;
    throw Error(ErrorKind::kBadSpec, "unknown key " + Quoted(PathOf(key)),
                "Allowed here are " + Alternatives(InQuotes(known_)) + ".",
                DidYouMean(key, known_));
  }
}

std::string JsonReader::PathOf(std::string_view key) const {
  return path_ + "/" + PointerToken(key);
}

void JsonReader::FailType(const std::string& path, const Json& found, std::string_view expected) {
  throw Error(ErrorKind::kBadSpec,
              "wrong type at " + Quoted(path.empty() ? "/" : std::string_view(path)),
              "Found " + Shown(found) + "; expected is " + std::string(expected) + ".");
}

const Json* JsonReader::Find(const char* key) {
  known_.emplace_back(key);
  auto it = object_.find(key);
  return it == object_.end() || it->is_null() ? nullptr : &*it;
}

const Json* JsonReader::Typed(const char* key, bool (Json::*is_type)() const noexcept,
                              std::string_view expected) {
  const Json* value = Find(key);
  if (value != nullptr && !(value->*is_type)()) FailType(PathOf(key), *value, expected);
  return value;
}

void JsonReader::FailWord(const char* key, const std::string& found,
                          const std::vector<std::string>& allowed) const {
  throw Error(
      ErrorKind::kBadSpec, "invalid value at " + Quoted(PathOf(key)),
      "Found " + Shown(Json(found)) + "; allowed are " + Alternatives(InQuotes(allowed)) + ".",
      DidYouMean(found, allowed));
}

}  // namespace vieworm
