// harness/toolchain/toolchain.h -- languages: how a sample becomes something runnable, and which driver runs
// it.
//
//   Errors   environment when a compiler or interpreter is missing; a sample that does not compile is data
//            (CompileFailure).
//   Threads  a Toolchain may be shared; build() may run in several threads at once.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "harness/base/error.h"
#include "harness/base/install_layout.h"
#include "harness/base/unique_fd.h"
#include "harness/suite/problem.h"

namespace effk::toolchain {

class CppCompiler;

// A sample that can be run by its language's driver.
struct Program {
  suite::Language language = suite::Language::cpp;
  suite::Kind kind = suite::Kind::function;
  std::string source;                        // Python: what the child compiles; C++: empty
  std::string entry_point;                   // of functions
  std::string result_type;                   // as text
  std::vector<std::string> notes;            // what was changed or dropped, for the record
  std::shared_ptr<const UniqueFd> solution;  // C++: the sample's shared object, a sealed memory file
  std::shared_ptr<const UniqueFd> codec;     // C++ functions: the codec library of the signature's variant
};

// Why a sample could not become a program, for a person: what the compiler said, or expected and found.
struct CompileFailure {
  std::string message;
};

using Built = std::variant<Program, CompileFailure>;

// Whether building failed for want of room on the disk: that says nothing about the sample, and the next one
// would fare no better.
bool disk_was_full(const Error& error);

// How the driver of a language is started: argv[0] is the file to execute, and `code` is given to it as
// descriptor EFFK_DRIVER_FD, so that no path of the installation enters its memory.
struct DriverCommand {
  std::vector<std::string> argv;
  std::vector<std::string> environment;
  UniqueFd code;
  UniqueFd start_folder;                        // Python: is given to it as descriptor EFFK_START_FD
  bool code_is_program = false;                 // argv[0] is `code` itself
  std::vector<std::filesystem::path> readable;  // what it must read and execute, beneath these
};

class Toolchain {
 public:
  struct Options {
    InstallLayout layout;
    std::filesystem::path cache;              // compiled code, by digest of everything that shapes it
    std::vector<std::string> python_preload;  // extra modules of the warm interpreter
    std::optional<int> cancel;                // a descriptor: running compilers end when it is readable
  };
  static Result<Toolchain> open(Options options);

  // Makes a program of `code`. C++ is compiled, confined, unless the cache has it.
  Result<Built> build(const suite::Problem& problem, suite::Language language, const std::string& code) const;

  // A generator program; see effk/generator.h. Errors: bad_input with what the compiler said.
  Result<std::filesystem::path> build_generator(const suite::Problem& problem) const;

  // How a Python program of ours that needs values is started: the interpreter with the driver's flags and
  // environment, and the module _effk_values (drivers/python_values_module.c), a shared object.
  struct PythonTool {
    std::vector<std::string> argv;  // up to and without the program's text
    std::vector<std::string> environment;
    std::filesystem::path values_module;
    std::string digest;  // of interpreter and module
  };
  Result<PythonTool> python_tool() const;

  // Functions and programs have drivers of their own: what is measured of the one does not depend on the
  // other's code.
  Result<DriverCommand> driver(suite::Language language, suite::Kind kind) const;

  // What shapes the numbers: "compiler", "compiler.flags", "interpreter", "libc", each with its digest.
  const std::map<std::string, std::string>& identity() const { return identity_; }
  const Options& options() const { return options_; }

 private:
  Toolchain(Options options, CppCompiler compiler);
  Result<Built> build_cpp_function(const suite::Problem& problem, const std::string& code) const;
  Result<Built> build_cpp_program(const suite::Problem& problem, const std::string& code) const;

  Options options_;
  std::shared_ptr<const CppCompiler> compiler_;
  std::map<std::string, std::string> identity_;
};

}  // namespace effk::toolchain
