#include "harness/cases/python_generator.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "harness/base/printable_text.h"
#include "harness/cases/confined_generator.h"
#include "harness/cases/python_runner.h"

namespace effk::cases {
namespace {

constexpr std::size_t kMostQuestions = 32;

struct Answer {
  char kind = 0;
  std::string_view part;
};

// What one interpreter said, and why it said no more if it did not answer all.
struct Conversation {
  std::shared_ptr<const std::string> output;
  std::vector<Answer> answers;  // point into `output`
  std::string end;              // empty: it ended well
};

// The whole answers at the front of `output`; what follows the last of them is dropped.
std::vector<Answer> split(std::string_view output) {
  std::vector<Answer> answers;
  constexpr std::size_t kHead = 1 + sizeof(std::uint64_t);
  while (output.size() >= kHead) {
    std::uint64_t size = 0;
    std::memcpy(&size, output.data() + 1, sizeof size);
    if (size > output.size() - kHead) break;
    answers.push_back({output[0], output.substr(kHead, size)});
    output.remove_prefix(kHead + size);
  }
  return answers;
}

std::string text_of(const Answer& answer) {
  return printable_line(answer.part, kLongestComplaint);
}

class PythonGenerator : public GeneratorProgram {
 public:
  PythonGenerator(const suite::Problem& problem, std::string source, toolchain::Toolchain::PythonTool tool,
                  std::uint64_t cpu_seconds, std::optional<int> cancel)
      : problem_(problem),
        source_(std::move(source)),
        tool_(std::move(tool)),
        cpu_seconds_(cpu_seconds),
        cancel_(cancel) {}

  Result<std::vector<std::string>> make(std::span<const CaseRequest> cases) const override {
    std::vector<std::string> all;
    for (std::span<const CaseRequest> rest = cases; !rest.empty();) {
      const auto some = take(rest);
      const auto said = ask("make", questions_of(some));
      if (!said) return tl::unexpected(said.error());
      for (std::size_t i = 0; i < some.size(); ++i) {
        const auto made = answer(*said, i, "v", some[i]);
        if (!made) return tl::unexpected(made.error());
        all.emplace_back(made->part);
      }
    }
    return all;
  }

  Result<std::vector<ContractAnswer>> make_and_ask_contract(std::span<const CaseRequest> cases,
                                                            const TypeCheck& types) const override {
    std::vector<ContractAnswer> all;
    for (std::span<const CaseRequest> rest = cases; !rest.empty();) {
      const auto some = take(rest);
      const auto said = ask("contract", questions_of(some));
      if (!said) return tl::unexpected(said.error());
      for (std::size_t i = 0; i < some.size(); ++i) {
        const auto made = answer(*said, 2 * i, "v", some[i]);
        if (!made) return tl::unexpected(made.error());
        if (auto typed = types(some[i], made->part); !typed) return tl::unexpected(typed.error());
        const auto held = answer(*said, 2 * i + 1, "oc", some[i]);
        if (!held) return tl::unexpected(held.error());
        all.push_back({std::string(made->part), objection(*held)});
      }
    }
    return all;
  }

  Result<Objection> broken_clause(std::string_view arguments) const override {
    const auto said = ask("valid", with_length(arguments));
    if (!said) return tl::unexpected(said.error());
    if (const auto fault = fault_at(*said, 0, "oc")) return fails("asked for its contract", *fault);
    return objection(said->answers[0]);
  }

  Result<std::vector<Objection>> check(std::span<const CheckRequest> requests) const override {
    std::vector<Objection> all;
    while (all.size() < requests.size()) {
      // Whoever brought the checker down left the others without an answer: they are asked anew.
      std::span<const CheckRequest> rest = requests.subspan(all.size());
      const auto some = take(rest);
      std::string questions;
      for (const CheckRequest& one : some)
        questions += with_length(one.arguments) + with_length(one.expected) + with_length(one.found);
      const auto said = ask("check", std::move(questions));
      if (!said) return tl::unexpected(said.error());
      for (std::size_t i = 0; i < some.size(); ++i) {
        if (i >= said->answers.size()) {
          // It was given what a sample made, so it is the sample that brought it down.
          all.emplace_back("the checker gave no answer: " + (said->end.empty() ? "it ended" : said->end));
          break;
        }
        if (const auto fault = fault_at(*said, i, "oc")) return fails("asked to check a result", *fault);
        all.push_back(objection(said->answers[i]));
      }
    }
    return all;
  }

 private:
  template <typename Request>
  static std::span<const Request> take(std::span<const Request>& rest) {
    const auto some = rest.first(std::min(kMostQuestions, rest.size()));
    rest = rest.subspan(some.size());
    return some;
  }

  static std::string questions_of(std::span<const CaseRequest> cases) {
    std::string questions;
    for (const CaseRequest& one : cases)
      questions +=
          with_length(fmt::format("{} {} {} {} {}", one.level, one.size, one.number, one.seed, one.run_seed));
    return questions;
  }

  static Objection objection(const Answer& answer) {
    return answer.kind == 'o' ? Objection() : Objection(text_of(answer));
  }

  // Why answer number `i` is not of one of `kinds`; nothing if it is.
  static std::optional<std::string> fault_at(const Conversation& said, std::size_t i,
                                             std::string_view kinds) {
    const bool there = i < said.answers.size();
    if (there && kinds.find(said.answers[i].kind) != kinds.npos) return std::nullopt;
    if (there && said.answers[i].kind == 'x') return text_of(said.answers[i]);
    // The fault of an earlier question ended the conversation.
    if (!said.answers.empty() && said.answers.back().kind == 'x') return text_of(said.answers.back());
    if (!there && !said.end.empty()) return said.end;
    return "it ended without an answer";
  }

  tl::unexpected<Error> fails(const std::string& when, const std::string& why) const {
    return fail(ErrorKind::bad_input,
                fmt::format("the generator of problem {} fails when {}", problem_.id, when), why,
                fmt::format("effk verify {}", problem_.id));
  }

  Result<Answer> answer(const Conversation& said, std::size_t i, std::string_view kinds,
                        const CaseRequest& one) const {
    if (const auto fault = fault_at(said, i, kinds))
      return fails(fmt::format("asked for level {}, case {}", one.level, one.number), *fault);
    return said.answers[i];
  }

  Result<Conversation> ask(const std::string& command, std::string questions) const {
    sandbox::ToolRequest request = confined_request(cpu_seconds_, cancel_);
    request.process.argv = tool_.argv;
    for (const std::string& word : {std::string(kPythonRunner), tool_.values_module.string(),
                                    fmt::format("generators/{}.py", problem_.id), command})
      request.process.argv.push_back(word);
    request.process.environment = tool_.environment;
    request.process.policy.executable.push_back(tool_.values_module);
    request.input = with_length(source_) + std::move(questions);
    auto outcome = sandbox::run_tool(request);
    if (!outcome) return tl::unexpected(outcome.error());
    if (outcome->cancelled) return fail(ErrorKind::environment, "the generator was interrupted");
    Conversation said;
    if (!outcome->succeeded()) said.end = words_for_end(*outcome, request);
    said.output = std::make_shared<const std::string>(std::move(outcome->output));
    said.answers = split(*said.output);
    // Then its last word is that nobody listens any more.
    if (outcome->output_exceeded && !said.answers.empty() && said.answers.back().kind == 'x')
      said.answers.pop_back();
    return said;
  }

  const suite::Problem& problem_;
  std::string source_;
  toolchain::Toolchain::PythonTool tool_;
  std::uint64_t cpu_seconds_;
  std::optional<int> cancel_;
};

}  // namespace

Result<std::unique_ptr<GeneratorProgram>> open_python_generator(const suite::Problem& problem,
                                                                std::string source,
                                                                const toolchain::Toolchain& toolchain,
                                                                std::uint64_t cpu_seconds,
                                                                std::optional<int> cancel) {
  auto tool = toolchain.python_tool();
  if (!tool) return tl::unexpected(tool.error());
  return std::make_unique<PythonGenerator>(problem, std::move(source), std::move(*tool), cpu_seconds, cancel);
}

}  // namespace effk::cases
