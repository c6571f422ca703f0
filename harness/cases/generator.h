// harness/cases/generator.h -- runs a problem's generator program: cases, contract, checker.
//
// Generators are run confined: an imported suite is a stranger's code. Cases are cached by the digest of all
// that shapes them; a cached case has satisfied the contract.
//
//   Errors   bad_input when the generator fails, breaks its contract or leaves no value of the signature's
//            types; environment when the machine cannot run it.
//   Threads  may be shared.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "harness/base/error.h"
#include "harness/cases/case.h"
#include "harness/suite/problem.h"
#include "harness/toolchain/toolchain.h"

namespace effk::cases {

class Generator {
 public:
  struct Options {
    std::filesystem::path cache;
    std::uint64_t seed = 1;
    std::optional<int> cancel;
  };
  // Compiles the generator of `problem`, which must outlive this object.
  static Result<Generator> open(const suite::Problem& problem, const toolchain::Toolchain& toolchain,
                                const Options& options);

  // Every case of every level for a language, in order. Level 0 is the same for all languages.
  Result<std::vector<Case>> cases(suite::Language language) const;

  // One case, made anew and not cached.
  Result<Case> make(int level, int number, suite::Language language) const;

  // The clause of the contract that `arguments` break; std::nullopt if they are valid.
  Result<std::optional<std::string>> broken_clause(std::string_view arguments) const;

  // Asks the problem's own checker: why `found` is wrong, or std::nullopt if it is right. All three are in
  // the binary form. Only for problems with has_checker.
  Result<std::optional<std::string>> check(std::string_view arguments, std::string_view expected,
                                           std::string_view found) const;

 private:
  Generator() = default;
  Result<std::string> run(const std::vector<std::string>& words, std::string input, bool may_object,
                          std::optional<std::string>* objection) const;

  const suite::Problem* problem_ = nullptr;
  Options options_;
  std::filesystem::path program_;
  std::string digest_;  // of the generator's source and of the headers it is compiled with
};

}  // namespace effk::cases
