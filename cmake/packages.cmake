# The packages of a build: `cpack --preset release`, or ./dev package, leaves them in build/packages.
#
#   effk_VERSION_amd64.deb      depends on the libraries, compiler and interpreter of Debian 12
#   effk-VERSION-Linux.tar.gz   runs from any folder, without root: it brings its libraries along, and needs
#                               g++ and python3.11 alone

# Libraries that every machine with g++ has, of at least the version that this build was linked to.
set(everywhere ld-linux "libc\\." "libm\\." libgcc_s libstdc)
list(TRANSFORM everywhere PREPEND "/")
install(RUNTIME_DEPENDENCY_SET effk_libraries
  COMPONENT libraries EXCLUDE_FROM_ALL
  DESTINATION lib/effk
  POST_EXCLUDE_REGEXES ${everywhere})

set(doc ${CMAKE_INSTALL_DATADIR}/doc/effk)
install(FILES ${PROJECT_SOURCE_DIR}/cmake/packages/copyright DESTINATION ${doc})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/docs DESTINATION ${doc} FILES_MATCHING PATTERN "*.md")
find_program(GZIP gzip REQUIRED)
set(changelog ${PROJECT_BINARY_DIR}/changelog.gz)
add_custom_command(OUTPUT ${changelog} VERBATIM
  COMMAND ${GZIP} -9 -n -c ${PROJECT_SOURCE_DIR}/CHANGELOG.md > ${changelog}
  DEPENDS ${PROJECT_SOURCE_DIR}/CHANGELOG.md)
add_custom_target(effk_changelog ALL DEPENDS ${changelog})
install(FILES ${changelog} DESTINATION ${doc})
install(FILES ${PROJECT_SOURCE_DIR}/cmake/packages/lintian-overrides
  DESTINATION ${CMAKE_INSTALL_DATADIR}/lintian/overrides RENAME effk)

set(CPACK_GENERATOR DEB TGZ)
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_SOURCE_DIR}/build/packages)
set(CPACK_PACKAGE_NAME effk)
set(CPACK_PACKAGE_VENDOR effk)
set(CPACK_PACKAGE_CONTACT "effk maintainers <effk@packages.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "measure how efficient generated code is")
set(CPACK_PACKAGE_DESCRIPTION
"Counts the CPU instructions that each sample of generated code needs to solve
a problem, in a sandbox, and scores it against expert reference solutions.")
set(CPACK_STRIP_FILES ON)
set(CPACK_PROJECT_CONFIG_FILE ${PROJECT_SOURCE_DIR}/cmake/packages/each_generator.cmake)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# It compiles samples, and the Python drivers are of this interpreter's version alone.
file(REAL_PATH "${EFFK_PYTHON}" python)
cmake_path(GET python FILENAME python)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "g++, ${python}")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "valgrind (>= 1:3.19), valgrind (<< 1:3.20~)")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS bash-completion)
include(CPack)
