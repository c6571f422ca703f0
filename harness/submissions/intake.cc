#include "harness/submissions/intake.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "harness/base/nearest_word.h"
#include "harness/submissions/extraction.h"
#include "harness/submissions/format.h"
#include "harness/submissions/text_checks.h"

namespace effk::submissions {
namespace {

namespace fs = std::filesystem;
using suite::Language;

constexpr const char* kNameALanguage = "name it: --language cpp, or --language python";

// "two_sum/cpp" is the problem two_sum, in C++.
struct TaskId {
  const suite::Problem* problem = nullptr;
  std::optional<Language> language;
};

TaskId resolve(std::string_view written, const suite::Suite& suite) {
  if (const suite::Problem* problem = suite.find(written)) return {problem, std::nullopt};
  const std::size_t slash = written.rfind('/');
  if (slash == written.npos) return {};
  const auto language = suite::parse_language(written.substr(slash + 1));
  return language ? TaskId{suite.find(written.substr(0, slash)), language} : TaskId{};
}

// One line for messages, whatever the submitter wrote.
std::string shown(std::string_view text) {
  constexpr std::size_t kLongest = 60;
  std::string result;
  for (const char c : text.substr(0, kLongest))
    result += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
  // Not in the middle of a character.
  if (text.size() > kLongest) {
    while (!result.empty() && (static_cast<unsigned char>(result.back()) & 0xc0) == 0x80) result.pop_back();
    if (!result.empty() && static_cast<unsigned char>(result.back()) >= 0xc0) result.pop_back();
    result += "...";
  }
  return result;
}

// Collects what the formats found into one Intake.
class Collector {
 public:
  Collector(const suite::Suite& suite, const IntakeOptions& options) : suite_(suite), options_(options) {
    for (const suite::Problem& problem : suite.problems) known_.push_back(problem.id);
  }

  // Everything that one argument held. Unnamed samples are numbered within it.
  Result<void> take(RawSamples found) {
    numbers_.clear();
    for (std::string& warning : found.warnings) intake_.warnings.push_back(std::move(warning));
    for (RawSample& raw : found.samples) {
      if (auto taken = take(std::move(raw)); !taken) return taken;
    }
    return {};
  }

  Result<Intake> finish() {
    for (const auto& [written, count] : unknown_) {
      intake_.warnings.push_back(fmt::format("unknown problem '{}', {} skipped{}", shown(written),
                                             count == 1 ? "1 sample" : fmt::format("{} samples", count),
                                             suggest(written)));
    }
    if (undecided_ > 0) {
      intake_.warnings.push_back(
          fmt::format("the language of {} cannot be told; {}",
                      undecided_ == 1 ? "1 sample" : fmt::format("{} samples", undecided_), kNameALanguage));
    }
    if (intake_.total.matched == 0) return nothing_matched();
    for (auto& [model, samples] : models_) {
      std::sort(samples.begin(), samples.end(), [](const Sample& a, const Sample& b) {
        if (a.problem != b.problem) return a.problem < b.problem;
        if (a.language != b.language) return a.language < b.language;
        return natural_less(a.name, b.name);
      });
      intake_.submissions.push_back({model, std::move(samples)});
    }
    return std::move(intake_);
  }

 private:
  using Key = std::tuple<std::string, std::string, Language>;  // model, problem, language

  Result<void> take(RawSample raw) {
    const TaskId id = resolve(raw.problem, suite_);
    if (!id.problem) {
      ++unknown_[raw.problem];
      skip(raw.problem, raw.origin, fmt::format("unknown problem '{}'", shown(raw.problem)));
      return {};
    }
    const std::string& problem = id.problem->id;
    if (raw.language_word && !suite::parse_language(*raw.language_word)) {
      skip(problem, raw.origin,
           fmt::format("language '{}' is neither cpp nor python", shown(*raw.language_word)));
      return {};
    }
    const auto language = decide_language(raw, id);
    if (!language) {
      ++undecided_;
      skip(problem, raw.origin, "nothing says which language it is in");
      return {};
    }
    if (!offers(*id.problem, *language)) {
      skip(problem, raw.origin,
           fmt::format("problem {} has no reference in {}", problem, suite::to_string(*language)));
      return {};
    }
    Sample sample;
    sample.problem = problem;
    sample.language = *language;
    sample.origin = std::move(raw.origin);
    sample.name = raw.name.empty() ? std::to_string(numbers_[Key(raw.model, problem, *language)]++)
                                   : std::move(raw.name);
    if (auto fresh = remember(raw.model, sample); !fresh) return fresh;
    extract(raw, *id.problem, &sample);
    SampleCounts& counts = intake_.by_problem[problem];
    for (SampleCounts* c : {&counts, &intake_.total}) {
      ++c->found;
      ++c->matched;
      if (!sample.code) ++c->without_code;
    }
    sample.raw = std::move(raw.text);
    models_[raw.model].push_back(std::move(sample));
    return {};
  }

  std::optional<Language> decide_language(const RawSample& raw, const TaskId& id) const {
    if (raw.language_word) return suite::parse_language(*raw.language_word);
    if (raw.extension_language) return raw.extension_language;
    if (const auto fence = fence_language(raw.text, id.problem->signature.entry_point)) return fence;
    if (options_.default_language) return options_.default_language;
    if (id.language) return id.language;
    if (id.problem->languages.size() == 1) return id.problem->languages.front();
    return std::nullopt;
  }

  // A problem without any reference is not refused here: that is a fault of the suite and not of the sample.
  static bool offers(const suite::Problem& problem, Language language) {
    return problem.languages.empty() || problem.offers(language);
  }

  void extract(const RawSample& raw, const suite::Problem& problem, Sample* sample) const {
    ExtractionRequest request;
    request.text = raw.text;
    request.language = sample->language;
    request.entry_point = problem.signature.entry_point;
    request.is_code_file = raw.extension_language.has_value();
    const std::string prompt =
        raw.continues_prompt && options_.prompt ? options_.prompt(problem, sample->language) : std::string();
    request.prompt = prompt;
    Extraction extraction = extract_code(request);
    sample->code = std::move(extraction.code);
    sample->rule = std::move(extraction.rule);
  }

  Result<void> remember(const std::string& model, const Sample& sample) {
    const auto [known, fresh] =
        origins_.try_emplace({Key(model, sample.problem, sample.language), sample.name}, sample.origin);
    if (fresh) return {};
    return fail(ErrorKind::bad_input,
                fmt::format("two samples of '{}' are called {}/{} ({})", shown(model), sample.problem,
                            shown(sample.name), suite::to_string(sample.language)),
                known->second == sample.origin
                    ? fmt::format("{} is handed in twice", sample.origin)
                    : fmt::format("one is {}, the other {}", known->second, sample.origin),
                "rename one, or give the models different names");
  }

  void skip(const std::string& problem, const std::string& origin, std::string reason) {
    for (SampleCounts* c : {&intake_.by_problem[problem], &intake_.total}) {
      ++c->found;
      ++c->skipped;
    }
    ++reasons_[reason];
    intake_.skipped.push_back({origin, std::move(reason)});
  }

  std::string suggest(const std::string& written) const {
    const std::string word = written.substr(0, written.rfind('/'));
    const auto nearest = nearest_word(word.size() <= 100 ? word : std::string(), known_);
    return nearest && !word.empty() ? fmt::format("; did you mean '{}'?", *nearest) : std::string();
  }

  tl::unexpected<Error> nothing_matched() const {
    std::string why = fmt::format("of {} found", intake_.total.found);
    std::size_t listed = 0;
    for (const auto& [reason, count] : reasons_) {
      why += ++listed == 1 ? ": " : listed <= 3 ? "; " : "";
      if (listed <= 3) why += fmt::format("{} ({})", reason, count);
    }
    if (listed > 3) why += fmt::format("; and {} more reasons", listed - 3);
    if (intake_.total.found == 0) why = "there are none: all folders of problems are empty";
    std::string next;
    for (const auto& [written, count] : unknown_) {
      if (next.empty()) next = suggest(written);
    }
    if (!next.empty()) next = next.substr(2) + " ";
    next += undecided_ > 0 ? kNameALanguage : "all problems: effk list";
    return fail(ErrorKind::bad_input, fmt::format("no sample can be run against the suite '{}'", suite_.name),
                why, next);
  }

  const suite::Suite& suite_;
  const IntakeOptions& options_;
  std::vector<std::string> known_;
  Intake intake_;
  std::map<std::string, std::vector<Sample>> models_;
  std::map<std::pair<Key, std::string>, std::string> origins_;
  std::map<Key, int> numbers_;
  std::map<std::string, int> unknown_;
  std::map<std::string, int> reasons_;
  int undecided_ = 0;
};

Result<RawSamples> read_argument(const fs::path& path, const suite::Suite& suite, ReadingLimits* limits) {
  std::error_code error;
  if (!fs::exists(path, error)) {
    return fail(ErrorKind::bad_input, fmt::format("cannot read submissions from {}", path.string()),
                error ? error.message() : "there is no such file or folder", "wanted: " + describe_formats());
  }
  for (const Format* format : formats()) {
    if (format->recognises(path)) return format->read(path, suite, limits);
  }
  return fail(ErrorKind::bad_input, fmt::format("cannot tell what kind of submission {} is", path.string()),
              path.has_extension() ? fmt::format("its name ends in '{}'", path.extension().string())
                                   : "it is no folder, and its name has no extension",
              "wanted: " + describe_formats());
}

}  // namespace

Result<Intake> read_submissions(const std::vector<fs::path>& arguments, const suite::Suite& suite,
                                const IntakeOptions& options) {
  if (arguments.empty()) {
    return fail(ErrorKind::usage, "no submissions were given", {}, "give " + describe_formats());
  }
  ReadingLimits limits(options.total_limit_bytes, options.sample_limit_bytes);
  Collector collector(suite, options);
  for (const fs::path& argument : arguments) {
    auto found = read_argument(argument, suite, &limits);
    if (!found) return tl::unexpected(found.error());
    for (const RawSample& sample : found->samples) {
      for (const std::string* name : {&sample.model, &sample.problem, &sample.name}) {
        const auto checked = check_utf8(*name, fmt::format("the name '{}'", shown(*name)));
        if (!checked) return tl::unexpected(checked.error());
      }
    }
    if (auto taken = collector.take(std::move(*found)); !taken) return tl::unexpected(taken.error());
  }
  return collector.finish();
}

}  // namespace effk::submissions
