// harness/base/install_layout.h -- where the parts of this program lie.
//
// bin/effk, libexec/effk (drivers, instruments) and share/effk (headers for generators, the shipped suite)
// keep their places relative to each other, in the build folder as in an installation.
#pragma once

#include <filesystem>

#include "harness/base/error.h"

namespace effk {

struct InstallLayout {
  std::filesystem::path libexec;  // .../libexec/effk
  std::filesystem::path share;    // .../share/effk

  // Found by walking up from the running program to the first folder with libexec/effk in it.
  // Errors: environment, if there is none.
  static Result<InstallLayout> of_this_program();
};

// EFFK_CACHE, else XDG_CACHE_HOME/effk, else ~/.cache/effk; created if missing. Holds compiled code and
// generated cases, by digest; deleting it costs time and nothing else.
Result<std::filesystem::path> cache_folder();

}  // namespace effk
