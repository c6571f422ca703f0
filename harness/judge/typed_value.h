// harness/judge/typed_value.h -- a sample's result in the form that the signature declares.
#pragma once

#include <string>

#include "harness/value/type.h"
#include "harness/value/value.h"

namespace effk::judge {

// A list where a tuple is declared becomes one, and the other way round; an int where a float is declared
// becomes one; under `any` nothing changes. The error says what is of another type:
// "expected list[int], found str at [2]".
tl::expected<value::Value, std::string> as_type(value::Value value, const value::Type& type);

}  // namespace effk::judge
