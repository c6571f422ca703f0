// What the harness writes for a function (int) -> int.
#include <cstdint>

#include "effk_codec_library.h"

EFFK_CODEC_LIBRARY(std::int64_t, std::int64_t)
