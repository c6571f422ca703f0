// harness/toolchain/drivers/cpp_sample.h -- what the two C++ drivers have in common: opening the sample's
// shared object, and saying what an exception was that left it.
//
// Everything is static: each driver is a program of its own, and neither pays for a call.
#pragma once

#include <cxxabi.h>
#include <dlfcn.h>

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <typeinfo>

#include "harness/toolchain/drivers/child.h"

namespace effk {

inline constexpr const char* kSolutionPath = "/proc/self/fd/5";
static_assert(EFFK_SOLUTION_FD == 5);

template <typename Function>
static inline Function symbol(void* library, const char* name) {
  return reinterpret_cast<Function>(dlsym(library, name));
}

// "std::out_of_range: vector::_M_range_check", in `text`. what() may be the sample's own: it is charged.
static inline void describe_exception(char* text, std::size_t size) {
  const std::type_info* type = abi::__cxa_current_exception_type();
  int status = 0;
  const char* name =
      type == nullptr ? "an unknown exception" : abi::__cxa_demangle(type->name(), nullptr, nullptr, &status);
  if (name == nullptr) name = "an exception";
  try {
    throw;
  } catch (const std::exception& error) {
    std::snprintf(text, size, "%s: %.400s", name, error.what());
  } catch (...) {
    std::snprintf(text, size, "%s", name);
  }
}

[[noreturn]] static inline void leave_text(uint32_t kind, const char* text) {
  effk_leave_result(kind, text, std::strlen(text));
}

// Opens a library that belongs to the C library and that nothing has opened yet: what the loader sets up at
// its first dlopen() is set up here, and an instrument that translates code has seen the loader's before the
// first child (an empty case under valgrind: 23 ms of CPU time, 30 without).
static inline void warm_the_loader() {
  dlopen("libutil.so.1", RTLD_NOW | RTLD_LOCAL);
}

}  // namespace effk
