# How everything is compiled.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

if(NOT CMAKE_BUILD_TYPE)
  if(VIEWORM_SANITIZE OR VIEWORM_FUZZ)
    set(CMAKE_BUILD_TYPE Debug)
  else()
    set(CMAKE_BUILD_TYPE Release)
  endif()
endif()

# Includes are written from the root of the repository.
include_directories(${PROJECT_SOURCE_DIR})
add_compile_options(-Wall -Wextra)
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  # GCC 12 sees overlapping copies in std::string where there are none (its bug 105651), and GCC 16
  # members of a std::variant that are read before they are there.
  add_compile_options(-Wno-restrict -Wno-maybe-uninitialized)
endif()
if(VIEWORM_WERROR)
  add_compile_options(-Werror)
endif()

set(sanitizers "")
if(VIEWORM_SANITIZE)
  set(sanitizers -fsanitize=address,undefined)
elseif(VIEWORM_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID MATCHES Clang)
    message(FATAL_ERROR "VIEWORM_FUZZ needs clang: cmake -DCMAKE_CXX_COMPILER=clang++")
  endif()
  # -O1 runs several times as many inputs as -O0.
  set(sanitizers -O1 -fsanitize=address,undefined,fuzzer-no-link)
endif()
if(sanitizers)
  add_compile_options(${sanitizers} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(${sanitizers})
endif()

# The builds under the sanitizers do nothing but compile, and read the large headers once for each
# target. The other builds do without, so that a file that forgets an #include is still seen.
function(precompile_headers target)
  if(VIEWORM_SANITIZE)
    target_precompile_headers(${target} PRIVATE ${PROJECT_SOURCE_DIR}/cmake/precompiled.h ${ARGN})
  endif()
endfunction()

# Link a module so that it shows only what the version script names and lacks nothing. (Clang's
# sanitizers are linked to the program, not to the module.)
function(export_only target script)
  set(script ${PROJECT_SOURCE_DIR}/${script})
  target_link_options(${target} PRIVATE -Wl,--version-script=${script})
  if(NOT (sanitizers AND CMAKE_CXX_COMPILER_ID MATCHES Clang))
    target_link_options(${target} PRIVATE -Wl,-z,defs)
  endif()
  set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS ${script})
endfunction()
