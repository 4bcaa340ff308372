# One test program per folder of tests/; ctest runs each TEST_CASE on its own.
find_package(Catch2 QUIET)
find_package(rapidcheck QUIET)

# A name that selects no test case is a failure; Catch2 3 takes it so by itself.
set(must_match "")
if(Catch2_VERSION VERSION_LESS 3)
  set(must_match --warn NoTests)
endif()

# All that ctest runs, and no other program.
add_custom_target(cpp_tests)

# Builds tests/<folder>/*.cc, linked with the given libraries; nothing when the folder is empty.
function(add_test_folder folder)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS tests/${folder}/*.cc)
  if(NOT sources)
    return()
  endif()
  set(program vieworm_${folder}_tests)
  add_executable(${program} ${sources})
  add_dependencies(cpp_tests ${program})
  target_link_libraries(${program} PRIVATE ${ARGN} Catch2::Catch2WithMain)
  if(TARGET rapidcheck)
    target_link_libraries(${program} PRIVATE rapidcheck)
  endif()
  precompile_headers(${program} ${PROJECT_SOURCE_DIR}/tests/unit/catch.h)
  catch_discover_tests(${program} TEST_PREFIX "${folder}: " EXTRA_ARGS ${must_match}
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} PROPERTIES TIMEOUT 900)
endfunction()

if(Catch2_FOUND)
  list(APPEND CMAKE_MODULE_PATH ${Catch2_DIR})
  include(Catch)
  add_test_folder(unit vieworm_core vieworm_parse)
  add_test_folder(sqlite vieworm_sqlite)
else()
  message(STATUS "Catch2 not found: no tests")
endif()

if(VIEWORM_FUZZ)
  file(GLOB fuzz_sources CONFIGURE_DEPENDS tests/fuzz/*.cc)
  foreach(source ${fuzz_sources})
    get_filename_component(name ${source} NAME_WE)
    add_executable(fuzz_${name} ${source})
    target_link_libraries(fuzz_${name} PRIVATE vieworm_core vieworm_parse)
    target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
  endforeach()
endif()
