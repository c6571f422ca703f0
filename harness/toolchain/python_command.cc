#include "harness/toolchain/python_command.h"

#include "harness/toolchain/drivers/python_bootstrap.h"

namespace effk::toolchain {

Result<std::filesystem::path> python_interpreter() {
  std::error_code error;
  if (std::filesystem::path path = EFFK_PYTHON; std::filesystem::is_regular_file(path, error)) return path;
  return fail(ErrorKind::environment, "cannot run Python samples", std::string("there is no ") + EFFK_PYTHON,
              "sudo apt-get install python3");
}

Result<std::vector<std::string>> python_command(const std::vector<std::string>& preload) {
  const auto interpreter = python_interpreter();
  if (!interpreter) return tl::unexpected(interpreter.error());
  std::vector<std::string> command = {interpreter->string()};
  command.insert(command.end(), kPythonFlags.begin(), kPythonFlags.end());
  command.emplace_back(kPythonBootstrap);
  command.insert(command.end(), preload.begin(), preload.end());
  return command;
}

}  // namespace effk::toolchain
