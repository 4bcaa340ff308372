# The differential tester; tests/differential/README.md.
file(GLOB differential_sources CONFIGURE_DEPENDS tests/differential/*.cc)
if(TARGET rapidcheck)
  add_executable(vieworm_differential ${differential_sources})
  target_link_libraries(vieworm_differential PRIVATE vieworm_sqlite rapidcheck)
else()
  message(STATUS "rapidcheck not found: no differential tester")
endif()
