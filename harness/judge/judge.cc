#include "harness/judge/judge.h"

#include <fmt/format.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>

#include "harness/judge/printed_text.h"
#include "harness/judge/result_file.h"
#include "harness/judge/typed_value.h"
#include "harness/toolchain/drivers/job.h"
#include "harness/value/equality.h"
#include "harness/value/python_equality.h"

namespace effk::judge {
namespace {

using record::Verdict;

// A function leaves its value in the result file; a program that ends by itself leaves nothing there.
bool left_what_it_should(const ResultFile& result, suite::Kind kind) {
  return result.kind == (kind == suite::Kind::program ? ResultFile::Kind::none : ResultFile::Kind::value);
}

std::optional<Judgement> judge_limits(const measure::Execution& execution, const measure::Job& job,
                                      const ResultFile& result) {
  const int status = execution.wait_status;
  const int signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  const bool ended_badly =
      signal != 0 || WEXITSTATUS(status) != 0 || !left_what_it_should(result, job.program->kind);
  if (result.kind == ResultFile::Kind::no_memory || (execution.refused_memory && ended_badly)) {
    return Judgement{
        Verdict::memory_limit,
        fmt::format("an allocation beyond {} MiB was refused, and it ended", job.memory_bytes / kMiB)};
  }
  // A sample can send itself these signals. The kernel's limit goes by ticks and its report by a finer clock,
  // so the two agree only roughly.
  const bool used_up_cpu =
      (signal == SIGXCPU || signal == SIGKILL) &&
      execution.use.user_us + execution.use.system_us >= job.cpu_limit.count() * 1'000'000 * 3 / 4;
  if (execution.killed_over_sleep_limit) {
    return Judgement{Verdict::time_limit,
                     fmt::format("slept for more than {} s", job.sleep_limit.count() / 1000)};
  }
  if (execution.killed_over_wall_limit) {
    return Judgement{Verdict::time_limit, fmt::format("stopped after {} s", job.wall_limit.count() / 1000)};
  }
  if (used_up_cpu) {
    return Judgement{Verdict::time_limit,
                     fmt::format("used more than {} s of CPU time", job.cpu_limit.count())};
  }
  if (signal == SIGXFSZ || execution.output_bytes >= job.output_bytes ||
      execution.result.size() >= job.output_bytes) {
    return Judgement{Verdict::output_limit,
                     fmt::format("printed or returned more than {} MiB", job.output_bytes / kMiB)};
  }
  return std::nullopt;
}

// Before mark 0 a Python child compiles the sample's source; a C++ child does nothing that a sample could
// make fail.
Judgement before_mark_zero(const measure::Execution& execution, const ResultFile& result,
                           suite::Language language) {
  const int status = execution.wait_status;
  if (language == suite::Language::cpp) {
    return {Verdict::internal_error,
            WIFSIGNALED(status)
                ? fmt::format("the driver's child was ended by signal {} before it could prepare the case",
                              WTERMSIG(status))
                : fmt::format("the driver could not prepare the case (status {})", WEXITSTATUS(status))};
  }
  if (execution.killed_over_wall_limit) return {Verdict::compile_error, "compiling the source took too long"};
  if (result.kind == ResultFile::Kind::no_entry) return {Verdict::compile_error, one_line(result.payload)};
  if (WIFSIGNALED(status)) {
    return {Verdict::compile_error,
            fmt::format("the interpreter was ended by {} while it compiled the source",
                        ::strsignal(WTERMSIG(status)))};
  }
  if (WEXITSTATUS(status) == EFFK_EXIT_NO_MEMORY) {
    return {Verdict::compile_error, "compiling the source took too much memory"};
  }
  return {Verdict::internal_error,
          fmt::format("the driver could not prepare the case (status {})", WEXITSTATUS(status))};
}

// What a program's driver left instead of nothing. A program has no business in the result file.
Judgement judge_note_of_program(const ResultFile& note) {
  switch (note.kind) {
    case ResultFile::Kind::exception:
      return {Verdict::runtime_error, one_line(note.payload)};
    case ResultFile::Kind::no_entry:
      return {Verdict::compile_error, one_line(note.payload)};
    default:
      return {Verdict::protocol_error, "wrote where only the harness writes"};
  }
}

// What a program printed, as the str that its answer is.
tl::expected<std::string, Judgement> printed_value(const measure::Execution& execution) {
  value::Value text{execution.output};
  if (!value::conforms(text, suite::program_signature().result))
    return tl::unexpected(Judgement{Verdict::wrong_answer, "printed what is not UTF-8"});
  return value::encode(text);
}

}  // namespace

Judgement over_budget(Cost budget, CostUnit unit) {
  return {Verdict::budget_exceeded, "needed more than " + millions_in_words(budget, unit)};
}

std::optional<Judgement> judge_end(const measure::Execution& execution, const measure::Job& job) {
  const ResultFile result = read_result(execution.result);
  if (!execution.reached_mark_zero) return before_mark_zero(execution, result, job.program->language);
  if (job.budget && execution.total > *job.budget) {
    return over_budget(*job.budget, job.unit);
  }
  if (auto limit = judge_limits(execution, job, result)) return limit;
  const int status = execution.wait_status;
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS) {
    return Judgement{Verdict::forbidden_syscall, "made a system call against the harness or the kernel"};
  }
  if (WIFSIGNALED(status)) {
    return Judgement{Verdict::runtime_error,
                     fmt::format("ended by signal {} ({})", WTERMSIG(status), ::strsignal(WTERMSIG(status)))};
  }
  if (WEXITSTATUS(status) != 0) {
    return Judgement{Verdict::runtime_error, fmt::format("ended with exit status {}", WEXITSTATUS(status))};
  }
  if (left_what_it_should(result, job.program->kind)) return std::nullopt;
  if (job.program->kind == suite::Kind::program) return judge_note_of_program(result);
  switch (result.kind) {
    case ResultFile::Kind::none:
      return Judgement{Verdict::runtime_error, "ended with exit status 0 before it returned a result"};
    case ResultFile::Kind::exception:
      return Judgement{job.overflow_is_limit && result.payload.starts_with("OverflowError")
                           ? Verdict::memory_limit
                           : Verdict::runtime_error,
                       one_line(result.payload)};
    case ResultFile::Kind::no_entry:
      return Judgement{Verdict::compile_error, one_line(result.payload)};
    case ResultFile::Kind::bad_type:
      return Judgement{Verdict::wrong_answer, one_line(result.payload)};
    case ResultFile::Kind::value:
    case ResultFile::Kind::no_memory:
    case ResultFile::Kind::malformed:
      break;
  }
  return Judgement{Verdict::protocol_error, "left more or less than one result"};
}

tl::expected<std::string, Judgement> result_value(const measure::Execution& execution,
                                                  const suite::Problem& problem) {
  if (problem.kind == suite::Kind::program) return printed_value(execution);
  const ResultFile result = read_result(execution.result);
  auto value = value::decode(result.payload);
  if (!value) {
    const Error& error = value.error();
    return tl::unexpected(Judgement{
        Verdict::protocol_error, "the result is malformed: " + (error.why.empty() ? error.what : error.why)});
  }
  auto typed = as_type(std::move(*value), problem.signature.result);
  if (!typed) return tl::unexpected(Judgement{Verdict::wrong_answer, one_line(typed.error())});
  return value::encode(*typed);
}

Result<Judgement> judge(const measure::Execution& execution, const measure::Job& job,
                        const suite::Problem& problem, const cases::Generator& generator,
                        std::string_view expected) {
  if (auto end = judge_end(execution, job)) return *end;
  const auto found = result_value(execution, problem);
  if (!found) return found.error();
  if (*found == expected) return Judgement{};
  if (problem.checker == suite::Checker::generator) {
    auto objection = generator.check(job.arguments, expected, *found);
    if (!objection) return tl::unexpected(objection.error());
    if (!*objection) return Judgement{};
    if (!(*objection)->empty()) return Judgement{Verdict::wrong_answer, one_line(**objection)};
  }
  const auto wanted = value::decode(expected);
  const auto got = value::decode(*found);
  if (!wanted || !got)
    return fail(ErrorKind::internal, "a result that was decoded before does not decode again");
  if (problem.kind == suite::Kind::program) {
    const auto difference = printed_difference(std::get<std::string>(wanted->data),
                                               std::get<std::string>(got->data), problem.tolerance);
    return difference ? Judgement{Verdict::wrong_answer, one_line(*difference)} : Judgement{};
  }
  if (problem.checker == suite::Checker::python_equality && value::is_equal_in_python(*wanted, *got))
    return Judgement{};
  const auto difference = value::difference(*wanted, *got, problem.signature.result, problem.tolerance);
  if (difference) return Judgement{Verdict::wrong_answer, one_line(*difference)};
  if (problem.checker == suite::Checker::equality) return Judgement{};
  // A checker that says no more than no may mean something that equality does not see, as Python's of a NaN.
  return Judgement{Verdict::wrong_answer,
                   "the checker does not accept it, equal as it is to what was expected"};
}

}  // namespace effk::judge
