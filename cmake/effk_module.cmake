# effk_add_module -- declares a module: its face, its insides, and the arrows it may follow.
#
#   effk_add_module(counters
#     DEPENDS   base                 modules whose public headers it may include; the one place where an arrow is written
#     LIBRARIES fmt::fmt             libraries from outside the project
#     HEADERS   instrument.h         what other modules may include; one that CMake writes, as
#                                    ${PROJECT_BINARY_DIR}/generated/FOLDER/x.h
#     INTERNAL  counter_math.h       headers for this module (and its tests) alone
#     SOURCES   perf_instrument.cc)
#
# Makes the target effk::counters. A dependency must have been declared before, so the order of
# add_subdirectory() is the order of the layers. Every arrow is also written to module-graph.txt in the
# build folder, against which cmake/check_layers.py reads each #include.

set_property(GLOBAL PROPERTY EFFK_MODULE_GRAPH "")

function(effk_add_module name)
  cmake_parse_arguments(M "" "" "DEPENDS;LIBRARIES;HEADERS;INTERNAL;SOURCES" ${ARGN})
  if(M_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "module '${name}': unknown words: ${M_UNPARSED_ARGUMENTS}")
  endif()
  set(target effk_${name})
  if(M_SOURCES)
    add_library(${target} STATIC ${M_SOURCES} ${M_HEADERS} ${M_INTERNAL})
    set(scope PUBLIC)
  else()
    add_library(${target} INTERFACE)
    set(scope INTERFACE)
  endif()
  add_library(effk::${name} ALIAS ${target})
  target_include_directories(${target} ${scope} ${PROJECT_SOURCE_DIR})
  target_compile_features(${target} ${scope} cxx_std_20)
  foreach(dependency IN LISTS M_DEPENDS)
    if(NOT TARGET effk_${dependency})
      message(FATAL_ERROR "module '${name}' depends on '${dependency}', which is not declared above it")
    endif()
    target_link_libraries(${target} ${scope} effk::${dependency})
  endforeach()
  if(M_LIBRARIES)
    target_link_libraries(${target} ${scope} ${M_LIBRARIES})
  endif()

  file(RELATIVE_PATH folder ${PROJECT_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR})
  string(JOIN "," depends ${M_DEPENDS})
  string(JOIN "," headers ${M_HEADERS})
  string(REPLACE "${PROJECT_BINARY_DIR}/generated/${folder}/" "" headers "${headers}")
  string(JOIN "," internal ${M_INTERNAL})
  set_property(GLOBAL APPEND_STRING PROPERTY EFFK_MODULE_GRAPH
    "${name} folder=${folder} depends=${depends} headers=${headers} internal=${internal}\n")
endfunction()

# effk_add_test -- one test program for one module, its cases registered one by one.
#
#   effk_add_test(metrics SOURCES best_at_k_test.cc [LIBRARIES rapidcheck])
#
# It may use every header of the module it is named after. Programs are put into the build folder's
# libexec-like tree, so that a test finds drivers and instruments as the installed program does.
function(effk_add_test name)
  cmake_parse_arguments(T "" "MODULE" "SOURCES;LIBRARIES" ${ARGN})
  if(NOT T_MODULE)
    set(T_MODULE ${name})
  endif()
  set(target ${name}_test)
  add_executable(${target} ${T_SOURCES})
  target_link_libraries(${target} PRIVATE effk::${T_MODULE} ${T_LIBRARIES} GTest::gmock GTest::gtest_main)
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR})
  target_compile_options(${target} PRIVATE -O1 -g0)  # compiled more often than run
  set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests/bin)
  gtest_discover_tests(${target} TEST_PREFIX ${T_MODULE}. DISCOVERY_TIMEOUT 60
    PROPERTIES LABELS ${T_MODULE} TIMEOUT 600)
endfunction()

# Writes the arrows of all modules; call it after the last one.
function(effk_write_module_graph)
  get_property(graph GLOBAL PROPERTY EFFK_MODULE_GRAPH)
  file(WRITE ${PROJECT_BINARY_DIR}/module-graph.txt "${graph}")
endfunction()
