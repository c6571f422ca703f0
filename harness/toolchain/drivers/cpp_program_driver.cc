// harness/toolchain/drivers/cpp_program_driver.cc -- runs compiled whole programs; see program_child.h.
//
// The program's shared object is opened after mark 0, as a function's is: its static initialisers are
// charged. Its main() is called and its status given to exit(), as at any program's end: handlers, static
// destructors and the flushing of what was printed are charged, and what they print counts. Nothing after
// mark 0 is believed: the supervisor judges by the exit status and the output alone.
#include <dlfcn.h>
#include <unistd.h>

#include <cstdlib>
#include <new>

#include "harness/toolchain/drivers/child.h"
#include "harness/toolchain/drivers/cpp_sample.h"
#include "harness/toolchain/drivers/program_child.h"

namespace {

// The calling convention lets a main() that declares fewer parameters ignore the others.
using Main = int (*)(int, char**, char**);

int run_main(void* solution) {
  const auto main_of_program = effk::symbol<Main>(solution, "effk_main");
  if (main_of_program == nullptr) effk::leave_text(EFFK_RESULT_NO_ENTRY, "no main function");
  static char name[] = "solution";
  static char* arguments[] = {name, nullptr};
  return main_of_program(1, arguments, environ);
}

void run_child(const EffkOpenJob* job) {
  effk_take_standard_streams(job->arguments);

  effk_cross_mark_zero();

  int status = 0;
  try {
    void* solution = dlopen(effk::kSolutionPath, RTLD_NOW | RTLD_LOCAL);
    if (solution == nullptr) effk::leave_text(EFFK_RESULT_NO_ENTRY, dlerror());
    status = run_main(solution);
  } catch (const std::bad_alloc&) {
    effk::leave_text(EFFK_RESULT_NO_MEMORY, "std::bad_alloc");
  } catch (...) {
    char text[512];
    effk::describe_exception(text, sizeof text);
    effk::leave_text(EFFK_RESULT_EXCEPTION, text);
  }
  std::exit(status);
}

}  // namespace

int main() {
  effk::warm_the_loader();
  effk_say_ready("C++ driver of programs, g++ " __VERSION__);
  effk_serve(run_child);
}
