# effk_npm_packages -- installs what the package-lock.json of the current source folder names into a folder of the build.
#
#   effk_npm_packages(FOLDER FILE...)    FILE: those inside FOLDER that others depend on
#
# Exactly what the lock file names; no script of a package is run.
function(effk_npm_packages folder)
  list(TRANSFORM ARGN PREPEND ${folder}/ OUTPUT_VARIABLE files)
  add_custom_command(OUTPUT ${files}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${folder}
    COMMAND ${CMAKE_COMMAND} -E copy ${CMAKE_CURRENT_SOURCE_DIR}/package.json ${CMAKE_CURRENT_SOURCE_DIR}/package-lock.json ${folder}
    COMMAND ${EFFK_NPM} --prefix ${folder} ci --ignore-scripts --no-audit --no-fund --loglevel=error
    COMMAND ${CMAKE_COMMAND} -E touch ${files}  # packages keep the dates they were packed with
    DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/package.json ${CMAKE_CURRENT_SOURCE_DIR}/package-lock.json
    COMMENT "npm ci in ${folder}" VERBATIM)
endfunction()
