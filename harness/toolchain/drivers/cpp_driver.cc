// harness/toolchain/drivers/cpp_driver.cc -- runs compiled samples; see job.h for the theory of operation.
//
// The codec library decodes the arguments before mark 0; the sample's shared object is opened after it, so
// that its static initialisers are charged. Both arrive as descriptors and are opened as /proc/self/fd/N:
// no path enters the child's memory. The sample must be opened by another name than the codec library, or
// the loader would take them for the same object.
#include <dlfcn.h>
#include <unistd.h>

#include <cstddef>
#include <cstdio>
#include <new>

#include "harness/toolchain/drivers/child.h"
#include "harness/toolchain/drivers/cpp_sample.h"

namespace {

using effk::describe_exception;
using effk::leave_text;
using effk::symbol;

using Decode = void** (*)(const char*, std::size_t);
using ResultSlot = void* (*)();
using Encode = const char* (*)(std::size_t*);
using Call = void (*)(void**, void*);

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
    void* solution = dlopen(effk::kSolutionPath, RTLD_NOW | RTLD_LOCAL);
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

}  // namespace

int main() {
  effk::warm_the_loader();
  effk_say_ready("C++ driver, g++ " __VERSION__);
  effk_serve(run_child);
}
