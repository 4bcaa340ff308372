// Can the tester fail?
#ifndef VIEWORM_TESTS_DIFFERENTIAL_SELF_TEST_H_
#define VIEWORM_TESTS_DIFFERENTIAL_SELF_TEST_H_

namespace vieworm::differential {

// Views that go wrong in known ways must be found, and one that is right must not be. Prints an
// "ok" or "not ok" line for each; true if all are ok.
bool RunSelfTest();

}  // namespace vieworm::differential

#endif  // VIEWORM_TESTS_DIFFERENTIAL_SELF_TEST_H_
