// The main function of the unit tests. Catch2 2 generates it from its header; Catch2 3 is a library
// (link Catch2::Catch2, not Catch2::Catch2WithMain, which would bring a second main).
#if __has_include(<catch2/catch_session.hpp>)

#include <catch2/catch_session.hpp>

int main(int argc, char** argv) { return Catch::Session().run(argc, argv); }

#else

#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>

#endif
