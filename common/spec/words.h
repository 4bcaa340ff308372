// The words of the spec and the values they stand for.
#ifndef VIEWORM_COMMON_SPEC_WORDS_H_
#define VIEWORM_COMMON_SPEC_WORDS_H_

#include <utility>
#include <vector>

#include "common/spec/view_spec.h"

namespace vieworm {

template <typename T>
using WordList = std::vector<std::pair<const char*, T>>;

const WordList<Method>& MethodWords();
const WordList<RefreshMode>& RefreshModeWords();
const WordList<Timing>& TimingWords();

}  // namespace vieworm

#endif  // VIEWORM_COMMON_SPEC_WORDS_H_
