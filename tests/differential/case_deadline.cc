#include "tests/differential/case_deadline.h"

#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <cstring>
#include <string>

namespace vieworm::differential {

namespace {

// A case takes milliseconds, one that is given up as too slow a minute on a busy machine.
constexpr unsigned kSecondsPerCase = 240;

char message[100];  // written before the alarm: a signal handler must not format

void AbortCase(int) {
  // Nothing is left to do if even this cannot be written.
  [[maybe_unused]] ssize_t written = write(STDERR_FILENO, message, std::strlen(message));
  std::abort();
}

}  // namespace

CaseDeadline::CaseDeadline(uint64_t seed) {
  std::string text = "case " + std::to_string(seed) + " comes to no end\n";
  std::strncpy(message, text.c_str(), sizeof(message) - 1);
  std::signal(SIGALRM, AbortCase);
  alarm(kSecondsPerCase);
}

CaseDeadline::~CaseDeadline() { alarm(0); }

}  // namespace vieworm::differential
