// Notices and warnings to the client.
#ifndef VIEWORM_PG_EXT_NOTICE_H_
#define VIEWORM_PG_EXT_NOTICE_H_

#include "pg_ext/server.h"

namespace vieworm {

void Notice(const std::string& message, const std::string& hint = "");
void Warning(const std::string& message, const std::string& detail = "",
             const std::string& hint = "");

}  // namespace vieworm

#endif  // VIEWORM_PG_EXT_NOTICE_H_
