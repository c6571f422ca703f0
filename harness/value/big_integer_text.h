// harness/value/big_integer_text.h -- a big integer in digits. Internal to the module.
//
//   Threads  pure functions.
#pragma once

#include <string>

#include "harness/value/value.h"

namespace effk::value {

// Decimal up to 64 bytes, beyond that hexadecimal ("-0x1f..."), because turning n digits into decimal takes
// n squared steps. At most about `limit` characters, from the front.
std::string to_text(const BigInt& big, std::size_t limit);

}  // namespace effk::value
