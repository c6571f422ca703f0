#include "harness/cases/generator.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>

#include "harness/base/digest.h"
#include "harness/base/files.h"
#include "harness/base/printable_text.h"
#include "harness/sandbox/tool.h"
#include "harness/value/value.h"

namespace effk::cases {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kLargestCaseBytes = std::uint64_t{256} << 20;
constexpr std::size_t kLongestComplaint = 500;

// Differs for every case of every problem, and is the same for all languages.
std::uint64_t case_seed(const std::string& problem, int level, int number, std::uint64_t seed) {
  const std::string hex = Digester()
                              .add(problem)
                              .add(static_cast<std::uint64_t>(level))
                              .add(static_cast<std::uint64_t>(number))
                              .add(seed)
                              .hex();
  return std::strtoull(hex.substr(0, 16).c_str(), nullptr, 16);
}

std::string with_length(std::string_view part) {
  const std::uint64_t size = part.size();
  std::string bytes(reinterpret_cast<const char*>(&size), sizeof size);
  return bytes.append(part);
}

// Refuses arguments that are not what the signature declares: a fault of the generator.
Result<void> conform(const suite::Problem& problem, std::string_view arguments) {
  value::Type type{value::Type::Kind::tuple, {}};
  for (const suite::Parameter& parameter : problem.signature.parameters)
    type.arguments.push_back(parameter.type);
  const auto value = value::decode(arguments);
  if (!value) return tl::unexpected(value.error());
  return value::conforms(*value, type);
}

}  // namespace

Result<Generator> Generator::open(const suite::Problem& problem, const toolchain::Toolchain& toolchain,
                                  const Options& options) {
  Generator generator;
  generator.problem_ = &problem;
  generator.options_ = options;
  const auto source = read_file(problem.generator);
  if (!source) return tl::unexpected(source.error());
  auto program = toolchain.build_generator(problem);
  if (!program) return tl::unexpected(program.error());
  generator.program_ = std::move(*program);
  generator.digest_ = Digester().add(*source).add(toolchain.identity().at("compiler.digest")).hex();
  return generator;
}

Result<std::string> Generator::run(const std::vector<std::string>& words, std::string input, bool may_object,
                                   std::optional<std::string>* objection) const {
  sandbox::ToolRequest request;
  request.process.argv = {program_.string()};
  request.process.argv.insert(request.process.argv.end(), words.begin(), words.end());
  request.input = std::move(input);
  request.process.working_folder = "/";
  sandbox::allow_system_libraries(request.process.policy);
  request.process.policy.may_fork = false;
  request.process.policy.cpu_seconds = 60;
  request.process.policy.data_bytes = std::uint64_t{4} << 30;
  request.process.policy.file_size_bytes = kLargestCaseBytes;
  request.wall_limit = std::chrono::seconds(120);
  request.output_limit_bytes = kLargestCaseBytes;
  request.cancel_descriptor = options_.cancel;
  auto outcome = sandbox::run_tool(request);
  if (!outcome) return tl::unexpected(outcome.error());
  if (outcome->cancelled) return fail(ErrorKind::environment, "the generator was interrupted");
  if (outcome->succeeded()) return std::move(outcome->output);
  const std::string output = printable_line(outcome->output, kLongestComplaint);
  if (may_object && outcome->end.exit_code() == 1) {
    *objection = output;
    return std::string();
  }
  std::string why = "it was stopped after 120 seconds";
  if (const auto signal = outcome->end.signal(); !outcome->timed_out && signal) {
    why = fmt::format("it was ended by signal {}", *signal);
  } else if (const auto status = outcome->end.exit_code(); !outcome->timed_out && status) {
    why = fmt::format("exit status {}: {}", *status,
                      *status == 1 ? output : printable_line(outcome->errors, kLongestComplaint));
  }
  return fail(ErrorKind::bad_input,
              fmt::format("the generator of problem {} fails on '{}'", problem_->id, fmt::join(words, " ")),
              std::move(why), fmt::format("effk verify {}", problem_->id));
}

Result<Case> Generator::make(int level, int number, suite::Language language) const {
  const std::int64_t size = problem_->levels[static_cast<std::size_t>(level)].size.at(language);
  const std::uint64_t seed = case_seed(problem_->id, level, number, options_.seed);
  auto arguments = run(
      {"generate", fmt::to_string(level), fmt::to_string(size), fmt::to_string(number), fmt::to_string(seed)},
      {}, false, nullptr);
  if (!arguments) return tl::unexpected(arguments.error());
  return Case{level, number, std::move(*arguments)};
}

Result<std::vector<Case>> Generator::cases(suite::Language language) const {
  const fs::path folder = options_.cache / "cases";
  std::error_code error;
  fs::create_directories(folder, error);
  std::vector<Case> all;
  for (int level = 0; level < static_cast<int>(problem_->levels.size()); ++level) {
    const suite::Level& shape = problem_->levels[static_cast<std::size_t>(level)];
    for (int number = 0; number < shape.cases; ++number) {
      const std::string name = Digester()
                                   .add(digest_)
                                   .add(problem_->id)
                                   .add(static_cast<std::uint64_t>(level))
                                   .add(static_cast<std::uint64_t>(shape.size.at(language)))
                                   .add(static_cast<std::uint64_t>(number))
                                   .add(options_.seed)
                                   .hex();
      const fs::path kept = folder / name;
      if (fs::exists(kept, error)) {
        auto arguments = read_file(kept);
        if (!arguments) return tl::unexpected(arguments.error());
        all.push_back({level, number, std::move(*arguments)});
        continue;
      }
      auto made = make(level, number, language);
      if (!made) return tl::unexpected(made.error());
      const std::string what = fmt::format("problem {}: case {} of level {}", problem_->id, number, level);
      if (auto conforms = conform(*problem_, made->arguments); !conforms) {
        return fail(ErrorKind::bad_input, what + " is not of the signature's types",
                    conforms.error().why.empty() ? conforms.error().what : conforms.error().why);
      }
      auto broken = broken_clause(made->arguments);
      if (!broken) return tl::unexpected(broken.error());
      if (*broken) return fail(ErrorKind::bad_input, what + " breaks the contract", **broken);
      if (auto written = write_file_atomically(kept, made->arguments); !written)
        return tl::unexpected(written.error());
      all.push_back(std::move(*made));
    }
  }
  return all;
}

Result<std::optional<std::string>> Generator::broken_clause(std::string_view arguments) const {
  std::optional<std::string> clause;
  if (auto ran = run({"valid"}, std::string(arguments), true, &clause); !ran)
    return tl::unexpected(ran.error());
  return clause;
}

Result<std::optional<std::string>> Generator::check(std::string_view arguments, std::string_view expected,
                                                    std::string_view found) const {
  std::optional<std::string> clause;
  auto ran =
      run({"check"}, with_length(arguments) + with_length(expected) + with_length(found), true, &clause);
  if (!ran) return tl::unexpected(ran.error());
  return clause;
}

}  // namespace effk::cases
