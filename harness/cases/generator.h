// harness/cases/generator.h -- a problem's generator: cases, contract, checker; in C++ (generators/<id>.cpp,
// see effk/generator.h) or Python (<id>.py, see docs/suites.md).
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
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "harness/base/error.h"
#include "harness/cases/case.h"
#include "harness/suite/problem.h"
#include "harness/toolchain/toolchain.h"

namespace effk::cases {

class CaseCache;
class GeneratorProgram;
struct CaseRequest;

class Generator {
 public:
  struct Options {
    std::filesystem::path cache;
    std::uint64_t seed = 1;
    std::optional<int> cancel;
    std::uint64_t cpu_seconds = 60;  // limit of one run of a Python generator, which makes up to 32 cases
  };
  // Compiles the generator of `problem`, which must outlive this object.
  static Result<Generator> open(const suite::Problem& problem, const toolchain::Toolchain& toolchain,
                                const Options& options);

  // Every case of every level for a language, in order. Level 0 is the same for all languages.
  Result<std::vector<Case>> cases(suite::Language language) const;

  // One case, made anew and not cached, of the signature's types; the contract is not asked.
  Result<Case> make(int level, int number, suite::Language language) const;

  // Every case, made anew from the last to the first and not cached: a generator that remembers something
  // from case to case gives itself away. In the order of cases().
  Result<std::vector<Case>> make_backwards(suite::Language language) const;

  // The clause of the contract that `arguments` break; std::nullopt if they are valid.
  Result<std::optional<std::string>> broken_clause(std::string_view arguments) const;

  // Asks the problem's own checker: why `found` is wrong, or std::nullopt if it is right. All three are in
  // the binary form. Only for problems with Checker::generator. Empty text: it says no more than no.
  // What it has accepted is remembered in the cache, what it has rejected is asked again.
  Result<std::optional<std::string>> check(std::string_view arguments, std::string_view expected,
                                           std::string_view found) const;

  // The first case whose expected output the checker itself does not accept, and why. That it accepts all of
  // them is remembered in the cache.
  struct Unaccepted {
    std::size_t index = 0;
    std::string objection;
  };
  Result<std::optional<Unaccepted>> find_unaccepted(std::span<const Case> cases,
                                                    std::span<const std::string> expected) const;

  // What a reference answered to these arguments when it was last run on them, from the cache; `reference`
  // stands for its code and for what runs it.
  Result<std::optional<std::string>> find_answer(std::string_view reference,
                                                 std::string_view arguments) const;
  Result<void> keep_answer(std::string_view reference, std::string_view arguments,
                           std::string_view answer) const;

 private:
  Generator(const suite::Problem& problem, std::uint64_t seed,
            std::shared_ptr<const GeneratorProgram> program, std::shared_ptr<const CaseCache> cache);
  CaseRequest request(int level, int number, suite::Language language) const;
  std::vector<CaseRequest> requests(suite::Language language) const;

  const suite::Problem* problem_;
  std::uint64_t seed_;
  std::shared_ptr<const GeneratorProgram> program_;
  std::shared_ptr<const CaseCache> cache_;
};

}  // namespace effk::cases
