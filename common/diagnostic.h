// What went wrong, in the words that both engines show.
//
// The core throws Error and nothing else. pg_ext maps the kind to a SQLSTATE, sqlite_ext to a
// result code; the words are the same on both.
#ifndef VIEWORM_COMMON_DIAGNOSTIC_H_
#define VIEWORM_COMMON_DIAGNOSTIC_H_

#include <exception>
#include <string>
#include <string_view>
#include <vector>

namespace vieworm {

// One kind for each SQLSTATE that vieworm raises; the table is pg_ext/sqlstate.h.
enum class ErrorKind {
  kBadSpec,          // 22023: a value in the spec or in an argument is not allowed
  kNullArgument,     // 22004: an argument is NULL
  kSyntax,           // 42601: SQL text that does not parse, or is not one SELECT
  kNameTooLong,      // 42622: an identifier is longer than the engine allows
  kDuplicateColumn,  // 42701: two output columns have the same name
  kUndefinedColumn,  // 42703: a column that is named does not exist
  kDuplicateName,    // 42P07: the name is taken
  kMissing,          // 42P01: the view does not exist
  kWrongObject,      // 42809: it exists, but it is not vieworm's, or not of the kind asked for
  kNotSupported,     // 0A000: it cannot be maintained, or scheduled, in the way asked for
  kWrongState,       // 55000: not now
  kNotAllowed,       // 42501: the user lacks a privilege
  kDependents,       // 2BP01: other objects depend on it
  kInternal,         // XX000: a mistake of vieworm's own
};

// Message: lower case, no full stop. Detail and hint: full sentences, or empty.
struct Diagnostic {
  ErrorKind kind = ErrorKind::kInternal;
  std::string message;
  std::string detail;
  std::string hint;

  // "message. Detail. Hint.", the parts that are empty left out.
  std::string OneLine() const;
};

class Error : public std::exception {
 public:
  explicit Error(Diagnostic diagnostic) : diagnostic_(std::move(diagnostic)) {}
  Error(ErrorKind kind, std::string message, std::string detail = "", std::string hint = "")
      : diagnostic_{kind, std::move(message), std::move(detail), std::move(hint)} {}

  const Diagnostic& diagnostic() const { return diagnostic_; }
  const char* what() const noexcept override { return diagnostic_.message.c_str(); }

 private:
  Diagnostic diagnostic_;
};

// `name` in double quotes, as messages show identifiers.
std::string Quoted(std::string_view name);

// "a, b or c": how messages list what is allowed. Empty for an empty list.
std::string Alternatives(const std::vector<std::string>& words);

// "a, b and c", each in quotes: how messages list what is there.
std::string Listed(const std::vector<std::string>& names);

// The word of `known` that is nearest to `word` (Levenshtein distance, Wagner and Fischer 1974),
// or "" where none is near enough to be meant.
std::string NearestWord(std::string_view word, const std::vector<std::string>& known);

// "Did you mean "x"?" for the nearest known word, or "".
std::string DidYouMean(std::string_view word, const std::vector<std::string>& known);

}  // namespace vieworm

#endif  // VIEWORM_COMMON_DIAGNOSTIC_H_
