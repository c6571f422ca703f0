// harness/cases/generator_program.h -- a generator as something that runs, whatever it is written in.
// Internal to the module: generator.h is what others use.
//
//   Errors   bad_input when the generator fails, naming problem, case and cause; environment when the machine
//            cannot run it or the run was interrupted.
//   Threads  may be shared.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "harness/base/error.h"

namespace effk::cases {

// What generate() is given.
struct CaseRequest {
  int level = 0;
  std::int64_t size = 0;
  int number = 0;
  std::uint64_t seed = 0;      // of this case
  std::uint64_t run_seed = 1;  // of the run
};

// Three values in the binary form.
struct CheckRequest {
  std::string_view arguments, expected, found;
};

// A clause that does not hold, in the words of the generator; nothing, if all do. May be empty text: a
// checker that only says no.
using Objection = std::optional<std::string>;

using TypeCheck = std::function<Result<void>(const CaseRequest&, std::string_view arguments)>;

struct ContractAnswer {
  std::string arguments;
  Objection broken_clause;
};

class GeneratorProgram {
 public:
  virtual ~GeneratorProgram() = default;

  // The arguments of each case, in order, unchecked.
  virtual Result<std::vector<std::string>> make(std::span<const CaseRequest> cases) const = 0;

  // The same, with what the contract says to them. `types` is asked first, for the contract need not
  // understand values of other types; its error ends it.
  virtual Result<std::vector<ContractAnswer>> make_and_ask_contract(std::span<const CaseRequest> cases,
                                                                    const TypeCheck& types) const = 0;

  virtual Result<Objection> broken_clause(std::string_view arguments) const = 0;

  // What the checker says to each, in order.
  virtual Result<std::vector<Objection>> check(std::span<const CheckRequest> requests) const = 0;
};

}  // namespace effk::cases
