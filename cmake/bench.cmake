# What a maintained view costs: scripts/bench.sh builds and runs it. Not part of "all".
file(GLOB bench_sources CONFIGURE_DEPENDS bench/sqlite/*.cc)
add_executable(vieworm_bench EXCLUDE_FROM_ALL ${bench_sources})
target_link_libraries(vieworm_bench PRIVATE vieworm_sqlite)
