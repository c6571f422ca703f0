#include "harness/cases/cpp_generator.h"

#include <fmt/format.h>

#include "harness/base/printable_text.h"
#include "harness/cases/confined_generator.h"

namespace effk::cases {
namespace {

constexpr std::uint64_t kCpuSeconds = 60;

// An exit status of 1 is an answer for those who ask for a clause, and a fault of the program for others.
enum class Question { value, clause };

struct Answer {
  std::string output;
  Objection objection;
};

class CppGenerator : public GeneratorProgram {
 public:
  CppGenerator(const suite::Problem& problem, std::filesystem::path program, std::optional<int> cancel)
      : problem_(problem), program_(std::move(program)), cancel_(cancel) {}

  Result<std::vector<std::string>> make(std::span<const CaseRequest> cases) const override {
    std::vector<std::string> all;
    for (const CaseRequest& one : cases) {
      auto made = run({"generate", fmt::to_string(one.level), fmt::to_string(one.size),
                       fmt::to_string(one.number), fmt::to_string(one.seed)},
                      {}, Question::value);
      if (!made) return tl::unexpected(made.error());
      all.push_back(std::move(made->output));
    }
    return all;
  }

  Result<std::vector<ContractAnswer>> make_and_ask_contract(std::span<const CaseRequest> cases,
                                                            const TypeCheck& types) const override {
    std::vector<ContractAnswer> all;
    for (const CaseRequest& one : cases) {
      auto made = make({&one, 1});
      if (!made) return tl::unexpected(made.error());
      if (auto typed = types(one, made->front()); !typed) return tl::unexpected(typed.error());
      auto clause = broken_clause(made->front());
      if (!clause) return tl::unexpected(clause.error());
      all.push_back({std::move(made->front()), std::move(*clause)});
    }
    return all;
  }

  Result<Objection> broken_clause(std::string_view arguments) const override {
    auto answer = run({"valid"}, std::string(arguments), Question::clause);
    if (!answer) return tl::unexpected(answer.error());
    return std::move(answer->objection);
  }

  Result<std::vector<Objection>> check(std::span<const CheckRequest> requests) const override {
    std::vector<Objection> all;
    for (const CheckRequest& one : requests) {
      auto answer =
          run({"check"}, with_length(one.arguments) + with_length(one.expected) + with_length(one.found),
              Question::clause);
      if (!answer) return tl::unexpected(answer.error());
      all.push_back(std::move(answer->objection));
    }
    return all;
  }

 private:
  Result<Answer> run(const std::vector<std::string>& words, std::string input, Question question) const {
    sandbox::ToolRequest request = confined_request(kCpuSeconds, cancel_);
    request.process.argv = {program_.string()};
    request.process.argv.insert(request.process.argv.end(), words.begin(), words.end());
    request.input = std::move(input);
    auto outcome = sandbox::run_tool(request);
    if (!outcome) return tl::unexpected(outcome.error());
    if (outcome->cancelled) return fail(ErrorKind::environment, "the generator was interrupted");
    if (outcome->succeeded()) return Answer{std::move(outcome->output), std::nullopt};
    if (question == Question::clause && outcome->end.exit_code() == 1)
      return Answer{{}, printable_line(outcome->output, kLongestComplaint)};
    return fail(ErrorKind::bad_input,
                fmt::format("the generator of problem {} fails on '{}'", problem_.id, fmt::join(words, " ")),
                words_for_end(*outcome, request), fmt::format("effk verify {}", problem_.id));
  }

  const suite::Problem& problem_;
  std::filesystem::path program_;
  std::optional<int> cancel_;
};

}  // namespace

Result<std::unique_ptr<GeneratorProgram>> open_cpp_generator(const suite::Problem& problem,
                                                             const toolchain::Toolchain& toolchain,
                                                             std::optional<int> cancel) {
  auto program = toolchain.build_generator(problem);
  if (!program) return tl::unexpected(program.error());
  return std::make_unique<CppGenerator>(problem, std::move(*program), cancel);
}

}  // namespace effk::cases
