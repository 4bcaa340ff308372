# Lemon turns dir/name.y into dir/name.c and dir/name.h in the build tree, under build/generated,
# which is on the include path. A .cc file beside the grammar includes the generated .c, so the
# parser is compiled as C++ with the warnings that its author chose for it.

set(lemon_template /usr/share/lemon/lempar.c)

# Sets `result` to what a target that uses the grammar must list among its sources (nothing when
# there is no such grammar).
function(lemon_grammar source result)
  set(${result} "" PARENT_SCOPE)
  if(NOT EXISTS ${PROJECT_SOURCE_DIR}/${source})
    return()
  endif()
  find_program(LEMON lemon REQUIRED)
  get_filename_component(folder ${source} DIRECTORY)
  get_filename_component(name ${source} NAME_WE)
  set(out ${PROJECT_BINARY_DIR}/generated/${folder})
  file(MAKE_DIRECTORY ${out})
  add_custom_command(
    OUTPUT ${out}/${name}.c ${out}/${name}.h
    COMMAND ${LEMON} -q -T${lemon_template} -d${out} ${PROJECT_SOURCE_DIR}/${source}
    DEPENDS ${PROJECT_SOURCE_DIR}/${source} ${lemon_template}
    COMMENT "Generating ${folder}/${name}.c"
    VERBATIM)
  include_directories(${PROJECT_BINARY_DIR}/generated)
  set_source_files_properties(${out}/${name}.c PROPERTIES HEADER_FILE_ONLY ON)
  set(${result} ${out}/${name}.c ${out}/${name}.h PARENT_SCOPE)
endfunction()
