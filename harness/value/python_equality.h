// harness/value/python_equality.h -- whether two values are equal to Python.
#pragma once

#include "harness/value/value.h"

namespace effk::value {

// type(a) == type(b) and a == b, as CPython answers it of values that were decoded apart. Within containers
// numbers are equal by their value, whatever their type: [True] is [1] and [1.0], {1: 'x'} is {1.0: 'x'}, and
// 2.0**64 is 2**64 exactly. A NaN equals nothing, itself included; a list is no tuple at any depth.
//
//   Threads  a pure function.
bool is_equal_in_python(const Value& a, const Value& b);

}  // namespace effk::value
