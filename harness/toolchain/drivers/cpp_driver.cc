// harness/toolchain/drivers/cpp_driver.cc -- runs compiled samples; see job.h for the theory of operation.
//
// The codec library decodes the arguments before mark 0; the sample's shared object is opened after it, so
// that its static initialisers are charged. Both arrive as descriptors and are opened as /proc/self/fd/N:
// no path enters the child's memory. The sample must be opened by another name than the codec library, or
// the loader would take them for the same object.
#include <cxxabi.h>
#include <dlfcn.h>
#include <unistd.h>

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <new>
#include <typeinfo>

#include "harness/toolchain/drivers/child.h"

namespace {

constexpr const char* kSolutionPath = "/proc/self/fd/5";
static_assert(EFFK_SOLUTION_FD == 5);

using Decode = void** (*)(const char*, std::size_t);
using ResultSlot = void* (*)();
using Encode = const char* (*)(std::size_t*);
using Call = void (*)(void**, void*);

template <typename Function>
Function symbol(void* library, const char* name) {
  return reinterpret_cast<Function>(dlsym(library, name));
}

// "std::out_of_range: vector::_M_range_check", in `text`. what() may be the sample's own: it is charged.
void describe_exception(char* text, std::size_t size) {
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

[[noreturn]] void leave_text(uint32_t kind, const char* text) {
  effk_leave_result(kind, text, std::strlen(text));
}

void run_child(const EffkOpenJob* job) {
  char path[32];
  std::snprintf(path, sizeof path, "/proc/self/fd/%d", job->codec_fd);
  void* codec = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  if (codec == nullptr) _exit(EFFK_EXIT_BAD_JOB);
  const auto decode = symbol<Decode>(codec, "effk_decode");
  const auto result_slot = symbol<ResultSlot>(codec, "effk_result_slot");
  const auto encode = symbol<Encode>(codec, "effk_encode");
  if (decode == nullptr || result_slot == nullptr || encode == nullptr) _exit(EFFK_EXIT_BAD_JOB);
  void** arguments = nullptr;
  try {
    arguments = decode(reinterpret_cast<const char*>(job->arguments.data), job->arguments.size);
  } catch (const std::bad_alloc&) {
    _exit(EFFK_EXIT_NO_MEMORY);
  } catch (...) {
    _exit(EFFK_EXIT_BAD_JOB);
  }
  void* slot = result_slot();

  effk_cross_mark_zero();

  char text[512];
  try {
    void* solution = dlopen(kSolutionPath, RTLD_NOW | RTLD_LOCAL);
    if (solution == nullptr) leave_text(EFFK_RESULT_NO_ENTRY, dlerror());
    const auto call = symbol<Call>(solution, "effk_call");
    if (call == nullptr) leave_text(EFFK_RESULT_NO_ENTRY, "no entry point");
    effk_mark(EFFK_MARK_LOADED);
    call(arguments, slot);
    effk_mark(EFFK_MARK_DONE);
    std::size_t size = 0;
    const char* bytes = encode(&size);
    effk_leave_result(EFFK_RESULT_VALUE, bytes, size);
  } catch (const std::bad_alloc&) {
    leave_text(EFFK_RESULT_NO_MEMORY, "std::bad_alloc");
  } catch (...) {
    describe_exception(text, sizeof text);
    leave_text(EFFK_RESULT_EXCEPTION, text);
  }
}

// Opens a library that belongs to the C library and that nothing has opened yet: what the loader sets up at
// its first dlopen() is set up here, and an instrument that translates code has seen the loader's before the
// first child (an empty case under valgrind: 23 ms of CPU time, 30 without).
void warm_the_loader() {
  dlopen("libutil.so.1", RTLD_NOW | RTLD_LOCAL);
}

}  // namespace

int main() {
  warm_the_loader();
  effk_say_ready("C++ driver, g++ " __VERSION__);
  effk_serve(run_child);
}
