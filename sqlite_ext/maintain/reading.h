// What a definition reads by name, through the plain views that it names.
#ifndef VIEWORM_SQLITE_EXT_MAINTAIN_READING_H_
#define VIEWORM_SQLITE_EXT_MAINTAIN_READING_H_

#include <set>
#include <string>
#include <vector>

#include "sqlite_ext/resolve/schema.h"

struct sqlite3;

namespace vieworm {

struct Reading {
  std::vector<resolve::TableFacts> tables;  // ordinary ones, which can have triggers
  std::vector<resolve::TableFacts> views;   // plain ones, and those of vieworm's
  std::set<std::string> words;              // every word and name in the texts, in lower case
  bool has_star = false;                    // one of them takes in whatever columns there are

  bool Mentions(const std::string& name) const;
};

// Of `select`, in `schema`, which must not be temp. What does not exist is left out.
Reading Read(sqlite3* db, const std::string& schema, const std::string& select);

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_MAINTAIN_READING_H_
