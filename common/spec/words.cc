#include "common/spec/words.h"

#include "common/core_only.h"

namespace vieworm {

namespace {

template <typename T>
const char* WordOf(const WordList<T>& words, T value) {
  for (const auto& [word, meaning] : words) {
    if (meaning == value) return word;
  }
  return "";
}

}  // namespace

const WordList<Method>& MethodWords() {
  static const WordList<Method> words = {{"auto", Method::kAuto},
                                         {"simple", Method::kSimple},
                                         {"materialized", Method::kMaterialized},
                                         {"table", Method::kTable}};
  return words;
}

const WordList<RefreshMode>& RefreshModeWords() {
  static const WordList<RefreshMode> words = {{"auto", RefreshMode::kAuto},
                                              {"incremental", RefreshMode::kIncremental},
                                              {"full", RefreshMode::kFull}};
  return words;
}

const WordList<Timing>& TimingWords() {
  static const WordList<Timing> words = {
      {"demand", Timing::kDemand}, {"statement", Timing::kStatement}, {"commit", Timing::kCommit}};
  return words;
}

const char* Word(Method method) { return WordOf(MethodWords(), method); }
const char* Word(RefreshMode mode) { return WordOf(RefreshModeWords(), mode); }
const char* Word(Timing timing) { return WordOf(TimingWords(), timing); }

}  // namespace vieworm
