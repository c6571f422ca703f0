// harness/judge/typed_value.h -- a sample's result in the form that the signature declares.
#pragma once

#include <string>

#include "harness/value/type.h"
#include "harness/value/value.h"

namespace effk::judge {

// A list where a tuple is declared becomes one, and the other way round; an int where a float is declared
// becomes one; under `any` nothing changes. The error says what is of another type:
// "at [2]: expected int, found 'x' (str)".
tl::expected<value::Value, std::string> as_type(value::Value value, const value::Type& type);

}  // namespace effk::judge
