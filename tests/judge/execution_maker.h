// tests/judge/execution_maker.h -- hand-made executions.
#pragma once

#include <cstring>
#include <ostream>
#include <string>

#include "harness/judge/judge.h"
#include "harness/measure/execution.h"
#include "harness/toolchain/drivers/job.h"

namespace effk::judge {

// How GoogleTest shows a judgement.
inline void PrintTo(const Judgement& judgement, std::ostream* out) {
  *out << record::to_string(judgement.verdict) << ": " << judgement.detail;
}

// A result file with one result.
inline std::string result_file(std::uint32_t kind, const std::string& payload) {
  const EffkResultHeader header = {EFFK_RESULT_MAGIC, kind, payload.size()};
  std::string bytes(sizeof header, '\0');
  std::memcpy(bytes.data(), &header, sizeof header);
  return bytes + payload;
}

// The wait status of a process that exited, or that a signal ended.
constexpr int exited(int status) {
  return status << 8;
}
constexpr int killed_by(int signal) {
  return signal;
}

// A child that did everything right within its limits, and returned `payload`.
inline measure::Execution good_execution(const std::string& payload = std::string(1, '\0')) {
  measure::Execution execution;
  execution.reached_mark_zero = true;
  execution.total = {1'000'000};
  execution.wait_status = exited(0);
  execution.result = result_file(EFFK_RESULT_VALUE, payload);
  return execution;
}

}  // namespace effk::judge
