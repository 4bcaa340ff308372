# cmake --install: the module for .load, and what a program needs that has vieworm linked in.
include(GNUInstallDirs)

install(TARGETS vieworm LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(TARGETS vieworm_sqlite ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(FILES sqlite_ext/vieworm.h TYPE INCLUDE)

# The file finds the rest from where it is itself: cmake --install may be given another prefix.
set(pkgconfig_directory ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
file(RELATIVE_PATH prefix_from_pkgconfig /prefix/${pkgconfig_directory} /prefix)
configure_file(cmake/vieworm.pc.in vieworm.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/vieworm.pc DESTINATION ${pkgconfig_directory})
