// harness/record/verdict.h -- what became of a sample, in the judges' words.
#pragma once

#include <optional>
#include <string_view>

namespace effk::record {

// Stored by name; the order is free.
enum class Verdict {
  accepted,
  wrong_answer,
  budget_exceeded,    // more instructions than the budget: censored at level > 0
  time_limit,         // wall or CPU backstop: censored at level > 0
  memory_limit,       // censored at level > 0
  output_limit,       // printed or returned more than allowed
  runtime_error,      // exception, signal, exit before the result
  forbidden_syscall,  // an attempt on the harness or the kernel
  compile_error,      // also: no entry point, wrong signature
  no_code,            // no code was found in the model's text
  protocol_error,     // more or less than exactly one well-formed result
  internal_error,     // our fault, never the sample's: not scored
};

std::string_view to_string(Verdict verdict);
std::optional<Verdict> parse_verdict(std::string_view name);

// budget_exceeded, time_limit and memory_limit: at level > 0 the cost is only known to be at least the
// budget; this and later levels score 0 and the sample still passes (ENAMEL).
bool censors(Verdict verdict);

}  // namespace effk::record
