// harness/store/run_file.h -- the file of a run, as its reader and its writer see it. Internal to the module.
#pragma once

#include <filesystem>

#include "harness/base/error.h"

namespace effk::store {

// "cannot read the run r.effk: another effk is writing it at this moment"
tl::unexpected<Error> being_written(const std::filesystem::path& path);

}  // namespace effk::store
