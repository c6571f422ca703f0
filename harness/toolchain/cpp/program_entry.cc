#include "harness/toolchain/cpp/program_entry.h"

namespace effk::toolchain {

std::string with_entry_of_program(const std::string& source) {
  // Hidden, because an undefined main would else be looked for in the driver.
  return source +
         "\n\n#undef __asm__\n"
         "__asm__(\".globl effk_main\\n\\t.hidden main\\n\\t.set effk_main, main\");\n";
}

std::string program_fault(std::string_view complaint) {
  if (complaint.find("hidden symbol `main' isn't defined") != std::string_view::npos)
    return "no entry point: expected a whole program with int main() or int main(int, char**); found no main";
  return std::string(complaint);
}

}  // namespace effk::toolchain
