// harness/toolchain/cpp/cpp_compiler.h -- runs g++, confined, and keeps what it makes by content.
//
//   Errors   environment when g++ is missing or the machine stops it; what the compiler says about a source
//            is data.
//   Threads  may be shared.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "harness/base/error.h"

namespace effk::toolchain {

// What the compiler said, cut to some kilobytes.
struct CompilerComplaint {
  std::string text;
};

class CppCompiler {
 public:
  // `headers` holds effk_prelude.h and the headers of generators and codecs; `cache` is where compiled
  // things are kept. Makes the precompiled prelude if the cache does not have it.
  static Result<CppCompiler> open(const std::filesystem::path& headers, const std::filesystem::path& cache,
                                  std::optional<int> cancel);

  // A shared object with the prelude before it, as samples are compiled. Returns its path.
  Result<std::variant<std::filesystem::path, CompilerComplaint>> shared_object(
      const std::string& source) const;

  // A program of its own, without the prelude: generators.
  Result<std::variant<std::filesystem::path, CompilerComplaint>> program(const std::string& source) const;

  const std::string& version() const { return version_; }  // first line of g++ --version
  const std::string& digest() const { return digest_; }    // of compiler, flags and headers

 private:
  enum class Kind { shared_object, program };
  CppCompiler() = default;
  Result<std::variant<std::filesystem::path, CompilerComplaint>> compile(const std::string& source,
                                                                         Kind kind) const;
  Result<void> precompile_prelude();
  std::filesystem::path kept(const std::string& source, Kind kind, const char* ending) const;

  std::filesystem::path compiler_;
  std::filesystem::path headers_;
  std::filesystem::path folder_;   // of the cache, for this digest
  std::filesystem::path prelude_;  // the folder with effk_prelude.h and its precompiled form
  std::string version_;
  std::string digest_;
  std::optional<int> cancel_;
};

}  // namespace effk::toolchain
