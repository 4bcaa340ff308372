// A row as bytes: two rows are the same, storage classes included, if their images are.
#ifndef VIEWORM_SQLITE_EXT_ROW_IMAGE_H_
#define VIEWORM_SQLITE_EXT_ROW_IMAGE_H_

#include <string>
#include <string_view>

#include "sqlite_ext/prepared.h"

namespace vieworm {

// Are the first `columns` values of the rows that both statements stand on the same?
bool SameRow(const Prepared& left, const Prepared& right, int columns);

// The first `columns` values.
std::string RowImage(const Prepared& row, int columns);

// Binds the values to the parameters 1, 2 and so on. `image` must outlive the next Step.
void BindRow(std::string_view image, Prepared* statement);

}  // namespace vieworm

#endif  // VIEWORM_SQLITE_EXT_ROW_IMAGE_H_
