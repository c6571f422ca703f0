#include "harness/record/verdict.h"

#include <array>
#include <utility>

namespace effk::record {
namespace {

constexpr std::array<std::pair<Verdict, std::string_view>, 12> kNames{{
    {Verdict::accepted, "accepted"},
    {Verdict::wrong_answer, "wrong_answer"},
    {Verdict::budget_exceeded, "budget_exceeded"},
    {Verdict::time_limit, "time_limit"},
    {Verdict::memory_limit, "memory_limit"},
    {Verdict::output_limit, "output_limit"},
    {Verdict::runtime_error, "runtime_error"},
    {Verdict::forbidden_syscall, "forbidden_syscall"},
    {Verdict::compile_error, "compile_error"},
    {Verdict::no_code, "no_code"},
    {Verdict::protocol_error, "protocol_error"},
    {Verdict::internal_error, "internal_error"},
}};

}  // namespace

std::string_view to_string(Verdict verdict) {
  for (const auto& [candidate, name] : kNames) {
    if (candidate == verdict) return name;
  }
  return "internal_error";
}

std::optional<Verdict> parse_verdict(std::string_view name) {
  for (const auto& [verdict, candidate] : kNames) {
    if (candidate == name) return verdict;
  }
  return std::nullopt;
}

bool censors(Verdict verdict) {
  return verdict == Verdict::budget_exceeded || verdict == Verdict::time_limit ||
         verdict == Verdict::memory_limit;
}

}  // namespace effk::record
